use super::column_words::{has_any, words};

/// Words of thousands.
const THOUSANDS: [&str; 11] =
    ["thousand", "thousands", "k", "000", "tsd", "tausend", "milliers", "miles", "milhares", "migliaia", "千"];

/// Words of millions.
const MILLIONS: [&str; 12] =
    ["million", "millions", "m", "mio", "mln", "mn", "millionen", "millones", "milhões", "milioni", "mill", "百万"];

/// Words of billions, in the American sense.
const BILLIONS: [&str; 5] = ["billion", "billions", "bn", "mrd", "milliarden"];

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
        let count = words(name).len();
        let units = [(Self::Thousands, &THOUSANDS[..]), (Self::Millions, &MILLIONS), (Self::Billions, &BILLIONS)];
        units.into_iter().find(|(_, known)| count > 1 && has_any(name, known)).map(|(unit, _)| unit)
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
