use super::column_words::{has_any, words};

/// Words of thousands.
const THOUSANDS: [&str; 13] = [
    "thousand",
    "thousands",
    "k",
    "1000",
    "1000s",
    "x1000",
    "tsd",
    "tausend",
    "milliers",
    "miles",
    "milhares",
    "migliaia",
    "千",
];

/// Words of millions.
const MILLIONS: [&str; 15] = [
    "1000000",
    "1000000s",
    "x1000000",
    "million",
    "millions",
    "m",
    "mio",
    "mln",
    "mn",
    "millionen",
    "millones",
    "milhões",
    "milioni",
    "mill",
    "百万",
];

/// Words of billions, in the American sense.
const BILLIONS: [&str; 5] = ["billion", "billions", "bn", "mrd", "milliarden"];

/// Three zeros behind a mark that sets thousands apart: `1,000`, `000s`.
const ZEROS: [&str; 2] = ["000", "000s"];

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
