use super::column_words::{has_any, words};

/// Words of hours, days, months and other stretches of time that something is counted by.
const HOURS: [&str; 4] = ["hour", "stunde", "heure", "hora"];
const DAYS: [&str; 6] = ["day", "tag", "jour", "día", "dia", "giorno"];
const MONTHS: [&str; 6] = ["month", "monat", "mois", "mes", "mês", "mese"];
const OTHERS: [&str; 12] =
    ["second", "sec", "minute", "min", "week", "quarter", "year", "sekunde", "woche", "semaine", "semana", "jahr"];

/// Words that say that what stands before them is counted by what stands behind: `per day`.
const PER: [&str; 8] = ["per", "pro", "par", "por", "al", "a", "each", "every"];

/// The stretch of time in each of which so many came, by the name of a column: a count where rows are as long, or else an average.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    Hour,
    Day,
    Month,
    /// A longer or a shorter one.
    Other,
}

impl Stretch {
    /// The stretch that a name ends with, as in `tweets_per_day` or `posts/day`; `None` where it has none.
    pub(in crate::history) fn of(name: &str) -> Option<Self> {
        let words = words(name);
        let [.., before, last] = words.as_slice() else { return None };
        let is_behind_slash = || name.rsplit_once('/').is_some_and(|(_, behind)| behind.trim().to_lowercase() == *last);
        let is_by = PER.contains(&before.as_str()) || is_behind_slash();
        let stretches = [(Self::Hour, &HOURS[..]), (Self::Day, &DAYS), (Self::Month, &MONTHS), (Self::Other, &OTHERS)];
        let found = stretches.into_iter().find(|(_, known)| is_by && known.contains(&last.as_str()));
        found.map(|(stretch, _)| stretch)
    }
}

/// Whether a column of that name says which hour it is.
pub(super) fn names_hour(name: &str) -> bool {
    has_any(name, &HOURS) && Stretch::of(name).is_none()
}
