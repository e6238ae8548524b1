//! States of the Project budget page, for the tests of its form and of what it shows.
#![allow(dead_code, reason = "not every test needs all of them")]

use std::rc::Rc;

use quota_calculator::app::budget::{BudgetAction, BudgetField, BudgetState, Planned};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::Date;
use quota_calculator::view::budget::{BudgetPage, BudgetPageProps};
use yew::{Callback, LocalServerRenderer, Reducible};

/// How numbers are written.
pub const STYLE: NumberStyle = NumberStyle::ENGLISH;

/// The link of the budget that a new visitor finds.
pub const STARTING: &str = "b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=by-date";

/// The link of a budget with everything: phases, a limit, a funder with a currency of its own.
pub const PHASES: &str = "b1/start=2023-04-10/phases=Pilot*10000*1,Collection*10000000*16,Refresh*300000*4/usage=academic\
                          /limit=50000/funder=horizon-europe/contingency=10/indirect=40/rate=EUR*0.92*2026-11-20/prices=by-date";

/// The reader's date.
pub fn today() -> Date {
    "2026-11-24".parse().expect("a day")
}

/// The state that a link stands for, with its schedules.
pub fn open(fragment: &str) -> BudgetState {
    planned(BudgetState::open(fragment, None, STYLE, today()))
}

/// The same state once the schedules for it are found.
pub fn planned(state: BudgetState) -> BudgetState {
    let planned = Planned::new(state.proposal.project.clone());
    after(state, [BudgetAction::Planned(Rc::new(planned))])
}

/// The schedules that a state shows.
pub fn shown(state: &BudgetState) -> &Planned {
    state.planned.as_ref().expect("schedules")
}

/// Types into a field.
pub fn typed(field: BudgetField, text: &str) -> BudgetAction {
    BudgetAction::Type(field, text.to_owned())
}

/// Chooses the funder of that name.
pub fn choose_funder(id: &str) -> BudgetAction {
    BudgetAction::ChooseFunder(quota_calculator::funder_profile(id).expect("a profile"))
}

/// The state after some acts.
pub fn after(state: BudgetState, actions: impl IntoIterator<Item = BudgetAction>) -> BudgetState {
    let end = actions.into_iter().fold(Rc::new(state), BudgetState::reduce);
    BudgetState::clone(&end)
}

/// The page as it is shown.
pub async fn rendered(state: BudgetState) -> String {
    let props = BudgetPageProps {
        state,
        page: "https://example.com/budget.html".into(),
        on_action: Callback::noop(),
        on_command: Callback::noop(),
        on_settings: Callback::noop(),
    };
    LocalServerRenderer::<BudgetPage>::with_props(props).hydratable(false).render().await
}
