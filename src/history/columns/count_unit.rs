use serde::{Deserialize, Serialize};

use super::column_words::{has_any, words};
use super::word_lists::{BILLIONS, MILLIONS, THOUSANDS, ZEROS};

/// What the numbers of a column may be given in, by its name. They are counted as they are, and whoever reads the count has to know
/// it, unless the reader says that they are in that unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CountUnit {
    /// Thousands.
    Thousands,
    /// Millions.
    Millions,
    /// Thousands of millions.
    Billions,
}

impl CountUnit {
    /// All of them, the smallest first.
    pub const ALL: [Self; 3] = [Self::Thousands, Self::Millions, Self::Billions];

    /// The member of this [`CountUnit::label`].
    #[must_use]
    pub fn by_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.label() == label)
    }

    /// How many reads one of them is.
    #[must_use]
    pub const fn size(self) -> u64 {
        match self {
            Self::Thousands => 1_000,
            Self::Millions => 1_000_000,
            Self::Billions => 1_000_000_000,
        }
    }

    /// The unit in a column's name; `None` where there is none, or the name is nothing else.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let words = words(name);
        let by_zeros = match words.iter().filter(|word| ZEROS.contains(&word.as_str())).count() {
            0 => None,
            1 => Some(Self::Thousands),
            2 => Some(Self::Millions),
            _ => Some(Self::Billions),
        };
        let units = [(Self::Thousands, &THOUSANDS[..]), (Self::Millions, &MILLIONS), (Self::Billions, &BILLIONS)];
        let by_word = || units.into_iter().find(|(_, known)| has_any(name, known)).map(|(unit, _)| unit);
        if words.len() > 1 { by_zeros.or_else(by_word) } else { None }
    }

    /// Its name in sentences, forms and files.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Thousands => "thousands",
            Self::Millions => "millions",
            Self::Billions => "billions",
        }
    }
}
