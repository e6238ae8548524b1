//! The values of a link's parts: what each reads, or the rule that it breaks.

use crate::percent_encoding::{self, NotDecodable};
use crate::pricing::{Catalogue, PriceBook, Tier, UsageType};
use crate::tier_text::tiers_from_compact;

/// The first part of a fragment, if it is a version of the links that begin with `letter`: `v3`.
pub(crate) fn version(fragment: &str, letter: char) -> Option<&str> {
    let version = fragment.split('/').next()?;
    let number = version.strip_prefix(letter)?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(version)
}

pub(crate) fn whole<T: TryFrom<i128, Error: ToString>>(text: &str) -> Result<T, String> {
    let count: i128 = text.parse().map_err(|_| "it must be a whole number".to_owned())?;
    T::try_from(count).map_err(|error| error.to_string())
}

pub(crate) fn parsed<T: std::str::FromStr<Err: ToString>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

pub(crate) fn usage_type(text: &str) -> Result<UsageType, String> {
    UsageType::by_id(text).ok_or_else(|| one_of(&UsageType::ALL.map(UsageType::id)))
}

pub(crate) fn price_book(text: &str, catalogue: &'static Catalogue) -> Result<&'static PriceBook, String> {
    catalogue.price_book(text).ok_or_else(|| {
        let ids: Vec<_> = catalogue.price_books().iter().map(|book| book.id.as_str()).collect();
        one_of(&ids)
    })
}

pub(crate) fn tiers(text: &str) -> Result<Vec<Tier>, String> {
    if crate::IS_FIRST_VIEW {
        // The start script never gives such a link to this program.
        return Err("it needs the whole program".to_owned());
    }
    tiers_from_compact(text).map_err(|error| error.to_string())
}

/// The rule of a value that has a few names only.
pub(crate) fn one_of(names: &[&str]) -> String {
    format!("it must be one of {}", names.join(", "))
}

/// Writes a person's words: a space is `+`, and what isn't a letter, a digit or one of `-._~` is percent-encoded.
pub(crate) fn encode_text(text: &str) -> String {
    percent_encoding::encoded(text, is_plain)
}

/// Reads a person's words.
pub(crate) fn decode_text(text: &str) -> Result<String, String> {
    percent_encoding::decoded(text, is_plain).map_err(|error| match error {
        NotDecodable::Character { .. } => "a character isn’t percent-encoded as it should be".to_owned(),
        NotDecodable::NotText { .. } => "what is percent-encoded isn’t text".to_owned(),
    })
}

const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}
