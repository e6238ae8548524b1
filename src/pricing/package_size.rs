use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use super::number::deserialize_whole;
use super::{Reads, ReadsError};

/// How many reads a package holds: 1 to [`Reads::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PackageSize(Reads);

impl PackageSize {
    /// A size of the price books, which the build script has checked.
    #[allow(dead_code, reason = "used as soon as a price book has such a charge")]
    pub(crate) const fn checked_at_build(reads: Reads) -> Self {
        Self(reads)
    }

    /// The number of reads.
    #[must_use]
    pub const fn reads(self) -> Reads {
        self.0
    }

    /// How many packages `reads` start.
    #[must_use]
    pub const fn packages_for(self, reads: Reads) -> u64 {
        reads.get().div_ceil(self.0.get())
    }
}

/// Why a number is no [`PackageSize`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PackageSizeError {
    /// A package that holds nothing.
    #[error("0 is not a package size: a package holds at least 1 read")]
    Empty,
    /// Not a number of reads at all.
    #[error(transparent)]
    NotReads(#[from] ReadsError),
}

impl TryFrom<i128> for PackageSize {
    type Error = PackageSizeError;

    fn try_from(count: i128) -> Result<Self, Self::Error> {
        match Reads::try_from(count)? {
            Reads::ZERO => Err(PackageSizeError::Empty),
            reads => Ok(Self(reads)),
        }
    }
}

impl<'de> Deserialize<'de> for PackageSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_whole(deserializer)
    }
}
