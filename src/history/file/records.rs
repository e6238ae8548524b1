//! The rows of a file, taken apart as its bytes come.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// A row: its cells, and the line on which it begins.
pub(in crate::history) struct Record<'a> {
    /// Counted from 1.
    pub(in crate::history) line: u64,
    /// How many lines it takes.
    pub(in crate::history) lines: u64,
    /// Whether it was too long to be kept. Its cells are then not what stands in the file.
    pub(in crate::history) is_overlong: bool,
    /// Whether it ends with the file, in a cell whose quotation mark isn't closed.
    pub(in crate::history) is_unclosed: bool,
    text: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Record<'a> {
    /// The cell of that place; `None` where the row is shorter.
    pub(in crate::history) fn cell(&self, place: usize) -> Option<&'a [u8]> {
        let start = match place.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..*self.ends.get(place)?)
    }

    /// Its cells.
    pub(in crate::history) fn cells(&self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.ends.len()).filter_map(|place| self.cell(place))
    }
}

/// Takes rows apart. Its memory is bounded, whatever comes.
pub(in crate::history) struct Records {
    reader: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    text_length: usize,
    end_count: usize,
    is_overlong: bool,
    /// Once a quoted cell is known to be open at the end of the file: the last line there is.
    unclosed_until: Option<u64>,
    lines: Lines,
    /// The lines of the row that begins, so far as they were let go.
    lines_let_go: u64,
}

impl Records {
    /// The most bytes of a row that are kept.
    pub(in crate::history) const MOST_BYTES: usize = 1 << 16;

    /// The most cells of a row that are kept.
    pub(in crate::history) const MOST_CELLS: usize = 1 << 10;

    pub(in crate::history) fn new(delimiter: u8) -> Self {
        Self {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            text: vec![0; Self::MOST_BYTES],
            ends: vec![0; Self::MOST_CELLS],
            text_length: 0,
            end_count: 0,
            is_overlong: false,
            unclosed_until: None,
            lines: Lines::default(),
            lines_let_go: 0,
        }
    }

    /// Takes the next bytes, and hands over each row that they complete.
    pub(in crate::history) fn push(&mut self, mut bytes: &[u8], on_record: &mut impl FnMut(&Record<'_>)) {
        while !bytes.is_empty() {
            bytes = self.step(bytes, on_record);
        }
    }

    /// Whether so much of a row has come that it can't be kept, and not its end.
    pub(in crate::history) const fn is_overlong(&self) -> bool {
        self.is_overlong
    }

    /// Hands over the last row, which may not end with its line.
    pub(in crate::history) fn finish(&mut self, on_record: &mut impl FnMut(&Record<'_>)) {
        let last_line = self.lines.last();
        // The end of a line is the end of the last row, too. Only in a quoted cell it is text like any other, and stays.
        self.push(b"\n", on_record);
        self.unclosed_until = (self.text_length > 0).then_some(last_line);
        // A row may take several steps where it is too long to be kept.
        while self.reader_step(&[], on_record).is_some() {}
    }

    fn step<'b>(&mut self, bytes: &'b [u8], on_record: &mut impl FnMut(&Record<'_>)) -> &'b [u8] {
        let taken = self.reader_step(bytes, on_record).unwrap_or(bytes.len());
        bytes.get(taken..).unwrap_or_default()
    }

    /// One step of the reader; `None` at the end. Without bytes it ends the file.
    fn reader_step(&mut self, bytes: &[u8], on_record: &mut impl FnMut(&Record<'_>)) -> Option<usize> {
        let text = self.text.get_mut(self.text_length..).unwrap_or_default();
        let ends = self.ends.get_mut(self.end_count..).unwrap_or_default();
        let (result, taken, written, ended) = self.reader.read_record(bytes, text, ends);
        let passed = bytes.get(..taken).unwrap_or_default();
        self.lines.pass(passed);
        self.text_length += written;
        self.end_count += ended;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                self.is_overlong = true;
                self.lines_let_go += self.text.get(..self.text_length).map_or(0, line_ends);
                (self.text_length, self.end_count) = (0, 0);
            }
            ReadRecordResult::Record => self.hand_over(passed.last() == Some(&b'\n'), on_record),
            ReadRecordResult::End => return None,
        }
        Some(taken)
    }

    fn hand_over(&mut self, is_line_ended: bool, on_record: &mut impl FnMut(&Record<'_>)) {
        let text = self.text.get(..self.text_length).unwrap_or_default();
        let ends = self.ends.get(..self.end_count).unwrap_or_default();
        // The end of its own last line is passed already where it is a line feed.
        let passed = line_ends(text) + self.lines_let_go + u64::from(is_line_ended);
        let line = self.lines.current().saturating_sub(passed).max(1);
        let lines = match self.unclosed_until {
            Some(last) => (last + 1).saturating_sub(line),
            None => passed + u64::from(!is_line_ended),
        };
        let (is_overlong, is_unclosed) = (self.is_overlong, self.unclosed_until.is_some());
        on_record(&Record { line, lines, is_overlong, is_unclosed, text, ends });
        (self.text_length, self.end_count, self.is_overlong, self.lines_let_go) = (0, 0, false, 0);
    }
}

/// Counts lines, which end with a line feed, a carriage return or both.
#[derive(Default)]
struct Lines {
    ended: u64,
    /// Whether a carriage return came last, which a line feed may still follow.
    is_open: bool,
    /// Whether a line feed came last.
    is_ended: bool,
}

impl Lines {
    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if *byte == b'\n' || self.is_open {
                self.ended += 1;
            }
            self.is_open = *byte == b'\r';
        }
        if let Some(last) = bytes.last() {
            self.is_ended = *last == b'\n';
        }
    }

    /// The line of the next byte. A line feed after a carriage return counts to the line before.
    const fn current(&self) -> u64 {
        self.ended + 1
    }

    /// The line of the last byte.
    const fn last(&self) -> u64 {
        if self.is_ended { self.ended } else { self.ended + 1 }
    }
}

fn line_ends(text: &[u8]) -> u64 {
    let mut lines = Lines::default();
    lines.pass(text);
    lines.ended
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str, size: usize) -> Vec<(u64, Vec<String>)> {
        let mut records = Records::new(b',');
        let mut found = Vec::new();
        let mut take = |record: &Record<'_>| {
            let cells = record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
            found.push((record.line, if record.is_overlong { Vec::new() } else { cells }));
        };
        for chunk in text.as_bytes().chunks(size) {
            records.push(chunk, &mut take);
        }
        records.finish(&mut take);
        found
    }

    #[track_caller]
    fn case(text: &str, expected: &[(u64, &[&str])]) {
        for size in [1, 2, 3, 7, text.len().max(1)] {
            let found = records(text, size);
            let found: Vec<(u64, Vec<&str>)> =
                found.iter().map(|(line, cells)| (*line, cells.iter().map(String::as_str).collect())).collect();
            let expected: Vec<(u64, Vec<&str>)> =
                expected.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
            assert_eq!(found, expected, "{text:?} in pieces of {size}");
        }
    }

    #[test]
    fn rows_know_their_line() {
        case("", &[]);
        case("a,b", &[(1, &["a", "b"])]);
        case("a\nb\n", &[(1, &["a"]), (2, &["b"])]);
        case("a\r\nb\r\n", &[(1, &["a"]), (2, &["b"])]);
        case("a\rb\rc", &[(1, &["a"]), (2, &["b"]), (3, &["c"])]);
        case("a\n\n\nb\r\n\r\nc", &[(1, &["a"]), (4, &["b"]), (6, &["c"])]);
        case("a,\"1\n2\r\n3\"\nb\n", &[(1, &["a", "1\n2\r\n3"]), (4, &["b"])]);
        case("\"a \"\"b\"\"\"\n,\n", &[(1, &["a \"b\""]), (2, &["", ""])]);
    }

    #[test]
    fn an_overlong_row_is_let_go_and_the_rest_is_read() {
        let long = "x\n".repeat(Records::MOST_BYTES);
        let wide = ",".repeat(Records::MOST_CELLS + 1);
        let text = format!("a\n\"{long}\"\nb\n{wide}\nc");
        for size in [1_000, text.len()] {
            let found = records(&text, size);
            let lines: Vec<_> = found.iter().map(|(line, cells)| (*line, cells.len())).collect();
            let after = 2 + Records::MOST_BYTES as u64 + 1;
            assert_eq!(lines, [(1, 1), (2, 0), (after, 1), (after + 1, 0), (after + 2, 1)], "in pieces of {size}");
        }
    }

    #[test]
    fn a_quotation_mark_left_open_takes_the_rest() {
        let text = format!("a\n\"b\n{}", "c,1\n".repeat(Records::MOST_BYTES));
        let found = records(&text, 4_096);
        assert_eq!(found.iter().map(|(line, cells)| (*line, cells.len())).collect::<Vec<_>>(), [(1, 1), (2, 0)]);
    }

    #[test]
    fn rows_know_how_many_lines_they_take_and_whether_they_are_closed() {
        let long = "c,1\n".repeat(Records::MOST_BYTES);
        for (text, expected) in [
            ("a,b\r\nc", &[(1, false), (1, false)][..]),
            ("\"a\nb\"\r\"c\r\nd\n\"\n", &[(2, false), (3, false)]),
            ("\"a\n\"", &[(2, false)]),
            ("\"\"\"a\"\"\"", &[(1, false)]),
            ("\"a\",\"\"", &[(1, false)]),
            ("a\"b\nc", &[(1, false), (1, false)]),
            ("a\n\"", &[(1, false), (1, true)]),
            ("a,\"b", &[(1, true)]),
            ("a,\"b\n", &[(1, true)]),
            ("a,\"b\r\nc,\"\"d\r\n", &[(2, true)]),
            ("a,\"b\nc", &[(2, true)]),
            (&format!("a\n\"{long}"), &[(1, false), (Records::MOST_BYTES as u64, true)]),
            (&format!("\"{long}\"\nb"), &[(Records::MOST_BYTES as u64 + 1, false), (1, false)]),
        ] {
            for size in [1, 3, 4_096] {
                let mut records = Records::new(b',');
                let mut found = Vec::new();
                let mut take = |record: &Record<'_>| found.push((record.lines, record.is_unclosed));
                text.as_bytes().chunks(size).for_each(|chunk| records.push(chunk, &mut take));
                records.finish(&mut take);
                assert_eq!(found, expected, "{:?} in pieces of {size}", text.get(..20).unwrap_or(text));
            }
        }
    }
}
