use serde::{Deserialize, Serialize};

use crate::history::columns::{is_of_posts, is_year, months_in, names_reading, years_in};
use crate::history::{
    Assumption, CalendarMonth, CountUnit, Counting, DecimalMark, Delimiter, Encoding, Format, OrderEvidence,
    OtherColumn, Reading, RunOn, Source, Years,
};

/// What a file looks like before anything of it is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// How its letters are written.
    pub encoding: Encoding,
    /// The bytes at its beginning that only say so.
    pub mark_length: usize,
    /// What stands between its columns.
    pub delimiter: Delimiter,
    /// The rows above the table.
    pub rows_above: u64,
    /// The columns as the reader knows them: by their names, or `Column 2`.
    pub columns: Vec<String>,
    /// How many cells most rows of the table have.
    pub width: usize,
    /// Whether the names stand in the first row of the table.
    pub has_header: bool,
    /// The place of the column with the dates, counted from 0; `None` where none was found.
    pub date_column: Option<usize>,
    /// Where the years of the dates stand.
    pub years: Years,
    /// The places of the columns in which the name of a total says that its row sums others up.
    pub label_columns: Vec<usize>,
    /// What is counted.
    pub counting: Counting,
    /// Whether each row is a post for sure.
    pub are_posts: bool,
    /// The other columns of numbers; none where the reader has chosen what is counted.
    pub others: Vec<OtherColumn>,
    /// What is taken for granted, but for the order of dates. What the reader has chosen isn't asked about, be it the column that is
    /// counted, that each row is one read, the decimal mark or the unit. What follows from what a row is, an account or a week,
    /// stays, as whoever uses the figures has to know it.
    pub assumptions: Vec<Assumption>,
    /// The first number of what is counted that isn't whole, as it is written.
    pub fraction: Option<String>,
    /// How the counts are written.
    pub mark: DecimalMark,
    /// What the counts are given in by the reader's choice; `None` where each is one read.
    pub unit: Option<CountUnit>,
    /// The last month that rows may be of.
    pub latest: CalendarMonth,
    /// What the dates of the first rows say of their order.
    pub evidence: OrderEvidence,
    /// The rows among the first ones that a quotation mark makes of several lines.
    pub run_on: RunOn,
    /// The first rows, at most [`Preview::MOST_ROWS`].
    pub rows: Vec<PreviewRow>,
}

/// A row of a [`Preview`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Its cells, long ones shortened.
    pub cells: Vec<String>,
    /// What it is read as.
    pub reading: Reading,
}

impl Preview {
    /// The most rows that are shown.
    pub const MOST_ROWS: usize = 8;

    /// The most columns that are told apart.
    pub const MOST_COLUMNS: usize = 100;

    /// What the reads are taken from.
    #[must_use]
    pub fn source(&self) -> Source {
        Source::new(&self.columns, self.date_column, self.counting, self.are_posts).in_unit(self.unit)
    }

    /// The other columns of numbers that are worth a word. In an export of posts they stand as a matter of course; where a column
    /// is counted, so do those that nobody would take for it.
    #[must_use]
    pub fn told_others(&self) -> Vec<OtherColumn> {
        let is_told = |other: &&OtherColumn| match self.counting {
            Counting::Rows => self.are_posts || !is_of_posts(self.columns.iter().map(String::as_str)),
            Counting::Column(_) => other.why.may_be_of_reads(),
        };
        self.others.iter().filter(is_told).cloned().collect()
    }

    /// Whether its first row has years as the names of several columns, so that a row has reads of several years.
    #[must_use]
    pub fn has_years_side_by_side(&self) -> bool {
        years_in(self.first_row()) > 1
    }

    /// Whether its first row has months or days as the names of several columns.
    #[must_use]
    pub fn has_months_side_by_side(&self) -> bool {
        months_in(self.first_row()) > 1
    }

    fn first_row(&self) -> &[String] {
        let first = if self.has_header { Some(&self.columns) } else { self.rows.first().map(|row| &row.cells) };
        first.map(Vec::as_slice).unwrap_or_default()
    }

    /// The column of the dates, if it has years alone.
    #[must_use]
    pub fn column_of_years(&self) -> Option<&str> {
        let place = self.date_column.filter(|_| self.years == Years::InDates)?;
        let cells = self.rows.iter().filter_map(|row| row.cells.get(place)).filter(|cell| !cell.is_empty());
        let (years, others): (Vec<_>, Vec<_>) = cells.partition(|cell| is_year(cell));
        self.columns.get(place).map(String::as_str).filter(|_| years.len() > others.len())
    }

    /// Whether each row counts on the day on which it was retrieved, by the name of the column of the dates.
    #[must_use]
    pub fn has_dates_of_retrieval(&self) -> bool {
        let dates = self.date_column.and_then(|place| self.columns.get(place));
        self.counting == Counting::Rows && dates.is_some_and(|name| names_reading(name))
    }

    /// How the file is to be read; `None` without a column of dates.
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        Some(Format {
            encoding: self.encoding,
            mark_length: self.mark_length,
            delimiter: self.delimiter,
            rows_above: self.rows_above,
            header: self.has_header.then(|| self.columns.clone()),
            width: self.width,
            date_column: self.date_column?,
            years: self.years,
            label_columns: self.label_columns.clone(),
            counting: self.counting,
            are_posts: self.are_posts,
            others: self.told_others(),
            assumptions: self.assumptions.clone(),
            mark: self.mark,
            unit: self.unit,
            latest: self.latest,
        })
    }
}
