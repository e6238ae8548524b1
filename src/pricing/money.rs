use std::fmt;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

use super::{Discount, Price, exact};

/// An exact amount of US dollars that the engine computed. Negative only where a line lowers a bill.
///
/// Amounts stay exact until a month's total is stated; only then [`Money::to_the_cent`] rounds, once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(Decimal);

impl Money {
    /// Nothing to pay. An unknown price is never this: it is the absence of a `Money`.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The amount in dollars, without trailing zeros.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// `self + other`, exactly.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when the sum has more digits than can be kept exactly.
    pub fn plus(self, other: Self) -> Result<Self, AmountTooLarge> {
        exact::sum(self.0, other.0).map(Self)
    }

    /// `self − other`, exactly.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when the difference has more digits than can be kept exactly.
    pub fn minus(self, other: Self) -> Result<Self, AmountTooLarge> {
        self.plus(Self(-other.0))
    }

    /// `self × count`, exactly.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when the product has more digits than can be kept exactly.
    pub fn times(self, count: u64) -> Result<Self, AmountTooLarge> {
        self.product(count.into())
    }

    /// `discount` percent of `self`, exactly.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when it has more digits than can be kept exactly.
    pub fn percent(self, discount: Discount) -> Result<Self, AmountTooLarge> {
        self.product((discount.decimal() / Decimal::ONE_HUNDRED).normalize())
    }

    fn product(self, factor: Decimal) -> Result<Self, AmountTooLarge> {
        exact::product(self.0, factor).map(Self)
    }

    /// The amount as it is billed: rounded half up to the cent.
    #[must_use]
    pub fn to_the_cent(self) -> Self {
        Self(self.0.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).normalize())
    }

    /// `cents` hundredths of a dollar.
    #[must_use]
    pub fn of_cents(cents: u64) -> Self {
        Self((Decimal::from(cents) / Decimal::ONE_HUNDRED).normalize())
    }

    /// `dollars` whole dollars.
    #[must_use]
    pub fn of_dollars(dollars: u64) -> Self {
        Self(dollars.into())
    }

    /// The amount in whole cents, rounded as it is billed, for drawing: at least 0, and at most what fits.
    #[must_use]
    pub fn cents(self) -> u64 {
        let cents = self.to_the_cent().0.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
        if cents.is_sign_negative() { 0 } else { cents.to_u64().unwrap_or(u64::MAX) }
    }

    /// `units / 10^places` dollars; `None` when that has more digits than can be kept exactly.
    pub(crate) fn of_parts(units: i128, places: u32) -> Option<Self> {
        Decimal::try_from_i128_with_scale(units, places).ok().map(|amount| Self(amount.normalize()))
    }

    /// An equal share of `count`, to the cent, half up; the whole where `count` is 0.
    #[must_use]
    pub fn divided_by(self, count: u64) -> Self {
        Self(self.0.checked_div(count.into()).unwrap_or(self.0)).to_the_cent()
    }

    /// What each of `count` reads adds where all of them add `self`, rounded to a billionth of a dollar, for drawing.
    pub(super) fn spread_over(self, count: u64) -> Self {
        let share = self.0.checked_div(count.into()).unwrap_or_default();
        Self(share.round_dp_with_strategy(9, RoundingStrategy::ToZero).normalize())
    }

    /// What a thousand of `count` reads cost when all of them cost `self`, for reading, not for adding: rounded half up to
    /// a millionth of a dollar. `None` when `count` is 0.
    #[must_use]
    pub fn per_thousand(self, count: u64) -> Option<Self> {
        let share = self.0.checked_div(count.into())?.checked_mul(Decimal::ONE_THOUSAND)?;
        Some(Self(share.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero).normalize()))
    }
}

/// An amount that needs more digits than can be kept exactly (28); it is refused rather than rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the amount is too large to be exact: it needs more than 28 digits; use fewer reads or a lower price")]
pub struct AmountTooLarge;

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
