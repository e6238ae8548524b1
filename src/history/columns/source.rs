use serde::{Deserialize, Serialize};

use super::column_words::names_writing;
use super::count_name::CountName;
use super::count_unit::CountUnit;
use super::date_name::names_reading;
use super::doubt::Doubt;
use super::row_words::{is_of_accounts, is_of_posts, is_of_requests};
use crate::history::{Counting, Format};
use crate::text::plain_text;

/// What the reads of a file are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Each row is one read.
    Rows,
    /// Each row is a post and one read, of the day on which it was written: when it was read isn't known.
    Posts,
    /// A column of numbers.
    Column {
        /// What it is called: plain text in one line.
        name: String,
        /// What the numbers were taken to be given in, by the reader's choice; `None` where each is one read.
        unit: Option<CountUnit>,
    },
}

impl Source {
    /// The most letters of a name.
    const MOST: usize = 200;

    /// What is counted of a table with these columns, the dates of which stand in that place, and whose rows are posts if that is
    /// sure.
    pub(in crate::history) fn new(
        columns: &[String],
        date_column: Option<usize>,
        counting: Counting,
        are_posts: bool,
    ) -> Self {
        let name = |place: usize| columns.get(place).map(String::as_str);
        match counting {
            Counting::Column(place) => Self::column(name(place).unwrap_or_default())
                .unwrap_or_else(|| Self::Column { name: format!("Column {}", place + 1), unit: None }),
            Counting::Rows => {
                let dates = date_column.and_then(name).unwrap_or_default();
                let names = columns.iter().map(String::as_str);
                let may_be_posts =
                    is_of_posts(names.clone()) || (names_writing(dates) && !is_of_accounts(names.clone()));
                let is_of_posts = are_posts || (may_be_posts && !is_of_requests(names));
                let is_by_writing = is_of_posts && !names_reading(dates);
                if is_by_writing { Self::Posts } else { Self::Rows }
            }
        }
    }

    /// What is counted of a file that is read so.
    pub(in crate::history) fn of(format: &Format) -> Self {
        Self::new(
            format.header.as_deref().unwrap_or_default(),
            Some(format.date_column),
            format.counting,
            format.are_posts,
        )
        .in_unit(format.unit)
    }

    /// The column of a name, without what would be more than one line; `None` where nothing is left of it.
    #[must_use]
    pub fn column(name: &str) -> Option<Self> {
        let name: String = plain_text(name).chars().take(Self::MOST).collect();
        let name = name.trim();
        (!name.is_empty()).then(|| Self::Column { name: name.to_owned(), unit: None })
    }

    /// The same with numbers that were taken to be given in a unit, where a column is counted.
    #[must_use]
    pub fn in_unit(self, unit: Option<CountUnit>) -> Self {
        match self {
            Self::Column { name, .. } => Self::Column { name, unit },
            Self::Rows | Self::Posts => self,
        }
    }

    /// What the numbers were taken to be given in, by the reader's choice.
    #[must_use]
    pub const fn unit(&self) -> Option<CountUnit> {
        match self {
            Self::Column { unit, .. } => *unit,
            Self::Rows | Self::Posts => None,
        }
    }

    /// The name of the column that is counted; `None` where rows are.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Column { name, .. } => Some(name),
            Self::Rows | Self::Posts => None,
        }
    }

    fn count_name(&self) -> Option<CountName> {
        self.name().and_then(CountName::of)
    }

    /// Whether what is counted are requests, by the name of their column. Each may return many posts.
    #[must_use]
    pub fn counts_requests(&self) -> bool {
        self.count_name() == Some(CountName::Requests)
    }

    /// What the column may have rather than all that was read, by its name; `None` where the name doesn't say so.
    #[must_use]
    pub fn doubt(&self) -> Option<Doubt> {
        self.name().filter(|name| CountName::of(name) == Some(CountName::Doubtful)).and_then(Doubt::of)
    }

    /// What the numbers may be given in, if the name of the column says so.
    #[must_use]
    pub fn named_unit(&self) -> Option<CountUnit> {
        self.name().and_then(CountUnit::of)
    }
}
