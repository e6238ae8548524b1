use super::column_words::{has_any, names_author, names_date};

/// Words of dates on which something was read.
const READ: [&str; 22] = [
    "retrieved",
    "retrieval",
    "collected",
    "fetched",
    "downloaded",
    "accessed",
    "crawled",
    "scraped",
    "harvested",
    "requested",
    "queried",
    "pulled",
    "read",
    "abgerufen",
    "gelesen",
    "erhoben",
    "récupéré",
    "consulté",
    "recuperado",
    "consultado",
    "leído",
    "coletado",
];

/// Words of the last time of something, which is the same for all rows.
const LAST: [&str; 4] = ["last", "latest", "letzter", "letzte"];

/// Words that tell a date from a count, which may be called like it: `retrieved_at`.
const AT: [&str; 2] = ["at", "on"];

/// Words of where a span of time begins.
const START: [&str; 11] =
    ["start", "starts", "begin", "begins", "from", "since", "von", "ab", "début", "inicio", "desde"];

/// Words of where one ends.
const END: [&str; 12] = ["end", "ends", "until", "till", "to", "through", "bis", "ende", "fin", "hasta", "até", "à"];

/// What the dates of a column are, by its name. What is sooner taken for the dates of the rows comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DateName {
    /// Those of whoever wrote a post.
    Author,
    /// Those on which something ends.
    End,
    /// The name doesn't say.
    Open,
    /// Any dates, or those on which something begins.
    Date,
    /// Those on which something was read.
    Read,
}

impl DateName {
    /// The same beside counts of what was read on each date: when these were asked for is no date of theirs.
    pub(super) const fn beside_counts(self) -> Self {
        match self {
            Self::Read => Self::Open,
            other => other,
        }
    }

    /// What the name says.
    pub(in crate::history) fn of(name: &str) -> Self {
        if has_any(name, &READ) && !has_any(name, &LAST) {
            Self::Read
        } else if names_author(name) {
            Self::Author
        } else if has_any(name, &END) {
            Self::End
        } else if names_date(name) || has_any(name, &START) {
            Self::Date
        } else {
            Self::Open
        }
    }
}

/// Whether a column of that name has dates, even where its cells might be counts.
pub(super) fn names_date_for_sure(name: &str) -> bool {
    names_date(name) || (has_any(name, &READ) && has_any(name, &AT))
}
