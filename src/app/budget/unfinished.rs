//! What was chosen for the funder and isn't right yet, kept for as long as the tab is open.

use yew::prelude::*;

use super::BudgetState;
use crate::app::unfinished;

/// Where the tab keeps it.
const KEY: &str = "quota-calculator/unfinished-budget";

/// The state with what was kept before the page was loaded.
pub(crate) fn resumed(state: BudgetState) -> BudgetState {
    match unfinished::kept(KEY) {
        Some(unfinished) => state.resumed(&unfinished),
        None => state,
    }
}

/// Keeps what is unfinished.
#[hook]
pub(crate) fn use_unfinished(state: &BudgetState) {
    unfinished::use_unfinished(KEY, state.unfinished());
}
