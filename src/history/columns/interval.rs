use super::column_words::{has_any, words};
use super::date_word_lists::{DAILY, DAYS, HOURLY, HOURS, MONTHLY, MONTHS, OTHER_INTERVALS, PER, WEEKLY, WEEKS};

/// A stretch of time: the one that a row of a table stands for, or the one that a column counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Interval {
    /// None: a row is of a moment.
    Moment,
    Hour,
    Day,
    Week,
    Month,
    /// A longer or a shorter one.
    Other,
}

impl Interval {
    /// The one in each of which so many came, by the name of a column that says so, as in `tweets_per_day`, `posts/day` or
    /// `daily tweets`; `None` where it has none. That is a count where rows are as long, or else an average.
    pub(super) fn of(name: &str) -> Option<Self> {
        let adverbs = [(Self::Hour, &HOURLY[..]), (Self::Day, &DAILY), (Self::Week, &WEEKLY), (Self::Month, &MONTHLY)];
        let named = adverbs.into_iter().find(|(_, known)| has_any(name, known));
        named.map(|(interval, _)| interval).or_else(|| Self::at_the_end_of(name))
    }

    /// The one that a name ends with: `per day`.
    fn at_the_end_of(name: &str) -> Option<Self> {
        let words = words(name);
        let [.., before, last] = words.as_slice() else { return None };
        let is_behind_slash = || name.rsplit_once('/').is_some_and(|(_, behind)| behind.trim().to_lowercase() == *last);
        let is_by = PER.contains(&before.as_str()) || is_behind_slash();
        let intervals = [
            (Self::Hour, &HOURS[..]),
            (Self::Day, &DAYS),
            (Self::Week, &WEEKS),
            (Self::Month, &MONTHS),
            (Self::Other, &OTHER_INTERVALS),
        ];
        let found = intervals.into_iter().find(|(_, known)| is_by && known.contains(&last.as_str()));
        found.map(|(interval, _)| interval)
    }
}
