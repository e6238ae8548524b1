//! How the months of a purchase may be paid: what each way of it brings and costs, and what is behind it.

use super::holding::{Commitment, CommittedPayment};
use super::line::Measure;
use super::market::{Market, Prepaid, PricedTier, YEAR};
use super::rough::rounded;

/// A way to pay for consecutive months of a tier within a phase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Payment {
    /// The months that are paid as they are listed.
    pub(super) listed: usize,
    /// The reads that are paid by the year, at the most.
    pub(super) by_year: u64,
    /// What is paid beside the listed months.
    pub(super) price: f64,
    pub(super) rest: Rest,
}

/// What is behind the months of a [`Payment`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Rest {
    /// A month of the phase with the tier held, or the one behind the phase.
    Month(usize),
    /// Months behind the phase that are committed.
    Later(Commitment),
}

/// What was paid so far.
#[derive(Clone, Copy, Debug, Default)]
struct Paid {
    listed: usize,
    by_year: u64,
    price: f64,
}

/// The payments through the months of a phase that ends before `end`.
pub(super) struct Payments<'a, 'b> {
    market: &'b Market<'a>,
    end: usize,
    found: Vec<Payment>,
}

impl<'a, 'b> Payments<'a, 'b> {
    const fn none(market: &'b Market<'a>, end: usize) -> Self {
        Self { market, end, found: Vec::new() }
    }

    /// The payments with which to begin with a tier in a month.
    pub(super) fn to_begin(market: &'b Market<'a>, end: usize, month: usize, tier: usize) -> Vec<Payment> {
        let priced = &market.tiers[tier];
        let mut payments = Self::none(market, end);
        if !priced.is_sold {
            return payments.found;
        }
        if priced.is_sold_monthly() {
            payments.month(month);
            payments.year_at_most(month, tier);
        } else {
            payments.year_of_term(month, tier, month + priced.term, Paid::default());
        }
        payments.years_in_advance(month, tier, month + YEAR * priced.years());
        payments.found
    }

    /// The payments with which only who holds a tier can go on with it in a month.
    pub(super) fn to_go_on(market: &'b Market<'a>, end: usize, month: usize, tier: usize) -> Vec<Payment> {
        let priced = &market.tiers[tier];
        let mut payments = Self::none(market, end);
        payments.month(month);
        if !priced.is_sold_monthly() {
            payments.year_at_most(month, tier);
        }
        if !priced.is_sold || priced.years() > 1 {
            payments.years_in_advance(month, tier, month + YEAR);
        }
        payments.found
    }

    /// The payments through months from one on of which the first are committed.
    pub(super) fn committed(market: &'b Market<'a>, end: usize, month: usize, commitment: Commitment) -> Vec<Payment> {
        let mut payments = Self::none(market, end);
        payments.commit(month, commitment, Paid::default());
        payments.found
    }

    /// A month by itself.
    fn month(&mut self, month: usize) {
        let price = rounded(self.market.units.order(month));
        self.found.push(Payment { listed: 1, by_year: 0, price, rest: Rest::Month(month + 1) });
    }

    /// A year at its annual maximum that one may leave after each month.
    fn year_at_most(&mut self, month: usize, tier: usize) {
        let Some(year) = self.market.tiers[tier].at_most else { return };
        let commitment =
            Commitment { tier, payment: CommittedPayment::AtMost, until: month + YEAR, free_from: month + 1 };
        self.commit(month, commitment, Paid { price: rounded(year.price), ..Paid::default() });
    }

    /// Years that are paid in advance.
    fn years_in_advance(&mut self, month: usize, tier: usize, free_from: usize) {
        let Some(year) = self.market.tiers[tier].in_advance else { return };
        let commitment = Commitment { tier, payment: CommittedPayment::InAdvance, until: month + YEAR, free_from };
        self.commit(month, commitment, Paid { price: rounded(year.price), ..Paid::default() });
    }

    /// A term from one of its years on: each is paid by listed months, or comes to the annual maximum.
    fn year_of_term(&mut self, month: usize, tier: usize, free_from: usize, paid: Paid) {
        let until = free_from.min(month + YEAR);
        self.commit(month, Commitment { tier, payment: CommittedPayment::Listed, until, free_from }, paid);
        if let Some(year) = self.market.tiers[tier].at_most {
            let commitment = Commitment { tier, payment: CommittedPayment::AtMost, until: month + YEAR, free_from };
            self.commit(month, commitment, Paid { price: paid.price + rounded(year.price), ..paid });
        }
    }

    /// Committed months, and what must follow them.
    fn commit(&mut self, month: usize, commitment: Commitment, mut paid: Paid) {
        let priced = &self.market.tiers[commitment.tier];
        let reads = |year: Option<Prepaid>| year.map_or(0, |year| year.served.end);
        for now in month..commitment.until.min(self.end) {
            let may_leave = commitment.payment == CommittedPayment::AtMost && now >= commitment.free_from;
            if may_leave && priced.is_dearer_than_its_year(now + YEAR - commitment.until) {
                self.push(paid, Rest::Month(now));
            }
            if may_leave && !priced.months.contains(&now) {
                return;
            }
            match commitment.payment {
                CommittedPayment::Listed => paid.listed += 1,
                CommittedPayment::InAdvance => paid.by_year = paid.by_year.saturating_add(reads(priced.in_advance)),
                CommittedPayment::AtMost => paid.by_year = paid.by_year.saturating_add(reads(priced.at_most)),
            }
            paid.price += rounded(self.market.units.order(now));
        }
        let Commitment { until, free_from, .. } = commitment;
        if until > self.end {
            self.push(paid, Rest::Later(commitment));
        } else if until >= free_from {
            self.push(paid, Rest::Month(until));
        } else if commitment.payment == CommittedPayment::InAdvance {
            paid.price += priced.in_advance.map_or(0.0, |year| rounded(year.price));
            self.commit(until, Commitment { until: until + YEAR, ..commitment }, paid);
        } else {
            self.year_of_term(until, commitment.tier, free_from, paid);
        }
    }

    fn push(&mut self, paid: Paid, rest: Rest) {
        let Paid { listed, by_year, price } = paid;
        self.found.push(Payment { listed, by_year, price, rest });
    }
}

impl PricedTier<'_> {
    /// Whether so many months may cost more as they are listed than by the annual maximum: else nobody would pay that for them.
    fn is_dearer_than_its_year(&self, months: usize) -> bool {
        let dearest = self.lines.last().map_or(0, |line| line.at(line.end));
        self.at_most.is_none_or(|year| dearest.times(months as u64) > year.price)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::link;

    /// The months that are listed and the reads that are paid by the year of each payment, and what is behind them.
    fn short(payment: &Payment) -> String {
        let Payment { listed, by_year, rest, .. } = payment;
        let rest = match rest {
            Rest::Month(month) => format!("then month {month}"),
            Rest::Later(commitment) => format!("then on until {}", commitment.until),
        };
        format!("{listed} + {by_year}, {rest}")
    }

    /// A tier at $9 a month of one read, and $20 a year at the most, in a phase of six months.
    #[test]
    fn a_year_at_its_maximum_is_left_when_it_may_be_and_when_the_sale_ends() {
        let link = "b1/start=2026-12-01/phases=6*6/usage=ai-training/tiers=!((id:ours,name:Ours,charges:!((model:flat,fee:9))\
                    ,readCap:1,annualMaximum:20))/prices=2026-08";
        let project = link::decode(link, crate::catalogue()).expect("a budget").project;
        let listed = Market::new(crate::catalogue(), &project).expect("amounts");
        for (months, term, expected) in [
            // Two months cost less as they are listed.
            (
                0..6,
                1,
                "1 + 0, then month 1; 0 + 3, then month 3; 0 + 4, then month 4; 0 + 5, then month 5; 0 + 6, then on until \
                 12",
            ),
            (0..3, 1, "1 + 0, then month 1; 0 + 3, then month 3"),
            // A term goes on after the sale.
            (0..3, 5, "5 + 0, then month 5; 0 + 5, then month 5"),
        ] {
            let mut market = listed.clone();
            market.tiers[0].months = months.clone();
            market.tiers[0].term = term;
            let payments = Payments::to_begin(&market, 6, 0, 0);
            let found: Vec<_> = payments.iter().map(short).collect();
            assert_eq!(found.join("; "), expected, "on sale in {months:?}, for {term} months at least");
        }
    }
}
