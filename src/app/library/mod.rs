//! The quotes that are kept on this device: drafts that are being written and quotes that were issued.
//!
//! Like a saved estimate every quote has a key of its own in the storage, so that two tabs don't overwrite each other's work
//! and one damaged text costs nothing but itself. What is kept is the quote's link, so what opens from the library is what
//! opens from a mail. [`Library`] is what the panel shows, changed by [`LibraryAction`]s without side effects; what happens
//! to the storage is a [`LibraryCommand`], done by [`perform`], whose outcome comes back as an action.
//! [`LibraryCommand::Export`] writes everything, what other pages keep included, into one file, and
//! [`LibraryCommand::Import`] reads such a file.

mod command;
mod everything;
mod import;
mod kept_quote;
#[allow(clippy::module_inception, reason = "the module is named after its main type")]
mod library;
mod library_action;
mod library_entry;
mod library_event;
mod library_problem;
mod new_draft;
mod numbers;
mod order;
mod origin;
#[cfg(test)]
mod samples;
mod save;
mod sync;

pub use command::{LibraryCommand, LibraryOutcome, Seen, perform};
pub use everything::{EverythingError, PartProblem};
pub use import::{ImportReport, Refusal};
pub use kept_quote::{DamagedQuote, KeptQuote};
pub use library::Library;
pub use library_action::LibraryAction;
pub(in crate::app) use library_entry::KEYS;
pub use library_entry::LibraryEntry;
pub use library_event::{Beside, Detour, LibraryEvent};
pub use library_problem::LibraryProblem;
pub use numbers::{Succession, is_taken_in, later_revision, next_number, next_revision, succession};
pub use order::{LibraryOrder, find, sorted};
pub use origin::Origin;
pub use sync::use_library;
