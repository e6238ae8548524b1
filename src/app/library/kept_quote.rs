use thiserror::Error;

use super::Origin;
use crate::app::storage::lines;
use crate::pricing::{Date, read_day};
use crate::quote::link::QuoteLinkError;

/// A quote as it is kept: what one key of the storage holds.
///
/// It is kept as three lines, of which the first says the version:
///
/// ```text
/// quote 1
/// changed 2026-11-24
/// link q1/oQEACDIwMjYtMDE0…
/// ```
///
/// Of a quote that came by link version 2 says so:
///
/// ```text
/// quote 2
/// changed 2026-11-24
/// origin received
/// link q1/oQEACDIwMjYtMDE0…
/// ```
///
/// Version 3 says in the same place `origin set aside`, of what another tab wrote over.
///
/// The link of a draft is a link like any other, but for the day of issue, which it doesn't have. A text that says less,
/// more or something else is refused, never mended; what is refused stays in the storage as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptQuote {
    /// The reader's day when it was last changed, in the years 0 to 9999.
    pub changed: Date,
    /// Where it came from.
    pub origin: Origin,
    /// The fragment of its link, without the `#`. Whether it can be opened is for [`crate::quote::link`] to say.
    pub link: String,
}

impl KeptQuote {
    /// Writes the text to keep.
    #[must_use]
    pub fn encode(&self) -> String {
        let Self { changed, origin, link } = self;
        let (version, origin) = origin.written();
        format!("quote {version}\nchanged {changed}\n{origin}link {link}")
    }

    /// Reads a text that was kept.
    ///
    /// # Errors
    /// [`DamagedQuote`] says what is wrong with it.
    pub fn decode(text: &str) -> Result<Self, DamagedQuote> {
        let (version, rest) = lines::version(text, "quote").ok_or(DamagedQuote::NotAQuote)?;
        let origin = Origin::of_version(version).ok_or_else(|| DamagedQuote::UnknownVersion(version.to_owned()))?;
        let (changed, rest) = lines::line(rest, "changed").map_err(DamagedQuote::Missing)?;
        let rest = rest.strip_prefix(origin.written().1).ok_or(DamagedQuote::Missing("origin"))?;
        let link = lines::last(rest, "link").map_err(DamagedQuote::Missing)?;
        Ok(Self { changed: read_day(changed).ok_or(DamagedQuote::BadDay)?, origin, link: link.to_owned() })
    }
}

/// Why a text that was kept isn't a quote that can be opened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DamagedQuote {
    /// It doesn't begin like one.
    #[error("it doesn’t begin like a kept quote")]
    NotAQuote,
    /// A version that this program doesn't know.
    #[error("its version is {0}, which this calculator doesn’t know; a newer one may have kept it")]
    UnknownVersion(String),
    /// A line isn't there.
    #[error("its {0} is missing")]
    Missing(&'static str),
    /// The day doesn't exist.
    #[error("the day when it was changed isn’t a date")]
    BadDay,
    /// Its link can't be opened.
    #[error("its link can’t be opened: {0}")]
    Link(#[from] QuoteLinkError),
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "quote 1\nchanged 2026-11-24\nlink q1/abc";

    #[test]
    fn a_quote_is_three_lines() {
        let changed = Date::from_ymd_opt(2026, 11, 24).expect("a day");
        let quote = KeptQuote { changed, origin: Origin::Own, link: "q1/abc".to_owned() };
        assert_eq!(quote.encode(), TEXT);
        assert_eq!(KeptQuote::decode(TEXT), Ok(quote.clone()));
        for (origin, text) in [
            (Origin::Received, "quote 2\nchanged 2026-11-24\norigin received\nlink q1/abc"),
            (Origin::SetAside, "quote 3\nchanged 2026-11-24\norigin set aside\nlink q1/abc"),
        ] {
            let other = KeptQuote { origin, ..quote.clone() };
            assert_eq!((other.encode().as_str(), KeptQuote::decode(text)), (text, Ok(other)));
        }
    }

    #[track_caller]
    fn case(from: &str, to: &str, expected: DamagedQuote) {
        assert!(TEXT.contains(from));
        assert_eq!(KeptQuote::decode(&TEXT.replace(from, to)), Err(expected));
    }

    #[test]
    fn a_damaged_text_says_what_is_wrong() {
        use DamagedQuote::{BadDay, Missing, NotAQuote, UnknownVersion};
        case(TEXT, "", NotAQuote);
        case("quote 1", "estimate 1", NotAQuote);
        case("quote 1", "quote", NotAQuote);
        case("quote 1", "quote1", NotAQuote);
        case("quote 1", "quote 1 ", NotAQuote);
        case("quote 1", "quote 01", UnknownVersion("01".to_owned()));
        case("quote 1", "quote 4", UnknownVersion("4".to_owned()));
        case("quote 1", "quote 2", Missing("origin"));
        case("quote 1\nchanged 2026-11-24\n", "quote 3\nchanged 2026-11-24\norigin received\n", Missing("origin"));
        case("\nchanged 2026-11-24\nlink q1/abc", "", Missing("changed"));
        case("changed 2026-11-24\n", "", Missing("changed"));
        case("\nlink q1/abc", "", Missing("changed"));
        case("link ", "", Missing("link"));
        case("2026-11-24", "2026-11-31", BadDay);
        case("2026-11-24", "", BadDay);
    }

    fn origins() -> impl Strategy<Value = Origin> {
        prop_oneof![Just(Origin::Own), Just(Origin::Received), Just(Origin::SetAside)]
    }

    proptest! {
        #[test]
        fn what_is_kept_reads_back(link in any::<String>(), day in 0..3_652_000_u64, origin in origins()) {
            let changed = Date::from_ymd_opt(0, 1, 1).expect("a day") + chrono::Days::new(day);
            let quote = KeptQuote { changed, origin, link };
            prop_assert_eq!(KeptQuote::decode(&quote.encode()), Ok(quote));
        }

        /// No text is read as a quote that would be written differently, and none makes the program fail.
        #[test]
        fn any_text_is_refused_or_is_written_the_same(text in prop_oneof![
            any::<String>(),
            "quote [0-9]{1,3}\n(changed [0-9]{4}-[0-9]{2}-[0-9]{2}\n)?(origin (received|set aside)\n)?(link .{0,9})?",
        ]) {
            if let Ok(quote) = KeptQuote::decode(&text) {
                prop_assert_eq!(quote.encode(), text);
            }
        }
    }
}
