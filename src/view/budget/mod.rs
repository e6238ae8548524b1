//! The Project budget page: the question as a sentence, the cheapest schedule beside the free era's answer, the other
//! schedules, the months, and the budget that is made of them.

mod answer;
mod assumptions;
mod exports;
mod figures;
mod figures_table;
mod page;
mod phases;
mod plans;
mod question;
mod schedule;
mod schedules;
mod slots;
mod terms;

pub use page::{BudgetPage, BudgetPageProps};
