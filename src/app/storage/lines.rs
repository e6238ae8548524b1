//! What the texts that are kept have in common: a first line that says kind and version, then lines of a key and a value.

use std::ops::RangeInclusive;

use crate::pricing::Date;

/// The version that the first line says after `kind`, and the other lines; `None` when it is another kind of text.
pub(in crate::app) fn version<'a>(text: &'a str, kind: &str) -> Option<(&'a str, &'a str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let version = first.strip_prefix(kind)?.strip_prefix(' ')?;
    is_number(version, 1..=9).then_some((version, rest))
}

/// What follows `key` on the first line of a text, and the other lines. What is missing is the key.
pub(in crate::app) fn line<'a>(text: &'a str, key: &'static str) -> Result<(&'a str, &'a str), &'static str> {
    let value = text.strip_prefix(key).and_then(|text| text.strip_prefix(' ')?.split_once('\n'));
    value.ok_or(key)
}

/// What follows `key` to the end of a text, so that any value can be kept as the last.
pub(in crate::app) fn last<'a>(text: &'a str, key: &'static str) -> Result<&'a str, &'static str> {
    text.strip_prefix(key).and_then(|text| text.strip_prefix(' ')).ok_or(key)
}

/// Reads a day as it is written: `2026-08-14`.
pub(in crate::app) fn day(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let number = |text: &str, length| text.parse().ok().filter(|_: &u16| is_number(text, length..=length));
    Date::from_ymd_opt(number(year, 4)?.into(), number(month, 2)?.into(), number(day, 2)?.into())
}

fn is_number(text: &str, length: RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
