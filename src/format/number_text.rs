//! Whole numbers as people type them: `2,500,000`, `2 500 000`, `2.5M`, `10k`, `1e6`.

use thiserror::Error;

use super::NumberStyle;

/// Reads a whole number out of typed text, exactly.
///
/// Thousands may be set apart by commas, points, apostrophes, underscores or any kind of space, as long as they group
/// the digits properly; the mark of `style` itself may stand anywhere, because a number that was written out is often
/// edited (`2,000,000` to `2,000,0000`). A suffix multiplies: `k`, `M` or `million`, `B`, `bn` or `billion`; so does an
/// exponent (`1e6`). A decimal point that may as well set thousands apart (`1.000`) is refused rather than guessed at.
///
/// # Errors
/// [`NumberTextError`] says what in the text isn't a whole number.
pub fn parse_whole(text: &str, style: NumberStyle) -> Result<u64, NumberTextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberTextError::Empty);
    }
    let unsigned = text.strip_prefix('+').unwrap_or(text);
    if let Some(rest) = unsigned.strip_prefix(['-', '−'])
        && rest.starts_with(|c: char| c.is_ascii_digit() || c == '.')
    {
        return Err(NumberTextError::Negative);
    }
    let (digits, power) = split_power(unsigned).ok_or(NumberTextError::NotANumber)?;
    if !digits.contains(|c: char| c.is_ascii_digit()) {
        return Err(NumberTextError::NotANumber);
    }
    let (whole, fraction) = split_fraction(digits, style, power > 0)?;
    let whole = join_groups(whole, style).ok_or(NumberTextError::NotANumber)?;
    scale(&whole, fraction, power)
}

/// Why a text is no whole number, to be read after the text: "abc" is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberTextError {
    /// Nothing but space.
    #[error("is empty")]
    Empty,
    /// No number, or one with misplaced marks.
    #[error("is not a number")]
    NotANumber,
    /// Below zero.
    #[error("is negative")]
    Negative,
    /// Not whole.
    #[error("is not a whole number")]
    NotWhole,
    /// A decimal point that may be meant as a thousands mark.
    #[error("can be read in two ways")]
    Ambiguous,
    /// Too many digits to hold.
    #[error("is too large")]
    TooLarge,
}

/// Splits the multiplier off the end: the digits and the power of ten that follows from it.
fn split_power(text: &str) -> Option<(&str, u32)> {
    let end = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (digits, suffix) = text.split_at(end);
    let suffix = suffix.to_ascii_lowercase();
    let power = match suffix.as_str() {
        "" => 0,
        "k" | "thousand" => 3,
        "m" | "mn" | "million" => 6,
        "b" | "bn" | "billion" => 9,
        _ => {
            let exponent = suffix.strip_prefix('e')?;
            let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
            let is_number = !exponent.is_empty() && exponent.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| exponent.parse().unwrap_or(u32::MAX))?
        }
    };
    Some((digits.trim_end(), power))
}

/// Splits decimal places off, if the last comma or point is a decimal mark.
fn split_fraction(digits: &str, style: NumberStyle, multiplied: bool) -> Result<(&str, &str), NumberTextError> {
    let Some(last) = digits.rfind(['.', ',']) else { return Ok((digits, "")) };
    let mark = if digits[last..].starts_with('.') { '.' } else { ',' };
    let (before, after) = (&digits[..last], &digits[last + 1..]);
    if !after.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok((digits, ""));
    }
    let repeated = before.contains(mark);
    let both = before.contains(['.', ',']) && !repeated;
    let is_group_mark = mark == style.group() && (after.len() == 3 || !multiplied);
    if !after.is_empty() && (repeated || (is_group_mark && !both)) {
        Ok((digits, ""))
    } else if after.len() == 3 && !both && !multiplied && before != "0" {
        Err(NumberTextError::Ambiguous)
    } else {
        Ok((before, after))
    }
}

/// Joins `1,234,567` to `1234567` when one kind of mark groups the digits properly: in threes, or as in India in twos
/// before the last three. The mark of `style` may group them in any way.
fn join_groups(text: &str, style: NumberStyle) -> Option<String> {
    let is_mark = |c: char| matches!(c, ',' | '.' | '\'' | '’' | '_') || c.is_whitespace();
    if text.is_empty() {
        return Some("0".to_owned());
    }
    let mut marks = text.chars().filter(|c| is_mark(*c)).map(|mark| if mark.is_whitespace() { ' ' } else { mark });
    let first = marks.next();
    if marks.any(|mark| Some(mark) != first) {
        return None;
    }
    let groups: Vec<&str> = text.split(is_mark).collect();
    let all_digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let well_grouped = match groups.as_slice() {
        _ if first == Some(style.group()) => true,
        [_] => true,
        [head, middle @ .., last] => {
            last.len() == 3 && head.len() <= 3 && middle.iter().all(|group| matches!(group.len(), 2 | 3))
        }
        [] => false,
    };
    (all_digits && well_grouped).then(|| groups.concat())
}

/// `whole.fraction × 10^power`, when that is a whole number that fits.
fn scale(whole: &str, fraction: &str, power: u32) -> Result<u64, NumberTextError> {
    let fraction = fraction.trim_end_matches('0');
    let places = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
    let significant = format!("{whole}{fraction}");
    let significant = significant.trim_start_matches('0');
    if significant.is_empty() {
        return Ok(0);
    }
    let zeros = power.checked_sub(places).ok_or(NumberTextError::NotWhole)?;
    let number: Option<u64> = significant.parse().ok();
    number.and_then(|number| number.checked_mul(10_u64.checked_pow(zeros)?)).ok_or(NumberTextError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::NumberTextError::{Ambiguous, Empty, Negative, NotANumber, NotWhole, TooLarge};
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Result<u64, NumberTextError>) {
        assert_eq!(parse_whole(text, NumberStyle::ENGLISH), expected, "{text:?}");
    }

    #[test]
    fn numbers_as_people_type_them() {
        for text in
            ["2500000", "2,500,000", "2 500 000", "2\u{202f}500\u{a0}000", "2'500'000", "2_500_000", "2.500.000"]
        {
            case(text, Ok(2_500_000));
        }
        for text in ["2.5M", "2.5m", "2,5M", "2.5 million", "2.50 mn", "2500k", "2,500K", "25e5", "2.5e6", "+2.5E+6"] {
            case(text, Ok(2_500_000));
        }
        case("10k", Ok(10_000));
        case(" 7 ", Ok(7));
        case("007", Ok(7));
        case("0", Ok(0));
        case("0k", Ok(0));
        case(".5k", Ok(500));
        case("2.0", Ok(2));
        case("1.000M", Ok(1_000_000));
        case("25,00,000", Ok(2_500_000));
        case("25 00 000", Ok(2_500_000));
        case("1.234.567,0", Ok(1_234_567));
        case("1,234,567.00", Ok(1_234_567));
        case("1B", Ok(1_000_000_000));
        case("18446744073709551615", Ok(u64::MAX));
    }

    #[test]
    fn numbers_in_the_middle_of_being_edited() {
        case("2,000,0000", Ok(20_000_000));
        case("2,00,000", Ok(200_000));
        case("2,00", Ok(200));
        case("2,", Ok(2));
        case("2.", Ok(2));
        case("2,000.", Ok(2_000));
    }

    #[test]
    fn what_is_no_whole_number_says_why() {
        for text in ["", "   ", "\t"] {
            case(text, Err(Empty));
        }
        for text in [
            "abc", "k", "1 2 3", "1 2,3 4", "1,,000", "1.2.3", "--5", "1e", "1e-3", "0x10", "5%", "$5", "1.000.00", "½",
        ] {
            case(text, Err(NotANumber));
        }
        case("-5", Err(Negative));
        case("−5", Err(Negative));
        case("-.5k", Err(Negative));
        case("0.5", Err(NotWhole));
        case("1.2345k", Err(NotWhole));
        case("0.001", Err(NotWhole));
        case("1.000", Err(Ambiguous));
        case("1e999", Err(TooLarge));
        case("1e99999999999", Err(TooLarge));
        case("18446744073709551616", Err(TooLarge));
    }
}
