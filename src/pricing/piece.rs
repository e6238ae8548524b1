//! A tier's month as a function of its reads, piece by piece: on each piece every further read costs the same.

use rust_decimal::prelude::ToPrimitive;

use super::{AmountTooLarge, Bands, Charge, Discount, Money, Reads, Tier};

/// The exact month of a tier from one number of reads on: it rises by `slope` a read up to `end`, itself included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where the piece begins.
    pub(crate) start: Reads,
    /// The last number of reads for which it holds.
    pub(crate) end: Reads,
    /// The exact month at its start.
    pub(crate) amount: Money,
    /// Dollars for each further read.
    pub(crate) slope: Money,
}

impl Piece {
    /// The exact month at `reads`, which lie on the piece.
    pub(crate) fn at(&self, reads: Reads) -> Result<Money, AmountTooLarge> {
        self.amount.plus(self.slope.times(reads.beyond(self.start).get())?)
    }

    /// The first number of reads above `at` at which `other` undercuts this piece, or only draws level if that is enough;
    /// both hold at `at`, and this one is not dearer there. `None` when one of them ends before.
    pub(super) fn crossing(
        &self,
        other: &Self,
        at: Reads,
        level_is_enough: bool,
    ) -> Result<Option<Reads>, AmountTooLarge> {
        let closing = self.slope.minus(other.slope)?;
        if closing <= Money::ZERO {
            return Ok(None);
        }
        let gap = other.at(at)?.minus(self.at(at)?)?;
        let whole = whole_quotient(gap, closing)?;
        let level = level_is_enough && closing.times(whole)? == gap;
        // Where they would only meet beyond the most reads there are, `forward` ends at these, which may be `at` itself.
        let crossing = at.forward(if level { whole } else { whole + 1 });
        Ok(Some(crossing).filter(|crossing| *crossing > at && *crossing <= self.end && *crossing <= other.end))
    }

    /// The last number of reads on the piece at which the month is at most `amount`, which it is at the start.
    fn last_within(&self, amount: Money) -> Result<Reads, AmountTooLarge> {
        if self.slope == Money::ZERO {
            return Ok(self.end);
        }
        let steps = whole_quotient(amount.minus(self.amount)?, self.slope)?;
        Ok(self.end.min(self.start.forward(steps)))
    }
}

impl Tier {
    /// The piece of the month that begins at `start`; `None` when there is no public price.
    pub(crate) fn piece(&self, start: Reads) -> Result<Option<Piece>, AmountTooLarge> {
        let Some(charges) = self.charges.as_deref() else { return Ok(None) };
        let mut piece = Piece { start, end: self.limit(), amount: Money::ZERO, slope: Money::ZERO };
        let (cap, overage) = self.beyond_cap().unwrap_or((Reads::MAX, &[]));
        if start > cap {
            piece.rise_with(overage, cap)?;
        } else {
            piece.end = piece.end.min(cap);
            piece.rise_with(charges, Reads::ZERO)?;
        }
        if self.discount_percent != Discount::NONE {
            piece.slope = piece.slope.minus(piece.slope.percent(self.discount_percent)?)?;
        }
        let unbounded = Self::without_bounds(self, start)?;
        piece.amount = unbounded;
        if let Some(minimum) = self.monthly_minimum.map(Money::from)
            && unbounded < minimum
        {
            // Up to the minimum the month stays there; the last read below it may be the start itself.
            piece.end = piece.last_within(minimum)?;
            piece.amount = minimum;
            piece.slope = Money::ZERO;
        }
        if let Some(maximum) = self.monthly_maximum.map(Money::from) {
            if piece.amount >= maximum {
                piece.amount = maximum;
                piece.slope = Money::ZERO;
            } else {
                piece.end = piece.last_within(maximum)?;
            }
        }
        Ok(Some(piece))
    }

    /// The exact month of `reads` before the minimum and the maximum.
    fn without_bounds(&self, reads: Reads) -> Result<Money, AmountTooLarge> {
        let bill = self.bill(reads)?.unwrap_or_default();
        let mut bounds = bill.lines().iter().filter(|line| line.is_bound());
        bounds.try_fold(bill.exact(), |sum, line| sum.minus(line.amount()))
    }
}

impl Piece {
    /// Adds the slopes of charges whose reads are counted from `offset`, and ends the piece where one of them bends.
    fn rise_with(&mut self, charges: &[Charge], offset: Reads) -> Result<(), AmountTooLarge> {
        for charge in charges {
            let (slope, end) = slope_and_end(charge, self.start.beyond(offset));
            self.slope = self.slope.plus(slope)?;
            self.end = self.end.min(offset.forward(end.get()));
        }
        Ok(())
    }
}

/// What a further read adds to a charge at `reads`, and the last read for which it does.
fn slope_and_end(charge: &Charge, reads: Reads) -> (Money, Reads) {
    let included = charge.included_reads();
    if reads < included {
        return (Money::ZERO, included);
    }
    let billable = reads.beyond(included);
    let in_band = |bands: &Bands| {
        let band = bands.containing(billable);
        (Money::from(band.unit_price), band.up_to.map_or(Reads::MAX, |up_to| included.forward(up_to.get())))
    };
    match charge {
        Charge::Flat { .. } => (Money::ZERO, Reads::MAX),
        Charge::PerUnit { unit_price, .. } => ((*unit_price).into(), Reads::MAX),
        Charge::Package { package_size, .. } => {
            let paid_for = package_size.packages_for(billable).saturating_mul(package_size.reads().get());
            (Money::ZERO, included.forward(paid_for))
        }
        Charge::Graduated { bands, .. } | Charge::Volume { bands, .. } => in_band(bands),
    }
}

/// The whole part of `amount / step`, at most [`Reads::MAX`]; `amount` is not negative and `step` is positive.
fn whole_quotient(amount: Money, step: Money) -> Result<u64, AmountTooLarge> {
    let quotient = amount.decimal().checked_div(step.decimal()).and_then(|quotient| quotient.to_u64());
    let whole = quotient.unwrap_or(u64::MAX).min(Reads::MAX.get());
    // The last digit of a quotient is rounded, so that just below a whole number it may have become that number.
    Ok(if step.times(whole)? > amount { whole - 1 } else { whole })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pricing::Price;

    #[test]
    fn a_quotient_that_rounds_up_is_still_cut_off() {
        let money = |text: &str| Money::from(text.parse::<Price>().expect("a price"));
        let case = |amount, step: &str, whole| assert_eq!(whole_quotient(amount, money(step)), Ok(whole));
        case(money("0"), "3", 0);
        case(money("2.999999999999"), "3", 0);
        case(money("3"), "3", 1);
        case(money("10"), "3", 3);
        case(money("1"), "0.000000000001", 1_000_000_000_000);
        case(money("1000000000000"), "0.000000000001", Reads::MAX.get());
        // 29,999,999,999.999999999999999999 leaves no digit free; a 300,000th of it rounds up to 100,000.
        let tiny = money("0.000000000001").percent("0.0001".parse().expect("a percentage")).expect("an amount");
        let almost = money("30000000000").minus(tiny).expect("an amount");
        let rounded = almost.decimal() / money("300000").decimal();
        assert_eq!(rounded.normalize().to_string(), "100000", "the case is what it is meant to be");
        case(almost, "300000", 99_999);
    }
}
