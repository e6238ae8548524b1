//! Budgets: what a schedule of access costs as funders want to see it, year by year, with what is added on top.
//!
//! [`BudgetTerms`] is what the researcher entered and nothing computed.

mod budget_terms;
mod conversion;
mod cost_class;
mod exchange_rate;
mod indirect_base;
mod year_cut;

pub use budget_terms::{BudgetTerms, BudgetTermsError, BudgetTermsFields};
pub use conversion::Conversion;
pub use cost_class::CostClass;
pub use exchange_rate::ExchangeRate;
pub use indirect_base::IndirectBase;
pub use year_cut::YearCut;
