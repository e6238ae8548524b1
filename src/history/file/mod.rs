//! How the bytes of a file become rows.

mod delimiter;
mod encoding;
mod format;
mod records;
mod run_on;
mod unreadable;

pub use delimiter::Delimiter;
pub use encoding::Encoding;
pub use format::Format;
pub use run_on::RunOn;
pub use unreadable::Unreadable;

pub(super) use encoding::Decoder;
pub(super) use records::{Record, Records};
