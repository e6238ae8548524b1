//! What the months left of a phase cost at least, by the reads that are still missing.
//!
//! It is found backwards, from the last month to the first: for each month the least over everything that may be bought in it, with
//! terms and years as they are sold. All that is left out is a small part of each amount, so that fewer lines say it.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use super::gate::Gate;
use super::holding::{Commitment, Holding};
use super::line::{Amount, Label, Line, Measure, lower};
use super::market::{Market, PricedTier};
use super::payments::{Payment, Payments, Rest};
use super::pool::{Pool, reads};
use super::powers::RoughPowers;
use super::rough::{
    Least, NOTHING, RoughLabel, add, at_least, coarser, cost_of, is_lower_anywhere, least_together, point, rough,
    rounded, slope,
};
use super::work::Work;

/// The room where there is no way on.
const NO_ROOM: Amount = Amount::MIN >> 8;

/// What the months left of a phase, and those behind it, cost at least.
#[derive(Debug)]
pub(super) struct PhaseFloors {
    pub(super) target: u64,
    /// Its first month, and the month after its last.
    pub(super) first: usize,
    pub(super) end: usize,
    /// What a read of it is worth.
    worth: Amount,
    /// For each month of the phase, and the one behind it.
    months: Vec<MonthFloors>,
    /// What all of it costs if its first month goes on with each kind of tier.
    going_on: Vec<Option<f64>>,
    /// What all of it costs by what is committed before it, as far as that was asked.
    committed: RefCell<HashMap<Commitment, Option<f64>>>,
}

/// What the months from one on cost at least.
#[derive(Debug, Default)]
struct MonthFloors {
    /// With nothing held.
    unheld: Floor,
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

/// The phase whose floors are looked for.
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
    /// The floors of the phase. `after` says what all behind it costs at least by what is held then; `None` when that can't be.
    pub(super) fn floors(&self, after: impl Fn(Holding) -> Option<f64>) -> PhaseFloors {
        let market = self.market;
        let tracked = market.tracked();
        let count = self.end - self.first;
        let mut months: Vec<MonthFloors> = Vec::new();
        months.resize_with(count + 1, MonthFloors::default);
        let behind = |holding: Holding| Floor::new(after(holding).map(point).into_iter().collect());
        let held = tracked.iter().enumerate();
        let held = held.map(|(kind, is_tracked)| is_tracked.then(|| behind(Holding::Kind(kind))));
        months[count] = MonthFloors { unheld: behind(Holding::Nothing), held: held.collect() };
        let mut going_on = Vec::new();
        for month in (self.first..self.end).rev() {
            let now = month - self.first;
            // Pausing is a way, too.
            let mut unheld = months[now + 1].unheld.least.clone();
            let all = market.on_sale(month).flat_map(|(tier, _)| {
                Payments::to_begin(market, self.end, month, tier).into_iter().map(move |payment| (tier, payment))
            });
            self.follow(all, &months, &after, &mut unheld);
            let mut held: Vec<Option<Floor>> = Vec::new();
            held.resize_with(market.kinds, || None);
            going_on = vec![None; market.kinds];
            let mut with_held: Vec<(usize, Least)> = Vec::new();
            for (tier, priced) in market.on_sale(month).filter(|(_, priced)| tracked[priced.kind]) {
                let mut own = Least::new();
                let all = Payments::to_go_on(market, self.end, month, tier).into_iter().map(|payment| (tier, payment));
                self.follow(all, &months, &after, &mut own);
                going_on[priced.kind] = cost_of(&own, self.target);
                with_held.push((priced.kind, own));
            }
            let part = self.work.part(month);
            let unheld = coarser(&unheld, part);
            for (kind, own) in with_held {
                if is_lower_anywhere(&own, &unheld) {
                    held[kind] = Some(Floor::new(coarser(&lower(&unheld, &own), part)));
                }
            }
            months[now] = MonthFloors { unheld: Floor::new(unheld), held };
        }
        let Self { target, first, end, .. } = *self;
        let worth = worth_of_read(&months[0].unheld.least, target);
        PhaseFloors { target, first, end, worth, months, going_on, committed: RefCell::default() }
    }

    /// Adds what some payments for tiers cost with what is behind them.
    fn follow(
        &self,
        payments: impl Iterator<Item = (usize, Payment)>,
        months: &[MonthFloors],
        after: &impl Fn(Holding) -> Option<f64>,
        least: &mut Least,
    ) {
        let mut pools: Vec<Pool<'_>> = Vec::new();
        for (tier, payment) in payments {
            let listed = self.powers.listed(tier, payment.listed);
            match payment.rest {
                Rest::Month(month) => {
                    let kind = self.market.tiers[tier].kind;
                    let rest = &months[month - self.first].with(Some(kind)).least;
                    Pool::gather(&mut pools, rest, reads(&payment, listed, 0.0, self.target));
                }
                Rest::Later(commitment) => {
                    let Some(cost) = after(Holding::Committed(commitment)) else { continue };
                    Pool::gather(&mut pools, NOTHING, reads(&payment, listed, cost, self.target));
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
fn worth_of_read(least: &[RoughLabel], target: u64) -> Amount {
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
    fn beyond_worth(&self, worth: f64) -> Option<f64> {
        *self.beyond_worth.get_or_init(|| beyond_worth(&self.least, worth))
    }
}

impl MonthFloors {
    fn with(&self, held: Option<usize>) -> &Floor {
        held.and_then(|kind| self.held.get(kind)?.as_ref()).unwrap_or(&self.unheld)
    }
}

impl PhaseFloors {
    /// What all of it costs at least, by what is held before it; `None` when it can't be had.
    pub(super) fn whole(&self, held: Option<usize>) -> Option<f64> {
        cost_of(&self.at(self.first, held).least, self.target)
    }

    /// The most reads of it, up to its own, that cost no more than `most` at least.
    pub(super) fn reads_within(&self, most: f64) -> u64 {
        let within = self.months[0].unheld.least.iter().rfind(|label| label.line.cost <= most);
        within.map_or(0, |Label { line, .. }| {
            if line.at(line.end) <= most { line.end } else { line.start + (most - line.cost).whole_steps(line.slope) }
        })
    }

    /// What all of it costs at least if its first month goes on with a kind of tier; `None` when it can't be had.
    pub(super) fn whole_going_on(&self, kind: usize) -> Option<f64> {
        *self.going_on.get(kind)?
    }

    /// What all of it costs at least if its first months are committed; `None` when it can't be had.
    pub(super) fn whole_behind(
        &self,
        market: &Market<'_>,
        powers: &RoughPowers,
        commitment: Commitment,
        after: impl Fn(Holding) -> Option<f64>,
    ) -> Option<f64> {
        if let Some(known) = self.committed.borrow().get(&commitment) {
            return *known;
        }
        let kind = market.tiers[commitment.tier].kind;
        let cost = |payment: Payment| {
            let missing = self.target.saturating_sub(payment.by_year);
            let listed = powers.listed(commitment.tier, payment.listed);
            let rest = match payment.rest {
                Rest::Month(month) => least_together(&self.at(month, Some(kind)).least, listed, missing),
                Rest::Later(commitment) => {
                    let cost = after(Holding::Committed(commitment))?;
                    least_together(&[point(cost)], listed, missing)
                }
            };
            rest.map(|rest| rest + payment.price)
        };
        let payments = Payments::committed(market, self.end, self.first, commitment);
        let least = payments.into_iter().filter_map(cost).reduce(f64::min);
        self.committed.borrow_mut().insert(commitment, least);
        least
    }

    /// What lines must stay below that end before a month of it, to belong to a schedule of at most `ceiling`.
    pub(super) fn gate(&self, month: usize, held: Option<usize>, ceiling: Amount) -> Gate<'_> {
        let floor = self.at(month, held);
        let room = self.room(floor.beyond_worth(rounded(self.worth)), ceiling);
        Gate::Open {
            target: self.target,
            worth: self.worth,
            room,
            ceiling,
            most: Cow::Borrowed(floor.left(self.target)),
        }
    }

    /// The same where the first months from there on are committed: by the worth of reads only.
    pub(super) fn gate_behind(
        &self,
        market: &Market<'_>,
        powers: &RoughPowers,
        month: usize,
        commitment: Commitment,
        ceiling: Amount,
        after: impl Fn(Holding) -> Option<f64>,
    ) -> Gate<'_> {
        let worth = rounded(self.worth);
        let kind = market.tiers[commitment.tier].kind;
        let beyond = |payment: Payment| {
            let listed = beyond_worth(powers.listed(commitment.tier, payment.listed), worth)?;
            let rest = match payment.rest {
                Rest::Month(month) => self.at(month, Some(kind)).beyond_worth(worth)?,
                Rest::Later(commitment) => after(Holding::Committed(commitment))?,
            };
            Some(payment.price + listed + rest - worth.times(payment.by_year.min(self.target)))
        };
        let payments = Payments::committed(market, self.end, month, commitment);
        let room = self.room(payments.into_iter().filter_map(beyond).reduce(f64::min), ceiling);
        let line = Line { start: 0, end: self.target, cost: room, slope: self.worth };
        let most = Cow::Owned(vec![Label { line, origin: () }]);
        Gate::Open { target: self.target, worth: self.worth, room, ceiling: 0, most }
    }

    /// What may have been spent so far beyond the worth of reads, where the rest costs at least so much beyond it.
    fn room(&self, beyond_worth: Option<f64>, ceiling: Amount) -> Amount {
        let all = self.worth.times(self.target);
        // What is beyond may be a small difference of large amounts.
        let beyond = beyond_worth.map(|beyond| at_least(beyond) + at_least(rounded(all)) - all);
        beyond.map_or(NO_ROOM, |beyond| ceiling - beyond - all)
    }

    /// What is still to be paid at least from a month on for so many missing reads, with nothing held; `None` when they can't be had.
    pub(super) fn cost_of(&self, month: usize, missing: u64) -> Option<f64> {
        cost_of(&self.at(month, None).least, missing)
    }

    /// What a month of a tier costs at least beyond the worth of its reads.
    pub(super) fn beyond_worth(&self, priced: &PricedTier<'_>) -> f64 {
        let lines: Vec<_> = priced.lines.iter().map(|line| Label { line: rough(line), origin: () }).collect();
        beyond_worth(&lines, rounded(self.worth)).unwrap_or(0.0)
    }

    fn at(&self, month: usize, held: Option<usize>) -> &Floor {
        self.months[month - self.first].with(held)
    }
}

/// What the reads of an envelope cost at least beyond their worth, were each worth `worth`.
fn beyond_worth(least: &[RoughLabel], worth: f64) -> Option<f64> {
    let beyond = |line: &Line<f64>| {
        let at = |reads: u64| line.at(reads) - worth.times(reads);
        at(line.start).min(at(line.end))
    };
    least.iter().map(|label| beyond(&label.line)).reduce(f64::min)
}
