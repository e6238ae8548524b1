//! Rows that can't be what whoever wrote the file meant.

use thiserror::Error;

use crate::history::count::CountStyle;
use crate::history::file::{Record, Records};
use crate::history::{Counting, Years, read_date};

/// Why the cells of a row can't be believed, as a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(in crate::history) enum RowFault {
    /// It ends with the file, in a quoted cell.
    #[error(
        "A quotation mark in it is never closed, so everything from here to the end of the file was taken as one row."
    )]
    Unclosed,
    /// A quoted cell of it has rows of the table in it.
    #[error("A quotation mark in it is closed too late: some of its lines look like rows of their own.")]
    HoldsRows,
    /// It is too long to be kept.
    #[error(
        "It is longer than {} bytes or {} cells: is a quotation mark left open?",
        Records::MOST_BYTES,
        Records::MOST_CELLS
    )]
    TooLong,
}

impl RowFault {
    /// What is seen of a row without knowing its table.
    pub(in crate::history) fn of(record: &Record<'_>) -> Option<Self> {
        if record.is_unclosed { Some(Self::Unclosed) } else { record.is_overlong.then_some(Self::TooLong) }
    }

    /// Whether a quotation mark is what is wrong with a row of so many lines.
    pub(in crate::history) fn is_run_on(self, lines: u64) -> bool {
        self != Self::TooLong || lines > 1
    }
}

/// How the rows of a table look.
#[derive(Clone, Copy)]
pub(in crate::history) struct RowShape {
    pub(in crate::history) delimiter: u8,
    /// How many cells they have.
    pub(in crate::history) width: usize,
    pub(in crate::history) date_column: usize,
    pub(in crate::history) years: Years,
    pub(in crate::history) counting: Counting,
    pub(in crate::history) style: CountStyle,
}

impl RowShape {
    /// Whether one of the cells of a row has a line in it that looks like a row.
    pub(in crate::history) fn is_within(&self, cells: &[&[u8]]) -> bool {
        cells.iter().enumerate().any(|(place, cell)| {
            // The first line began with the row.
            let mut lines = cell.split(|byte| matches!(byte, b'\n' | b'\r')).skip(1).peekable();
            std::iter::from_fn(|| Some((lines.next()?, lines.peek().is_none()))).any(|(line, is_last)| {
                let behind = cells.get(place + 1..).filter(|_| is_last).unwrap_or_default();
                self.is_of(line, behind)
            })
        })
    }

    /// Whether a line, with the cells behind it, looks like a row: it has as many cells, and a date and a count where these stand.
    /// The date has to be of the line itself, as a text before a column of dates may end like anything.
    fn is_of(&self, line: &[u8], behind: &[&[u8]]) -> bool {
        let own = || line.split(|byte| *byte == self.delimiter);
        let count = own().count();
        if count + behind.len() != self.width || self.date_column >= count {
            return false;
        }
        let cell = |place| own().chain(behind.iter().copied()).nth(place).map(String::from_utf8_lossy);
        let date = self.years.date(cell(self.date_column).unwrap_or_default(), cell);
        let has_count = || match self.counting {
            Counting::Rows => true,
            Counting::Column(place) => cell(place).is_some_and(|cell| self.style.read(&cell).is_ok()),
        };
        read_date(&date).is_ok() && has_count()
    }
}
