use serde::{Deserialize, Serialize};

use super::delimiter::Delimiter;
use super::encoding::Encoding;
use crate::history::{Assumption, CalendarMonth, CountUnit, Counting, DecimalMark, OtherColumn, Years};

/// How a file is read: everything that is decided before its rows are counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Format {
    /// How its letters are written.
    pub encoding: Encoding,
    /// The bytes at its beginning that only say so.
    pub mark_length: usize,
    /// What stands between its columns.
    pub delimiter: Delimiter,
    /// The rows that stand above the table.
    pub rows_above: u64,
    /// The names of the columns, where the first row of the table gives them.
    pub header: Option<Vec<String>>,
    /// How many cells most of its rows have.
    pub width: usize,
    /// The place of the column with the dates, counted from 0.
    pub date_column: usize,
    /// Where the years of the dates stand.
    pub years: Years,
    /// The places of the columns in which the name of a total says that its row sums others up.
    pub label_columns: Vec<usize>,
    /// What is counted.
    pub counting: Counting,
    /// Whether each row is a post for sure.
    pub are_posts: bool,
    /// The other columns of numbers that are worth a word.
    pub others: Vec<OtherColumn>,
    /// What is taken for granted of it, but for the order of its dates.
    pub assumptions: Vec<Assumption>,
    /// How the counts are written.
    pub mark: DecimalMark,
    /// What the counts are given in by the reader's choice; `None` where each is one read.
    pub unit: Option<CountUnit>,
    /// The last month that rows may be of.
    pub latest: CalendarMonth,
}
