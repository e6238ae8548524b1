//! Estimates and budgets that the reader keeps on this device: by name, and the last one of each visit.
//!
//! Whatever is saved has a key of its own in the storage, so two tabs that save at the same time don't overwrite each
//! other's work, and one damaged text costs nothing but itself. What the panel shows is [`SavedPanel`], changed by
//! [`SavedAction`]s without side effects; what happens to the storage is a [`SavedCommand`], done by [`perform`], whose
//! outcome comes back as an action.

mod command;
mod last;
mod perform;
#[cfg(test)]
mod samples;
mod saved_action;
mod saved_entry;
mod saved_kind;
mod saved_name;
mod saved_panel;
mod saved_problem;
mod shelved;
mod sync;
#[cfg(test)]
mod two_tabs;

pub use command::{SavedCommand, SavedEvent, SavedOutcome, WhenTaken};
pub use last::{keep_last, last};
pub use perform::perform;
pub use saved_action::SavedAction;
pub use saved_entry::{DamagedEntry, SavedEntry};
pub use saved_kind::SavedKind;
pub use saved_name::SavedName;
pub use saved_panel::{Renaming, SavedPanel, Taken};
pub use saved_problem::SavedProblem;
pub use shelved::Shelved;
pub(in crate::app) use shelved::list;
pub use sync::{use_last, use_saved};

pub use super::storage::Undo;

/// Says the link of something saved in a few words, or why it can't be opened.
pub type Describe = fn(&str) -> Result<String, crate::link::LinkError>;
