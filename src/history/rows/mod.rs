//! What the rows of a file are: counted, ignored, or not to be read.

mod bad_rows;
mod ignored_rows;
mod reading;
mod row_fault;
mod row_kind;
mod row_reason;
mod same_rows;

pub use bad_rows::{BadRow, BadRows};
pub use ignored_rows::{IgnoredKind, IgnoredRows};
pub use reading::Reading;

pub(super) use row_fault::{RowFault, RowShape};
#[cfg(feature = "page")]
pub(crate) use row_kind::names_total;
pub(super) use row_kind::{RowKinds, is_total_name};
pub(super) use row_reason::{bad_date, bad_date_in, reads_of};
pub(super) use same_rows::SameRows;
