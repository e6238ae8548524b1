use thiserror::Error;

use super::{Period, Reads, ReadsError};

/// Reads per period, known to stay within [`Reads::MAX`] a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Volume {
    reads: Reads,
    period: Period,
    reads_per_month: Reads,
}

impl Volume {
    /// `reads` in every `period`.
    ///
    /// # Errors
    /// [`VolumeError`] when that makes more than [`Reads::MAX`] reads a month.
    pub fn new(reads: Reads, period: Period) -> Result<Self, VolumeError> {
        let (numerator, denominator) = period.per_month();
        let per_month = (u128::from(reads.get()) * u128::from(numerator)).div_ceil(denominator.into());
        let too_many = |_| VolumeError { reads, period };
        let per_month = u64::try_from(per_month).map_err(too_many)?;
        let reads_per_month = Reads::new(per_month).map_err(|_: ReadsError| VolumeError { reads, period })?;
        Ok(Self { reads, period, reads_per_month })
    }

    /// `reads` in every month.
    #[must_use]
    pub const fn monthly(reads: Reads) -> Self {
        Self { reads, period: Period::Month, reads_per_month: reads }
    }

    /// The reads in one [`Volume::period`].
    #[must_use]
    pub const fn reads(self) -> Reads {
        self.reads
    }

    /// The period that [`Volume::reads`] are counted in.
    #[must_use]
    pub const fn period(self) -> Period {
        self.period
    }

    /// The same volume in another period, rounded up to whole reads, at most [`Reads::MAX`].
    #[must_use]
    pub fn reads_in(self, period: Period) -> Reads {
        if period == self.period {
            return self.reads;
        }
        let ((numerator, denominator), (others, parts)) = (self.period.per_month(), period.per_month());
        let count = u128::from(self.reads.get()) * u128::from(numerator) * u128::from(parts);
        let count = count.div_ceil(u128::from(denominator) * u128::from(others));
        u64::try_from(count).ok().and_then(|count| Reads::new(count).ok()).unwrap_or(Reads::MAX)
    }

    /// The same volume as reads a month, rounded up to whole reads, since a part of a read needs a whole one.
    #[must_use]
    pub const fn reads_per_month(self) -> Reads {
        self.reads_per_month
    }
}

/// A volume that makes more reads a month than can be priced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{reads} reads {} are too many: at most {} (10^15) a month can be priced", period.with_article(), Reads::MAX)]
pub struct VolumeError {
    reads: Reads,
    period: Period,
}
