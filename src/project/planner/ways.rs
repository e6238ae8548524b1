//! How the months of a purchase may be paid: what each way brings and costs, and what is behind it.

use super::holding::{Ahead, AheadPayment};
use super::line::Measure;
use super::market::{Good, Market, Prepaid, YEAR};
use super::rough::rounded;

/// A way to pay for consecutive months of a good within a phase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// The months that are paid as they are listed.
    pub(super) listed: usize,
    /// The reads that are paid by the year, at the most.
    pub(super) by_year: u64,
    /// What is paid beside the listed months.
    pub(super) price: f64,
    pub(super) rest: Rest,
}

/// What is behind the months of a [`Way`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Rest {
    /// A month of the phase with the good held, or the one behind the phase.
    Month(usize),
    /// Months behind the phase that are given away.
    Later(Ahead),
}

/// What was paid so far.
#[derive(Clone, Copy, Debug, Default)]
struct Paid {
    listed: usize,
    by_year: u64,
    price: f64,
}

/// The ways through the months of a phase that ends before `end`.
pub(super) struct Ways<'a, 'b> {
    market: &'b Market<'a>,
    end: usize,
    found: Vec<Way>,
}

impl<'a, 'b> Ways<'a, 'b> {
    const fn none(market: &'b Market<'a>, end: usize) -> Self {
        Self { market, end, found: Vec::new() }
    }

    /// The ways to begin with a good in a month.
    pub(super) fn to_begin(market: &'b Market<'a>, end: usize, month: usize, place: usize) -> Vec<Way> {
        let good = &market.goods[place];
        let mut ways = Self::none(market, end);
        if !good.is_sold {
            return ways.found;
        }
        if good.is_loose() {
            ways.month(month);
            ways.year_at_most(month, place);
        } else {
            ways.year_of_term(month, place, month + good.term, Paid::default());
        }
        ways.years_in_advance(month, place, month + YEAR * good.years());
        ways.found
    }

    /// The ways that only who holds a good has to go on with it in a month.
    pub(super) fn to_go_on(market: &'b Market<'a>, end: usize, month: usize, place: usize) -> Vec<Way> {
        let good = &market.goods[place];
        let mut ways = Self::none(market, end);
        ways.month(month);
        if !good.is_loose() {
            ways.year_at_most(month, place);
        }
        if !good.is_sold || good.years() > 1 {
            ways.years_in_advance(month, place, month + YEAR);
        }
        ways.found
    }

    /// The ways through months from one on of which the first are given away.
    pub(super) fn given_away(market: &'b Market<'a>, end: usize, month: usize, ahead: Ahead) -> Vec<Way> {
        let mut ways = Self::none(market, end);
        ways.given(month, ahead, Paid::default());
        ways.found
    }

    /// A month by itself.
    fn month(&mut self, month: usize) {
        let price = rounded(self.market.units.order(month));
        self.found.push(Way { listed: 1, by_year: 0, price, rest: Rest::Month(month + 1) });
    }

    /// A year at its annual maximum that one may leave after each month.
    fn year_at_most(&mut self, month: usize, good: usize) {
        let Some(year) = self.market.goods[good].at_most else { return };
        let ahead = Ahead { good, payment: AheadPayment::AtMost, until: month + YEAR, commits: month + 1 };
        self.given(month, ahead, Paid { price: rounded(year.price), ..Paid::default() });
    }

    /// Years that are paid in advance.
    fn years_in_advance(&mut self, month: usize, good: usize, commits: usize) {
        let Some(year) = self.market.goods[good].in_advance else { return };
        let ahead = Ahead { good, payment: AheadPayment::InAdvance, until: month + YEAR, commits };
        self.given(month, ahead, Paid { price: rounded(year.price), ..Paid::default() });
    }

    /// A term from one of its years on: each is paid by listed months, or comes to the annual maximum.
    fn year_of_term(&mut self, month: usize, good: usize, commits: usize, paid: Paid) {
        let until = commits.min(month + YEAR);
        self.given(month, Ahead { good, payment: AheadPayment::Listed, until, commits }, paid);
        if let Some(year) = self.market.goods[good].at_most {
            let ahead = Ahead { good, payment: AheadPayment::AtMost, until: month + YEAR, commits };
            self.given(month, ahead, Paid { price: paid.price + rounded(year.price), ..paid });
        }
    }

    /// Months that are given away, and what must follow them.
    fn given(&mut self, month: usize, ahead: Ahead, mut paid: Paid) {
        let good = &self.market.goods[ahead.good];
        let reads = |year: Option<Prepaid>| year.map_or(0, |year| year.served.end);
        for now in month..ahead.until.min(self.end) {
            let may_leave = ahead.payment == AheadPayment::AtMost && now >= ahead.commits;
            if may_leave && good.is_dearer_than_its_year(now + YEAR - ahead.until) {
                self.push(paid, Rest::Month(now));
            }
            if may_leave && !good.months.contains(&now) {
                return;
            }
            match ahead.payment {
                AheadPayment::Listed => paid.listed += 1,
                AheadPayment::InAdvance => paid.by_year = paid.by_year.saturating_add(reads(good.in_advance)),
                AheadPayment::AtMost => paid.by_year = paid.by_year.saturating_add(reads(good.at_most)),
            }
            paid.price += rounded(self.market.units.order(now));
        }
        let Ahead { until, commits, .. } = ahead;
        if until > self.end {
            self.push(paid, Rest::Later(ahead));
        } else if until >= commits {
            self.push(paid, Rest::Month(until));
        } else if ahead.payment == AheadPayment::InAdvance {
            paid.price += good.in_advance.map_or(0.0, |year| rounded(year.price));
            self.given(until, Ahead { until: until + YEAR, ..ahead }, paid);
        } else {
            self.year_of_term(until, ahead.good, commits, paid);
        }
    }

    fn push(&mut self, paid: Paid, rest: Rest) {
        let Paid { listed, by_year, price } = paid;
        self.found.push(Way { listed, by_year, price, rest });
    }
}

impl Good<'_> {
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

    /// The months that are listed and the reads that are paid by the year of each way, and what is behind them.
    fn short(way: &Way) -> String {
        let Way { listed, by_year, rest, .. } = way;
        let rest = match rest {
            Rest::Month(month) => format!("then month {month}"),
            Rest::Later(ahead) => format!("then on until {}", ahead.until),
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
            market.goods[0].months = months.clone();
            market.goods[0].term = term;
            let ways = Ways::to_begin(&market, 6, 0, 0);
            let found: Vec<_> = ways.iter().map(short).collect();
            assert_eq!(found.join("; "), expected, "on sale in {months:?}, for {term} months at least");
        }
    }
}
