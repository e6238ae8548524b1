//! What the lines of a search must stay below to be followed.

use super::line::{Amount, Label, Line, envelope, times};

/// What the lines of a phase must stay below to belong to a schedule of at most some ceiling.
pub(super) enum Gate {
    /// Months are left in the phase, which is to get so many reads.
    Open {
        target: u64,
        /// What a read is worth by the first floor.
        price: Amount,
        /// What may have been spent so far beyond the worth of reads.
        room: Amount,
        /// The most that each number of reads may have cost so far: of all floors, what the lowest says.
        most: Vec<Label<()>>,
    },
    /// The phase is over: all its reads, for no more than so much.
    Done { target: u64, most: Amount },
    /// The project is over.
    Behind { most: Amount },
}

impl Gate {
    /// That of a phase in which months are left, by its floors: at each price of a read, what a schedule with all `target` reads
    /// may cost.
    pub(super) fn open(target: u64, floors: impl Iterator<Item = (Amount, Amount)>) -> Self {
        let so_far = floors.map(|(price, most)| {
            let line = Line { start: 0, end: target, cost: most - times(price, target), slope: price };
            Label { line, origin: () }
        });
        let so_far: Vec<_> = so_far.collect();
        let (price, room) = so_far.first().map_or((0, Amount::MAX), |first| (first.line.slope, first.line.cost));
        Self::Open { target, price, room, most: envelope(&so_far) }
    }

    /// What a line costs at least beyond the worth of its reads, at the first price; `None` when it has too many of them.
    pub(super) fn beyond_worth(&self, line: &Line) -> Option<Amount> {
        let Self::Open { target, price, .. } = self else { return Some(line.cost) };
        let at = |reads: u64| line.at(reads) - times(*price, reads);
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
            Self::Open { target, most, .. } => {
                if line.start > *target {
                    return None;
                }
                below_all(Line { end: line.end.min(*target), ..line }, most)
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

/// The part of a line that is below an envelope which bends downwards, and begins and ends no later than it does.
fn below_all(line: Line, most: &[Label<()>]) -> Option<Line> {
    let piece_at = |reads: u64| most.iter().map(|label| &label.line).find(|piece| reads <= piece.end);
    // Between two ends that are below, a straight line is below, too.
    if line.cost <= piece_at(line.start)?.at(line.start) && line.at(line.end) <= piece_at(line.end)?.at(line.end) {
        return Some(line);
    }
    most.iter().try_fold(line, |part, piece| part.within(&piece.line))
}
