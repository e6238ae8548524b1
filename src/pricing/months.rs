use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use super::number::deserialize_whole;

/// A number of months, 1 to [`Months::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Months(u8);

impl Months {
    /// Twelve months.
    pub const YEAR: Self = Self(12);

    /// The longest estimate: ten years.
    pub const MAX: Self = Self(120);

    /// Checks a number of months.
    ///
    /// # Errors
    /// [`MonthsError`] when it is 0, or above [`Months::MAX`].
    pub const fn new(months: u8) -> Result<Self, MonthsError> {
        if months == 0 || months > Self::MAX.0 {
            return Err(MonthsError { count: months as i128 });
        }
        Ok(Self(months))
    }

    /// A number of the price books, which the build script has checked.
    #[allow(dead_code, reason = "used as soon as a price book has a known term")]
    pub(crate) const fn checked_at_build(months: u8) -> Self {
        Self(months)
    }

    /// The number itself.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Why a number is no count of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{count} months can't be priced: use 1 to {max}", max = Months::MAX)]
pub struct MonthsError {
    count: i128,
}

impl TryFrom<i128> for Months {
    type Error = MonthsError;

    fn try_from(count: i128) -> Result<Self, Self::Error> {
        u8::try_from(count).map_or(Err(MonthsError { count }), Self::new)
    }
}

impl fmt::Display for Months {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<'de> Deserialize<'de> for Months {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_whole(deserializer)
    }
}
