use super::Sheet;
use crate::pricing::Date;

/// Sheets, and the names by which formulas refer to their cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// What it is.
    pub title: String,
    /// The day it was made.
    pub made: Date,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
    /// Names with the cells that they stand for: `Exchange_rate`, `Inputs!$B$7`.
    pub names: Vec<(&'static str, String)>,
}

impl Workbook {
    /// The sheet of that name.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}
