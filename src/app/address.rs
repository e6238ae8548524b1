//! The address bar's fragment: it follows what is typed, which follows it when the reader opens another link.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::debounce::use_debounce;

/// The fragment of the current address, without the `#`; empty when there is none.
pub(crate) fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// The address of the page, without its fragment.
pub(crate) fn page() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Keeps the address in step with `address`, the fragment that it should say, without adding to the browser's history; `None`
/// leaves it alone. `on_open` is called with the fragment that the reader opens, and must do the same while the page is open.
#[hook]
pub(crate) fn use_address(address: Option<String>, on_open: Callback<String>) {
    let debounce = use_debounce(address, |address| replace(&address));
    use_effect_with((), move |()| {
        let (on_leave, on_click) = (debounce.clone(), debounce.clone());
        let listeners = web_sys::window().map(|window| {
            // A click may lead away from the page, as leaving it does: what was typed goes into the history first.
            let before_others = EventListenerOptions::run_in_capture_phase();
            [
                EventListener::new(&window, "hashchange", move |_| on_open.emit(fragment())),
                EventListener::new(&window, "pagehide", move |_| on_leave.flush()),
                EventListener::new_with_options(&window, "click", before_others, move |_| on_click.flush()),
            ]
        });
        move || {
            drop(listeners);
            // Another program takes this one's place, and finds what was typed in the address.
            debounce.flush();
        }
    });
}

/// Writes the fragment. A browser that refuses leaves the address as it was; the page itself loses nothing.
pub(crate) fn replace(link: &str) {
    if link == fragment() {
        return;
    }
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _refused = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{link}")));
    }
}
