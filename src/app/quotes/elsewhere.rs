//! What another tab does to the draft that is open here.

use super::{Editing, Place, QuotesState, Route};
use crate::app::library::{KeptQuote, LibraryEntry, Seen};
use crate::quote::link::{self, OpenedQuote};

const DELETED: &str = "This draft was deleted in another tab. It is kept again once you change something.";
const DELETED_BENEATH: &str =
    "This draft was deleted in another tab. What you typed here becomes a new entry when it is saved.";
const ISSUED_BENEATH: &str =
    "This draft was issued in another tab. What you typed here becomes a new entry when it is saved.";

impl QuotesState {
    /// What there is to say above what is open: what another tab has done with it, or else what became of the last act.
    #[must_use]
    pub fn said(&self) -> Option<&str> {
        self.elsewhere().or(self.notice.as_deref())
    }

    /// What another tab has done with the draft that is open here, as long as what stands in the form can't be kept in its place.
    fn elsewhere(&self) -> Option<&'static str> {
        let Place::Editing(editing, Some(seen)) = &self.place else { return None };
        if self.kept.storage_problem.is_some() {
            return None;
        }
        match self.kept.list.iter().find(|entry| entry.key == seen.key) {
            None if editing.is_touched => Some(DELETED_BENEATH),
            None => Some(DELETED),
            Some(entry) if is_issued(entry) && is_unsaved(editing, seen) => Some(ISSUED_BENEATH),
            Some(_) => None,
        }
    }

    /// Whether what stands in the form becomes a new entry when it is saved, because another tab has issued or deleted the draft.
    #[must_use]
    pub fn is_without_place(&self) -> bool {
        self.elsewhere().is_some()
    }

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
                (self.notice, self.kept.notice) = (None, None);
            }
            return;
        };
        if entry.text == seen.text {
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

fn is_issued(entry: &LibraryEntry) -> bool {
    entry.quote().is_some_and(|quote| quote.issued.is_some())
}

/// Whether something was typed since the draft was kept as `seen`.
fn is_unsaved(editing: &Editing, seen: &Seen) -> bool {
    let is_kept = || KeptQuote::decode(&seen.text).is_ok_and(|kept| kept.link == link::encode(&editing.quote, None));
    editing.is_touched && !(editing.is_current() && is_kept())
}
