use thiserror::Error;

use super::{SavedKind, SavedName};
use crate::app::storage::lines;
use crate::pricing::{Date, read_day};

/// Something saved under a name: what one key of the storage holds.
///
/// It is kept as four lines, of which the first says its kind and the version:
///
/// ```text
/// estimate 1
/// name Corpus for the thesis
/// saved 2026-08-14
/// link v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03
/// ```
///
/// The link is everything after its key, so that any text can be kept as one. A text that says less, more or something
/// else is refused, never mended; what is refused stays in the storage as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedEntry {
    /// What it is.
    pub kind: SavedKind,
    /// What it is called.
    pub name: SavedName,
    /// The reader's day when it was saved, in the years 0 to 9999.
    pub saved: Date,
    /// The fragment of its link, without the `#`. Whether it can be opened is for `link` to say.
    pub link: String,
}

impl SavedEntry {
    /// Writes the text to keep.
    #[must_use]
    pub fn encode(&self) -> String {
        let Self { kind, name, saved, link } = self;
        format!("{} 1\nname {name}\nsaved {saved}\nlink {link}", kind.noun)
    }

    /// Reads a text that was kept as something of that kind.
    ///
    /// # Errors
    /// [`DamagedEntry`] says what is wrong with it.
    pub fn decode(kind: SavedKind, text: &str) -> Result<Self, DamagedEntry> {
        let (version, rest) = lines::version(text, kind.noun).ok_or(DamagedEntry::OtherKind(kind.noun))?;
        if version != "1" {
            return Err(DamagedEntry::UnknownVersion(version.to_owned()));
        }
        let (name, rest) = lines::line(rest, "name").map_err(DamagedEntry::Missing)?;
        let (saved, rest) = lines::line(rest, "saved").map_err(DamagedEntry::Missing)?;
        let link = lines::last(rest, "link").map_err(DamagedEntry::Missing)?;
        Ok(Self {
            kind,
            name: SavedName::read(name).ok_or(DamagedEntry::BadName)?,
            saved: read_day(saved).ok_or(DamagedEntry::BadDay)?,
            link: link.to_owned(),
        })
    }
}

/// Why a text that was kept isn't what was saved.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DamagedEntry {
    /// It doesn't begin like one.
    #[error("it doesn’t begin like a saved {0}")]
    OtherKind(&'static str),
    /// A version that this program doesn't know.
    #[error("its version is {0}, which this calculator doesn’t know; a newer one may have saved it")]
    UnknownVersion(String),
    /// A line isn't there.
    #[error("its {0} is missing")]
    Missing(&'static str),
    /// The name is too long, or holds what no name holds.
    #[error("its name isn’t one that this calculator would give")]
    BadName,
    /// The day doesn't exist.
    #[error("the day when it was saved isn’t a date")]
    BadDay,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "estimate 1\nname Corpus\nsaved 2026-08-14\nlink v1/reads=5";

    #[test]
    fn an_estimate_is_four_lines() {
        let saved = Date::from_ymd_opt(2026, 8, 14).expect("a day");
        let estimate = SavedEntry {
            kind: SavedKind::ESTIMATE,
            name: SavedName::new("Corpus", ""),
            saved,
            link: "v1/reads=5".to_owned(),
        };
        assert_eq!(estimate.encode(), TEXT);
        assert_eq!(SavedEntry::decode(SavedKind::ESTIMATE, TEXT), Ok(estimate));
    }

    #[track_caller]
    fn case(from: &str, to: &str, expected: DamagedEntry) {
        assert!(TEXT.contains(from));
        assert_eq!(SavedEntry::decode(SavedKind::ESTIMATE, &TEXT.replace(from, to)), Err(expected));
    }

    #[test]
    fn a_damaged_text_says_what_is_wrong() {
        use DamagedEntry::{BadDay, BadName, Missing, OtherKind, UnknownVersion};
        case(TEXT, "", OtherKind("estimate"));
        case("estimate 1", "estimate", OtherKind("estimate"));
        case("estimate 1", "estimate one", OtherKind("estimate"));
        case("estimate 1", "estimate 1 ", OtherKind("estimate"));
        case("estimate 1", "estimate 1234567890", OtherKind("estimate"));
        case("estimate 1", "estimate 01", UnknownVersion("01".to_owned()));
        case("estimate 1", "estimate 2", UnknownVersion("2".to_owned()));
        case("\nname Corpus\nsaved 2026-08-14\nlink v1/reads=5", "", Missing("name"));
        case("name Corpus\n", "", Missing("name"));
        case("saved 2026-08-14\n", "", Missing("saved"));
        case("\nlink v1/reads=5", "", Missing("saved"));
        case("link ", "", Missing("link"));
        case("Corpus", "", BadName);
        case("Corpus", " Corpus", BadName);
        case("Corpus", "Corpus\u{202e}", BadName);
        for day in ["2026-02-30", "2026-8-14", "2026-08-14 ", "+202-08-14", "2026-+8-14", "12026-08-14", "2026/08/14"] {
            case("2026-08-14", day, BadDay);
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_reads_back(typed in any::<String>(), link in any::<String>(), day in 0..3_652_000_u64, is_budget in any::<bool>()) {
            let saved = Date::from_ymd_opt(0, 1, 1).expect("a day") + chrono::Days::new(day);
            let kind = if is_budget { SavedKind::BUDGET } else { SavedKind::ESTIMATE };
            let entry = SavedEntry { kind, name: SavedName::new(&typed, ""), saved, link };
            prop_assert_eq!(SavedEntry::decode(kind, &entry.encode()), Ok(entry));
        }

        /// No text is read as an estimate that would be written differently, and none makes the program fail.
        #[test]
        fn any_text_is_refused_or_is_written_the_same(text in prop_oneof![
            any::<String>(),
            "estimate [0-9]{1,3}\n(name .{0,9}\n)?(saved [0-9]{4}-[0-9]{2}-[0-9]{2}\n)?(link .{0,9})?",
        ]) {
            if let Ok(estimate) = SavedEntry::decode(SavedKind::ESTIMATE, &text) {
                prop_assert_eq!(estimate.encode(), text);
            }
        }
    }
}
