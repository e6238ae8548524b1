//! The Compare page: the question as a sentence, the answer beside the free era's, every tier, and where figures come from.

mod answer;
mod custom_tiers;
mod evidence;
mod question;
mod tiers;

pub use custom_tiers::custom_tiers;
use yew::prelude::*;

use crate::app::{Action, State};
use crate::link::LinkError;

/// The page that answers: what will these reads cost, at which tier, and what did they cost when they were free?
pub(super) fn compare(state: &State, on_action: &Callback<Action>) -> Html {
    let stale = !state.is_current();
    let style = state.style;
    let answers = state.assessment.as_ref().map(|assessment| {
        html! {
            <div class={classes!("answers", stale.then_some("answers-stale"))}>
                { answer::answer(assessment, style, stale) }
                { tiers::tiers(assessment, style) }
                { evidence::evidence_list(assessment, style) }
            </div>
        }
    });
    html! {
        <>
            <div class="notices">{ for state.damaged_link.as_ref().map(damaged_link) }</div>
            { question::question(&state.draft, &state.problems, on_action) }
            <div>{ for answers }</div>
        </>
    }
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
