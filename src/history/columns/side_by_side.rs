//! Months or years that stand side by side, each at the head of a column of its own. Then a row has the reads of several, which
//! can't be told from other numbers beside a date.

use super::cell_kinds::{is_month_for_sure, is_year};
use crate::history::read_date;

/// How many cells of a first row are years alone.
pub(in crate::history) fn years_in(cells: &[String]) -> usize {
    cells.iter().filter(|cell| is_year(cell)).count()
}

/// How many cells of a first row are months or days: by their names, by dates, or all as numbers in order.
pub(in crate::history) fn months_in(cells: &[String]) -> usize {
    let is_time = |cell: &&String| is_month_for_sure(cell) || read_date(cell).is_ok();
    if are_months_numbered(cells) { 12 } else { cells.iter().filter(is_time).count() }
}

/// Whether the numbers from 1 to 12 stand side by side.
pub(in crate::history) fn are_months_numbered(cells: &[String]) -> bool {
    let numbers: Vec<_> = cells.iter().map(|cell| cell.trim().parse::<usize>().ok()).collect();
    numbers.windows(12).any(|run| run.iter().zip(1..).all(|(number, month)| *number == Some(month)))
}
