use thiserror::Error;

use super::SavedName;
use crate::app::storage::{DoneElsewhere, StorageProblem};

/// Why something that the reader wanted to be done to what is saved wasn't: a sentence. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SavedProblem {
    /// The storage did not do it.
    #[error("Couldn’t {deed}: {why}.")]
    Storage {
        /// What wasn't done: `save “Corpus”`.
        deed: String,
        /// Why.
        why: StorageProblem,
    },
    /// A new name that another one has.
    #[error("Another saved {noun} is called “{name}”. Choose another name.")]
    NameTaken {
        /// What both are.
        noun: &'static str,
        /// The name.
        name: SavedName,
    },
    /// It isn't any more what the reader saw.
    #[error(transparent)]
    DoneElsewhere(#[from] DoneElsewhere),
}
