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

    /// How many lines the texts of a row take, where they are broken between words: 1 for a row without such texts.
    #[must_use]
    pub fn lines_in_row(&self, row: u32) -> usize {
        let wrapped = self.cells.iter().filter(|cell| cell.place.row == row && cell.look == Look::Wrapped);
        let lines = wrapped.map(|cell| match &cell.content {
            CellContent::Text(text) => {
                let width = self.widths.get(usize::from(cell.place.column)).copied().unwrap_or(u16::MAX);
                lines_of(text, width.into())
            }
            _ => 1,
        });
        lines.max().unwrap_or(1)
    }

    /// Writes anything.
    pub fn push(&mut self, place: Place, content: CellContent, look: Look) {
        self.cells.push(Cell { place, content, look });
    }
}

/// How many lines of at most `width` characters a text takes, broken between words.
fn lines_of(text: &str, width: usize) -> usize {
    let mut lines = 1;
    let mut filled = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if filled > 0 && filled + 1 + length > width {
            lines += 1;
            filled = 0;
        }
        filled += length + usize::from(filled > 0);
        // A word that is longer than a line goes on in the next.
        lines += filled.saturating_sub(1) / width.max(1);
        filled = if filled > width { filled % width.max(1) } else { filled };
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_they_are_broken() {
        for (text, width, lines) in [
            ("", 10, 1),
            ("one two", 7, 1),
            ("one two", 6, 2),
            ("one two three", 7, 2),
            ("abcdefghij", 5, 2),
            ("abcdefghijk", 5, 3),
            ("a abcdefghijk", 5, 4),
        ] {
            assert_eq!(lines_of(text, width), lines, "{text} in {width}");
        }
    }
}
