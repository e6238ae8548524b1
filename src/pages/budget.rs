//! The Project budget page as it runs in the browser: its state, with address and storage around it.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::show;
use crate::app::budget::{BudgetAction, BudgetState, Planner, describe, unfinished};
use crate::app::saved::{SavedAction, SavedCommand, SavedKind, last, perform, use_last, use_saved};
use crate::app::settings::{self, use_settings};
use crate::app::storage::BrowserShelf;
use crate::app::{address, today, use_focus};
use crate::view::budget::BudgetPage;

/// How long the schedules wait while the reader types: a frame of the screen, so that what was typed shows first.
const FRAME_MILLISECONDS: u32 = 20;

/// How long they wait while others are still looked for: until the typing rests.
const REST_MILLISECONDS: u32 = 250;

/// Shows the Project budget page in the element `#calculator` of the document.
pub fn mount() {
    let _running = show::<Budget>();
}

#[component]
fn Budget() -> Html {
    let state = use_reducer(|| {
        let (settings, style) = settings::kept();
        let last = last(&BrowserShelf, SavedKind::BUDGET).ok().flatten();
        let opened = BudgetState::open(&address::fragment(), last.as_deref(), style, today());
        unfinished::resumed(BudgetState { settings, ..opened })
    });
    let on_saved = use_callback((), {
        let dispatcher = state.dispatcher();
        move |action, ()| dispatcher.dispatch(BudgetAction::Saved(action))
    });
    let on_open = Callback::from({
        let dispatcher = state.dispatcher();
        move |fragment| dispatcher.dispatch(BudgetAction::Open(fragment, today()))
    });
    address::use_address(state.address(), on_open);
    use_saved(SavedKind::BUDGET, &state.saved, &on_saved);
    use_last(SavedKind::BUDGET, state.own_link(), describe, &state.saved, &on_saved);
    unfinished::use_unfinished(&state);
    use_plans(&state);
    use_focus(state.focus.clone());
    let on_command = on_saved
        .reform(|command: SavedCommand| SavedAction::Done(perform(&BrowserShelf, SavedKind::BUDGET, command, today())));
    let on_settings = use_settings(state.settings.theme, state.dispatcher(), BudgetAction::Choose);
    html! {
        <BudgetPage
            state={(*state).clone()}
            page={address::page()}
            on_action={state.dispatcher()}
            {on_command}
            {on_settings}
        />
    }
}

/// Has the schedules looked for soon after the form has gone ahead of them. While others are still looked for, that waits until
/// the typing rests.
#[hook]
fn use_plans(state: &UseReducerHandle<BudgetState>) {
    let planner = use_memo((), |()| Planner::default());
    let dispatcher = state.dispatcher();
    let wanted = state.is_planning().then(|| state.proposal.project.clone());
    let proposal = state.proposal.clone();
    use_effect_with(wanted, move |wanted| {
        let wait = if planner.is_busy() { REST_MILLISECONDS } else { FRAME_MILLISECONDS };
        let timeout = wanted.is_some().then(|| {
            Timeout::new(wait, move || {
                let on_planned = move |planned| dispatcher.dispatch(BudgetAction::Planned(Rc::new(planned)));
                planner.plan(proposal, on_planned.into());
            })
        });
        move || drop(timeout)
    });
}
