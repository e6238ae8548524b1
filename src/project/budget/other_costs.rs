use rust_decimal::Decimal;

use crate::pricing::Price;
use crate::pricing::decimal::{Rule, read_and_write_decimal};

/// The direct costs of an application's year that aren't for access, in the currency of the budget: 0 to 10^12, with at most
/// 4 decimal places, kept exactly.
///
/// They are no part of the budget. A funder's limits on direct costs count them with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OtherCosts(Decimal);

impl OtherCosts {
    /// Access is all that is asked for.
    pub const ZERO: Self = Self(Decimal::ZERO);

    const RULE: Rule = Rule {
        lowest: Decimal::ZERO,
        highest: Price::MAX.decimal(),
        places: 4,
        words: "an amount of other costs: write 0 to 1000000000000 (10^12) in digits, like 180000, with at most 4 decimal \
                places",
    };

    /// The number itself.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

read_and_write_decimal!(OtherCosts, deserialize_price);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_costs_have_bounds() {
        for text in ["0", "180000", "0.0001", "1000000000000"] {
            assert_eq!(text.parse::<OtherCosts>().map(|costs| costs.to_string()).as_deref(), Ok(text));
        }
        for text in ["", "-1", "1000000000000.0001", "0.00001", "1e6", "180,000"] {
            assert!(text.parse::<OtherCosts>().is_err(), "{text}");
        }
    }
}
