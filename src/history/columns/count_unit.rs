use super::column_words::{has_any, words};
use super::word_lists::{BILLIONS, MILLIONS, THOUSANDS, ZEROS};

/// What the numbers of a column are given in, where its name says so. They are counted as they are, so whoever reads the count
/// has to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountUnit {
    /// Thousands.
    Thousands,
    /// Millions.
    Millions,
    /// Thousands of millions.
    Billions,
}

impl CountUnit {
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

    /// Its name in sentences.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Thousands => "thousands",
            Self::Millions => "millions",
            Self::Billions => "billions",
        }
    }
}
