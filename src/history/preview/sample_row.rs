//! The rows of the beginning of a file.

use std::borrow::Cow;

use crate::history::file::{Record, Records};
use crate::history::rows::{RowFault, RowShape};
use crate::history::{Delimiter, Years};

/// The most rows that are looked at.
const MOST_ROWS: usize = 400;

/// A row of the sample.
pub(super) struct SampleRow {
    /// The line on which it begins, counted from 1.
    pub(super) line: u64,
    /// How many lines it takes.
    pub(super) lines: u64,
    /// What is wrong with it by itself.
    pub(super) fault: Option<RowFault>,
    /// Its cells.
    pub(super) cells: Vec<String>,
}

impl SampleRow {
    /// Its date, with what stands in the column of dates; nothing of it where the row is shorter.
    pub(super) fn date(&self, column: usize, years: Years) -> Cow<'_, str> {
        let cell = |place: usize| Some(Cow::from(self.cells.get(place)?.as_str()));
        years.date(cell(column).unwrap_or_default(), cell)
    }

    /// Whether a quotation mark has made other rows of the table part of it.
    pub(super) fn holds_rows(&self, shape: RowShape) -> bool {
        self.lines > 1 && shape.is_within(&self.cells.iter().map(String::as_bytes).collect::<Vec<_>>())
    }
}

/// The first rows. The last of a sample that isn't the whole file may be cut in two, so it is left out unless it is too long
/// already. In a whole file the last is there if it takes the rest of the file, however many come before.
pub(super) fn rows(delimiter: Delimiter, text: &[u8], is_whole: bool) -> Vec<SampleRow> {
    let mut rows = Vec::new();
    let mut records = Records::new(delimiter.byte());
    let mut keep = |record: &Record<'_>| {
        let fault = RowFault::of(record);
        if rows.len() < MOST_ROWS || fault == Some(RowFault::Unclosed) {
            let cells = record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
            // Where the sample ends a quotation mark isn't closed yet, which says nothing of the file.
            let fault = if is_whole { fault } else { fault.map(|_| RowFault::TooLong) };
            rows.push(SampleRow { line: record.line, lines: record.lines, fault, cells });
        }
    };
    records.push(text, &mut keep);
    if is_whole || records.is_overlong() {
        records.finish(&mut keep);
    }
    rows
}

/// The number of cells that most rows have; of equally common ones the larger.
pub(super) fn usual_width(rows: &[SampleRow]) -> usize {
    let count = |width: usize| rows.iter().filter(|row| row.cells.len() == width).count();
    let widths = rows.iter().map(|row| row.cells.len());
    widths.max_by_key(|width| (count(*width), *width)).unwrap_or_default()
}
