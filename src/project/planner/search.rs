//! The search for the cheapest schedule: month after month, the least that every number of reads costs.
//!
//! What matters of the months so far are the reads that they brought in the phase, what they cost, and which tier may go on
//! without a new term. For each such tier the search keeps the lower envelope of all ways there are, which is a few straight
//! lines; a month more adds the lines of that month's prices. Nothing is lost in this: two lines together are again lines,
//! bent only at whole reads. Ways that can't become cheaper than a schedule already known are left.

use super::bound::Bound;
use super::line::{Amount, Label, Line, envelope, together};
use super::market::{Market, Prepaid};
use super::units::order;

/// How a month is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The beginning of all.
    Start,
    /// Nothing is bought.
    Pause,
    /// A good is paid for a month, of which the reads follow the line at that place.
    Month { good: usize, line: usize, begins: bool, is_fixed: bool },
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

/// Whether a month is bought by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OfTerm {
    No,
    /// With it a term begins.
    Begins,
    /// It belongs to a term that began.
    GoesOn,
}

/// The least that some numbers of reads of a phase cost, and the way there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) line: Line,
    pub(super) from: usize,
    pub(super) step: Step,
}

/// The places of nodes that are an envelope.
type Front = Vec<usize>;

/// Where a new node comes from.
type Origin = (usize, Step);

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
    market: &'a Market<'a>,
    bound: &'a Bound,
    /// What a schedule may cost at most.
    ceiling: Amount,
    /// How many lines of an envelope are followed; `None` for all.
    width: Option<usize>,
    /// How many nodes there may be.
    most_nodes: usize,
    pub(super) nodes: Vec<Node>,
    /// For each month, the envelopes that end before it: those of no tier that may go on, then of each kind.
    arrivals: Vec<Vec<Vec<Front>>>,
    /// The kinds that one may go on with where others can't begin.
    tracked: Vec<bool>,
}

impl<'a> Search<'a> {
    pub(super) fn new(market: &'a Market<'a>, bound: &'a Bound) -> Self {
        let mut tracked = vec![false; market.kinds];
        for good in &market.goods {
            tracked[good.kind] |= good.term > 1 || !good.is_sold;
        }
        let months = market.project.month_count();
        let arrivals = vec![vec![Vec::new(); market.kinds + 1]; months + 1];
        Self {
            market,
            bound,
            ceiling: Amount::MAX >> 2,
            width: None,
            most_nodes: usize::MAX,
            nodes: Vec::new(),
            arrivals,
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

    /// The same search with no more than so many nodes.
    pub(super) fn with_nodes(self, most_nodes: usize) -> Self {
        Self { most_nodes, ..self }
    }

    /// The place of the node at which the cheapest schedule ends.
    pub(super) fn run(&mut self) -> Result<usize, Dead> {
        let months = self.market.project.month_count();
        self.nodes.push(Node { line: Line { start: 0, end: 0, cost: 0, slope: 0 }, from: 0, step: Step::Start });
        self.arrivals[0][0].push(vec![0]);
        for month in 0..months {
            let arrived = std::mem::take(&mut self.arrivals[month]);
            let held: Vec<Front> = arrived.iter().map(|fronts| self.one_of(month, fronts)).collect();
            let any = self.one_of(month, &held);
            if any.is_empty() {
                continue;
            }
            self.month(month, &any, &held);
            if self.nodes.len() > self.most_nodes {
                return Err(Dead::Thicket);
            }
        }
        let ends = self.arrivals[months].iter().flatten().flatten().copied();
        ends.min_by_key(|end| self.nodes[*end].line.cost).ok_or(Dead::End)
    }

    /// Every way to spend a month. `held` are the ways by the kind that was held in the month before.
    fn month(&mut self, month: usize, any: &Front, held: &[Front]) {
        let market = self.market;
        let mut loose: Vec<Label<Origin>> = Vec::new();
        for node in any {
            loose.push(Label { line: self.nodes[*node].line, origin: (*node, Step::Pause) });
        }
        for (place, good) in market.on_sale(month) {
            let own = &held[good.kind + 1];
            if good.is_sold && good.term > 1 {
                self.term(month, place, any);
            }
            if self.tracked[good.kind] {
                let from = if good.is_sold && good.term == 1 { any } else { own };
                let mut labels = Vec::new();
                self.add_month(&mut labels, from, place, month, OfTerm::No);
                self.arrive(month, good.kind, labels);
            } else {
                self.add_month(&mut loose, any, place, month, OfTerm::No);
            }
            if let Some(year) = good.in_advance {
                if good.is_sold {
                    self.years_in_advance(month, place, year, good.years(), any);
                }
                if !good.is_sold || good.years() > 1 {
                    self.years_in_advance(month, place, year, 1, own);
                }
            }
            if let Some(year) = good.at_most {
                let may_begin = if good.is_sold && good.term == 1 { any } else { own };
                self.year_at_most(month, place, year, may_begin);
            }
        }
        let front = self.settle(month, loose);
        self.push_arrival(month + 1, 0, front);
    }

    /// A purchase with a term: so many months that are paid, whatever comes. Each year of it may come to the annual maximum.
    fn term(&mut self, month: usize, place: usize, from: &Front) {
        let good = &self.market.goods[place];
        let mut front = from.clone();
        let mut done = 0;
        while done < good.term && !front.is_empty() {
            let months = good.term.min(done + 12) - done;
            let start = month + done;
            let listed = self.months(start, place, months, done == 0, &front);
            front = match good.at_most {
                None => listed,
                Some(year) => {
                    let is_last = done + months == good.term;
                    let capped = self.year(start, place, year, months, done == 0, is_last, &front);
                    self.one_of(start + months, &[listed, capped])
                }
            };
            done += months;
        }
        self.push_arrival(month + good.term, good.kind + 1, front);
    }

    /// So many months of a good at its listed prices.
    fn months(&mut self, month: usize, place: usize, count: usize, begins: bool, from: &Front) -> Front {
        let mut front = from.clone();
        for (later, month) in (month..month + count).enumerate() {
            if front.is_empty() {
                break;
            }
            let mut labels = Vec::new();
            let of_term = if begins && later == 0 { OfTerm::Begins } else { OfTerm::GoesOn };
            self.add_month(&mut labels, &front, place, month, of_term);
            front = self.settle(month, labels);
        }
        front
    }

    /// The months of a year that come to its annual maximum; beyond them the year may go on for as long as it lasts.
    #[allow(clippy::too_many_arguments, reason = "each says another thing of the year")]
    fn year(
        &mut self,
        month: usize,
        place: usize,
        year: Prepaid,
        count: usize,
        begins: bool,
        goes_on: bool,
        from: &Front,
    ) -> Front {
        let good = &self.market.goods[place];
        let mut front = from.clone();
        let mut at_count = Front::new();
        for later in 0..12 {
            let at = month + later;
            let may_go_on = later < count || (goes_on && good.months.contains(&at));
            if front.is_empty() || !may_go_on {
                break;
            }
            let step = Step::OfYear { good: place, kind: Year::AtMost, begins: begins && later == 0 };
            let price = if later == 0 { year.price } else { 0 };
            let labels = self.of_year(&front, year, price, at, step);
            front = self.settle_unbound(at, labels);
            if later + 1 == count {
                at_count.clone_from(&front);
            }
            if later + 1 > count {
                self.push_arrival(at + 1, good.kind + 1, front.clone());
            }
        }
        at_count
    }

    /// A year without a term of which the months come to the annual maximum; one may leave at the end of any of them.
    fn year_at_most(&mut self, month: usize, place: usize, year: Prepaid, from: &Front) {
        let good = &self.market.goods[place];
        let front = self.year(month, place, year, 1, true, true, from);
        self.push_arrival(month + 1, good.kind + 1, front);
    }

    /// Whole years paid in advance.
    fn years_in_advance(&mut self, month: usize, place: usize, year: Prepaid, years: usize, from: &Front) {
        let good = &self.market.goods[place];
        let count = years * 12;
        let mut front = from.clone();
        for later in 0..count {
            if front.is_empty() {
                return;
            }
            let step = Step::OfYear { good: place, kind: Year::InAdvance, begins: later == 0 };
            let price = if later % 12 == 0 { year.price } else { 0 };
            let labels = self.of_year(&front, year, price, month + later, step);
            front = self.settle_unbound(month + later, labels);
        }
        self.push_arrival(month + count, good.kind + 1, front);
    }

    /// The ways of `from` with a month of a good behind each.
    fn add_month(&self, labels: &mut Vec<Label<Origin>>, from: &Front, place: usize, month: usize, of_term: OfTerm) {
        let good = &self.market.goods[place];
        for node in from {
            let before = self.nodes[*node].line;
            if month >= self.market.project.month_count() {
                let line = Line { cost: before.cost + good.unused + order(month), ..before };
                labels.push(Label { line, origin: (*node, Step::Unused { good: place }) });
                continue;
            }
            for (line, own) in good.lines.iter().enumerate() {
                let (begins, is_fixed) = (of_term == OfTerm::Begins, of_term != OfTerm::No || self.tracked[good.kind]);
                let step = Step::Month { good: place, line, begins, is_fixed };
                self.add(labels, *node, own, order(month), month, step, true);
            }
        }
    }

    /// The ways of `from` with a month of a year behind each, and the price of the year if it begins.
    fn of_year(&self, from: &Front, year: Prepaid, price: Amount, month: usize, step: Step) -> Vec<Label<Origin>> {
        let mut labels = Vec::new();
        let end = if month < self.market.project.month_count() { year.served.end } else { 0 };
        for node in from {
            self.add(&mut labels, *node, &Line { end, ..year.served }, price + order(month), month, step, false);
        }
        labels
    }

    /// The ways of a node with a month behind it, as far as they may be of use.
    #[allow(clippy::too_many_arguments, reason = "each says another thing of the month")]
    fn add(
        &self,
        labels: &mut Vec<Label<Origin>>,
        node: usize,
        own: &Line,
        more: Amount,
        month: usize,
        step: Step,
        is_bound: bool,
    ) {
        let before = &self.nodes[node].line;
        for line in together(before, own).into_iter().flatten() {
            let line = Line { cost: line.cost + more, ..line };
            let line = if is_bound { self.promising(month, line) } else { self.within_phase(month, line) };
            labels.extend(line.map(|line| Label { line, origin: (node, step) }));
        }
    }

    /// The part of a line behind a month that may become a schedule within the ceiling.
    fn promising(&self, month: usize, line: Line) -> Option<Line> {
        match self.market.project.phase_of(month) {
            Some(phase) => self.bound.promising(phase, month + 1, line, self.ceiling),
            None => (line.cost <= self.ceiling).then_some(line),
        }
    }

    /// The part of a line that the phase needs. Months that are paid already aren't held to what months cost.
    fn within_phase(&self, month: usize, line: Line) -> Option<Line> {
        match self.market.project.phase_of(month) {
            Some(phase) => self.bound.needed(phase, month + 1, line, self.ceiling),
            None => (line.cost <= self.ceiling).then_some(line),
        }
    }

    /// Ends a month: the envelope of its ways. After the last month of a phase only the cheapest way to all its reads is left.
    fn settle(&mut self, month: usize, mut labels: Vec<Label<Origin>>) -> Front {
        labels.retain_mut(|label| match self.promising(month, label.line) {
            Some(line) => {
                label.line = line;
                true
            }
            None => false,
        });
        self.settle_unbound(month, labels)
    }

    fn settle_unbound(&mut self, month: usize, labels: Vec<Label<Origin>>) -> Front {
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

    fn arrive(&mut self, month: usize, kind: usize, labels: Vec<Label<Origin>>) {
        let front = self.settle(month, labels);
        self.push_arrival(month + 1, kind + 1, front);
    }

    /// Notes an envelope for the months from `month` on. What may go on only if it matters is noted as that.
    fn push_arrival(&mut self, month: usize, held: usize, front: Front) {
        let is_tracked = held > 0 && self.tracked[held - 1];
        let month = month.min(self.market.project.month_count());
        if !front.is_empty() {
            self.arrivals[month][if is_tracked { held } else { 0 }].push(front);
        }
    }

    /// The envelope of several.
    fn one_of(&mut self, month: usize, fronts: &[Front]) -> Front {
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
