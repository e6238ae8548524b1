use super::column_words::{has_any, names_author, names_date};
use super::date_word_lists::{AT, DATES_OF_READING, END, LAST_TIME, START};

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
    pub(super) fn of(name: &str) -> Self {
        if has_any(name, &DATES_OF_READING) && !has_any(name, &LAST_TIME) {
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

/// Whether a column of dates has those on which something was read, by its name.
pub(in crate::history) fn names_reading(name: &str) -> bool {
    DateName::of(name) == DateName::Read
}

/// Whether a column of that name has dates, even where its cells might be counts.
pub(super) fn names_date_for_sure(name: &str) -> bool {
    names_date(name) || (has_any(name, &DATES_OF_READING) && has_any(name, &AT))
}
