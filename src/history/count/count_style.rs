use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::count_text::{CountTextError, is_well_grouped, plain_digits, read_count};
use super::decimal_mark::DecimalMark;
use crate::history::CountUnit;
use crate::numbers::{NumberStyle, NumberTextError, parse_decimal};
use crate::pricing::Reads;

/// How the counts of a column are written, and what they are given in.
#[derive(Clone, Copy, Debug)]
pub(in crate::history) struct CountStyle {
    numbers: NumberStyle,
    /// `None` where each is one read.
    unit: Option<CountUnit>,
}

impl CountStyle {
    pub(in crate::history) fn new(mark: DecimalMark, unit: Option<CountUnit>) -> Self {
        Self { numbers: mark.style(), unit }
    }

    /// Reads a count: as [`read_count`] does, or, in a unit, a number that makes a whole number of reads with it.
    ///
    /// # Errors
    /// [`CountTextError`] says why it is none, to be read after the text.
    pub(in crate::history) fn read(self, text: &str) -> Result<Reads, CountTextError> {
        let Some(unit) = self.unit else { return read_count(text, self.numbers) };
        let text = text.trim();
        if let Some(number) = plain_digits(text) {
            return Ok(Reads::new(number.saturating_mul(unit.size()))?);
        }
        let number = self.decimal(text)?;
        let count = number.checked_mul(Decimal::from(unit.size())).ok_or(CountTextError::TooMany)?;
        if !count.fract().is_zero() {
            return Err(CountTextError::NotWholeIn(unit));
        }
        Ok(Reads::new(count.to_u64().ok_or(CountTextError::TooMany)?)?)
    }

    /// A number that isn't below zero and has nothing but digits and marks. One with a unit of its own, like 2.5M, would have two.
    fn decimal(self, text: &str) -> Result<Decimal, CountTextError> {
        let number = match parse_decimal(text, self.numbers) {
            Err(NumberTextError::TooLarge) => return Err(CountTextError::TooMany),
            number => number?,
        };
        if text.contains(char::is_alphabetic) {
            return Err(NumberTextError::Ambiguous.into());
        }
        if text.contains(['$', '%', '٪']) || !is_well_grouped(text, self.numbers) {
            return Err(NumberTextError::NotANumber.into());
        }
        if number.is_sign_negative() {
            return Err(NumberTextError::Negative.into());
        }
        Ok(number)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_in_a_unit_is_as_many_reads_as_it_says(
            reads in 0..=Reads::MAX.get(),
            unit in proptest::sample::select(CountUnit::ALL.to_vec()),
            mark in proptest::sample::select(DecimalMark::ALL.to_vec()),
        ) {
            let number = (Decimal::from(reads) / Decimal::from(unit.size())).normalize().to_string();
            let text = number.replace('.', &mark.style().decimal().to_string());
            let read = CountStyle::new(mark, Some(unit)).read(&text);
            prop_assert_eq!(read, Ok(Reads::new(reads).expect("reads")), "{}", text);
        }
    }
}
