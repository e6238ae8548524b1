//! The search for the cheapest schedule: month after month, the least that every number of reads costs.
//!
//! What matters of the months so far are the reads that they brought in the phase, what they cost, and which tier may go on
//! without a new term. The search keeps the lower envelope of all ways there are, which is a few straight lines; a month more
//! adds the lines of that month's prices. Nothing is lost in this: two lines together are again lines, bent only at whole
//! reads. Ways that can't become a schedule within the ceiling are left, so that the first one found is the cheapest.

use serde::{Deserialize, Serialize};

use super::floors::Floors;
use super::gate::Gate;
use super::holding::Holding;
use super::line::{Amount, Label, Line, envelope, lower};
use super::market::Market;
use super::powers::Powers;

/// How a month is spent. It is kept small, as a search copies it with every line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The beginning of all.
    Start,
    /// Nothing is bought for a month.
    Pause,
    /// A tier is paid for a month, of which the reads follow the line at that place.
    Month { tier: usize, line: usize, begins: bool, is_fixed: bool },
    /// Several months of a tier are paid, of which the reads together follow the line at that place.
    AtOnce { tier: usize, months: u8, line: usize, in_advance: bool, begins: bool },
    /// A month behind the project that a term asks for.
    Unused { tier: usize },
    /// A month of a year of a tier that is paid at one price.
    OfYear { tier: usize, year: Year, begins: bool },
    /// No month: the phase is over, with the reads of the way to it.
    PhaseEnds,
    /// No month: the same way among those of another envelope.
    Same,
}

/// Why the months of a year cost no more than its price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Year {
    /// It is paid in advance.
    InAdvance,
    /// Its months come to the annual maximum.
    AtMost,
}

/// The least that some numbers of reads of a phase cost, and the way there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) line: Line,
    pub(super) from: usize,
    pub(super) step: Step,
}

/// The places of nodes that are an envelope.
pub(super) type Front = Vec<usize>;

/// The least that numbers of reads cost by some month. Only what has just been reached has its node.
pub(super) type Reached = Vec<Label<Option<usize>>>;

/// Where a new node comes from.
pub(super) type Origin = (usize, Step);

/// Why a search ended without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotFound {
    /// There is no schedule of at most the ceiling.
    NoSchedule,
    /// There are too many ways to follow.
    CutShort,
}

/// A search on its way through the months.
pub(super) struct Search<'a> {
    pub(super) market: &'a Market<'a>,
    pub(super) floors: &'a Floors<'a>,
    pub(super) powers: &'a Powers,
    /// What a schedule may cost at most.
    ceiling: Amount,
    /// How many lines of an envelope are followed; `None` for all.
    width: Option<usize>,
    /// How many more ways it may look at.
    pub(super) patience: usize,
    pub(super) nodes: Vec<Node>,
    /// For each month, the envelopes that end before it: all but those that paused, then those that held each kind last.
    pub(super) arrivals: Vec<Vec<Vec<Front>>>,
    /// The kinds that one may go on with where others can't begin.
    pub(super) tracked: Vec<bool>,
}

/// The place of the envelopes that hold nothing to go on with.
pub(super) const NOTHING_HELD: usize = 0;

impl<'a> Search<'a> {
    pub(super) fn new(market: &'a Market<'a>, floors: &'a Floors<'a>, powers: &'a Powers) -> Self {
        let months = market.project.month_count();
        let arrivals = vec![vec![Vec::new(); market.kinds + 1]; months + 1];
        Self {
            market,
            floors,
            powers,
            ceiling: Amount::MAX >> 2,
            width: None,
            patience: usize::MAX,
            nodes: Vec::new(),
            arrivals,
            tracked: market.tracked(),
        }
    }

    /// The same search for a schedule of at most `ceiling` only.
    pub(super) fn up_to(self, ceiling: Amount) -> Self {
        Self { ceiling, ..self }
    }

    /// The same search with no more than `width` lines of an envelope: fast, but it may miss the cheapest.
    pub(super) fn narrow(self, width: usize) -> Self {
        Self { width: Some(width), ..self }
    }

    /// The same search with no more than so many ways to look at.
    pub(super) fn with_patience(self, patience: usize) -> Self {
        Self { patience, ..self }
    }

    /// The place of the node at which the cheapest schedule ends.
    pub(super) fn run(&mut self) -> Result<usize, NotFound> {
        let months = self.market.project.month_count();
        let nothing = Node { line: Line { start: 0, end: 0, cost: 0, slope: 0 }, from: 0, step: Step::Start };
        self.nodes.push(nothing);
        self.arrivals[0][NOTHING_HELD].push(vec![0]);
        for stretch in self.market.stretches() {
            self.stretch(&stretch);
            if self.patience == 0 {
                return Err(NotFound::CutShort);
            }
        }
        let ends = self.arrivals[months].iter().flatten().flatten().copied();
        ends.min_by_key(|end| self.nodes[*end].line.cost).ok_or(NotFound::NoSchedule)
    }

    /// The ways that pause in a month.
    pub(super) fn pauses(&self, month: usize, fronts: &[&Front]) -> Vec<Label<Origin>> {
        let gate = self.gate(month, Holding::Nothing);
        let mut labels = Vec::new();
        for node in fronts.iter().copied().flatten() {
            let line = gate.below(self.nodes[*node].line);
            labels.extend(line.map(|line| Label { line, origin: (*node, Step::Pause) }));
        }
        labels
    }

    /// What the lines behind a month must stay below to become a schedule within the ceiling.
    pub(super) fn gate(&self, month: usize, holding: Holding) -> Gate<'a> {
        self.floors.gate(month + 1, holding, self.ceiling)
    }

    /// Ends a month: the envelope of its ways. After the last month of a phase only the cheapest way to all its reads is left.
    pub(super) fn settle(&mut self, month: usize, labels: Vec<Label<Origin>>) -> Front {
        self.patience = self.patience.saturating_sub(labels.len());
        if self.patience == 0 {
            return Front::new();
        }
        let mut lowest = envelope(&labels);
        self.narrow_down(month, &mut lowest);
        let front = lowest.into_iter().map(|label| {
            let (from, step) = label.origin;
            self.nodes.push(Node { line: label.line, from, step });
            self.nodes.len() - 1
        });
        let front: Front = front.collect();
        let project = self.market.project;
        if project.phase_of(month) == project.phase_of(month + 1) || month >= project.month_count() {
            return front;
        }
        let best = front.into_iter().min_by_key(|node| self.nodes[*node].line.cost);
        let ended = best.map(|node| {
            let line = self.nodes[node].line;
            let line = Line { start: 0, end: 0, cost: line.at(line.end), slope: 0 };
            self.nodes.push(Node { line, from: node, step: Step::PhaseEnds });
            self.nodes.len() - 1
        });
        ended.into_iter().collect()
    }

    /// Keeps the most promising lines of a narrow search, and that of the most reads.
    fn narrow_down(&self, month: usize, lowest: &mut Vec<Label<Origin>>) {
        let Some(width) = self.width else { return };
        if lowest.len() <= width {
            return;
        }
        let last = lowest.pop();
        lowest.sort_by_cached_key(|label| self.floors.promise(month + 1, &label.line));
        lowest.truncate(width);
        lowest.sort_by_key(|label| label.line.start);
        lowest.extend(last);
    }

    /// Notes an envelope for the months from `month` on, and the kind that it held last.
    pub(super) fn push_arrival(&mut self, month: usize, held: Option<usize>, front: Front) {
        let month = month.min(self.market.project.month_count());
        if front.is_empty() {
            return;
        }
        if let Some(kind) = held.filter(|kind| self.tracked[*kind] && self.floors.may_be_of_use(month, *kind)) {
            self.arrivals[month][kind + 1].push(front.clone());
        }
        self.arrivals[month][NOTHING_HELD].push(front);
    }

    /// The envelope of several.
    pub(super) fn one_of(&mut self, month: usize, fronts: &[Front]) -> Front {
        let mut some = fronts.iter().filter(|front| !front.is_empty());
        let Some(first) = some.next() else { return Front::new() };
        let mut others = some.peekable();
        if others.peek().is_none() {
            return first.clone();
        }
        let label = |node: &usize| Label { line: self.nodes[*node].line, origin: (*node, Step::Same) };
        let mut lowest: Vec<Label<Origin>> = first.iter().map(label).collect();
        for front in others {
            self.patience = self.patience.saturating_sub(front.len());
            let other: Vec<_> = front.iter().map(label).collect();
            lowest = lower(&lowest, &other);
        }
        self.narrow_down(month.saturating_sub(1), &mut lowest);
        let kept = lowest.into_iter().map(|label| self.part(label.line, label.origin.0, label.origin.1));
        kept.collect()
    }

    /// The parts of a front that lie below all that was reached before, and notes them there.
    pub(super) fn beneath(&mut self, reached: &mut Reached, front: Front) -> Front {
        if front.is_empty() {
            return front;
        }
        let own: Vec<_> =
            front.iter().map(|node| Label { line: self.nodes[*node].line, origin: Some(*node) }).collect();
        *reached = lower(reached, &own);
        let new = reached.iter_mut().filter_map(|label| Some((label.line, label.origin.take()?)));
        new.map(|(line, node)| self.part(line, node, Step::Same)).collect()
    }

    /// The place of a node with that line, which is a part of another's.
    fn part(&mut self, line: Line, from: usize, step: Step) -> usize {
        if self.nodes[from].line == line {
            return from;
        }
        self.nodes.push(Node { line, from, step });
        self.nodes.len() - 1
    }
}
