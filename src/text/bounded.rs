use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::characters::is_part;
use super::plain_text;

/// A text of one line, of at most `MOST` characters, which are Unicode's code points; it may be empty.
pub type OneLine<const MOST: usize> = BoundedText<MOST, false>;

/// A text of several lines, of at most `MOST` characters, which are Unicode's code points; it may be empty.
pub type MultiLine<const MOST: usize> = BoundedText<MOST, true>;

/// What somebody writes: without control and direction characters, and without spaces around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BoundedText<const MOST: usize, const HAS_LINES: bool>(String);

/// A text that is too long for its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error(
    "it has {length} characters, and at most {most} are kept{}",
    if *.has_parts { ": what is seen as one, like an emoji, may be several" } else { "" }
)]
pub struct TooLong {
    length: usize,
    most: usize,
    /// Whether people may see fewer characters in it.
    has_parts: bool,
}

impl<const MOST: usize, const HAS_LINES: bool> BoundedText<MOST, HAS_LINES> {
    /// The most characters it may have.
    pub const MOST: usize = MOST;

    /// Cleans `text` and wraps it. Hidden characters are taken out, and line breaks where there is one line only.
    ///
    /// # Errors
    /// [`TooLong`] when more than `MOST` characters are left.
    pub fn new(text: &str) -> Result<Self, TooLong> {
        let cleaned = if HAS_LINES {
            let lines: Vec<_> = text.lines().map(|line| plain_text(line).trim_end().to_owned()).collect();
            lines.join("\n")
        } else {
            plain_text(text)
        };
        let cleaned = cleaned.trim();
        let length = cleaned.chars().count();
        if length > MOST {
            Err(TooLong { length, most: MOST, has_parts: cleaned.chars().any(is_part) })
        } else {
            Ok(Self(cleaned.to_owned()))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<const MOST: usize, const HAS_LINES: bool> TryFrom<String> for BoundedText<MOST, HAS_LINES> {
    type Error = TooLong;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text)
    }
}

impl<const MOST: usize, const HAS_LINES: bool> From<BoundedText<MOST, HAS_LINES>> for String {
    fn from(text: BoundedText<MOST, HAS_LINES>) -> Self {
        text.0
    }
}

impl<const MOST: usize, const HAS_LINES: bool> fmt::Display for BoundedText<MOST, HAS_LINES> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_cleaned() {
        for (typed, text) in [
            (" Acme, Inc. ", "Acme, Inc."),
            ("two\nlines\tand a tab", "two lines and a tab"),
            ("safe\u{202e}exe", "safeexe"),
            ("\u{0}", ""),
            ("Größe 研究", "Größe 研究"),
        ] {
            assert_eq!(OneLine::<40>::new(typed).expect("a text").as_str(), text);
        }
        assert_eq!(MultiLine::<40>::new(" one \r\n\n two\n").expect("a text").as_str(), "one\n\n two");
    }

    #[test]
    fn what_is_too_long_says_by_how_much() {
        assert_eq!(OneLine::<3>::new("äöü").expect("three characters").as_str(), "äöü");
        let error = OneLine::<3>::new("äöü!").expect_err("four are too many");
        assert_eq!(error.to_string(), "it has 4 characters, and at most 3 are kept");
    }

    #[track_caller]
    fn counts_parts(text: &str, length: usize) {
        let error = OneLine::<3>::new(text).expect_err("too long");
        let said = format!(
            "it has {length} characters, and at most 3 are kept: what is seen as one, like an emoji, may be several"
        );
        assert_eq!(error.to_string(), said, "{text}");
    }

    #[test]
    fn what_counts_as_more_characters_than_are_seen_is_explained() {
        counts_parts("e\u{301}e\u{301}", 4);
        counts_parts("👩\u{200d}👩\u{200d}👧", 5);
        counts_parts("🇩🇰🇸🇪", 4);
        counts_parts("👍🏽👍🏽", 4);
        counts_parts("❤\u{fe0f}❤\u{fe0f}", 4);
        counts_parts("निबंध", 5);
        for plain in ["Größe", "研究研究", "“ab”", "😀😀😀😀", "Ελλάδα", "Почта"] {
            let error = OneLine::<3>::new(plain).expect_err("too long");
            assert!(error.to_string().ends_with("at most 3 are kept"), "{plain}: {error}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in any::<String>()) {
            if let Ok(once) = MultiLine::<200>::new(&text) {
                prop_assert_eq!(MultiLine::new(once.as_str()), Ok(once));
            }
            if let Ok(once) = OneLine::<200>::new(&text) {
                prop_assert_eq!(OneLine::new(once.as_str()), Ok(once));
            }
        }
    }
}
