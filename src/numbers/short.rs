//! Numbers for the axes of charts: as short as they can be without being another number.

use rust_decimal::prelude::ToPrimitive;

use super::NumberStyle;
use crate::pricing::Money;

/// The suffixes of short numbers with what they stand for, largest first.
const SUFFIXES: [(u64, &str); 4] = [(1_000_000_000_000, "T"), (1_000_000_000, "B"), (1_000_000, "M"), (1_000, "K")];

impl NumberStyle {
    /// A whole number in its short form where that is the same number, and in full otherwise: `10M`, `2.5K`, `10,001`.
    ///
    /// ```
    /// use quota_calculator::numbers::NumberStyle;
    ///
    /// assert_eq!(NumberStyle::ENGLISH.short_whole(2_500_000), "2.5M");
    /// assert_eq!(NumberStyle::ENGLISH.short_whole(2_500_001), "2,500,001");
    /// ```
    #[must_use]
    pub fn short_whole(self, number: u64) -> String {
        let (whole, rest) = self.shorten(number);
        self.whole(whole) + &rest
    }

    /// An amount as [`NumberStyle::money`] states it, whole dollars in their short form where they have one: `$42K`, `$1M`,
    /// `$0.50`, `$1,234,567`.
    #[must_use]
    pub fn short_money(self, money: Money) -> String {
        let stated = money.to_the_cent();
        let dollars = stated.decimal().to_u64().filter(|dollars| stated == Money::of_dollars(*dollars));
        let Some(dollars) = dollars else { return self.money(money) };
        let (whole, rest) = self.shorten(dollars);
        // Wherever the style writes the sign of dollars: the suffix belongs to the number.
        let mut text = self.money(Money::of_dollars(whole));
        if let Some(last) = text.rfind(|c: char| c.is_ascii_digit()) {
            text.insert_str(last + 1, &rest);
        }
        text
    }

    /// The whole part of a number in its short form, and what follows: 2 and `.5M`.
    fn shorten(self, number: u64) -> (u64, String) {
        let Some((unit, suffix)) = SUFFIXES.into_iter().find(|(unit, _)| number >= *unit) else {
            return (number, String::new());
        };
        let hundredths = number % unit / (unit / 100);
        if !number.is_multiple_of(unit / 100) {
            return (number, String::new());
        }
        let fraction = match (hundredths / 10, hundredths % 10) {
            (0, 0) => String::new(),
            (tenths, 0) => format!("{}{tenths}", self.decimal()),
            _ => format!("{}{hundredths:02}", self.decimal()),
        };
        (number / unit, fraction + suffix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::parse_whole;
    use crate::pricing::Price;

    const STYLE: NumberStyle = NumberStyle::ENGLISH;

    #[test]
    fn numbers_are_short_only_where_they_stay_the_same() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1K"),
            (1_500, "1.5K"),
            (1_050, "1.05K"),
            (1_250, "1.25K"),
            (1_005, "1,005"),
            (10_001, "10,001"),
            (999_990, "999.99K"),
            (999_999, "999,999"),
            (200_000_000, "200M"),
            (3_000_000_000, "3B"),
            (1_000_000_000_000_000, "1,000T"),
        ] {
            assert_eq!(STYLE.short_whole(number), text);
        }
        for number in (0..2_000_000).step_by(1_250) {
            assert_eq!(parse_whole(&STYLE.short_whole(number), STYLE), Ok(number));
        }
    }

    #[test]
    fn money_is_short_only_where_it_stays_the_same() {
        for (amount, text) in [
            ("0", "$0"),
            ("0.01", "$0.01"),
            ("0.004", "$0"),
            ("0.1", "$0.10"),
            ("100", "$100"),
            ("42000", "$42K"),
            ("2520000", "$2.52M"),
            ("1234567", "$1,234,567"),
            ("1000.5", "$1,000.50"),
            ("1000000000000", "$1T"),
        ] {
            let money = Money::from(amount.parse::<Price>().expect("a price"));
            assert_eq!(STYLE.short_money(money), text);
        }
    }
}
