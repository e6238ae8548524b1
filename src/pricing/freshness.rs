use super::{Catalogue, Date, PriceBook};

/// How long ago the newest prices were checked, on a reader's day.
///
/// What counts is [`Catalogue::last_checked`]: the last day on which a figure of the newest price book is known to have been
/// seen. Sources that only older price books cite don't count, because they say nothing about today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness<'a> {
    /// The price book in question.
    pub newest: &'a PriceBook,
    /// The day of the check.
    pub checked: Date,
    /// Days from the check to the reader's day; negative when the reader's clock is behind the check.
    pub days: i64,
    /// How much that is.
    pub level: FreshnessLevel,
}

/// How old prices are, in four steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FreshnessLevel {
    /// Checked not long ago, or on a day that the reader's clock hasn't reached.
    Fresh,
    /// Old enough for a change to have been missed.
    Aging,
    /// Likely to have changed: the seller has repriced several times within a year.
    Old,
    /// More than a year old.
    VeryOld,
}

impl<'a> Freshness<'a> {
    /// The most days for which prices are fresh.
    pub const FRESH_DAYS: i64 = 60;

    /// The most days for which prices are merely aging.
    pub const AGING_DAYS: i64 = 180;

    /// The most days that are no more than a year, leap years included.
    pub const OLD_DAYS: i64 = 366;

    /// How fresh the newest prices of `catalogue` are on `today`.
    #[must_use]
    pub fn on(catalogue: &'a Catalogue, today: Date) -> Self {
        let checked = catalogue.last_checked();
        let days = (today - checked).num_days();
        let level = if days <= Self::FRESH_DAYS {
            FreshnessLevel::Fresh
        } else if days <= Self::AGING_DAYS {
            FreshnessLevel::Aging
        } else if days <= Self::OLD_DAYS {
            FreshnessLevel::Old
        } else {
            FreshnessLevel::VeryOld
        };
        Self { newest: catalogue.newest_price_book(), checked, days, level }
    }

    /// Whether the reader's clock is wrong: it shows a day before the check. One day is no error, because somewhere on Earth
    /// it is still yesterday.
    #[must_use]
    pub const fn is_clock_behind(&self) -> bool {
        self.days < -1
    }
}
