//! Money as whole numbers, so that schedules are compared exactly and fast.

use super::line::Amount;
use crate::pricing::{AmountTooLarge, Money};

/// The unit of an [`Amount`]: a fraction of a dollar so small that every amount of a project is a whole number of units.
///
/// The lowest digits of an amount hold no money: they count the months that are paid, and then add up their places, so that
/// of equally dear schedules the one that pays fewer months is the lesser, and then the one that pays them earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Units {
    places: u32,
}

/// The binary digits below those of money.
const ORDER_DIGITS: u32 = 23;

/// The binary digits below those that count months.
const PLACE_DIGITS: u32 = 15;

impl Units {
    /// The most that one month may come to, so that the sum of all months is still kept exactly.
    const MOST: Amount = Amount::MAX >> 10;

    /// Units in which each of `amounts` is whole.
    pub(super) fn for_all(amounts: impl IntoIterator<Item = Money>) -> Self {
        let places = amounts.into_iter().map(|amount| amount.decimal().normalize().scale()).max();
        Self { places: places.unwrap_or_default() }
    }

    /// `money` in units.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when a schedule of such months couldn't be compared exactly.
    pub(super) fn amount(self, money: Money) -> Result<Amount, AmountTooLarge> {
        let decimal = money.decimal().normalize();
        let missing = self.places.checked_sub(decimal.scale()).ok_or(AmountTooLarge)?;
        let factor = Amount::checked_pow(10, missing).and_then(|factor| factor.checked_mul(1 << ORDER_DIGITS));
        let amount = factor.and_then(|factor| decimal.mantissa().checked_mul(factor));
        amount.filter(|amount| amount.abs() <= Self::MOST).ok_or(AmountTooLarge)
    }

    /// The money of an amount; what is less than a unit is left out.
    pub(super) fn money(self, amount: Amount) -> Option<Money> {
        Money::of_parts(amount >> ORDER_DIGITS, self.places)
    }

    /// `amount`, once it is known to leave room for the sum of all months.
    pub(super) fn checked(amount: Option<Amount>) -> Result<Amount, AmountTooLarge> {
        amount.filter(|amount| (-Self::MOST..=Self::MOST).contains(amount)).ok_or(AmountTooLarge)
    }
}

/// What paying the month at `place` adds to an amount, beside its money.
pub(super) fn order(place: usize) -> Amount {
    (1 << PLACE_DIGITS) + Amount::try_from(place).unwrap_or(Amount::MAX >> 64)
}
