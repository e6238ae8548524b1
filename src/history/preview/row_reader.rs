//! What a row of the sample is read as, so that a preview says of it what counting the file will.

use std::borrow::Cow;

use super::sample_row::SampleRow;
use crate::history::count::CountStyle;
use crate::history::rows::{RowFault, RowKinds, RowShape, bad_date, bad_date_in, reads_of};
use crate::history::{CalendarDay, CalendarMonth, Counting, DateOrder, DateText, Delimiter, Reading, Years, read_date};

/// How the rows of a sample are read.
pub(super) struct RowReader<'a> {
    /// The names of the columns, where a row gives them.
    pub(super) header: Option<&'a [String]>,
    /// How many cells most rows have.
    pub(super) width: usize,
    pub(super) delimiter: Delimiter,
    /// The places of the columns that may name totals.
    pub(super) label_columns: &'a [usize],
    pub(super) date_column: Option<usize>,
    pub(super) years: Years,
    pub(super) counting: Counting,
    pub(super) style: CountStyle,
    pub(super) order: DateOrder,
    /// The last month that rows may be of.
    pub(super) latest: CalendarMonth,
}

impl RowReader<'_> {
    /// Why the cells of a row can't be believed, if so.
    pub(super) fn fault(&self, row: &SampleRow) -> Option<RowFault> {
        let holds_rows = || self.shape().is_some_and(|shape| row.holds_rows(shape));
        row.fault.or_else(|| holds_rows().then_some(RowFault::HoldsRows))
    }

    /// What a row is read as.
    pub(super) fn reading(&self, row: &SampleRow) -> Reading {
        if let Some(fault) = self.fault(row) {
            return Reading::Bad(fault.to_string());
        }
        let Some(date_column) = self.date_column else {
            return Reading::Bad("No column of dates is chosen.".to_owned());
        };
        let kinds = RowKinds { header: self.header, date_column, label_columns: self.label_columns };
        if let Some(kind) = kinds.ignored(|place| Some(row.cells.get(place)?.as_bytes())) {
            return Reading::Ignored(kind);
        }
        let date = row.date(date_column, self.years);
        match self.reads(row, &date) {
            Ok((month, reads)) => Reading::Reads(month, reads),
            Err(reason) => Reading::Bad(reason),
        }
    }

    /// How the rows of the table look; `None` without a column of dates.
    fn shape(&self) -> Option<RowShape> {
        Some(RowShape {
            delimiter: self.delimiter.byte(),
            width: self.width,
            date_column: self.date_column?,
            years: self.years,
            counting: self.counting,
            style: self.style,
        })
    }

    /// The month and the reads of a row, or why it can't be read, as a sentence: first why its count can't, as in counting.
    fn reads(&self, row: &SampleRow, date: &str) -> Result<(CalendarMonth, u64), String> {
        let cell = |place: usize| Some(Cow::from(row.cells.get(place)?.as_str()));
        let reads = reads_of(self.counting, self.style, || row.cells.len(), cell)?;
        let month = match read_date(date) {
            Ok(DateText::Ordered(read)) => {
                let day = read.day_until(self.order, self.latest);
                day.map(CalendarDay::month).map_err(|error| bad_date_in(self.order, date, error))?
            }
            read => read.and_then(|read| read.month(self.order, self.latest)).map_err(|error| bad_date(date, error))?,
        };
        Ok((month, reads))
    }
}
