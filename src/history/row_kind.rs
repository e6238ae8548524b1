//! Rows that stand in a file but say nothing of reads.

use super::records::Record;

/// How the rows that sum others up are called, at the beginning of their first cell, in lower case.
const TOTALS: [&str; 12] = [
    "total",
    "grand total",
    "sum",
    "subtotal",
    "summe",
    "gesamt",
    "insgesamt",
    "somme",
    "suma",
    "soma",
    "totale",
    "average",
];

/// Whether every cell is empty.
pub(super) fn is_blank(record: &Record<'_>) -> bool {
    record.cells().all(|cell| cell.iter().all(u8::is_ascii_whitespace))
}

/// Whether it sums others up: where its date should be stands such a word, or nothing and its first word is one.
pub(super) fn is_total(record: &Record<'_>, date_column: usize) -> bool {
    let text = |cell: &[u8]| String::from_utf8_lossy(cell).trim().to_lowercase();
    let date = record.cell(date_column).map(text).unwrap_or_default();
    let word =
        if date.is_empty() { record.cells().map(text).find(|text| !text.is_empty()).unwrap_or_default() } else { date };
    let word = word.trim_end_matches([':', 's']);
    TOTALS.iter().any(|total| word == *total || word.strip_prefix(total).is_some_and(|rest| rest.starts_with(' ')))
}

/// Whether it names the columns once more, as where files were put together.
pub(super) fn repeats(record: &Record<'_>, header: &[String]) -> bool {
    let mut cells = record.cells();
    header.iter().all(|name| cells.next().is_some_and(|cell| String::from_utf8_lossy(cell).trim() == name.as_str()))
        && cells.next().is_none()
}
