use thiserror::Error;

use crate::app::saved::SavedName;
use crate::app::storage::lines;
use crate::history::{CalendarMonth, UsageHistory};
use crate::pricing::{Date, Reads};

/// A history under a name: what one key of the storage holds.
///
/// It is kept as five lines, of which the first says the version:
///
/// ```text
/// history 1
/// name reads.csv
/// kept 2026-08-14
/// from 2021-03
/// reads 1200,0,350
/// ```
///
/// A text that says less, more or something else is refused, never mended; what is refused stays in the storage as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptHistory {
    /// What it is called.
    pub name: SavedName,
    /// The reader's day when it was kept, in the years 0 to 9999.
    pub kept: Date,
    /// Its months.
    pub history: UsageHistory,
}

impl KeptHistory {
    /// Writes the text to keep.
    #[must_use]
    pub fn encode(&self) -> String {
        let Self { name, kept, history } = self;
        let reads: Vec<_> = history.reads().iter().map(ToString::to_string).collect();
        format!("history 1\nname {name}\nkept {kept}\nfrom {}\nreads {}", history.first(), reads.join(","))
    }

    /// Reads a text that was kept.
    ///
    /// # Errors
    /// [`DamagedHistory`] says what is wrong with it.
    pub fn decode(text: &str) -> Result<Self, DamagedHistory> {
        let (version, rest) = lines::version(text, "history").ok_or(DamagedHistory::NotAHistory)?;
        if version != "1" {
            return Err(DamagedHistory::UnknownVersion(version.to_owned()));
        }
        let (name, rest) = lines::line(rest, "name").map_err(DamagedHistory::Missing)?;
        let (kept, rest) = lines::line(rest, "kept").map_err(DamagedHistory::Missing)?;
        let (from, rest) = lines::line(rest, "from").map_err(DamagedHistory::Missing)?;
        let reads = lines::last(rest, "reads").map_err(DamagedHistory::Missing)?;
        let first = CalendarMonth::parse(from).ok_or(DamagedHistory::BadMonth)?;
        let reads = reads.split(',').map(read).collect::<Option<Vec<_>>>().ok_or(DamagedHistory::BadReads)?;
        Ok(Self {
            name: SavedName::read(name).ok_or(DamagedHistory::BadName)?,
            kept: lines::day(kept).ok_or(DamagedHistory::BadDay)?,
            history: UsageHistory::new(first, reads).ok_or(DamagedHistory::BadReads)?,
        })
    }
}

fn read(text: &str) -> Option<Reads> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten().and_then(|count| Reads::new(count).ok())
}

/// Why a text that was kept isn't a history.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DamagedHistory {
    /// It doesn't begin like one.
    #[error("it doesn’t begin like a history")]
    NotAHistory,
    /// A version that this program doesn't know.
    #[error("its version is {0}, which this calculator doesn’t know; a newer one may have kept it")]
    UnknownVersion(String),
    /// A line isn't there.
    #[error("its {0} is missing")]
    Missing(&'static str),
    /// The name is too long, or holds what no name holds.
    #[error("its name isn’t one that this calculator would give")]
    BadName,
    /// The day doesn't exist.
    #[error("the day when it was kept isn’t a date")]
    BadDay,
    /// The month isn't one.
    #[error("its first month isn’t a month")]
    BadMonth,
    /// The reads aren't numbers, or go on too long.
    #[error("its reads aren’t numbers of reads, month by month")]
    BadReads,
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn case(text: &str, damage: &str) {
        assert_eq!(KeptHistory::decode(text).map_err(|damage| damage.to_string()), Err(damage.to_owned()));
    }

    #[test]
    fn damaged_texts_say_what_is_wrong() {
        case("", "it doesn’t begin like a history");
        case("estimate 1\nname x", "it doesn’t begin like a history");
        case(
            "history 2\nanything",
            "its version is 2, which this calculator doesn’t know; a newer one may have kept it",
        );
        case("history 1\nname x\nkept 2026-08-14\nfrom 2021-03", "its from is missing");
        case("history 1\nname x\nkept 2026-08-14\nfrom 2021-03\n", "its reads is missing");
        case("history 1\nname x\nkept 2026-02-30\nfrom 2021-03\nreads 1", "the day when it was kept isn’t a date");
        case("history 1\nname x\nkept 2026-08-14\nfrom 2021\nreads 1", "its first month isn’t a month");
        for reads in ["", "1,", "1,-2", "1,x", "1000000000000001", "1\n"] {
            let text = format!("history 1\nname x\nkept 2026-08-14\nfrom 2021-03\nreads {reads}");
            case(&text, "its reads aren’t numbers of reads, month by month");
        }
        case(
            "history 1\nname x\nkept 2026-08-14\nfrom 2099-12\nreads 1,2",
            "its reads aren’t numbers of reads, month by month",
        );
    }

    proptest! {
        #[test]
        fn what_is_kept_comes_back(
            name in any::<String>(),
            (year, month) in (2006..2090_i32, 1..=12_u32),
            reads in proptest::collection::vec(0..=Reads::MAX.get(), 1..100),
        ) {
            let first = CalendarMonth::new(year, month).expect("a month");
            let reads = reads.into_iter().map(|count| Reads::new(count).expect("reads")).collect();
            let history = UsageHistory::new(first, reads).expect("a history");
            let kept = Date::from_ymd_opt(2026, 8, 14).expect("a day");
            let kept = KeptHistory { name: SavedName::new(&name, "A file"), kept, history };
            prop_assert_eq!(KeptHistory::decode(&kept.encode()), Ok(kept));
        }

        #[test]
        fn any_text_is_a_history_or_says_why_not(text in any::<String>()) {
            let _read = KeptHistory::decode(&text);
        }
    }
}
