use serde::{Deserialize, Serialize};

use crate::history::{CountUnit, Counting, DecimalMark, Delimiter, Years};

/// What the reader has chosen of how a file is read. What isn't chosen is found in the file itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What stands between the columns.
    pub delimiter: Option<Delimiter>,
    /// Whether the first row of the table names the columns.
    pub has_header: Option<bool>,
    /// The place of the column with the dates, counted from 0.
    pub date_column: Option<usize>,
    /// Where the years of the dates stand.
    pub years: Option<Years>,
    /// What is counted.
    pub counting: Option<Counting>,
    /// How the counts are written.
    pub mark: Option<DecimalMark>,
    /// What the counts are given in, where the name of their column has a unit; otherwise each is one read.
    pub unit: Option<CountUnit>,
}
