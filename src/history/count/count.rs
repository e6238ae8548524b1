use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::coverage::Coverage;
use super::sums::Sums;
use crate::history::{
    Assumption, BadRows, CalendarMonth, DateOrder, IgnoredKind, IgnoredRows, OrderEvidence, OrderReason, OtherColumn,
    RunOn, Source, UsageHistory,
};
use crate::pricing::Reads;

/// What came of counting a file: its reads by month, and everything that wasn't counted.
///
/// Dates whose order isn't known before the last row are counted in both, so that the order can be chosen without reading
/// the file again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// What the reads are taken from; `None` before anything is counted.
    pub source: Option<Source>,
    /// The other columns of numbers that are worth a word.
    pub others: Vec<OtherColumn>,
    /// What is taken for granted, but for the order of dates.
    pub assumptions: Vec<Assumption>,
    /// The rows of the table, those that couldn't be read included.
    pub rows: u64,
    /// What isn't part of the table, or says nothing of reads.
    pub ignored: BTreeMap<IgnoredKind, IgnoredRows>,
    /// The rows that a quotation mark makes of several lines.
    pub run_on: RunOn,
    /// What the dates say of their order.
    pub evidence: OrderEvidence,
    /// Whether the rows tell of moments, as in a log of requests, rather than of days or months.
    pub(in crate::history) has_moments: bool,
    pub(in crate::history) clear: Sums,
    pub(in crate::history) day_first: Sums,
    pub(in crate::history) month_first: Sums,
    /// The rows of each month whose dates name no day, where their reads are counted.
    pub(super) month_rows: Sums,
    pub(super) bad: BadRows,
    pub(super) bad_day_first: BadRows,
    pub(super) bad_month_first: BadRows,
}

impl Count {
    /// The rows that couldn't be read in that order of dates.
    #[must_use]
    pub fn bad_rows(&self, order: DateOrder) -> BadRows {
        self.bad.and(match order {
            DateOrder::DayFirst => &self.bad_day_first,
            DateOrder::MonthFirst => &self.bad_month_first,
        })
    }

    /// The reads by month in that order of dates, from the first month that has a row to the last, with how well the rows cover
    /// them. Months in between that have no row have 0 reads.
    ///
    /// # Errors
    /// [`CountError`] when no row was read, or a month has too many reads.
    pub fn history(&self, order: DateOrder) -> Result<UsageHistory, CountError> {
        let mut sums = self.clear.clone();
        sums.add_all(match order {
            DateOrder::DayFirst => &self.day_first,
            DateOrder::MonthFirst => &self.month_first,
        });
        let mut months = sums.months().map(|(month, _)| month);
        let first = months.next().ok_or(CountError::NothingRead)?;
        let last = months.next_back().unwrap_or(first);
        let (mut reads, mut missing) = (Vec::new(), Vec::new());
        for month in (0..=last.months_since(first)).filter_map(|place| first.later(place)) {
            let sum = sums.reads(month);
            if sum.is_none() {
                missing.push(month);
            }
            reads.push(Reads::new(sum.unwrap_or_default()).map_err(|_| CountError::TooMany(month))?);
        }
        let unread = self.bad_rows(order).count;
        let (begins, ends) = sums.inner_ends(self.has_moments);
        let repeated = self.repeated(&sums, self.rows - unread);
        // Requests and posts of the same moment may look the same.
        let same = if self.has_moments { 0 } else { sums.same() };
        let coverage = Coverage { rows: self.rows, unread, run_on: self.run_on, same, missing, repeated, begins, ends };
        let history = UsageHistory::new(first, reads).and_then(|history| history.with_coverage(coverage));
        let history = history.ok_or(CountError::NothingRead)?.with_assumptions(self.assumptions(order));
        Ok(match &self.source {
            Some(source) => history.with_source(source.clone()),
            None => history,
        })
    }

    /// What is taken for granted in that order of dates.
    fn assumptions(&self, order: DateOrder) -> Vec<Assumption> {
        let assumed = (self.evidence.order().1 == OrderReason::Assumed).then_some(Assumption::Order(order));
        self.assumptions.iter().copied().chain(assumed).collect()
    }

    /// The months with more than one row, if all the rows that were `read` are months; otherwise those with a row of their own
    /// beside rows of their days. Rows of days and requests share months as a matter of course.
    fn repeated(&self, sums: &Sums, read: u64) -> Vec<CalendarMonth> {
        let whole: u64 = self.month_rows.months().map(|(_, rows)| rows).sum();
        if whole < read {
            return sums.mixed_months().filter(|month| self.month_rows.reads(*month).is_some()).collect();
        }
        self.month_rows.months().filter(|(_, rows)| *rows > 1).map(|(month, _)| month).collect()
    }
}

/// Why rows make no history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CountError {
    /// No row has a date and a count.
    #[error("no row could be read")]
    NothingRead,
    /// More reads in a month than can be priced.
    #[error("the rows of {0} add up to more than {max} (10^15) reads", max = Reads::MAX)]
    TooMany(CalendarMonth),
}
