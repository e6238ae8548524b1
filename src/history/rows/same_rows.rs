use crate::history::file::Record;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hasher};

/// Finds rows that are exactly the same as one before, as where a file was put together from pieces that overlap.
#[derive(Debug, Default)]
pub(in crate::history) struct SameRows {
    /// Sums of the rows so far, which stand for them: among so few that two of different rows are the same is out of the question.
    seen: HashSet<u64>,
}

impl SameRows {
    /// The most different rows that are remembered, so that neither memory nor time grows with a large file. Later ones are looked
    /// for no more.
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
