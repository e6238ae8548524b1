use std::fmt;

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::pricing::Date;

/// A month of a year, January 2006 to December 2099, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct CalendarMonth(u16);

impl CalendarMonth {
    /// The first year: before it there was no post to read.
    pub const FIRST_YEAR: i32 = 2006;

    /// The last year that is read as one.
    pub const LAST_YEAR: i32 = 2099;

    /// The months since January of [`CalendarMonth::FIRST_YEAR`] that there are.
    const COUNT: u16 = 94 * 12;

    /// The month of that number, 1 to 12, in that year.
    ///
    /// # Errors
    /// [`MonthError`] when there is no such month, or none in these years.
    pub fn new(year: i32, month: u32) -> Result<Self, MonthError> {
        if year < Self::FIRST_YEAR {
            return Err(MonthError::TooEarly);
        }
        if year > Self::LAST_YEAR {
            return Err(MonthError::TooLate);
        }
        let place = u16::try_from(month).ok().filter(|month| (1..=12).contains(month));
        let years = u16::try_from(year - Self::FIRST_YEAR).map_err(|_| MonthError::TooLate)?;
        place.map(|month| Self(years * 12 + month - 1)).ok_or(MonthError::NoSuchMonth)
    }

    /// The last month that has begun somewhere on the reader's day: that of the day after it, so that neither a zone nor a clock
    /// that is a little slow matters. Days before and after these years are those of the first month and of the last.
    #[must_use]
    pub fn begun_by(today: Date) -> Self {
        let day = today.succ_opt().unwrap_or(today);
        Self::new(day.year(), day.month()).unwrap_or(match day.year() {
            ..Self::FIRST_YEAR => Self(0),
            _ => Self(Self::COUNT - 1),
        })
    }

    /// Reads a month as it is written, `2023-04`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let number = |text: &str, length| {
            let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| text.parse::<u32>().ok()).flatten()
        };
        Self::new(i32::try_from(number(year, 4)?).ok()?, number(month, 2)?).ok()
    }

    /// The month that is `count` months later; `None` after the last.
    #[must_use]
    pub fn later(self, count: usize) -> Option<Self> {
        let place = usize::from(self.0).checked_add(count)?;
        u16::try_from(place).ok().and_then(|place| Self::try_from(place).ok())
    }

    /// Whether it has a day of that number.
    pub(super) fn has_day(self, day: u32) -> bool {
        Date::from_ymd_opt(Self::FIRST_YEAR + i32::from(self.0 / 12), u32::from(self.0 % 12) + 1, day).is_some()
    }

    /// How many months `self` comes after `earlier`; 0 where it doesn't.
    #[must_use]
    pub const fn months_since(self, earlier: Self) -> usize {
        self.0.saturating_sub(earlier.0) as usize
    }
}

impl fmt::Display for CalendarMonth {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{:02}", Self::FIRST_YEAR + i32::from(self.0 / 12), self.0 % 12 + 1)
    }
}

impl TryFrom<u16> for CalendarMonth {
    type Error = MonthError;

    fn try_from(place: u16) -> Result<Self, MonthError> {
        if place < Self::COUNT { Ok(Self(place)) } else { Err(MonthError::TooLate) }
    }
}

impl From<CalendarMonth> for u16 {
    fn from(month: CalendarMonth) -> Self {
        month.0
    }
}

/// Why something is no [`CalendarMonth`], to be read after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MonthError {
    /// Before the first year.
    #[error("is before {}, when there was no post to read", CalendarMonth::FIRST_YEAR)]
    TooEarly,
    /// After the last year.
    #[error("is after {}", CalendarMonth::LAST_YEAR)]
    TooLate,
    /// A number that no month has.
    #[error("names a month that doesn’t exist")]
    NoSuchMonth,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_written_as_they_are_read() {
        for text in ["2006-01", "2012-12", "2023-04", "2099-12"] {
            assert_eq!(CalendarMonth::parse(text).map(|month| month.to_string()).as_deref(), Some(text));
        }
        for text in ["2005-12", "2100-01", "2023-00", "2023-13", "2023-4", "2023", "2023-04-01", "+023-04", ""] {
            assert_eq!(CalendarMonth::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_follow_each_other() {
        let month = |text| CalendarMonth::parse(text).expect("a month");
        assert_eq!(month("2022-12").later(1), Some(month("2023-01")));
        assert_eq!(month("2023-04").months_since(month("2021-03")), 25);
        assert_eq!(month("2021-03").months_since(month("2023-04")), 0);
        assert_eq!(month("2099-12").later(1), None);
        assert_eq!(month("2099-12").later(usize::MAX), None);
    }

    #[test]
    fn a_month_has_begun_a_day_early() {
        for (today, last) in [
            ("2026-11-24", "2026-11"),
            ("2026-11-29", "2026-11"),
            ("2026-11-30", "2026-12"),
            ("2026-12-31", "2027-01"),
            ("1970-01-01", "2006-01"),
            ("2100-01-01", "2099-12"),
        ] {
            let today = today.parse().expect("a day");
            assert_eq!(CalendarMonth::begun_by(today).to_string(), last, "{today}");
        }
    }
}
