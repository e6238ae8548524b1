//! The words beside a number as people write and paste it: `10k reads`, `2.5M posts a month`, `10k/day`.

use crate::pricing::Period;

/// What stands before `posts` or `reads`, or else all of the text.
pub(in crate::app) fn without_unit(text: &str) -> &str {
    let (before, word) = split_word(text);
    if is_any(word, &["posts", "reads", "post", "read"]) { before } else { text }
}

/// What stands before `period`, or else all of the text, which then is no number if it names another one.
pub(super) fn without_period(text: &str, period: Period) -> &str {
    split_period(text).filter(|(_, named)| *named == period).map_or(text, |(before, _)| before)
}

/// The period that a text ends with, and what stands before it: `a month`, `per day`, `/year`, `weekly`. Without a word or
/// mark before it a period may be on the way to another word, so it is none.
pub(super) fn split_period(text: &str) -> Option<(&str, Period)> {
    let (before, word) = split_word(text);
    let adverb = if is_any(word, &["daily"]) { "day" } else { word.strip_suffix("ly").unwrap_or_default() };
    let named = |name| Period::ALL.into_iter().find(|period| is_any(name, &[period.name()]));
    if let Some(period) = named(adverb) {
        return Some((before, period));
    }
    let number = match split_word(before) {
        (before, "") => before.strip_suffix('/')?,
        (before, joint) => Some(before).filter(|_| is_any(joint, &["a", "an", "per"]))?,
    };
    Some((number, named(word)?))
}

/// Splits the last word off, which is empty where there is none.
fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim_end();
    text.split_at(text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len())
}

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}
