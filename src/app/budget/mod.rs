//! The Project budget page at work: the form, the schedules that follow from it, and the budget made of one of them.

mod action;
mod budget_draft;
mod currency_draft;
mod describe;
mod field;
mod kept_terms;
mod left_terms;
mod new_phase;
mod phase_draft;
mod planned;
mod planner;
mod state;
mod terms_draft;
pub(crate) mod unfinished;

pub use action::BudgetAction;
pub use budget_draft::BudgetDraft;
pub use currency_draft::CurrencyDraft;
pub use describe::describe;
pub use field::BudgetField;
pub use left_terms::LeftTerms;
pub use new_phase::NewPhase;
pub use phase_draft::PhaseDraft;
pub use planned::Planned;
pub(crate) use planner::Planner;
pub use state::{BudgetState, BudgetUndo};
pub use terms_draft::TermsDraft;

/// What is wrong with the form for a budget.
pub type BudgetProblems = super::FormProblems<BudgetField>;
