//! What the lines of a search must stay below to be followed.

use super::line::{Amount, Line};

/// What the lines of a phase must stay below to belong to a schedule of at most some ceiling.
pub(super) enum Gate {
    /// Months are left in the phase: at each price of a read, what a schedule with all reads of the phase may cost.
    Open { target: u64, floors: Vec<(Amount, Amount)> },
    /// The phase is over: all its reads, for no more than so much.
    Done { target: u64, most: Amount },
    /// The project is over.
    Behind { most: Amount },
}

impl Gate {
    /// What a line costs at least beyond the worth of its reads, at the first price; `None` when it has too many of them.
    pub(super) fn beyond_worth(&self, line: &Line) -> Option<Amount> {
        let Self::Open { target, floors } = self else { return Some(line.cost) };
        let (price, _) = floors.first()?;
        let at = |reads: u64| line.at(reads) - price * Amount::from(reads);
        (line.start <= *target).then(|| at(line.start).min(at(line.end.min(*target))))
    }

    /// The most that lines together may cost beyond the worth of their reads.
    pub(super) fn room(&self) -> Amount {
        match self {
            Self::Open { target, floors } => {
                floors.first().map_or(Amount::MAX, |(price, most)| most - price * Amount::from(*target))
            }
            Self::Done { most, .. } | Self::Behind { most } => *most,
        }
    }

    /// Whether the phase is over, so that of all lines only the lowest is of use.
    pub(super) const fn is_done(&self) -> bool {
        matches!(self, Self::Done { .. })
    }

    /// The part of a line that is below.
    pub(super) fn below(&self, line: Line) -> Option<Line> {
        match self {
            Self::Open { target, floors } => {
                if line.start > *target {
                    return None;
                }
                let mut line = Line { end: line.end.min(*target), ..line };
                for (price, most) in floors {
                    line = line.affordable(*price, *target, *most)?;
                }
                Some(line)
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
