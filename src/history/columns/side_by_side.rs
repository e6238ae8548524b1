//! Months or years that stand side by side, each at the head of a column of its own. Then a row has the reads of several, which
//! can't be told from other numbers beside a date.

use crate::history::dates::month_named;
use crate::history::{DateTextError, read_date};

/// What stands behind the number of a month in Japanese and Chinese.
const MONTH_SIGN: char = '月';

/// How many cells of a first row are years alone.
pub(in crate::history) fn years_in(cells: &[String]) -> usize {
    cells.iter().filter(|cell| read_date(cell) == Err(DateTextError::NoMonth)).count()
}

/// How many cells of a first row are months or days: by their names, by dates, or all as numbers in order.
pub(in crate::history) fn months_in(cells: &[String]) -> usize {
    if are_months_numbered(cells) { 12 } else { cells.iter().filter(|cell| is_month(cell)).count() }
}

/// Whether the numbers from 1 to 12 stand side by side.
pub(in crate::history) fn are_months_numbered(cells: &[String]) -> bool {
    let numbers: Vec<_> = cells.iter().map(|cell| cell.trim().parse::<usize>().ok()).collect();
    numbers.windows(12).any(|run| run.iter().zip(1..).all(|(number, month)| *number == Some(month)))
}

fn is_month(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches('.');
    let is_number = |cell: &str| cell.parse().is_ok_and(|month: u32| (1..=12).contains(&month));
    month_named(cell).is_some() || cell.strip_suffix(MONTH_SIGN).is_some_and(is_number) || read_date(cell).is_ok()
}
