//! What another tab does to the draft that is open here.

use super::{Editing, Place, QuotesState, Route};
use crate::app::library::{KeptQuote, LibraryEntry, Seen};
use crate::quote::link::{self, OpenedQuote};

const DELETED: &str = "This draft was deleted in another tab. It is kept again once you change something.";

impl QuotesState {
    /// Takes over what another tab made of the draft that is open, and says so. What was typed here and isn't kept yet stays: it
    /// is the later, and finds the other's when it is kept. `before` is what lay on the device until now.
    pub(super) fn follow(&mut self, before: &[LibraryEntry]) {
        let Place::Editing(editing, Some(seen)) = &mut self.place else { return };
        if self.is_issuing || is_unsaved(editing, seen) {
            return;
        }
        let Some(entry) = self.kept.list.iter().find(|entry| entry.key == seen.key) else {
            if before.iter().any(|entry| entry.key == seen.key) {
                // It isn't kept again by itself.
                editing.is_touched = false;
                self.notice = Some(DELETED.to_owned());
                self.kept.notice = None;
            }
            return;
        };
        if entry.text == seen.text {
            self.notice.take_if(|notice| notice == DELETED);
            return;
        }
        let aside = set_aside(&self.kept.list, seen)
            .map(|aside| format!(" What was written here is kept beside it as {}.", aside.title()));
        let place = self.place_of(&Route::of_draft(&entry.key).to_string());
        let sentence = match &place {
            Place::Editing(..) => "This draft was changed in another tab, and is shown as it is now.",
            Place::Reading(_) => "This quote was issued in another tab.",
            // What can't be opened is no reason to put away what can.
            Place::Damaged { .. } | Place::Library => return,
        };
        (self.place, self.notice) = (place, Some(sentence.to_owned() + &aside.unwrap_or_default()));
        // What is shown now isn't what that was said of.
        self.kept.notice = None;
    }
}

/// What was `seen` in a draft's place, where another tab set it aside.
fn set_aside<'a>(list: &'a [LibraryEntry], seen: &Seen) -> Option<&'a LibraryEntry> {
    let link = KeptQuote::decode(&seen.text).ok()?.link;
    let is_it = |opened: &OpenedQuote| opened.link == link;
    list.iter().find(|entry| entry.is_set_aside() && entry.content.as_deref().is_ok_and(is_it))
}

/// Whether something was typed since the draft was kept as `seen`.
fn is_unsaved(editing: &Editing, seen: &Seen) -> bool {
    let is_kept = || KeptQuote::decode(&seen.text).is_ok_and(|kept| kept.link == link::encode(&editing.quote, None));
    editing.is_touched && !(editing.is_current() && is_kept())
}
