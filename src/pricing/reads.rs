use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use super::number::deserialize_whole;

/// A number of reads: posts returned by the API, the unit of quota. 0 to [`Reads::MAX`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Reads(u64);

impl Reads {
    /// No reads at all.
    pub const ZERO: Self = Self(0);

    /// The most reads that are priced: 10^15, far beyond all posts ever written, and exact in every program.
    pub const MAX: Self = Self(1_000_000_000_000_000);

    /// Checks `count` and wraps it.
    ///
    /// # Errors
    /// [`ReadsError`] when `count` is more than [`Reads::MAX`].
    pub const fn new(count: u64) -> Result<Self, ReadsError> {
        if count <= Self::MAX.0 { Ok(Self(count)) } else { Err(ReadsError::TooMany(count as i128)) }
    }

    /// A number of the price books, which the build script has checked.
    pub(crate) const fn checked_at_build(count: u64) -> Self {
        Self(count)
    }

    /// The number itself.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// `count` reads more, at most [`Reads::MAX`].
    pub(crate) fn forward(self, count: u64) -> Self {
        Self(self.0.saturating_add(count)).min(Self::MAX)
    }

    /// One read less, at least none.
    pub(super) const fn back_one(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// How many reads of `self` are left over when `cap` of them are served.
    #[must_use]
    pub const fn beyond(self, cap: Self) -> Self {
        Self(self.0.saturating_sub(cap.0))
    }
}

/// Why a number is no count of reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReadsError {
    /// More than [`Reads::MAX`].
    #[error("{0} is too many reads: at most {max} (10^15) can be priced", max = Reads::MAX)]
    TooMany(i128),
    /// Below zero.
    #[error("{0} is negative: reads are 0 or more")]
    Negative(i128),
}

impl TryFrom<i128> for Reads {
    type Error = ReadsError;

    fn try_from(count: i128) -> Result<Self, Self::Error> {
        if count < 0 {
            return Err(ReadsError::Negative(count));
        }
        u64::try_from(count).map_err(|_| ReadsError::TooMany(count)).and_then(Self::new)
    }
}

impl fmt::Display for Reads {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<'de> Deserialize<'de> for Reads {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_whole(deserializer)
    }
}
