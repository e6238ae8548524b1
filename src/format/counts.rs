//! Numbers of things, in words.

use crate::numbers::NumberStyle;
use crate::pricing::Months;

/// A number of things: `1 month`, `12 months`.
pub(super) fn plural(count: u64, noun: &str, style: NumberStyle) -> String {
    format!("{} {noun}{}", style.whole(count), if count == 1 { "" } else { "s" })
}

/// `1 month`, `12 months`.
#[must_use]
pub fn months_phrase(months: Months) -> String {
    plural(months.get().into(), "month", NumberStyle::ENGLISH)
}

/// All of so many months: `the one month`, `both months`, `all 6 months`.
#[must_use]
pub fn all_months_phrase(count: usize, style: NumberStyle) -> String {
    match count {
        1 => "the one month".to_owned(),
        2 => "both months".to_owned(),
        count => format!("all {}", plural(count as u64, "month", style)),
    }
}
