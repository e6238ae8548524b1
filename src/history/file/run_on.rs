use serde::{Deserialize, Serialize};

/// The rows that couldn't be read because a quotation mark, which isn't closed where it should be, makes each of several lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunOn {
    /// How many there are.
    pub rows: u64,
    /// The lines that they take together: at least one each.
    pub lines: u64,
    /// The line on which the first begins, counted from 1; 0 without any.
    pub first_line: u64,
}

impl RunOn {
    /// Adds one that comes after all others.
    pub(in crate::history) fn add(&mut self, line: u64, lines: u64) {
        if self.rows == 0 {
            self.first_line = line;
        }
        self.rows += 1;
        self.lines = self.lines.saturating_add(lines);
    }

    /// Whether there can be such rows among so many that couldn't be read.
    pub(in crate::history) const fn fits(self, unread: u64) -> bool {
        let is_some = self.rows > 0;
        self.rows <= unread
            && self.lines >= self.rows
            && (self.lines > 0) == is_some
            && (self.first_line > 0) == is_some
    }
}
