//! Money as whole numbers, so that schedules are compared exactly and fast.

use super::line::Amount;
use crate::pricing::{AmountTooLarge, Money};
use rust_decimal::Decimal;

/// The unit of an [`Amount`]: a fraction of a dollar so small that every amount of a project is a whole number of units.
///
/// The lowest digits of an amount hold no money: they count the months that are paid, and then add up their places, so that
/// of equally dear schedules the one that pays fewer months is the lesser, and then the one that pays them earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Units {
    places: u32,
    /// The binary digits below all others, which are 0 in every amount that is paid: prices of a read that only serve to
    /// compare are finer than money.
    spare: u32,
}

/// The binary digits below those of money.
const ORDER_DIGITS: u32 = 23;

/// The binary digits below those that count months.
const PLACE_DIGITS: u32 = 15;

/// The most binary digits below both.
const MOST_SPARE: u32 = 24;

/// The leading binary digits that the amounts of a month leave free for sums of them.
const ROOM: u32 = 16;

impl Units {
    /// The most that one month may come to, so that the sum of all months is still kept exactly.
    const MOST: Amount = Amount::MAX >> 10;

    /// Units in which each of `amounts` is whole.
    pub(super) fn for_all(amounts: impl IntoIterator<Item = Money>) -> Self {
        let amounts: Vec<_> = amounts.into_iter().map(|amount| amount.decimal().normalize()).collect();
        let places = amounts.iter().map(Decimal::scale).max().unwrap_or_default();
        let coarse = Self { places, spare: 0 };
        let most = amounts.iter().map(|amount| coarse.of_decimal(*amount).map_or(Amount::MAX, Amount::abs)).max();
        let room = most.map_or(0, |most| most.leading_zeros().saturating_sub(ROOM));
        Self { places, spare: room.min(MOST_SPARE) }
    }

    /// `money` in units.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when a schedule of such months couldn't be compared exactly.
    pub(super) fn amount(self, money: Money) -> Result<Amount, AmountTooLarge> {
        let amount = self.of_decimal(money.decimal().normalize());
        amount.filter(|amount| amount.abs() <= Self::MOST).ok_or(AmountTooLarge)
    }

    /// The greatest amount of no more money than that; `None` when it is too large to be compared.
    pub(super) fn most(self, money: Money) -> Option<Amount> {
        let whole = money.decimal().trunc_with_scale(self.places).normalize();
        let amount = self.of_decimal(whole).filter(|amount| amount.abs() <= Self::MOST)?;
        Some(amount + (1 << (ORDER_DIGITS + self.spare)) - 1)
    }

    fn of_decimal(self, decimal: Decimal) -> Option<Amount> {
        let missing = self.places.checked_sub(decimal.scale())?;
        let factor = Amount::checked_pow(10, missing)?.checked_mul(1 << (ORDER_DIGITS + self.spare))?;
        decimal.mantissa().checked_mul(factor)
    }

    /// What paying the month at `place` adds to an amount, beside its money.
    pub(super) fn order(self, place: usize) -> Amount {
        ((1 << PLACE_DIGITS) + Amount::try_from(place).unwrap_or(Amount::MAX >> 64)) << self.spare
    }

    /// The same for the months at all these places.
    pub(super) fn orders(self, places: std::ops::Range<usize>) -> Amount {
        places.map(|place| self.order(place)).sum()
    }

    /// The money of an amount; what is less than a unit is left out.
    pub(super) fn money(self, amount: Amount) -> Option<Money> {
        Money::of_parts(amount >> (ORDER_DIGITS + self.spare), self.places)
    }

    /// `amount`, once it is known to leave room for the sum of all months.
    pub(super) fn checked(amount: Option<Amount>) -> Result<Amount, AmountTooLarge> {
        amount.filter(|amount| (-Self::MOST..=Self::MOST).contains(amount)).ok_or(AmountTooLarge)
    }
}
