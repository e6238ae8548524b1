use rust_decimal::{Decimal, RoundingStrategy};

use super::decimal::{Rule, read_and_write_decimal};

/// A price that somebody lists, in US dollars before tax: a fee, or the price of one read.
///
/// 0 to 10^12, with at most 12 decimal places, kept exactly. In files and in the JavaScript API a price is text
/// (`"0.005"`) or a whole number; a binary fraction such as `0.005` is refused, because it isn't the number that it looks
/// like.
///
/// ```
/// use quota_calculator::pricing::Price;
///
/// let price: Price = "0.005".parse().unwrap();
/// assert_eq!(price.to_string(), "0.005");
/// let refused = "-1".parse::<Price>().unwrap_err();
/// assert!(refused.to_string().starts_with("`-1` is not a price: write 0 to 1000000000000"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Price(Decimal);

impl Price {
    /// Free of charge.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The highest price: 10^12 dollars.
    pub const MAX: Self = Self(Self::RULE.highest);

    const RULE: Rule = Rule {
        lowest: Decimal::ZERO,
        highest: Decimal::from_parts(3_567_587_328, 232, 0, false, 0),
        places: 12,
        words: "a price: write 0 to 1000000000000 (10^12) in digits, like 100 or 0.005, with at most 12 decimal places",
    };

    /// A price of the price books, which the build script has checked: the parts of `mantissa / 10^scale` dollars.
    pub(crate) const fn checked_at_build(low: u32, middle: u32, high: u32, scale: u32) -> Self {
        Self(Decimal::from_parts(low, middle, high, false, scale))
    }

    /// A `count`th of the price, cut off to what a price can be; `None` when `count` is 0.
    pub(crate) fn part(self, count: u64) -> Option<Self> {
        let part = self.0.checked_div(count.into())?;
        Some(Self(part.round_dp_with_strategy(Self::RULE.places, RoundingStrategy::ToZero).normalize()))
    }

    /// The price as a decimal number of dollars.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

read_and_write_decimal!(Price, deserialize_price);
