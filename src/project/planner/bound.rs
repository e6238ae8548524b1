//! A floor under what is still to be paid, which tells the search what it need not follow.
//!
//! Were each read worth some price, a month would bring at most the value of its reads less its cost. Whatever the price,
//! the reads that are missing cost at least their value less what all months left can bring. A few prices are tried for each
//! phase, among them the one at which this says most of the whole phase.

use super::line::{Amount, Line};
use super::market::{Good, Market};

/// The floors of every phase.
pub(super) struct Bound {
    phases: Vec<PhaseBound>,
    /// What the phases after each cost at least.
    later: Vec<Amount>,
    /// What the whole project costs at least.
    pub(super) least: Amount,
}

/// The floors of one phase.
struct PhaseBound {
    target: u64,
    /// The month after its last.
    end: usize,
    floors: Vec<Floor>,
}

/// A floor at one price of a read.
struct Floor {
    price: Amount,
    /// What the months from each one of the phase's on bring at most, the last entry being that of none.
    gains: Vec<Amount>,
    first: usize,
}

impl Floor {
    /// What `reads` cost at least from `month` on.
    fn at(&self, month: usize, reads: u64) -> Amount {
        self.price * Amount::from(reads) - self.gains[month - self.first]
    }
}

/// How many prices of a read are tried for a phase.
const MOST_PRICES: usize = 32;

/// How many of them are kept besides the best.
const OTHER_PRICES: usize = 4;

impl Bound {
    pub(super) fn new(market: &Market<'_>) -> Self {
        let mut phases: Vec<PhaseBound> = Vec::new();
        let mut first = 0;
        for (phase, reads) in market.project.phases.iter().zip(market.project.reads()) {
            let end = first + usize::from(phase.months.get());
            phases.push(PhaseBound::new(market, first, end, reads.get()));
            first = end;
        }
        let mut later = vec![0; phases.len()];
        let mut least = 0;
        for (place, phase) in phases.iter().enumerate().rev() {
            later[place] = least;
            least += phase.least();
        }
        Self { phases, later, least }
    }

    /// The part of a line that may still belong to a schedule of at most `ceiling`. The line is what the reads of a phase
    /// cost so far, before `month`.
    pub(super) fn promising(&self, phase: usize, month: usize, line: Line, ceiling: Amount) -> Option<Line> {
        let bound = &self.phases[phase];
        let ceiling = ceiling - self.later[phase];
        let mut line = line;
        if line.end > bound.target {
            if line.start > bound.target {
                return None;
            }
            line.end = bound.target;
        }
        if month >= bound.end {
            // The phase is over: only all its reads are enough.
            let done = (line.end == bound.target).then(|| line.part(bound.target, bound.target));
            return done.filter(|done| done.cost <= ceiling);
        }
        for floor in &bound.floors {
            let gains = floor.gains[month - floor.first];
            line = line.affordable(floor.price, bound.target, ceiling.saturating_add(gains))?;
        }
        Some(line)
    }

    /// The part of a line that its phase needs, before `month`, of at most `ceiling`.
    pub(super) fn needed(&self, phase: usize, month: usize, line: Line, ceiling: Amount) -> Option<Line> {
        let bound = &self.phases[phase];
        let first = if month >= bound.end { bound.target } else { 0 };
        let (start, end) = (line.start.max(first), line.end.min(bound.target));
        (start <= end).then(|| line.part(start, end)).filter(|line| line.cost <= ceiling)
    }

    /// What a schedule of this line costs at least, for telling hopeful from less hopeful ones.
    pub(super) fn promise(&self, phase: usize, month: usize, line: &Line) -> Amount {
        let bound = &self.phases[phase];
        if month >= bound.end {
            return line.cost;
        }
        let floor = |floor: &Floor| {
            let at = |reads: u64| line.at(reads) + floor.at(month, bound.target.saturating_sub(reads));
            at(line.start).min(at(line.end))
        };
        bound.floors.iter().map(floor).max().unwrap_or(line.cost)
    }
}

impl PhaseBound {
    fn new(market: &Market<'_>, first: usize, end: usize, target: u64) -> Self {
        let months: Vec<Vec<Offered>> = (first..end).map(|month| offered(market, month, target)).collect();
        let mut floors: Vec<Floor> = Vec::new();
        for price in prices(&months) {
            // A price so high that values can't be kept says nothing that the others don't.
            if price.checked_mul(Amount::from(target)).is_some_and(|value| value < Amount::MAX >> 12) {
                floors.push(Floor::new(price, &months, first));
            }
        }
        floors.sort_by_key(|floor| std::cmp::Reverse(floor.at(first, target)));
        if let Some(best) = floors.first().map(|floor| floor.price) {
            floors.sort_by_key(|floor| (floor.price - best).abs());
        }
        floors.truncate(1 + OTHER_PRICES);
        Self { target, end, floors }
    }

    /// What the phase costs at least.
    fn least(&self) -> Amount {
        self.floors.iter().map(|floor| floor.at(floor.first, self.target)).max().unwrap_or(0).max(0)
    }
}

impl Floor {
    fn new(price: Amount, months: &[Vec<Offered>], first: usize) -> Self {
        let mut gains = vec![0; months.len() + 1];
        let mut before: Option<(usize, Amount)> = None;
        for (place, offered) in months.iter().enumerate().rev() {
            let gain = match before {
                Some((like, gain)) if months[like] == *offered => gain,
                _ => offered.iter().map(|it| it.gain(price)).max().unwrap_or(0).max(0),
            };
            before = Some((place, gain));
            gains[place] = gains[place + 1] + gain;
        }
        Self { price, gains, first }
    }
}

/// So many reads for so much, in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Offered {
    reads: u64,
    cost: Amount,
}

impl Offered {
    fn gain(self, price: Amount) -> Amount {
        price * Amount::from(self.reads) - self.cost
    }
}

/// What any month at this place could bring of `target` reads at the corners of its prices, however it is paid.
fn offered(market: &Market<'_>, month: usize, target: u64) -> Vec<Offered> {
    let mut found: Vec<Offered> = Vec::new();
    for good in &market.goods {
        // A term or a year that began while it was on sale may still run.
        let reach = |months: usize| good.months.start <= month && month < good.months.end - 1 + months.max(1);
        if reach(good.term) {
            for line in good.lines.iter().filter(|line| line.start <= target) {
                let end = line.end.min(target);
                found.push(Offered { reads: line.start, cost: line.cost });
                found.push(Offered { reads: end, cost: line.at(end) });
            }
        }
        for year in good.in_advance.iter().chain(&good.at_most) {
            if reach(good.years() * 12) {
                found.push(Offered { reads: year.served.end.min(target), cost: year.price / 12 });
            }
        }
    }
    found
}

impl Good<'_> {
    /// The years that are paid at least when it is paid in advance.
    pub(super) const fn years(&self) -> usize {
        self.term.div_ceil(12)
    }
}

/// Prices of a read worth trying: the rises from corner to corner of the cheapest that the months offer.
fn prices(months: &[Vec<Offered>]) -> Vec<Amount> {
    let mut corners: Vec<Offered> = Vec::new();
    let mut before: Option<&Vec<Offered>> = None;
    for offered in months {
        if before != Some(offered) {
            corners.extend(offered);
        }
        before = Some(offered);
    }
    let mut prices: Vec<Amount> = vec![0];
    let mut at = Offered { reads: 0, cost: 0 };
    loop {
        let rise = |to: &Offered| (to.cost - at.cost).max(0) / Amount::from(to.reads - at.reads);
        let further = corners.iter().filter(|to| to.reads > at.reads);
        let Some(next) = further.min_by_key(|to| (rise(to), std::cmp::Reverse(to.reads))) else { break };
        prices.push(rise(next));
        at = *next;
    }
    let step = prices.len().div_ceil(MOST_PRICES);
    prices.into_iter().step_by(step).collect()
}
