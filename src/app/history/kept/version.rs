use std::fmt;

use crate::history::{Coverage, UsageHistory};

/// The versions of kept histories in their order: each has the lines of those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    /// That of a history of which it isn't known how well rows cover it.
    Plain,
    /// That of one of which it is known.
    Covered,
    /// That of one whose first or last month its rows may cover in part.
    Incomplete,
    /// That of one some of whose rows quotation marks left open.
    Quoted,
    /// That of one of which it is known what was counted.
    Counted,
    /// That of one some of whose rows are the same as one before.
    Same,
    /// That of one of which something was taken for granted.
    Assumed,
    /// That of one of which it is known what its reads were for.
    Purpose,
}

impl Version {
    const ALL: [Self; 8] = [
        Self::Plain,
        Self::Covered,
        Self::Incomplete,
        Self::Quoted,
        Self::Counted,
        Self::Same,
        Self::Assumed,
        Self::Purpose,
    ];

    /// The version of that number; `None` for one that isn't known.
    pub(super) fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|version| version.to_string() == text)
    }

    /// The lowest one before [`Version::Purpose`] that has everything that is known of a history.
    pub(super) fn of(history: &UsageHistory) -> Self {
        match history.coverage() {
            None => Self::Plain,
            Some(_) if !history.assumptions().is_empty() => Self::Assumed,
            Some(coverage) if coverage.same > 0 => Self::Same,
            Some(_) if history.source().is_some() => Self::Counted,
            Some(coverage) => Self::of_coverage(coverage),
        }
    }

    /// The lowest one that has how well rows cover a history none of which are the same.
    pub(super) const fn of_coverage(coverage: &Coverage) -> Self {
        if coverage.run_on.rows > 0 {
            Self::Quoted
        } else if coverage.begins.is_some() || coverage.ends.is_some() {
            Self::Incomplete
        } else {
            Self::Covered
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", *self as u8 + 1)
    }
}
