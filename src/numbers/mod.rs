//! How numbers are read and written, in the way of the reader's language.

mod reading;
mod sample;
mod short;
mod style;
mod typed;

pub use reading::{NumberTextError, parse_decimal, parse_whole};
#[cfg(feature = "page")]
pub(crate) use reading::{before_any, parse_amount, with_own_mark};
pub use style::NumberStyle;
