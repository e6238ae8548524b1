//! Texts that people write: cleaned, kept within a length, and quoted back to them.

mod bounded;
mod capitalized;
mod characters;
mod plain;
mod quoted;

pub use bounded::{BoundedText, MultiLine, OneLine, TooLong};
pub use capitalized::capitalized;
#[cfg(feature = "page")]
pub(crate) use characters::is_without_width;
pub(crate) use characters::{is_direction_mark, is_hidden};
pub use plain::plain_text;
pub(crate) use plain::shortened;
pub use quoted::quoted;
