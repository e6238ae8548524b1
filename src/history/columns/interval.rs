use super::column_words::words;
use super::date_word_lists::{DAYS, HOURS, MONTHS, OTHER_INTERVALS, PER};

/// A stretch of time: the one that a row of a table stands for, or the one that a column counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Interval {
    /// None: a row is of a moment.
    Moment,
    Hour,
    Day,
    Month,
    /// A longer or a shorter one.
    Other,
}

impl Interval {
    /// The one in each of which so many came, by the name of a column that ends with it, as in `tweets_per_day` or `posts/day`;
    /// `None` where it has none. That is a count where rows are as long, or else an average.
    pub(super) fn of(name: &str) -> Option<Self> {
        let words = words(name);
        let [.., before, last] = words.as_slice() else { return None };
        let is_behind_slash = || name.rsplit_once('/').is_some_and(|(_, behind)| behind.trim().to_lowercase() == *last);
        let is_by = PER.contains(&before.as_str()) || is_behind_slash();
        let intervals =
            [(Self::Hour, &HOURS[..]), (Self::Day, &DAYS), (Self::Month, &MONTHS), (Self::Other, &OTHER_INTERVALS)];
        let found = intervals.into_iter().find(|(_, known)| is_by && known.contains(&last.as_str()));
        found.map(|(interval, _)| interval)
    }
}
