//! Texts that people write: cleaned, kept within a length, and quoted back to them.

mod bounded;
mod capitalized;
mod plain;
mod quoted;

pub use bounded::{BoundedText, MultiLine, OneLine, TooLong};
pub use capitalized::capitalized;
pub use plain::plain_text;
pub(crate) use plain::{is_hidden, shortened};
pub use quoted::quoted;
