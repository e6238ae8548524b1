use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Where the years of a file's dates stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Years {
    /// In the dates themselves.
    InDates,
    /// In the column of that place, counted from 0, beside a column of months.
    Column(usize),
}

impl Years {
    /// The date of a row: the cell of its date, with the year behind it where that stands in a cell of its own.
    pub(in crate::history) fn date<'a>(
        self,
        date: Cow<'a, str>,
        cell: impl FnOnce(usize) -> Option<Cow<'a, str>>,
    ) -> Cow<'a, str> {
        let Self::Column(place) = self else { return date };
        let year = cell(place).unwrap_or_default();
        Cow::Owned(format!("{} {}", date.trim(), year.trim()).trim().to_owned())
    }
}
