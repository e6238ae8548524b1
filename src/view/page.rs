use std::rc::Rc;

use yew::prelude::*;

use super::compare::{at_rest, compare};
use super::element::element;
use super::freshness::freshness_notice;
use super::navigation::{Place, navigation};
use super::saved::SavedView;
use super::settings::SettingsView;
use super::share::Share;
use super::whole;
use crate::app::saved::{SavedCommand, SavedKind};
use crate::app::settings::Settings;
use crate::app::storage::BrowserShelf;
use crate::app::{Action, State, describe, locale};
use crate::pricing::Freshness;

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
    let footer = {
        let state = state.clone();
        move || footer(&state)
    };
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
            { at_rest(state, footer) }
        </>
    }
}

fn footer(state: &State) -> Html {
    let age = state.today.map(|today| freshness_notice(&Freshness::on(crate::catalogue(), today), state.style));
    html! {
        <footer class="footer">
            <div>{ for age }</div>
            <p>
                { "Independent estimate, not an offer. Prices in US dollars before tax. Every figure has a " }
                <a href="sources.html">{ "source" }</a>{ ". Nothing you enter leaves this page." }
            </p>
        </footer>
    }
}

/// The buttons of the header that open something, and what they open.
pub(super) struct Tools {
    pub(super) buttons: Html,
    pub(super) panels: Html,
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
    let settings = state.settings.clone();
    let menu = SettingsView {
        settings: &state.settings,
        locales: &locale::CHOICES,
        on_theme: &on_settings.reform({
            let settings = settings.clone();
            move |theme| settings.clone().choose_theme(&BrowserShelf, theme)
        }),
        on_locale: &on_settings.reform(move |tag| settings.clone().choose_locale(&BrowserShelf, tag)),
    };
    Tools {
        buttons: element("div", "header-tools", vec![menu.button(), saved.button()]),
        panels: element("div", "", vec![menu.menu(), saved.panel()]),
    }
}
