//! The ways of a search that pay for a month of a tier: by itself, in a term, or in a year at one price.

use super::gate::Gate;
use super::holding::{Commitment, CommittedPayment, Holding};
use super::line::{Amount, Label, Line, together};
use super::market::{Prepaid, YEAR};
use super::search::{Front, Origin, Search, Step, Year};

/// A month of a tier that is paid for.
#[derive(Clone, Copy, Debug)]
pub(super) struct PaidMonth {
    /// Its place among those of the market.
    pub(super) tier: usize,
    pub(super) month: usize,
    /// Whether a purchase begins with it that is another than before, even of the same tier.
    pub(super) begins: bool,
    /// The price of a year that begins.
    pub(super) price: Amount,
    /// What it belongs to, and how long that goes on.
    pub(super) commitment: Option<Commitment>,
}

impl PaidMonth {
    fn is_in_advance(&self) -> bool {
        self.commitment.is_some_and(|commitment| commitment.payment == CommittedPayment::InAdvance)
    }
}

/// Ways that end before a month, all of them with the same tier.
pub(super) struct Arrival {
    pub(super) month: usize,
    pub(super) front: Front,
}

impl Search<'_> {
    /// The purchases of a tier that anyone can begin in a month behind `from`, as far as they end by `latest`.
    pub(super) fn begin(&mut self, tier: usize, month: usize, latest: usize, from: &Front) -> Vec<Arrival> {
        let priced = &self.market.tiers[tier];
        let mut arrivals = Vec::new();
        if from.is_empty() || !priced.is_sold {
            return arrivals;
        }
        if priced.is_sold_monthly() {
            let mut labels = Vec::new();
            self.pay(&mut labels, from, PaidMonth { tier, month, begins: false, price: 0, commitment: None });
            arrivals.push(Arrival { month: month + 1, front: self.settle(month, labels) });
        } else if month + priced.term <= latest {
            self.term(month, tier, from, latest, &mut arrivals);
        }
        if let Some(year) = priced.in_advance.filter(|_| month + priced.years() * YEAR <= latest) {
            arrivals.push(self.in_advance(month, tier, year, priced.years(), from));
        }
        if let Some(year) = priced.at_most.filter(|_| priced.is_sold_monthly()) {
            let first = PaidMonth { tier, month, begins: true, price: year.price, commitment: None };
            let front = self.at_most(first, 1, month + 1, latest, from, &mut arrivals);
            arrivals.push(Arrival { month: month + 1, front });
        }
        arrivals
    }

    /// The years of a tier that only who holds it can begin in a month, as far as they end by `latest`.
    pub(super) fn years_of_holders(&mut self, tier: usize, month: usize, latest: usize, own: &Front) -> Vec<Arrival> {
        let priced = &self.market.tiers[tier];
        let mut arrivals = Vec::new();
        let may_renew = (!priced.is_sold || priced.years() > 1) && month + YEAR <= latest;
        if let Some(year) = priced.in_advance.filter(|_| may_renew) {
            arrivals.push(self.in_advance(month, tier, year, 1, own));
        }
        if let Some(year) = priced.at_most.filter(|_| !priced.is_sold_monthly()) {
            let first = PaidMonth { tier, month, begins: true, price: year.price, commitment: None };
            let front = self.at_most(first, 1, month + 1, latest, own, &mut arrivals);
            arrivals.push(Arrival { month: month + 1, front });
        }
        arrivals
    }

    /// A purchase with a term: so many months that are paid, whatever comes. Each year of it may come to the annual maximum.
    fn term(&mut self, month: usize, tier: usize, from: &Front, latest: usize, arrivals: &mut Vec<Arrival>) {
        let priced = &self.market.tiers[tier];
        let end = month + priced.term;
        let mut front = from.clone();
        for start in (month..end).step_by(YEAR) {
            let count = YEAR.min(end - start);
            let commitment =
                Commitment { tier, payment: CommittedPayment::Listed, until: start + count, free_from: end };
            let first =
                PaidMonth { tier, month: start, begins: start == month, price: 0, commitment: Some(commitment) };
            let listed = self.at_once(first, count, &front);
            front = match priced.at_most {
                None => listed,
                Some(year) => {
                    let first = PaidMonth { price: year.price, ..first };
                    let capped = self.at_most(first, count, end, latest, &front, arrivals);
                    self.one_of(start + count, &[listed, capped])
                }
            };
        }
        arrivals.push(Arrival { month: end, front });
    }

    /// So many months as the first is paid, those of each phase at once where that can be.
    fn at_once(&mut self, first: PaidMonth, count: usize, from: &Front) -> Front {
        let project = self.market.project;
        let end = first.month + count;
        let mut front = from.clone();
        let mut paid = first;
        while paid.month < end && !front.is_empty() {
            let phase = project.phase_of(paid.month);
            let rest = (paid.month..end).take_while(|month| project.phase_of(*month) == phase).count();
            let lines = self.together(paid, rest).filter(|_| phase.is_some());
            let (Some(lines), Ok(months)) = (lines, u8::try_from(rest)) else {
                front = self.months(paid, rest, &front);
                paid = PaidMonth { month: paid.month + rest, begins: false, price: 0, ..paid };
                continue;
            };
            let last = PaidMonth { month: paid.month + rest - 1, ..paid };
            let more = paid.price + self.market.units.orders(paid.month..paid.month + rest);
            let gate = self.gate(last.month, self.holding(last));
            let (tier, in_advance, begins) = (paid.tier, paid.is_in_advance(), paid.begins);
            let step = |line: usize| Step::AtOnce { tier, months, line, in_advance, begins };
            let lines = lines.into_iter().enumerate().map(|(line, own)| (own, step(line)));
            let mut labels = Vec::new();
            self.read(&mut labels, &front, lines, more, &gate);
            front = self.settle(last.month, labels);
            paid = PaidMonth { month: paid.month + rest, begins: false, price: 0, ..paid };
        }
        front
    }

    /// What so many months cost together, if they can be followed at once.
    fn together(&self, paid: PaidMonth, months: usize) -> Option<Vec<Line>> {
        if paid.is_in_advance() {
            let served = self.market.tiers[paid.tier].in_advance?.served;
            return Some(vec![Line { end: served.end.saturating_mul(months as u64), ..served }]);
        }
        Some(self.powers.lines(paid.tier, months)?.collect())
    }

    /// So many months as the first is paid.
    fn months(&mut self, first: PaidMonth, count: usize, from: &Front) -> Front {
        let mut front = from.clone();
        let mut paid = first;
        for _ in 0..count {
            if front.is_empty() {
                break;
            }
            let mut labels = Vec::new();
            self.pay(&mut labels, &front, paid);
            front = self.settle(paid.month, labels);
            paid = PaidMonth { month: paid.month + 1, begins: false, price: 0, ..paid };
        }
        front
    }

    /// The first `count` months of a year that comes to its annual maximum. From the month `free_from` on one may leave; then the
    /// year may also go on for as long as the tier is on sale, up to `latest`.
    fn at_most(
        &mut self,
        first: PaidMonth,
        count: usize,
        free_from: usize,
        latest: usize,
        from: &Front,
        arrivals: &mut Vec<Arrival>,
    ) -> Front {
        let sale = self.market.tiers[first.tier].months.clone();
        let until = first.month + YEAR;
        let commitment = Commitment { tier: first.tier, payment: CommittedPayment::AtMost, until, free_from };
        let first = PaidMonth { commitment: Some(commitment), ..first };
        let front = self.months(first, count, from);
        let behind = first.month + count;
        if behind >= free_from {
            let mut later = front.clone();
            for month in (behind..until.min(latest)).take_while(|month| sale.contains(month)) {
                later = self.months(PaidMonth { month, begins: false, price: 0, ..first }, 1, &later);
                arrivals.push(Arrival { month: month + 1, front: later.clone() });
            }
        }
        front
    }

    /// Whole years paid in advance.
    fn in_advance(&mut self, month: usize, tier: usize, year: Prepaid, years: usize, from: &Front) -> Arrival {
        let free_from = month + years * YEAR;
        let mut front = from.clone();
        for start in (month..free_from).step_by(YEAR) {
            let begins = start == month;
            let commitment = Commitment { tier, payment: CommittedPayment::InAdvance, until: start + YEAR, free_from };
            let first = PaidMonth { tier, month: start, begins, price: year.price, commitment: Some(commitment) };
            front = self.at_once(first, YEAR, &front);
        }
        Arrival { month: free_from, front }
    }

    /// What one has behind a paid month.
    fn holding(&self, paid: PaidMonth) -> Holding {
        let kind = self.market.tiers[paid.tier].kind;
        paid.commitment
            .map_or(if self.tracked[kind] { Holding::Kind(kind) } else { Holding::Nothing }, Holding::Committed)
    }

    /// Adds the ways of `from` with a paid month behind each, as far as they may be of use.
    pub(super) fn pay(&self, labels: &mut Vec<Label<Origin>>, from: &Front, paid: PaidMonth) {
        let priced = &self.market.tiers[paid.tier];
        let PaidMonth { tier, begins, .. } = paid;
        let order = self.market.units.order(paid.month);
        let of_year = |year: Year| Step::OfYear { tier, year, begins };
        let (year, step) = match paid.commitment.map(|commitment| commitment.payment) {
            Some(CommittedPayment::InAdvance) => (priced.in_advance, of_year(Year::InAdvance)),
            Some(CommittedPayment::AtMost) => (priced.at_most, of_year(Year::AtMost)),
            Some(CommittedPayment::Listed) | None => (None, Step::Unused { tier }),
        };
        let gate = self.gate(paid.month, self.holding(paid));
        if paid.month >= self.market.project.month_count() {
            let more = order + if year.is_some() { paid.price } else { priced.unused };
            for node in from {
                let before = self.nodes[*node].line;
                let line = gate.below(Line { cost: before.cost + more, ..before });
                labels.extend(line.map(|line| Label { line, origin: (*node, step) }));
            }
            return;
        }
        if let Some(year) = year {
            self.read(labels, from, std::iter::once((year.served, step)), paid.price + order, &gate);
            return;
        }
        let is_fixed = paid.commitment.is_some() || self.tracked[priced.kind];
        let step = |line: usize| Step::Month { tier, line, begins, is_fixed };
        let lines = priced.lines.iter().enumerate().map(|(line, own)| (*own, step(line)));
        self.read(labels, from, lines, order, &gate);
    }

    /// Adds the ways of `from` with months behind each of which the reads follow one of `lines`.
    fn read(
        &self,
        labels: &mut Vec<Label<Origin>>,
        from: &Front,
        lines: impl Iterator<Item = (Line, Step)>,
        more: Amount,
        gate: &Gate<'_>,
    ) {
        let before = from.iter().map(|node| (self.nodes[*node].line, *node));
        let before: Vec<(Amount, Line, usize)> =
            before.filter_map(|(line, node)| Some((gate.beyond_worth(&line)?, line, node))).collect();
        for (own, step) in lines {
            // Most ways are far from the ceiling, which is seen before they are followed.
            let Some(beyond) = gate.beyond_worth(&own) else { continue };
            let room = gate.room() - more - beyond;
            for (_, line, node) in before.iter().filter(|(beyond, ..)| *beyond <= room) {
                for line in together(line, &own).into_iter().flatten() {
                    let Some(line) = gate.below(Line { cost: line.cost + more, ..line }) else { continue };
                    let label = Label { line, origin: (*node, step) };
                    match labels.last_mut().filter(|_| gate.is_done()) {
                        Some(best) if best.line.cost <= line.cost => {}
                        Some(best) => *best = label,
                        None => labels.push(label),
                    }
                }
            }
        }
    }
}
