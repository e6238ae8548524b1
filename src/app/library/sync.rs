//! The panel and the storage in step: also when another tab keeps or deletes a quote.

use yew::prelude::*;

use super::library_entry::KEYS;
use super::{Library, LibraryAction, LibraryCommand, perform};
use crate::app::storage::{BrowserShelf, use_changes};
use crate::app::{today, use_focus};

/// Lists what is kept when the page starts and whenever another tab changes it, and moves the focus where the panel wants
/// it. `on_action` must stay the same while the page is open.
#[hook]
pub fn use_library(library: &Library, on_action: &Callback<LibraryAction>) {
    use_changes(
        KEYS,
        on_action.reform(|()| LibraryAction::Done(perform(&BrowserShelf, LibraryCommand::List, today()))),
    );
    use_focus(library.focus.clone());
}
