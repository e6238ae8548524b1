//! The panel and the storage in step: also when another tab saves something.

use yew::prelude::*;

use super::{Describe, SavedAction, SavedCommand, SavedKind, SavedPanel, keep_last, perform};
use crate::app::debounce::use_debounce;
use crate::app::storage::{BrowserShelf, use_changes};
use crate::app::{today, use_focus};

/// Lists what is saved of a kind when the page starts and whenever another tab changes it, and moves the focus where the panel wants
/// it. `on_action` must stay the same while the page is open.
#[hook]
pub fn use_saved(kind: SavedKind, saved: &SavedPanel, on_action: &Callback<SavedAction>) {
    let on_action = on_action.clone();
    let list = move |()| {
        // The program of the first view has no panel to show them in.
        if !crate::IS_FIRST_VIEW {
            on_action.emit(SavedAction::Done(perform(&BrowserShelf, kind, SavedCommand::List, today())));
        }
    };
    use_changes(kind.keys, list.into());
    use_focus(saved.focus.clone());
}

/// Keeps what the reader works on for the next visit, once the typing rests. `link` is its fragment, `None`
/// while there is nothing right to keep.
#[hook]
pub fn use_last(
    kind: SavedKind,
    link: Option<String>,
    describe: Describe,
    saved: &SavedPanel,
    on_action: &Callback<SavedAction>,
) {
    let (on_action, before) = (on_action.clone(), saved.last_problem);
    use_debounce(link, move |link| {
        let kept = keep_last(&BrowserShelf, kind, &link, today(), |link| describe(link).is_ok());
        if kept == Ok(true) && !crate::IS_FIRST_VIEW {
            on_action.emit(SavedAction::Done(perform(&BrowserShelf, kind, SavedCommand::List, today())));
        }
        if kept.err() != before {
            on_action.emit(SavedAction::LastKept(kept.map(|_| ())));
        }
    });
}
