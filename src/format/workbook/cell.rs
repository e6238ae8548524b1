use rust_decimal::Decimal;

use super::Place;
use crate::pricing::Date;

/// A cell that isn't empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands.
    pub place: Place,
    /// What it shows.
    pub content: CellContent,
    /// How it looks.
    pub look: Look,
}

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellContent {
    /// A text, never a formula, whatever it begins with.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Day(Date),
    /// A number that is computed.
    Formula {
        /// How, without the equals sign.
        formula: String,
        /// What it comes to.
        value: Decimal,
    },
    /// A text that is computed.
    TextFormula {
        /// How, without the equals sign.
        formula: String,
        /// What it comes to.
        value: String,
    },
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// As it comes.
    Plain,
    /// The title of a sheet.
    Title,
    /// The head of a row, or of a column of texts.
    Heading,
    /// The head of a column of numbers.
    NumberHeading,
    /// A text beside a number.
    Note,
    /// Several lines, broken between words.
    Wrapped,
    /// What may be changed.
    Input,
    /// A day.
    Day,
    /// A number with groups and so many decimal places.
    Number(u32),
    /// The same where other numbers are summed up.
    Sum(u32),
    /// A factor with all its decimal places.
    Factor,
}
