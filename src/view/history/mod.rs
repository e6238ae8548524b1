//! The Usage history page: a file is chosen, looked at, counted, and priced.

mod kept;
mod page;
mod preview;
mod result;
mod rows;
mod take;
mod tools;

pub use page::{HistoryPage, HistoryPageProps};
pub use take::Taken;
