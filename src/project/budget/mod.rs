//! Budgets: what a schedule of access costs as funders want to see it, year by year, with what is added on top.
//!
//! [`BudgetTerms`] is what the researcher entered and nothing computed; [`Budget`] is what follows from it for a schedule.
//!
//! Rounding happens once for each stated line, and every further line is computed from stated ones. So the rows of a year add
//! up to its total and the years of a row to the row's, to the cent or the whole unit, whichever the funder's form has.

mod amount;
#[allow(clippy::module_inception, reason = "the module is named after its main type")]
mod budget;
mod budget_column;
mod budget_line;
mod budget_report;
mod budget_row;
mod budget_terms;
mod budget_warning;
mod budget_year;
mod conversion;
mod cost_class;
mod costed_proposal;
mod exchange_rate;
mod indirect_base;
mod limit_warning;
mod other_costs;
mod price_level;
mod price_warning;
mod rate_warning;
mod unused_entry;
mod year_cut;

pub use amount::Amount;
pub use budget::{Budget, BudgetError, BudgetTotals};
pub use budget_column::BudgetColumn;
pub use budget_line::BudgetLine;
pub use budget_report::BudgetReport;
pub use budget_row::BudgetRow;
pub use budget_terms::{BudgetTerms, BudgetTermsError, BudgetTermsFields};
pub use budget_warning::BudgetWarning;
pub use budget_year::BudgetYear;
pub use conversion::Conversion;
pub use cost_class::CostClass;
pub use costed_proposal::{CostedProposal, CostingError};
pub use exchange_rate::ExchangeRate;
pub use indirect_base::IndirectBase;
pub use limit_warning::LimitWarning;
pub use other_costs::OtherCosts;
pub use price_level::PriceLevel;
pub use price_warning::PriceWarning;
pub use rate_warning::RateWarning;
pub use unused_entry::UnusedEntry;
pub use year_cut::YearCut;
