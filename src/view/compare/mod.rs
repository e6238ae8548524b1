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

pub use self::custom_tiers::custom_tiers;
use self::lasting::{Lasting, Part};
use yew::prelude::*;

use crate::app::{Action, State};
use crate::link::LinkError;
use crate::view::whole;

/// The page that answers: what will these reads cost, at which tier, and what did they cost when they were free?
pub(super) fn compare(state: &State, on_action: &Callback<Action>) -> Html {
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
    let book = state.report.as_ref().map(|report| report.estimate.price_book());
    html! {
        <>
            <div class="notices">{ for state.damaged_link.as_ref().map(damaged_link) }</div>
            { question::question(state, on_action) }
            <div>{ for answers }</div>
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
