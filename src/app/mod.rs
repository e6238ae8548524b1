//! The running page: one state, changed by actions through one reducer, with the browser's address, its storage and its locale around it.

mod address;
#[cfg(feature = "whole")]
pub mod budget;
pub mod custom_tiers;
mod draft;
mod focus;
#[cfg(feature = "whole")]
mod form_field;
#[cfg(feature = "whole")]
mod form_problems;
#[cfg(feature = "whole")]
pub mod history;
pub mod library;
pub mod locale;
#[cfg(feature = "whole")]
mod page_worker;
mod picture;
#[cfg(feature = "whole")]
pub mod quotes;
mod rest;
pub mod saved;
pub mod settings;
pub mod signing;
mod state;
pub mod storage;
mod today;
mod unfinished;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;
use yew::AppHandle;
use yew::prelude::*;

pub(crate) use address::page as page_address;
pub use draft::{Direction, Draft, Field, Problems};
pub use focus::{Focus, use_focus};
#[cfg(feature = "whole")]
pub use form_field::FormField;
#[cfg(feature = "whole")]
pub use form_problems::FormProblems;
pub use rest::{Rest, use_rest};
pub use state::{Action, State, Undo};
pub use today::today;

use crate::format::{NumberStyle, question_phrase};
use crate::link;
use crate::view::Page;
use saved::{SavedAction, SavedCommand, SavedKind};
use settings::use_settings;
use storage::BrowserShelf;

thread_local! {
    static RUNNING: RefCell<Option<AppHandle<App>>> = const { RefCell::new(None) };
}

/// Shows the page in the element `#calculator` of the document.
pub fn mount() {
    RUNNING.set(show::<App>());
}

/// Shows a page in the element `#calculator` of the document, if there is one.
fn show<Page: BaseComponent<Properties = ()>>() -> Option<AppHandle<Page>> {
    let root = web_sys::window()?.document()?.get_element_by_id("calculator")?;
    Some(yew::Renderer::<Page>::with_root(root).render())
}

/// Whether this is the program of the first view, which opens no link with custom tiers.
#[must_use]
#[wasm_bindgen(js_name = isFirstView)]
pub fn is_first_view() -> bool {
    crate::IS_FIRST_VIEW
}

/// Takes the page away again. The start script calls it before another program takes this one's place.
#[wasm_bindgen]
pub fn stop() {
    if let Some(running) = RUNNING.take() {
        running.destroy();
    }
}

#[component]
fn App() -> Html {
    let state = use_reducer(|| {
        let (settings, style) = settings::kept();
        let last = saved::last(&BrowserShelf, SavedKind::ESTIMATE).ok().flatten();
        let opened = State::open(&address::fragment(), last.as_deref(), style, Some(today()));
        unfinished::resumed(State { settings, ..opened })
    });
    unfinished::use_unfinished(&state);
    let on_saved = use_callback((), {
        let dispatcher = state.dispatcher();
        move |action, ()| dispatcher.dispatch(Action::Saved(action))
    });
    let on_open = Callback::from({
        let dispatcher = state.dispatcher();
        move |fragment| dispatcher.dispatch(Action::Open(fragment))
    });
    address::use_address(state.address(), on_open);
    saved::use_saved(SavedKind::ESTIMATE, &state.saved, &on_saved);
    saved::use_last(SavedKind::ESTIMATE, state.own_link(), describe, &state.saved, &on_saved);
    picture::use_picture(&state);
    let on_command = on_saved.reform(|command: SavedCommand| {
        SavedAction::Done(saved::perform(&BrowserShelf, SavedKind::ESTIMATE, command, today()))
    });
    let on_settings = use_settings(state.settings.theme, state.dispatcher(), Action::Choose);
    html! { <Page state={Rc::new((*state).clone())} on_action={state.dispatcher()} {on_command} {on_settings} /> }
}

/// Says in a few words what the link of an estimate asks, or why it can't be opened.
pub(crate) fn describe(link: &str) -> Result<String, String> {
    let estimate = link::decode(link, crate::catalogue()).map_err(|error| error.to_string())?;
    let (question, usage) = (question_phrase(&estimate, NumberStyle::ENGLISH), estimate.usage_type().label());
    Ok(format!("{question}, {usage}, {}", estimate.price_book().name))
}
