//! The Compare page as it runs in the browser: its state, with address and storage around it. Two programs run it, that of the
//! first view and the whole one, of which the start script puts the second in the place of the first.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;
use yew::AppHandle;
use yew::prelude::*;

use super::show;
use crate::app::compare::{CompareAction, CompareState, describe, unfinished, use_deferred};
use crate::app::saved::{SavedAction, SavedCommand, SavedKind, last, perform, use_last, use_saved};
use crate::app::settings::{self, use_settings};
use crate::app::storage::BrowserShelf;
use crate::app::{address, today};
use crate::view::compare::ComparePage;

thread_local! {
    static RUNNING: RefCell<Option<AppHandle<Compare>>> = const { RefCell::new(None) };
}

/// Shows the Compare page in the element `#calculator` of the document.
pub fn mount() {
    RUNNING.set(show::<Compare>());
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
fn Compare() -> Html {
    let state = use_reducer(|| {
        let (settings, style) = settings::kept();
        let last = last(&BrowserShelf, SavedKind::ESTIMATE).ok().flatten();
        let opened = CompareState::open(&address::fragment(), last.as_deref(), style, Some(today()));
        unfinished::resumed(CompareState { settings, ..opened })
    });
    unfinished::use_unfinished(&state);
    let on_saved = use_callback((), {
        let dispatcher = state.dispatcher();
        move |action, ()| dispatcher.dispatch(CompareAction::Saved(action))
    });
    let on_open = Callback::from({
        let dispatcher = state.dispatcher();
        move |fragment| dispatcher.dispatch(CompareAction::Open(fragment))
    });
    address::use_address(state.address(), on_open);
    use_saved(SavedKind::ESTIMATE, &state.saved, &on_saved);
    use_last(SavedKind::ESTIMATE, state.own_link(), describe, &state.saved, &on_saved);
    use_deferred(&state);
    let on_command = on_saved.reform(|command: SavedCommand| {
        SavedAction::Done(perform(&BrowserShelf, SavedKind::ESTIMATE, command, today()))
    });
    let on_settings = use_settings(state.settings.theme, state.dispatcher(), CompareAction::Choose);
    html! { <ComparePage state={Rc::new((*state).clone())} on_action={state.dispatcher()} {on_command} {on_settings} /> }
}
