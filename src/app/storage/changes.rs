use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

use super::KeySeries;

/// Calls `on_change` when the page starts, and whenever another tab changes what lies under the keys of `series`.
/// `on_change` must do the same while the page is open.
#[hook]
pub fn use_changes(series: KeySeries, on_change: Callback<()>) {
    use_effect_with((), move |()| {
        on_change.emit(());
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "storage", move |event| {
                let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                // Without a key the whole storage was emptied.
                if key.is_none_or(|key| series.has(&key)) {
                    on_change.emit(());
                }
            })
        });
        move || drop(listener)
    });
}
