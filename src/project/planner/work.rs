//! How much work floors may be.

use std::cell::Cell;

/// What part of all months the work may be ahead of those that are done.
const AHEAD: usize = 20;

/// How many lines may be followed for floors, and how many have been.
pub(super) struct Work {
    most: usize,
    done: Cell<usize>,
    /// How many months the project has.
    months: usize,
}

impl Work {
    /// No work so far, of so many lines at the most for all `months`.
    pub(super) const fn up_to(most: usize, months: usize) -> Self {
        Self { most, done: Cell::new(0), months }
    }

    /// Adds lines that are followed.
    pub(super) fn add(&self, lines: usize) {
        self.done.set(self.done.get().saturating_add(lines));
    }

    /// Whether it will be too much, once the months from `month` on are done: the earlier a month, the more work it is.
    pub(super) fn will_be_too_much(&self, month: usize) -> bool {
        let done = self.months - month;
        let by_now = (self.most / self.months).saturating_mul(done + self.months / AHEAD);
        self.done.get() > by_now.min(self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_too_much_as_soon_as_it_is_far_ahead_of_the_months() {
        for (most, lines, month, is_too_much) in [
            (6_000, 400, 59, false),
            (6_000, 401, 59, true),
            (6_000, 401, 58, false),
            (6_000, 6_000, 0, false),
            (6_000, 6_001, 0, true),
            (usize::MAX, 6_001, 59, false),
            (usize::MAX, usize::MAX, 0, false),
        ] {
            let work = Work::up_to(most, 60);
            work.add(lines);
            assert_eq!(work.will_be_too_much(month), is_too_much, "{lines} of {most} lines from month {month} on");
        }
    }
}
