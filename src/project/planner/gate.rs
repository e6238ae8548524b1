//! What the lines of a search must stay below to be followed.

use std::borrow::Cow;

use super::line::{Amount, Label, Line, Measure};

/// What the lines of a phase must stay below to belong to a schedule of at most some ceiling.
pub(super) enum Gate<'b> {
    /// Months are left in the phase, which is to get so many reads.
    Open {
        target: u64,
        /// What a read is worth.
        worth: Amount,
        /// What may have been spent so far beyond the worth of reads.
        room: Amount,
        ceiling: Amount,
        /// The most that each number of reads may have cost so far, less the ceiling.
        most: Cow<'b, [Label<()>]>,
    },
    /// The phase is over: all its reads, for no more than so much.
    Done { target: u64, most: Amount },
    /// The project is over.
    Behind { most: Amount },
}

impl Gate<'_> {
    /// What a line costs at least beyond the worth of its reads, `None` when it has too many of them.
    pub(super) fn beyond_worth(&self, line: &Line) -> Option<Amount> {
        let Self::Open { target, worth, .. } = self else { return Some(line.cost) };
        let at = |reads: u64| line.at(reads) - worth.times(reads);
        (line.start <= *target).then(|| at(line.start).min(at(line.end.min(*target))))
    }

    /// The most that lines together may cost beyond the worth of their reads.
    pub(super) const fn room(&self) -> Amount {
        match self {
            Self::Open { room: most, .. } | Self::Done { most, .. } | Self::Behind { most } => *most,
        }
    }

    /// Whether the phase is over, so that of all lines only the lowest is of use.
    pub(super) const fn is_done(&self) -> bool {
        matches!(self, Self::Done { .. })
    }

    /// The part of a line that is below.
    pub(super) fn below(&self, line: Line) -> Option<Line> {
        match self {
            Self::Open { target, ceiling, most, .. } => {
                if line.start > *target {
                    return None;
                }
                let so_far = Line { end: line.end.min(*target), cost: line.cost - ceiling, ..line };
                below_all(so_far, most).map(|line| Line { cost: line.cost + ceiling, ..line })
            }
            Self::Done { target, most } => {
                if line.start > *target || line.end < *target {
                    return None;
                }
                Some(line.part(*target, *target)).filter(|done| done.cost <= *most)
            }
            Self::Behind { most } => (line.cost <= *most).then_some(line),
        }
    }
}

/// The part of a line from the first of its reads that is below `most` to the last one: a few between them may not be. What `most`
/// doesn't have is not below.
fn below_all(line: Line, most: &[Label<()>]) -> Option<Line> {
    let first = most.partition_point(|label| label.line.end < line.start);
    let on_the_way = most[first..].iter().map(|label| &label.line).take_while(|piece| piece.start <= line.end);
    let parts =
        on_the_way.filter_map(|piece| line.part(line.start.max(piece.start), line.end.min(piece.end)).within(piece));
    let (mut start, mut end) = (None, 0);
    for part in parts {
        start = start.or(Some(part.start));
        end = part.end;
    }
    start.map(|start| line.part(start, end))
}
