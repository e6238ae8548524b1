use rust_decimal::Decimal;

use crate::pricing::decimal::{Rule, read_and_write_decimal};

/// A percentage that a budget adds: inflation a year, contingency, indirect costs. 0 to 200, with at most 4 decimal places;
/// negotiated rates of indirect costs may exceed 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(Decimal);

impl Percent {
    /// Nothing is added.
    pub const ZERO: Self = Self(Decimal::ZERO);

    const RULE: Rule = Rule {
        lowest: Decimal::ZERO,
        highest: Decimal::from_parts(200, 0, 0, false, 0),
        places: 4,
        words: "a percentage: write 0 to 200 in digits, like 12.5, with at most 4 decimal places",
    };

    /// A percentage of the funder profiles, which the build script has checked: the parts of `mantissa / 10^scale` percent.
    pub(crate) const fn checked_at_build(low: u32, scale: u32) -> Self {
        Self(Decimal::from_parts(low, 0, 0, false, scale))
    }

    /// The number itself.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

read_and_write_decimal!(Percent, deserialize_factor);
