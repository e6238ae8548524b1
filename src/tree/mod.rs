//! One small tree of values and its two syntaxes: JSON for files and programs, and a compact one for links and saved estimates.

pub(crate) mod compact;
mod cursor;
pub(crate) mod json;
mod syntax;
mod value;

pub use syntax::{SyntaxError, SyntaxProblem};
pub(crate) use value::{Value, is_whole_number};

/// The most lists and objects that may stand within each other. A tier in an estimate needs seven.
pub const MAX_DEPTH: usize = 32;

/// The most keys that one object may have. A tier has at most 18.
pub const MAX_KEYS: usize = 100;
