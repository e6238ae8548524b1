//! Sums and products that keep every digit or are refused.
//!
//! `rust_decimal` drops decimal places where it can't keep them all; that is how a lost digit shows.

use rust_decimal::Decimal;

use super::AmountTooLarge;

/// `one + other`, without trailing zeros.
pub(crate) fn sum(one: Decimal, other: Decimal) -> Result<Decimal, AmountTooLarge> {
    let places = one.scale().max(other.scale());
    kept(one.checked_add(other), |sum| sum.scale() == places || sum.is_zero())
}

/// `one × other`, without trailing zeros.
pub(crate) fn product(one: Decimal, other: Decimal) -> Result<Decimal, AmountTooLarge> {
    // Nothing but a zero makes one: a product too small for its places looks like one, too.
    let (places, is_zero) = (one.scale() + other.scale(), one.is_zero() || other.is_zero());
    kept(one.checked_mul(other), |product| is_zero || product.scale() == places)
}

/// A result that is exact.
fn kept(result: Option<Decimal>, is_exact: impl FnOnce(&Decimal) -> bool) -> Result<Decimal, AmountTooLarge> {
    result.filter(is_exact).map(|result| result.normalize()).ok_or(AmountTooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(result: Result<Decimal, AmountTooLarge>, expected: Result<&str, AmountTooLarge>) {
        assert_eq!(result.map(|result| result.to_string()), expected.map(str::to_owned));
    }

    #[test]
    fn a_result_keeps_every_digit_or_is_refused() {
        let tiny = Decimal::new(1, 15);
        let large = Decimal::from(7_000_000_000_000_000_u64);
        case(product(tiny, large), Ok("7"));
        case(product(tiny, Decimal::ZERO), Ok("0"));
        case(product(tiny, tiny), Err(AmountTooLarge));
        case(product(large, large), Err(AmountTooLarge));
        case(sum(tiny, large), Err(AmountTooLarge));
        case(sum(tiny, -tiny), Ok("0"));
        case(sum(tiny, Decimal::ZERO), Ok("0.000000000000001"));
        case(sum(Decimal::MAX, Decimal::ONE), Err(AmountTooLarge));
    }
}
