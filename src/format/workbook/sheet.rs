use rust_decimal::Decimal;

use super::{Cell, CellContent, Look, Place};
use crate::pricing::Date;

/// One sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What its tab says; letters only, so that formulas can name it as it is.
    pub name: &'static str,
    /// How many characters wide its columns are, from the first on.
    pub widths: Vec<u16>,
    /// The rows that stay in sight, from the top.
    pub frozen_rows: u32,
    /// Its cells, each place at most once.
    pub cells: Vec<Cell>,
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub const fn new(name: &'static str, widths: Vec<u16>, frozen_rows: u32) -> Self {
        Self { name, widths, frozen_rows, cells: Vec::new() }
    }

    /// Writes a text.
    pub fn text(&mut self, place: Place, text: impl Into<String>, look: Look) {
        self.push(place, CellContent::Text(text.into()), look);
    }

    /// Writes a number.
    pub fn number(&mut self, place: Place, number: Decimal, look: Look) {
        self.push(place, CellContent::Number(number), look);
    }

    /// Writes a day.
    pub fn day(&mut self, place: Place, day: Date) {
        self.push(place, CellContent::Day(day), Look::Day);
    }

    /// Writes a formula, without its equals sign, with the value that it comes to.
    pub fn formula(&mut self, place: Place, formula: String, value: Decimal, look: Look) {
        self.push(place, CellContent::Formula { formula, value }, look);
    }

    /// The cell at a place, if it isn't empty.
    #[must_use]
    pub fn cell(&self, place: Place) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.place == place)
    }

    /// Writes anything.
    pub fn push(&mut self, place: Place, content: CellContent, look: Look) {
        self.cells.push(Cell { place, content, look });
    }
}
