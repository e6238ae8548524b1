use super::CalendarMonth;
use crate::pricing::Reads;

/// The reads of months that follow each other, at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageHistory {
    first: CalendarMonth,
    reads: Vec<Reads>,
}

impl UsageHistory {
    /// The reads of each month from `first` on; `None` without any, or where they go on after the last month there is.
    #[must_use]
    pub fn new(first: CalendarMonth, reads: Vec<Reads>) -> Option<Self> {
        first.later(reads.len().checked_sub(1)?)?;
        Some(Self { first, reads })
    }

    /// The reads of each month, the earliest first.
    #[must_use]
    pub fn reads(&self) -> &[Reads] {
        &self.reads
    }

    /// The months with their reads.
    pub fn months(&self) -> impl Iterator<Item = (CalendarMonth, Reads)> {
        let month = |(place, reads): (usize, &Reads)| Some((self.first.later(place)?, *reads));
        self.reads.iter().enumerate().filter_map(month)
    }

    /// The earliest month.
    #[must_use]
    pub const fn first(&self) -> CalendarMonth {
        self.first
    }

    /// The latest month.
    #[must_use]
    pub fn last(&self) -> CalendarMonth {
        self.first.later(self.reads.len().saturating_sub(1)).unwrap_or(self.first)
    }

    /// All reads together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.reads.iter().map(|reads| reads.get()).sum()
    }

    /// The busiest month; of equals the earliest.
    #[must_use]
    pub fn busiest(&self) -> (CalendarMonth, Reads) {
        let busiest = self.months().reduce(|best, month| if month.1 > best.1 { month } else { best });
        busiest.unwrap_or((self.first, Reads::ZERO))
    }

    /// The last months, at most `count` of them, and at least one.
    #[must_use]
    pub fn latest(&self, count: usize) -> Self {
        let left_out = self.reads.len().saturating_sub(count.max(1));
        let first = self.first.later(left_out).unwrap_or(self.first);
        Self { first, reads: self.reads.get(left_out..).unwrap_or(&self.reads).to_vec() }
    }
}
