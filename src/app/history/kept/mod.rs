//! Histories that the reader keeps on this device: the months with their reads, what these were for, how well the rows of a file
//! cover them, what was counted and taken for granted of them, and nothing else.
//!
//! Each has a key of its own in the storage, as saved estimates have. What the page shows is [`Kept`]; what happens to the
//! storage is a [`KeptCommand`], done by [`perform`], whose outcome comes back as an action.

mod command;
mod damaged_history;
mod kept_history;
mod list;
mod row_lines;
mod version;

pub use command::{KeptCommand, KeptEvent, KeptOutcome, perform};
pub use damaged_history::DamagedHistory;
pub use kept_history::KeptHistory;
pub use list::{Kept, KeptEntry};

use crate::app::storage::KeySeries;

/// The keys under which histories are kept.
pub(crate) const KEYS: KeySeries = KeySeries::new("quota-calculator/history/");
