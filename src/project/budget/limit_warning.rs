use super::{Amount, Budget, BudgetRow};
use crate::pricing::Money;
use crate::project::{Project, Schedule};

/// A limit that a budget reaches, or goes beyond.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LimitWarning {
    /// The schedule costs more than the researcher's limit.
    Schedule {
        /// By how much.
        over: Money,
        /// The limit.
        limit: Money,
    },
    /// The schedule is within the researcher's limit, and the budget with all that it adds isn't.
    Total {
        /// The budget's total in US dollars.
        total: Amount,
        /// The limit.
        limit: Money,
    },
    /// The direct costs of a year need the funder's agreement first.
    NeedsAgreement {
        /// What the year is called.
        year: String,
        /// Its direct costs, the others among them.
        direct: Amount,
        /// Those that aren't for access.
        others: Amount,
        /// From what on.
        mark: Amount,
        /// How many weeks before.
        weeks: u8,
    },
    /// The direct costs of a year are more than may be asked for in modules.
    BeyondModules {
        /// What the year is called.
        year: String,
        /// Its direct costs, the others among them.
        direct: Amount,
        /// Those that aren't for access.
        others: Amount,
        /// The most.
        most: Amount,
    },
}

impl LimitWarning {
    /// How far the schedule, or else the whole budget, is above the limit of its project, if it is.
    pub(super) fn of_project(budget: &Budget, project: &Project, schedule: &Schedule) -> Option<Self> {
        let limit = Money::from(project.limit?);
        if let Some(over) = schedule.total.minus(limit).ok().filter(|over| *over > Money::ZERO) {
            return Some(Self::Schedule { over, limit });
        }
        let total = budget.dollars.amount(BudgetRow::Total);
        (total > Amount::from(limit)).then_some(Self::Total { total, limit })
    }

    /// Which years reach the funder's limits on direct costs.
    pub(super) fn of_funder(budget: &Budget) -> Vec<Self> {
        let funder = budget.terms.funder;
        let others = budget.terms.counted_costs();
        let mut warnings = Vec::new();
        for year in &budget.years {
            let name = year.label(budget.terms.year_cut);
            // What is too large to be added is beyond every limit.
            let own = year.stated.amount(BudgetRow::Direct);
            let direct = own.plus(others).unwrap_or(own);
            if let Some(agreement) = funder.prior_agreement {
                let mark = Amount::from(agreement.direct_from);
                if direct >= mark {
                    let weeks = agreement.weeks;
                    warnings.push(Self::NeedsAgreement { year: name.clone(), direct, others, mark, weeks });
                }
            }
            if let Some(modules) = funder.modules {
                let most = Amount::from(modules.most);
                if direct > most {
                    warnings.push(Self::BeyondModules { year: name, direct, others, most });
                }
            }
        }
        warnings
    }
}
