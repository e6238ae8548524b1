//! The address bar's fragment: it follows the estimate, and the estimate follows it when the reader opens another link.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{Action, State};

/// How long the typing must rest before the address is written. Browsers refuse more than about 100 writes in 30 seconds.
const REST_MILLISECONDS: u32 = 300;

/// The fragment of the current address, without the `#`; empty when there is none.
pub(super) fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Keeps the address and the state in step, without adding to the browser's history.
#[hook]
pub(super) fn use_address(state: &UseReducerHandle<State>) {
    use_effect_with(state.dispatcher(), |dispatcher| {
        let dispatcher = dispatcher.clone();
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| dispatcher.dispatch(Action::Open(fragment())))
        });
        move || drop(listener)
    });
    use_effect_with(state.link(), |link| {
        let timeout = link.clone().map(|link| Timeout::new(REST_MILLISECONDS, move || replace(&link)));
        move || drop(timeout)
    });
}

/// Writes the fragment. A browser that refuses leaves the address as it was; the page itself loses nothing.
fn replace(link: &str) {
    if link == fragment() {
        return;
    }
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _refused = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{link}")));
    }
}
