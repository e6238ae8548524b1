//! What isn't finished and so stands in no link, kept for as long as the tab is open: a page that is loaded anew goes on with it.
//! Where the browser keeps nothing, it ends with the page.

use gloo::events::EventListener;
use web_sys::Storage;
use yew::prelude::*;

use super::debounce::use_debounce;

/// What the tab keeps under `key`.
pub(super) fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps what is unfinished under `key` once the typing rests, and at the latest when the page ends.
#[hook]
pub(super) fn use_unfinished(key: &'static str, unfinished: Option<String>) {
    let debounce = use_debounce(Some(unfinished), move |unfinished| keep(key, unfinished.as_deref()));
    use_effect_with((), move |()| {
        let listener =
            web_sys::window().map(|window| EventListener::new(&window, "pagehide", move |_| debounce.flush()));
        move || drop(listener)
    });
}

fn keep(key: &str, unfinished: Option<&str>) {
    if let Some(storage) = storage() {
        let _refused = match unfinished {
            Some(text) => storage.set_item(key, text),
            None => storage.remove_item(key),
        };
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}
