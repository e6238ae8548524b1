use super::{AmountTooLarge, Line, Money};

/// What one month costs, with its arithmetic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bill {
    lines: Vec<Line>,
    exact: Money,
}

impl Bill {
    /// The explained amounts, in the order in which they apply.
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

/// Where a month's lines go. A bill keeps them and a sum only adds them up; both see the same lines.
pub(super) trait Lines {
    /// Takes the next line.
    fn push(&mut self, line: Line) -> Result<(), AmountTooLarge>;

    /// The sum of the lines so far.
    fn exact(&self) -> Money;
}

impl Lines for Bill {
    fn push(&mut self, line: Line) -> Result<(), AmountTooLarge> {
        self.exact = self.exact.plus(line.amount())?;
        self.lines.push(line);
        Ok(())
    }

    fn exact(&self) -> Money {
        self.exact
    }
}

/// The sum of a month's lines, for the many months that nobody asks to explain.
impl Lines for Money {
    fn push(&mut self, line: Line) -> Result<(), AmountTooLarge> {
        *self = self.plus(line.amount())?;
        Ok(())
    }

    fn exact(&self) -> Money {
        *self
    }
}
