use super::{AmountTooLarge, Charge, Line, Money, Reads};

/// What one month costs, with its arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    lines: Vec<Line>,
    exact: Money,
}

impl Bill {
    /// Prices one month of `reads`.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when a line or the total can't be stated exactly.
    pub fn new(charges: &[Charge], reads: Reads) -> Result<Self, AmountTooLarge> {
        let mut lines = Vec::with_capacity(charges.len());
        for charge in charges {
            charge.bill(reads, &mut lines)?;
        }
        let exact = lines.iter().try_fold(Money::ZERO, |sum, line| sum.plus(line.amount()))?;
        Ok(Self { lines, exact })
    }

    /// The explained amounts, in the order of the tier's charges.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The sum of the lines, unrounded.
    #[must_use]
    pub const fn exact(&self) -> Money {
        self.exact
    }

    /// The month's stated total: [`Bill::exact`] rounded half up to the cent, the only rounding there is.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.exact.to_the_cent()
    }
}
