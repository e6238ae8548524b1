//! What this device keeps for the page, as plain texts by key.
//!
//! A browser's storage may be blocked, full or broken, and every one of these is met daily: in private windows, by people
//! who refuse site data, on shared addresses. So whatever keeps something goes through [`Shelf`], which can't pretend that
//! nothing happened, and the logic above it is tested with a shelf that is all of that on demand.

mod browser_shelf;
mod changes;
mod done_elsewhere;
mod key_series;
pub(in crate::app) mod lines;
#[cfg(test)]
mod memory_shelf;
mod shelf;
mod storage_problem;
mod undo;

pub use browser_shelf::BrowserShelf;
pub use changes::use_changes;
pub use done_elsewhere::DoneElsewhere;
pub use key_series::{FreeKeys, KeySeries};
#[cfg(test)]
pub(crate) use memory_shelf::MemoryShelf;
pub use shelf::Shelf;
pub use storage_problem::StorageProblem;
pub(crate) use storage_problem::exception_name;
pub use undo::Undo;
