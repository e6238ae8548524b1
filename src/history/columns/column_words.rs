//! What the name of a column says of what stands in it. What all names together say of the rows is in [`super::row_words`].

use super::count_name::CountName;
use super::date_word_lists::{COUNTED_BY, DAILY, DATES, DATES_OF_WRITING, HOURS, MONTHS, WEEKLY, WEEKS, YEARS};
use super::interval::Interval;
use super::word_lists::{
    ACCOUNTS, ALLOWED, AUFRUFE, AUTHORS, AVERAGES, BOUNDS, COUNTS, GIVEN, KEYS, LEFT, LIKES, LOGGED, MADE_OF_POSTS,
    NO_COUNTS, POST, POSTS, READ, REQUESTS, REST, RUNNING, RUNNING_PAIRS, SUCCESSFUL, USAGE, USED,
};

/// The lower-case words of a name: `createdAt` and `created_at` alike.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for letter in name.chars() {
        let begins = letter.is_uppercase() && was_lower;
        if begins || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        was_lower = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a name has one of these words. Japanese sets no words apart, so its words may stand anywhere.
pub(super) fn has_any(name: &str, known: &[&str]) -> bool {
    let stands_anywhere = |word: &&&str| word.starts_with(|letter| letter >= 'ぁ');
    words(name).iter().any(|word| known.contains(&word.as_str()))
        || known.iter().filter(stands_anywhere).any(|word| name.contains(word))
}

/// Whether a column of that name has dates.
pub(super) fn names_date(name: &str) -> bool {
    has_any(name, &DATES) && Interval::of(name).is_none()
}

/// Whether a column of that name has years.
pub(super) fn names_year(name: &str) -> bool {
    has_any(name, &YEARS) && Interval::of(name).is_none()
}

/// Whether a column of that name has months.
pub(super) fn names_month(name: &str) -> bool {
    has_any(name, &MONTHS) && Interval::of(name).is_none()
}

/// Whether a column of that name has weeks, be it by one of their days.
pub(super) fn names_week(name: &str) -> bool {
    has_any(name, &WEEKS) || has_any(name, &WEEKLY)
}

/// Whether a column of that name says which hour it is.
pub(super) fn names_hour(name: &str) -> bool {
    has_any(name, &HOURS) && Interval::of(name).is_none()
}

/// Whether a column of dates has those on which posts were written.
pub(super) fn names_writing(name: &str) -> bool {
    has_any(name, &DATES_OF_WRITING)
}

/// Whether a column is one of a log of requests, by its name.
pub(super) fn names_logged(name: &str) -> bool {
    has_any(name, &LOGGED)
}

/// Whether a column of that name says that it has what was read, or what came to a good end.
pub(super) fn names_read(name: &str) -> bool {
    has_any(name, &READ) || has_any(name, &SUCCESSFUL)
}

/// Whether a column of that name has posts, rather than others or something that it doesn't say.
pub(super) fn names_posts(name: &str) -> bool {
    has_any(name, &POSTS) || names_post_count(name)
}

/// Whether a column of that name has other numbers.
pub(super) fn names_other_number(name: &str) -> bool {
    names_no_count(name) || (names_of_post(name) && CountName::of(name).is_none())
}

/// Whether a name is of numbers that are no counts of reads, whatever else it says.
pub(super) fn names_no_count(name: &str) -> bool {
    has_any(name, &NO_COUNTS)
        || names_average(name)
        || ((has_any(name, &KEYS) || names_id(name)) && !names_count_by_time(name))
        || names_running_total(name)
        || names_left(name)
        || names_allowed(name)
        || names_given_by_others(name)
}

/// Whether a column of that name counts what came in each stretch of time: `day_count`, `per_day`.
fn names_count_by_time(name: &str) -> bool {
    Interval::of(name).is_some()
        || matches!(words(name).as_slice(), [time, count] if COUNTED_BY.contains(&time.as_str()) && count == "count")
}

/// Whether a column of that name has what others gave, rather than what was read: `likes received`.
fn names_given_by_others(name: &str) -> bool {
    has_any(name, &GIVEN) && names_made_of_posts(name)
}

/// Whether a column of that name has averages, whatever the stretches of time are.
pub(super) fn names_average(name: &str) -> bool {
    has_any(name, &AVERAGES)
}

/// Whether a column of that name has what runs on from row to row. Whether its numbers do is asked in [`super::running_total`].
pub(super) fn names_running_total(name: &str) -> bool {
    let words = words(name);
    let is_pair = |pair: &[String]| RUNNING_PAIRS.iter().any(|known| pair == known);
    has_any(name, &RUNNING) || words.windows(2).any(is_pair)
}

/// Whether a column of that name has keys or parts of dates, and speaks of nothing that is counted.
pub(super) fn names_key(name: &str) -> bool {
    let is_counted = || [&POSTS[..], &READ, &REQUESTS, &USED].iter().any(|known| has_any(name, known));
    names_id(name) || (has_any(name, &KEYS) && !is_counted())
}

/// Whether a column of that name has ids.
pub(super) fn names_id(name: &str) -> bool {
    // Japanese sets no space before it.
    has_any(name, &["id", "ids"])
        || name.trim_end().strip_suffix("ID").is_some_and(|before| before.ends_with(|c| c >= 'ぁ'))
}

/// Whether a column of that name has the first or the last of several things.
pub(super) fn names_bound(name: &str) -> bool {
    has_any(name, &BOUNDS)
}

/// Whether a column of that name has how often a post was seen, where each row is one. In a log it would have calls.
pub(super) fn names_views(name: &str) -> bool {
    has_any(name, &[AUFRUFE])
}

/// Whether a column of that name has what is left of an allowance.
pub(super) fn names_left(name: &str) -> bool {
    has_any(name, &LEFT) || (has_any(name, &[REST]) && !has_any(name, &REQUESTS))
}

/// Whether a column of that name has what is allowed.
pub(super) fn names_allowed(name: &str) -> bool {
    let is_usage = words(name).last().is_some_and(|last| USAGE.contains(&last.as_str()));
    has_any(name, &ALLOWED) && !has_any(name, &USED) && !is_usage
}

/// Whether a name speaks of a post or of who wrote it, rather than of reads.
pub(super) fn names_of_post(name: &str) -> bool {
    names_author(name) || names_made_of_posts(name)
}

/// Whether a name speaks of those who write posts.
pub(super) fn names_author(name: &str) -> bool {
    has_any(name, &AUTHORS)
}

/// Whether a name speaks of what others made of a post or an account.
pub(super) fn names_made_of_posts(name: &str) -> bool {
    names_reaction(name) || names_accounts(name)
}

/// Whether a name speaks of what readers made of a post.
pub(super) fn names_reaction(name: &str) -> bool {
    has_any(name, &MADE_OF_POSTS) || has_any(name, &LIKES)
}

/// Whether a name speaks of an account: of who writes posts, or whom they know.
pub(super) fn names_of_account(name: &str) -> bool {
    names_author(name) || names_accounts(name)
}

/// Whether a column of that name counts the accounts that an account knows.
pub(super) fn names_accounts(name: &str) -> bool {
    has_any(name, &ACCOUNTS)
}

/// Whether a name speaks of posts, be it one or several.
pub(super) fn names_post(name: &str) -> bool {
    has_any(name, &POST) || has_any(name, &POSTS)
}

/// Whether a column of that name counts posts, by the words of one: `tweet_count`.
pub(super) fn names_post_count(name: &str) -> bool {
    has_any(name, &POST) && has_any(name, &COUNTS)
}

/// Whether a column of that name says that it has what came on each day.
pub(super) fn names_daily(name: &str) -> bool {
    has_any(name, &DAILY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        for name in ["date", "Date", "created_at", "createdAt", "Usage Date (UTC)", "day"] {
            assert!(names_date(name), "{name}");
        }
    }
}
