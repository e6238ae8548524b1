//! Whether rows tell of moments rather than of days: then a file that has few of them begins and ends within its months.

use crate::history::Counting;

/// The minutes of a day.
pub(in crate::history) const MINUTES_OF_DAY: u64 = 24 * 60;

/// What the rows so far say of the time of day.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::history) struct TimesOfDay {
    first: Option<u64>,
}

impl TimesOfDay {
    /// Whether the rows are of moments, now that one with that date has come. Where rows have counts, a time that all of them share
    /// may be how a day or a month is written.
    pub(in crate::history) fn are_moments(&mut self, date: &str, counting: Counting) -> bool {
        let Some(time) = minute_of(date) else { return false };
        let first = *self.first.get_or_insert(time);
        if counting == Counting::Rows { time > 0 } else { time != first }
    }
}

/// The minute of the day, as it is written; `None` where a date has none.
pub(in crate::history) fn minute_of(date: &str) -> Option<u64> {
    let date = date.trim();
    let Some((before, behind)) = date.split_once(':') else { return minute_of_epoch(date) };
    let hour = before.get(before.len().checked_sub(2)?..)?.trim_start_matches(|c: char| !c.is_ascii_digit());
    let minute: u64 = behind.get(..2)?.parse().ok()?;
    let hour: u64 = hour.parse().ok()?;
    let is_midnight = hour == 12 && behind.to_ascii_lowercase().contains("am");
    let hour = if is_midnight { 0 } else { hour };
    Some((hour * 60 + minute) % MINUTES_OF_DAY)
}

/// The minute of the day of a time counted from 1970.
fn minute_of_epoch(text: &str) -> Option<u64> {
    let text = text.split_once('.').map_or(text, |(whole, _)| whole);
    let is_time = matches!(text.len(), 10 | 13 | 16 | 19) && text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds: u64 = is_time.then(|| text.get(..10)?.parse().ok()).flatten()?;
    Some(seconds / 60 % MINUTES_OF_DAY)
}
