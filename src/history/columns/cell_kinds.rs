//! What a single cell is that has no date and no count: part of a date, or a number of something else.

use std::ops::RangeInclusive;

use crate::history::CalendarMonth;
use crate::history::dates::month_named;

/// What may stand behind the number of a year, and of a month, in Japanese, Chinese and Korean.
const YEAR_SIGNS: [char; 2] = ['年', '년'];
const MONTH_SIGNS: [char; 2] = ['月', '월'];

/// The days of the years from 2006 to 2099, as spreadsheets count them: from the end of 1899 on.
const SERIALS: RangeInclusive<u32> = 38_718..=73_050;

/// Whether a cell is a year and no more.
pub(in crate::history) fn is_year(cell: &str) -> bool {
    let years = CalendarMonth::FIRST_YEAR..=CalendarMonth::LAST_YEAR;
    let cell = cell.trim();
    let year = cell.strip_suffix(YEAR_SIGNS).unwrap_or(cell);
    year.len() == 4 && year.parse().is_ok_and(|year| years.contains(&year))
}

/// Whether a cell is a month and no more: its number or its name.
pub(super) fn is_month(cell: &str) -> bool {
    is_month_number(cell.trim()) || is_month_for_sure(cell)
}

/// Whether a cell is a month and can be nothing else: its name, or its number with the sign of a month.
pub(super) fn is_month_for_sure(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches('.');
    month_named(cell).is_some() || cell.strip_suffix(MONTH_SIGNS).is_some_and(is_month_number)
}

fn is_month_number(cell: &str) -> bool {
    cell.len() <= 2 && cell.parse().is_ok_and(|month: u32| (1..=12).contains(&month))
}

/// Whether a cell is a day of these years as spreadsheets count it.
pub(super) fn is_serial(cell: &str) -> bool {
    cell.parse().is_ok_and(|days| SERIALS.contains(&days))
}

/// Whether a cell is a time zone, by its hours and minutes from UTC: `+0200`. Counts are written without a sign.
pub(super) fn is_zone(cell: &str) -> bool {
    let digits = cell.strip_prefix(['+', '-', '−']).unwrap_or_default();
    let (hours, minutes) = digits.split_at_checked(2).unwrap_or_default();
    let is_hours = matches!(hours.parse(), Ok(0..=14_u32));
    is_hours && ["00", "30", "45"].contains(&minutes.strip_prefix(':').unwrap_or(minutes))
}

/// Whether a cell is a text of several words, in a writing that sets them apart or in one that doesn't.
pub(super) fn is_text(cell: &str) -> bool {
    const FEWEST_LETTERS: usize = 10;
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    let has_words = cell.contains(|letter: char| letter.is_whitespace() || letter >= 'ぁ');
    letters >= FEWEST_LETTERS && has_words
}

/// Whether a cell may be the number of a post: since 2010 these have 15 digits or more.
pub(super) fn is_post_id(cell: &str) -> bool {
    (15..=19).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit())
}
