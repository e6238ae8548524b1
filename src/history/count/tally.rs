//! Counting a file as its bytes come.

use super::count::Count;
use super::count_style::CountStyle;
use super::counting::Counting;
use super::sums::RowReads;
use crate::history::dates::TimesOfDay;
use crate::history::file::{Decoder, Record, Records};
use crate::history::rows::{RowFault, RowKinds, RowShape, SameRows, bad_date, bad_date_in, reads_of};
use crate::history::{CalendarDay, DateOrder, DateText, DateTextError, Format, IgnoredKind, Source, read_date};

/// Counts the reads of a file. However large this is, it keeps no more than a row at a time, a few numbers for each month, the
/// first of the rows that can't be read, and hash sums of the first 65,536 different rows.
pub struct Tally {
    decoder: Decoder,
    records: Records,
    /// The bytes at the beginning that are still to be left out.
    mark_left: usize,
    counter: Counter,
}

impl Tally {
    /// Nothing is counted yet.
    #[must_use]
    pub fn new(format: Format) -> Self {
        Self {
            decoder: Decoder::new(format.encoding),
            records: Records::new(format.delimiter.byte()),
            mark_left: format.mark_length,
            counter: Counter {
                style: CountStyle::new(format.mark, format.unit),
                rows_above: format.rows_above,
                header_left: format.header.is_some(),
                times: TimesOfDay::default(),
                same_rows: SameRows::default(),
                count: Count {
                    source: Some(Source::of(&format)),
                    others: format.others.clone(),
                    assumptions: format.assumptions.clone(),
                    ..Count::default()
                },
                format,
            },
        }
    }

    /// Counts the next bytes, wherever they are cut.
    pub fn push(&mut self, bytes: &[u8]) {
        let mark = self.mark_left.min(bytes.len());
        self.mark_left -= mark;
        let bytes = self.decoder.decode(bytes.get(mark..).unwrap_or_default());
        let counter = &mut self.counter;
        self.records.push(bytes, &mut |record| counter.take(record));
    }

    /// The end of the file.
    #[must_use]
    pub fn finish(self) -> Count {
        let Self { mut records, mut counter, .. } = self;
        records.finish(&mut |record| counter.take(record));
        counter.count
    }
}

/// What is counted so far, and what has to be known of the rows before to count the next.
struct Counter {
    format: Format,
    style: CountStyle,
    rows_above: u64,
    header_left: bool,
    times: TimesOfDay,
    same_rows: SameRows,
    count: Count,
}

impl Counter {
    /// Counts a row, or says why not: each is ignored, listed as one that can't be read, or added to its month.
    fn take(&mut self, record: &Record<'_>) {
        let ignored = self.ignored(record);
        let fault = self.fault(record);
        // A row that a quotation mark makes of several lines has more in it than what would be ignored.
        if let (Some(kind), None | Some(RowFault::TooLong)) = (ignored, fault) {
            self.count.ignored.entry(kind).or_default().add(record.line);
            return;
        }
        self.count.rows += 1;
        if let Some(fault) = fault {
            if fault.is_run_on(record.lines) {
                self.count.run_on.add(record.line, record.lines);
            }
            return self.count.bad.add(record.line, || fault.to_string());
        }
        let reads = match self.reads(record) {
            Ok(reads) => reads,
            Err(reason) => return self.count.bad.add(record.line, || reason),
        };
        let cell = |place| record.cell(place).map(String::from_utf8_lossy);
        let text = self.format.years.date(cell(self.format.date_column).unwrap_or_default(), cell);
        let latest = self.format.latest;
        let read = read_date(&text);
        // Once it is known, no row is asked any more.
        if read.is_ok() && !self.count.has_moments {
            self.count.has_moments = self.times.are_moments(&text, self.format.counting);
        }
        let row = RowReads { reads, is_same: read.is_ok() && self.is_same(record) };
        match read {
            Ok(DateText::WholeMonth(month)) if month <= latest && self.format.counting != Counting::Rows => {
                self.count.clear.add(month, row);
                self.count.month_rows.add(month, RowReads { reads: 1, is_same: false });
            }
            Ok(DateText::Ordered(date)) => {
                self.count.evidence.add(date, latest);
                for order in DateOrder::ALL {
                    self.add(order, date.day_until(order, latest), row, record.line, &text);
                }
            }
            Ok(DateText::Clear(day)) if day.month() <= latest => self.count.clear.add_day(day, row),
            date => match date.and_then(|date| date.month(DateOrder::DayFirst, latest)) {
                Ok(month) => self.count.clear.add(month, row),
                Err(error) => self.count.bad.add(record.line, || bad_date(&text, error)),
            },
        }
    }

    /// Why the row says nothing of reads; `None` for a row of the table.
    fn ignored(&mut self, record: &Record<'_>) -> Option<IgnoredKind> {
        if self.rows_above > 0 {
            self.rows_above -= 1;
            return Some(IgnoredKind::AboveTable);
        }
        if std::mem::take(&mut self.header_left) {
            return Some(IgnoredKind::Header);
        }
        if record.is_overlong {
            return None;
        }
        let Format { header, date_column, label_columns, .. } = &self.format;
        let kinds = RowKinds { header: header.as_deref(), date_column: *date_column, label_columns };
        kinds.ignored(|place| record.cell(place))
    }

    /// Why the cells of the row can't be believed, if so.
    fn fault(&self, record: &Record<'_>) -> Option<RowFault> {
        let fault = RowFault::of(record);
        if fault.is_some() || record.lines == 1 {
            return fault;
        }
        let Format { delimiter, width, date_column, years, counting, .. } = self.format;
        let shape = RowShape { delimiter: delimiter.byte(), width, date_column, years, counting, style: self.style };
        shape.is_within(&record.cells().collect::<Vec<_>>()).then_some(RowFault::HoldsRows)
    }

    /// The reads of the row, or why its count is none, as a sentence.
    fn reads(&self, record: &Record<'_>) -> Result<u64, String> {
        let width = || record.cells().count();
        reads_of(self.format.counting, self.style, width, |place| record.cell(place).map(String::from_utf8_lossy))
    }

    /// Whether the row is exactly the same as one before, where each is a day or a month with its reads. Requests and posts may be.
    fn is_same(&mut self, record: &Record<'_>) -> bool {
        self.format.counting != Counting::Rows && !self.count.has_moments && self.same_rows.is_same(record)
    }

    /// Adds a row whose date may be read in two orders to what is counted in one of them.
    fn add(&mut self, order: DateOrder, day: Result<CalendarDay, DateTextError>, row: RowReads, line: u64, text: &str) {
        let (sums, bad) = match order {
            DateOrder::DayFirst => (&mut self.count.day_first, &mut self.count.bad_day_first),
            DateOrder::MonthFirst => (&mut self.count.month_first, &mut self.count.bad_month_first),
        };
        match day {
            Ok(day) => sums.add_day(day, row),
            Err(error) => bad.add(line, || bad_date_in(order, text, error)),
        }
    }
}
