use rust_decimal::{Decimal, RoundingStrategy};

use crate::pricing::{Money, Posts, Price, Reads};

use super::sample::{Grouping, NumberSample, Sign};

/// How a reader's language writes numbers, US dollars and percentages.
///
/// One pair of marks serves all of them, those of its money. Some languages write money with other marks than counts
/// (English in Germany: US$1,234.50 but 1.234 posts); side by side on one page nobody could read these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    group: char,
    decimal: char,
    grouping: Grouping,
    groups_four_digits: bool,
    dollar: Sign,
    percent: Sign,
}

impl NumberStyle {
    /// English as written in the United States: 1,234.56 and $1,234.56 and 50%.
    pub const ENGLISH: Self = Self {
        group: ',',
        decimal: '.',
        grouping: Grouping::Thousands,
        groups_four_digits: true,
        dollar: Sign { text: "$", leads: true, space: None },
        percent: Sign { text: "%", leads: false, space: None },
    };

    /// How languages write the sign of US dollars. Where one writes it in another way, the first is used.
    const DOLLARS: [&str; 5] = ["US$", "$", "USD", "$US", "$\u{a0}US"];

    /// Reads a style off three numbers in Latin digits, as the browser's `Intl` writes them: `currency` is 1234567.5 US
    /// dollars with cents, `whole` is 1234, and `percent` is 0.5 as a percentage.
    ///
    /// `None` when they are other numbers, or written in a way that no style has.
    ///
    /// ```
    /// use quota_calculator::numbers::NumberStyle;
    ///
    /// let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").unwrap();
    /// assert_eq!(german.whole(2_500_000), "2.500.000");
    /// assert_eq!(german.price("1234.5".parse().unwrap()), "1.234,50\u{a0}$");
    /// assert_eq!(NumberStyle::from_samples("१२,३४,५६७.५० $", "१,२३४", "५०%"), None);
    /// ```
    #[must_use]
    pub fn from_samples(currency: &str, whole: &str, percent: &str) -> Option<Self> {
        let currency = NumberSample::new(currency)?;
        let percent = NumberSample::new(percent).filter(|percent| percent.number() == "50")?;
        let (group, decimal, grouping) = currency.marks()?;
        Some(Self {
            group,
            decimal,
            grouping,
            groups_four_digits: NumberSample::new(whole)?.groups_four_digits()?,
            dollar: currency.sign(&Self::DOLLARS)?,
            percent: percent.sign(&["%"])?,
        })
    }

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

    /// A count of posts: `2,000,000`.
    #[must_use]
    pub fn posts(self, posts: Posts) -> String {
        self.whole(posts.get())
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

    /// How to write the amounts of a column: all with their cents where one of them has any, else all without, so that they can be
    /// compared at a glance.
    pub fn money_column(self, amounts: impl IntoIterator<Item = Money>) -> impl Fn(Money) -> String {
        let has_cents = |amount: Money| amount.to_the_cent().decimal().normalize().scale() > 0;
        let places = if amounts.into_iter().any(has_cents) { 2 } else { 0 };
        move |amount| self.dollars(amount.to_the_cent().decimal(), places)
    }

    /// An average price with its cents, finer where a cent is too coarse, and without them from a million on: `$21.00`,
    /// `$0.0015`, `$42,000,000`.
    #[must_use]
    pub fn average(self, money: Money) -> String {
        let average = money.decimal().normalize();
        let coarsest_cent = Decimal::new(10, 2);
        if average.scale() > 2 && average < coarsest_cent {
            return self.dollars(average, average.scale());
        }
        let rounded = |places| average.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        let places = if rounded(2) < Decimal::from(1_000_000) { 2 } else { 0 };
        self.dollars(rounded(places), places)
    }

    /// An amount with all its decimal places: `$50.005`, `$42,000`.
    #[must_use]
    pub fn exact(self, money: Money) -> String {
        self.exact_decimal(money.decimal())
    }

    /// The same of a number of dollars.
    pub(crate) fn exact_decimal(self, dollars: Decimal) -> String {
        let amount = dollars.normalize();
        self.dollars(amount, places_of_amount(amount))
    }

    /// A number with the decimal places that it has: `1,234.50`, `−7`.
    pub(crate) fn grouped(self, number: Decimal) -> String {
        signed(number, self.decimal_number(number.abs()))
    }

    /// A listed price with all its decimal places: `$0.005`, `$42,000`.
    #[must_use]
    pub fn price(self, price: Price) -> String {
        self.exact(price.into())
    }

    /// A price as one types it into a field, without sign and group marks: `0.005`, `42000`, `50.50`.
    #[must_use]
    pub fn plain_price(self, price: Price) -> String {
        self.plain_amount(price.decimal())
    }

    /// An amount of money in the same way.
    #[must_use]
    pub fn plain_amount(self, amount: Decimal) -> String {
        let mut amount = amount.normalize();
        amount.rescale(places_of_amount(amount));
        self.plain(amount)
    }

    /// A number as one types it into a field, without group marks: `2.5`, `-10`, `1000`.
    #[must_use]
    pub fn plain_decimal(self, number: Decimal) -> String {
        self.plain(number.normalize())
    }

    /// A percentage with all its decimal places, where 1 is a hundredth: `5%`, `−2.5%`.
    #[must_use]
    pub fn percent(self, percent: Decimal) -> String {
        signed(percent, self.percent.beside(&self.decimal_number(percent.abs().normalize())))
    }

    /// A share of a whole, where 1 is all of it: `4%`, `0.5%`, `under 0.1%`, and `200×` from ten times on.
    ///
    /// What is nearly full doesn't read as full, nor what is barely over: parts round down, excess rounds up.
    #[must_use]
    pub fn share(self, ratio: Decimal) -> String {
        let (whole, ten) = (Decimal::ONE, Decimal::TEN);
        let rounding = if ratio > whole { RoundingStrategy::AwayFromZero } else { RoundingStrategy::ToZero };
        if ratio >= ten {
            return self.decimal_number(ratio.round_dp_with_strategy(0, rounding)) + "×";
        }
        let percent = ratio * Decimal::ONE_HUNDRED;
        let rounded = percent.round_dp_with_strategy(u32::from(percent < ten), rounding).normalize();
        if rounded.is_zero() && !ratio.is_zero() {
            return format!("under {}", self.percent(Decimal::new(1, 1)));
        }
        self.percent(rounded)
    }

    /// How many times something is: `5`, `about 2.9`, and from ten on in whole numbers: `about 15`.
    #[must_use]
    pub fn times(self, ratio: Decimal) -> String {
        let places = u32::from(ratio < Decimal::TEN);
        let rounded = ratio.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize();
        let about = if rounded == ratio { "" } else { "about " };
        about.to_owned() + &self.decimal_number(rounded)
    }

    fn dollars(self, amount: Decimal, places: u32) -> String {
        let mut size = amount.abs();
        size.rescale(places);
        signed(amount, self.dollar.beside(&self.decimal_number(size)))
    }

    fn decimal_number(self, number: Decimal) -> String {
        self.number(&number.to_string())
    }

    /// Groups the digits of a plain decimal number such as `1234.5`.
    fn number(self, plain: &str) -> String {
        let (whole, fraction) =
            plain.split_once('.').map_or((plain, None), |(whole, fraction)| (whole, Some(fraction)));
        let mut text = String::with_capacity(plain.len() * 2);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && self.groups_before(whole.len() - index, whole.len()) {
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

    /// Whether a group mark stands before the last `rest` of `all` digits.
    const fn groups_before(self, rest: usize, all: usize) -> bool {
        let ends_group = match self.grouping {
            Grouping::Thousands => rest.is_multiple_of(3),
            Grouping::Indian => rest >= 3 && !rest.is_multiple_of(2),
        };
        ends_group && (all > 4 || self.groups_four_digits)
    }

    fn plain(self, number: Decimal) -> String {
        number.to_string().replace('.', self.decimal.encode_utf8(&mut [0; 4]))
    }
}

/// How many decimal places an amount without trailing zeros is written with: its own, but cents in full.
const fn places_of_amount(amount: Decimal) -> u32 {
    match amount.scale() {
        0 => 0,
        1 => 2,
        scale => scale,
    }
}

/// What is written of a number's size, with a minus in front of it when the number is below zero.
fn signed(number: Decimal, size: String) -> String {
    if number.is_sign_negative() && !number.is_zero() { format!("−{size}") } else { size }
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
    fn averages_are_as_fine_as_they_are_small() {
        for (amount, text) in [
            ("21", "$21.00"),
            ("0.84", "$0.84"),
            ("0.0015", "$0.0015"),
            ("33333.333333", "$33,333.33"),
            ("0.105", "$0.11"),
            ("999999.994", "$999,999.99"),
            ("999999.995", "$1,000,000"),
            ("17857142.857143", "$17,857,143"),
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
            ("10.0001", "11×"),
            ("200", "200×"),
            ("200.1", "201×"),
            ("12345", "12,345×"),
        ] {
            assert_eq!(STYLE.share(ratio.parse().expect("a decimal")), text);
        }
    }
}
