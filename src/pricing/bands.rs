use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bill::Lines;
use super::strict::strict_objects;
use super::{AmountTooLarge, Line, List, Price, Reads};

/// One step of a price that changes with the volume. It holds only its upper bound, so that neighbours can neither overlap nor leave a hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase", deny_unknown_fields, expecting = "a band: an object with unitPrice")]
pub struct Band {
    /// The last read that belongs to the band, itself included; `None` on the last band, which never ends.
    pub up_to: Option<Reads>,
    /// Dollars a read.
    pub unit_price: Price,
    /// Dollars for entering the band, once.
    #[serde(default)]
    pub flat_fee: Price,
}

strict_objects!(Band);

impl Band {
    /// Adds the lines for `reads` priced in this band.
    pub(super) fn bill(&self, reads: Reads, lines: &mut dyn Lines) -> Result<(), AmountTooLarge> {
        if self.flat_fee != Price::ZERO {
            lines.push(Line::BandFee { up_to: self.up_to, fee: self.flat_fee })?;
        }
        if reads > Reads::ZERO {
            lines.push(Line::reads(reads, self.unit_price)?)?;
        }
        Ok(())
    }
}

/// Bands in rising order, the last of them without an end: every volume falls into exactly one.
///
/// ```
/// use quota_calculator::pricing::{Band, Price, Reads, Bands};
///
/// let band = |up_to| Band { up_to, unit_price: Price::ZERO, flat_fee: Price::ZERO };
/// let thousand = Some(Reads::new(1_000)?);
/// assert!(Bands::new(vec![band(thousand), band(None)]).is_ok());
/// let refused = Bands::new(vec![band(thousand), band(thousand), band(None)]).unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "upTo of band 2 is 1000: it must be more than 1000, where the band before it ends"
/// );
/// # Ok::<(), quota_calculator::pricing::ReadsError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "List<Band>", into = "List<Band>")]
pub struct Bands(List<Band>);

impl Bands {
    /// Checks `bands` and wraps them.
    ///
    /// # Errors
    /// [`BandsError`] when there is no band, a bound doesn't rise, a band before the last has no bound, or the last
    /// has one.
    pub fn new(bands: impl Into<List<Band>>) -> Result<Self, BandsError> {
        let bands = bands.into();
        let Some((last, bounded)) = bands.split_last() else { return Err(BandsError::NoBands) };
        if let Some(up_to) = last.up_to {
            return Err(BandsError::LastBandEnds { up_to });
        }
        let mut before = Reads::ZERO;
        for (index, band) in bounded.iter().enumerate() {
            let up_to = band.up_to.ok_or(BandsError::NoBound { index: index + 1 })?;
            if up_to <= before {
                return Err(BandsError::NotRising { index: index + 1, up_to, before });
            }
            before = up_to;
        }
        Ok(Self(bands))
    }

    /// Bands of the price books, which the build script has checked.
    #[allow(dead_code, reason = "used as soon as a price book has such a charge")]
    pub(crate) const fn checked_at_build(bands: &'static [Band]) -> Self {
        Self(List::Borrowed(bands))
    }

    /// The bands, rising.
    #[must_use]
    pub fn list(&self) -> &[Band] {
        &self.0
    }

    /// The bands that `reads` enter, each with the reads that fall into it. The first band is always entered.
    pub(super) fn entered_by(&self, reads: Reads) -> impl Iterator<Item = (&Band, Reads)> {
        let lower_bounds = std::iter::once(Reads::ZERO).chain(self.0.iter().filter_map(|band| band.up_to));
        self.0
            .iter()
            .zip(lower_bounds)
            .take_while(move |(_, above)| *above < reads || *above == Reads::ZERO)
            .map(move |(band, above)| (band, reads.min(band.up_to.unwrap_or(Reads::MAX)).beyond(above)))
    }

    /// The band that a total of `reads` falls into.
    pub(super) fn containing(&self, reads: Reads) -> &Band {
        let index = self.0.partition_point(|band| band.up_to.is_some_and(|up_to| up_to < reads));
        &self.0[index]
    }
}

/// Why bands are no [`Bands`]. Bands are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BandsError {
    /// An empty list.
    #[error("there are no bands: a price in bands has at least one")]
    NoBands,
    /// A band before the last without a bound.
    #[error("upTo of band {index} is missing: only the last band has no end")]
    NoBound {
        /// The band's place.
        index: usize,
    },
    /// A bound that isn't above the one before it.
    #[error("upTo of band {index} is {up_to}: it must be more than {before}, where the band before it ends")]
    NotRising {
        /// The band's place.
        index: usize,
        /// Its bound.
        up_to: Reads,
        /// The bound before it, or 0.
        before: Reads,
    },
    /// A last band with a bound.
    #[error("upTo of the last band is {up_to}: leave it out or say null, because the last band has no end")]
    LastBandEnds {
        /// The bound that shouldn't be there.
        up_to: Reads,
    },
}

impl TryFrom<List<Band>> for Bands {
    type Error = BandsError;

    fn try_from(bands: List<Band>) -> Result<Self, Self::Error> {
        Self::new(bands)
    }
}

impl From<Bands> for List<Band> {
    fn from(bands: Bands) -> Self {
        bands.0
    }
}
