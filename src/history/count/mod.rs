//! Counting a file as its bytes come.

#[allow(clippy::module_inception, reason = "the module is named after its main type")]
mod count;
mod count_style;
mod count_text;
mod counting;
mod coverage;
mod decimal_mark;
mod sums;
mod tally;

pub use count::{Count, CountError};
pub use count_text::{CountTextError, read_count};
pub use counting::Counting;
pub use coverage::Coverage;
pub use decimal_mark::DecimalMark;
pub use sums::Sums;
pub use tally::Tally;

pub(super) use count_style::CountStyle;
