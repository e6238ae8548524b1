use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

use super::Price;

/// An exact amount of US dollars that the engine computed; never negative.
///
/// Amounts stay exact until a month's total is stated; only then [`Money::to_the_cent`] rounds, once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(Decimal);

impl Money {
    /// Nothing to pay. An unknown price is never this: it is the absence of a `Money`.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The amount in dollars.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// `self + other`, exactly.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when the sum has more digits than can be kept exactly.
    pub fn plus(self, other: Self) -> Result<Self, AmountTooLarge> {
        let scale = self.0.scale().max(other.0.scale());
        exact(self.0.checked_add(other.0), scale)
    }

    /// `self × count`, exactly.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when the product has more digits than can be kept exactly.
    pub fn times(self, count: u64) -> Result<Self, AmountTooLarge> {
        exact(self.0.checked_mul(count.into()), self.0.scale())
    }

    /// The amount as it is billed: rounded half up to the cent.
    #[must_use]
    pub fn to_the_cent(self) -> Self {
        Self(self.0.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }

    /// What one of `count` costs when all of them cost `self`, for reading, not for adding: rounded half up to a
    /// millionth of a dollar. `None` when `count` is 0.
    #[must_use]
    pub fn shared_by(self, count: u64) -> Option<Self> {
        let share = self.0.checked_div(count.into())?;
        Some(Self(share.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero)))
    }
}

/// An amount that needs more digits than can be kept exactly (28); it is refused rather than rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the amount is too large to be exact: it needs more than 28 digits; use fewer reads or a lower price")]
pub struct AmountTooLarge;

/// Accepts a result only if it kept every decimal place: `rust_decimal` drops places instead of failing.
fn exact(result: Option<Decimal>, scale: u32) -> Result<Money, AmountTooLarge> {
    result.filter(|amount| amount.scale() == scale).map(|amount| Money(amount.normalize())).ok_or(AmountTooLarge)
}

impl From<Price> for Money {
    fn from(price: Price) -> Self {
        Self(price.decimal())
    }
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
