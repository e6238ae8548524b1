use crate::pricing::Fit;

/// Why no tier serves some reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTier {
    /// Only tiers without a public price might.
    NoPublicPrice,
    /// Every tier stops short of the reads.
    OverCaps,
    /// Every tier is closed to what the reads are for.
    NotOpen,
}

impl NoTier {
    /// What is in the way of the tier that comes nearest; without any tier, none is open.
    #[must_use]
    pub const fn of(nearest: Option<Fit>) -> Self {
        match nearest {
            Some(Fit::NoPublicPrice) => Self::NoPublicPrice,
            Some(Fit::OverCap { .. }) => Self::OverCaps,
            Some(Fit::NotEligible | Fit::Fits) | None => Self::NotOpen,
        }
    }

    /// The reason in a few words.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::NoPublicPrice => "no public price",
            Self::OverCaps => "over every cap",
            Self::NotOpen => "no tier is open to it",
        }
    }
}
