use serde::{Deserialize, Serialize};

/// Why a row says nothing of reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum IgnoredKind {
    /// It stands above the table.
    AboveTable,
    /// It names the columns.
    Header,
    /// It sums others up.
    Total,
    /// All its cells are empty.
    Blank,
}

impl IgnoredKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::AboveTable, Self::Header, Self::Total, Self::Blank];
}

/// The rows of one kind that say nothing of reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IgnoredRows {
    /// How many there are.
    pub count: u64,
    /// The line of the first, counted from 1; 0 without any.
    pub first_line: u64,
}

impl IgnoredRows {
    pub(in crate::history) fn add(&mut self, line: u64) {
        if self.count == 0 {
            self.first_line = line;
        }
        self.count += 1;
    }
}
