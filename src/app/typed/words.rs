//! The words beside a number as people write and paste it: `10k reads`, `2.5M posts a month`, `10k/day`, `5M/mo`,
//! `2 years`.

use crate::numbers::before_any;
use crate::pricing::{Months, Period};

/// What stands before `posts`, `tweets` or `reads`, or else all of the text.
pub(in crate::app) fn without_unit(text: &str) -> &str {
    before_any(text.trim_end(), &["posts", "tweets", "reads", "post", "tweet", "read"]).unwrap_or(text)
}

/// What stands before `months` or `years`, or else all of the text, and how many months one of it is.
pub(in crate::app) fn split_months(text: &str) -> (&str, u64) {
    let text = text.trim_end();
    let years = before_any(text, &["years", "year"]).map(|years| (years, u64::from(Months::YEAR.get())));
    years.unwrap_or_else(|| (before_any(text, &["months", "month"]).unwrap_or(text), 1))
}

/// What stands before `period`, or else all of the text, which then is no number if it names another one.
pub(in crate::app) fn without_period(text: &str, period: Period) -> &str {
    split_period(text).filter(|(_, named)| *named == period).map_or(text, |(before, _)| before)
}

/// The period that a text ends with, and what stands before it: `a month`, `per day`, `/year`, `weekly`. Alone a period may be
/// on the way to another word, so it is none.
pub(in crate::app) fn split_period(text: &str) -> Option<(&str, Period)> {
    let text = text.trim_end();
    let adverb = before_any(text, &["ly"]);
    Period::ALL.into_iter().find_map(|period| {
        let number = match adverb {
            Some(stem) => before_any(stem, &[if period == Period::Day { "dai" } else { period.id() }])?,
            None => before_each(text, &[period.id(), short(period)])?,
        };
        Some((number, period))
    })
}

/// What stands before a period with a sign or a word for "in each". Words stand by themselves: no day ends `2M read`.
fn before_each<'a>(text: &'a str, period: &[&str]) -> Option<&'a str> {
    let is_apart = |text: &str, before: &str| text[before.len()..].starts_with(char::is_whitespace);
    let each = before_any(text, period)?;
    before_any(each, &["/"]).or_else(|| {
        let number = before_any(each, &["per", "an", "a"])?;
        (is_apart(text, each) && is_apart(each, number)).then_some(number)
    })
}

/// The short word for a period.
const fn short(period: Period) -> &'static str {
    match period {
        Period::Hour => "hr",
        Period::Day => "d",
        Period::Week => "wk",
        Period::Month => "mo",
        Period::Year => "yr",
    }
}
