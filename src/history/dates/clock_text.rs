//! The time of day behind a date: of interest only where its zone makes another day of it.

use super::date_text::DateTextError;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// Days from the day that is written to the one in UTC: −1, 0 or 1.
    pub(super) days_to_utc: i64,
    /// A year that stands behind the time.
    pub(super) year: Option<i32>,
}

impl Clock {
    /// The days to UTC of a time behind which nothing stands.
    pub(super) fn alone(self) -> Result<i64, DateTextError> {
        if self.year.is_none() { Ok(self.days_to_utc) } else { Err(DateTextError::NotADate) }
    }
}

const MINUTES_OF_DAY: i64 = 24 * 60;

/// Reads a time with what stands behind it: `20:19:24.5`, `8:19 PM`, `20:19:24 +0000 2018`, `20:19Z`, `20:19 GMT+0200 (CEST)`.
pub(super) fn clock(text: &str) -> Result<Clock, DateTextError> {
    let (hour, rest) = split_number(text).ok_or(DateTextError::NotADate)?;
    let (minute, mut rest) = rest.strip_prefix(':').and_then(split_number).ok_or(DateTextError::NotADate)?;
    if let Some(behind) = rest.strip_prefix(':') {
        let (second, behind) = split_number(behind).ok_or(DateTextError::NotADate)?;
        if second > 60 {
            return Err(DateTextError::NoSuchTime);
        }
        rest = behind;
        if let Some(fraction) = rest.strip_prefix(['.', ',']) {
            rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    let (hour, rest) = twelve_hours(hour, rest.trim_start())?;
    finish(hour, minute, rest)
}

/// Reads a time without marks: `102030Z`, `1020`.
pub(super) fn compact_clock(text: &str) -> Result<Clock, DateTextError> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).ok_or(DateTextError::NotADate)?;
    let number: i64 = number.parse().map_err(|_| DateTextError::NotADate)?;
    let (hour, minute) = match digits {
        4 => (number / 100, number % 100),
        6 => (number / 10_000, number / 100 % 100),
        _ => return Err(DateTextError::NotADate),
    };
    finish(hour, minute, rest)
}

/// Checks the time, and reads the zone and the year behind it.
fn finish(hour: i64, minute: i64, rest: &str) -> Result<Clock, DateTextError> {
    // Some write midnight as the end of the day.
    if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
        return Err(DateTextError::NoSuchTime);
    }
    let (offset, year) = zone(rest)?;
    let days_to_utc = (hour.min(23) * 60 + minute - offset).div_euclid(MINUTES_OF_DAY);
    Ok(Clock { days_to_utc, year })
}

/// The hour of twelve, if it is said which twelve.
fn twelve_hours(hour: i64, rest: &str) -> Result<(i64, &str), DateTextError> {
    let Some((mark, behind)) = rest.split_at_checked(2) else { return Ok((hour, rest)) };
    let is_afternoon = mark.eq_ignore_ascii_case("pm");
    if !is_afternoon && !mark.eq_ignore_ascii_case("am") {
        return Ok((hour, rest));
    }
    if !(1..=12).contains(&hour) {
        return Err(DateTextError::NoSuchTime);
    }
    Ok((hour % 12 + if is_afternoon { 12 } else { 0 }, behind))
}

/// The minutes that a zone is ahead of UTC, and a year among the words around it.
fn zone(text: &str) -> Result<(i64, Option<i32>), DateTextError> {
    let (mut offset, mut year) = (0, None);
    // What stands in brackets only explains the zone.
    let text = text.split('(').next().unwrap_or_default();
    for word in text.split_whitespace() {
        let behind = ["UTC", "GMT", "Z", "z"].iter().find_map(|name| word.strip_prefix(name)).unwrap_or(word);
        if behind.is_empty() {
            continue;
        }
        let is_year = behind.len() == 4 && behind.bytes().all(|byte| byte.is_ascii_digit());
        if is_year && year.is_none() {
            year = behind.parse().ok();
        } else {
            offset = zone_offset(behind)?;
        }
    }
    Ok((offset, year))
}

/// `+02:00`, `-0500`, `+2`.
fn zone_offset(text: &str) -> Result<i64, DateTextError> {
    let unknown = || DateTextError::UnknownZone;
    let text = text.replace('−', "-");
    let digits = text.strip_prefix(['+', '-']).ok_or_else(unknown)?;
    let (hours, minutes) = match (digits.split_once(':'), digits.len()) {
        (Some(parts), _) => parts,
        (None, 1 | 2) => (digits, "0"),
        (None, 4) => digits.split_at_checked(2).ok_or_else(unknown)?,
        (None, _) => return Err(unknown()),
    };
    let number = |text: &str| {
        let is_number = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { text.parse::<i64>().map_err(|_| unknown()) } else { Err(unknown()) }
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    if hours > 14 || minutes > 59 {
        return Err(unknown());
    }
    let offset = hours * 60 + minutes;
    Ok(if text.starts_with('-') { -offset } else { offset })
}

/// A number of one or two digits and what follows it.
fn split_number(text: &str) -> Option<(i64, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    if matches!(digits, 1 | 2) { Some((number.parse().ok()?, rest)) } else { None }
}
