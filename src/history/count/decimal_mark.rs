use serde::{Deserialize, Serialize};

use crate::numbers::NumberStyle;

/// Which mark stands before decimal places in a column of numbers; the other one, if any, sets thousands apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DecimalMark {
    /// 1,234.5
    Point,
    /// 1.234,5
    Comma,
}

impl DecimalMark {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// The member of this [`DecimalMark::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.id() == id)
    }

    /// The name in forms.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }

    /// What the reader sees of it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Point => "1,234.5 or 1 234.5",
            Self::Comma => "1.234,5 or 1 234,5",
        }
    }

    /// How numbers are written with it.
    #[must_use]
    pub fn style(self) -> NumberStyle {
        let comma = || NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%");
        match self {
            Self::Point => NumberStyle::ENGLISH,
            Self::Comma => comma().unwrap_or(NumberStyle::ENGLISH),
        }
    }
}
