use std::fmt;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{ExchangeRate, OtherCosts, PriceLevel};
use crate::pricing::{AmountTooLarge, Money, Price, exact};
use crate::project::funder::Percent;

/// An exact amount in the currency of a budget, which is another than US dollars when the researcher says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

impl Amount {
    /// Nothing to pay.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The number itself, without trailing zeros.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// What dollars come to at a rate, exactly.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when it has more digits than can be kept exactly.
    pub fn exchanged(dollars: Money, rate: ExchangeRate) -> Result<Self, AmountTooLarge> {
        Self(dollars.decimal()).times(rate.decimal())
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

    /// `percent` percent of `self`, exactly.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when it has more digits than can be kept exactly.
    pub fn percent(self, percent: Percent) -> Result<Self, AmountTooLarge> {
        self.times((percent.decimal() / Decimal::ONE_HUNDRED).normalize())
    }

    /// What prices of the first year that come to this have risen by at a price level, exactly.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when it has more digits than can be kept exactly.
    pub fn rise(self, level: PriceLevel) -> Result<Self, AmountTooLarge> {
        self.times(level.rise())
    }

    /// `self × factor`, exactly.
    pub(super) fn times(self, factor: Decimal) -> Result<Self, AmountTooLarge> {
        exact::product(self.0, factor).map(Self)
    }

    /// The amount as it is stated: rounded half up to so many decimal places.
    #[must_use]
    pub fn stated(self, places: u32) -> Self {
        Self(self.0.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize())
    }

    /// The number with exactly so many decimal places, for exports: `10854`, `120.50`.
    #[must_use]
    pub fn to_text(self, places: u32) -> String {
        let mut number = self.0;
        number.rescale(places);
        number.to_string()
    }

    /// How many steps of `size`, which isn't 0, it takes to reach the amount.
    pub(super) fn steps_of(self, size: Price) -> Result<u64, AmountTooLarge> {
        let steps = self.0.checked_div(size.decimal()).and_then(|steps| steps.ceil().to_u64());
        steps.ok_or(AmountTooLarge)
    }
}

impl From<Price> for Amount {
    fn from(price: Price) -> Self {
        Self(price.decimal())
    }
}

impl From<OtherCosts> for Amount {
    fn from(costs: OtherCosts) -> Self {
        Self(costs.decimal())
    }
}

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Self(money.decimal())
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
