use super::ed25519::Ed25519;
use super::{Sellers, SellersProblem, SigningProblem};
use crate::quote::link::OpenedQuote;
use crate::quote::{PublicKey, Seal, fingerprint};

/// Who signed a quote, as far as this browser can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
    /// Nobody.
    Unsigned,
    /// A seller whom the site knows.
    Known {
        /// Their name.
        name: String,
    },
    /// Whoever has the key.
    Unknown {
        /// What to compare with the sender.
        fingerprint: String,
        /// Why the name may be missing, if not just because the site doesn't know the key.
        problem: Option<SellersProblem>,
    },
    /// The signature is for something else than the quote says.
    Altered,
    /// There is a signature, and this browser can't tell whether it is right.
    CantCheck {
        /// Why.
        reason: SigningProblem,
    },
}

impl Signer {
    /// Whose key it is that signed a quote rightly, going by the list of known sellers.
    fn with_key(key: &PublicKey, sellers: Result<Sellers, SellersProblem>) -> Self {
        let problem = match sellers {
            Ok(sellers) => match sellers.name(key) {
                Some(name) => return Self::Known { name: name.to_owned() },
                None => sellers.bad_lines().first().copied().map(SellersProblem::BadLine),
            },
            Err(problem) => Some(problem),
        };
        Self::Unknown { fingerprint: fingerprint(key), problem }
    }
}

/// Finds out who signed a quote. It needs the network for the seller's name only, and only when the signature is right.
pub async fn signer(opened: &OpenedQuote) -> Signer {
    let Some(seal) = &opened.seal else { return Signer::Unsigned };
    match fits(seal, &opened.signed).await {
        Ok(true) => Signer::with_key(&seal.key, Sellers::published().await),
        Ok(false) => Signer::Altered,
        Err(reason) => Signer::CantCheck { reason },
    }
}

async fn fits(seal: &Seal, message: &[u8]) -> Result<bool, SigningProblem> {
    Ed25519::ready()?.fits(seal, message).await
}

/// Says who signed a quote: to its reader, and on the sheet, which is the same for seller and customer. `is_own` says whether the
/// signature is by this device's key, or the quote is kept here as one's own without one.
#[must_use]
pub fn signer_sentences(signer: &Signer, is_own: bool) -> [String; 2] {
    let sentence = signer_sentence(signer);
    match signer {
        Signer::Unsigned if is_own => {
            let own = "Not signed: your customer can’t tell that it is yours. If that matters, revise it and sign.";
            [own.to_owned(), NOT_SIGNED.to_owned()]
        }
        Signer::Unsigned => [sentence, NOT_SIGNED.to_owned()],
        Signer::Known { name } if is_own => {
            let name = name.trim_end_matches('.');
            [format!("Signed by {name}, with this device’s own key."), sentence]
        }
        Signer::Unknown { fingerprint, .. } if is_own => [
            format!("Signed with this device’s own key, fingerprint {fingerprint}: customers can compare it with you."),
            format!("Signed by the key with the fingerprint {fingerprint}: compare it with the sender."),
        ],
        _ => [sentence.clone(), sentence],
    }
}

/// What a sheet says where nobody signed.
const NOT_SIGNED: &str = "Not signed.";

/// Says who signed a quote to whoever received it, in a sentence or two.
#[must_use]
pub fn signer_sentence(signer: &Signer) -> String {
    match signer {
        Signer::Unsigned => {
            "Not signed: anyone could have written it, so ask the sender whether it is theirs.".to_owned()
        }
        // "Acme, Inc." brings its own full stop.
        Signer::Known { name } => format!("Signed by {}.", name.trim_end_matches('.')),
        Signer::Unknown { fingerprint, problem } => {
            let unknown = format!("Signed by an unknown key, fingerprint {fingerprint}: compare it with the sender.");
            match problem {
                Some(problem) => format!("{unknown} The name may be missing only because {problem}."),
                None => unknown,
            }
        }
        Signer::Altered => "Altered: the signature doesn’t fit what the quote says. Don’t trust it.".to_owned(),
        Signer::CantCheck { reason } => format!("Signed, but this browser can’t check it: {reason}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::signing::BadLineReason;
    use crate::app::storage::StorageProblem;

    const UNKNOWN: &str = "Signed by an unknown key, fingerprint 72cd 6e84 22c4 07fb: compare it with the sender.";

    #[test]
    fn sellers_are_told_of_their_own_quotes_what_they_can_do() {
        let known = Signer::Known { name: "Acme, Inc.".to_owned() };
        let unknown = Signer::Unknown { fingerprint: "72cd 6e84 22c4 07fb".to_owned(), problem: None };
        for (signer, own, on_sheet) in [
            (known, "Signed by Acme, Inc, with this device’s own key.", "Signed by Acme, Inc."),
            (
                unknown,
                "Signed with this device’s own key, fingerprint 72cd 6e84 22c4 07fb: customers can compare it with you.",
                "Signed by the key with the fingerprint 72cd 6e84 22c4 07fb: compare it with the sender.",
            ),
            (
                Signer::Unsigned,
                "Not signed: your customer can’t tell that it is yours. If that matters, revise it and sign.",
                "Not signed.",
            ),
        ] {
            assert_eq!(signer_sentences(&signer, true), [own, on_sheet]);
            assert_eq!(signer_sentences(&signer, false)[0], signer_sentence(&signer));
        }
        let altered = signer_sentence(&Signer::Altered);
        assert_eq!(signer_sentences(&Signer::Altered, true), [altered.clone(), altered], "whoever it was to be by");
    }

    #[track_caller]
    fn named(sellers: Result<&str, SellersProblem>, sentence: &str) {
        let key = PublicKey::from_bytes([1; PublicKey::LENGTH]);
        assert_eq!(signer_sentence(&Signer::with_key(&key, sellers.map(Sellers::read))), sentence);
    }

    #[test]
    fn a_key_has_the_name_that_the_list_gives_it() {
        let key = PublicKey::from_bytes([1; PublicKey::LENGTH]);
        named(Ok(&format!("{key} Acme Data")), "Signed by Acme Data.");
        named(Ok(&format!("{key} Acme, Inc.")), "Signed by Acme, Inc.");
        named(Ok(&format!("no key\n{key} Acme Data")), "Signed by Acme Data.");
    }

    #[test]
    fn a_key_without_a_name_has_a_fingerprint() {
        let other = PublicKey::from_bytes([2; PublicKey::LENGTH]);
        named(Ok(&format!("{other} Other")), UNKNOWN);
        let because = |reason: &str| format!("{UNKNOWN} The name may be missing only because {reason}.");
        named(
            Ok("# list\nAcme\nBeta"),
            &because(&format!("the list of known sellers can’t be read in line 2: {}", BadLineReason::NoKey)),
        );
        named(
            Err(SellersProblem::Unreachable),
            &because("the list of known sellers couldn’t be loaded; you may be offline"),
        );
        named(
            Err(SellersProblem::Refused { status: 404 }),
            &because("the site has no list of known sellers for you (it answered 404)"),
        );
    }

    #[track_caller]
    fn case(signer: &Signer, sentence: &str) {
        assert_eq!(signer_sentence(signer), sentence);
    }

    #[test]
    fn every_other_answer_is_a_sentence() {
        case(&Signer::Unsigned, "Not signed: anyone could have written it, so ask the sender whether it is theirs.");
        case(&Signer::Altered, "Altered: the signature doesn’t fit what the quote says. Don’t trust it.");
        let cant_check = |reason| Signer::CantCheck { reason };
        case(
            &cant_check(SigningProblem::NoEd25519),
            "Signed, but this browser can’t check it: this browser doesn’t know Ed25519 signatures; up-to-date versions of \
             Chrome, Edge, Firefox and Safari do.",
        );
        case(
            &cant_check(SigningProblem::failed("OperationError")),
            "Signed, but this browser can’t check it: the browser’s cryptography failed (OperationError).",
        );
        case(
            &cant_check(StorageProblem::Broken.into()),
            "Signed, but this browser can’t check it: this browser’s storage isn’t working just now.",
        );
    }
}
