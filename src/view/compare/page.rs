use std::rc::Rc;

use yew::prelude::*;

use super::memoized::{Memoized, Part, deferred};
use super::share::Share;
use super::{answer, bought, custom_tiers, question, scenarios, tiers, whole};
use crate::app::compare::{CompareAction, CompareState, EditAction, describe};
use crate::app::saved::{SavedCommand, SavedKind};
use crate::app::settings::Settings;
use crate::link::LinkError;
use crate::view::footer::footer;
use crate::view::navigation::{Place, navigation};
use crate::view::saved::SavedView;
use crate::view::settings::SettingsView;
use crate::view::tools::Tools;

/// What [`ComparePage`] shows, and where its events go.
#[derive(Clone, Properties)]
pub struct ComparePageProps {
    /// The state to show.
    pub state: Rc<CompareState>,
    /// Called with what the reader does.
    pub on_action: Callback<CompareAction>,
    /// Called with what is to be done to the saved estimates.
    pub on_command: Callback<SavedCommand>,
    /// Called with how the reader wants to see the page.
    pub on_settings: Callback<Settings>,
}

impl PartialEq for ComparePageProps {
    /// Never equal: the page is rendered when something has changed, and to compare all of it would be slower.
    fn eq(&self, _other: &Self) -> bool {
        false
    }
}

/// The whole page: header, the Compare page, footer.
#[component]
pub fn ComparePage(props: &ComparePageProps) -> Html {
    let ComparePageProps { state, on_action, .. } = props;
    let tools = if crate::IS_FIRST_VIEW { whole::tools(state) } else { tools(props) };
    let link = state.link();
    let (today, style) = (state.today, state.style);
    html! {
        <>
            <header class="header">
                <p class="brand">{ "Quota Calculator" }</p>
                { navigation(Place::Compare(link.as_deref().unwrap_or_default())) }
                { tools.buttons }
                <Share
                    link={state.address().filter(|_| state.is_current())}
                    report={state.report.clone()}
                    style={state.style}
                />
            </header>
            { tools.panels }
            <main>
                <h1 class="unseen">{ "What will your reads cost?" }</h1>
                { content(state, on_action) }
            </main>
            { deferred(state, move || footer(today, style)) }
        </>
    }
}

fn tools(ComparePageProps { state, on_action, on_command, on_settings }: &ComparePageProps) -> Tools {
    let current = state.link().filter(|_| state.is_current());
    let saved = SavedView {
        kind: SavedKind::ESTIMATE,
        saved: &state.saved,
        current: current.as_deref(),
        describe,
        on_action: &on_action.reform(CompareAction::Saved),
        on_command,
        on_open: &on_action.reform(CompareAction::OpenSaved),
    };
    Tools::new(&SettingsView { settings: &state.settings, on_settings }, &saved)
}

/// What answers: what will these reads cost, at which tier, and what did they cost when they were free?
fn content(state: &Rc<CompareState>, on_action: &Callback<CompareAction>) -> Html {
    let stale = !state.is_current();
    let style = state.style;
    let answers = state.report.as_ref().map(|report| {
        let assessment = &report.assessment;
        html! {
            <div class={classes!("answers", stale.then_some("answers-stale"))}>
                { answer::answer(report, style, stale) }
                { bought::bought(report, style, on_action) }
                { scenarios::scenarios(report, style) }
                { tiers::tiers(assessment, state.deferred.as_ref().unwrap_or(report), style) }
                for report in &state.deferred {
                    <Memoized part={Part::Pictures { report: report.clone(), style, today: state.today, on_action: on_action.clone() }} />
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
            { deferred(state, below) }
        </>
    }
}

/// What stands under the answers: the user's own tiers, and where the figures of the price book come from.
fn below(state: &CompareState, on_action: &Callback<CompareAction>) -> Html {
    let book = state.report.as_ref().map(|report| report.asked.price_book());
    html! {
        <>
            { own_tiers(state, on_action) }
            <div>for book in book { <Memoized part={Part::BookEvidence(book)} /> }</div>
        </>
    }
}

fn own_tiers(state: &CompareState, on_action: &Callback<CompareAction>) -> Html {
    if crate::IS_FIRST_VIEW {
        return whole::custom_tiers(state);
    }
    custom_tiers(
        &state.custom,
        state.report.as_ref().map(|report| &report.assessment),
        state.draft.price_book,
        state.style,
        &on_action.reform(|action| CompareAction::Edit(EditAction::CustomTiers(action))),
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
