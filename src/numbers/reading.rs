//! Numbers as people type and paste them: `2,500,000`, `2 500 000`, `2.5M`, `10k`, `1e6`, `$0.005`, `12,5 %`.

use std::borrow::Cow;

use rust_decimal::Decimal;
use thiserror::Error;

use super::NumberStyle;
use super::typed::{Kind, TypedNumber};
use crate::text::is_direction_mark;

/// How US dollars are written beside a number, the longer before what they begin or end with.
const DOLLARS: [&str; 6] = ["dollars", "$ US", "US$", "$US", "USD", "$"];

/// How a percentage is marked beside a number.
const PERCENTS: [&str; 2] = ["%", "٪"];

/// Reads a whole number out of typed text, exactly.
///
/// Thousands may be set apart by commas, points, apostrophes, underscores or any kind of space, as long as they group
/// the digits properly; the mark of `style` itself may stand anywhere but where it may be a decimal mark (`1,5`), because a
/// number that was written out is often edited (`2,000,000` to `2,000,0000`). A suffix multiplies: `k`, `M` or `million`, `B`,
/// `bn` or `billion`, and what people write in German, French, Hindi and Japanese: `Mio.`, `millions`, `lakh`, `万`; so does an
/// exponent (`1e6`). A decimal mark that may as well set thousands apart (in English `1.000`, in German `1,000`) is
/// refused rather than guessed at, and so is a group mark that groups nothing (in English `1,5`).
///
/// # Errors
/// [`NumberTextError`] says what in the text isn't a whole number.
pub fn parse_whole(text: &str, style: NumberStyle) -> Result<u64, NumberTextError> {
    let text = plain_marks(text);
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberTextError::Empty);
    }
    let (is_negative, text) = split_minus(text).unwrap_or((false, text));
    if is_negative && text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return Err(NumberTextError::Negative);
    }
    if is_negative {
        return Err(NumberTextError::NotANumber);
    }
    TypedNumber::read(text, style, Kind::Whole)?.whole()
}

/// Reads a price, a percentage or a factor out of typed text, exactly: `0.005`, `$1,234.50`, `1.5M`, `12.5%`.
///
/// The sign or code of US dollars or a percent sign may stand before or behind it; a percentage is the number before the
/// sign, 12.5. Suffixes and marks are those of [`parse_whole`], except that the decimal mark of `style` always is one
/// (in English `1.000` is 1). Another language's mark is understood where there is only one way to read it. A group mark
/// of `style` that groups nothing may be a slip as well as another language's decimal mark (in English `0,5`), so it is
/// refused. A number below zero is read as such; whether it may be is for the caller to say.
///
/// # Errors
/// [`NumberTextError`] says what in the text isn't a number, or that it is more than 10^15 or finer than 12 decimal
/// places.
///
/// ```
/// use quota_calculator::numbers::{NumberStyle, NumberTextError, parse_decimal};
///
/// let read = |text| parse_decimal(text, NumberStyle::ENGLISH).map(|number| number.to_string());
/// assert_eq!(read("US$ 1,234.50").unwrap(), "1234.5");
/// assert_eq!(read("1.234,50 $").unwrap(), "1234.5");
/// assert_eq!(read("0,5"), Err(NumberTextError::ForeignMark));
/// ```
pub fn parse_decimal(text: &str, style: NumberStyle) -> Result<Decimal, NumberTextError> {
    parse(text, style, Kind::Decimal)
}

/// Reads a sum of dollars as [`parse_decimal`] does, except that three decimal places are refused where they may be thousands:
/// English `50.000` is fifty dollars, or fifty thousand as others write them.
///
/// # Errors
/// Those of [`parse_decimal`], and [`NumberTextError::Ambiguous`] for such a sum.
#[cfg(feature = "page")]
pub(crate) fn parse_amount(text: &str, style: NumberStyle) -> Result<Decimal, NumberTextError> {
    parse(text, style, Kind::Amount)
}

fn parse(text: &str, style: NumberStyle, kind: Kind) -> Result<Decimal, NumberTextError> {
    let text = plain_marks(text);
    let mut rest = text.trim();
    if rest.is_empty() {
        return Err(NumberTextError::Empty);
    }
    let (mut minus, mut dollar, mut percent) = (None, false, false);
    // The minus stands on either side of the sign: -$5, $-5. And some write both sign and code: $5 USD.
    loop {
        let free = !dollar && !percent;
        if let (None, Some((is_negative, behind))) = (minus, split_minus(rest)) {
            (minus, rest) = (Some(is_negative), behind);
        } else if let Some(behind) = behind_any(rest, &DOLLARS).filter(|_| free) {
            (dollar, rest) = (true, behind);
        } else if let Some(behind) = behind_any(rest, &PERCENTS).filter(|_| free) {
            (percent, rest) = (true, behind);
        } else {
            break;
        }
    }
    if let Some(before) = before_any(rest, &DOLLARS).filter(|_| !percent) {
        rest = before;
    } else if let Some(before) = before_any(rest, &PERCENTS).filter(|_| !dollar && !percent) {
        rest = before;
    }
    let number = TypedNumber::read(rest, style, kind)?.decimal()?;
    Ok(if minus == Some(true) && !number.is_zero() { -number } else { number })
}

/// Why a text is no number, or not the kind of number it should be, to be read after the text: "abc" is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberTextError {
    /// Nothing but space.
    #[error("is empty")]
    Empty,
    /// No number, or one with misplaced marks.
    #[error("is not a number")]
    NotANumber,
    /// Below zero, where whole numbers are read.
    #[error("is negative")]
    Negative,
    /// Not whole, where whole numbers are read.
    #[error("is not a whole number")]
    NotWhole,
    /// A mark that may be meant as a decimal mark or as a thousands mark.
    #[error("can be read in two ways")]
    Ambiguous,
    /// The mark for thousands where it groups nothing, so that it can only be meant as a decimal mark or be a slip.
    #[error("has the decimal mark of another language")]
    ForeignMark,
    /// Whole numbers: more than 64 bits hold. Decimal numbers: more than 10^15.
    #[error("is too large")]
    TooLarge,
    /// Finer than decimal numbers are read.
    #[error("has more than 12 decimal places")]
    TooManyPlaces,
}

/// A text that is refused for [`NumberTextError::ForeignMark`], with the decimal mark of `style`: in English `0.92` for
/// `0,92`.
#[cfg(feature = "page")]
pub(crate) fn with_own_mark(text: &str, style: NumberStyle) -> String {
    plain_marks(text).trim().replace(style.group(), &style.decimal().to_string())
}

/// The usual character for each that looks like it: one kind of space, of apostrophe and of minus, and the narrow form
/// of the wide digits and marks that Chinese and Japanese keyboards type.
pub(super) fn plain_mark(c: char) -> char {
    match c {
        '’' => '\'',
        '−' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// The text with usual marks only, and without direction marks.
fn plain_marks(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|&c| !is_direction_mark(c)).map(plain_mark).collect())
}

/// Splits a plus or minus off the front: whether it is a minus, and what stands behind it.
fn split_minus(text: &str) -> Option<(bool, &str)> {
    let behind = text.strip_prefix(['+', '-'])?;
    Some((text.starts_with('-'), behind.trim_start()))
}

/// What stands behind one of `signs`, if the text begins with one, however its letters are cased.
fn behind_any<'a>(text: &'a str, signs: &[&str]) -> Option<&'a str> {
    signs.iter().find_map(|sign| {
        let (start, behind) = text.split_at_checked(sign.len())?;
        start.eq_ignore_ascii_case(sign).then(|| behind.trim_start())
    })
}

/// What stands before one of `signs`, if the text ends with one, however its letters are cased.
pub(crate) fn before_any<'a>(text: &'a str, signs: &[&str]) -> Option<&'a str> {
    signs.iter().find_map(|sign| {
        let (before, end) = text.split_at_checked(text.len().checked_sub(sign.len())?)?;
        end.eq_ignore_ascii_case(sign).then(|| before.trim_end())
    })
}

#[cfg(test)]
mod tests {
    use super::NumberTextError::{
        Ambiguous, Empty, ForeignMark, Negative, NotANumber, NotWhole, TooLarge, TooManyPlaces,
    };
    use super::*;

    const ENGLISH: NumberStyle = NumberStyle::ENGLISH;

    fn german() -> NumberStyle {
        style("1.234.567,50\u{a0}$", "1.234")
    }

    fn french() -> NumberStyle {
        style("1\u{202f}234\u{202f}567,50\u{a0}$US", "1\u{202f}234")
    }

    fn swiss() -> NumberStyle {
        style("$\u{a0}1’234’567.50", "1’234")
    }

    fn indian() -> NumberStyle {
        style("$12,34,567.50", "1,234")
    }

    fn style(currency: &str, whole: &str) -> NumberStyle {
        NumberStyle::from_samples(currency, whole, "50%").expect("a style")
    }

    #[track_caller]
    fn whole(style: NumberStyle, text: &str, expected: Result<u64, NumberTextError>) {
        assert_eq!(parse_whole(text, style), expected, "{text:?}");
    }

    #[track_caller]
    fn decimal(style: NumberStyle, text: &str, expected: Result<&str, NumberTextError>) {
        let read = parse_decimal(text, style).map(|number| number.to_string());
        assert_eq!(read.as_deref().map_err(|error| *error), expected, "{text:?}");
    }

    #[test]
    fn numbers_as_people_type_them() {
        for text in
            ["2500000", "2,500,000", "2 500 000", "2\u{202f}500\u{a0}000", "2'500'000", "2_500_000", "2.500.000"]
        {
            for style in [ENGLISH, german(), french(), swiss(), indian()] {
                whole(style, text, Ok(2_500_000));
            }
        }
        for text in ["2.5M", "2.5m", "2,5M", "2.5 million", "2.50 mn", "2500k", "25e5", "2.5e6", "+2.5E+6", "2'500k"] {
            for style in [ENGLISH, german(), french(), swiss(), indian()] {
                whole(style, text, Ok(2_500_000));
            }
        }
        for text in [
            "2,5 Mio",
            "2,5 Mio.",
            "2.500 Tsd.",
            "2,5 millions",
            "0,0025 Mrd",
            "25 lakh",
            "0,25 crore",
            "250万",
            "0,025億",
        ] {
            whole(german(), text, Ok(2_500_000));
        }
        whole(ENGLISH, "2,500K", Ok(2_500_000));
        whole(ENGLISH, "10k", Ok(10_000));
        whole(ENGLISH, " 7 ", Ok(7));
        whole(ENGLISH, "007", Ok(7));
        whole(ENGLISH, "0", Ok(0));
        whole(ENGLISH, "0k", Ok(0));
        whole(ENGLISH, ".5k", Ok(500));
        whole(ENGLISH, "2.0", Ok(2));
        whole(ENGLISH, "1.000M", Ok(1_000_000));
        whole(ENGLISH, "25,00,000", Ok(2_500_000));
        whole(ENGLISH, "25 00 000", Ok(2_500_000));
        whole(ENGLISH, "1.234.567,0", Ok(1_234_567));
        whole(ENGLISH, "1,234,567.00", Ok(1_234_567));
        whole(ENGLISH, "1B", Ok(1_000_000_000));
        whole(ENGLISH, "18446744073709551615", Ok(u64::MAX));
        whole(ENGLISH, "２，５００，０００", Ok(2_500_000));
        whole(ENGLISH, "\u{200f}2,500,000", Ok(2_500_000));
    }

    #[test]
    fn numbers_in_the_middle_of_being_edited() {
        whole(ENGLISH, "2,000,0000", Ok(20_000_000));
        whole(ENGLISH, "2,00,000", Ok(200_000));
        whole(ENGLISH, "2,0000", Ok(20_000));
        whole(ENGLISH, "2,000,00", Ok(200_000));
        whole(ENGLISH, "2,", Ok(2));
        whole(ENGLISH, "2.", Ok(2));
        whole(ENGLISH, "2,000.", Ok(2_000));
        whole(ENGLISH, "2,000,", Ok(2_000));
        whole(german(), "2.000.0000", Ok(20_000_000));
        whole(german(), "2.000,", Ok(2_000));
        whole(french(), "2\u{202f}000\u{202f}0000", Ok(20_000_000));
        whole(french(), "2 00", Ok(200));
        whole(swiss(), "2'000'0000", Ok(20_000_000));
        whole(indian(), "12,34,5678", Ok(12_345_678));
    }

    #[test]
    fn one_mark_means_what_it_means_in_the_language() {
        for (text, english, german_, french_, swiss_) in [
            ("1,234", Ok(1_234), Err(Ambiguous), Err(Ambiguous), Err(Ambiguous)),
            ("1.234", Err(Ambiguous), Ok(1_234), Err(Ambiguous), Err(Ambiguous)),
            ("1,5k", Ok(1_500), Ok(1_500), Ok(1_500), Ok(1_500)),
            ("1.5k", Ok(1_500), Ok(1_500), Ok(1_500), Ok(1_500)),
            ("1,500k", Ok(1_500_000), Ok(1_500), Ok(1_500), Err(Ambiguous)),
            ("1.500k", Ok(1_500), Ok(1_500_000), Err(Ambiguous), Ok(1_500)),
            ("0,500k", Err(ForeignMark), Ok(500), Ok(500), Ok(500)),
            ("1,5", Err(ForeignMark), Err(NotWhole), Err(NotWhole), Err(NotWhole)),
            ("12,34", Err(ForeignMark), Err(NotWhole), Err(NotWhole), Err(NotWhole)),
            ("2,0", Err(ForeignMark), Ok(2), Ok(2), Ok(2)),
            ("2.0", Ok(2), Err(ForeignMark), Ok(2), Ok(2)),
            ("1.5", Err(NotWhole), Err(ForeignMark), Err(NotWhole), Err(NotWhole)),
            ("10,00", Err(ForeignMark), Ok(10), Ok(10), Ok(10)),
            ("1 234,0", Ok(1_234), Ok(1_234), Ok(1_234), Ok(1_234)),
            ("1'234.0", Ok(1_234), Ok(1_234), Ok(1_234), Ok(1_234)),
            ("1234.567", Err(NotWhole), Ok(1_234_567), Err(NotWhole), Err(NotWhole)),
            ("2 500,000", Err(Ambiguous), Ok(2_500), Ok(2_500), Ok(2_500)),
            ("1,234.000", Ok(1_234), Ok(1_234), Ok(1_234), Ok(1_234)),
        ] {
            whole(ENGLISH, text, english);
            whole(german(), text, german_);
            whole(french(), text, french_);
            whole(swiss(), text, swiss_);
        }
    }

    #[test]
    fn what_is_no_whole_number_says_why() {
        for text in ["", "   ", "\t", "\u{200f}"] {
            whole(ENGLISH, text, Err(Empty));
        }
        for text in [
            "abc", "k", "1 2 3", "1 2,3 4", "1,,000", "1.2.3", "--5", "-", "-k", "1e", "1e-3", "0x10", "5%", "$5",
            "1.000.00", "1.000.", "½", "+",
        ] {
            whole(ENGLISH, text, Err(NotANumber));
        }
        whole(ENGLISH, "-5", Err(Negative));
        whole(ENGLISH, "−5", Err(Negative));
        whole(ENGLISH, "- 5", Err(Negative));
        whole(ENGLISH, "-.5k", Err(Negative));
        whole(german(), "-,5k", Err(Negative));
        whole(ENGLISH, "0.5", Err(NotWhole));
        whole(ENGLISH, "1.2345k", Err(NotWhole));
        whole(ENGLISH, "0.001", Err(NotWhole));
        whole(german(), "0,001", Err(NotWhole));
        whole(ENGLISH, "1.000", Err(Ambiguous));
        whole(ENGLISH, "1e999", Err(TooLarge));
        whole(ENGLISH, "1e99999999999", Err(TooLarge));
        whole(ENGLISH, "18446744073709551616", Err(TooLarge));
    }

    #[test]
    fn prices_as_people_type_them() {
        for text in [
            "1234.5",
            "$1234.5",
            "$1,234.50",
            "US$1,234.50",
            "US$ 1,234.50",
            "USD 1234.50",
            "usd1234.5",
            "1234.50 USD",
            "$1,234.50 USD",
            "1,234.50 US$",
            "1.234,50 $",
            "1\u{202f}234,50\u{a0}$US",
            "1 234,50 $\u{a0}US",
            "$\u{a0}1’234.50",
            "\u{200f}1,234.50\u{a0}\u{200f}$",
            "+1,234.5",
            "+$1234.5",
            "$+1234.5",
            "1.2345k",
            "$1.2345K",
            "1.2345 k$",
            "1,234.500000000000000",
            "＄１，２３４．５",
        ] {
            for style in [ENGLISH, french(), swiss(), indian()] {
                decimal(style, text, Ok("1234.5"));
            }
        }
        for text in ["12.5", "12.5%", "12.5 %", "12.5\u{a0}%", "%12.5", "% 12.5", "12.5٪", "12.5\u{200e}%\u{200e}"] {
            decimal(ENGLISH, text, Ok("12.5"));
        }
        for text in ["0", "0.0", "$0", "-0", "−0.00", "0k", "0%", "0e99"] {
            decimal(ENGLISH, text, Ok("0"));
        }
        for text in ["-5", "−5", "-$5", "$-5", "- $ 5", "US$ −5", "-5%", "-5 USD", "%-5"] {
            decimal(ENGLISH, text, Ok("-5"));
        }
        decimal(ENGLISH, ".005", Ok("0.005"));
        decimal(ENGLISH, "5.", Ok("5"));
        decimal(ENGLISH, "42k", Ok("42000"));
        decimal(ENGLISH, "1.5M", Ok("1500000"));
        decimal(ENGLISH, "2.5 billion", Ok("2500000000"));
    }

    /// Three decimal places of dollars may be thousands in another language, and dollars have cents.
    #[cfg(feature = "page")]
    #[test]
    fn a_sum_of_dollars_is_never_a_thousandth_of_what_was_meant() {
        for (text, english, german_) in [
            ("50.000", Err(Ambiguous), Ok("50000")),
            ("50,000", Ok("50000"), Err(Ambiguous)),
            ("$1.125", Err(Ambiguous), Ok("1125")),
            ("50.0000", Ok("50"), Err(ForeignMark)),
            ("50.00", Ok("50"), Err(ForeignMark)),
            ("0.005", Ok("0.005"), Err(ForeignMark)),
            ("1234.567", Ok("1234.567"), Err(ForeignMark)),
            ("1,234.567", Ok("1234.567"), Ok("1234.567")),
            ("1.500k", Ok("1500"), Ok("1500000")),
        ] {
            for (style, expected) in [(ENGLISH, english), (german(), german_)] {
                let read = parse_amount(text, style).map(|number| number.normalize().to_string());
                assert_eq!(read, expected.map(str::to_owned), "{text} {style:?}");
            }
        }
    }

    #[test]
    fn a_decimal_mark_is_never_guessed() {
        for (text, english, german_, french_, swiss_) in [
            ("0.005", Ok("0.005"), Err(ForeignMark), Ok("0.005"), Ok("0.005")),
            ("0,005", Err(ForeignMark), Ok("0.005"), Ok("0.005"), Ok("0.005")),
            ("0,5", Err(ForeignMark), Ok("0.5"), Ok("0.5"), Ok("0.5")),
            ("0.5", Ok("0.5"), Err(ForeignMark), Ok("0.5"), Ok("0.5")),
            ("1.000", Ok("1"), Ok("1000"), Err(Ambiguous), Ok("1")),
            ("1,000", Ok("1000"), Ok("1"), Ok("1"), Err(Ambiguous)),
            ("1.23", Ok("1.23"), Err(ForeignMark), Ok("1.23"), Ok("1.23")),
            ("1234.567", Ok("1234.567"), Err(ForeignMark), Ok("1234.567"), Ok("1234.567")),
            ("1,5k", Ok("1500"), Ok("1500"), Ok("1500"), Ok("1500")),
            ("1.500k", Ok("1500"), Ok("1500000"), Err(Ambiguous), Ok("1500")),
            ("1.000.000", Ok("1000000"), Ok("1000000"), Ok("1000000"), Ok("1000000")),
            ("1,234.567", Ok("1234.567"), Ok("1234.567"), Ok("1234.567"), Ok("1234.567")),
            ("1.234,567", Ok("1234.567"), Ok("1234.567"), Ok("1234.567"), Ok("1234.567")),
            ("1 234,567", Err(Ambiguous), Ok("1234.567"), Ok("1234.567"), Ok("1234.567")),
            ("1'234.567", Ok("1234.567"), Err(Ambiguous), Ok("1234.567"), Ok("1234.567")),
            ("1 234,56", Ok("1234.56"), Ok("1234.56"), Ok("1234.56"), Ok("1234.56")),
            ("1'234", Ok("1234"), Ok("1234"), Ok("1234"), Ok("1234")),
            ("1 234", Ok("1234"), Ok("1234"), Ok("1234"), Ok("1234")),
        ] {
            decimal(ENGLISH, text, english);
            decimal(indian(), text, english);
            decimal(german(), text, german_);
            decimal(french(), text, french_);
            decimal(swiss(), text, swiss_);
        }
    }

    #[test]
    fn what_is_no_decimal_number_says_why() {
        for text in ["", "  ", "\u{a0}"] {
            decimal(ENGLISH, text, Err(Empty));
        }
        for text in [
            "$", "US$", "%", "-", "abc", "k", "€5", "5€", "5 EUR", "$$5", "5%%", "%5%", "$5%", "5%$", "%5$", "--5",
            "+-5", "5-", "1.5.", "1.2.3", "1,,000", "1.23,456", "1 2 3", "1e-3", "1/2", "5$5", "NaN", "inf",
        ] {
            decimal(ENGLISH, text, Err(NotANumber));
        }
        for text in ["1000000000000001", "1000000000000000.000000000001", "1000001B", "1e16", "1e99999999999"] {
            decimal(ENGLISH, text, Err(TooLarge));
        }
        for text in ["0.0000000000001", "5.1234567890123", "1.2345678901234567k"] {
            decimal(ENGLISH, text, Err(TooManyPlaces));
        }
        let long = "9".repeat(5_000);
        decimal(ENGLISH, &long, Err(TooLarge));
        decimal(ENGLISH, &format!("0.{long}"), Err(TooManyPlaces));
    }

    #[test]
    fn the_bounds_themselves_are_read() {
        decimal(ENGLISH, "1000000000000000", Ok("1000000000000000"));
        decimal(ENGLISH, "1000000B", Ok("1000000000000000"));
        decimal(ENGLISH, "-1e15", Ok("-1000000000000000"));
        decimal(ENGLISH, "999999999999999.999999999999", Ok("999999999999999.999999999999"));
        decimal(ENGLISH, "0.000000000001", Ok("0.000000000001"));
        decimal(ENGLISH, "1.234567890123456k", Ok("1234.567890123456"));
        decimal(ENGLISH, "0000000000000000000000000000000005", Ok("5"));
    }
}
