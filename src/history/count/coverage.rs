use crate::history::rows::SameRows;
use crate::history::{CalendarDay, CalendarMonth, RunOn};

/// How well the rows of a file cover the months of its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The rows of the table, those that couldn't be read included.
    pub rows: u64,
    /// Those that couldn't be read.
    pub unread: u64,
    /// Those of them that a quotation mark makes of several lines.
    pub run_on: RunOn,
    /// Where rows are days or months with their reads, those of the first ones that are exactly the same as one before. Their reads
    /// were added up.
    pub same: u64,
    /// The months between others that no row speaks of, the earliest first. They count as 0 reads.
    pub missing: Vec<CalendarMonth>,
    /// The months whose reads may be counted twice, the earliest first: with more than one row where each row is a month with
    /// its reads, or with such a row beside rows of their days.
    pub repeated: Vec<CalendarMonth>,
    /// Where rows are days, the first of them, if that isn't the first of its month: what came before it may be missing.
    pub begins: Option<CalendarDay>,
    /// Where rows are days, the last of them, if that isn't the last of its month: what came after it may be missing.
    pub ends: Option<CalendarDay>,
}

impl Coverage {
    /// Whether there are more rows than are looked at for those that are the same as one before.
    #[must_use]
    pub const fn may_have_more_same(&self) -> bool {
        self.rows > SameRows::MOST as u64
    }

    /// The same without what it says of months before `first`.
    pub(in crate::history) fn since(self, first: CalendarMonth) -> Self {
        let later = |list: Vec<CalendarMonth>| list.into_iter().filter(|month| *month >= first).collect();
        Self {
            missing: later(self.missing),
            repeated: later(self.repeated),
            begins: self.begins.filter(|day| day.month() >= first),
            ..self
        }
    }
}
