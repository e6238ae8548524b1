//! The Compare page: the question as a sentence, the answer beside the free era's, every tier, and where figures come from.

mod answer;
mod assumptions;
mod bought;
mod charts;
mod custom_tiers;
mod evidence;
mod lasting;
mod question;
mod scenarios;
mod tiers;
mod ways;

use std::rc::Rc;

use yew::prelude::*;

pub use self::custom_tiers::custom_tiers;
pub(super) use self::lasting::at_rest;
use self::lasting::{Lasting, Part};
use crate::app::{Action, State};
use crate::link::LinkError;
use crate::view::whole;

/// The page that answers: what will these reads cost, at which tier, and what did they cost when they were free?
pub(super) fn compare(state: &Rc<State>, on_action: &Callback<Action>) -> Html {
    let stale = !state.is_current();
    let style = state.style;
    let answers = state.report.as_ref().map(|report| {
        let assessment = &report.assessment;
        html! {
            <div class={classes!("answers", stale.then_some("answers-stale"))}>
                { answer::answer(report, style, stale) }
                { bought::bought(report, style, on_action) }
                { scenarios::scenarios(report, style) }
                { tiers::tiers(assessment, state.pictured.as_ref().unwrap_or(report), style) }
                for report in &state.pictured {
                    <Lasting part={Part::Pictures { report: report.clone(), style, today: state.today, on_action: on_action.clone() }} />
                }
            </div>
        }
    });
    let below = {
        let (state, on_action) = (state.clone(), on_action.clone());
        move || below(&state, &on_action)
    };
    html! {
        <>
            <div class="notices">{ for state.damaged_link.as_ref().map(damaged_link) }</div>
            { question::question(state, on_action) }
            <div>{ for answers }</div>
            { at_rest(state, below) }
        </>
    }
}

/// What stands under the answers: the user's own tiers, and where the figures of the price book come from.
fn below(state: &State, on_action: &Callback<Action>) -> Html {
    let book = state.report.as_ref().map(|report| report.estimate.price_book());
    html! {
        <>
            { own_tiers(state, on_action) }
            <div>for book in book { <Lasting part={Part::BookEvidence(book)} /> }</div>
        </>
    }
}

fn own_tiers(state: &State, on_action: &Callback<Action>) -> Html {
    if crate::IS_FIRST_VIEW {
        return whole::custom_tiers(state);
    }
    custom_tiers(
        &state.custom,
        state.report.as_ref().map(|report| &report.assessment),
        state.draft.price_book,
        state.style,
        &on_action.reform(Action::CustomTiers),
    )
}

fn damaged_link(error: &LinkError) -> Html {
    html! {
        <p class="notice" role="alert">
            <strong>{ "This link is damaged. " }</strong>
            { format!("Its estimate can’t be shown: {error}. ") }
            { "Below is the starting estimate instead, not the one that was sent. The address stays as it is until you \
               change something." }
        </p>
    }
}
