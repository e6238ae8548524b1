use serde::{Deserialize, Serialize};

/// What of a row is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Counting {
    /// Each row is one read.
    Rows,
    /// The reads in the column of that place, counted from 0.
    Column(usize),
}
