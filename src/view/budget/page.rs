use yew::prelude::*;

use super::answer::answer;
use super::figures::Figures;
use super::question::question;
use super::schedules::Schedules;
use super::terms::terms;
use crate::app::budget::{BudgetAction, BudgetState, describe};
use crate::app::saved::{SavedCommand, SavedKind};
use crate::app::settings::Settings;
use crate::project::Proposal;
use crate::view::copy_text::CopyText;
use crate::view::footer::footer;
use crate::view::navigation::{Place, navigation};
use crate::view::saved::SavedView;
use crate::view::settings::SettingsView;
use crate::view::tools::Tools;

/// What [`BudgetPage`] shows, and where its events go.
#[derive(Clone, Properties)]
pub struct BudgetPageProps {
    /// The state to show.
    pub state: BudgetState,
    /// The address of the page, without a fragment.
    pub page: AttrValue,
    /// Called with what the reader does.
    pub on_action: Callback<BudgetAction>,
    /// Called with what is to be done to the saved budgets.
    pub on_command: Callback<SavedCommand>,
    /// Called with how the reader wants to see the page.
    pub on_settings: Callback<Settings>,
}

impl PartialEq for BudgetPageProps {
    /// Never equal: the page is rendered when something has changed.
    fn eq(&self, _other: &Self) -> bool {
        false
    }
}

/// The whole Project budget page.
#[component]
pub fn BudgetPage(props: &BudgetPageProps) -> Html {
    let BudgetPageProps { state, on_action, .. } = props;
    let tools = tools(props);
    let (is_stale, is_behind) = (!state.is_project_current(), state.planned.is_some() && state.is_behind());
    html! {
        <>
            <header class="header">
                <p class="brand">{ "Quota Calculator" }</p>
                { navigation(Place::Budget(&state.link())) }
                { tools.buttons }
                { share(props) }
            </header>
            { tools.panels }
            <main class={classes!("budget", state.is_planning().then_some("budget-planning"))}>
                <h1 class="unseen">{ "What will collecting these posts cost?" }</h1>
                <div class="notices">{ for state.damaged_link.as_ref().map(|reason| damaged_link(reason)) }</div>
                { question(state, on_action) }
                <div class={classes!("answers", is_stale.then_some("answers-stale"), is_behind.then_some("answers-behind"))}>
                    { answer(state, on_action) }
                    <p class="working" role="status">{ if state.is_planning() { "Working out the schedules…" } else { "" } }</p>
                    { followed(props) }
                </div>
            </main>
            { footer(Some(state.today), state.style) }
        </>
    }
}

/// What follows from the answer: the other schedules, the months, the budget.
fn followed(props: &BudgetPageProps) -> Html {
    let BudgetPageProps { state, page, on_action, .. } = props;
    let BudgetState { planned, style, today, .. } = state;
    let Proposal { choice, terms: entered, .. } = *state.proposal;
    html! {
        <>
            if let Some(planned) = planned {
                <Schedules {planned} {choice} style={*style} {on_action} />
            }
            { terms(state, on_action) }
            if let Some(planned) = planned {
                <Figures {planned} {choice} terms={entered} style={*style} today={*today} page={page.clone()} is_stale={!state.is_current()} />
            }
        </>
    }
}

/// A link of the whole page, to copy.
fn share(props: &BudgetPageProps) -> Html {
    let address = format!("{}#{}", props.page, props.state.link());
    html! {
        <div class="share">
            <CopyText id="share" label="Share this budget" done="Link copied" text={address} disabled={!props.state.is_current()} />
        </div>
    }
}

/// Why nothing was opened.
fn damaged_link(reason: &str) -> Html {
    html! {
        <p class="notice" role="alert">
            <strong>{ "This link can’t be opened: " }</strong>{ reason.to_owned() }
            { ". The address still holds it as it came; what you see is a budget to start from." }
        </p>
    }
}

fn tools(BudgetPageProps { state, on_action, on_command, on_settings, .. }: &BudgetPageProps) -> Tools {
    let current = state.is_current().then(|| state.link());
    let saved = SavedView {
        kind: SavedKind::BUDGET,
        saved: &state.saved,
        current: current.as_deref(),
        describe,
        on_action: &on_action.reform(BudgetAction::Saved),
        on_command,
        on_open: &on_action.reform(BudgetAction::OpenSaved),
    };
    Tools::new(&SettingsView { settings: &state.settings, on_settings }, &saved)
}
