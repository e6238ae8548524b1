use rust_decimal::Decimal;

use super::decimal::{Rule, read_and_write_decimal};

/// How much a volume grows each month, in percent of the month before: -100 to 1,000, with at most 4 decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Growth(Decimal);

impl Growth {
    /// A volume that stays the same.
    pub const NONE: Self = Self(Decimal::ZERO);

    const RULE: Rule = Rule {
        lowest: Decimal::from_parts(100, 0, 0, true, 0),
        highest: Decimal::ONE_THOUSAND,
        places: 4,
        words: "a growth: write -100 to 1000 percent a month in digits, like 2.5, with at most 4 decimal places",
    };

    /// The number itself.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

impl Default for Growth {
    fn default() -> Self {
        Self::NONE
    }
}

read_and_write_decimal!(Growth, deserialize_factor);
