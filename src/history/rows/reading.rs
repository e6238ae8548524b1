use serde::{Deserialize, Serialize};

use super::ignored_rows::IgnoredKind;
use crate::history::CalendarMonth;

/// What a row of a preview is read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reading {
    /// So many reads in that month.
    Reads(CalendarMonth, u64),
    /// Nothing: it will be ignored.
    Ignored(IgnoredKind),
    /// It can't be read, for the reason that the sentence gives.
    Bad(String),
}
