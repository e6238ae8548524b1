use web_sys::DragEvent;
use yew::prelude::*;

use super::kept::kept;
use super::preview::{counting, preview};
use super::result::result;
use super::take::{Taken, take};
use crate::app::history::kept::KeptCommand;
use crate::app::history::{HistoryAction, HistoryState, SourceFile, Stage};
use crate::app::settings::Settings;
use crate::view::navigation::{Place, navigation};
use crate::view::settings::SettingsView;

/// What [`HistoryPage`] shows, and where its events go.
#[derive(Clone, Properties)]
pub struct HistoryPageProps {
    /// The state to show.
    pub state: HistoryState,
    /// The address of the page, without a fragment.
    pub page: AttrValue,
    /// Called with what the reader does.
    pub on_action: Callback<HistoryAction>,
    /// Called with a file or rows that are to be read.
    pub on_take: Callback<Taken>,
    /// Called with what is to be done to the histories on this device.
    pub on_command: Callback<KeptCommand>,
    /// Called with how the reader wants to see the page.
    pub on_settings: Callback<Settings>,
}

impl PartialEq for HistoryPageProps {
    /// Never equal: the page is rendered when something has changed.
    fn eq(&self, _other: &Self) -> bool {
        false
    }
}

/// The whole Usage history page.
#[component]
pub fn HistoryPage(props: &HistoryPageProps) -> Html {
    let HistoryPageProps { state, on_take, on_settings, .. } = props;
    let display = SettingsView { settings: &state.settings, on_settings };
    let ondragover = |event: DragEvent| event.prevent_default();
    let ondrop = {
        let on_take = on_take.clone();
        move |event: DragEvent| {
            // Otherwise the browser would open the file in place of the page.
            event.prevent_default();
            let files = event.data_transfer().and_then(|data| data.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                on_take.emit(Taken::File(file));
            }
        }
    };
    html! {
        <>
            <header class="header">
                <p class="brand">{ "Quota Calculator" }</p>
                { navigation(Place::History) }
                <div class="header-tools">{ display.button() }</div>
            </header>
            { display.menu() }
            <main {ondragover} {ondrop}>
                <h1 id={HistoryState::TITLE} tabindex="-1">{ "Usage history" }</h1>
                <p class="history-notice" role="status">{ state.notice.clone().unwrap_or_default() }</p>
                <div>{ stage(props) }</div>
                { kept(&state.kept, state.style, &props.on_action, &props.on_command) }
            </main>
            <footer class="footer">
                <p>
                    { "Your file never leaves this page: it is read in your browser, and nothing of it is kept unless you say so. \
                       Independent estimate, not an offer. Prices in US dollars before tax. Every figure has a " }
                    <a href="sources.html">{ "source" }</a>{ "." }
                </p>
            </footer>
        </>
    }
}

fn stage(props: &HistoryPageProps) -> Html {
    let HistoryPageProps { state, on_action, on_take, .. } = props;
    match &state.stage {
        Stage::Empty => take(None, &state.pasted, on_take),
        Stage::Refused(reason) => {
            let title = state.file.as_ref().map_or_else(|| "The file".to_owned(), SourceFile::title);
            take(Some((&title, reason)), &state.pasted, on_take)
        }
        Stage::Looking => html! {
            <section class="history-work" aria-label="Looking at the file">
                <p role="status">{ "Looking at the beginning of the file …" }</p>
                { cancel(on_action) }
            </section>
        },
        Stage::Previewed(found) => preview(state, found, on_action),
        Stage::Counting { done, .. } => counting(state, *done, cancel(on_action)),
        Stage::Shown(counted, from) => result(props, counted, from.is_some()),
    }
}

fn cancel(on_action: &Callback<HistoryAction>) -> Html {
    let onclick = on_action.reform(|_: MouseEvent| HistoryAction::Cancel);
    html! { <button class="button button-quiet" type="button" id="cancel" {onclick}>{ "Cancel" }</button> }
}
