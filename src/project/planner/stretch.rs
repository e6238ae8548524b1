//! The ways through a stretch of months that can change places: of one phase, and at the same prices.
//!
//! In such a stretch the months of a schedule form runs: months that are bought by themselves, terms and years, and what goes on
//! behind them, each with the tier that is held. A run that lies in the stretch may come before or after any other without a
//! change of cost or of the phase's reads: it is on sale all the time, and no run needs another one before it. So it is enough to
//! follow the runs tier by tier, in whatever order of tiers, with these exceptions, which have their place: what goes on from
//! before the stretch comes first, and what goes on behind the stretch comes last. Pauses come before the latter.

use std::cmp::Reverse;
use std::ops::Range;

use super::market::{PricedTier, YEAR};
use super::purchases::{Arrival, PaidMonth};
use super::search::{Front, NOTHING_HELD, Reached, Search};

impl Search<'_> {
    /// Every way through the months of a stretch.
    pub(super) fn stretch(&mut self, stretch: &Range<usize>) {
        let mut fronts = self.carried(stretch);
        for tier in self.worst_first(stretch) {
            self.runs(stretch, tier, &mut fronts);
            if self.patience == 0 {
                return;
            }
        }
        let rested = self.rested(stretch, &fronts);
        let ends = [fronts.pop(), rested.last().cloned()];
        for front in ends.into_iter().flatten() {
            self.push_arrival(stretch.end, None, front);
        }
        let lasting = self.worst_first(stretch).into_iter().filter(|tier| self.may_last(stretch, *tier));
        let lasting: Vec<usize> = lasting.collect();
        if lasting.is_empty() {
            return;
        }
        let months = stretch.clone().zip(fronts.into_iter().zip(rested));
        let fronts: Vec<Front> = months.map(|(month, (front, rested))| self.one_of(month, &[front, rested])).collect();
        for tier in lasting {
            self.last_runs(stretch, tier, &fronts);
        }
    }

    /// The tiers on sale, those first of which a month is worth least.
    fn worst_first(&self, stretch: &Range<usize>) -> Vec<usize> {
        let mut tiers: Vec<usize> = self.market.on_sale(stretch.start).map(|(tier, _)| tier).collect();
        tiers.sort_by_key(|tier| Reverse(self.floors.beyond_worth(stretch.start, *tier)));
        tiers
    }

    /// The ways that reach each month of the stretch by what began before it.
    fn carried(&mut self, stretch: &Range<usize>) -> Vec<Front> {
        let mut fronts: Vec<Front> = Vec::with_capacity(stretch.len() + 1);
        for month in stretch.clone() {
            let arrived = std::mem::take(&mut self.arrivals[month]);
            for (tier, priced) in self.market.on_sale(month) {
                let own = &arrived[priced.kind + 1];
                if self.can_go_on(priced) && !own.is_empty() {
                    let own = self.one_of(month, own);
                    for arrival in self.go_on(tier, month, usize::MAX, &own) {
                        self.push_arrival(arrival.month, Some(priced.kind), arrival.front);
                    }
                }
            }
            fronts.push(self.one_of(month, &arrived[NOTHING_HELD]));
        }
        fronts.push(Front::new());
        fronts
    }

    /// Adds the runs of a tier that begin and end in the stretch. `fronts` are the ways to each of its months and to its end.
    fn runs(&mut self, stretch: &Range<usize>, tier: usize, fronts: &mut [Front]) {
        let priced = &self.market.tiers[tier];
        let mut own: Vec<Vec<Front>> = vec![Vec::new(); fronts.len()];
        let (mut reached, mut reached_held) = (Reached::default(), Reached::default());
        for month in stretch.clone() {
            let now = month - stretch.start;
            let held = self.one_of(month, &own[now]);
            let others = self.beneath(&mut reached, std::mem::take(&mut fronts[now]));
            let ended = self.beneath(&mut reached, held.clone());
            fronts[now] = self.one_of(month, &[others.clone(), ended]);
            let held = self.beneath(&mut reached_held, held);
            // Who holds it goes on rather than to begin another term, which costs the same.
            let from = if self.can_go_on(priced) && priced.is_without_year() { &others } else { &fronts[now] };
            let mut arrivals = self.begin(tier, month, stretch.end, from);
            if self.can_go_on(priced) {
                arrivals.extend(self.go_on(tier, month, stretch.end, &held));
            }
            for Arrival { month, front } in arrivals {
                own[month - stretch.start].push(front);
            }
        }
        let Some(last) = fronts.last_mut() else { return };
        own[stretch.len()].push(std::mem::take(last));
        let ended = self.one_of(stretch.end, &own[stretch.len()]);
        fronts[stretch.len()] = ended;
    }

    /// The ways that pause before each month of the stretch, and before its end.
    fn rested(&mut self, stretch: &Range<usize>, fronts: &[Front]) -> Vec<Front> {
        let mut rested = vec![Front::new()];
        for month in stretch.clone() {
            let now = month - stretch.start;
            let pauses = self.pauses(month, &[&fronts[now], &rested[now]]);
            let front = self.settle(month, pauses);
            rested.push(front);
        }
        rested
    }

    /// Whether to be held at the end of the stretch is of use: not where one can begin anew month by month.
    fn may_go_on(&self, stretch: &Range<usize>, priced: &PricedTier<'_>) -> bool {
        let is_last = stretch.end == self.market.project.month_count();
        !is_last && self.tracked[priced.kind] && self.floors.may_be_of_use(stretch.end, priced.kind)
    }

    /// Whether runs of a tier may go on behind the stretch.
    fn may_last(&self, stretch: &Range<usize>, tier: usize) -> bool {
        let priced = &self.market.tiers[tier];
        priced.may_outlast_a_month() || self.may_go_on(stretch, priced)
    }

    /// Notes the runs of a tier that go on behind the stretch, or may do so: behind all other runs, and behind pauses.
    fn last_runs(&mut self, stretch: &Range<usize>, tier: usize, fronts: &[Front]) {
        let priced = &self.market.tiers[tier];
        let may_go_on = self.may_go_on(stretch, priced);
        let longest = priced.term.max(if priced.is_without_year() { 1 } else { priced.years() * YEAR });
        let may_renew = priced.in_advance.is_some() && priced.years() > 1;
        let latest = if may_go_on || may_renew { 0 } else { (stretch.end + 1).saturating_sub(longest) };
        let first = stretch.start.max(latest);
        let mut own: Vec<Vec<Front>> = vec![Vec::new(); stretch.len()];
        for month in first..stretch.end {
            let now = month - stretch.start;
            let held = self.one_of(month, &own[now]);
            let mut arrivals = self.begin(tier, month, usize::MAX, &fronts[now]);
            if self.can_go_on(priced) {
                arrivals.extend(self.go_on(tier, month, usize::MAX, &held));
            }
            for Arrival { month, front } in arrivals {
                if month < stretch.end {
                    own[month - stretch.start].push(front);
                } else if month > stretch.end || may_go_on {
                    self.push_arrival(month, Some(priced.kind), front);
                }
            }
        }
    }

    /// Whether who holds a tier may do what others can't.
    fn can_go_on(&self, priced: &PricedTier<'_>) -> bool {
        self.tracked[priced.kind] && !priced.is_sold_monthly()
    }

    /// The month of a tier by itself that goes on from `own`, and the years that only who holds it can begin, as far as they
    /// end by `latest`.
    fn go_on(&mut self, tier: usize, month: usize, latest: usize, own: &Front) -> Vec<Arrival> {
        if own.is_empty() {
            return Vec::new();
        }
        let mut labels = Vec::new();
        let alone = PaidMonth { tier, month, begins: false, price: 0, commitment: None };
        self.pay(&mut labels, own, alone);
        let front = self.settle(month, labels);
        let mut arrivals = vec![Arrival { month: month + 1, front }];
        arrivals.extend(self.years_of_holders(tier, month, latest, own));
        arrivals
    }
}
