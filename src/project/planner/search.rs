//! The search for the cheapest schedule: month after month, the least that every number of reads costs.
//!
//! What matters of the months so far are the reads that they brought in the phase, what they cost, and which tier may go on
//! without a new term. For each such tier the search keeps the lower envelope of all ways there are, which is a few straight
//! lines; a month more adds the lines of that month's prices. Nothing is lost in this: two lines together are again lines,
//! bent only at whole reads. Ways that can't become cheaper than a schedule already known are left.

use std::ops::Range;

use super::bound::{Ahead, Bound};
use super::line::{Amount, Label, Line, envelope};
use super::market::Market;
use super::powers::Powers;
use super::purchases::{Menu, PaidMonth, menu};

/// How a month is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The beginning of all.
    Start,
    /// Nothing is bought for some months.
    Pause { months: usize },
    /// A good is paid for a month, of which the reads follow the line at that place.
    Month { good: usize, line: usize, begins: bool, is_fixed: bool },
    /// Several months of a good are paid, of which the reads together follow the line at that place.
    AtOnce { good: usize, months: usize, line: usize, in_advance: bool, begins: bool },
    /// A month behind the project that a term asks for.
    Unused { good: usize },
    /// A month of a year of a good that is paid at one price.
    OfYear { good: usize, kind: Year, begins: bool },
    /// No month: the phase is over with so many reads.
    PhaseEnds { reads: u64 },
    /// No month: the same way among those of another envelope.
    Same,
}

/// Why the months of a year cost no more than its price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Where a new node comes from.
pub(super) type Origin = (usize, Step);

/// Why a search ended without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dead {
    /// There is no schedule of at most the ceiling.
    End,
    /// There are too many ways to follow.
    Thicket,
}

/// A search on its way through the months.
pub(super) struct Search<'a> {
    pub(super) market: &'a Market<'a>,
    bound: &'a Bound,
    pub(super) powers: &'a Powers,
    /// What a schedule may cost at most.
    ceiling: Amount,
    /// How many lines of an envelope are followed; `None` for all.
    width: Option<usize>,
    /// How many more ways it may look at.
    patience: usize,
    pub(super) nodes: Vec<Node>,
    /// For each month, the envelopes that end before it: all but those that paused, then those that held each kind last.
    arrivals: Vec<Vec<Vec<Front>>>,
    /// The kinds that one may go on with where others can't begin.
    pub(super) tracked: Vec<bool>,
    /// Whether there are purchases that take more than a month or depend on the one before.
    has_strings: bool,
}

/// The place of the envelopes that hold nothing to go on with.
const LOOSE: usize = 0;

/// The beginning of a purchase that may take more than a month.
#[derive(Clone, Copy)]
pub(super) struct Begin<'a> {
    pub(super) month: usize,
    /// The place of the good.
    pub(super) place: usize,
    /// The month after the stretch.
    pub(super) end: usize,
    /// The ways without a pause in the stretch.
    pub(super) loose: &'a Front,
    /// All ways.
    pub(super) any: &'a Front,
}

impl<'a> Search<'a> {
    pub(super) fn new(market: &'a Market<'a>, bound: &'a Bound, powers: &'a Powers) -> Self {
        let mut tracked = vec![false; market.kinds];
        for good in &market.goods {
            tracked[good.kind] |= good.term > 1 || !good.is_sold;
        }
        let months = market.project.month_count();
        let arrivals = vec![vec![Vec::new(); market.kinds + 1]; months + 1];
        Self {
            market,
            bound,
            powers,
            ceiling: Amount::MAX >> 2,
            width: None,
            patience: usize::MAX,
            nodes: Vec::new(),
            arrivals,
            has_strings: tracked.contains(&true)
                || market.goods.iter().any(|good| good.in_advance.is_some() || good.at_most.is_some()),
            tracked,
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
    pub(super) fn run(&mut self) -> Result<usize, Dead> {
        let months = self.market.project.month_count();
        self.nodes.push(Node { line: Line { start: 0, end: 0, cost: 0, slope: 0 }, from: 0, step: Step::Start });
        self.arrivals[0][LOOSE].push(vec![0]);
        for stretch in self.market.stretches() {
            self.stretch(&stretch);
            if self.patience == 0 {
                return Err(Dead::Thicket);
            }
        }
        let ends = self.arrivals[months].iter().flatten().flatten().copied();
        ends.min_by_key(|end| self.nodes[*end].line.cost).ok_or(Dead::End)
    }

    /// Every way through the months of a stretch. They may change places, so that pauses need come only at its end, or before
    /// a purchase that goes on beyond it.
    fn stretch(&mut self, stretch: &Range<usize>) {
        let menu = menu(self.market, stretch.start);
        let mut rested = Front::new();
        let mut rests: Vec<(usize, Front)> = Vec::new();
        for month in stretch.clone() {
            let arrived = std::mem::take(&mut self.arrivals[month]);
            let held: Vec<Front> = arrived.iter().map(|fronts| self.one_of(month, fronts)).collect();
            let loose = if month == stretch.start { self.one_of(month, &held) } else { held[LOOSE].clone() };
            let any =
                if self.has_strings { self.one_of(month, &[loose.clone(), rested.clone()]) } else { Front::new() };
            self.month(month, stretch.end, &menu, &loose, &any, &held);
            if self.has_strings {
                let pauses = self.pauses(&[(month, any)], month + 1);
                rested = self.settle(month, pauses);
            } else {
                rests.push((month, loose));
            }
        }
        let pauses = self.pauses(&rests, stretch.end);
        let paused = self.settle(stretch.end - 1, pauses);
        self.push_arrival(stretch.end, None, paused);
        self.push_arrival(stretch.end, None, rested);
    }

    /// The ways that pause from some month up to `end`.
    fn pauses(&self, fronts: &[(usize, Front)], end: usize) -> Vec<Label<Origin>> {
        let mut labels = Vec::new();
        for (month, front) in fronts {
            for node in front {
                let line = self.promising(end - 1, self.nodes[*node].line, None);
                labels.extend(line.map(|line| Label { line, origin: (*node, Step::Pause { months: end - month }) }));
            }
        }
        labels
    }

    /// Every way to pay for a month of a stretch that ends before `end`. `loose` are the ways without a pause in the stretch,
    /// `any` all of them, and `held` those by the kind that was held in the month before.
    fn month(&mut self, month: usize, end: usize, menu: &Menu, loose: &Front, any: &Front, held: &[Front]) {
        let market = self.market;
        let mut labels: Vec<Label<Origin>> = Vec::new();
        self.choose(&mut labels, loose, month, menu);
        for (place, good) in market.on_sale(month) {
            let alone = PaidMonth { good: place, month, begins: false, price: 0, ahead: None };
            let is_loose = good.is_loose();
            if self.tracked[good.kind] {
                let own = &held[good.kind + 1];
                let from = if is_loose { self.one_of(month, &[any.clone(), own.clone()]) } else { own.clone() };
                let mut goes_on = Vec::new();
                self.pay(&mut goes_on, &from, alone);
                let front = self.settle(month, goes_on);
                if is_loose {
                    self.arrivals[month + 1][good.kind + 1].push(front);
                } else {
                    self.push_arrival(month + 1, Some(good.kind), front);
                }
            }
            let begin = Begin { month, place, end, loose, any };
            self.commit(begin, &held[good.kind + 1]);
        }
        let front = self.settle(month, labels);
        self.push_arrival(month + 1, None, front);
    }

    /// The part of a line behind a month that may become a schedule within the ceiling.
    pub(super) fn promising(&self, month: usize, line: Line, ahead: Option<Ahead>) -> Option<Line> {
        match self.market.project.phase_of(month) {
            Some(phase) => self.bound.promising(phase, month + 1, line, ahead, self.ceiling),
            None => (line.cost <= self.ceiling).then_some(line),
        }
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
            let step = Step::PhaseEnds { reads: line.end };
            let line = Line { start: 0, end: 0, cost: line.at(line.end), slope: 0 };
            self.nodes.push(Node { line, from: node, step });
            self.nodes.len() - 1
        });
        ended.into_iter().collect()
    }

    /// Keeps the most promising lines of a narrow search, and that of the most reads.
    fn narrow_down(&self, month: usize, lowest: &mut Vec<Label<Origin>>) {
        let (Some(width), Some(phase)) = (self.width, self.market.project.phase_of(month)) else { return };
        if lowest.len() <= width {
            return;
        }
        let last = lowest.pop();
        lowest.sort_by_key(|label| self.bound.promise(phase, month + 1, &label.line));
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
        if let Some(kind) = held.filter(|kind| self.tracked[*kind]) {
            self.arrivals[month][kind + 1].push(front.clone());
        }
        self.arrivals[month][LOOSE].push(front);
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
            let other: Vec<_> = front.iter().map(label).collect();
            lowest = super::line::lower(&lowest, &other);
        }
        self.narrow_down(month.saturating_sub(1), &mut lowest);
        let kept = lowest.into_iter().map(|label| {
            let (from, step) = label.origin;
            if self.nodes[from].line == label.line {
                return from;
            }
            self.nodes.push(Node { line: label.line, from, step });
            self.nodes.len() - 1
        });
        kept.collect()
    }
}
