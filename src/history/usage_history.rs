use crate::history::{Assumption, CalendarMonth, Coverage, Source};
use crate::pricing::Reads;

/// The reads of months that follow each other, at least one, how well the rows behind them cover them, what was counted of
/// these, where that is known, and what was taken for granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageHistory {
    first: CalendarMonth,
    reads: Vec<Reads>,
    coverage: Option<Coverage>,
    source: Option<Source>,
    assumptions: Vec<Assumption>,
}

impl UsageHistory {
    /// The reads of each month from `first` on; `None` without any, or where they go on after the last month there is.
    #[must_use]
    pub fn new(first: CalendarMonth, reads: Vec<Reads>) -> Option<Self> {
        first.later(reads.len().checked_sub(1)?)?;
        Some(Self { first, reads, coverage: None, source: None, assumptions: Vec::new() })
    }

    /// The same with how well the rows behind it cover it; `None` where that isn't of these months, or no row could be read.
    #[must_use]
    pub fn with_coverage(self, coverage: Coverage) -> Option<Self> {
        let months = self.first..=self.last();
        let is_of_these = |list: &[CalendarMonth]| {
            list.iter().all(|month| months.contains(month)) && list.is_sorted_by(|one, next| one < next)
        };
        let fits = coverage.unread < coverage.rows
            && coverage.same < coverage.rows - coverage.unread
            && coverage.run_on.fits(coverage.unread)
            && [&coverage.missing, &coverage.repeated].into_iter().all(|it| is_of_these(it))
            && coverage.begins.is_none_or(|day| day.month() == self.first && !day.is_first())
            && coverage.ends.is_none_or(|day| day.month() == self.last() && !day.is_last());
        fits.then_some(Self { coverage: Some(coverage), ..self })
    }

    /// The same with what its reads were taken from.
    #[must_use]
    pub fn with_source(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// The same with what was taken for granted of its file, in the order of [`Assumption::ALL`].
    #[must_use]
    pub fn with_assumptions(self, assumptions: Vec<Assumption>) -> Self {
        Self { assumptions, ..self }
    }

    /// What was taken for granted of its file, as far as that is known.
    #[must_use]
    pub fn assumptions(&self) -> &[Assumption] {
        &self.assumptions
    }

    /// What its reads were taken from; `None` where that isn't known.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// How well the rows behind it cover it; `None` where that isn't known. Where [`UsageHistory::latest`] has left months out, it
    /// names none of these, but its rows are still all of the file.
    #[must_use]
    pub const fn coverage(&self) -> Option<&Coverage> {
        self.coverage.as_ref()
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

    /// The last months, at most `count` of them, and at least one. Of those before nothing is known but their rows.
    #[must_use]
    pub fn latest(&self, count: usize) -> Self {
        let left_out = self.reads.len().saturating_sub(count.max(1));
        let first = self.first.later(left_out).unwrap_or(self.first);
        let reads = self.reads.get(left_out..).unwrap_or(&self.reads).to_vec();
        let coverage = self.coverage.clone().map(|coverage| coverage.since(first));
        let (source, assumptions) = (self.source.clone(), self.assumptions.clone());
        Self { first, reads, coverage, source, assumptions }
    }
}
