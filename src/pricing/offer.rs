//! What one tier offers to an estimate that may be read at another pace than planned. [`super::ways()`] compares the offers.

use super::ledger::Ledger;
use super::{Assumption, Charge, Cost, Estimate, Fit, Money, Months, Reads, Stretch, Term, TierAssessment, Way};

/// What the ways to an estimate's reads must bring.
pub(super) struct Need<'a> {
    estimate: &'a Estimate,
    /// The reads of all months.
    pub(super) reads: u64,
    /// When they are planned to come.
    planned: Vec<Stretch>,
    /// The months that the plan pays.
    planned_months: u64,
}

impl<'a> Need<'a> {
    pub(super) fn new(estimate: &'a Estimate) -> Self {
        let months = estimate.reads();
        let reads = months.iter().map(|month| month.get()).sum();
        Self { estimate, reads, planned: Stretch::all_of(months), planned_months: months.len() as u64 }
    }
}

/// A tier that the usage type may buy at a public price, and what is asked of it.
#[derive(Clone, Copy)]
pub(super) struct Offer<'a> {
    need: &'a Need<'a>,
    answer: &'a TierAssessment,
    cost: &'a Cost,
    ledger: Ledger<'a>,
    /// The months that are paid at least; 0 without a term.
    term: u64,
}

/// When the reads of a way come, and what it costs. It becomes a [`Way`] once it is known to be of use.
struct Candidate {
    payment: Payment,
    spread: Vec<Stretch>,
    /// Whether the reads come as planned.
    keeps_pace: bool,
    months: u64,
    months_paid: u64,
    /// Those of the paid months that only the term asks for.
    unused: u64,
    total: Money,
}

/// How a candidate is paid.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Payment {
    /// Each month of the plan.
    AsPlanned,
    /// Each month until all reads are there.
    Monthly,
    /// Whole years in advance.
    InAdvance { years: u64 },
}

impl<'a> Offer<'a> {
    /// `None` for a tier that the usage type can't buy, or whose price isn't public.
    pub(super) fn new(need: &'a Need<'a>, answer: &'a TierAssessment) -> Option<Self> {
        let cost = answer.cost.as_ref().filter(|_| matches!(answer.fit, Fit::Fits | Fit::OverCap { .. }))?;
        let term = answer.tier.term(need.estimate.assumed_term()).map_or(0, |months| months.get().into());
        Some(Self { need, answer, cost, ledger: Ledger::new(&answer.tier)?, term })
    }

    /// The months of the estimate as they are; `None` when the tier can't serve them.
    pub(super) fn as_planned(self) -> Option<Way> {
        Some(self.way(self.planned()?))
    }

    /// All other ways at this tier that are of use: each is cheaper or faster than every other, the planned one included.
    /// At the planned pace it need only be so among those that keep it.
    pub(super) fn other_ways(self) -> Vec<Way> {
        if self.need.reads == 0 {
            return Vec::new();
        }
        let mut useful: Vec<Candidate> = Vec::new();
        for candidate in self.planned().into_iter().chain(self.at_paces()).chain(self.evenly()).chain(self.in_advance())
        {
            if !useful.iter().any(|other| other.outdoes(&candidate)) {
                useful.retain(|other| !candidate.outdoes(other));
                useful.push(candidate);
            }
        }
        let others = useful.into_iter().filter(|candidate| candidate.payment != Payment::AsPlanned);
        others.map(|candidate| self.way(candidate)).collect()
    }

    fn planned(self) -> Option<Candidate> {
        let spread = self.need.planned.clone();
        let candidate = self.candidate(Payment::AsPlanned, spread, self.need.planned_months, self.cost.total);
        (self.answer.fit == Fit::Fits).then_some(candidate)
    }

    /// As much as the tier serves in every month; and no more than comes without paying extra, which takes longer.
    fn at_paces(self) -> impl Iterator<Item = Candidate> {
        let included = self.answer.tier.charges.as_deref().unwrap_or_default().iter().map(Charge::included_reads);
        let paces = [self.answer.tier.limit()].into_iter().chain(self.answer.tier.read_cap).chain(included);
        paces.filter_map(move |pace| {
            let spread = Stretch::at_pace(self.need.reads, pace.min(self.answer.tier.limit()))?;
            Some(self.monthly(spread, self.price(spread)?))
        })
    }

    /// The cheapest of all even spreads over at most the months of the estimate; of equals the fastest.
    fn evenly(self) -> Option<Candidate> {
        let fewest = months_of(Stretch::at_pace(self.need.reads, self.answer.tier.limit())?);
        let mut best: Option<([Stretch; 2], Money)> = None;
        for spread in (fewest..=self.need.planned_months).map_while(|months| Stretch::evenly(self.need.reads, months)) {
            if let Some(total) = self.price(spread)
                && best.is_none_or(|(_, lowest)| total < lowest)
            {
                best = Some((spread, total));
            }
        }
        best.map(|(spread, total)| self.monthly(spread, total))
    }

    /// Paid a year in advance: as planned, and as fast as the tier serves. An annual price pays no reads beyond the cap.
    fn in_advance(self) -> impl Iterator<Item = Candidate> {
        let cap = self.answer.tier.read_cap.unwrap_or(Reads::MAX);
        let planned = (self.need.estimate.peak() <= cap).then(|| (self.need.planned.clone(), self.need.planned_months));
        let fastest = Stretch::at_pace(self.need.reads, cap).map(|spread| (without_gaps(spread), months_of(spread)));
        let price = self.answer.tier.annual_price;
        planned.into_iter().chain(fastest).filter_map(move |(spread, wanted)| {
            let years = wanted.max(self.term).div_ceil(Months::YEAR.get().into());
            let total = Money::from(price?).times(years).ok().filter(|_| wanted <= Way::MOST_MONTHS)?;
            Some(self.candidate(Payment::InAdvance { years }, spread, wanted, total))
        })
    }

    /// What a spread costs in stated months, to the end of the term; `None` when it takes too long or can't be exact.
    fn price(self, spread: [Stretch; 2]) -> Option<Money> {
        let months = months_of(spread);
        let unused = Stretch { months: self.term.saturating_sub(months), reads: Reads::ZERO };
        let mut ledger = self.ledger;
        let mut total = Some(Money::ZERO).filter(|_| months <= Way::MOST_MONTHS)?;
        for stretch in spread.into_iter().chain([unused]) {
            total = total.plus(ledger.next_months(stretch.reads, stretch.months).ok()?).ok()?;
        }
        Some(total)
    }

    fn monthly(self, spread: [Stretch; 2], total: Money) -> Candidate {
        self.candidate(Payment::Monthly, without_gaps(spread), months_of(spread), total)
    }

    /// A candidate that is paid for `wanted` months, if the term and the payment don't ask for more.
    fn candidate(self, payment: Payment, spread: Vec<Stretch>, wanted: u64, total: Money) -> Candidate {
        let year = Months::YEAR.get().into();
        let (months_paid, without_term) = match payment {
            Payment::AsPlanned | Payment::Monthly => (wanted.max(self.term), wanted),
            Payment::InAdvance { years } => (years * year, wanted.next_multiple_of(year)),
        };
        Candidate {
            payment,
            keeps_pace: spread == self.need.planned,
            months: spread.iter().map(|stretch| stretch.months).sum(),
            months_paid,
            unused: self.term.saturating_sub(without_term),
            total,
            spread,
        }
    }

    fn way(self, candidate: Candidate) -> Way {
        let tier = &self.answer.tier;
        let mut assumptions = Vec::new();
        if tier.existing_customers_only {
            assumptions.push(Assumption::ExistingCustomer);
        }
        if let Payment::InAdvance { years } = candidate.payment {
            assumptions.push(Assumption::PaidInAdvance { years });
        }
        if tier.term_months == Some(Term::Unknown) {
            assumptions.push(match self.need.estimate.assumed_term() {
                None => Assumption::NoMinimumTerm,
                Some(months) => Assumption::AssumedTerm(months),
            });
        }
        if candidate.unused > 0 {
            assumptions.push(Assumption::TermPaidUnused { months: candidate.unused });
        }
        if !candidate.keeps_pace {
            assumptions.push(Assumption::AnotherPace);
        }
        Way {
            tier: tier.clone(),
            spread: candidate.spread,
            months: candidate.months,
            months_paid: candidate.months_paid,
            total: candidate.total,
            saves: None,
            assumptions,
        }
    }
}

impl Candidate {
    /// Whether it is as cheap and as fast as `other`, and keeps the planned pace if that does.
    fn outdoes(&self, other: &Self) -> bool {
        self.total <= other.total && self.months <= other.months && self.keeps_pace >= other.keeps_pace
    }
}

fn months_of(spread: [Stretch; 2]) -> u64 {
    spread.iter().map(|stretch| stretch.months).sum()
}

/// The stretches that have months.
fn without_gaps(spread: [Stretch; 2]) -> Vec<Stretch> {
    spread.into_iter().filter(|stretch| stretch.months > 0).collect()
}
