use std::fmt;

use crate::text::{is_hidden, is_without_width};

/// What a saved estimate is called: one line of 1 to [`SavedName::MAX`] characters, none of them invisible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedName(String);

impl SavedName {
    /// The most characters of a name.
    pub const MAX: usize = 80;

    /// The name that was typed, or without one `default`. Control and direction marks are left out, spaces folded, and
    /// what is too long is cut off.
    #[must_use]
    pub fn new(typed: &str, default: &str) -> Self {
        let names = [typed, default, "Estimate"].into_iter().map(cleaned);
        Self(names.filter(|name| !name.is_empty()).take(1).collect())
    }

    /// The name that stands there exactly; `None` when it isn't one.
    pub(in crate::app) fn read(text: &str) -> Option<Self> {
        Some(Self(cleaned(text))).filter(|name| !name.0.is_empty() && name.0 == text)
    }

    /// The name with a number after it, cut off where that is needed: `Corpus (2)`.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        let ending = format!(" ({number})");
        let room = Self::MAX.saturating_sub(ending.len());
        let beginning: String = self.0.chars().take(room).collect();
        Self([beginning.trim_end(), &ending].concat())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SavedName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A text as a name, empty when nothing of it can be seen.
fn cleaned(text: &str) -> String {
    let shown: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    let line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    // Joiners shape the characters around them, as in emoji, but are nothing by themselves.
    if line.chars().all(|character| matches!(character, ' ' | '\u{200c}' | '\u{200d}' | '\u{fe0f}')) {
        return String::new();
    }
    let name: String = line.chars().take(SavedName::MAX).collect();
    name.trim_end().to_owned()
}

/// Whether nothing of a character is seen. Line ends and tabs are spaces.
fn is_unseen(c: char) -> bool {
    (is_hidden(c) && !c.is_whitespace()) || is_without_width(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn case(typed: &str, name: &str) {
        assert_eq!(SavedName::new(typed, "2,000,000 posts a month").as_str(), name);
    }

    #[test]
    fn names_are_one_visible_line() {
        case("Corpus", "Corpus");
        case("  Corpus \t for\n2024\u{85}A ", "Corpus for 2024 A");
        case("a\u{0}b\u{1b}c\u{7f}d\u{9f}e\u{1f}f", "abcdef");
        case("safe\u{202e}exe.txt\u{2066}\u{200f}\u{61c}", "safeexe.txt");
        case("Größe 研究 🙂", "Größe 研究 🙂");
        case("👩\u{200d}🔬", "👩\u{200d}🔬");
    }

    #[test]
    fn what_shows_nothing_gets_the_default() {
        for nothing in ["", "  ", "\n", "\u{202e}", "\u{200b}\u{feff}", "\u{200d} \u{200c}", "\u{a0}"] {
            case(nothing, "2,000,000 posts a month");
            assert_eq!(SavedName::new(nothing, nothing).as_str(), "Estimate");
        }
    }

    #[test]
    fn long_names_are_cut_off() {
        case(&"é".repeat(81), &"é".repeat(80));
        case(&"é".repeat(80), &"é".repeat(80));
        case(&format!("{} b", "a".repeat(79)), &"a".repeat(79));
    }

    #[test]
    fn numbers_fit_behind_the_longest_name() {
        assert_eq!(SavedName::new("Corpus", "").numbered(2).as_str(), "Corpus (2)");
        let long = SavedName::new(&"a".repeat(80), "");
        assert_eq!(long.numbered(12).as_str(), format!("{} (12)", "a".repeat(75)));
        let cut_at_a_space = SavedName::new(&format!("{} {}", "a".repeat(75), "b".repeat(4)), "");
        assert_eq!(cut_at_a_space.numbered(2).as_str(), format!("{} (2)", "a".repeat(75)));
    }

    proptest! {
        #[test]
        fn any_text_makes_a_name_that_reads_as_itself(typed in any::<String>(), default in any::<String>(), number: usize) {
            let name = SavedName::new(&typed, &default);
            prop_assert!((1..=SavedName::MAX).contains(&name.as_str().chars().count()));
            prop_assert_eq!(SavedName::read(name.as_str()), Some(name.clone()));
            let numbered = name.numbered(number);
            prop_assert_eq!(SavedName::read(numbered.as_str()), Some(numbered));
        }
    }
}
