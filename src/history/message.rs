use serde::{Deserialize, Serialize};

use crate::history::{CalendarMonth, Choice, Count, Format, Preview, Unreadable};

/// What the page asks of the worker that reads files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// To look at the beginning. Rows of months after that one can't be read.
    Look(Choice, CalendarMonth),
    /// To count all of it.
    Count(Format),
}

/// What the worker answers. Only progress is followed by another answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// What the file looks like, or why it can't be read.
    Looked(Result<Preview, Unreadable>),
    /// So many bytes are counted.
    Progress(u64),
    /// What came of all of them.
    Counted(Count),
    /// The file couldn't be read to its end, for this reason.
    Failed(String),
}
