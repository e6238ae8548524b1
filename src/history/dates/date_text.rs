//! Dates as exports, spreadsheets and interfaces write them, read to the day in UTC.

use chrono::{DateTime, TimeDelta};
use thiserror::Error;

use super::calendar_day::CalendarDay;
use super::calendar_month::{CalendarMonth, MonthError};
use super::clock_text::{clock, compact_clock};
use super::date_order::DateOrder;
use super::month_name::{is_weekday, month_named};
use crate::pricing::Date;

/// What a text says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateText {
    /// This day, however days and months are ordered.
    Clear(CalendarDay),
    /// This month, of which no day is named.
    WholeMonth(CalendarMonth),
    /// A day and a month as numbers, whose order only other dates can tell.
    Ordered(OrderedDate),
}

impl DateText {
    /// The month, when days and months stand in that order.
    ///
    /// # Errors
    /// [`DateTextError`] when there is no such day, or its month comes after `latest`.
    pub(in crate::history) fn month(
        self,
        order: DateOrder,
        latest: CalendarMonth,
    ) -> Result<CalendarMonth, DateTextError> {
        match self {
            Self::Clear(day) => begun(day.month(), latest),
            Self::WholeMonth(month) => begun(month, latest),
            Self::Ordered(date) => date.month_until(order, latest),
        }
    }

    /// The day, or the first one of a month, when days and months stand in that order; `None` where there is no such day.
    pub(in crate::history) fn first_day(self, order: DateOrder) -> Option<CalendarDay> {
        match self {
            Self::Clear(day) => Some(day),
            Self::WholeMonth(month) => CalendarDay::new(month, 1),
            Self::Ordered(date) => date.day(order).ok(),
        }
    }
}

/// A date like `03/04/2023`. At least one way to read it is a day that exists, in the years of [`CalendarMonth`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderedDate {
    first: u32,
    second: u32,
    year: i32,
    /// Days from the date that is written to the one in UTC.
    days_to_utc: i64,
}

impl OrderedDate {
    /// The month, when the numbers stand in that order.
    ///
    /// # Errors
    /// [`DateTextError`] when there is no such day.
    pub fn month(self, order: DateOrder) -> Result<CalendarMonth, DateTextError> {
        Ok(self.day(order)?.month())
    }

    /// The day, when the numbers stand in that order.
    pub(in crate::history) fn day(self, order: DateOrder) -> Result<CalendarDay, DateTextError> {
        let (day, month) = self.day_and_month(order);
        day_of(self.year, month, day, self.days_to_utc)
    }

    /// The same, unless the month comes after `latest`.
    pub(super) fn month_until(self, order: DateOrder, latest: CalendarMonth) -> Result<CalendarMonth, DateTextError> {
        Ok(self.day_until(order, latest)?.month())
    }

    /// The day, when the numbers stand in that order, unless its month comes after `latest`.
    pub(in crate::history) fn day_until(
        self,
        order: DateOrder,
        latest: CalendarMonth,
    ) -> Result<CalendarDay, DateTextError> {
        let day = self.day(order)?;
        begun(day.month(), latest)?;
        Ok(day)
    }

    /// Whether it is the first of a month, when the numbers stand in that order.
    #[must_use]
    pub const fn is_first_of_month(self, order: DateOrder) -> bool {
        self.day_and_month(order).0 == 1
    }

    const fn day_and_month(self, order: DateOrder) -> (u32, u32) {
        match order {
            DateOrder::DayFirst => (self.first, self.second),
            DateOrder::MonthFirst => (self.second, self.first),
        }
    }
}

/// Reads a date: `2023-04-05`, `2023-04`, `04/2023`, `31.12.2022`, `12/31/2022`, `5 Apr 2023`, `2023年4月5日`, with or without
/// a time and a zone; `Wed Oct 10 20:19:24 +0000 2018`; `20230405`; or the seconds or milliseconds since 1970.
///
/// A time without a zone is taken to be in UTC. Years of two digits are those from 2000 on.
///
/// # Errors
/// [`DateTextError`] says why it is none, to be read after the text.
///
/// ```
/// use quota_calculator::history::{DateText, read_date};
///
/// let day = |text| match read_date(text) {
///     Ok(DateText::Clear(day)) => day.to_string(),
///     other => format!("{other:?}"),
/// };
/// assert_eq!(day("2023-04-01T00:30:00+02:00"), "2023-03-31");
/// assert_eq!(day("Wed Oct 10 20:19:24 +0000 2018"), "2018-10-10");
/// assert!(matches!(read_date("03/04/2023"), Ok(DateText::Ordered(_))));
/// assert_eq!(read_date("soon").unwrap_err().to_string(), "is no date that this page knows");
/// ```
pub fn read_date(text: &str) -> Result<DateText, DateTextError> {
    let read = read_one(text);
    // Nearly all rows have dates, so what else a text may be is asked last.
    if read.is_err() && is_range(text) { Err(DateTextError::Range) } else { read }
}

/// What stands between two dates of a range.
const RANGE_MARKS: [&str; 9] = [" - ", "–", "—", "/", " to ", " until ", " bis ", "..", " au "];

/// Whether a text is two dates with a mark of a range between them.
fn is_range(text: &str) -> bool {
    let is_date = |text: &str| read_one(text).is_ok();
    let parts = RANGE_MARKS.iter().filter_map(|mark| text.split_once(mark));
    parts.into_iter().any(|(first, last)| is_date(first) && is_date(last))
}

fn read_one(text: &str) -> Result<DateText, DateTextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DateTextError::Empty);
    }
    if let Some((year, month, day, rest)) = split_iso(text) {
        let days_to_utc = if rest.is_empty() { 0 } else { clock(rest.trim_start())?.alone()? };
        return day_of(year, month, day, days_to_utc).map(DateText::Clear);
    }
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && text.bytes().filter(|b| *b == b'.').count() < 2
    {
        return read_number(text);
    }
    let Some(colon) = text.find(':') else {
        // ISO 8601 without marks: 20230405T102030Z.
        return match text.split_once('T').filter(|(date, _)| date.len() == 8) {
            Some((date, time)) if date.bytes().all(|byte| byte.is_ascii_digit()) => {
                let time = compact_clock(time)?.alone()?;
                read_compact(date, time).map(DateText::Clear)
            }
            _ => read_parts(text, None, 0),
        };
    };
    let before = text.get(..colon).unwrap_or_default();
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let time = clock(text.get(date.len()..).unwrap_or_default())?;
    let date = date.strip_suffix('T').unwrap_or(date);
    read_parts(date, time.year, time.days_to_utc)
}

/// The parts of `2023-04-05` and what follows them, quickly, since most dates are written so.
fn split_iso(text: &str) -> Option<(i32, u32, u32, &str)> {
    let (date, rest) = text.split_at_checked(10)?;
    let bytes = date.as_bytes();
    let number = |from: usize, to: usize| {
        let digits = bytes.get(from..to)?;
        digits
            .iter()
            .try_fold(0_u32, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
    };
    let has_marks = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
    let rest = rest.strip_prefix(['T', 't', ' ']).or_else(|| rest.is_empty().then_some(rest))?;
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    has_marks.then_some((i32::try_from(year).ok()?, month, day, rest))
}

/// Reads a date without marks: a day or a month by its digits, or a time counted from 1970.
fn read_number(text: &str) -> Result<DateText, DateTextError> {
    let (whole, _fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_whole = whole.len() == text.len();
    let number = |text: &str| text.parse::<i64>().map_err(|_| DateTextError::NotADate);
    match whole.len() {
        1 | 2 | 4 if !is_whole => read_month_and_year(text),
        4 => Err(DateTextError::NoMonth),
        5 => Err(DateTextError::SpreadsheetNumber),
        6 if is_whole => {
            let number = number(whole)?;
            let (year, month) = (i32::try_from(number / 100), u32::try_from(number % 100));
            let (Ok(year), Ok(month)) = (year, month) else { return Err(DateTextError::NotADate) };
            Ok(DateText::WholeMonth(CalendarMonth::new(year, month)?))
        }
        8 if is_whole => read_compact(whole, 0).map(DateText::Clear),
        10 => of_epoch(number(whole)?),
        13 => of_epoch(number(whole)?.div_euclid(1_000)),
        16 => of_epoch(number(whole)?.div_euclid(1_000_000)),
        19 => of_epoch(number(whole)?.div_euclid(1_000_000_000)),
        _ => Err(DateTextError::NotADate),
    }
}

/// `4.2023` or `2023.4`.
fn read_month_and_year(text: &str) -> Result<DateText, DateTextError> {
    match read_parts(text, None, 0)? {
        DateText::Ordered(_) => Err(DateTextError::NotADate),
        date => Ok(date),
    }
}

/// `20230405`.
fn read_compact(digits: &str, days_to_utc: i64) -> Result<CalendarDay, DateTextError> {
    let number: u32 = digits.parse().map_err(|_| DateTextError::NotADate)?;
    let year = i32::try_from(number / 10_000).map_err(|_| DateTextError::NotADate)?;
    day_of(year, number / 100 % 100, number % 100, days_to_utc)
}

/// The day of a time in seconds since 1970.
fn of_epoch(seconds: i64) -> Result<DateText, DateTextError> {
    let time = DateTime::from_timestamp(seconds, 0).ok_or(MonthError::TooLate)?;
    Ok(DateText::Clear(CalendarDay::of(time.date_naive())?))
}

/// A part of a date.
#[derive(Clone, Copy)]
enum Part {
    /// The name of a month.
    Month(u32),
    /// A number of four digits.
    Year(i32),
    /// A number of one or two digits.
    Short(u32),
}

/// What stands between the parts of a date, or behind each in Chinese, Japanese and Korean.
const MARKS: [char; 13] = [' ', ',', '/', '-', '.', '\u{a0}', '\u{202f}', '年', '月', '日', '년', '월', '일'];

/// The most parts that a date has, the name of its weekday left out.
const MOST_PARTS: usize = 3;

/// Reads a date by its parts. `year` is one that stands elsewhere.
fn read_parts(text: &str, year: Option<i32>, days_to_utc: i64) -> Result<DateText, DateTextError> {
    // Numbers alone with commas between them are several, or one with its thousands set apart. Behind a date may come a time.
    if text.trim_end_matches([',', ' ']).contains(',') && !text.chars().any(char::is_alphabetic) {
        return Err(DateTextError::NotADate);
    }
    let mut parts = [None; MOST_PARTS];
    let mut count = 0;
    for word in text.split(MARKS).filter(|word| !word.is_empty()) {
        if count == 0 && is_weekday(word) {
            continue;
        }
        *parts.get_mut(count).ok_or(DateTextError::NotADate)? = Some(part(word)?);
        count += 1;
    }
    if let (Some(year), Some(slot)) = (year, parts.get_mut(count)) {
        *slot = Some(Part::Year(year));
    }
    let short_year = |year: u32| 2000 + i32::try_from(year).unwrap_or_default();
    let clear = |year, month, day| day_of(year, month, day, days_to_utc).map(DateText::Clear);
    // A month without a day has no time either.
    let whole_month = |year, month| Ok(DateText::WholeMonth(CalendarMonth::new(year, month)?));
    match parts {
        [Some(Part::Year(year)), Some(Part::Short(month) | Part::Month(month)), Some(Part::Short(day))]
        | [Some(Part::Short(day)), Some(Part::Month(month)), Some(Part::Year(year))]
        | [Some(Part::Month(month)), Some(Part::Short(day)), Some(Part::Year(year))] => clear(year, month, day),
        [Some(Part::Short(day)), Some(Part::Month(month)), Some(Part::Short(year))] => {
            clear(short_year(year), month, day)
        }
        [Some(Part::Short(month) | Part::Month(month)), Some(Part::Year(year)), None]
        | [Some(Part::Year(year)), Some(Part::Short(month) | Part::Month(month)), None] => whole_month(year, month),
        [Some(Part::Month(month)), Some(Part::Short(year)), None] => whole_month(short_year(year), month),
        // Between points the day comes first, wherever such dates are written.
        [Some(Part::Short(day)), Some(Part::Short(month)), Some(year)] if text.contains('.') => match year {
            Part::Year(year) => clear(year, month, day),
            Part::Short(year) => clear(short_year(year), month, day),
            Part::Month(_) => Err(DateTextError::NotADate),
        },
        [Some(Part::Short(first)), Some(Part::Short(second)), Some(Part::Year(year))] => {
            ordered(first, second, year, days_to_utc)
        }
        [Some(Part::Short(first)), Some(Part::Short(second)), Some(Part::Short(year))] => {
            ordered(first, second, short_year(year), days_to_utc)
        }
        [Some(Part::Year(_)), None, None] => Err(DateTextError::NoMonth),
        _ => Err(DateTextError::NotADate),
    }
}

fn ordered(first: u32, second: u32, year: i32, days_to_utc: i64) -> Result<DateText, DateTextError> {
    let date = OrderedDate { first, second, year, days_to_utc };
    date.month(DateOrder::DayFirst).or_else(|_| date.month(DateOrder::MonthFirst))?;
    Ok(DateText::Ordered(date))
}

fn part(word: &str) -> Result<Part, DateTextError> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at_checked(digits).ok_or(DateTextError::NotADate)?;
    let error = || span_named(rest).unwrap_or(DateTextError::NotADate);
    if digits == 0 {
        return month_named(word).map(Part::Month).ok_or_else(error);
    }
    if !matches!(rest, "" | "st" | "nd" | "rd" | "th") {
        return Err(error());
    }
    match digits {
        1 | 2 => number.parse().map(Part::Short).map_err(|_| DateTextError::NotADate),
        4 => number.parse().map(Part::Year).map_err(|_| DateTextError::NotADate),
        _ => Err(DateTextError::NotADate),
    }
}

/// Why `word` is no part of a date where it names a time that isn't one of days or months: `W01`, `Q1`, `quarter`.
fn span_named(word: &str) -> Option<DateTextError> {
    let name = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = matches!(word.len() - name.len(), 1 | 2);
    match name.to_ascii_lowercase().as_str() {
        "w" if is_numbered => Some(DateTextError::Week),
        "week" | "wk" | "kw" | "woche" | "semaine" | "semana" => Some(DateTextError::Week),
        "q" if is_numbered => Some(DateTextError::Quarter),
        "quarter" | "qtr" | "quartal" | "trimestre" => Some(DateTextError::Quarter),
        _ => None,
    }
}

/// The month, unless it comes after the last that has begun.
fn begun(month: CalendarMonth, latest: CalendarMonth) -> Result<CalendarMonth, DateTextError> {
    if month > latest { Err(DateTextError::InFuture) } else { Ok(month) }
}

/// The day in UTC of one that exists.
fn day_of(year: i32, month: u32, day: u32, days_to_utc: i64) -> Result<CalendarDay, DateTextError> {
    let date = Date::from_ymd_opt(year, month, day).ok_or(DateTextError::NoSuchDay)?;
    let date = match days_to_utc {
        0 => date,
        days => date.checked_add_signed(TimeDelta::days(days)).ok_or(DateTextError::NoSuchDay)?,
    };
    Ok(CalendarDay::of(date)?)
}

/// Why a text is no date, to be read after the text: “soon” is no date that this page knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DateTextError {
    /// Nothing but space.
    #[error("is empty")]
    Empty,
    /// Written in no way that is known.
    #[error("is no date that this page knows")]
    NotADate,
    /// A day that its month doesn't have, or a month that no year has.
    #[error("is a day that doesn’t exist")]
    NoSuchDay,
    /// A year alone.
    #[error("names no month")]
    NoMonth,
    /// A month out of bounds.
    #[error(transparent)]
    Month(#[from] MonthError),
    /// A month that hasn't begun, in which nothing can have been read.
    #[error("is in the future")]
    InFuture,
    /// A time that no day has.
    #[error("has a time that no day has")]
    NoSuchTime,
    /// A zone by a name that stands for different ones.
    #[error("has a time zone that this page doesn’t know: write UTC, or an offset like +02:00")]
    UnknownZone,
    /// A week, whose days may be of two months.
    #[error("is a week, which may be part of two months: give the reads by day or by month")]
    Week,
    /// Two days with all between them, which may be of two months.
    #[error("is a range of days, which may be part of two months: give the reads by day or by month")]
    Range,
    /// A quarter of a year.
    #[error("is a quarter of a year: give the reads by day or by month")]
    Quarter,
    /// Five digits, as spreadsheets count days.
    #[error("may be a spreadsheet’s number for a day: format the column as dates and save it again")]
    SpreadsheetNumber,
}
