//! A floor under what is still to be paid, which tells the search what it need not follow.
//!
//! Were each read worth some price, a month would bring at most the value of its reads less its cost. Whatever the price,
//! the reads that are missing cost at least their value less what all months left can bring. A few prices are tried for each
//! phase, among them the one at which this says most of the whole phase.

use super::fewest::Fewest;
use super::line::{Amount, Line};
use super::market::{Good, Market};
use super::units::Units;

/// The floors of every phase.
pub(super) struct Bound {
    phases: Vec<PhaseBound>,
    /// The months of the project.
    months: usize,
    /// A month without reads of each good.
    unused: Vec<Amount>,
    /// What the whole project costs at least.
    pub(super) least: Amount,
}

/// The floors of one phase.
struct PhaseBound {
    target: u64,
    /// Its first month, and the month after its last.
    first: usize,
    end: usize,
    floors: Vec<Floor>,
    /// How many dear months there must be.
    fewest: Vec<Fewest>,
    /// What it costs at least.
    least: Amount,
    /// What the phases after it cost at least.
    later: Amount,
}

/// A floor at one price of a read.
struct Floor {
    price: Amount,
    /// What the months from each one of the phase's on bring at most, the last entry being that of none.
    gains: Vec<Amount>,
    /// What a month of each good brings at most, as it is paid.
    of_goods: Vec<GoodGains>,
    first: usize,
    units: Units,
}

/// What a month of a good brings at most, before the order of months: listed, or in a year that is paid.
#[derive(Clone, Copy)]
struct GoodGains {
    listed: Amount,
    in_advance: Amount,
    at_most: Amount,
}

/// What the coming months are already given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ahead {
    /// The place of the good.
    pub(super) good: usize,
    pub(super) payment: AheadPayment,
    /// The month after the last of them.
    pub(super) until: usize,
}

/// How months that are given away are paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AheadPayment {
    /// Each month.
    Listed,
    /// They are paid in advance.
    InAdvance,
    /// They are paid by the annual maximum.
    AtMost,
}

impl Bound {
    pub(super) fn new(market: &Market<'_>) -> Self {
        let mut phases: Vec<PhaseBound> = Vec::new();
        let mut first = 0;
        for (phase, reads) in market.project.phases.iter().zip(market.project.reads()) {
            let end = first + usize::from(phase.months.get());
            phases.push(PhaseBound::new(market, first, end, reads.get()));
            first = end;
        }
        let mut least = 0;
        for phase in phases.iter_mut().rev() {
            phase.later = least;
            least += phase.least;
        }
        Self { phases, months: first, unused: market.goods.iter().map(|good| good.unused).collect(), least }
    }

    /// The part of a line that may still belong to a schedule of at most `ceiling`. The line is what the reads of a phase
    /// cost so far, before `month`.
    pub(super) fn promising(
        &self,
        phase: usize,
        month: usize,
        line: Line,
        ahead: Option<Ahead>,
        ceiling: Amount,
    ) -> Option<Line> {
        let bound = &self.phases[phase];
        if line.start > bound.target {
            return None;
        }
        let mut line = Line { end: line.end.min(bound.target), ..line };
        let until = ahead.map_or(0, |ahead| ahead.until);
        let is_paid = ahead.is_some_and(|ahead| ahead.payment != AheadPayment::Listed);
        // Months that are paid already make later phases cheaper than they would be by themselves.
        let later = if is_paid && until > bound.end { self.from(until) } else { bound.later };
        let mut ceiling = ceiling - later;
        if let Some(ahead) = ahead.filter(|ahead| ahead.payment == AheadPayment::Listed) {
            let beyond = ahead.until.saturating_sub(self.months.max(month));
            ceiling -= self.unused[ahead.good] * Amount::try_from(beyond).unwrap_or_default();
        }
        if month >= bound.end {
            // The phase is over: only all its reads are enough.
            let done = (line.end == bound.target).then(|| line.part(bound.target, bound.target));
            return done.filter(|done| done.cost <= ceiling);
        }
        if !is_paid {
            for fewest in &bound.fewest {
                line = fewest.affordable(line, bound.target, bound.end - month, ceiling)?;
            }
        }
        for floor in &bound.floors {
            let gains = floor.from(month, bound.end, ahead);
            line = line.affordable(floor.price, bound.target, ceiling.saturating_add(gains))?;
        }
        Some(line)
    }

    /// What the phases that begin in `month` or later cost at least.
    fn from(&self, month: usize) -> Amount {
        self.phases.iter().filter(|phase| phase.first >= month).map(|phase| phase.least).sum()
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

impl Floor {
    /// What `reads` cost at least from `month` on.
    fn at(&self, month: usize, reads: u64) -> Amount {
        self.price * Amount::from(reads) - self.gains[month - self.first]
    }

    /// What the months from `month` to `end` bring at most, the first of them being given away.
    fn from(&self, month: usize, end: usize, ahead: Option<Ahead>) -> Amount {
        let Some(ahead) = ahead else { return self.gains[month - self.first] };
        let until = ahead.until.clamp(month, end);
        let own = self.of_goods[ahead.good];
        let count = Amount::try_from(until - month).unwrap_or_default();
        let own = match ahead.payment {
            AheadPayment::Listed => own.listed,
            AheadPayment::InAdvance => own.in_advance,
            // One may leave and buy something else.
            AheadPayment::AtMost => return own.at_most * count + self.gains[month - self.first],
        };
        own * count - self.units.orders(month..until) + self.gains[until - self.first]
    }
}

impl PhaseBound {
    fn new(market: &Market<'_>, first: usize, end: usize, target: u64) -> Self {
        let months: Vec<Vec<Offered>> = (first..end).map(|month| offered(market, month, target)).collect();
        let mut floors: Vec<Floor> = Vec::new();
        for price in prices(&months, market.units.order(first)) {
            // A price so high that values can't be kept says nothing that the others don't.
            if price.checked_mul(Amount::from(target)).is_some_and(|value| value < Amount::MAX >> 12) {
                floors.push(Floor::new(market, price, &months, first, target));
            }
        }
        floors.sort_by_key(|floor| std::cmp::Reverse(floor.at(first, target)));
        if let Some(best) = floors.first().map(|floor| floor.price) {
            floors.sort_by_key(|floor| (floor.price - best).abs());
        }
        floors.truncate(1 + OTHER_PRICES);
        let fewest = Fewest::all(&lines(market, first..end, target), target, end - first, market.units.order(first));
        let by_price = floors.iter().map(|floor| floor.at(first, target));
        let by_count = fewest.iter().map(|fewest| fewest.at(target, end - first));
        let least = by_price.chain(by_count).max().unwrap_or(0).max(0);
        Self { target, first, end, floors, fewest, least, later: 0 }
    }
}

/// How many prices of a read are tried for a phase.
const MOST_PRICES: usize = 32;

/// How many of them are kept besides the best.
const OTHER_PRICES: usize = 4;

impl Floor {
    fn new(market: &Market<'_>, price: Amount, months: &[Vec<Offered>], first: usize, target: u64) -> Self {
        let mut gains = vec![0; months.len() + 1];
        let mut before: Option<(usize, Amount)> = None;
        for (place, offered) in months.iter().enumerate().rev() {
            let gain = match before {
                Some((like, gain)) if months[like] == *offered => gain,
                _ => offered.iter().map(|it| it.gain(price)).max().unwrap_or(0),
            };
            before = Some((place, gain));
            gains[place] = gains[place + 1] + (gain - market.units.order(first + place)).max(0);
        }
        let served = |year: Option<super::market::Prepaid>| {
            year.map_or(0, |year| price * Amount::from(year.served.end.min(target)))
        };
        let of_good = |good: &Good<'_>| GoodGains {
            listed: corners(good, target).map(|corner| corner.gain(price)).max().unwrap_or(0),
            in_advance: served(good.in_advance),
            at_most: served(good.at_most),
        };
        Self { price, gains, of_goods: market.goods.iter().map(of_good).collect(), first, units: market.units }
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

/// The corners of a good's listed months up to `target` reads.
fn corners(good: &Good<'_>, target: u64) -> impl Iterator<Item = Offered> {
    good.lines.iter().filter(move |line| line.start <= target).flat_map(move |line| {
        let end = line.end.min(target);
        [Offered { reads: line.start, cost: line.cost }, Offered { reads: end, cost: line.at(end) }]
    })
}

/// What any month at this place could bring of `target` reads at the corners of its prices, however it is paid.
fn offered(market: &Market<'_>, month: usize, target: u64) -> Vec<Offered> {
    let mut found: Vec<Offered> = Vec::new();
    for good in &market.goods {
        // A term or a year that began while it was on sale may still run.
        let reach = |months: usize| good.months.start <= month && month < good.months.end - 1 + months.max(1);
        if reach(good.term) {
            found.extend(corners(good, target));
        }
        if let Some(year) = good.in_advance.filter(|_| reach(good.years() * 12)) {
            found.push(Offered { reads: year.served.end.min(target), cost: year.price / 12 });
        }
        if let Some(year) = good.at_most.filter(|_| reach(good.term.max(12))) {
            found.push(Offered { reads: year.served.end.min(target), cost: year.price / 12 });
        }
    }
    found
}

/// The lines that any of these months may follow up to `target` reads, however it is paid.
fn lines(market: &Market<'_>, months: std::ops::Range<usize>, target: u64) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for good in market.goods.iter().filter(|good| good.months.start < months.end) {
        let own = good.lines.iter().filter(|line| line.start <= target);
        found.extend(own.map(|line| line.part(line.start, line.end.min(target))));
        for year in good.in_advance.iter().chain(&good.at_most) {
            found.push(Line { end: year.served.end.min(target), cost: year.price / 12, ..year.served });
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
fn prices(months: &[Vec<Offered>], own_order: Amount) -> Vec<Amount> {
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
        let rise = |to: &Offered| (to.cost + own_order - at.cost).max(0) / Amount::from(to.reads - at.reads);
        let further = corners.iter().filter(|to| to.reads > at.reads);
        let Some(next) = further.min_by_key(|to| (rise(to), std::cmp::Reverse(to.reads))) else { break };
        prices.push(rise(next));
        at = Offered { cost: next.cost + own_order, ..*next };
    }
    let step = prices.len().div_ceil(MOST_PRICES);
    prices.into_iter().step_by(step).collect()
}
