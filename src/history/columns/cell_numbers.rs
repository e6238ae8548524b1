use crate::history::{CountTextError, read_count};
use crate::numbers::{NumberStyle, NumberTextError};

/// What numbers the cells of a column are, read with one decimal mark.
#[derive(Clone, Debug, Default)]
pub(super) struct CellNumbers {
    /// Those that are counts.
    pub(super) counts: usize,
    /// Whether one of these has the mark that sets thousands apart twice, so that it is no decimal mark.
    pub(super) has_groups: bool,
    /// Those that aren't whole.
    pub(super) fractions: usize,
    /// The first of these, as it is written.
    pub(super) first_fraction: Option<String>,
    /// Those whose mark may stand before decimal places or set thousands apart, so that they are neither.
    pub(super) ambiguous: usize,
}

impl CellNumbers {
    pub(super) fn add(&mut self, cell: &str, style: NumberStyle) {
        match read_count(cell, style) {
            Ok(_) => {
                self.counts += 1;
                self.has_groups |= cell.matches(style.group()).count() > 1;
            }
            Err(CountTextError::Number(NumberTextError::NotWhole)) => {
                self.fractions += 1;
                self.first_fraction.get_or_insert_with(|| cell.to_owned());
            }
            Err(CountTextError::Number(NumberTextError::Ambiguous)) => self.ambiguous += 1,
            Err(_) => {}
        }
    }

    /// How many there are, whole or not.
    pub(super) const fn all(&self) -> usize {
        self.counts + self.fractions
    }
}
