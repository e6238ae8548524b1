//! The sellers whose keys are known: read from a file that is published with the page, so that whoever publishes the page
//! vouches for them.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use super::{BadLine, BadLineReason, SellersProblem};
use crate::quote::PublicKey;
use crate::text::plain_text;
use crate::tier_text::MAX_NAME_LENGTH;

const ADDRESS: &str = "./sellers.txt";

/// The names of public keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sellers {
    named: Vec<(PublicKey, String)>,
    bad_lines: Vec<BadLine>,
}

impl Sellers {
    /// Reads the file: in each line a public key in base64url, then a name. Empty lines and those that begin with `#` say
    /// nothing. A line that can't be read is skipped and listed.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut sellers = Self::default();
        for (line, number) in text.lines().zip(1..) {
            let line = plain_text(line);
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match sellers.read_line(line) {
                Ok(named) => sellers.named.push(named),
                Err(reason) => sellers.bad_lines.push(BadLine { number, reason }),
            }
        }
        sellers
    }

    fn read_line(&self, line: &str) -> Result<(PublicKey, String), BadLineReason> {
        let (key, name) = line.split_once(' ').unwrap_or((line, ""));
        let key = PublicKey::read(key).ok_or(BadLineReason::NoKey)?;
        let name = name.trim();
        let length = name.chars().count();
        if name.is_empty() {
            return Err(BadLineReason::NoName);
        }
        if length > MAX_NAME_LENGTH {
            return Err(BadLineReason::LongName { length });
        }
        if self.name(&key).is_some() {
            return Err(BadLineReason::KnownKey);
        }
        Ok((key, name.to_owned()))
    }

    /// Reads the file that is published with this page.
    ///
    /// # Errors
    /// [`SellersProblem`] when it doesn't arrive.
    pub async fn published() -> Result<Self, SellersProblem> {
        let response = request().await.map_err(|_| SellersProblem::Unreachable)?;
        if !response.ok() {
            return Err(SellersProblem::Refused { status: response.status() });
        }
        let text = async { JsFuture::from(response.text()?).await };
        let text = text.await.ok().and_then(|text| text.as_string()).ok_or(SellersProblem::Unreachable)?;
        Ok(Self::read(&text))
    }

    /// The name of the seller with this key, if it is known.
    #[must_use]
    pub fn name(&self, key: &PublicKey) -> Option<&str> {
        self.named.iter().find(|(known, _)| known == key).map(|(_, name)| name.as_str())
    }

    /// The lines that were skipped, in their order.
    #[must_use]
    pub fn bad_lines(&self) -> &[BadLine] {
        &self.bad_lines
    }
}

async fn request() -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let options = RequestInit::new();
    // A seller who was taken off the list shouldn't be known for longer.
    options.set_cache(RequestCache::NoCache);
    JsFuture::from(window.fetch_with_str_and_init(ADDRESS, &options)).await?.dyn_into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> PublicKey {
        PublicKey::from_bytes([byte; PublicKey::LENGTH])
    }

    #[track_caller]
    fn case(text: &str, named: &[(u8, &str)], bad_lines: &[&str]) {
        let sellers = Sellers::read(text);
        let expected: Vec<_> = named.iter().map(|(byte, name)| (key(*byte), (*name).to_owned())).collect();
        assert_eq!(sellers.named, expected, "{text}");
        let said: Vec<_> = sellers.bad_lines().iter().map(ToString::to_string).collect();
        assert_eq!(said, bad_lines, "{text}");
        for (byte, name) in named {
            assert_eq!(sellers.name(&key(*byte)), Some(*name));
        }
        assert_eq!(sellers.name(&key(255)), None);
    }

    #[test]
    fn lines_are_a_key_and_a_name() {
        let (one, two) = (key(1), key(2));
        assert_eq!(one.to_string(), "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE");
        case("", &[], &[]);
        case("# nobody yet\n\n   \n\t# nor here", &[], &[]);
        case(&format!("{one} Acme Data"), &[(1, "Acme Data")], &[]);
        case(
            &format!("{one} Acme Data # 1\r\n{two}\t Größe,  研究 \r\n"),
            &[(1, "Acme Data # 1"), (2, "Größe,  研究")],
            &[],
        );
    }

    #[test]
    fn names_show_what_they_are() {
        case(&format!("{} safe\u{202e}exe\u{7}", key(1)), &[(1, "safeexe")], &[]);
        case(&format!("{} {}", key(1), "ü".repeat(80)), &[(1, &"ü".repeat(80))], &[]);
    }

    #[test]
    fn bad_lines_are_skipped_and_say_why() {
        const NO_KEY: &str = "it doesn’t begin with a public key, which has 43 letters, digits, - and _";
        let (one, two) = (key(1).to_string(), key(2));
        let no_key = |number: usize| format!("line {number}: {NO_KEY}");
        case("<!doctype html>", &[], &[&no_key(1)]);
        case(&format!("# list\n{}\n{two} Two", &one[1..]), &[(2, "Two")], &[&no_key(2)]);
        case(&format!("{one}A Acme\n{one}= Acme"), &[], &[&no_key(1), &no_key(2)]);
        case(&one, &[], &["line 1: no name follows the key"]);
        case(&format!("{one} \u{202e} "), &[], &["line 1: no name follows the key"]);
        case(
            &format!("{one} {}", "x".repeat(81)),
            &[],
            &["line 1: the name has 81 characters, and at most 80 are shown"],
        );
        case(
            &format!("{one} First\n{one} Second"),
            &[(1, "First")],
            &["line 2: the key stands in an earlier line, whose name counts"],
        );
    }

    #[test]
    fn every_line_of_the_published_file_can_be_read() {
        assert_eq!(Sellers::read(include_str!("../../../static/sellers.txt")).bad_lines(), []);
    }
}
