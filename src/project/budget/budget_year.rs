use std::ops::Range;

use chrono::Datelike;

use super::{BudgetColumn, YearCut};
use crate::pricing::Date;

/// One year of a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetYear {
    /// Which one it is, counted from 1.
    pub number: usize,
    /// The places of the schedule's months that begin in it.
    pub months: Range<usize>,
    /// The first day of the first of them.
    pub from: Date,
    /// The last day of the last of them.
    pub until: Date,
    /// What is read in them.
    pub reads: u64,
    /// Its costs in the currency of the budget, as the funder states amounts.
    pub stated: BudgetColumn,
    /// Its costs in US dollars.
    pub dollars: BudgetColumn,
}

impl BudgetYear {
    /// What it is called: `Year 2`, or `2028` where years are calendar years.
    #[must_use]
    pub fn label(&self, cut: YearCut) -> String {
        match cut {
            YearCut::Project => format!("Year {}", self.number),
            YearCut::Calendar => self.from.year().to_string(),
        }
    }
}
