use rust_decimal::Decimal;

use super::decimal::{Rule, read_and_write_decimal};

/// A percentage off the sum of a tier's charges: 0 to 100, with at most 4 decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Discount(Decimal);

impl Discount {
    /// No discount.
    pub const NONE: Self = Self(Decimal::ZERO);

    const RULE: Rule = Rule {
        lowest: Decimal::ZERO,
        highest: Decimal::ONE_HUNDRED,
        places: 4,
        words: "a discount: write 0 to 100 percent in digits, like 12.5, with at most 4 decimal places",
    };

    /// A discount of the price books, which the build script has checked: the parts of `mantissa / 10^scale` percent.
    pub(crate) const fn checked_at_build(low: u32, scale: u32) -> Self {
        Self(Decimal::from_parts(low, 0, 0, false, scale))
    }

    /// The number itself.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

impl Default for Discount {
    fn default() -> Self {
        Self::NONE
    }
}

read_and_write_decimal!(Discount, deserialize_factor);
