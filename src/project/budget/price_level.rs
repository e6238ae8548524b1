use rust_decimal::{Decimal, RoundingStrategy};

use crate::pricing::AmountTooLarge;
use crate::project::funder::Percent;

/// What inflation makes of a price of the first budget year: 1 in that year, and for each year after it the level before
/// times 1 + the percentage, rounded half up to [`PriceLevel::PLACES`] decimal places.
///
/// It is rounded because a power has more digits than can be kept, and so that a spreadsheet comes to the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PriceLevel(Decimal);

impl PriceLevel {
    /// The level of the first year.
    pub const FIRST: Self = Self(Decimal::ONE);

    /// The decimal places that are kept.
    pub const PLACES: u32 = 10;

    /// The level of the next year.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when it can't be computed.
    pub fn next(self, percent: Percent) -> Result<Self, AmountTooLarge> {
        let factor = Decimal::ONE + percent.decimal() / Decimal::ONE_HUNDRED;
        let level = self.0.checked_mul(factor).ok_or(AmountTooLarge)?;
        Ok(Self(level.round_dp_with_strategy(Self::PLACES, RoundingStrategy::MidpointAwayFromZero).normalize()))
    }

    /// The number itself.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// By how much of itself a price of the first year has risen.
    pub(super) fn rise(self) -> Decimal {
        (self.0 - Decimal::ONE).normalize()
    }
}
