//! What the months left of a phase cost at least, by the reads that are still missing.
//!
//! It is found backwards, from the last month to the first: for each month the least over everything that may be bought in it, with
//! terms and years as they are sold. All that is left out is a small part of each amount, so that fewer lines say it.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use super::gate::Gate;
use super::holding::{Ahead, Holding};
use super::line::{Amount, Label, Line, Measure, lower};
use super::market::{Good, Market};
use super::pool::{Pool, reads};
use super::powers::RoughPowers;
use super::rough::{
    Least, NOTHING, RoughLabel, add, at_least, coarser, cost_of, is_lower_anywhere, least_together, point, rough,
    rounded, slope,
};
use super::ways::{Rest, Way, Ways};
use super::work::Work;

/// The room where there is no way on.
const NO_ROOM: Amount = Amount::MIN >> 8;

/// What the months left of a phase, and those behind it, cost at least.
#[derive(Debug)]
pub(super) struct Prospects {
    pub(super) target: u64,
    /// Its first month, and the month after its last.
    pub(super) first: usize,
    pub(super) end: usize,
    /// What a read of it is worth.
    price: Amount,
    /// For each month of the phase, and the one behind it.
    months: Vec<Prospect>,
    /// What all of it costs if its first month goes on with each kind of tier.
    going_on: Vec<Option<f64>>,
    /// What all of it costs by what is given away before it, as far as that was asked.
    given_away: RefCell<HashMap<Ahead, Option<f64>>>,
}

/// What the months from one on cost at least.
#[derive(Debug, Default)]
struct Prospect {
    free: Floor,
    /// With each kind of tier held, where that may be less.
    held: Vec<Option<Floor>>,
}

/// What missing reads cost at least, and what follows from it once it is asked.
#[derive(Debug, Default)]
struct Floor {
    least: Least,
    /// The least beyond the worth of the reads.
    beyond_worth: OnceCell<Option<f64>>,
    /// By the reads so far, how much less than a ceiling they may have cost.
    left: OnceCell<Vec<Label<()>>>,
}

/// The phase whose prospects are looked for.
pub(super) struct Scope<'a, 'b> {
    pub(super) market: &'b Market<'a>,
    pub(super) powers: &'b RoughPowers,
    pub(super) target: u64,
    pub(super) first: usize,
    pub(super) end: usize,
    /// How rough the floors are.
    pub(super) work: &'b Work,
}

impl Scope<'_, '_> {
    /// The prospects of the phase. `after` says what all behind it costs at least by what is held then; `None` when that can't be.
    pub(super) fn prospects(&self, after: impl Fn(Holding) -> Option<f64>) -> Prospects {
        let market = self.market;
        let tracked = market.tracked();
        let count = self.end - self.first;
        let mut months: Vec<Prospect> = Vec::new();
        months.resize_with(count + 1, Prospect::default);
        let behind = |holding: Holding| Floor::new(after(holding).map(point).into_iter().collect());
        let held = tracked.iter().enumerate();
        let held = held.map(|(kind, is_tracked)| is_tracked.then(|| behind(Holding::Kind(kind))));
        months[count] = Prospect { free: behind(Holding::Nothing), held: held.collect() };
        let mut going_on = Vec::new();
        for month in (self.first..self.end).rev() {
            let now = month - self.first;
            // Pausing is a way, too.
            let mut free = months[now + 1].free.least.clone();
            let all = market.on_sale(month).flat_map(|(place, _)| {
                Ways::to_begin(market, self.end, month, place).into_iter().map(move |way| (place, way))
            });
            self.follow(all, &months, &after, &mut free);
            let mut held: Vec<Option<Floor>> = Vec::new();
            held.resize_with(market.kinds, || None);
            going_on = vec![None; market.kinds];
            let mut with_held: Vec<(usize, Least)> = Vec::new();
            for (place, good) in market.on_sale(month).filter(|(_, good)| tracked[good.kind]) {
                let mut own = Least::new();
                let all = Ways::to_go_on(market, self.end, month, place).into_iter().map(|way| (place, way));
                self.follow(all, &months, &after, &mut own);
                going_on[good.kind] = cost_of(&own, self.target);
                with_held.push((good.kind, own));
            }
            let part = self.work.part(month);
            let free = coarser(&free, part);
            for (kind, own) in with_held {
                if is_lower_anywhere(&own, &free) {
                    held[kind] = Some(Floor::new(coarser(&lower(&free, &own), part)));
                }
            }
            months[now] = Prospect { free: Floor::new(free), held };
        }
        let Self { target, first, end, .. } = *self;
        let price = best_price(&months[0].free.least, target);
        Prospects { target, first, end, price, months, going_on, given_away: RefCell::default() }
    }

    /// Adds what some ways of goods cost with what is behind them.
    fn follow(
        &self,
        ways: impl Iterator<Item = (usize, Way)>,
        months: &[Prospect],
        after: &impl Fn(Holding) -> Option<f64>,
        least: &mut Least,
    ) {
        let mut pools: Vec<Pool<'_>> = Vec::new();
        for (place, way) in ways {
            let listed = self.powers.listed(place, way.listed);
            match way.rest {
                Rest::Month(month) => {
                    let kind = self.market.goods[place].kind;
                    let rest = &months[month - self.first].with(Some(kind)).least;
                    Pool::gather(&mut pools, rest, reads(&way, listed, 0.0, self.target));
                }
                Rest::Later(ahead) => {
                    let Some(cost) = after(Holding::Ahead(ahead)) else { continue };
                    Pool::gather(&mut pools, NOTHING, reads(&way, listed, cost, self.target));
                }
            }
        }
        for Pool { rest, own } in pools {
            self.work.add(own.len() * (rest.len() + least.len()));
            for own in own {
                add(least, rest, &own.line, 0.0, self.target);
            }
        }
    }
}

/// What a read is worth where most of the `target` are there: the slope of the lower hull of an envelope.
fn best_price(least: &[RoughLabel], target: u64) -> Amount {
    let corners =
        least.iter().flat_map(|label| [label.line.start, label.line.end].map(|reads| (reads, label.line.at(reads))));
    let mut hull: Vec<(u64, f64)> = Vec::new();
    for corner in corners {
        if hull.last().is_some_and(|last| last.0 == corner.0) {
            continue;
        }
        while let [.., before, last] = hull[..]
            && slope(before, last) >= slope(last, corner)
        {
            hull.pop();
        }
        hull.push(corner);
    }
    // The last edge of all would be that of a few reads.
    let most = target - target / 20;
    let edge = hull.windows(2).find(|edge| edge[1].0 >= most);
    edge.map_or(0, |edge| at_least(slope(edge[0], edge[1])).max(0))
}

impl Floor {
    const fn new(least: Least) -> Self {
        Self { least, beyond_worth: OnceCell::new(), left: OnceCell::new() }
    }

    /// The amounts the other way round: by the reads so far, how much less than a ceiling they may have cost.
    fn left(&self, target: u64) -> &[Label<()>] {
        let left = |label: &RoughLabel| {
            let Line { start, end, slope, .. } = label.line;
            let cost = -at_least(label.line.at(end));
            Label {
                line: Line { start: target - end, end: target - start, cost, slope: -at_least(-slope) + 1 },
                origin: (),
            }
        };
        self.left.get_or_init(|| self.least.iter().rev().map(left).collect())
    }

    /// What they cost at least beyond their worth.
    fn beyond_worth(&self, price: f64) -> Option<f64> {
        *self.beyond_worth.get_or_init(|| beyond_worth(&self.least, price))
    }
}

impl Prospect {
    fn with(&self, held: Option<usize>) -> &Floor {
        held.and_then(|kind| self.held.get(kind)?.as_ref()).unwrap_or(&self.free)
    }
}

impl Prospects {
    /// What all of it costs at least, by what is held before it; `None` when it can't be had.
    pub(super) fn whole(&self, held: Option<usize>) -> Option<f64> {
        cost_of(&self.at(self.first, held).least, self.target)
    }

    /// The most reads of it, up to its own, that cost no more than `most` at least.
    pub(super) fn reads_within(&self, most: f64) -> u64 {
        let within = self.months[0].free.least.iter().rfind(|label| label.line.cost <= most);
        within.map_or(0, |Label { line, .. }| {
            if line.at(line.end) <= most { line.end } else { line.start + (most - line.cost).whole_steps(line.slope) }
        })
    }

    /// What all of it costs at least if its first month goes on with a kind of tier; `None` when it can't be had.
    pub(super) fn whole_going_on(&self, kind: usize) -> Option<f64> {
        *self.going_on.get(kind)?
    }

    /// What all of it costs at least if its first months are given away; `None` when it can't be had.
    pub(super) fn whole_behind(
        &self,
        market: &Market<'_>,
        powers: &RoughPowers,
        ahead: Ahead,
        after: impl Fn(Holding) -> Option<f64>,
    ) -> Option<f64> {
        if let Some(known) = self.given_away.borrow().get(&ahead) {
            return *known;
        }
        let kind = market.goods[ahead.good].kind;
        let cost = |way: Way| {
            let missing = self.target.saturating_sub(way.by_year);
            let listed = powers.listed(ahead.good, way.listed);
            let rest = match way.rest {
                Rest::Month(month) => least_together(&self.at(month, Some(kind)).least, listed, missing),
                Rest::Later(ahead) => {
                    let cost = after(Holding::Ahead(ahead))?;
                    least_together(&[point(cost)], listed, missing)
                }
            };
            rest.map(|rest| rest + way.price)
        };
        let ways = Ways::given_away(market, self.end, self.first, ahead);
        let least = ways.into_iter().filter_map(cost).reduce(f64::min);
        self.given_away.borrow_mut().insert(ahead, least);
        least
    }

    /// What lines must stay below that end before a month of it, to belong to a schedule of at most `ceiling`.
    pub(super) fn gate(&self, month: usize, held: Option<usize>, ceiling: Amount) -> Gate<'_> {
        let floor = self.at(month, held);
        let room = self.room(floor.beyond_worth(rounded(self.price)), ceiling);
        Gate::Open {
            target: self.target,
            price: self.price,
            room,
            ceiling,
            most: Cow::Borrowed(floor.left(self.target)),
        }
    }

    /// The same where the first months from there on are given away: by the worth of reads only.
    pub(super) fn gate_behind(
        &self,
        market: &Market<'_>,
        powers: &RoughPowers,
        month: usize,
        ahead: Ahead,
        ceiling: Amount,
        after: impl Fn(Holding) -> Option<f64>,
    ) -> Gate<'_> {
        let price = rounded(self.price);
        let kind = market.goods[ahead.good].kind;
        let beyond = |way: Way| {
            let listed = beyond_worth(powers.listed(ahead.good, way.listed), price)?;
            let rest = match way.rest {
                Rest::Month(month) => self.at(month, Some(kind)).beyond_worth(price)?,
                Rest::Later(ahead) => after(Holding::Ahead(ahead))?,
            };
            Some(way.price + listed + rest - price.times(way.by_year.min(self.target)))
        };
        let ways = Ways::given_away(market, self.end, month, ahead);
        let room = self.room(ways.into_iter().filter_map(beyond).reduce(f64::min), ceiling);
        let line = Line { start: 0, end: self.target, cost: room, slope: self.price };
        let most = Cow::Owned(vec![Label { line, origin: () }]);
        Gate::Open { target: self.target, price: self.price, room, ceiling: 0, most }
    }

    /// What may have been spent so far beyond the worth of reads, where the rest costs at least so much beyond it.
    fn room(&self, beyond_worth: Option<f64>, ceiling: Amount) -> Amount {
        let worth = self.price.times(self.target);
        // What is beyond may be a small difference of large amounts.
        let beyond = beyond_worth.map(|beyond| at_least(beyond) + at_least(rounded(worth)) - worth);
        beyond.map_or(NO_ROOM, |beyond| ceiling - beyond - worth)
    }

    /// What is still to be paid at least from a month on for so many missing reads, with nothing held; `None` when they can't be had.
    pub(super) fn cost_of(&self, month: usize, missing: u64) -> Option<f64> {
        cost_of(&self.at(month, None).least, missing)
    }

    /// What a month of a good costs at least beyond the worth of its reads.
    pub(super) fn beyond_worth(&self, good: &Good<'_>) -> f64 {
        let lines: Vec<_> = good.lines.iter().map(|line| Label { line: rough(line), origin: () }).collect();
        beyond_worth(&lines, rounded(self.price)).unwrap_or(0.0)
    }

    fn at(&self, month: usize, held: Option<usize>) -> &Floor {
        self.months[month - self.first].with(held)
    }
}

/// What the reads of an envelope cost at least beyond their worth, were each worth `price`.
fn beyond_worth(least: &[RoughLabel], price: f64) -> Option<f64> {
    let beyond = |line: &Line<f64>| {
        let at = |reads: u64| line.at(reads) - price.times(reads);
        at(line.start).min(at(line.end))
    };
    least.iter().map(|label| beyond(&label.line)).reduce(f64::min)
}
