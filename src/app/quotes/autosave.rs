//! Keeps the draft that is being worked on: once the typing rests, and whenever it is left.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::{Place, QuotesAction, QuotesState};
use crate::app::debounce::use_debounce;
use crate::app::library::{LibraryAction, LibraryCommand, LibraryEntry, Seen, perform};
use crate::app::storage::BrowserShelf;
use crate::app::today;
use crate::quote::link;

/// Keeps a draft, and says where it lies then; `None` where the storage refused it.
type Save = Rc<dyn Fn() -> Option<Seen>>;

/// What became of what wasn't kept yet.
pub(crate) enum Flushed {
    /// There was nothing of that kind.
    Nothing,
    /// It is kept, here.
    Kept(Seen),
    /// The storage refused it.
    Refused,
}

/// What of the draft isn't kept yet.
#[derive(Clone, Default)]
pub(crate) struct Autosave(Rc<RefCell<Option<Save>>>);

impl Autosave {
    /// Keeps now what isn't kept yet.
    pub(crate) fn flush(&self) -> Flushed {
        self.0.take().map_or(Flushed::Nothing, |save| save().map_or(Flushed::Refused, Flushed::Kept))
    }

    /// Forgets what isn't kept yet.
    pub(crate) fn cancel(&self) {
        self.0.take();
    }
}

/// Keeps the draft of `state`. Nothing is kept while a field is wrong, or before anything was changed.
#[hook]
pub(crate) fn use_autosave(state: &UseReducerHandle<QuotesState>) -> Autosave {
    let autosave = Autosave::clone(&use_memo((), |()| Autosave::default()));
    let draft = match &state.place {
        Place::Editing(editing, seen) if editing.is_touched && editing.is_current() && !state.is_issuing => {
            Some((editing.quote.clone(), seen.clone()))
        }
        _ => None,
    };
    use_effect_with(draft.clone(), {
        let (autosave, dispatcher) = (autosave.clone(), state.dispatcher());
        move |draft| {
            let save = draft.clone().map(|(quote, over)| -> Save {
                let dispatcher = dispatcher.clone();
                Rc::new(move || {
                    let link = link::encode(&quote, None);
                    let outcome = perform(&BrowserShelf, LibraryCommand::Save { over: over.clone(), link }, today());
                    let seen = outcome.event.entry().map(LibraryEntry::seen);
                    dispatcher.dispatch(QuotesAction::Library(LibraryAction::Done(outcome)));
                    // Nothing else is open before what was typed here is kept, so this draft is the one that lies there.
                    if let Some(seen) = seen.clone() {
                        dispatcher.dispatch(QuotesAction::Kept(seen));
                    }
                    seen
                })
            });
            autosave.0.replace(save);
        }
    });
    use_debounce(draft, {
        let autosave = autosave.clone();
        move |_| {
            autosave.flush();
        }
    });
    use_effect_with((), {
        let autosave = autosave.clone();
        move |()| {
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "pagehide", move |_| {
                    autosave.flush();
                })
            });
            move || drop(listener)
        }
    });
    autosave
}
