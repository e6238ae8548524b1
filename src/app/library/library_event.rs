use std::rc::Rc;

use super::{ImportReport, LibraryEntry, LibraryProblem};
use crate::app::storage::Undo;
use crate::quote::{Quote, Revision};

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
    /// The quote lies where its draft was, and what another tab had made of that meanwhile lies beside it.
    SavedOver {
        /// The quote.
        entry: LibraryEntry,
        /// What the other tab wrote.
        other: Box<LibraryEntry>,
    },
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
        /// Where it doesn't say what that one says: what it was made from, and what it replaces.
        detour: Option<Detour>,
        /// The draft.
        entry: LibraryEntry,
    },
    /// There was a draft already that replaces the quote.
    BegunBefore {
        /// How a sentence calls what it replaces.
        original: String,
        /// Where that isn't the quote that was to be revised: which one was, and what the draft replaces.
        detour: Option<Detour>,
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

/// An earlier revision that was to be revised, though a later one has been issued, which is what is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detour {
    /// The earlier one.
    pub from: Revision,
    /// The later one.
    pub later: Revision,
}

/// Why a quote was kept beside the one that it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// That one was deleted meanwhile.
    Deleted,
    /// That one is issued, and what is issued stays as it is.
    Issued,
    /// That one can't be read, so nobody knows what would be lost.
    Unreadable,
}

impl Beside {
    /// It as a sentence about the quote that a sentence calls `title`.
    fn sentence(self, title: &str) -> String {
        let why = match self {
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
            | Self::SavedOver { entry, .. }
            | Self::KeptBeside { entry, .. }
            | Self::Duplicated { entry, .. }
            | Self::Revised { entry, .. }
            | Self::BegunBefore { entry, .. } => Some(entry),
            Self::Nothing
            | Self::Deleted(_)
            | Self::Undone { .. }
            | Self::Exported(_)
            | Self::Imported(_)
            | Self::Refused(_) => None,
        }
    }

    /// The quote that was issued here, once it is kept.
    #[must_use]
    pub fn issued(&self) -> Option<&Quote> {
        match self {
            Self::Saved(entry) | Self::SavedOver { entry, .. } | Self::KeptBeside { entry, .. } => {
                entry.quote().filter(|quote| quote.issued.is_some())
            }
            _ => None,
        }
    }

    /// What became of a draft that was also changed or taken elsewhere, as a sentence.
    #[must_use]
    pub fn clash(&self) -> Option<String> {
        match self {
            Self::SavedOver { other, .. } => Some(ended(format!(
                "Another tab had changed this draft meanwhile. What you typed here is later, so it stands in its place; what \
                 the other tab wrote is kept beside it as {}",
                other.title()
            ))),
            Self::KeptBeside { entry, why } => Some(why.sentence(&entry.title())),
            _ => None,
        }
    }

    /// The draft to write on, and where it came from in a sentence, where the act leads to one.
    #[must_use]
    pub fn draft(&self) -> Option<(&LibraryEntry, String)> {
        let sentence = match self {
            Self::Duplicated { original, entry } => ended(format!("Made {} from {original}", entry.title())),
            Self::Revised { original, detour, entry } => {
                let made = ended(format!("Made {}, which replaces {original}", entry.title()));
                let from = detour.map(|Detour { from, later }| {
                    format!(" What it says comes from revision {from}, though revision {later} was issued later.")
                });
                made + &from.unwrap_or_default()
            }
            Self::BegunBefore { original, detour, entry } => {
                let title = entry.title();
                let opened = ended(format!("Opened {title}, which was begun before and replaces {original}"));
                let from = detour.map(|Detour { from, .. }| format!(" Nothing was taken from revision {from}."));
                opened + &from.unwrap_or_default()
            }
            _ => return None,
        };
        Some((self.entry()?, sentence))
    }
}

/// A sentence with its full stop, which the name of a company that it ends with may bring along.
fn ended(sentence: String) -> String {
    if sentence.ends_with('.') { sentence } else { sentence + "." }
}
