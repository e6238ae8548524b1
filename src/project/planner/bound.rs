//! A floor under what is still to be paid, which tells the search what it need not follow.
//!
//! Were each read of a phase worth some price, what would the months left cost at least, beyond the worth of their reads? That
//! is found exactly, backwards from the last month, with terms and years as they are sold: only how many reads are wanted is
//! forgotten. Whatever the price, missing reads cost at least their worth more than that. For each phase the price is looked
//! for at which this says most, and a few around it are kept, since they say more of months that lie ahead or behind.

use std::cmp::Ordering;
use std::ops::Range;

use super::gate::Gate;
use super::holding::{Ahead, AheadPayment, Holding};
use super::line::{Amount, Line};
use super::market::{Good, Market, Prepaid, YEAR};

/// The floors of every phase.
pub(super) struct Bound<'a> {
    market: &'a Market<'a>,
    phases: Vec<PhaseBound>,
}

/// The floors of one phase.
struct PhaseBound {
    target: u64,
    /// Its first month, and the month after its last.
    first: usize,
    end: usize,
    /// The best one first.
    floors: Vec<Floor>,
    /// What it and the phases after it cost at least, by what is held before it.
    starts: Vec<Amount>,
    /// The same, whatever is held.
    least: Amount,
    /// Whether they cost no less with anything held.
    is_free: bool,
}

/// A floor at one price of a read.
struct Floor {
    price: Amount,
    /// What the months from each one of the phase's on cost at least beyond the worth of the phase's reads, by what is held:
    /// nothing, then each kind. The last entry is that of the phases after it.
    months: Vec<Vec<Amount>>,
    /// What a month of each good costs at least beyond the worth of its reads.
    goods: Vec<GoodFloor>,
}

/// What a month of a good costs at least beyond the worth of its reads: listed, or in a year that is paid.
#[derive(Clone, Copy, Debug)]
struct GoodFloor {
    listed: Amount,
    in_advance: Amount,
    at_most: Amount,
}

/// What lies ahead in a phase, were each of its reads worth the price of a floor.
struct Outlook<'b> {
    market: &'b Market<'b>,
    floor: &'b Floor,
    /// The first month of the phase, and the month after its last.
    first: usize,
    end: usize,
    /// The phases behind it.
    later: &'b [PhaseBound],
    prices: Prices,
}

/// Which prices of a read are tried for the months of a later phase that are given away already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prices {
    All,
    Best,
}

/// The prices that are kept besides the best, in percent of it.
const OTHER_PRICES: [Amount; 10] = [96, 104, 88, 114, 75, 133, 50, 200, 0, 300];

/// How often a better price is looked for.
const MOST_STEPS: usize = 24;

impl<'a> Bound<'a> {
    /// The floors of no phase yet.
    pub(super) const fn new(market: &'a Market<'a>) -> Self {
        Self { market, phases: Vec::new() }
    }

    /// Finds the floors of the phase before those that are known: from the last one to the first. Says whether it can get its
    /// reads at all with nothing held before it.
    pub(super) fn add_phase(&mut self) -> bool {
        let project = self.market.project;
        let end = self.phases.first().map_or(project.month_count(), |next| next.first);
        let Some(place) = end.checked_sub(1).and_then(|last| project.phase_of(last)) else { return false };
        let first = end - usize::from(project.phases[place].months.get());
        let (found, is_possible) = self.phase(first, end, project.reads()[place].get());
        self.phases.insert(0, found);
        is_possible
    }

    /// What the known phases cost at least, with nothing held before them.
    pub(super) fn least(&self) -> Amount {
        self.phases.first().and_then(|phase| phase.starts.iter().min()).copied().unwrap_or(0).max(0)
    }

    /// Notes that they cost at least so much, whatever is held before them that isn't paid ahead, and whether it is known that
    /// to hold something makes them no cheaper.
    pub(super) fn raise(&mut self, least: Amount, is_free: bool) {
        let Some(phase) = self.phases.first_mut() else { return };
        phase.starts.iter_mut().for_each(|start| *start = least.max(*start));
        phase.least = least.max(phase.least);
        phase.is_free = is_free;
    }

    /// Whether it is known that from a month on nothing is gained by what is held.
    pub(super) fn is_free_at(&self, month: usize) -> bool {
        self.phases.iter().any(|phase| phase.first == month && phase.is_free)
    }

    /// The floors of a phase, those of all later ones being known, and whether it can get its reads at all.
    fn phase(&self, first: usize, end: usize, target: u64) -> (PhaseBound, bool) {
        let floor = |price: Amount| self.floor(price, first, end, target);
        // Above this, values couldn't be kept exactly.
        let highest = (Amount::MAX >> 16) / Amount::from(target.max(1));
        let best = best_price(highest, |price| floor(price).says(0, target));
        // What began before the phase may still make it possible, so that nothing can be said of its reads.
        let (best, is_possible) = (best.unwrap_or(0), best.is_some());
        let mut floors = vec![floor(best)];
        let others = OTHER_PRICES.map(|percent| best / 100 * percent);
        floors.extend(others.into_iter().filter(|other| *other < highest && *other != best).map(floor));
        let least = |holding: usize| floors.iter().map(|floor| floor.says(holding, target)).max().unwrap_or(0);
        let starts: Vec<Amount> = (0..=self.market.kinds).map(least).collect();
        let least = starts.iter().min().copied().unwrap_or(0);
        (PhaseBound { target, first, end, floors, starts, least, is_free: false }, is_possible)
    }

    /// The floor of a phase at that price of a read.
    fn floor(&self, price: Amount, first: usize, end: usize, target: u64) -> Floor {
        let market = self.market;
        let served = |year: Option<Prepaid>| year.map_or(0, |year| -price * Amount::from(year.served.end.min(target)));
        let of_good = |good: &Good<'_>| GoodFloor {
            listed: good.least_beyond(price, target),
            in_advance: served(good.in_advance),
            at_most: served(good.at_most),
        };
        let after = self.phases.first().map_or_else(|| vec![0; market.kinds + 1], |next| next.starts.clone());
        let mut months = vec![Vec::new(); end - first];
        months.push(after);
        let mut floor = Floor { price, months, goods: market.goods.iter().map(of_good).collect() };
        for month in (first..end).rev() {
            floor.months[month - first] = self.month(&floor, first, end, month);
        }
        floor
    }

    /// What the months from one on cost at least, by what is held, those behind it being known.
    fn month(&self, floor: &Floor, first: usize, end: usize, month: usize) -> Vec<Amount> {
        let outlook = Outlook { market: self.market, floor, first, end, later: &self.phases, prices: Prices::All };
        let next = &floor.months[month + 1 - first];
        let order = self.market.units.order(month);
        let year = |year: Prepaid, good, payment, commits| {
            year.price + outlook.given_away(month, Ahead { good, payment, until: month + YEAR, commits })
        };
        let mut free = next[0];
        for (place, good) in self.market.on_sale(month).filter(|(_, good)| good.is_sold) {
            if good.is_loose() {
                free = free.min(floor.goods[place].listed + order + next[good.kind + 1]);
                if let Some(at_most) = good.at_most {
                    free = free.min(year(at_most, place, AheadPayment::AtMost, month + 1));
                }
            } else {
                free = free.min(outlook.term(month, place, month + good.term));
            }
            if let Some(in_advance) = good.in_advance {
                free = free.min(year(in_advance, place, AheadPayment::InAdvance, month + YEAR * good.years()));
            }
        }
        let mut all = vec![free; self.market.kinds + 1];
        for (place, good) in self.market.on_sale(month) {
            let listed = floor.goods[place].listed + order + next[good.kind + 1];
            let renewed = good.in_advance.filter(|_| !good.is_sold || good.years() > 1);
            let renewed = renewed.map(|it| year(it, place, AheadPayment::InAdvance, month + YEAR));
            let at_most = good.at_most.filter(|_| !good.is_loose());
            let at_most = at_most.map(|it| year(it, place, AheadPayment::AtMost, month + 1));
            let least = [Some(listed), renewed, at_most].into_iter().flatten().min();
            all[good.kind + 1] = free.min(least.unwrap_or(free));
        }
        all
    }

    /// What lines of a phase must stay below that end before `month`, to belong to a schedule of at most `ceiling`.
    pub(super) fn gate(&self, month: usize, holding: Holding, ceiling: Amount) -> Gate {
        let place = self.phases.iter().position(|phase| phase.first < month && month <= phase.end);
        let Some(place) = place else { return Gate::Behind { most: ceiling - behind(self.market, month, holding) } };
        let (phase, later) = (&self.phases[place], &self.phases[place + 1..]);
        if month == phase.end {
            let rest = start(self.market, later, month, holding, Prices::All);
            return Gate::Done { target: phase.target, most: ceiling - rest };
        }
        let floors = phase.floors.iter().map(|floor| {
            let rest = match holding {
                Holding::Nothing => floor.months[month - phase.first][0],
                Holding::Kind(kind) => floor.months[month - phase.first][kind + 1],
                Holding::Ahead(ahead) => {
                    let (market, first, end) = (self.market, phase.first, phase.end);
                    Outlook { market, floor, first, end, later, prices: Prices::Best }.given_away(month, ahead)
                }
            };
            (floor.price, ceiling - rest)
        });
        Gate::open(phase.target, floors)
    }

    /// What a schedule of this line costs at least, for telling hopeful from less hopeful ones.
    pub(super) fn promise(&self, month: usize, line: &Line) -> Amount {
        let Some(phase) = self.phases.iter().find(|phase| phase.first < month && month < phase.end) else {
            return line.cost;
        };
        let floor = |floor: &Floor| {
            let missing = |reads: u64| floor.price * Amount::from(phase.target.saturating_sub(reads));
            let at = |reads: u64| line.at(reads) + missing(reads);
            at(line.start).min(at(line.end)) + floor.months[month - phase.first][0]
        };
        phase.floors.iter().map(floor).max().unwrap_or(line.cost)
    }

    /// What a month of a good costs beyond the worth of its reads, at the best price for the phase of that month.
    pub(super) fn beyond_worth(&self, month: usize, good: usize) -> Amount {
        let phase = self.phases.iter().find(|phase| phase.first <= month && month < phase.end);
        phase.and_then(|phase| phase.floors.first()).map_or(0, |floor| floor.goods[good].listed)
    }
}

impl Floor {
    /// What the phase and all behind it cost at least, by what is held before it.
    fn says(&self, holding: usize, target: u64) -> Amount {
        self.months[0][holding] + self.price * Amount::from(target)
    }
}

impl Outlook<'_> {
    /// What the rest of a term costs at least from one of its years on, and all behind it.
    fn term(&self, month: usize, good: usize, commits: usize) -> Amount {
        let listed = Ahead { good, payment: AheadPayment::Listed, until: commits.min(month + YEAR), commits };
        let listed = self.given_away(month, listed);
        let Some(year) = self.market.goods[good].at_most else { return listed };
        let at_most = Ahead { good, payment: AheadPayment::AtMost, until: month + YEAR, commits };
        listed.min(year.price + self.given_away(month, at_most))
    }

    /// What the months from one on cost at least if the first of them are given away.
    fn given_away(&self, month: usize, ahead: Ahead) -> Amount {
        let good = &self.market.goods[ahead.good];
        let of_good = self.floor.goods[ahead.good];
        let own = match ahead.payment {
            AheadPayment::Listed => of_good.listed,
            AheadPayment::InAdvance => of_good.in_advance,
            AheadPayment::AtMost => of_good.at_most,
        };
        let held = |month: usize| self.floor.months[month - self.first][good.kind + 1];
        let mut cost = 0;
        let mut least = Amount::MAX;
        for month in month..ahead.until.min(self.end) {
            if ahead.payment == AheadPayment::AtMost && month >= ahead.commits {
                least = least.min(cost + held(month));
            }
            cost += own + self.market.units.order(month);
        }
        let rest = if ahead.until > self.end {
            start(self.market, self.later, self.end, Holding::Ahead(ahead), self.prices)
        } else if ahead.until >= ahead.commits {
            held(ahead.until)
        } else if ahead.payment == AheadPayment::InAdvance {
            let price = good.in_advance.map_or(0, |year| year.price);
            price + self.given_away(ahead.until, Ahead { until: ahead.until + YEAR, ..ahead })
        } else {
            self.term(ahead.until, ahead.good, ahead.commits)
        };
        least.min(cost + rest)
    }
}

/// What all phases from the first of `later` on cost at least, which begin with `month`.
fn start(market: &Market<'_>, later: &[PhaseBound], month: usize, holding: Holding, prices: Prices) -> Amount {
    let Some((phase, later)) = later.split_first() else { return behind(market, month, holding) };
    let ahead = match holding {
        Holding::Nothing => return phase.starts[0],
        Holding::Kind(kind) => return phase.starts[kind + 1],
        Holding::Ahead(ahead) => ahead,
    };
    let count = if prices == Prices::All { phase.floors.len() } else { 1 };
    let least = phase.floors.iter().take(count).map(|floor| {
        let (first, end) = (phase.first, phase.end);
        // Every price of every phase would be too many.
        let outlook = Outlook { market, floor, first, end, later, prices: Prices::Best };
        outlook.given_away(first, ahead) + floor.price * Amount::from(phase.target)
    });
    least.max().unwrap_or(0).max(phase.least - worth_ahead(market, phase.first, ahead).unwrap_or(phase.least))
}

/// The most that months which are given away save in the project from a month on, its first ones: who held the tier could go on
/// with it month by month instead. `None` when that isn't so.
fn worth_ahead(market: &Market<'_>, month: usize, ahead: Ahead) -> Option<Amount> {
    let good = &market.goods[ahead.good];
    let is_listed = ahead.payment == AheadPayment::Listed;
    let given = month..ahead.until.max(ahead.commits).min(market.project.month_count());
    let is_one_year = ahead.until >= ahead.commits || is_listed && good.at_most.is_none();
    if !is_one_year || given.end > good.months.end || given.start < good.months.start {
        return None;
    }
    if is_listed {
        return Some(0);
    }
    let most = good.lines.iter().map(|line| line.at(line.end)).max()?;
    Some(most * Amount::try_from(given.len()).ok()?)
}

/// What must still be paid behind the project.
fn behind(market: &Market<'_>, month: usize, holding: Holding) -> Amount {
    let Holding::Ahead(ahead) = holding else { return 0 };
    let good = &market.goods[ahead.good];
    let unused = |months: Range<usize>| good.unused * Amount::try_from(months.len()).unwrap_or_default();
    let is_in_advance = ahead.payment == AheadPayment::InAdvance;
    let year = if is_in_advance { good.in_advance } else { good.at_most };
    let paid = ahead.until.min(ahead.commits).max(month);
    let mut cost = market.units.orders(month..paid);
    if ahead.payment == AheadPayment::Listed {
        cost += unused(month..paid);
    }
    for start in (paid..ahead.commits).step_by(YEAR) {
        let months = start..ahead.commits.min(start + YEAR);
        let listed = (!is_in_advance).then(|| unused(months.clone()));
        cost += market.units.orders(months) + listed.into_iter().chain(year.map(|year| year.price)).min().unwrap_or(0);
    }
    cost
}

/// The price at which `says` is most; `None` when there is none up to `highest`. What is said bends downwards as the price rises:
/// between a price where it rises and one where it falls, the next to try is where the two straight lines meet.
fn best_price(highest: Amount, says: impl Fn(Amount) -> Amount) -> Option<Amount> {
    let at = |price: Amount| {
        let said = says(price);
        (price, said, says(price + 1) - said)
    };
    let mut low = at(0);
    if low.2 <= 0 {
        return Some(0);
    }
    let mut high = at(highest);
    if high.2 > 0 {
        return None;
    }
    for _ in 0..MOST_STEPS {
        let meet = (high.1 - low.1 + low.0 * low.2 - high.0 * high.2) / (low.2 - high.2);
        if meet <= low.0 || meet >= high.0 {
            break;
        }
        let next = at(meet);
        match next.2.cmp(&0) {
            Ordering::Greater => low = next,
            Ordering::Less => high = next,
            Ordering::Equal => return Some(meet),
        }
    }
    Some(if low.1 >= high.1 { low.0 } else { high.0 })
}

impl Good<'_> {
    /// What a month costs at least beyond the worth of its reads, up to `target` of them.
    fn least_beyond(&self, price: Amount, target: u64) -> Amount {
        let lines = self.lines.iter().filter(|line| line.start <= target);
        let corners = lines.flat_map(|line| {
            let at = |reads: u64| line.at(reads) - price * Amount::from(reads);
            [at(line.start), at(line.end.min(target))]
        });
        corners.min().unwrap_or(0)
    }
}
