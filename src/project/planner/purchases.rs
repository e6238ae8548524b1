//! The ways of a search that pay for a month of a tier: by itself, in a term, or in a year at one price.

use super::bound::{Ahead, AheadPayment};
use super::line::{Amount, Label, Line, envelope, together};
use super::market::{Market, Prepaid};
use super::search::{Begin, Front, Origin, Search, Step, Year};

/// A month of a good that is paid for.
#[derive(Clone, Copy, Debug)]
pub(super) struct PaidMonth {
    /// The place of the good.
    pub(super) good: usize,
    pub(super) month: usize,
    /// Whether a purchase begins with it that is another than before, even of the same good.
    pub(super) begins: bool,
    /// The price of a year that begins.
    pub(super) price: Amount,
    /// What it belongs to, and how long that goes on.
    pub(super) ahead: Option<Ahead>,
}

impl PaidMonth {
    fn is_in_advance(&self) -> bool {
        self.ahead.is_some_and(|ahead| ahead.payment == AheadPayment::InAdvance)
    }
}

/// The cheapest lines of a month among goods that can be bought by the month, each with its good and its place there.
pub(super) type Menu = Vec<Label<(usize, usize)>>;

/// The menu of a month.
pub(super) fn menu(market: &Market<'_>, month: usize) -> Menu {
    let loose = market.on_sale(month).filter(|(_, good)| good.is_loose());
    let labels = loose.flat_map(|(place, good)| {
        good.lines.iter().enumerate().map(move |(line, own)| Label { line: *own, origin: (place, line) })
    });
    envelope(&labels.collect::<Vec<_>>())
}

/// Twelve months.
const YEAR: usize = 12;

impl Search<'_> {
    /// The purchases of a good that begin in a month and may take more than it. `own` are the ways that held it before.
    pub(super) fn commit(&mut self, begin: Begin<'_>, own: &Front) {
        let Begin { month, place, .. } = begin;
        let good = &self.market.goods[place];
        if good.is_sold && good.term > 1 {
            self.term(month, place, self.before(begin, good.term));
        }
        if let Some(year) = good.in_advance {
            if good.is_sold {
                self.in_advance(month, place, year, good.years(), self.before(begin, good.years() * YEAR));
            }
            if !good.is_sold || good.years() > 1 {
                self.in_advance(month, place, year, 1, own);
            }
        }
        if let Some(year) = good.at_most {
            let from = if good.is_loose() { self.before(begin, YEAR) } else { own };
            let first = PaidMonth { good: place, month, begins: true, price: year.price, ahead: None };
            let front = self.at_most(first, 1, true, from);
            self.push_arrival(month + 1, Some(good.kind), front);
        }
    }

    /// The ways behind which so many months may begin: without a pause where they all belong to the last stretch, since they
    /// may come before it as well.
    fn before<'b>(&self, begin: Begin<'b>, count: usize) -> &'b Front {
        let is_last = begin.end == self.market.project.month_count();
        if is_last && begin.month + count <= begin.end { begin.loose } else { begin.any }
    }

    /// A purchase with a term: so many months that are paid, whatever comes. Each year of it may come to the annual maximum.
    fn term(&mut self, month: usize, place: usize, from: &Front) {
        let good = &self.market.goods[place];
        let end = month + good.term;
        let mut front = from.clone();
        for start in (month..end).step_by(YEAR) {
            let count = YEAR.min(end - start);
            let ahead = Ahead { good: place, payment: AheadPayment::Listed, until: end };
            let first = PaidMonth { good: place, month: start, begins: start == month, price: 0, ahead: Some(ahead) };
            let listed = self.at_once(first, count, &front);
            front = match good.at_most {
                None => listed,
                Some(year) => {
                    let first = PaidMonth { price: year.price, ..first };
                    let capped = self.at_most(first, count, start + count == end, &front);
                    self.one_of(start + count, &[listed, capped])
                }
            };
        }
        self.push_arrival(end, Some(good.kind), front);
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
            let Some(lines) = lines else {
                front = self.months(paid, rest, &front);
                paid = PaidMonth { month: paid.month + rest, begins: false, price: 0, ..paid };
                continue;
            };
            let last = PaidMonth { month: paid.month + rest - 1, ..paid };
            let more = paid.price + self.market.units.orders(paid.month..paid.month + rest);
            let mut labels = Vec::new();
            for (line, own) in lines.into_iter().enumerate() {
                let step = Step::AtOnce {
                    good: paid.good,
                    months: rest,
                    line,
                    in_advance: paid.is_in_advance(),
                    begins: paid.begins,
                };
                self.read(&mut labels, &front, &own, more, last, step);
            }
            front = self.settle(last.month, labels);
            paid = PaidMonth { month: paid.month + rest, begins: false, price: 0, ..paid };
        }
        front
    }

    /// What so many months cost together, if they can be followed at once.
    fn together(&self, paid: PaidMonth, months: usize) -> Option<Vec<Line>> {
        if paid.is_in_advance() {
            let served = self.market.goods[paid.good].in_advance?.served;
            return Some(vec![Line { end: served.end.saturating_mul(months as u64), ..served }]);
        }
        Some(self.powers.lines(paid.good, months)?.collect())
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

    /// The first `count` months of a year that comes to its annual maximum. If one may leave then, the year may also go on for
    /// as long as the good is on sale.
    fn at_most(&mut self, first: PaidMonth, count: usize, may_leave: bool, from: &Front) -> Front {
        let good = &self.market.goods[first.good];
        let (kind, sale) = (good.kind, good.months.clone());
        let ahead = Ahead { good: first.good, payment: AheadPayment::AtMost, until: first.month + YEAR };
        let first = PaidMonth { ahead: Some(ahead), ..first };
        let front = self.months(first, count, from);
        if may_leave {
            let mut later = front.clone();
            for month in (first.month + count..first.month + YEAR).take_while(|month| sale.contains(month)) {
                later = self.months(PaidMonth { month, begins: false, price: 0, ..first }, 1, &later);
                self.push_arrival(month + 1, Some(kind), later.clone());
            }
        }
        front
    }

    /// Whole years paid in advance.
    fn in_advance(&mut self, month: usize, place: usize, year: Prepaid, years: usize, from: &Front) {
        let until = month + years * YEAR;
        let ahead = Ahead { good: place, payment: AheadPayment::InAdvance, until };
        let mut front = from.clone();
        for start in (month..until).step_by(YEAR) {
            let begins = start == month;
            let first = PaidMonth { good: place, month: start, begins, price: year.price, ahead: Some(ahead) };
            front = self.at_once(first, YEAR, &front);
        }
        self.push_arrival(until, Some(self.market.goods[place].kind), front);
    }

    /// Adds the ways of `from` with a month of the menu behind each.
    pub(super) fn choose(&self, labels: &mut Vec<Label<Origin>>, from: &Front, month: usize, menu: &Menu) {
        let order = self.market.units.order(month);
        for Label { line, origin: (good, place) } in menu {
            let paid = PaidMonth { good: *good, month, begins: false, price: 0, ahead: None };
            let step = Step::Month { good: *good, line: *place, begins: false, is_fixed: false };
            self.read(labels, from, line, order, paid, step);
        }
    }

    /// Adds the ways of `from` with a paid month behind each, as far as they may be of use.
    pub(super) fn pay(&self, labels: &mut Vec<Label<Origin>>, from: &Front, paid: PaidMonth) {
        let good = &self.market.goods[paid.good];
        let PaidMonth { good: place, begins, .. } = paid;
        let order = self.market.units.order(paid.month);
        let of_year = |kind: Year| Step::OfYear { good: place, kind, begins };
        let (year, step) = match paid.ahead.map(|ahead| ahead.payment) {
            Some(AheadPayment::InAdvance) => (good.in_advance, of_year(Year::InAdvance)),
            Some(AheadPayment::AtMost) => (good.at_most, of_year(Year::AtMost)),
            Some(AheadPayment::Listed) | None => (None, Step::Unused { good: place }),
        };
        if paid.month >= self.market.project.month_count() {
            let more = order + if year.is_some() { paid.price } else { good.unused };
            for node in from {
                let before = self.nodes[*node].line;
                let line = self.promising(paid.month, Line { cost: before.cost + more, ..before }, paid.ahead);
                labels.extend(line.map(|line| Label { line, origin: (*node, step) }));
            }
            return;
        }
        if let Some(year) = year {
            self.read(labels, from, &year.served, paid.price + order, paid, step);
            return;
        }
        let is_fixed = paid.ahead.is_some() || self.tracked[good.kind];
        for (line, own) in good.lines.iter().enumerate() {
            let step = Step::Month { good: place, line, begins, is_fixed };
            self.read(labels, from, own, order, paid, step);
        }
    }

    /// Adds the ways of `from` with a month behind each of which the reads follow `own`.
    fn read(
        &self,
        labels: &mut Vec<Label<Origin>>,
        from: &Front,
        own: &Line,
        more: Amount,
        paid: PaidMonth,
        step: Step,
    ) {
        for node in from {
            for line in together(&self.nodes[*node].line, own).into_iter().flatten() {
                let line = Line { cost: line.cost + more, ..line };
                let line = self.promising(paid.month, line, paid.ahead);
                labels.extend(line.map(|line| Label { line, origin: (*node, step) }));
            }
        }
    }
}
