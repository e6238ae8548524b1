use std::rc::Rc;

use yew::prelude::*;

use super::compare::{at_rest, compare};
use super::footer::footer;
use super::navigation::{Place, navigation};
use super::saved::SavedView;
use super::settings::SettingsView;
use super::share::Share;
use super::tools::Tools;
use super::whole;
use crate::app::saved::{SavedCommand, SavedKind};
use crate::app::settings::Settings;
use crate::app::{Action, State, describe};

/// What [`Page`] shows, and where its events go.
#[derive(Clone, Properties)]
pub struct PageProps {
    /// The state to show.
    pub state: Rc<State>,
    /// Called with what the reader does.
    pub on_action: Callback<Action>,
    /// Called with what is to be done to the saved estimates.
    pub on_command: Callback<SavedCommand>,
    /// Called with how the reader wants to see the page.
    pub on_settings: Callback<Settings>,
}

impl PartialEq for PageProps {
    /// Never equal: the page is rendered when something has changed, and to compare all of it would be slower.
    fn eq(&self, _other: &Self) -> bool {
        false
    }
}

/// The whole page: header, the Compare page, footer.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps { state, on_action, .. } = props;
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
                { compare(state, on_action) }
            </main>
            { at_rest(state, move || footer(today, style)) }
        </>
    }
}

fn tools(PageProps { state, on_action, on_command, on_settings }: &PageProps) -> Tools {
    let current = state.link().filter(|_| state.is_current());
    let saved = SavedView {
        kind: SavedKind::ESTIMATE,
        saved: &state.saved,
        current: current.as_deref(),
        describe,
        on_action: &on_action.reform(Action::Saved),
        on_command,
        on_open: &on_action.reform(Action::OpenSaved),
    };
    Tools::new(&SettingsView { settings: &state.settings, on_settings }, &saved)
}
