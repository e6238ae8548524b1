use rust_decimal::{Decimal, RoundingStrategy};

use crate::pricing::{Money, Price, Reads};

/// How a reader's language writes numbers and US dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    group: char,
    decimal: char,
}

impl NumberStyle {
    /// English as written in the United States: 1,234.56 and $1,234.56.
    pub const ENGLISH: Self = Self { group: ',', decimal: '.' };

    /// The mark between groups of digits.
    #[must_use]
    pub const fn group(self) -> char {
        self.group
    }

    /// The mark before the decimal places.
    #[must_use]
    pub const fn decimal(self) -> char {
        self.decimal
    }

    /// A whole number: `2,000,000`.
    #[must_use]
    pub fn whole(self, number: u64) -> String {
        self.number(&number.to_string())
    }

    /// A count of reads: `2,000,000`.
    #[must_use]
    pub fn reads(self, reads: Reads) -> String {
        self.whole(reads.get())
    }

    /// An amount to the cent, cents left out when there are none: `$42,000`, `$50.01`.
    #[must_use]
    pub fn money(self, money: Money) -> String {
        let rounded = money.to_the_cent().decimal().normalize();
        let places = if rounded.scale() == 0 { 0 } else { 2 };
        self.dollars(rounded, places)
    }

    /// An average price with its cents, and finer where a cent is too coarse: `$21.00`, `$0.84`, `$0.0015`.
    #[must_use]
    pub fn average(self, money: Money) -> String {
        let average = money.decimal().normalize();
        let coarsest_cent = Decimal::new(10, 2);
        if average.scale() > 2 && average < coarsest_cent {
            return self.dollars(average, average.scale());
        }
        self.dollars(average.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero), 2)
    }

    /// An amount with all its decimal places: `$50.005`, `$42,000`.
    #[must_use]
    pub fn exact(self, money: Money) -> String {
        let amount = money.decimal().normalize();
        self.dollars(amount, if amount.scale() == 0 { 0 } else { amount.scale().max(2) })
    }

    /// A listed price with all its decimal places: `$0.005`, `$42,000`.
    #[must_use]
    pub fn price(self, price: Price) -> String {
        self.exact(price.into())
    }

    /// A share of a whole, where 1 is all of it: `4%`, `0.5%`, `under 0.1%`, and `200×` from ten times on.
    ///
    /// What is nearly full doesn't read as full, nor what is barely over: parts round down, excess rounds up.
    #[must_use]
    pub fn share(self, ratio: Decimal) -> String {
        let (whole, ten) = (Decimal::ONE, Decimal::TEN);
        if ratio >= ten {
            return format!("{}×", self.decimal_number(ratio.floor()));
        }
        let percent = ratio * Decimal::ONE_HUNDRED;
        let rounding = if ratio > whole { RoundingStrategy::AwayFromZero } else { RoundingStrategy::ToZero };
        let rounded = percent.round_dp_with_strategy(u32::from(percent < ten), rounding).normalize();
        if rounded.is_zero() && !ratio.is_zero() {
            return format!("under {}%", self.decimal_number(Decimal::new(1, 1)));
        }
        format!("{}%", self.decimal_number(rounded))
    }

    fn dollars(self, amount: Decimal, places: u32) -> String {
        let mut size = amount.abs();
        size.rescale(places);
        let sign = if amount.is_sign_negative() && !amount.is_zero() { "−" } else { "" };
        format!("{sign}${}", self.decimal_number(size))
    }

    fn decimal_number(self, number: Decimal) -> String {
        self.number(&number.to_string())
    }

    /// Groups the digits of a plain decimal number such as `1234.5`.
    fn number(self, plain: &str) -> String {
        let (whole, fraction) =
            plain.split_once('.').map_or((plain, None), |(whole, fraction)| (whole, Some(fraction)));
        let mut text = String::with_capacity(plain.len() * 4 / 3 + 1);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                text.push(self.group);
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: NumberStyle = NumberStyle::ENGLISH;

    fn money(text: &str) -> Money {
        text.parse::<Price>().expect("a price").into()
    }

    #[test]
    fn whole_numbers_are_grouped_in_threes() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")] {
            assert_eq!(STYLE.whole(number), text);
        }
    }

    #[test]
    fn money_shows_cents_when_there_are_any() {
        for (amount, text) in [
            ("0", "$0"),
            ("42000", "$42,000"),
            ("42000.00", "$42,000"),
            ("50.5", "$50.50"),
            ("50.005", "$50.01"),
            ("0.994", "$0.99"),
        ] {
            assert_eq!(STYLE.money(money(amount)), text);
        }
    }

    #[test]
    fn exact_amounts_keep_their_places() {
        for (amount, text) in [("0.005", "$0.005"), ("50.005", "$50.005"), ("0.1", "$0.10"), ("1234", "$1,234")] {
            assert_eq!(STYLE.exact(money(amount)), text);
        }
    }

    #[test]
    fn averages_are_finer_where_a_cent_is_too_coarse() {
        for (amount, text) in [
            ("21", "$21.00"),
            ("0.84", "$0.84"),
            ("0.0015", "$0.0015"),
            ("33333.333333", "$33,333.33"),
            ("0.105", "$0.11"),
        ] {
            assert_eq!(STYLE.average(money(amount)), text);
        }
    }

    #[test]
    fn shares_never_look_full_when_they_are_not() {
        for (ratio, text) in [
            ("0", "0%"),
            ("0.0001", "under 0.1%"),
            ("0.005", "0.5%"),
            ("0.04", "4%"),
            ("0.9999", "99%"),
            ("1", "100%"),
            ("1.0001", "101%"),
            ("2.5", "250%"),
            ("10", "10×"),
            ("200.9", "200×"),
            ("12345", "12,345×"),
        ] {
            assert_eq!(STYLE.share(ratio.parse().expect("a decimal")), text);
        }
    }
}
