//! Fields read as numbers, or what to say of them.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::words;
use crate::numbers::{NumberStyle, NumberTextError, parse_amount, parse_decimal, parse_whole, with_own_mark};
use crate::pricing::{Growth, Months, Period, Posts, Price, RereadFactor, Volume};
use crate::text::quoted;

/// Reads posts in a period, which may stand behind them.
pub(in crate::app) fn volume(text: &str, period: Period, style: NumberStyle) -> Result<Volume, String> {
    let text = words::without_period(text, period);
    let posts = posts(text, period.with_article(), style)?;
    Volume::new(posts, period).map_err(|_| too_many(text, period.with_article(), style))
}

/// Nothing for an empty field.
pub(in crate::app) fn optional<T>(
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some) }
}

/// Reads a number of posts in a stretch of time, which is named for the message: `a month`, `in month 3`.
pub(in crate::app) fn posts(text: &str, when: &str, style: NumberStyle) -> Result<Posts, String> {
    let typed = quoted(text);
    let count = parse_whole(words::without_unit(text), style).map_err(|error| match error {
        NumberTextError::TooLarge => too_many(text, when, style),
        NumberTextError::Empty => format!("How many posts? Write {}.", examples(style)),
        NumberTextError::Negative => format!("{typed} {error}: posts are 0 or more."),
        NumberTextError::NotWhole => format!("{typed} {error}: posts are read whole."),
        NumberTextError::Ambiguous => format!("{typed} {error}: leave out the mark for thousands."),
        NumberTextError::ForeignMark => format!("{typed} {error}: {}.", own_mark_rule(text, style)),
        _ => format!("{typed} {error}: write {}.", examples(style)),
    })?;
    Posts::new(count).map_err(|_| too_many(text, when, style))
}

fn too_many(text: &str, when: &str, style: NumberStyle) -> String {
    let (typed, most) = (quoted(text), style.posts(Posts::MAX));
    format!("{typed} posts {when} are too many: at most {most} (10^15) a month can be priced.")
}

/// Reads a number of months, or of years.
pub(in crate::app) fn months(text: &str, style: NumberStyle) -> Result<Months, String> {
    if text.trim().is_empty() {
        return Err(format!("How many months? Use a whole number from 1 to {}.", Months::MAX));
    }
    let rule = format!("use a whole number from 1 to {}", Months::MAX);
    let (number, months_each) = words::split_months(text);
    let count =
        parse_whole(number, style).map_err(|_| format!("{} is not a number of months: {rule}.", quoted(text)))?;
    let unit = if number == text.trim_end() { " months" } else { "" };
    Months::try_from(i128::from(count) * i128::from(months_each))
        .map_err(|_| format!("{}{unit} can’t be priced: {rule}.", quoted(text)))
}

/// Reads a growth in percent; nothing is none.
pub(in crate::app) fn growth(text: &str, style: NumberStyle) -> Result<Growth, String> {
    let most = style.whole(1_000);
    let rule = format!("growth is a percentage from −100 to {most}, with at most 4 decimal places");
    Ok(optional(text, |text| decimal(text, style, &rule))?.unwrap_or_default())
}

/// Reads how many reads a post costs; nothing is one.
pub(in crate::app) fn reread_factor(text: &str, style: NumberStyle) -> Result<RereadFactor, String> {
    let (least, most) = (style.plain_decimal(Decimal::new(1, 4)), style.whole(1_000));
    let rule = format!("a post is read {least} to {most} times, with at most 4 decimal places");
    Ok(optional(text, |text| decimal(text, style, &rule))?.unwrap_or_default())
}

/// Reads dollars.
pub(in crate::app) fn budget(text: &str, style: NumberStyle) -> Result<Price, String> {
    if text.trim().is_empty() {
        return Err(format!("How many dollars a month? Write {}, or 42k.", style.whole(42_000)));
    }
    let most = style.whole(1_000_000_000_000);
    let text = words::without_period(text, Period::Month);
    amount(text, style, &format!("a budget is 0 to {most} dollars a month"))
}

/// Reads the dollars that a project may cost.
#[cfg(feature = "whole")]
pub(in crate::app) fn limit(text: &str, style: NumberStyle) -> Result<Price, String> {
    let most = style.whole(1_000_000_000_000);
    amount(text, style, &format!("a limit is 0 to {most} dollars, or empty for none"))
}

/// Reads a whole number above zero for the helper for requests.
pub(in crate::app) fn factor(text: &str, style: NumberStyle) -> Result<u64, String> {
    parse_whole(text, style).map_err(|error| match error {
        NumberTextError::Empty => "Write a whole number here.".to_owned(),
        _ => format!("{} {error}: write a whole number.", quoted(text)),
    })
}

/// Reads a decimal number by the rule of its type, which is given in words for the message.
pub(in crate::app) fn decimal<T: FromStr>(text: &str, style: NumberStyle, rule: &str) -> Result<T, String> {
    fitting(parse_decimal(text, style), text, style, rule)
}

/// Reads a sum of dollars by the rule of its type, which is given in words for the message.
pub(in crate::app) fn amount<T: FromStr>(text: &str, style: NumberStyle, rule: &str) -> Result<T, String> {
    fitting(parse_amount(text, style), text, style, rule)
}

/// A sum of dollars as [`amount`] reads it, with thousands set apart where it is whole.
pub(in crate::app) fn written_amount(amount: Decimal, style: NumberStyle) -> String {
    let plain = style.plain_amount(amount);
    parse_whole(&plain, style).map_or_else(|_| unlike_thousands(plain, style), |whole| style.whole(whole))
}

/// A price as [`amount`] reads it.
pub(in crate::app) fn written_price(price: Price, style: NumberStyle) -> String {
    unlike_thousands(style.plain_price(price), style)
}

/// The same number with a fourth decimal place where three could be thousands.
fn unlike_thousands(number: String, style: NumberStyle) -> String {
    if parse_amount(&number, style) == Err(NumberTextError::Ambiguous) { number + "0" } else { number }
}

fn fitting<T: FromStr>(
    number: Result<Decimal, NumberTextError>,
    text: &str,
    style: NumberStyle,
    rule: &str,
) -> Result<T, String> {
    let number = number.map_err(|error| match error {
        NumberTextError::Empty => format!("This is empty: {rule}."),
        NumberTextError::Ambiguous => {
            format!("{} {error}: {}.", quoted(text), one_mark_rule(style))
        }
        NumberTextError::ForeignMark => format!("{} {error}: {}.", quoted(text), own_mark_rule(text, style)),
        _ => format!("{} {error}: {rule}.", quoted(text)),
    })?;
    number.normalize().to_string().parse().map_err(|_| format!("{} doesn’t fit: {rule}.", quoted(text)))
}

/// How decimals are written, shown on a number that has another language's mark.
pub(in crate::app) fn own_mark_rule(text: &str, style: NumberStyle) -> String {
    format!("decimals are written with “{}” here, so write {}", style.decimal(), with_own_mark(text, style))
}

/// How a number is written that can be read in one way only.
pub(in crate::app) fn one_mark_rule(style: NumberStyle) -> String {
    format!("write “{}” before decimal places, and nothing between thousands", style.decimal())
}

/// A number as another style writes it; `None` where the first one reads no such number.
pub(in crate::app) fn restyled(text: &str, is_whole: bool, from: NumberStyle, to: NumberStyle) -> Option<String> {
    let whole = parse_whole(text, from).ok().map(|number| to.whole(number));
    let decimal = || parse_decimal(text, from).ok().map(|number| unlike_thousands(to.plain_decimal(number), to));
    whole.or_else(|| if is_whole { None } else { decimal() })
}

/// How numbers are written, by which what was typed in another style is told.
pub(in crate::app) fn marks(style: NumberStyle) -> String {
    format!("{}{}", style.whole(1_234_567), style.decimal())
}

fn examples(style: NumberStyle) -> String {
    format!("digits, like {}, or 2{}5M or 10k", style.whole(2_500_000), style.decimal())
}
