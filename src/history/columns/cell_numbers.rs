use crate::history::{CountTextError, read_count};
use crate::numbers::{NumberStyle, NumberTextError};

/// What numbers the cells of a column are, read with one decimal mark.
#[derive(Clone, Debug, Default)]
pub(super) struct CellNumbers {
    /// Those that are counts.
    pub(super) counts: usize,
    /// Those that aren't whole.
    pub(super) fractions: usize,
    /// The first of these, as it is written.
    pub(super) first_fraction: Option<String>,
}

impl CellNumbers {
    pub(super) fn add(&mut self, cell: &str, style: NumberStyle) {
        match read_count(cell, style) {
            Ok(_) => self.counts += 1,
            Err(CountTextError::Number(NumberTextError::NotWhole)) => {
                self.fractions += 1;
                self.first_fraction.get_or_insert_with(|| cell.to_owned());
            }
            Err(_) => {}
        }
    }

    /// How many there are, whole or not.
    pub(super) const fn all(&self) -> usize {
        self.counts + self.fractions
    }
}
