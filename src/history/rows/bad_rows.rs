use serde::{Deserialize, Serialize};

/// A row that couldn't be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRow {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Why, as a sentence.
    pub reason: String,
}

/// The rows that couldn't be read: how many, and the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRows {
    /// All of them.
    pub count: u64,
    /// The first ones, at most [`BadRows::MOST_LISTED`].
    pub first: Vec<BadRow>,
}

impl BadRows {
    /// The most rows that are listed one by one.
    pub const MOST_LISTED: usize = 100;

    /// Adds one that comes after all others. `reason` is asked only where it is kept.
    pub(in crate::history) fn add(&mut self, line: u64, reason: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.len() < Self::MOST_LISTED {
            self.first.push(BadRow { line, reason: reason() });
        }
    }

    /// These and others of the same file, in the order of their lines.
    #[must_use]
    pub fn and(&self, others: &Self) -> Self {
        let mut first = [&self.first[..], &others.first[..]].concat();
        first.sort_by_key(|row| row.line);
        first.truncate(Self::MOST_LISTED);
        Self { count: self.count + others.count, first }
    }
}
