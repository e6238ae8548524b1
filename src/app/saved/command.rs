use std::rc::Rc;

use super::{SavedName, SavedProblem, Shelved, Undo};
use crate::app::storage::StorageProblem;

/// What a reader wants done to what is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedCommand {
    /// List them.
    List,
    /// Save an estimate.
    Save {
        /// Under this name.
        name: SavedName,
        /// The fragment of its link.
        link: String,
        /// What to do when the name is taken.
        when_taken: WhenTaken,
    },
    /// Give one another name.
    Rename {
        /// Which, as the reader saw it.
        item: Shelved,
        /// The new name.
        name: SavedName,
    },
    /// Delete one.
    Delete(Shelved),
    /// Take back what was done.
    Undo(Undo),
}

/// What to do when a name is taken by another estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenTaken {
    /// Save nothing and ask the reader.
    Ask,
    /// Put the new one in the place of the other.
    Replace,
    /// Keep both, the new one with a number after its name.
    KeepBoth,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedOutcome {
    /// What happened.
    pub event: SavedEvent,
    /// What is saved now, or why the device doesn't say.
    pub list: Result<Rc<[Shelved]>, StorageProblem>,
}

/// What happened to the saved estimates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedEvent {
    /// Nothing.
    Nothing,
    /// An estimate was saved under a name.
    Saved(SavedName),
    /// The very same estimate is saved under this name, so there was nothing to do.
    AlreadySaved(SavedName),
    /// The name is taken by another estimate; nothing was saved.
    Taken {
        /// The name.
        name: SavedName,
        /// The fragment that was to be saved.
        link: String,
    },
    /// One was deleted, renamed or replaced.
    Changed(Undo),
    /// A change was taken back.
    Undone {
        /// The change.
        undo: Undo,
        /// The key that has its text now; another one where the change's own was needed elsewhere by then.
        key: String,
    },
    /// Nothing was done, for this reason.
    Refused(SavedProblem),
}
