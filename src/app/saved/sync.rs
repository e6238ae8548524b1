//! The panel and the storage in step: also when another tab saves something.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, StorageEvent};
use yew::prelude::*;

use super::{Describe, SavedAction, SavedCommand, SavedEstimates, keep_last, key, perform};
use crate::app::storage::BrowserShelf;
use crate::app::today;

/// How long the typing must rest before the last estimate is kept.
const REST_MILLISECONDS: u32 = 300;

/// Lists what is saved when the page starts and whenever another tab changes it, and moves the focus where the panel wants
/// it. `on_action` must stay the same while the page is open.
#[hook]
pub fn use_saved(saved: &SavedEstimates, on_action: &Callback<SavedAction>) {
    let on_action = on_action.clone();
    use_effect_with((), move |()| {
        let list = move || {
            // The program of the first view has no panel to show them in.
            if !crate::IS_FIRST_VIEW {
                on_action.emit(SavedAction::Done(perform(&BrowserShelf, SavedCommand::List, today())));
            }
        };
        list();
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "storage", move |event| {
                let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                // Without a key the whole storage was emptied.
                if key.is_none_or(|key| key.starts_with(key::PREFIX)) {
                    list();
                }
            })
        });
        move || drop(listener)
    });
    use_effect_with(saved.focus.clone(), |focus| {
        let document = web_sys::window().and_then(|window| window.document());
        let id = focus.as_ref().map(|focus| focus.id.as_str());
        let element = document.and_then(|document| document.get_element_by_id(id?));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // An element that can't take the focus leaves it where it is.
            let _refused = element.focus();
        }
    });
}

/// Keeps the estimate that the reader works on for the next visit, once the typing rests. `link` is its fragment, `None`
/// while there is nothing right to keep.
#[hook]
pub fn use_last(link: Option<String>, describe: Describe, saved: &SavedEstimates, on_action: &Callback<SavedAction>) {
    let (on_action, before) = (on_action.clone(), saved.last_problem);
    use_effect_with(link, move |link| {
        let timeout = link.clone().map(|link| {
            Timeout::new(REST_MILLISECONDS, move || {
                let kept = keep_last(&BrowserShelf, &link, today(), |link| describe(link).is_ok());
                if kept == Ok(true) && !crate::IS_FIRST_VIEW {
                    on_action.emit(SavedAction::Done(perform(&BrowserShelf, SavedCommand::List, today())));
                }
                if kept.err() != before {
                    on_action.emit(SavedAction::LastKept(kept.map(|_| ())));
                }
            })
        });
        move || drop(timeout)
    });
}
