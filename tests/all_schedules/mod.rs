//! The cheapest schedule, found a second time and differently: by trying every tier, every term and every number of reads in
//! every month. It shares nothing with the planner but the rules, and takes its prices from the oracle.

use std::collections::HashMap;

use crate::oracle::{RawTier, fraction, month};
use num_rational::BigRational;

/// A tier with everything that matters to a schedule.
#[derive(Clone, Debug)]
pub struct PricedTier {
    /// Which tier it is, in every price book.
    pub kind: usize,
    pub raw: RawTier,
    /// The months in which it is on sale.
    pub months: std::ops::Range<usize>,
    pub is_custom: bool,
    pub existing_only: bool,
    pub term: usize,
    pub annual_price: Option<String>,
    pub annual_maximum: Option<String>,
}

/// Millionths of a cent.
pub type Amount = i128;

pub fn amount(exact: &BigRational) -> Amount {
    let scaled = exact * BigRational::from_integer(100_000_000.into());
    assert!(scaled.is_integer(), "{exact} has few places");
    scaled.to_integer().try_into().expect("a small amount")
}

impl PricedTier {
    fn limit(&self) -> u64 {
        self.raw.cap.as_ref().filter(|(_, overage)| overage.is_empty()).map_or(u64::MAX, |(cap, _)| *cap)
    }

    fn paid_in_advance(&self) -> u64 {
        self.raw.cap.as_ref().map_or(u64::MAX, |(cap, _)| *cap)
    }
}

/// What is held at the end of a month.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Held {
    tier: usize,
    /// The months that the purchase has been paid.
    paid: usize,
    /// The months that it commits to.
    committed: usize,
    in_advance: bool,
    /// What the year has come to, if there is an annual maximum.
    year: Amount,
}

pub struct All<'a> {
    tiers: &'a [PricedTier],
    /// The phases: months and reads.
    phases: &'a [(usize, u64)],
    months: usize,
    /// The least that a month with so many reads or more costs, by tier: more of them may cost less.
    prices: Vec<Vec<Amount>>,
    /// What a month without reads costs, by tier.
    unused: Vec<Amount>,
    known: HashMap<(usize, u64, Option<Held>), Option<Amount>>,
}

impl<'a> All<'a> {
    /// `most` are the most reads that are tried in a month, at least those of any phase.
    pub fn new(tiers: &'a [PricedTier], phases: &'a [(usize, u64)], most: u64) -> Self {
        let price = |priced: &PricedTier, reads| amount(&month(&priced.raw, reads));
        let prices = tiers.iter().map(|priced| {
            let mut least: Vec<Amount> = (0..=most.min(priced.limit())).map(|reads| price(priced, reads)).collect();
            for reads in (1..least.len()).rev() {
                least[reads - 1] = least[reads - 1].min(least[reads]);
            }
            least
        });
        let months = phases.iter().map(|(months, _)| months).sum();
        let unused = tiers.iter().map(|priced| price(priced, 0)).collect();
        Self { tiers, phases, months, prices: prices.collect(), unused, known: HashMap::new() }
    }

    /// The least that a schedule costs.
    pub fn cheapest(&mut self) -> Option<Amount> {
        self.from(0, 0, None)
    }

    /// The least that the months from `at` on cost, with so many reads in the phase so far.
    fn from(&mut self, at: usize, so_far: u64, held: Option<Held>) -> Option<Amount> {
        let mut end = 0;
        let (phase, first) = self
            .phases
            .iter()
            .enumerate()
            .find_map(|(place, (months, _))| {
                let first = end;
                end += months;
                (at < end).then_some((Some(place), first))
            })
            .unwrap_or((None, self.months));
        // A phase that ended must have had its reads.
        if at == first && at > 0 {
            let ended = phase.unwrap_or(self.phases.len()) - 1;
            if so_far < self.phases[ended].1 {
                return None;
            }
        }
        let Some(phase) = phase else { return Some(self.rest_of_term(held)) };
        let so_far = if at == first { 0 } else { so_far.min(self.phases[phase].1) };
        let wanted = self.phases[phase].1 - so_far;
        let question = (at, so_far, held.clone());
        if let Some(known) = self.known.get(&question) {
            return *known;
        }
        let mut best: Option<Amount> = None;
        let mut consider = |cost: Option<Amount>| best = best.into_iter().chain(cost).min();
        let is_committed = held.as_ref().is_some_and(|held| held.paid < held.committed);
        if !is_committed {
            consider(self.from(at + 1, so_far, None));
            for place in 0..self.tiers.len() {
                let priced = &self.tiers[place];
                if !priced.months.contains(&at) {
                    continue;
                }
                let goes_on = held.as_ref().is_some_and(|held| self.tiers[held.tier].kind == priced.kind);
                let is_sold = priced.is_custom || !priced.existing_only;
                if !is_sold && !goes_on {
                    continue;
                }
                // Whoever holds a tier may go on month by month, or while it is sold begin a new term.
                let mut commitments = vec![if goes_on { 1 } else { priced.term }];
                commitments.extend((goes_on && is_sold && priced.term > 1).then_some(priced.term));
                let price = priced.annual_price.clone();
                for committed in commitments {
                    consider(self.buy(
                        at,
                        so_far,
                        wanted,
                        Held { tier: place, paid: 0, committed, in_advance: false, year: 0 },
                    ));
                    if let Some(price) = &price {
                        let years = committed.div_ceil(12);
                        let held = Held { tier: place, paid: 0, committed: years * 12, in_advance: true, year: 0 };
                        let upfront = amount(&fraction(price)) * i128::try_from(years).expect("few years");
                        consider(self.buy(at, so_far, wanted, held).map(|rest| rest + upfront));
                    }
                }
            }
        }
        if let Some(held) = held.clone() {
            let priced = &self.tiers[held.tier];
            if is_committed || (!held.in_advance && (priced.is_custom || priced.months.contains(&at))) {
                consider(self.buy(at, so_far, wanted, held));
            }
        }
        self.known.insert(question, best);
        best
    }

    /// A month of a purchase, with every number of reads that are still wanted.
    fn buy(&mut self, at: usize, so_far: u64, wanted: u64, held: Held) -> Option<Amount> {
        let priced = &self.tiers[held.tier];
        let limit = if held.in_advance { priced.paid_in_advance() } else { priced.limit() };
        (0..=limit.min(wanted))
            .filter_map(|reads| {
                let listed = self.prices[held.tier].get(usize::try_from(reads).expect("few reads")).copied();
                let (cost, next) = self.pay(&held, listed.unwrap_or_default());
                Some(self.from(at + 1, so_far + reads, Some(next))? + cost)
            })
            .min()
    }

    /// What the next month of a purchase costs, of which the listed price is known.
    fn pay(&self, held: &Held, listed: Amount) -> (Amount, Held) {
        let priced = &self.tiers[held.tier];
        let mut next = Held { paid: held.paid + 1, ..held.clone() };
        // What lies further back than the commitment makes no difference, but for where the year ends.
        if priced.annual_maximum.is_none() {
            next.paid = next.paid.min(next.committed);
        }
        if held.in_advance {
            return (0, next);
        }
        let Some(maximum) = &priced.annual_maximum else { return (listed, next) };
        let maximum = amount(&fraction(maximum));
        let year = held.year + listed;
        next.year = if next.paid.is_multiple_of(12) { 0 } else { year.min(maximum) };
        (year.min(maximum) - held.year.min(maximum), next)
    }

    /// What a purchase still costs behind the last month.
    fn rest_of_term(&self, held: Option<Held>) -> Amount {
        let Some(mut held) = held else { return 0 };
        let mut sum = 0;
        while held.paid < held.committed {
            let (cost, next) = self.pay(&held, self.unused[held.tier]);
            sum += cost;
            held = next;
        }
        sum
    }
}
