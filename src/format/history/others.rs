//! The columns of numbers that aren't counted, in words.

use super::source::doubt_phrase;
use crate::history::{OtherColumn, PassedOver};
use crate::text::quoted;

/// The most columns that are named one by one.
const MOST_NAMED: usize = 6;

/// Which columns of numbers weren't counted, and why, a sentence each.
pub(super) fn others_sentences(others: &[OtherColumn]) -> Vec<String> {
    let passed_over = passed_over_phrases(others).map(|phrases| format!("Passed over: {phrases}."));
    also_counts_sentence(others).into_iter().chain(passed_over).collect()
}

/// Which columns might have been counted instead; `None` without any.
pub(super) fn also_counts_sentence(others: &[OtherColumn]) -> Option<String> {
    let names = OtherColumn::names_of(others, PassedOver::AlsoCounts);
    let has =
        if names.len() == 1 { "has counts, too, and wasn’t used" } else { "have counts, too, and weren’t used" };
    (!names.is_empty()).then(|| format!("{} {has}.", listed(&names)))
}

/// Which columns can't be reads, and why: `“a” looks like a running total; “b” has numbers that aren’t whole`. `None` without any.
pub(super) fn passed_over_phrases(others: &[OtherColumn]) -> Option<String> {
    let phrases = PassedOver::ALL.into_iter().filter_map(|reason| {
        let names = OtherColumn::names_of(others, reason);
        (!names.is_empty()).then(|| format!("{} {}", listed(&names), reason_phrase(reason, names.len() == 1)))
    });
    let phrases: Vec<_> = phrases.collect();
    (!phrases.is_empty()).then(|| phrases.join("; "))
}

/// Why one column isn't counted, or several aren't, to be read behind their names.
fn reason_phrase(reason: PassedOver, is_one: bool) -> String {
    let (one, several) = match reason {
        PassedOver::AlsoCounts => ("looks like another count", "look like other counts"),
        PassedOver::RunningTotal => ("looks like a running total", "look like running totals"),
        PassedOver::Left => ("looks like what is left of an allowance", "look like what is left of allowances"),
        PassedOver::Allowed => ("looks like a limit", "look like limits"),
        PassedOver::Average => ("looks like an average", "look like averages"),
        PassedOver::NotWhole => ("has numbers that aren’t whole", "have numbers that aren’t whole"),
        PassedOver::BesidePosts => {
            ("belongs to each post, so it is no count of reads", "belong to each post, so they are no counts of reads")
        }
        PassedOver::Doubtful(doubt) => return doubt_phrase(doubt),
        PassedOver::MadeOfPosts => ("looks like a reaction to posts", "look like reactions to posts"),
        PassedOver::OfAccounts => ("looks like a figure of accounts", "look like figures of accounts"),
        PassedOver::TimeZones => ("has time zones", "have time zones"),
        PassedOver::Other => ("looks like a number of something else", "look like numbers of something else"),
    };
    if is_one { one } else { several }.to_owned()
}

/// Names of columns: `“a”, “b” and “c”`.
fn listed(names: &[&str]) -> String {
    let named = |names: &[&str]| names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    match names {
        [] => String::new(),
        [only] => quoted(only),
        [first @ .., last] if names.len() <= MOST_NAMED => format!("{} and {}", named(first), quoted(last)),
        _ => {
            let (first, more) = names.split_at(MOST_NAMED - 1);
            format!("{} and {} more", named(first), more.len())
        }
    }
}
