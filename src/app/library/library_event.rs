use std::rc::Rc;

use super::{ImportReport, LibraryEntry, LibraryProblem};
use crate::app::storage::Undo;

/// What happened to the quotes on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryEvent {
    /// Nothing.
    Nothing,
    /// The quote lies there now, under a key of its own or over the earlier text of the draft.
    Saved(LibraryEntry),
    /// A quote that came by link lies there now.
    Kept(LibraryEntry),
    /// The very same quote lies there already, so there was nothing to do.
    AlreadyKept(LibraryEntry),
    /// The quote could not go where its draft was, so it lies beside it now.
    KeptBeside {
        /// Where it lies: later savings go there.
        entry: LibraryEntry,
        /// Why.
        why: Beside,
    },
    /// A draft was made that says the same under a new number.
    Duplicated {
        /// How a sentence calls what it was made from.
        original: String,
        /// The draft.
        entry: LibraryEntry,
    },
    /// A draft was made that replaces a quote.
    Revised {
        /// How a sentence calls what it replaces.
        original: String,
        /// The draft.
        entry: LibraryEntry,
    },
    /// One was deleted.
    Deleted(Undo),
    /// A deletion was taken back.
    Undone {
        /// What was taken back.
        undo: Undo,
        /// The key that has its text now; another one where the earlier was needed elsewhere by then.
        key: String,
    },
    /// Everything as one file, for the reader to save.
    Exported(String),
    /// A file was read, as far as it could be.
    Imported(Rc<ImportReport>),
    /// Nothing was done, for this reason.
    Refused(LibraryProblem),
}

/// Why a quote was kept beside the one that it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Another tab has changed that one meanwhile.
    Changed,
    /// That one was deleted meanwhile.
    Deleted,
    /// That one is issued, and what is issued stays as it is.
    Issued,
    /// That one can't be read, so nobody knows what would be lost.
    Unreadable,
}

impl Beside {
    /// It as a sentence about the quote that a sentence calls `title`.
    #[must_use]
    pub fn sentence(self, title: &str) -> String {
        let why = match self {
            Self::Changed => "because another tab has changed it meanwhile; both are in the list",
            Self::Deleted => "because it was deleted meanwhile",
            Self::Issued => "because what is issued stays as it is; both are in the list",
            Self::Unreadable => "because the earlier one can’t be read; both are in the list",
        };
        format!("Kept {title} as a new entry, {why}.")
    }
}

impl LibraryEvent {
    /// The entry that the reader goes on with: what was saved, copied or revised.
    #[must_use]
    pub const fn entry(&self) -> Option<&LibraryEntry> {
        match self {
            Self::Saved(entry)
            | Self::Kept(entry)
            | Self::AlreadyKept(entry)
            | Self::KeptBeside { entry, .. }
            | Self::Duplicated { entry, .. }
            | Self::Revised { entry, .. } => Some(entry),
            Self::Nothing
            | Self::Deleted(_)
            | Self::Undone { .. }
            | Self::Exported(_)
            | Self::Imported(_)
            | Self::Refused(_) => None,
        }
    }
}
