//! Looking at the beginning of a file before anything is counted.

mod choice;
mod look;
#[allow(clippy::module_inception, reason = "the module is named after its main type")]
mod preview;
mod row_reader;
mod sample_row;
mod table;

pub use choice::Choice;
pub use look::look;
pub use preview::{Preview, PreviewRow};
