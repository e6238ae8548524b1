use thiserror::Error;

use super::BadLine;

/// Why a seller may be known and yet not be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SellersProblem {
    /// The file didn't arrive.
    #[error("the list of known sellers couldn’t be loaded; you may be offline")]
    Unreachable,
    /// The site has something else to say.
    #[error("the site has no list of known sellers for you (it answered {status})")]
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// The file is there, and one of its lines can't be read.
    #[error("the list of known sellers can’t be read in {0}")]
    BadLine(BadLine),
}
