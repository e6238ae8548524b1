//! The table in the beginning of a file: its columns, and what each of them has.

use std::borrow::Cow;

use super::choice::Choice;
use super::preview::{Preview, PreviewRow};
use super::row_reader::RowReader;
use super::sample_row::{SampleRow, rows, usual_width};
use crate::history::columns::{Column, Columns, DatePlace, RowDates, are_months_numbered, months_in};
use crate::history::count::CountStyle;
use crate::history::rows::RowFault;
use crate::history::{
    Assumption, CalendarDay, CalendarMonth, CountUnit, Counting, DateOrder, DateText, DecimalMark, Delimiter, Encoding,
    OrderEvidence, RunOn, Years, read_count, read_date,
};
use crate::text::shortened;

/// The most rows that may stand above a table.
const MOST_ABOVE: usize = 20;

/// A sample taken apart with one delimiter.
pub(super) struct Table {
    delimiter: Delimiter,
    /// How many rows stand above it.
    rows_above: usize,
    /// The first of them names the columns if it `has_header`.
    rows: Vec<SampleRow>,
    /// How many cells most rows have.
    width: usize,
    has_header: bool,
    /// The names of the columns.
    names: Vec<String>,
    columns: Vec<Column>,
}

/// How well a delimiter does: the highest is taken, by each field in its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TableRank {
    /// How many tenths of the rows have a date: a few more or less tell nothing.
    tenths_with_dates: usize,
    /// Whether rows have several cells.
    has_several_columns: bool,
    /// How many of a hundred rows have as many cells as most.
    percent_as_wide: usize,
}

impl Table {
    /// Takes `text` apart.
    pub(super) fn new(
        delimiter: Delimiter,
        text: &[u8],
        is_whole: bool,
        says_delimiter: bool,
        choice: &Choice,
    ) -> Self {
        let mut rows = rows(delimiter, text, is_whole);
        let width = usual_width(&rows);
        let is_above =
            |row: &SampleRow| row.cells.len() != width || row.cells.iter().all(|cell| cell.trim().is_empty());
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

    /// Whether its first row names the columns and no other has anything.
    pub(super) fn has_only_headings(&self) -> bool {
        self.has_header && self.rows.iter().skip(1).flat_map(|row| &row.cells).all(|cell| cell.trim().is_empty())
    }

    /// How well the delimiter does.
    pub(super) fn rank(&self) -> TableRank {
        let dates = DatePlace::find(&self.columns).or_else(|| self.half_dates());
        let as_wide = self.rows.iter().filter(|row| row.cells.len() == self.width).count();
        TableRank {
            tenths_with_dates: dates.map_or(0, |dates| dates.share) / 100,
            has_several_columns: self.width > 1,
            percent_as_wide: (as_wide * 100).checked_div(self.rows.len()).unwrap_or_default(),
        }
    }

    /// Where the dates stand, by what is chosen and otherwise by what is found.
    fn dates(&self, choice: &Choice) -> (Option<usize>, Years) {
        let is_there = |place: &usize| *place < self.names.len();
        let are_months_apart = self.has_months_side_by_side();
        let found = DatePlace::find(&self.columns).filter(|_| !are_months_apart);
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
        let half = || self.half_dates().filter(|_| years == Years::InDates && !are_months_apart);
        (column.or_else(|| found.or_else(of_found).or_else(half).map(|found| found.column)), years)
    }

    /// Whether months stand at the heads of so many columns that a date beside them isn't that of the reads. Fewer may be the names
    /// of something else where there is a date for sure, or a column of reads.
    fn has_months_side_by_side(&self) -> bool {
        const MANY: usize = 6;
        const FEW: usize = 3;
        let first = self.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
        let months = months_in(first);
        let is_any = |is: fn(&Column) -> bool| self.columns.iter().any(is);
        let may_be_few = || !is_any(Column::is_named_for_reads) && (months >= FEW || !is_any(Column::is_date_for_sure));
        // Without names the first row may have dates like any other.
        are_months_numbered(first) || (self.has_header && (months >= MANY || (months > 1 && may_be_few())))
    }

    fn half_dates(&self) -> Option<DatePlace> {
        DatePlace::of_half_dates(&self.columns)
    }

    /// The fault of its first row.
    pub(super) fn first_fault(&self) -> Option<RowFault> {
        self.rows.first().and_then(|row| row.fault)
    }

    /// What the file looks like, with what `choice` leaves open found in its columns.
    pub(super) fn preview(
        self,
        encoding: Encoding,
        mark_length: usize,
        choice: &Choice,
        latest: CalendarMonth,
    ) -> Preview {
        let (date_column, years) = self.dates(choice);
        let evidence = self.order_evidence(date_column, years, latest);
        let (order, _) = evidence.order();
        let dates = RowDates::of(self.dates_of_rows(date_column, years), order);
        let columns = Columns { all: &self.columns, date_column, years, dates };
        let chosen = self.chosen_counting(choice);
        let counting = chosen.unwrap_or_else(|| columns.counting());
        let others = if chosen.is_some() { Vec::new() } else { columns.others(counting) };
        let assumptions = self.assumptions(columns, counting, choice, order);
        let (mark, unit) = (self.mark(choice, counting), self.unit(choice, counting));
        let label_columns = columns.labels(counting);
        let reader = RowReader {
            header: self.has_header.then_some(self.names.as_slice()),
            width: self.width,
            delimiter: self.delimiter,
            label_columns: &label_columns,
            date_column,
            years,
            counting,
            style: CountStyle::new(mark, unit),
            order,
            latest,
        };
        let (rows, run_on) = (self.preview_rows(&reader), self.run_on(&reader));
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
            are_posts: columns.are_posts(),
            others,
            assumptions,
            fraction: self.counted(counting).filter(|_| unit.is_none()).and_then(Column::fraction).map(shortened),
            mark,
            unit,
            latest,
            evidence,
            run_on,
            rows,
            columns: self.names,
        }
    }

    /// What is counted by choice.
    fn chosen_counting(&self, choice: &Choice) -> Option<Counting> {
        choice.counting.filter(|chosen| match chosen {
            Counting::Rows => true,
            Counting::Column(place) => *place < self.names.len(),
        })
    }

    /// The column that is counted, if one is.
    fn counted(&self, counting: Counting) -> Option<&Column> {
        match counting {
            Counting::Column(place) => self.columns.get(place),
            Counting::Rows => None,
        }
    }

    /// How the counts are written.
    fn mark(&self, choice: &Choice, counting: Counting) -> DecimalMark {
        choice.mark.or_else(|| self.counted(counting).map(Column::mark)).unwrap_or(DecimalMark::Point)
    }

    /// What the counts are given in by choice, where the name of their column has a unit.
    fn unit(&self, choice: &Choice, counting: Counting) -> Option<CountUnit> {
        choice.unit.filter(|_| self.counted_in_unit(counting).is_some())
    }

    /// The column that is counted, if its name has a unit.
    fn counted_in_unit(&self, counting: Counting) -> Option<&Column> {
        self.counted(counting).filter(|column| CountUnit::of(column.name()).is_some())
    }

    /// What is taken for granted of what is counted, as [`Preview::assumptions`] has it.
    fn assumptions(
        &self,
        columns: Columns<'_>,
        counting: Counting,
        choice: &Choice,
        order: DateOrder,
    ) -> Vec<Assumption> {
        let (is_found, mark) = (self.chosen_counting(choice).is_none(), self.mark(choice, counting));
        let in_unit = self.counted_in_unit(counting);
        let rises = || self.only_rises(counting, columns.date_column, columns.years, order);
        let may_have_other_mark = || in_unit.is_some_and(|column| column.may_have_other_mark(mark));
        let has_whole_and_fractions = || in_unit.is_some_and(|column| column.has_whole_and_fractions(mark));
        let are_accounts = counting == Counting::Rows && columns.may_be_accounts();
        let are_weeks = counting != Counting::Rows && columns.may_be_weeks();
        let are_spans = || counting != Counting::Rows && !are_weeks && self.has_ends_in_other_months(columns, order);
        let made = [
            (Assumption::NoRunningTotal, is_found && rises()),
            (Assumption::ReadPerStretch, is_found && counting == Counting::Rows && columns.may_be_table()),
            (Assumption::ReadPerAccount, are_accounts),
            (Assumption::MonthOfCreation, are_accounts && columns.have_dates_of_writing()),
            (Assumption::WeekInOneMonth, are_weeks),
            (Assumption::SpanInOneMonth, are_spans()),
            (Assumption::Mark(mark), choice.mark.is_none() && may_have_other_mark()),
            (Assumption::WholeAsTheyAre, choice.unit.is_none() && has_whole_and_fractions()),
        ];
        made.into_iter().filter_map(|(assumption, is_made)| is_made.then_some(assumption)).collect()
    }

    /// Whether what is counted never falls and often rises, from the earliest row on.
    fn only_rises(&self, counting: Counting, date_column: Option<usize>, years: Years, order: DateOrder) -> bool {
        let mut days =
            self.dates_of_rows(date_column, years).filter_map(|text| read_date(&text).ok()?.first_day(order));
        let first = days.next();
        let is_from_last = days.last() < first;
        self.counted(counting).is_some_and(|column| column.only_rises(is_from_last))
    }

    /// Whether a row ends in another month than that of its date.
    fn has_ends_in_other_months(&self, columns: Columns<'_>, order: DateOrder) -> bool {
        let Some(ends) = columns.ends() else { return false };
        let day = |text: &str| read_date(text).ok()?.first_day(order);
        let is_in_other = |(first, last): (CalendarDay, CalendarDay)| {
            // The next row may begin on the day on which this one ends.
            let ends_before = last.is_first() && first.month().later(1) == Some(last.month());
            first.month() != last.month() && !ends_before
        };
        let first = self.dates_of_rows(columns.date_column, columns.years);
        let rows = first.zip(self.dates_of_rows(Some(ends), Years::InDates));
        rows.filter_map(|(first, last)| day(&first).zip(day(&last))).any(is_in_other)
    }

    /// The rows without the names of the columns.
    fn data(&self) -> impl Iterator<Item = &SampleRow> {
        self.rows.iter().skip(usize::from(self.has_header))
    }

    /// What stands where the dates are.
    fn dates_of_rows(&self, date_column: Option<usize>, years: Years) -> impl Iterator<Item = Cow<'_, str>> {
        self.data().filter_map(move |row| Some(row.date(date_column?, years)))
    }

    /// What the dates say of their order.
    fn order_evidence(&self, date_column: Option<usize>, years: Years, latest: CalendarMonth) -> OrderEvidence {
        let mut evidence = OrderEvidence::default();
        for text in self.dates_of_rows(date_column, years) {
            if let Ok(DateText::Ordered(date)) = read_date(&text) {
                evidence.add(date, latest);
            }
        }
        evidence
    }

    /// The first rows, with what each is read as.
    fn preview_rows(&self, reader: &RowReader<'_>) -> Vec<PreviewRow> {
        let rows = self.data().take(Preview::MOST_ROWS).map(|row| PreviewRow {
            line: row.line,
            cells: row.cells.iter().take(Preview::MOST_COLUMNS).map(|cell| shortened(cell.trim())).collect(),
            reading: reader.reading(row),
        });
        rows.collect()
    }

    /// The rows that a quotation mark makes of several lines.
    fn run_on(&self, reader: &RowReader<'_>) -> RunOn {
        let mut run_on = RunOn::default();
        for row in self.rows.iter().filter(|row| reader.fault(row).is_some_and(|fault| fault.is_run_on(row.lines))) {
            run_on.add(row.line, row.lines);
        }
        run_on
    }
}
