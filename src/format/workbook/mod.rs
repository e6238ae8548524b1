//! Workbooks as neutral data: what each cell shows, and how it is computed.
//!
//! What fills them knows nothing of files, and what writes files nothing of budgets. Every formula carries the value that it
//! comes to, so that programs which don't compute show the right figures too.

mod cell;
mod place;
mod sheet;
#[allow(clippy::module_inception, reason = "the module is named after its main type")]
mod workbook;

pub use cell::{Cell, CellContent, Look};
pub use place::Place;
pub use sheet::Sheet;
pub use workbook::Workbook;
