use rust_decimal::Decimal;

use crate::pricing::decimal::{Rule, read_and_write_decimal};

/// How many units of a currency one US dollar buys: 0.0000000001 to 10,000,000, with at most 10 decimal places, kept exactly.
///
/// It is the researcher's figure: the calculator knows no exchange rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExchangeRate(Decimal);

impl ExchangeRate {
    /// Dollars for dollars.
    pub const ONE: Self = Self(Decimal::ONE);

    const RULE: Rule = Rule {
        lowest: Decimal::from_parts(1, 0, 0, false, 10),
        highest: Decimal::from_parts(10_000_000, 0, 0, false, 0),
        places: 10,
        words: "an exchange rate: write what one US dollar buys, 0.0000000001 to 10000000 in digits, like 0.92, with at \
                most 10 decimal places",
    };

    /// The number itself.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

read_and_write_decimal!(ExchangeRate, deserialize_price);
