//! How rough floors are, so that they aren't too much work.

use std::cell::Cell;

/// Tells how much of an amount the floors of each month may leave out: as little as lets all of them be found with about so much
/// work.
pub(super) struct Work {
    /// How many lines should be followed at the most.
    most: usize,
    done: Cell<usize>,
    /// What was done before the present month.
    before: Cell<usize>,
    part: Cell<f64>,
    roughest: Cell<f64>,
}

impl Work {
    /// What is left out where work is no concern: hardly more than what rounding does.
    pub(super) const FINEST: f64 = 1.0 / 262_144.0;

    /// The most that is left out as a rule. Floors that say still less cost a search more than they spare.
    const ROUGH: f64 = 1.0 / 1_024.0;

    /// The most that is left out where the work gets out of hand.
    const ROUGHEST: f64 = 1.0 / 64.0;

    /// How many times the work that it should be is out of hand.
    const OUT_OF_HAND: usize = 8;

    /// No work so far, of about so many lines.
    pub(super) const fn up_to(most: usize) -> Self {
        let (part, roughest) = (Cell::new(Self::FINEST), Cell::new(Self::FINEST));
        Self { most, done: Cell::new(0), before: Cell::new(0), part, roughest }
    }

    /// Adds lines that are followed.
    pub(super) fn add(&self, lines: usize) {
        self.done.set(self.done.get().saturating_add(lines));
    }

    /// What part of an amount the floors of a month may leave out, once its lines have been followed. The months before it, of
    /// which there are `left`, come after it, and follow more lines the less is left out here.
    pub(super) fn part(&self, left: usize) -> f64 {
        let done = self.done.get();
        let spent = done - self.before.replace(done);
        let share = self.most.saturating_sub(done) / left.max(1);
        let is_out_of_hand = done / Self::OUT_OF_HAND > self.most;
        let roughest = if is_out_of_hand { Self::ROUGHEST } else { Self::ROUGH };
        let part = match self.part.get() {
            part if spent > share => (part * 2.0).min(roughest),
            part if spent < share / 2 => (part / 2.0).max(Self::FINEST),
            part => part,
        };
        self.part.set(part);
        self.roughest.set(self.roughest.get().max(part));
        part
    }

    /// The most that was left out in any month.
    pub(super) const fn roughest(&self) -> f64 {
        self.roughest.get()
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "parts are powers of two, which are exact")]
mod tests {
    use super::*;

    #[test]
    fn floors_are_rougher_while_months_are_more_work_than_their_share() {
        let work = Work::up_to(1_000);
        let months = [
            (9, 0, 1.0, "no work at all"),
            (8, 124, 2.0, "more than an eighth of the 876 that are left"),
            (7, 400, 4.0, "much more"),
            (6, 60, 4.0, "between a half and the whole of the 69 that are each one's share"),
            (5, 5, 2.0, "much less"),
            (4, 5, 1.0, "the finest again"),
            (3, 5, 1.0, "nothing is finer"),
        ];
        for (left, lines, times, why) in months {
            work.add(lines);
            assert_eq!(work.part(left), Work::FINEST * times, "{lines} lines, {why}");
        }
        assert_eq!(work.roughest(), Work::FINEST * 4.0);
    }

    #[test]
    fn floors_stay_of_use_until_the_work_is_out_of_hand() {
        let work = Work::up_to(1_000);
        for left in (0..60).rev() {
            work.add(130);
            assert!(work.part(left) <= Work::ROUGH);
        }
        assert_eq!(work.roughest(), Work::ROUGH);
        for left in (0..60).rev() {
            work.add(140);
            work.part(left);
        }
        assert_eq!(work.roughest(), Work::ROUGHEST);
    }
}
