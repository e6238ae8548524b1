use std::fmt;

use chrono::Datelike;
use thiserror::Error;

use crate::pricing::Date;

/// The number of a quote, which stays the same through its revisions: `2026-014`, `ACME/7`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteNumber(String);

impl QuoteNumber {
    /// The most characters it may have.
    pub const MOST: usize = 20;

    /// Checks `text` and wraps it.
    ///
    /// # Errors
    /// [`QuoteNumberError`] when it isn't 1 to [`QuoteNumber::MOST`] ASCII letters, digits and `-./_`.
    pub fn new(text: &str) -> Result<Self, QuoteNumberError> {
        let text = text.trim();
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'/' | b'_');
        if (1..=Self::MOST).contains(&text.len()) && text.bytes().all(is_allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(QuoteNumberError)
        }
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first number of a day's year: `2026-001`.
    #[must_use]
    pub fn first_of(day: Date) -> Self {
        Self(format!("{:04}-001", day.year()))
    }

    /// The number after it: the last run of digits counts on, and keeps its zeros. Without digits, or when it would grow too
    /// long, `1` it is.
    #[must_use]
    pub fn next(&self) -> Self {
        let head = self.0.trim_end_matches(|c: char| c.is_ascii_digit());
        let tail = self.0.get(head.len()..).unwrap_or_default();
        let next =
            if tail.is_empty() { Some(1) } else { tail.parse::<u64>().ok().and_then(|tail| tail.checked_add(1)) };
        let text = next.map(|next| format!("{head}{next:0width$}", width = tail.len()));
        text.and_then(|text| Self::new(&text).ok()).unwrap_or_else(|| Self("1".to_owned()))
    }
}

/// Why a text is no [`QuoteNumber`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("write 1 to {most} letters, digits, hyphens, dots, underscores and slashes, like 2026-014", most = QuoteNumber::MOST)]
pub struct QuoteNumberError;

impl fmt::Display for QuoteNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Which version of a quote it is: 1 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(std::num::NonZeroU8);

impl Revision {
    /// The first.
    pub const FIRST: Self = Self(std::num::NonZeroU8::MIN);

    /// A revision by its number; `None` for 0 and beyond 255.
    #[must_use]
    pub fn new(number: u64) -> Option<Self> {
        Some(Self(u8::try_from(number).ok()?.try_into().ok()?))
    }

    /// Its number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0.get()
    }

    /// The one after it; the last stays.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_on() {
        for (number, next) in [
            ("2026-014", "2026-015"),
            ("2026-099", "2026-100"),
            ("999", "1000"),
            ("ACME/7", "ACME/8"),
            ("draft", "draft1"),
            ("99999999999999999999", "1"),
        ] {
            assert_eq!(QuoteNumber::new(number).expect("a number").next().as_str(), next);
        }
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in ["", "  ", "a b", "Ä1", "123456789012345678901"] {
            assert_eq!(QuoteNumber::new(text), Err(QuoteNumberError), "{text:?}");
        }
    }

    #[test]
    fn space_around_a_number_is_no_part_of_it() {
        for text in ["2026-014", " 2026-014 ", "2026-014\n"] {
            assert_eq!(QuoteNumber::new(text).expect("a number").as_str(), "2026-014", "{text:?}");
        }
    }
}
