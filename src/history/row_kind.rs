//! Rows that stand in a file but say nothing of reads.

use super::records::Record;

/// How the rows that sum others up are called, at the beginning of their first cell, in lower case.
const TOTALS: [&str; 13] = [
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
    "合計",
];

/// Whether a row of that name sums others up.
pub(crate) fn names_total(name: &str) -> bool {
    let name = name.trim().to_ascii_lowercase();
    let name = name.trim_end_matches([':', 's']);
    TOTALS.iter().any(|total| name.strip_prefix(total).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Whether every cell is empty.
pub(super) fn is_blank(record: &Record<'_>) -> bool {
    record.cells().all(|cell| cell.iter().all(u8::is_ascii_whitespace))
}

/// Whether it sums others up: where its date should be stands such a word, or nothing and its first word is one.
pub(super) fn is_total(record: &Record<'_>, date_column: usize) -> bool {
    let is_filled = |cell: &&[u8]| !cell.iter().all(u8::is_ascii_whitespace);
    let name = record.cell(date_column).filter(is_filled).or_else(|| record.cells().find(is_filled));
    name.is_some_and(|name| names_total(&String::from_utf8_lossy(name)))
}

/// Whether it names the columns once more, as where files were put together.
pub(super) fn repeats(record: &Record<'_>, header: &[String]) -> bool {
    let mut cells = record.cells();
    header.iter().all(|name| cells.next().is_some_and(|cell| String::from_utf8_lossy(cell).trim() == name.as_str()))
        && cells.next().is_none()
}
