//! Keeps the draft that is being worked on, once the typing rests and whenever the page is left.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Place, QuotesAction, QuotesState};
use crate::app::library::{LibraryAction, LibraryCommand, perform};
use crate::app::storage::BrowserShelf;
use crate::app::today;
use crate::quote::link;

/// How long the typing must rest before the draft is kept.
const REST_MILLISECONDS: u32 = 300;

/// Keeps the draft of `state`. Nothing is kept while a field is wrong, or before anything was changed.
#[hook]
pub(super) fn use_autosave(state: &UseReducerHandle<QuotesState>) {
    let latest = use_mut_ref(|| None::<Rc<dyn Fn()>>);
    let draft = match &state.place {
        Place::Editing(editing, seen) if editing.is_touched && editing.is_current() => {
            Some((editing.quote.clone(), seen.clone()))
        }
        _ => None,
    };
    {
        let latest = latest.clone();
        let dispatcher = state.dispatcher();
        use_effect_with(draft, move |draft| {
            let save: Option<Rc<dyn Fn()>> = draft.clone().map(|(quote, over)| -> Rc<dyn Fn()> {
                Rc::new(move || {
                    let link = link::encode(&quote, None);
                    let outcome = perform(&BrowserShelf, LibraryCommand::Save { over: over.clone(), link }, today());
                    let kept = outcome.event.entry().map(crate::app::library::LibraryEntry::seen);
                    dispatcher.dispatch(QuotesAction::Library(LibraryAction::Done(outcome)));
                    kept.filter(|kept| over.as_ref() != Some(kept))
                        .into_iter()
                        .for_each(|kept| dispatcher.dispatch(QuotesAction::Kept(kept)));
                })
            });
            latest.replace(save);
            let timeout = latest.borrow().is_some().then(|| {
                let latest = latest.clone();
                Timeout::new(REST_MILLISECONDS, move || save_once(&latest))
            });
            move || drop(timeout)
        });
    }
    use_effect_with((), move |()| {
        let listener =
            web_sys::window().map(|window| EventListener::new(&window, "pagehide", move |_| save_once(&latest)));
        move || drop(listener)
    });
}

/// Runs what waits to be kept, once.
fn save_once(latest: &std::cell::RefCell<Option<Rc<dyn Fn()>>>) {
    if let Some(save) = latest.take() {
        save();
    }
}
