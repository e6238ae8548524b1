//! Counts of reads as a column of a file has them.

use thiserror::Error;

use crate::history::CountUnit;
use crate::numbers::{NumberStyle, NumberTextError, parse_whole};
use crate::pricing::{Reads, ReadsError};

/// The most digits of a number that is certainly no more than [`Reads::MAX`].
const SAFE_DIGITS: usize = 15;

/// Reads a count as [`parse_whole`] does, but holds its marks to their rule: a mark of `style` groups digits in threes, or as
/// in India, and nothing else. Nobody edits a file's numbers as they are read, so what is oddly grouped is an error.
///
/// # Errors
/// [`CountTextError`] says why it is none, to be read after the text.
pub fn read_count(text: &str, style: NumberStyle) -> Result<Reads, CountTextError> {
    let text = text.trim();
    if let Some(count) = plain_digits(text) {
        return Ok(Reads::new(count)?);
    }
    if !is_well_grouped(text, style) {
        return Err(NumberTextError::NotANumber.into());
    }
    Ok(Reads::new(parse_whole(text, style)?)?)
}

/// A number of a few digits and nothing else, as nearly all are; `None` for any other text.
pub(super) fn plain_digits(text: &str) -> Option<u64> {
    let is_plain = !text.is_empty() && text.len() <= SAFE_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.bytes().fold(0, |count, byte| count * 10 + u64::from(byte - b'0')))
}

/// Whether the marks that set groups apart in `style` stand where groups end.
pub(super) fn is_well_grouped(text: &str, style: NumberStyle) -> bool {
    let digits_end = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (digits, suffix) = text.split_at(digits_end);
    let (whole, _fraction) = digits.split_once(style.decimal()).unwrap_or((digits, ""));
    let mut groups = whole.trim().split(style.group()).skip(1).peekable();
    // Before a suffix the mark may be another language's decimal mark: 2,5M.
    if !suffix.is_empty() && whole.matches(style.group()).count() == 1 {
        return true;
    }
    while let Some(group) = groups.next() {
        let is_last = groups.peek().is_none();
        if !(group.len() == 3 || (group.len() == 2 && !is_last)) {
            return false;
        }
    }
    true
}

/// Why a text is no count of reads, to be read after the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CountTextError {
    /// No whole number.
    #[error(transparent)]
    Number(#[from] NumberTextError),
    /// With its unit no whole number of reads.
    #[error("is no whole number of reads in {}", .0.label())]
    NotWholeIn(CountUnit),
    /// More than can be priced.
    #[error("is more than can be priced: at most {} (10^15) reads", Reads::MAX)]
    TooMany,
}

impl From<ReadsError> for CountTextError {
    fn from(_: ReadsError) -> Self {
        Self::TooMany
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::DecimalMark;

    #[track_caller]
    fn case(text: &str, point: Result<u64, NumberTextError>, comma: Result<u64, NumberTextError>) {
        for (mark, expected) in [(DecimalMark::Point, point), (DecimalMark::Comma, comma)] {
            let read = read_count(text, mark.style()).map(Reads::get);
            assert_eq!(read, expected.map_err(CountTextError::Number), "{text} with a decimal {}", mark.id());
        }
    }

    #[test]
    fn marks_mean_what_they_mean_in_the_column() {
        use NumberTextError::{Ambiguous, Negative, NotANumber, NotWhole};
        case("0", Ok(0), Ok(0));
        case("007", Ok(7), Ok(7));
        case("1234567", Ok(1_234_567), Ok(1_234_567));
        case("1,234", Ok(1_234), Err(Ambiguous));
        case("1.234", Err(Ambiguous), Ok(1_234));
        case("1,234,567", Ok(1_234_567), Ok(1_234_567));
        case("1.234.567", Ok(1_234_567), Ok(1_234_567));
        case("12,34,567", Ok(1_234_567), Ok(1_234_567));
        case("1 234 567", Ok(1_234_567), Ok(1_234_567));
        case("1\u{a0}234\u{202f}567", Ok(1_234_567), Ok(1_234_567));
        case("1'234'567", Ok(1_234_567), Ok(1_234_567));
        case("1’234", Ok(1_234), Ok(1_234));
        case("2.0", Ok(2), Err(NotANumber));
        case("2,0", Err(NotANumber), Ok(2));
        case("2.5", Err(NotWhole), Err(NotANumber));
        case("2.5M", Ok(2_500_000), Ok(2_500_000));
        case("2,5M", Ok(2_500_000), Ok(2_500_000));
        case("10k", Ok(10_000), Ok(10_000));
        case("1e6", Ok(1_000_000), Ok(1_000_000));
        case("-5", Err(Negative), Err(Negative));
        case("12,34", Err(NotANumber), Err(NotWhole));
        case("n/a", Err(NotANumber), Err(NotANumber));
        case("", Err(NumberTextError::Empty), Err(NumberTextError::Empty));
    }

    #[test]
    fn more_than_can_be_priced_is_refused() {
        let read = |text| read_count(text, NumberStyle::ENGLISH);
        assert_eq!(read("1000000000000000"), Ok(Reads::MAX));
        assert_eq!(read("1,000,000,000,000,000"), Ok(Reads::MAX));
        assert_eq!(read("1000000000000001"), Err(CountTextError::TooMany));
        assert_eq!(read("99999999999999999999999"), Err(NumberTextError::TooLarge.into()));
    }
}
