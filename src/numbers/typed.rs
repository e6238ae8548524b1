use rust_decimal::Decimal;

use super::reading::plain_mark;
use super::{NumberStyle, NumberTextError};

/// What kind of number a text should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A whole number: group marks are likely, decimal places are not.
    Whole,
    /// A number with decimal places.
    Decimal,
    /// A sum of dollars: a number with decimal places, where three may be a group.
    #[cfg(feature = "page")]
    Amount,
}

/// A typed number without its sign: `digits / 10^places × 10^power`.
pub(super) struct TypedNumber {
    /// The digits that count, without zeros in front, or at the end of the decimal places. Empty for zero.
    digits: String,
    places: u32,
    power: u32,
}

impl TypedNumber {
    /// The most digits before and behind the decimal mark of a decimal number.
    const MOST_WHOLE_DIGITS: u32 = 16;
    const MOST_PLACES: u32 = 12;
    const MOST: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

    /// Reads a text that begins with the number, in usual marks.
    pub(super) fn read(text: &str, style: NumberStyle, kind: Kind) -> Result<Self, NumberTextError> {
        let (number, power) = split_power(text).ok_or(NumberTextError::NotANumber)?;
        if !number.contains(|c: char| c.is_ascii_digit()) {
            return Err(NumberTextError::NotANumber);
        }
        let (whole, fraction) = split_fraction(number, style, kind, power > 0)?;
        let mut digits = join_groups(whole, style).ok_or(NumberTextError::NotANumber)?;
        let fraction = fraction.trim_end_matches('0');
        digits.push_str(fraction);
        let places = u32::try_from(fraction.len()).map_err(|_| NumberTextError::TooManyPlaces)?;
        Ok(Self { digits: digits.trim_start_matches('0').to_owned(), places, power })
    }

    /// The number, when it is whole and fits.
    pub(super) fn whole(&self) -> Result<u64, NumberTextError> {
        if self.digits.is_empty() {
            return Ok(0);
        }
        let zeros = self.power.checked_sub(self.places).ok_or(NumberTextError::NotWhole)?;
        let number: Option<u64> = self.digits.parse().ok();
        number.and_then(|number| number.checked_mul(10_u64.checked_pow(zeros)?)).ok_or(NumberTextError::TooLarge)
    }

    /// The number, when it is within the bounds of decimal numbers.
    pub(super) fn decimal(&self) -> Result<Decimal, NumberTextError> {
        if self.digits.is_empty() {
            return Ok(Decimal::ZERO);
        }
        let places = self.places.saturating_sub(self.power);
        let zeros = self.power.saturating_sub(self.places);
        let length = u32::try_from(self.digits.len()).map_err(|_| NumberTextError::TooLarge)?;
        if length.saturating_add(zeros) > Self::MOST_WHOLE_DIGITS.saturating_add(places) {
            return Err(NumberTextError::TooLarge);
        }
        if places > Self::MOST_PLACES {
            return Err(NumberTextError::TooManyPlaces);
        }
        let mut digits = self.digits.clone();
        digits.extend((0..zeros).map(|_| '0'));
        let mut number = Decimal::from_str_exact(&digits).map_err(|_| NumberTextError::TooLarge)?;
        number.set_scale(places).map_err(|_| NumberTextError::TooManyPlaces)?;
        if number > Self::MOST { Err(NumberTextError::TooLarge) } else { Ok(number) }
    }
}

/// Splits the multiplier off the end: the digits and the power of ten that follows from it.
fn split_power(text: &str) -> Option<(&str, u32)> {
    let end = text.find(|c: char| c.is_ascii_alphabetic() || matches!(c, '万' | '億')).unwrap_or(text.len());
    let (digits, suffix) = text.split_at(end);
    let suffix = suffix.to_ascii_lowercase();
    // An abbreviation may end with a point.
    let power = match suffix.trim_end_matches('.') {
        "" => 0,
        "k" | "tsd" | "thousand" => 3,
        "万" => 4,
        "lakh" => 5,
        "m" | "mn" | "mio" | "million" | "millions" => 6,
        "crore" => 7,
        "億" => 8,
        "b" | "bn" | "mrd" | "billion" => 9,
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
fn split_fraction(
    number: &str,
    style: NumberStyle,
    kind: Kind,
    multiplied: bool,
) -> Result<(&str, &str), NumberTextError> {
    let no_fraction = Ok((number, ""));
    let mark = if number.rfind('.') > number.rfind(',') { '.' } else { ',' };
    let Some((before, after)) = number.rsplit_once(mark) else { return no_fraction };
    if !after.bytes().all(|byte| byte.is_ascii_digit()) {
        return no_fraction;
    }
    let fraction = Ok((before, after));
    if before.contains(mark) {
        // 1,234, on the way to 1,234,567 is fine; a decimal mark that stands twice isn't.
        return if after.is_empty() && mark == style.group() { fraction } else { no_fraction };
    }
    let ambiguous = Err(NumberTextError::Ambiguous);
    if after.is_empty() || before.contains(['.', ',']) {
        return fraction;
    }
    if before.contains(is_mark) {
        // English 1 234,567 is either 1,234,567 with a slip or 1,234.567 as the French write it.
        return if mark == style.group() && after.len() == 3 { ambiguous } else { fraction };
    }
    let may_group = after.len() == 3 && matches!(before.len(), 1..=3) && !before.starts_with('0');
    if mark == style.decimal() {
        if may_group && !multiplied && kind != Kind::Decimal { ambiguous } else { fraction }
    } else if mark != style.group() {
        if may_group { ambiguous } else { fraction }
    } else if may_group {
        no_fraction
    } else if multiplied && after.len() != 3 {
        fraction
    } else if kind == Kind::Whole && !multiplied && after.len() > 2 {
        no_fraction
    } else {
        // English 1,5 is 1.5 as the French write it, or on the way to 1,500.
        Err(NumberTextError::ForeignMark)
    }
}

/// Joins `1,234,567` to `1234567` when one kind of mark groups the digits properly: in threes, or as in India in twos
/// before the last three. The mark of `style` may group them in any way.
fn join_groups(text: &str, style: NumberStyle) -> Option<String> {
    if text.is_empty() {
        return Some(String::new());
    }
    let mut marks = text.chars().filter(|c| is_mark(*c));
    let first = marks.next();
    if marks.any(|mark| Some(mark) != first) {
        return None;
    }
    let groups: Vec<&str> = text.split(is_mark).collect();
    let all_digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let well_grouped = match groups.as_slice() {
        _ if first == Some(plain_mark(style.group())) => true,
        [_] => true,
        [head, middle @ .., last] => {
            last.len() == 3 && head.len() <= 3 && middle.iter().all(|group| matches!(group.len(), 2 | 3))
        }
        [] => false,
    };
    (all_digits && well_grouped).then(|| groups.concat())
}

/// Whether a character sets groups of digits apart in any language; spaces and apostrophes are already of one kind.
const fn is_mark(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '_' | ' ')
}
