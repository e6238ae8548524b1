//! Sums and products that keep every digit or are refused.
//!
//! `rust_decimal` drops decimal places where it can't keep them all; that is how a lost digit shows.

use rust_decimal::Decimal;

use super::AmountTooLarge;

/// `one + other`, without trailing zeros.
pub(crate) fn sum(one: Decimal, other: Decimal) -> Result<Decimal, AmountTooLarge> {
    kept(one.checked_add(other), one.scale().max(other.scale()))
}

/// `one × other`, without trailing zeros.
pub(crate) fn product(one: Decimal, other: Decimal) -> Result<Decimal, AmountTooLarge> {
    kept(one.checked_mul(other), one.scale() + other.scale())
}

/// A result that has as many decimal places as it should.
fn kept(result: Option<Decimal>, places: u32) -> Result<Decimal, AmountTooLarge> {
    let exact = result.filter(|result| result.scale() == places || result.is_zero());
    exact.map(|result| result.normalize()).ok_or(AmountTooLarge)
}
