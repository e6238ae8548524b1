//! The address bar's fragment: it follows what is typed, which follows it when the reader opens another link.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// How long the typing must rest before the address is written. Browsers refuse more than about 100 writes in 30 seconds.
const REST_MILLISECONDS: u32 = 300;

/// The fragment of the current address, without the `#`; empty when there is none.
pub(super) fn fragment() -> String {
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
pub(super) fn use_address(address: Option<String>, on_open: Callback<String>) {
    let pending = use_mut_ref(|| None::<String>);
    let write = {
        let pending = pending.clone();
        // The address may be about to be written by a listener and by the clock; whoever comes first takes it.
        move || pending.take().iter().for_each(|address| replace(address))
    };
    use_effect_with((), {
        let write = write.clone();
        move |()| {
            let write_last = write.clone();
            let listeners = web_sys::window().map(|window| {
                let write_too = write.clone();
                // A click may lead away from the page, as leaving it does: what was typed goes into the history first.
                let before_others = EventListenerOptions::run_in_capture_phase();
                [
                    EventListener::new(&window, "hashchange", move |_| on_open.emit(fragment())),
                    EventListener::new(&window, "pagehide", move |_| write()),
                    EventListener::new_with_options(&window, "click", before_others, move |_| write_too()),
                ]
            });
            move || {
                drop(listeners);
                // Another program takes this one's place, and finds what was typed in the address.
                write_last();
            }
        }
    });
    use_effect_with(address, move |address| {
        pending.replace(address.clone());
        let timeout = address.as_ref().map(|_| Timeout::new(REST_MILLISECONDS, write));
        move || drop(timeout)
    });
}

/// Writes the fragment. A browser that refuses leaves the address as it was; the page itself loses nothing.
pub(super) fn replace(link: &str) {
    if link == fragment() {
        return;
    }
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _refused = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{link}")));
    }
}
