use std::fmt;

use chrono::Datelike;

use super::calendar_month::{CalendarMonth, MonthError};
use crate::pricing::Date;

/// A day of a [`CalendarMonth`], in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDay {
    month: CalendarMonth,
    day: u32,
}

impl CalendarDay {
    /// The day of that number in a month; `None` where the month has no such day.
    #[must_use]
    pub fn new(month: CalendarMonth, day: u32) -> Option<Self> {
        month.has_day(day).then_some(Self { month, day })
    }

    /// A day by its date.
    ///
    /// # Errors
    /// [`MonthError`] when it is none of these years.
    pub(in crate::history) fn of(date: Date) -> Result<Self, MonthError> {
        Ok(Self { month: CalendarMonth::new(date.year(), date.month())?, day: date.day() })
    }

    /// Reads a day as it is written, `2023-04-05`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.rsplit_once('-')?;
        let is_number = day.len() == 2 && day.bytes().all(|byte| byte.is_ascii_digit());
        Self::new(CalendarMonth::parse(month)?, is_number.then(|| day.parse().ok()).flatten()?)
    }

    /// Its month.
    #[must_use]
    pub const fn month(self) -> CalendarMonth {
        self.month
    }

    /// Its number in its month, from 1 on.
    #[must_use]
    pub const fn day(self) -> u32 {
        self.day
    }

    /// Whether its month begins with it.
    #[must_use]
    pub const fn is_first(self) -> bool {
        self.day == 1
    }

    /// Whether its month ends with it.
    #[must_use]
    pub fn is_last(self) -> bool {
        !self.month.has_day(self.day + 1)
    }

    /// Whether it comes so many days, fewer than a month has, after another one.
    pub(in crate::history) fn is_later(self, before: Self, days: u32) -> bool {
        if before.month.has_day(before.day + days) {
            return self.month == before.month && self.day == before.day + days;
        }
        let left_of_month = (0..days).rev().find(|left| before.month.has_day(before.day + left));
        before.month.later(1) == Some(self.month) && left_of_month.map(|left| left + self.day) == Some(days)
    }
}

impl fmt::Display for CalendarDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{:02}", self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_after_each_other() {
        for (before, after, days) in [
            ("2023-02-27", "2023-02-28", 1),
            ("2023-02-28", "2023-03-01", 1),
            ("2024-02-28", "2024-03-06", 7),
            ("2023-12-25", "2024-01-01", 7),
            ("2023-03-01", "2023-03-08", 7),
            ("2023-03-24", "2023-03-31", 7),
        ] {
            let [before, after] = [before, after].map(|day| CalendarDay::parse(day).expect("a day"));
            for other in 1..9 {
                assert_eq!(after.is_later(before, other), other == days, "{after} {other} days after {before}");
            }
            assert!(!before.is_later(after, days));
        }
    }

    #[test]
    fn days_are_written_as_they_are_read() {
        for (text, is_first, is_last) in [
            ("2023-02-01", true, false),
            ("2023-02-28", false, true),
            ("2024-02-28", false, false),
            ("2099-12-31", false, true),
        ] {
            let day = CalendarDay::parse(text).expect("a day");
            assert_eq!((day.to_string().as_str(), day.is_first(), day.is_last()), (text, is_first, is_last));
        }
        for text in ["2023-02-29", "2023-04-00", "2023-04-1", "2023-04", "2005-12-31", "2023-13-01", "2023-04-+1", ""] {
            assert_eq!(CalendarDay::parse(text), None, "{text}");
        }
    }
}
