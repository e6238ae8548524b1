use std::collections::HashSet;
use std::hash::{DefaultHasher, Hasher};

use crate::history::file::Record;

/// Finds rows that are exactly the same as one before, as where a file was put together from pieces that overlap.
#[derive(Debug, Default)]
pub(in crate::history) struct SameRows {
    /// Hash sums of the first [`SameRows::MOST`] different rows, which stand for them: among so few that two of different rows are
    /// the same is out of the question.
    seen: HashSet<u64>,
}

impl SameRows {
    /// The most different rows whose hash sums are held, so that neither memory nor time grows with a large file. What comes after
    /// them is taken to be the same as none.
    pub(in crate::history) const MOST: usize = 1 << 16;

    /// Whether a row is the same as one before, now that it has come.
    pub(in crate::history) fn is_same(&mut self, record: &Record<'_>) -> bool {
        if self.seen.len() >= Self::MOST {
            return false;
        }
        let mut hasher = DefaultHasher::new();
        for cell in record.cells() {
            hasher.write(cell);
            hasher.write_usize(cell.len());
        }
        !self.seen.insert(hasher.finish())
    }
}
