use serde::{Deserialize, Serialize};

/// The stretch of time that a volume is given for.
///
/// A year has 365 days and a month is a twelfth of it: 730 hours, 30 5/12 days. The read cap is a monthly one, so every
/// volume is turned into reads a month by this rule before it is priced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Period {
    /// An hour: 730 of them make a month.
    Hour,
    /// A day: 30 5/12 of them make a month.
    Day,
    /// A week: 4 29/84 of them make a month.
    Week,
    /// A month.
    #[default]
    Month,
    /// A year: 12 months.
    Year,
}

impl Period {
    /// Every period, shortest first.
    pub const ALL: [Self; 5] = [Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year];

    /// The period of this [`Period::id`].
    ///
    /// ```
    /// use quota_calculator::pricing::Period;
    ///
    /// assert_eq!(Period::by_id("week"), Some(Period::Week));
    /// assert_eq!(Period::by_id("a week"), None);
    /// ```
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.id() == id)
    }

    /// The name in links and files, which is also the word in English.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The word with its article: "an hour", "a month".
    #[must_use]
    pub const fn with_article(self) -> &'static str {
        match self {
            Self::Hour => "an hour",
            Self::Day => "a day",
            Self::Week => "a week",
            Self::Month => "a month",
            Self::Year => "a year",
        }
    }

    /// How many of this period make a month, as a fraction (numerator, denominator).
    pub(super) const fn per_month(self) -> (u64, u64) {
        match self {
            Self::Hour => (730, 1),
            Self::Day => (365, 12),
            Self::Week => (365, 84),
            Self::Month => (1, 1),
            Self::Year => (1, 12),
        }
    }
}
