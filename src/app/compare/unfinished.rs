//! The unfinished tier of one's own, kept for as long as the tab is open: a page that is loaded anew goes on with it. Where the
//! browser keeps nothing, it ends with the page. The program of the first view has no editor, and none of this.

use gloo::events::EventListener;
use web_sys::Storage;
use yew::prelude::*;

use super::CompareState;
use crate::app::debounce::use_debounce;

/// Where the tab keeps it; the start script looks there, too.
const KEY: &str = "quota-calculator/unfinished-tier";

/// The state with what was kept before the page was loaded.
pub(crate) fn resumed(state: CompareState) -> CompareState {
    if crate::IS_FIRST_VIEW {
        return state;
    }
    match storage().and_then(|storage| storage.get_item(KEY).ok()?) {
        Some(unfinished) => state.resumed(&unfinished),
        None => state,
    }
}

/// Keeps what is unfinished once the typing rests, and at the latest when the page ends.
#[hook]
pub(crate) fn use_unfinished(state: &CompareState) {
    if crate::IS_FIRST_VIEW {
        return;
    }
    let debounce = use_debounce(Some(state.unfinished()), |unfinished| keep(unfinished.as_deref()));
    use_effect_with((), move |()| {
        let listener =
            web_sys::window().map(|window| EventListener::new(&window, "pagehide", move |_| debounce.flush()));
        move || drop(listener)
    });
}

fn keep(unfinished: Option<&str>) {
    if let Some(storage) = storage() {
        let _refused = match unfinished {
            Some(text) => storage.set_item(KEY, text),
            None => storage.remove_item(KEY),
        };
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

#[cfg(test)]
mod tests {
    /// The start script loads the program that has an editor.
    #[test]
    fn the_start_script_looks_in_the_same_place() {
        assert!(include_str!("../../../static/boot.js").contains(&format!("\"{}\"", super::KEY)));
    }
}
