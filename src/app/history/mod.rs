//! The Usage history page at work: a file that is looked at and counted in a worker, what it comes to, and the histories that
//! the reader keeps on this device.

mod counted;
mod example;
mod job;
pub mod kept;
mod own;
mod source_file;
mod stage;
mod state;

pub use counted::Counted;
pub use example::{EXAMPLE_NAME, example};
pub(crate) use job::Running;
pub use job::{Job, Task};
pub use own::Own;
pub use source_file::SourceFile;
pub use stage::Stage;
pub use state::{HistoryAction, HistoryState};
