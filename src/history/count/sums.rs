use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::history::{CalendarDay, CalendarMonth};
use crate::pricing::Reads;

/// The reads of months that have any row, and the days that the rows are of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums(BTreeMap<CalendarMonth, MonthSum>);

/// A row that is to be added.
#[derive(Clone, Copy, Debug)]
pub(in crate::history) struct RowReads {
    /// Its reads.
    pub(in crate::history) reads: u64,
    /// Whether it is exactly the same as one before.
    pub(in crate::history) is_same: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct MonthSum {
    reads: u64,
    /// A bit for each day; the lowest, for day 0, which there is none of, stands for a row of the whole month.
    days: u32,
    /// The rows that are exactly the same as one before.
    same: u64,
}

impl MonthSum {
    const WHOLE_MONTH: u32 = 1;

    /// That of one row, of these days.
    fn of(row: RowReads, days: u32) -> Self {
        Self { reads: row.reads, days, same: u64::from(row.is_same) }
    }

    /// Whether a row is of the whole month.
    const fn is_whole(self) -> bool {
        self.days & Self::WHOLE_MONTH != 0
    }

    /// How many days have rows of their own.
    const fn days_of_rows(self) -> u32 {
        (self.days & !Self::WHOLE_MONTH).count_ones()
    }
}

impl Sums {
    /// What stands for more reads than can be priced.
    const TOO_MANY: u64 = Reads::MAX.get() + 1;

    /// Adds a row of a whole month.
    pub(in crate::history) fn add(&mut self, month: CalendarMonth, row: RowReads) {
        self.add_sum(month, MonthSum::of(row, MonthSum::WHOLE_MONTH));
    }

    /// Adds a row of a day.
    pub(super) fn add_day(&mut self, day: CalendarDay, row: RowReads) {
        self.add_sum(day.month(), MonthSum::of(row, 1 << day.day()));
    }

    /// How many rows are exactly the same as one before.
    pub(in crate::history) fn same(&self) -> u64 {
        self.0.values().map(|sum| sum.same).sum()
    }

    /// Adds the sums of other rows, month by month.
    pub(super) fn add_all(&mut self, others: &Self) {
        for (month, sum) in &others.0 {
            self.add_sum(*month, *sum);
        }
    }

    fn add_sum(&mut self, month: CalendarMonth, added: MonthSum) {
        let sum = self.0.entry(month).or_default();
        sum.reads = sum.reads.saturating_add(added.reads).min(Self::TOO_MANY);
        sum.days |= added.days;
        sum.same += added.same;
    }

    /// The months with their reads, the earliest first; more than [`Reads::MAX`] where a month has too many.
    pub(in crate::history) fn months(&self) -> impl DoubleEndedIterator<Item = (CalendarMonth, u64)> {
        self.0.iter().map(|(month, sum)| (*month, sum.reads))
    }

    /// The reads of a month, more than [`Reads::MAX`] where it has too many; `None` where it has no row.
    pub(in crate::history) fn reads(&self, month: CalendarMonth) -> Option<u64> {
        self.0.get(&month).map(|sum| sum.reads)
    }

    /// The months that have a row of their own and rows of their days, the earliest first: some reads may be counted twice.
    pub(super) fn mixed_months(&self) -> impl Iterator<Item = CalendarMonth> {
        let mixed = self.0.iter().filter(|(_, sum)| sum.is_whole() && sum.days_of_rows() > 0);
        mixed.map(|(month, _)| *month)
    }

    /// The first day, where it isn't the first of its month, and the last day, where it isn't the last of its month. Neither where
    /// no month has rows of several days: then each may stand for its whole month, unless rows are of moments.
    pub(super) fn inner_ends(&self, has_moments: bool) -> (Option<CalendarDay>, Option<CalendarDay>) {
        if !has_moments && !self.0.values().any(|sum| !sum.is_whole() && sum.days_of_rows() > 1) {
            return (None, None);
        }
        // A month with a row of its own has no day that is the first or the last of its rows.
        let by_days = |(month, sum): (&CalendarMonth, &MonthSum)| (!sum.is_whole()).then_some((*month, sum.days));
        let first = self.0.first_key_value().and_then(by_days);
        let first = first.and_then(|(month, days)| CalendarDay::new(month, days.trailing_zeros()));
        let last = self.0.last_key_value().and_then(by_days);
        let last = last.and_then(|(month, days)| CalendarDay::new(month, days.ilog2()));
        (first.filter(|day| !day.is_first()), last.filter(|day| !day.is_last()))
    }
}
