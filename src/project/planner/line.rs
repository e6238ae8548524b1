//! The least that a number of reads costs, as straight lines over whole numbers of reads, and the lower envelope of many.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::{Add, Sub};

/// An exact amount of money as a whole number; [`super::units::Units`] says of what.
pub(super) type Amount = i128;

/// What a [`Line`] is measured in: exact amounts, or rough ones that are faster.
pub(super) trait Measure: Copy + PartialOrd + Add<Output = Self> + Sub<Output = Self> {
    const NOTHING: Self;

    /// So many times this.
    fn times(self, reads: u64) -> Self;

    /// How many whole steps of `step`, which is positive, there are in this, which is not negative.
    fn whole_steps(self, step: Self) -> u64;
}

impl Measure for Amount {
    const NOTHING: Self = 0;

    fn times(self, reads: u64) -> Self {
        self * Self::from(reads)
    }

    fn whole_steps(self, step: Self) -> u64 {
        match (u64::try_from(self), u64::try_from(step)) {
            (Ok(amount), Ok(step)) => amount / step,
            _ => u64::try_from(self / step).unwrap_or(u64::MAX),
        }
    }
}

/// A straight line over the numbers of reads from `start` to `end`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<A = Amount> {
    pub(super) start: u64,
    pub(super) end: u64,
    /// The amount at its start.
    pub(super) cost: A,
    /// What each further read adds; not negative.
    pub(super) slope: A,
}

impl<A: Measure> Line<A> {
    /// The amount at a number of reads on the line.
    pub(super) fn at(&self, reads: u64) -> A {
        self.cost + self.slope.times(reads.saturating_sub(self.start))
    }

    /// The part from `start` to `end`, which lie on the line.
    pub(super) fn part(&self, start: u64, end: u64) -> Self {
        let cost = if start == self.start { self.cost } else { self.at(start) };
        Self { start, end, cost, slope: self.slope }
    }
}

impl Line {
    /// The amount at a number of reads on the line or beside it.
    fn beside(&self, reads: u64) -> Amount {
        if reads < self.start { self.cost - self.slope.times(self.start - reads) } else { self.at(reads) }
    }

    /// The part where the amount is at most that of `limit`, were that without ends; `None` when there is none.
    pub(super) fn within(&self, limit: &Self) -> Option<Self> {
        let room_at_start = limit.beside(self.start) - self.cost;
        let closing = self.slope - limit.slope;
        let room_at_end = room_at_start - closing.times(self.end - self.start);
        match (room_at_start >= 0, room_at_end >= 0) {
            (true, true) => Some(*self),
            (false, false) => None,
            (true, false) => Some(Self { end: self.start + room_at_start.whole_steps(closing), ..*self }),
            (false, true) => {
                let above = (-room_at_start - 1).whole_steps(-closing);
                Some(self.part(self.start + above + 1, self.end))
            }
        }
    }
}

/// A line with a note of where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label<T, A = Amount> {
    pub(super) line: Line<A>,
    pub(super) origin: T,
}

impl<T: Copy + PartialEq, A: Measure> Label<T, A> {
    fn part(&self, start: u64, end: u64) -> Self {
        Self { line: self.line.part(start, end), origin: self.origin }
    }
}

/// The lowest line at every number of reads, in rising order and without overlaps. Of equal ones any.
///
/// The labels may stand in any order, but it is fast where most of them begin behind the one in front.
pub(super) fn envelope<T: Copy + PartialEq>(labels: &[Label<T>]) -> Vec<Label<T>> {
    lowest(labels).into_owned()
}

/// The envelope of labels, which are one already if none begins before the one in front of it has ended.
fn lowest<T: Copy + PartialEq>(labels: &[Label<T>]) -> Cow<'_, [Label<T>]> {
    if labels.is_sorted_by(|one, next| one.line.end < next.line.start) {
        return Cow::Borrowed(labels);
    }
    let (one, other) = labels.split_at(labels.len() / 2);
    Cow::Owned(lower(&lowest(one), &lowest(other)))
}

/// The lower of two envelopes at every number of reads.
pub(super) fn lower<T: Copy + PartialEq, A: Measure>(one: &[Label<T, A>], other: &[Label<T, A>]) -> Vec<Label<T, A>> {
    let mut found = Lowest(Vec::with_capacity(one.len() + other.len()));
    found.push_lowest(one, other, 0);
    found.0
}

/// Brings an envelope down to another one, which is nowhere lower than the lines before the place `from`.
pub(super) fn lower_to<T: Copy + PartialEq, A: Measure>(
    one: &mut Vec<Label<T, A>>,
    from: usize,
    other: &[Label<T, A>],
) {
    let rest = one.split_off(from);
    let next = one.last().map_or(0, |last| last.line.end + 1);
    let mut found = Lowest(std::mem::take(one));
    found.push_lowest(&rest, other, next);
    *one = found.0;
}

/// An envelope on its way up.
struct Lowest<T, A>(Vec<Label<T, A>>);

impl<T: Copy + PartialEq, A: Measure> Lowest<T, A> {
    /// Adds the lower of two envelopes from the `next` number of reads on.
    fn push_lowest(&mut self, mut one: &[Label<T, A>], mut other: &[Label<T, A>], mut next: u64) {
        while let ([a, later_ones @ ..], [b, later_others @ ..]) = (one, other) {
            let (start_of_a, start_of_b) = (a.line.start.max(next), b.line.start.max(next));
            // What lies in front of the other is the lowest there.
            let end = match start_of_a.cmp(&start_of_b) {
                Ordering::Less => self.push_part(a, start_of_a, a.line.end.min(start_of_b - 1)),
                Ordering::Greater => self.push_part(b, start_of_b, b.line.end.min(start_of_a - 1)),
                Ordering::Equal => self.push_lower(a, b, start_of_a, a.line.end.min(b.line.end)),
            };
            if end == a.line.end {
                one = later_ones;
            }
            if end == b.line.end {
                other = later_others;
            }
            next = end + 1;
        }
        for rest in one.iter().chain(other) {
            self.push_part(rest, rest.line.start.max(next), rest.line.end);
        }
    }

    /// Adds the lower of two lines from `start` to `end`, which it gives back.
    fn push_lower(&mut self, one: &Label<T, A>, other: &Label<T, A>, start: u64, end: u64) -> u64 {
        let ahead = other.line.at(start) - one.line.at(start);
        let ahead_at_end = ahead + (other.line.slope - one.line.slope).times(end - start);
        let nothing = A::NOTHING;
        // `low` starts as the lower one, and ends where `high` has come below it.
        let (low, high, ahead, is_crossed) = if ahead > nothing || ahead == nothing && ahead_at_end >= nothing {
            (one, other, ahead, ahead_at_end < nothing)
        } else {
            (other, one, nothing - ahead, ahead_at_end > nothing)
        };
        if !is_crossed {
            return self.push_part(low, start, end);
        }
        let last = start + ahead.whole_steps(low.line.slope - high.line.slope).min(end - start - 1);
        self.push_part(low, start, last);
        self.push_part(high, last + 1, end)
    }

    /// Adds a line from `start` to `end`, which it gives back.
    fn push_part(&mut self, label: &Label<T, A>, start: u64, end: u64) -> u64 {
        self.push(label.part(start, end));
        end
    }

    /// Adds a line behind all others, as one with the last where it only goes on.
    fn push(&mut self, label: Label<T, A>) {
        if let Some(last) = self.0.last_mut()
            && last.line.end + 1 == label.line.start
            && last.line.slope == label.line.slope
            && last.origin == label.origin
            && last.line.at(label.line.start) == label.line.cost
        {
            last.line.end = label.line.end;
        } else {
            self.0.push(label);
        }
    }
}

/// The least that the reads of two lines cost together, the first reads being those that cost less: one line, or two.
pub(super) fn together<A: Measure>(one: &Line<A>, other: &Line<A>) -> [Option<Line<A>>; 2] {
    let (first, second) = if one.slope <= other.slope { (one, other) } else { (other, one) };
    let start = one.start + other.start;
    let bend = start + (first.end - first.start);
    let end = bend + (second.end - second.start);
    let rising = Line { start, end: bend, cost: one.cost + other.cost, slope: first.slope };
    if first.slope == second.slope || bend == end {
        return [Some(Line { end, ..rising }), None];
    }
    if start == bend {
        return [Some(Line { start, end, cost: rising.cost, slope: second.slope }), None];
    }
    [Some(rising), Some(Line { start: bend + 1, end, cost: rising.at(bend) + second.slope, slope: second.slope })]
}

/// How the reads of two lines [`together`] come from the one and the other.
pub(super) fn apart(one: &Line, other: &Line, reads: u64) -> (u64, u64) {
    if one.slope <= other.slope {
        let of_one = one.end.min(reads - other.start);
        (of_one, reads - of_one)
    } else {
        let of_other = other.end.min(reads - one.start);
        (reads - of_other, of_other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const READS: u64 = 40;

    fn lines() -> impl Strategy<Value = Vec<Label<usize>>> {
        let line = (0..READS, 0..READS, 0..60_i128, 0..4_i128);
        let lines = prop::collection::vec(line, 0..24);
        lines.prop_map(|lines| {
            let label = |(place, (one, other, cost, slope)): (usize, (u64, u64, i128, i128))| {
                let line = Line { start: one.min(other), end: one.max(other), cost, slope };
                Label { line, origin: place }
            };
            lines.into_iter().enumerate().map(label).collect()
        })
    }

    fn costs(labels: &[Label<usize>], reads: u64) -> impl Iterator<Item = Amount> {
        let there = labels.iter().filter(move |label| (label.line.start..=label.line.end).contains(&reads));
        there.map(move |label| label.line.at(reads))
    }

    proptest! {
        #[test]
        fn an_envelope_is_the_lowest_line_at_every_number_of_reads(labels in lines()) {
            let found = envelope(&labels);
            prop_assert!(found.is_sorted_by(|one, next| one.line.end < next.line.start));
            for reads in 0..READS {
                prop_assert_eq!(costs(&found, reads).next(), costs(&labels, reads).min(), "at {} reads", reads);
            }
            for label in &found {
                let whole = labels[label.origin].line;
                prop_assert_eq!(label.line, whole.part(label.line.start, label.line.end), "a part of its origin");
            }
        }

        #[test]
        fn two_envelopes_are_one_that_is_lower_than_either(one in lines(), other in lines()) {
            let found = lower(&envelope(&one), &envelope(&other));
            for reads in 0..READS {
                let lowest = costs(&one, reads).chain(costs(&other, reads)).min();
                prop_assert_eq!(costs(&found, reads).next(), lowest, "at {} reads", reads);
            }
        }

        #[test]
        fn the_part_within_a_limit_has_all_reads_that_are(lines in lines(), limits in lines()) {
            for (line, limit) in lines.iter().zip(&limits).map(|(line, limit)| (line.line, limit.line)) {
                let within = |reads: u64| line.at(reads) <= limit.beside(reads);
                let part = line.within(&limit);
                for reads in line.start..=line.end {
                    let is_in_part = part.is_some_and(|part| (part.start..=part.end).contains(&reads));
                    prop_assert_eq!(is_in_part, within(reads), "at {} reads", reads);
                }
            }
        }
    }
}
