//! The least that numbers of reads cost, roughly: fast, and only ever too low.
//!
//! Sums of such amounts are off by their rounding, which is far less than [`at_least`] takes away. Where lines are many, fewer of
//! them that lie a little lower say nearly as much.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what rounding changes is far less than `at_least` takes away"
)]

use super::line::{Amount, Label, Line, Measure, lower_to};

impl Measure for f64 {
    const NOTHING: Self = 0.0;

    fn times(self, reads: u64) -> Self {
        self * reads as Self
    }

    fn whole_steps(self, step: Self) -> u64 {
        (self / step) as u64
    }
}

/// A rough line.
pub(super) type RoughLabel = Label<(), f64>;

/// The least that numbers of reads cost, from none on. It never falls; numbers of reads that it hasn't can't be had.
pub(super) type Least = Vec<RoughLabel>;

/// What rounding may have added, as a part of an amount.
const ROUNDING: f64 = 1e-9;

/// The most that an amount is said to be; no schedule costs as much.
const MOST: f64 = rounded(Amount::MAX >> 10);

/// An exact amount that is no more than a rough one.
pub(super) fn at_least(rough: f64) -> Amount {
    (rough - rough.abs() * ROUNDING).min(MOST) as Amount
}

/// An amount, rounded.
pub(super) const fn rounded(amount: Amount) -> f64 {
    amount as f64
}

/// A line with its amounts rounded.
pub(super) const fn rough(line: &Line) -> Line<f64> {
    Line { start: line.start, end: line.end, cost: rounded(line.cost), slope: rounded(line.slope) }
}

/// What each read costs between two numbers of reads, by what those cost.
pub(super) fn slope(from: (u64, f64), to: (u64, f64)) -> f64 {
    (to.1 - from.1) / (to.0 - from.0) as f64
}

/// No reads for so much.
pub(super) const fn point(cost: f64) -> RoughLabel {
    Label { line: Line { start: 0, end: 0, cost, slope: 0.0 }, origin: () }
}

/// No reads for nothing.
pub(super) const NOTHING: &[RoughLabel] = &[point(0.0)];

/// The amount for so many reads; `None` where they can't be had.
pub(super) fn cost_of(least: &[RoughLabel], reads: u64) -> Option<f64> {
    let line = least.get(least.partition_point(|label| label.line.end < reads))?.line;
    (line.start <= reads).then(|| line.at(reads))
}

/// Adds to `least` what the reads of `rest` cost together with those of a line and with `more`, up to `reach` reads.
pub(super) fn add(least: &mut Least, rest: &[RoughLabel], own: &Line<f64>, more: f64, reach: u64) {
    let mut put = |labels: Least| {
        if least.is_empty() {
            *least = labels;
        } else if let Some((from_label, from)) = first_lower(&labels, least) {
            lower_to(least, from, &labels[from_label..]);
        }
    };
    let with_first = own.cost + more;
    let with_all = own.at(own.end) + more;
    if own.slope == 0.0 {
        // Since more reads never cost less, all that the line brings are taken.
        put(flat(own, rest.first(), with_all, reach));
        put(shifted(rest.iter(), own.end, with_all, reach));
        return;
    }
    // Whichever reads cost less come first.
    let is_dearer = |label: &&RoughLabel| label.line.slope > own.slope;
    put(shifted(rest.iter().filter(|label| !is_dearer(label)), own.start, with_first, reach));
    put(shifted(rest.iter().filter(is_dearer), own.end, with_all, reach));
    let from_corners = rest.iter().map(|label| {
        let corner = if is_dearer(&label) { label.line.start } else { label.line.end };
        let start = corner + own.start;
        Line { start, end: start + (own.end - own.start), cost: label.line.at(corner) + with_first, slope: own.slope }
    });
    put(lowest_of_one_slope(from_corners, reach));
}

/// As many reads as a flat line brings with the first of the others, or fewer of them.
fn flat(own: &Line<f64>, first: Option<&RoughLabel>, more: f64, reach: u64) -> Least {
    let line = first.map(|first| {
        let (start, end) = (first.line.start + own.start, first.line.start + own.end);
        Line { start, end: end.min(reach), cost: first.line.cost + more, slope: 0.0 }
    });
    line.filter(|line| line.start <= reach).map(|line| Label { line, origin: () }).into_iter().collect()
}

/// Each label with so many reads more, and so much more.
fn shifted<'l>(labels: impl Iterator<Item = &'l RoughLabel>, reads: u64, more: f64, reach: u64) -> Least {
    let lines = labels.map(|label| {
        let Line { start, end, cost, slope } = label.line;
        Line { start: start + reads, end: (end + reads).min(reach), cost: cost + more, slope }
    });
    lines.take_while(|line| line.start <= reach).map(|line| Label { line, origin: () }).collect()
}

/// The lowest of lines of one slope and one length, of which each begins behind the one in front.
fn lowest_of_one_slope(lines: impl Iterator<Item = Line<f64>>, reach: u64) -> Least {
    let mut found = Least::new();
    for line in lines.take_while(|line| line.start <= reach) {
        let mut rest = Some(line.part(line.start, line.end.min(reach)));
        while let Some(line) = rest
            && let Some(last) = found.last_mut().map(|label| &mut label.line).filter(|last| last.end >= line.start)
        {
            let both = last.start.max(line.start);
            if line.at(both) >= last.at(both) {
                rest = (line.end > last.end).then(|| line.part(last.end + 1, line.end));
                break;
            }
            if last.start < line.start {
                last.end = line.start - 1;
                break;
            }
            found.pop();
        }
        found.extend(rest.map(|line| Label { line, origin: () }));
    }
    found
}

/// Whether an envelope lies below another one anywhere, or has reads that it hasn't.
pub(super) fn is_lower_anywhere(one: &[RoughLabel], other: &[RoughLabel]) -> bool {
    first_lower(one, other).is_some()
}

/// The place of the first line of an envelope that lies below another one anywhere, or has reads that it hasn't, and the place of
/// the line there that it lies below.
fn first_lower(one: &[RoughLabel], other: &[RoughLabel]) -> Option<(usize, usize)> {
    let mut from = 0;
    for (place, label) in one.iter().enumerate() {
        let mut start = label.line.start;
        while start <= label.line.end {
            while other.get(from).is_some_and(|label| label.line.end < start) {
                from += 1;
            }
            let Some(there) = other.get(from).map(|label| &label.line) else { return Some((place, from)) };
            let end = label.line.end.min(there.end);
            if start < there.start || label.line.at(start) < there.at(start) || label.line.at(end) < there.at(end) {
                return Some((place, from));
            }
            start = end + 1;
        }
    }
    None
}

/// The least that so many reads of two envelopes cost together; `None` where they can't be had.
pub(super) fn least_together(one: &[RoughLabel], other: &[RoughLabel], reads: u64) -> Option<f64> {
    let pairs = other.iter().filter(|label| label.line.start <= reads).flat_map(|label| {
        let own = label.line;
        // The one gets what is left.
        let (least, most) = (reads.saturating_sub(own.end), reads - own.start);
        let first = one.partition_point(|label| label.line.end < least);
        let on_the_way = one[first..].iter().take_while(move |label| label.line.start <= most);
        on_the_way.map(move |label| {
            let (start, end) = (label.line.start.max(least), label.line.end.min(most));
            let at = |of_one: u64| label.line.at(of_one) + own.at(reads - of_one);
            at(start).min(at(end))
        })
    });
    pairs.reduce(f64::min)
}

/// Fewer lines that lie nowhere above those of an envelope, and no more than that part of their amounts below them.
pub(super) fn coarser(lines: &[RoughLabel], part: f64) -> Least {
    let mut found = Least::with_capacity(lines.len());
    let mut run = None::<Run>;
    for label in lines {
        let longer = run.and_then(|run| run.with(&label.line));
        if let (Some(longer), Some(last)) = (longer, found.last_mut()) {
            last.line = longer.line();
        } else {
            found.push(*label);
        }
        run = longer.or_else(|| Some(Run::new(&label.line, label.line.cost * part)));
    }
    found
}

/// Lines one behind the other that a single one may stand for: it starts at `start` and `cost`, at one of some slopes.
#[derive(Clone, Copy)]
struct Run {
    start: u64,
    end: u64,
    cost: f64,
    least_slope: f64,
    most_slope: f64,
    /// How far below them it may lie.
    most: f64,
}

impl Run {
    fn new(line: &Line<f64>, most: f64) -> Self {
        let cost = line.cost - most / 2.0;
        let alone = Self { start: line.start, end: line.start, cost, least_slope: 0.0, most_slope: f64::MAX, most };
        alone.past(line.end, line.at(line.end))
    }

    /// The run with one line more behind it; `None` when no single line can stand for all.
    fn with(self, line: &Line<f64>) -> Option<Self> {
        if self.end + 1 != line.start {
            return None;
        }
        let longer = self.past(line.start, line.cost).past(line.end, line.at(line.end));
        (longer.least_slope <= longer.most_slope).then_some(longer)
    }

    /// The run up to `end`, where the line for all is at most at `cost`.
    fn past(self, end: u64, cost: f64) -> Self {
        if end == self.start {
            return self;
        }
        let slope_to = |cost: f64| slope((self.start, self.cost), (end, cost));
        Self {
            end,
            least_slope: self.least_slope.max(slope_to(cost - self.most)),
            most_slope: self.most_slope.min(slope_to(cost)),
            ..self
        }
    }

    const fn line(&self) -> Line<f64> {
        Line { start: self.start, end: self.end, cost: self.cost, slope: self.most_slope }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const READS: u64 = 60;

    /// An envelope from no reads on, in whole amounts.
    fn rising() -> impl Strategy<Value = Least> {
        prop::collection::vec((0..8_u64, 0..6_u8, 0..4_u8), 1..8).prop_map(|pieces| {
            let (mut start, mut cost) = (0, 0.0);
            let piece = |(length, jump, slope): (u64, u8, u8)| {
                let line = Line { start, end: start + length, cost: cost + f64::from(jump), slope: f64::from(slope) };
                (start, cost) = (line.end + 1, line.at(line.end));
                Label { line, origin: () }
            };
            pieces.into_iter().map(piece).collect()
        })
    }

    /// What so many reads of both cost together, by all ways to share them.
    fn shared(one: &[RoughLabel], other: &[RoughLabel], reads: u64) -> Option<f64> {
        let costs = (0..=reads).filter_map(|of_one| Some(cost_of(one, of_one)? + cost_of(other, reads - of_one)?));
        costs.reduce(f64::min)
    }

    proptest! {
        #[test]
        fn what_is_added_is_the_least_that_reads_of_both_cost(
            rest in rising(), own in rising(), before in rising(), more in 0..5_u8,
        ) {
            let more = f64::from(more);
            let mut found = before.clone();
            for label in &own {
                add(&mut found, &rest, &label.line, more, READS);
            }
            prop_assert!(found.is_sorted_by(|one, next| one.line.end + 1 == next.line.start), "{:?}", found);
            for reads in 0..READS {
                let new = shared(&rest, &own, reads).map(|cost| cost + more);
                let least = new.into_iter().chain(cost_of(&before, reads)).reduce(f64::min);
                prop_assert_eq!(cost_of(&found, reads), least, "at {} reads", reads);
            }
        }

        #[test]
        fn reads_of_two_cost_the_least_that_can_be_shared(one in rising(), other in rising(), reads in 0..READS) {
            prop_assert_eq!(least_together(&one, &other, reads), shared(&one, &other, reads));
        }

        #[test]
        fn fewer_lines_lie_a_little_below(all in rising(), percent in 0..60_u8) {
            let part = f64::from(percent) / 100.0;
            let fewer = coarser(&all, part);
            prop_assert!(fewer.len() <= all.len());
            for reads in 0..READS {
                match (cost_of(&fewer, reads), cost_of(&all, reads)) {
                    (Some(low), Some(high)) => {
                        prop_assert!(low <= high + 1e-9 && low >= high - part * high - 1e-9, "{} {}", low, high);
                    }
                    (low, high) => prop_assert_eq!(low, high),
                }
            }
        }
    }
}
