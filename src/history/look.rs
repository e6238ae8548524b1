//! Looking at the beginning of a file: what it is, where its table begins, and which columns have what.

use std::borrow::Cow;

use super::column::{Column, counting, label_columns, other_numbers};
use super::count_text::read_count;
use super::date_place::DatePlace;
use super::date_text::{DateText, read_date};
use super::encoding::Decoder;
use super::records::Records;
use super::row_fault::{RowFault, RowShape};
use super::row_kind::RowKinds;
use super::tally::bad_date;
use super::{
    CalendarMonth, Choice, Counting, DateOrder, DecimalMark, Delimiter, Encoding, OrderEvidence, Preview, PreviewRow,
    Reading, RunOn, Unreadable, Years,
};
use crate::pricing::Reads;
use crate::text::{quoted, shortened};

/// The most rows that are looked at.
const MOST_ROWS: usize = 400;

/// The most rows that may stand above a table.
const MOST_ABOVE: usize = 20;

/// What spreadsheets write in the first line to say what stands between the columns.
const SEPARATOR_LINE: &[u8] = b"sep=";

/// A row of the sample.
struct Row {
    line: u64,
    /// How many lines it takes.
    lines: u64,
    /// What is wrong with it by itself.
    fault: Option<RowFault>,
    cells: Vec<String>,
}

impl Row {
    /// Its date, with what stands in the column of dates; `None` where the row is shorter.
    fn date(&self, column: usize, years: Years) -> Option<Cow<'_, str>> {
        let cell = |place: usize| Some(Cow::from(self.cells.get(place)?.as_str()));
        Some(years.date(cell(column)?, cell))
    }

    /// Whether a quotation mark has made other rows of the table part of it.
    fn holds_rows(&self, shape: RowShape) -> bool {
        self.lines > 1 && shape.is_within(&self.cells.iter().map(String::as_bytes).collect::<Vec<_>>())
    }
}

/// Looks at the first bytes of a file, all of them if `is_whole`. What `choice` leaves open is found in them. Rows of months
/// after `latest` can't be read: they are still to come.
///
/// # Errors
/// [`Unreadable`] when it is no table.
pub fn look(sample: &[u8], is_whole: bool, choice: &Choice, latest: CalendarMonth) -> Result<Preview, Unreadable> {
    if let Some(reason) = Unreadable::by_beginning(sample) {
        return Err(reason);
    }
    let (encoding, mark_length) = Encoding::of(sample);
    let text = Decoder::new(encoding).decode(sample.get(mark_length..).unwrap_or_default()).to_vec();
    if let Some(reason) = Unreadable::by_text(&text) {
        return Err(reason);
    }
    let said = said_delimiter(&text);
    let candidates: &[Delimiter] = match (&choice.delimiter, &said) {
        (Some(one), _) | (None, Some(one)) => std::slice::from_ref(one),
        (None, None) => &Delimiter::ALL,
    };
    let tables = candidates.iter().map(|delimiter| Table::new(*delimiter, &text, is_whole, said.is_some(), choice));
    let best = tables.reduce(|best, next| if next.rank() > best.rank() { next } else { best });
    let table = best.ok_or(Unreadable::Empty)?;
    if is_whole && choice.has_header.is_none() && table.has_only_headings() {
        let is_unclosed = table.rows.first().is_some_and(|row| row.fault == Some(RowFault::Unclosed));
        return Err(if is_unclosed { Unreadable::UnclosedHeadings } else { Unreadable::OnlyHeadings });
    }
    Ok(table.preview(encoding, mark_length, choice, latest))
}

/// The delimiter that the first line names.
fn said_delimiter(text: &[u8]) -> Option<Delimiter> {
    let byte = text.strip_prefix(SEPARATOR_LINE)?.first()?;
    Delimiter::ALL.into_iter().find(|delimiter| delimiter.byte() == *byte)
}

/// A sample taken apart with one delimiter.
struct Table {
    delimiter: Delimiter,
    rows_above: usize,
    rows: Vec<Row>,
    /// How many cells most rows have.
    width: usize,
    has_header: bool,
    names: Vec<String>,
    columns: Vec<Column>,
}

impl Table {
    fn new(delimiter: Delimiter, text: &[u8], is_whole: bool, says_delimiter: bool, choice: &Choice) -> Self {
        let mut rows = rows(delimiter, text, is_whole);
        let width = usual_width(&rows);
        let is_above = |row: &Row| row.cells.len() != width || row.cells.iter().all(|cell| cell.trim().is_empty());
        let above = rows.iter().skip(usize::from(says_delimiter)).take(MOST_ABOVE).take_while(|row| is_above(row));
        let rows_above = above.count() + usize::from(says_delimiter);
        rows.drain(..rows_above.min(rows.len()));
        let first = rows.first().map(|row| row.cells.clone()).unwrap_or_default();
        let names = |has_header: bool| -> Vec<String> {
            let name = |place| {
                let name =
                    first.get(place).map(|cell: &String| cell.trim()).filter(|name| has_header && !name.is_empty());
                name.map_or_else(|| format!("Column {}", place + 1), str::to_owned)
            };
            (0..width.min(Preview::MOST_COLUMNS)).map(name).collect()
        };
        let columns = |names: &[String]| -> Vec<Column> {
            // The first row may only name the columns; a single one is all there is.
            let skipped = usize::from(rows.len() > 1);
            let cells = |place| {
                rows.iter().skip(skipped).map(move |row| row.cells.get(place).map(String::as_str).unwrap_or_default())
            };
            names.iter().enumerate().map(|(place, name)| Column::new(name, cells(place))).collect()
        };
        let found = columns(&names(true));
        let names_columns = || {
            let dates = DatePlace::find(&found);
            let is_date = dates.and_then(|dates| first.get(dates.column)).is_some_and(|it| read_date(it).is_ok());
            let has_number = first.iter().any(|cell| read_count(cell, DecimalMark::Point.style()).is_ok());
            !is_date && !has_number && !first.is_empty()
        };
        let has_header = choice.has_header.unwrap_or_else(names_columns);
        let names = names(has_header);
        let columns = columns(&names);
        Self { delimiter, rows_above, rows, width, has_header, names, columns }
    }

    fn has_only_headings(&self) -> bool {
        self.has_header && self.rows.iter().skip(1).flat_map(|row| &row.cells).all(|cell| cell.trim().is_empty())
    }

    /// How well the delimiter does: its rows have dates, several columns, and all as many.
    fn rank(&self) -> (usize, bool, usize) {
        let as_wide = self.rows.iter().filter(|row| row.cells.len() == self.width).count();
        (
            DatePlace::find(&self.columns).or_else(|| self.half_dates()).map_or(0, |dates| dates.share) / 100,
            self.width > 1,
            (as_wide * 100).checked_div(self.rows.len()).unwrap_or_default(),
        )
    }

    /// Where the dates stand, by what is chosen and otherwise by what is found.
    fn dates(&self, choice: &Choice) -> (Option<usize>, Years) {
        let is_there = |place: &usize| *place < self.names.len();
        let found = DatePlace::find(&self.columns);
        let column = choice.date_column.filter(is_there);
        let years = choice.years.filter(|years| match years {
            Years::InDates => true,
            Years::Column(place) => is_there(place) && Some(*place) != column,
        });
        let of_found = || found.filter(|found| column.is_none_or(|column| column == found.column));
        let years = years.or_else(|| Some(of_found()?.years)).unwrap_or(Years::InDates);
        let found = match years {
            Years::Column(place) => DatePlace::of_months(&self.columns, place, false),
            Years::InDates => None,
        };
        let half = || self.half_dates().filter(|_| years == Years::InDates);
        (column.or_else(|| found.or_else(of_found).or_else(half).map(|found| found.column)), years)
    }

    fn half_dates(&self) -> Option<DatePlace> {
        DatePlace::of_half_dates(&self.columns)
    }

    fn preview(self, encoding: Encoding, mark_length: usize, choice: &Choice, latest: CalendarMonth) -> Preview {
        let is_there = |place: &usize| *place < self.names.len();
        let (date_column, years) = self.dates(choice);
        let chosen = choice.counting.filter(|chosen| match chosen {
            Counting::Rows => true,
            Counting::Column(place) => is_there(place),
        });
        let counting = chosen.unwrap_or_else(|| counting(&self.columns, date_column, years));
        let others = || other_numbers(&self.columns, date_column, years, counting);
        let others = if chosen.is_some() { Vec::new() } else { others() };
        let counted = match counting {
            Counting::Column(place) => self.columns.get(place),
            Counting::Rows => None,
        };
        let mark = choice.mark.or_else(|| counted.map(Column::mark)).unwrap_or(DecimalMark::Point);
        let data = || self.rows.iter().skip(usize::from(self.has_header));
        let dates = data().filter_map(|row| row.date(date_column?, years));
        let evidence = order_evidence(dates, latest);
        let (order, _) = evidence.order();
        let label_columns = label_columns(&self.columns, date_column, years, counting);
        let header = self.has_header.then_some(self.names.as_slice());
        let shape = date_column.map(|date_column| RowShape {
            delimiter: self.delimiter.byte(),
            width: self.width,
            date_column,
            years,
            counting,
            style: mark.style(),
        });
        let fault = |row: &Row| row.fault.or_else(|| row.holds_rows(shape?).then_some(RowFault::HoldsRows));
        let reading = |row: &Row| {
            if let Some(fault) = fault(row) {
                return Reading::Bad(fault.to_string());
            }
            let Some(date_column) = date_column else {
                return Reading::Bad("No column of dates is chosen.".to_owned());
            };
            let kinds = RowKinds { header, date_column, label_columns: &label_columns };
            if let Some(kind) = kinds.ignored(|place| Some(row.cells.get(place)?.as_bytes())) {
                return Reading::Ignored(kind);
            }
            let date = row.date(date_column, years).unwrap_or_default();
            match reads(row, &date, (order, latest), counting, mark) {
                Ok((month, reads)) => Reading::Reads(month, reads),
                Err(reason) => Reading::Bad(reason),
            }
        };
        let rows = data().take(Preview::MOST_ROWS).map(|row| PreviewRow {
            line: row.line,
            cells: row.cells.iter().take(Preview::MOST_COLUMNS).map(|cell| shortened(cell.trim())).collect(),
            reading: reading(row),
        });
        let rows = rows.collect();
        let mut run_on = RunOn::default();
        for row in self.rows.iter().filter(|row| fault(row).is_some_and(|fault| fault.is_run_on(row.lines))) {
            run_on.add(row.line, row.lines);
        }
        Preview {
            encoding,
            mark_length,
            delimiter: self.delimiter,
            rows_above: u64::try_from(self.rows_above).unwrap_or_default(),
            width: self.width,
            has_header: self.has_header,
            date_column,
            years,
            label_columns,
            counting,
            others,
            mark,
            latest,
            evidence,
            run_on,
            rows,
            columns: self.names,
        }
    }
}

/// The first rows. The last of a sample that isn't the whole file may be cut in two, so it is left out unless it is too long
/// already. In a whole file the last is there if it takes the rest of the file, however many come before.
fn rows(delimiter: Delimiter, text: &[u8], is_whole: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut records = Records::new(delimiter.byte());
    let mut keep = |record: &super::records::Record<'_>| {
        let fault = RowFault::of(record);
        if rows.len() < MOST_ROWS || fault == Some(RowFault::Unclosed) {
            let cells = record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
            // Where the sample ends a quotation mark isn't closed yet, which says nothing of the file.
            let fault = if is_whole { fault } else { fault.map(|_| RowFault::TooLong) };
            rows.push(Row { line: record.line, lines: record.lines, fault, cells });
        }
    };
    records.push(text, &mut keep);
    if is_whole || records.is_overlong() {
        records.finish(&mut keep);
    }
    rows
}

/// The number of cells that most rows have; of equally common ones the larger.
fn usual_width(rows: &[Row]) -> usize {
    let count = |width: usize| rows.iter().filter(|row| row.cells.len() == width).count();
    let widths = rows.iter().map(|row| row.cells.len());
    widths.max_by_key(|width| (count(*width), *width)).unwrap_or_default()
}

/// What the dates of the sample say of their order.
fn order_evidence<'a>(dates: impl Iterator<Item = Cow<'a, str>>, latest: CalendarMonth) -> OrderEvidence {
    let mut evidence = OrderEvidence::default();
    for text in dates {
        if let Ok(DateText::Ordered(date)) = read_date(&text) {
            evidence.add(date, latest);
        }
    }
    evidence
}

/// The month and the reads of a row, or why it can't be read, as a sentence.
fn reads(
    row: &Row,
    date: &str,
    (order, latest): (DateOrder, CalendarMonth),
    counting: Counting,
    mark: DecimalMark,
) -> Result<(CalendarMonth, u64), String> {
    let month = read_date(date).and_then(|date| date.month(order, latest));
    let month = month.map_err(|error| bad_date(date, error))?;
    let Counting::Column(place) = counting else { return Ok((month, 1)) };
    let count = row.cells.get(place).map(String::as_str).unwrap_or_default();
    let reads = read_count(count, mark.style()).map(Reads::get);
    reads.map(|reads| (month, reads)).map_err(|error| format!("Its count, {}, {error}.", quoted(count)))
}
