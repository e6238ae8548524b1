use thiserror::Error;

use chrono::Datelike;

use super::budget_column::Columns;
use super::{Amount, BudgetColumn, BudgetRow, BudgetTerms, BudgetYear, YearCut};
use crate::pricing::{AmountTooLarge, Money, Months};
use crate::project::{Project, Schedule};

/// What a schedule comes to as its funder wants to see it: the one result that the page and every export format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// What was entered.
    pub terms: BudgetTerms,
    /// Its years, in order.
    pub years: Vec<BudgetYear>,
    /// All years in the currency of the budget, row by row.
    pub stated: BudgetTotals,
    /// All years in US dollars, row by row.
    pub dollars: BudgetTotals,
    /// The schedule's stated months together, before anything is added.
    pub access_fees: Money,
    /// The posts that are wanted.
    pub posts: u64,
    /// The access fees of a thousand wanted posts, to a millionth of a dollar; `None` without posts.
    pub per_thousand: Option<Money>,
}

/// Every row of a budget over all years: the sum of what the years state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BudgetTotals([Amount; BudgetRow::ALL.len()]);

impl BudgetTotals {
    /// The sum of one row.
    #[must_use]
    pub const fn amount(&self, row: BudgetRow) -> Amount {
        self.0[row as usize]
    }

    fn add(&mut self, column: &BudgetColumn) -> Result<(), AmountTooLarge> {
        for (sum, line) in self.0.iter_mut().zip(column.lines()) {
            *sum = sum.plus(line.amount())?;
        }
        Ok(())
    }
}

impl Budget {
    /// Makes a budget of a project's schedule.
    ///
    /// # Errors
    /// [`BudgetError`] when an amount has too many digits to be exact.
    pub fn new(project: &Project, schedule: &Schedule, terms: &BudgetTerms) -> Result<Self, BudgetError> {
        let mut budget = Self {
            terms: *terms,
            years: Vec::new(),
            stated: BudgetTotals([Amount::ZERO; BudgetRow::ALL.len()]),
            dollars: BudgetTotals([Amount::ZERO; BudgetRow::ALL.len()]),
            access_fees: Money::ZERO,
            posts: project.posts(),
            per_thousand: None,
        };
        let (mut stated, mut dollars) = (Columns::stated(terms), Columns::dollars(terms));
        let mut first = 0;
        for months in year_lengths(schedule, terms.year_cut) {
            let number = budget.years.len() + 1;
            let error = |reason| BudgetError { year: number, reason };
            let year = &schedule.months[first..first + months];
            let fees = year.iter().try_fold(Money::ZERO, |sum, month| sum.plus(month.amount)).map_err(error)?;
            let paid: Vec<_> = year.iter().map(|month| month.amount).filter(|amount| *amount > Money::ZERO).collect();
            let year = BudgetYear {
                number,
                months: first..first + months,
                from: project.first_day(first),
                until: project.first_day(first + months).pred_opt().unwrap_or_default(),
                reads: year.iter().map(|month| month.reads.get()).sum(),
                stated: stated.next(&paid, fees).map_err(error)?,
                dollars: dollars.next(&paid, fees).map_err(error)?,
            };
            budget.access_fees = budget.access_fees.plus(fees).map_err(error)?;
            budget.stated.add(&year.stated).map_err(error)?;
            budget.dollars.add(&year.dollars).map_err(error)?;
            budget.years.push(year);
            first += months;
        }
        budget.per_thousand = budget.access_fees.per_thousand(budget.posts);
        Ok(budget)
    }

    /// The rows that say something, from top to bottom: modules only where the funder has them.
    pub fn rows(&self) -> impl Iterator<Item = BudgetRow> {
        let has_modules = self.terms.funder.modules.is_some();
        BudgetRow::ALL.into_iter().filter(move |row| *row != BudgetRow::Modules || has_modules)
    }
}

/// How many months begin in each year.
fn year_lengths(schedule: &Schedule, cut: YearCut) -> Vec<usize> {
    const YEAR: usize = Months::YEAR.get() as usize;
    match cut {
        YearCut::Project => schedule.months.chunks(YEAR).map(<[_]>::len).collect(),
        YearCut::Calendar => {
            schedule.months.chunk_by(|one, next| one.from.year() == next.from.year()).map(<[_]>::len).collect()
        }
    }
}

/// A budget that can't be stated exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("year {year} of the budget: {reason}")]
pub struct BudgetError {
    year: usize,
    reason: AmountTooLarge,
}
