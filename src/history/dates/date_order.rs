use serde::{Deserialize, Serialize};

/// Which of two numbers of a date, like `03/04/2023`, is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateOrder {
    /// The first: 31/12/2022.
    DayFirst,
    /// The second: 12/31/2022.
    MonthFirst,
}

impl DateOrder {
    /// Both.
    pub const ALL: [Self; 2] = [Self::DayFirst, Self::MonthFirst];

    /// The name in forms.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
        }
    }

    /// What the reader sees of it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::DayFirst => "the day first, as in 31/12/2022",
            Self::MonthFirst => "the month first, as in 12/31/2022",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::DayFirst => Self::MonthFirst,
            Self::MonthFirst => Self::DayFirst,
        }
    }
}
