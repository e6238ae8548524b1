use serde::{Deserialize, Serialize};

use super::{DateOrder, DecimalMark};

/// What is taken for granted of a file that may be otherwise. It is asked about before the file is counted, and whoever uses its
/// figures has to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assumption {
    /// What is counted is no running total, though it never falls and often rises from one row to the next.
    NoRunningTotal,
    /// Each row is one read, though there is one for each stretch of time, as in a table of counts.
    ReadPerStretch,
    /// Each row is one read, though it looks like an account.
    ReadPerAccount,
    /// An account counts in the month in which it was created.
    MonthOfCreation,
    /// The reads of a week are all of the month of the date in its row.
    WeekInOneMonth,
    /// The reads of a row that begins in one month and ends in another are all of the month of one of its dates.
    SpanInOneMonth,
    /// This is the decimal mark and the other one sets thousands apart, though the numbers may be in millions, and then it may be the
    /// other way.
    Mark(DecimalMark),
    /// Whole numbers are reads as they are, though others beside them aren't whole, and all may be in millions.
    WholeAsTheyAre,
    /// Days and months of dates like 03/04/2023 stand in this order, though nothing tells.
    Order(DateOrder),
}

impl Assumption {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 11] = [
        Self::NoRunningTotal,
        Self::ReadPerStretch,
        Self::ReadPerAccount,
        Self::MonthOfCreation,
        Self::WeekInOneMonth,
        Self::SpanInOneMonth,
        Self::Mark(DecimalMark::Point),
        Self::Mark(DecimalMark::Comma),
        Self::WholeAsTheyAre,
        Self::Order(DateOrder::DayFirst),
        Self::Order(DateOrder::MonthFirst),
    ];

    /// The name in files, which is never given to another one.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoRunningTotal => "no-running-total",
            Self::ReadPerStretch => "read-per-stretch",
            Self::ReadPerAccount => "read-per-account",
            Self::MonthOfCreation => "month-of-creation",
            Self::WeekInOneMonth => "week-in-one-month",
            Self::SpanInOneMonth => "span-in-one-month",
            Self::Mark(DecimalMark::Point) => "decimal-point",
            Self::Mark(DecimalMark::Comma) => "decimal-comma",
            Self::WholeAsTheyAre => "whole-as-they-are",
            Self::Order(order) => order.id(),
        }
    }
}
