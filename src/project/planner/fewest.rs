//! How many dear months a phase needs at the least: a second floor under what is still to be paid.
//!
//! If no month of so many reads or fewer can do, because together they would bring too little, some months must bring more,
//! and each of those costs at least what more reads cost.

use super::line::{Amount, Line};

/// Months of more than `few` reads cost at least `dear`, and bring `most` reads at the most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fewest {
    few: u64,
    most: u64,
    dear: Amount,
}

/// How many of them are tried for a phase, and how many are kept.
const TRIED: usize = 64;
const KEPT: usize = 3;

impl Fewest {
    /// Those that say most of a whole phase of so many months, where each month follows one of `lines` and `order` comes to
    /// it at the least.
    pub(super) fn all(lines: &[Line], target: u64, months: usize, order: Amount) -> Vec<Self> {
        let Some(most) = lines.iter().map(|line| line.end).max() else { return Vec::new() };
        let mut few: Vec<u64> = lines.iter().map(|line| line.end).filter(|few| *few < most).chain([0]).collect();
        few.sort_unstable();
        few.dedup();
        let step = few.len().div_ceil(TRIED).max(1);
        let mut found: Vec<Self> = Vec::new();
        for few in few.into_iter().step_by(step) {
            let more = lines.iter().filter(|line| line.end > few);
            let dear = more.map(|line| line.at(line.start.max(few + 1))).min().unwrap_or(0);
            if most > few && dear > 0 {
                found.push(Self { few, most, dear: dear + order });
            }
        }
        found.sort_by_key(|fewest| std::cmp::Reverse(fewest.at(target, months)));
        found.truncate(KEPT);
        found
    }

    /// What `reads` cost at least in so many months.
    pub(super) fn at(&self, reads: u64, months: usize) -> Amount {
        let by_few = self.few.saturating_mul(months as u64);
        let missing = reads.saturating_sub(by_few);
        let count = if missing == 0 { 0 } else { missing.div_ceil(self.most - self.few) };
        self.dear.saturating_mul(Amount::from(count))
    }

    /// The part of a line that leaves no more reads to `target` than the dear months bring that `ceiling` pays.
    pub(super) fn affordable(&self, line: Line, target: u64, months: usize, ceiling: Amount) -> Option<Line> {
        let room = ceiling - line.cost;
        if room < 0 {
            return None;
        }
        let count = u64::try_from(room / self.dear).unwrap_or(u64::MAX);
        let brings = count.saturating_mul(self.most - self.few).saturating_add(self.few.saturating_mul(months as u64));
        let start = line.start.max(target.saturating_sub(brings));
        (start <= line.end).then(|| line.part(start, line.end))
    }
}
