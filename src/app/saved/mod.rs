//! Estimates that the reader keeps on this device: by name, and the last one of each visit.
//!
//! Every saved estimate has a key of its own in the storage, so two tabs that save at the same time don't overwrite each
//! other's work, and one damaged text costs nothing but itself. What the panel shows is [`SavedEstimates`], changed by
//! [`SavedAction`]s without side effects; what happens to the storage is a [`SavedCommand`], done by [`perform`], whose
//! outcome comes back as an action.

mod command;
mod last;
mod saved_action;
mod saved_estimate;
mod saved_estimates;
mod saved_name;
mod saved_problem;
mod shelved;
mod sync;

pub use command::{SavedCommand, SavedEvent, SavedOutcome, WhenTaken, perform};
pub use last::{keep_last, last};
pub use saved_action::SavedAction;
pub use saved_estimate::{DamagedEntry, SavedEstimate};
pub use saved_estimates::{Renaming, SavedEstimates, Taken};
pub use saved_name::SavedName;
pub use saved_problem::SavedProblem;
pub use shelved::Shelved;
pub(in crate::app) use shelved::{KEYS, list};
pub use sync::{use_last, use_saved};

pub use super::storage::Undo;

/// Says an estimate's link in a few words, or why it can't be opened.
pub type Describe = fn(&str) -> Result<String, String>;
