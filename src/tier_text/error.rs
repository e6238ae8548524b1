use thiserror::Error;

use super::MAX_TEXT_LENGTH;
use crate::tree::SyntaxError;

/// Why a text holds no tiers.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TierTextError {
    /// More than [`MAX_TEXT_LENGTH`] bytes.
    #[error("it is {length} bytes long, and at most {MAX_TEXT_LENGTH} are read")]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// It isn't in the syntax it should be in.
    #[error(transparent)]
    Syntax(#[from] SyntaxError),
    /// A field that breaks a rule.
    #[error("{path}: {rule}")]
    Field {
        /// Which field, like `customTiers[1].charges[0].unitPrice`; the items of a list are counted from 0.
        path: String,
        /// Which rule, and often what stands there instead.
        rule: String,
    },
}
