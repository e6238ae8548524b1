//! The link that stands for a quote: written and read side by side.
//!
//! Like an estimate's link it is a fragment, carries inputs and never results, and begins with its version. It says too much
//! to be read by people, so the rest is base64url of these bytes:
//!
//! ```text
//! q1/ length body seal checksum
//!
//! length    how many bytes follow it
//! body      flags, number, revision, texts, days, the estimate's own link, the price book's digest, options, items
//! seal      0, or 1 with a public key (32 bytes) and a signature of the body (64 bytes), both Ed25519
//! checksum  the first 4 bytes of the SHA-256 of everything before it
//! ```
//!
//! Whole numbers take as few bytes as they need, texts are UTF-8 behind their length, days count from
//! [`Quote::FIRST_DAY`]. The length tells a link that was cut off from one that was altered, which the checksum finds.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use thiserror::Error;

use super::bytes::{NotHeld, Reader, Writer};
use super::digest::sha256;
use super::{
    Billing, OneOffItem, PriceBookDigest, PublicKey, Quote, QuoteError, QuoteFields, QuoteNumber, QuoteOption,
    Revision, Seal, Signature,
};
use crate::link::LinkError;
use crate::link::values::version;
use crate::percent_encoding::decoded;
use crate::pricing::{Catalogue, Date, Identifier};
use crate::text::{MultiLine, OneLine, shortened};

/// The longest link of a quote, signed or not, in characters.
pub const MOST: usize = 2_000;

/// The longest link of a quote without a signature, so that every quote can be signed.
pub const MOST_UNSIGNED: usize = MOST - (PublicKey::LENGTH + Signature::LENGTH).div_ceil(3) * 4;

/// How the link of a quote begins, in its first and only version so far.
const VERSION: &str = "q1";

/// How those of all versions begin.
const LETTER: char = 'q';

/// What a signature is made for begins with this, so that it means nothing elsewhere.
const PURPOSE: &[u8] = b"quota-calculator quote 1\n";

const CHECKSUM_LENGTH: usize = 4;

/// The first byte of a body: what is so, and which fields it has.
#[derive(Clone, Copy)]
struct Flags(u8);

impl Flags {
    const IS_OFFER: u8 = 1;
    const IS_ISSUED: u8 = 2;
    const REPLACES: u8 = 4;
    const RECOMMENDS: u8 = 8;
    const KNOWN: u8 = Self::IS_OFFER | Self::IS_ISSUED | Self::REPLACES | Self::RECOMMENDS;

    fn of(quote: &Quote) -> Self {
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        Self(
            flag(quote.is_offer, Self::IS_OFFER)
                | flag(quote.issued.is_some(), Self::IS_ISSUED)
                | flag(quote.replaces.is_some(), Self::REPLACES)
                | flag(quote.recommended.is_some(), Self::RECOMMENDS),
        )
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, QuoteLinkError> {
        let byte = reader.byte()?;
        if byte & !Self::KNOWN == 0 { Ok(Self(byte)) } else { Err(QuoteLinkError::Malformed) }
    }

    const fn has(self, flag: u8) -> bool {
        self.0 & flag != 0
    }
}

/// A quote that was read from a link, with what only the link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedQuote {
    /// The quote.
    pub quote: Quote,
    /// The fragment that it was read from, without the `#` and without marks behind it.
    pub link: String,
    /// Who says to have signed it; not checked yet.
    pub seal: Option<Seal>,
    /// What the signature was made for.
    pub signed: Vec<u8>,
    /// Whether the price book charges the same as when the quote was made. If not, it was corrected since.
    pub is_price_book_same: bool,
}

/// Writes the fragment of a quote, without the `#`.
#[must_use]
pub fn encode(quote: &Quote, seal: Option<&Seal>) -> String {
    sealed(&body(quote), seal)
}

/// What is signed for a quote.
#[must_use]
pub fn message(quote: &Quote) -> Vec<u8> {
    [PURPOSE, &body(quote)].concat()
}

/// Whether a fragment means to be a quote's, of any version.
#[must_use]
pub fn is_quote(fragment: &str) -> bool {
    version(fragment, LETTER).is_some()
}

/// Reads a fragment, without the `#`. Marks behind it, as in a sentence or in brackets, are left out if the rest is right.
///
/// # Errors
/// [`QuoteLinkError`] says what is wrong with it; no quote is guessed.
pub fn decode(fragment: &str, catalogue: &'static Catalogue) -> Result<OpenedQuote, QuoteLinkError> {
    decode_exactly(fragment, catalogue).or_else(|error| {
        let bare = without_marks(fragment).and_then(|bare| decode_exactly(bare, catalogue).ok());
        bare.ok_or(error)
    })
}

/// A fragment without the marks behind it, which browsers may have percent-encoded; `None` where it has none, or more than
/// marks.
fn without_marks(fragment: &str) -> Option<&str> {
    let text = fragment.strip_prefix(VERSION)?.strip_prefix('/')?;
    let end = text.find(|c| !is_base64(c))?;
    let (bare, marks) = fragment.split_at(fragment.len() - text.len() + end);
    let marks = decoded(marks, |_| true).ok()?;
    (!marks.contains(char::is_alphanumeric)).then_some(bare)
}

fn decode_exactly(fragment: &str, catalogue: &'static Catalogue) -> Result<OpenedQuote, QuoteLinkError> {
    let version = version(fragment, LETTER).ok_or(QuoteLinkError::NotAQuote)?;
    if version != VERSION {
        return Err(QuoteLinkError::UnknownVersion(shortened(version)));
    }
    // A link may be cut off before its slash.
    let text = fragment.split_once('/').map_or("", |(_, text)| text);
    if fragment.len() > MOST {
        return Err(QuoteLinkError::TooLong { length: fragment.len() });
    }
    let bytes = payload(text)?;
    let (checked, checksum) = bytes.split_last_chunk::<CHECKSUM_LENGTH>().ok_or(QuoteLinkError::Altered)?;
    if !sha256(checked).starts_with(checksum) {
        return Err(QuoteLinkError::Altered);
    }
    let mut reader = Reader::new(checked);
    let _length = reader.number()?;
    let body = reader.rest();
    let (quote, is_price_book_same) = read_body(&mut reader, catalogue)?;
    let body = body.strip_suffix(reader.rest()).unwrap_or(body);
    let seal = read_seal(&mut reader)?;
    if !reader.rest().is_empty() {
        return Err(QuoteLinkError::Malformed);
    }
    Ok(OpenedQuote { quote, link: fragment.to_owned(), seal, signed: [PURPOSE, body].concat(), is_price_book_same })
}

fn sealed(body: &[u8], seal: Option<&Seal>) -> String {
    let mut rest = Writer::default();
    rest.bytes(body);
    rest.byte(seal.is_some().into());
    if let Some(seal) = seal {
        rest.bytes(seal.key.as_bytes());
        rest.bytes(seal.signature.as_bytes());
    }
    let rest = rest.into_bytes();
    let mut writer = Writer::default();
    writer.number((rest.len() + CHECKSUM_LENGTH) as u64);
    writer.bytes(&rest);
    let checked = writer.into_bytes();
    let hash = sha256(&checked);
    let checksum = hash.first_chunk::<CHECKSUM_LENGTH>().map_or(&[][..], |checksum| checksum);
    [VERSION, "/", &URL_SAFE_NO_PAD.encode([&checked, checksum].concat())].concat()
}

/// Whether base64url is written with it.
const fn is_base64(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// The bytes that a text stands for, as long as they say.
fn payload(text: &str) -> Result<Vec<u8>, QuoteLinkError> {
    if !text.chars().all(is_base64) {
        return Err(QuoteLinkError::Altered);
    }
    // What was cut off rarely ends where a group of characters does.
    let whole = text.get(..text.len() / 4 * 4).unwrap_or_default();
    let begun = URL_SAFE_NO_PAD.decode(whole).map_err(|_| QuoteLinkError::Altered)?;
    let mut reader = Reader::new(&begun);
    let stated = reader.number().ok().and_then(|length| usize::try_from(length).ok());
    let stated = stated.ok_or(if begun.is_empty() { QuoteLinkError::CutOff } else { QuoteLinkError::Altered })?;
    let expected = (begun.len() - reader.rest().len()).saturating_add(stated);
    // The length of the base64 text of that many bytes.
    if text.len() < expected.saturating_mul(4).div_ceil(3) {
        return Err(QuoteLinkError::CutOff);
    }
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| QuoteLinkError::Altered)?;
    if bytes.len() == expected { Ok(bytes) } else { Err(QuoteLinkError::Altered) }
}

fn body(quote: &Quote) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.byte(Flags::of(quote).0);
    writer.text(quote.number.as_str());
    writer.byte(quote.revision.get());
    quote.replaces.iter().for_each(|revision| writer.byte(revision.get()));
    writer.text(quote.customer.as_str());
    writer.text(quote.prepared_by.as_str());
    writer.text(quote.contact.as_str());
    for day in quote.issued.into_iter().chain([quote.valid_until]) {
        writer.number((day - Quote::FIRST_DAY).num_days().unsigned_abs());
    }
    writer.text(&crate::link::encode(&quote.estimate));
    writer.bytes(PriceBookDigest::of(quote.estimate.price_book()).as_bytes());
    writer.number(quote.options.len() as u64);
    for option in &quote.options {
        writer.text(option.tier.as_str());
        writer.byte((option.billing == Billing::Annual).into());
        writer.text(&option.discount_percent.to_string());
        writer.text(option.reason.as_str());
    }
    quote.recommended.iter().for_each(|place| writer.number(*place as u64));
    writer.number(quote.items.len() as u64);
    for item in &quote.items {
        writer.text(item.label.as_str());
        writer.text(&item.amount.to_string());
    }
    writer.text(quote.notes.as_str());
    writer.text(quote.terms.as_str());
    writer.into_bytes()
}

/// Reads the body, and says whether its price book charges the same as when it was written.
fn read_body(reader: &mut Reader<'_>, catalogue: &'static Catalogue) -> Result<(Quote, bool), QuoteLinkError> {
    let flags = Flags::read(reader)?;
    let number = field("number", reader.text(), QuoteNumber::new)?;
    let mut revision = || Revision::new(reader.byte()?.into()).ok_or(QuoteLinkError::Malformed);
    let (revision, replaces) = (revision()?, flags.has(Flags::REPLACES).then(revision).transpose()?);
    let customer = field("customer", reader.text(), OneLine::new)?;
    let prepared_by = field("prepared by", reader.text(), OneLine::new)?;
    let contact = field("contact", reader.text(), OneLine::new)?;
    let issued = flags.has(Flags::IS_ISSUED).then(|| day(reader)).transpose()?;
    let valid_until = day(reader)?;
    let estimate = crate::link::decode(reader.text()?, catalogue)?;
    let digest = PriceBookDigest::from_bytes(reader.array()?);
    let is_price_book_same = digest == PriceBookDigest::of(estimate.price_book());
    let count = |reader: &mut Reader<'_>, most: usize| {
        let count = usize::try_from(reader.number()?).ok();
        count.filter(|count| *count <= most).ok_or(QuoteLinkError::Malformed)
    };
    let mut options = Vec::new();
    for _ in 0..count(reader, Quote::MOST_OPTIONS)? {
        options.push(QuoteOption {
            tier: field("tier", reader.text(), |text| Identifier::new(text.to_owned()))?,
            billing: match reader.byte()? {
                0 => Billing::Monthly,
                1 => Billing::Annual,
                _ => return Err(QuoteLinkError::Malformed),
            },
            discount_percent: field("discount", reader.text(), str::parse)?,
            reason: field("reason", reader.text(), OneLine::new)?,
        });
    }
    let recommended = flags.has(Flags::RECOMMENDS).then(|| count(reader, Quote::MOST_OPTIONS)).transpose()?;
    let mut items = Vec::new();
    for _ in 0..count(reader, Quote::MOST_ITEMS)? {
        items.push(OneOffItem {
            label: field("one-off item", reader.text(), OneLine::new)?,
            amount: field("amount", reader.text(), str::parse)?,
        });
    }
    let quote = Quote::new(QuoteFields {
        number,
        revision,
        replaces,
        customer,
        prepared_by,
        contact,
        issued,
        valid_until,
        estimate,
        options,
        recommended,
        items,
        notes: field("notes", reader.text(), MultiLine::new)?,
        terms: field("terms", reader.text(), MultiLine::new)?,
        is_offer: flags.has(Flags::IS_OFFER),
    })?;
    Ok((quote, is_price_book_same))
}

fn field<T, E: ToString>(
    name: &'static str,
    text: Result<&str, NotHeld>,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, QuoteLinkError> {
    parse(text?).map_err(|error| QuoteLinkError::BadField { name, rule: error.to_string() })
}

fn day(reader: &mut Reader<'_>) -> Result<Date, QuoteLinkError> {
    Quote::FIRST_DAY.checked_add_days(chrono::Days::new(reader.number()?)).ok_or(QuoteLinkError::Malformed)
}

/// The seal, if there is one.
fn read_seal(reader: &mut Reader<'_>) -> Result<Option<Seal>, QuoteLinkError> {
    match reader.byte()? {
        0 => Ok(None),
        1 => Ok(Some(Seal {
            key: PublicKey::from_bytes(reader.array()?),
            signature: Signature::from_bytes(reader.array()?),
        })),
        _ => Err(QuoteLinkError::Malformed),
    }
}

/// What is wrong with the link of a quote.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum QuoteLinkError {
    /// It doesn't begin like one.
    #[error("it doesn’t begin like the link of a quote, with q1")]
    NotAQuote,
    /// A version that this program doesn't know.
    #[error("its version is {0}, which this calculator doesn’t know; a newer one may have made it")]
    UnknownVersion(String),
    /// More characters than any quote needs.
    #[error("it is {length} characters long, and the link of a quote has at most {MOST}")]
    TooLong {
        /// Its length.
        length: usize,
    },
    /// Its end is missing.
    #[error("its end is missing: a mail or chat program may have cut it off, so ask for it again or copy all of it")]
    CutOff,
    /// It isn't what was made: something was changed in it, or stands behind it.
    #[error("it was altered on its way: its checksum doesn’t fit, so nothing in it can be trusted")]
    Altered,
    /// It is what was made, as its checksum says, and holds something else than this version does.
    #[error("it holds something that this calculator doesn’t know; a newer one may have made it")]
    Malformed,
    /// The estimate in it can't be read.
    #[error("its estimate can’t be read: {0}")]
    Estimate(#[from] LinkError),
    /// A field that breaks its rule.
    #[error("its {name} can’t be read: {rule}")]
    BadField {
        /// Which field.
        name: &'static str,
        /// The rule.
        rule: String,
    },
    /// Fields that don't agree.
    #[error("it doesn’t agree with itself: {0}")]
    Invalid(#[from] QuoteError),
}

impl From<NotHeld> for QuoteLinkError {
    fn from(NotHeld: NotHeld) -> Self {
        Self::Malformed
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::pricing::Estimate;

    /// A draft for Basic.
    fn quote() -> Quote {
        let fields = QuoteFields {
            number: QuoteNumber::new("2026-014").expect("a number"),
            revision: Revision::FIRST,
            replaces: None,
            customer: OneLine::default(),
            prepared_by: OneLine::default(),
            contact: OneLine::default(),
            issued: None,
            valid_until: Quote::FIRST_DAY,
            estimate: Estimate::starting(crate::catalogue()),
            options: vec![QuoteOption::plain(Identifier::new("basic".to_owned()).expect("an identifier"))],
            recommended: None,
            items: Vec::new(),
            notes: MultiLine::default(),
            terms: MultiLine::default(),
            is_offer: false,
        };
        Quote::new(fields).expect("a quote")
    }

    /// A link whose checksum fits, with a body that `change` made another, isn't opened and doesn't pass for altered.
    #[track_caller]
    fn case(what: &str, change: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = body(&quote());
        change(&mut bytes);
        assert_eq!(decode(&sealed(&bytes, None), crate::catalogue()), Err(QuoteLinkError::Malformed), "{what}");
    }

    #[test]
    fn what_only_a_newer_calculator_would_write_is_not_opened() {
        let plain = body(&quote());
        assert!(decode(&sealed(&plain, None), crate::catalogue()).is_ok());
        for flag in [16, 32, 64, 128] {
            case("a flag", |bytes| bytes[0] |= flag);
        }
        // Flags, the number behind its length, the revision, three empty texts, and the last day.
        let revision = 1 + 1 + "2026-014".len();
        let day = revision + 1 + 3;
        let basic = plain.windows(6).position(|bytes| bytes == b"\x05basic").expect("the option's tier");
        case("a revision", |bytes| bytes[revision] = 0);
        case("a day", |bytes| drop(bytes.splice(day..=day, [0xff, 0xff, 0xff, 0xff, 0xff, 0x7f])));
        case("too many options", |bytes| bytes[basic - 1] = 4);
        case("a billing", |bytes| bytes[basic + 6] = 2);
        case("a text that isn't one", |bytes| bytes[basic + 1] = 0xff);
        case("a seal", |bytes| bytes.push(2));
        case("something behind it", |bytes| bytes.push(0));
        case("half of it", |bytes| bytes.truncate(basic + 2));
    }
}
