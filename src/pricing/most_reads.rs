use std::borrow::Cow;

use super::{Charge, Estimate, Money, Price, Reads, Tier};

/// What a budget buys at one tier: the inverse of pricing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MostReads {
    /// The tier.
    pub tier: Cow<'static, Tier>,
    /// The most reads in a month whose stated amount stays within the budget; `None` when not even a month without reads
    /// does.
    pub reads: Option<Reads>,
    /// What that many reads cost in a month.
    pub monthly: Option<Money>,
}

/// The most reads a month that `budget` dollars a month buy, for each tier that the estimate's usage type may buy at a
/// public price: most reads first, and of equals the cheapest.
///
/// ```
/// use quota_calculator::catalogue;
/// use quota_calculator::pricing::{Estimate, most_reads};
///
/// let answers = most_reads(&Estimate::starting(catalogue()), "100".parse()?);
/// assert_eq!(answers[0].tier.name, "Basic");
/// assert_eq!(answers[0].reads.map(|reads| reads.get()), Some(10_000));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn most_reads(estimate: &Estimate, budget: Price) -> Vec<MostReads> {
    let listed = estimate.price_book().compared().map(Cow::Borrowed);
    let custom = estimate.custom_tiers().iter().cloned().map(Cow::Owned);
    let mut answers: Vec<MostReads> = Vec::new();
    for tier in listed.chain(custom).filter(|tier| estimate.may_buy(tier)) {
        let reads = tier.most_reads(budget);
        let monthly = reads.and_then(|reads| tier.amount(reads));
        // More reads come first, then the lower price; `None` is the least of all.
        let place = |answer: &MostReads| (std::cmp::Reverse(answer.reads), answer.monthly);
        let answer = MostReads { tier, reads, monthly };
        let index = answers.partition_point(|before| place(before) <= place(&answer));
        answers.insert(index, answer);
    }
    answers
}

impl Tier {
    /// The most reads in a month whose stated amount is at most `budget`, within the read cap; `None` when even a month
    /// without reads costs more, or when there is no public price.
    #[must_use]
    pub fn most_reads(&self, budget: Price) -> Option<Reads> {
        let limit = self.limit();
        let affordable = |reads| self.amount(reads).is_some_and(|amount| amount <= budget.into());
        // Only where a band of a volume charge begins can a month cost less than with one read less, so the months between
        // two such places rise, and the last stretch whose beginning is affordable holds the answer.
        let mut starts: Vec<Reads> = Vec::new();
        for start in self.falls().filter(|start| *start <= limit) {
            starts.insert(starts.partition_point(|before| *before <= start), start);
        }
        let mut end = limit;
        for start in starts.into_iter().rev().chain([Reads::ZERO]) {
            if affordable(start) {
                return Some(last_affordable(start, end, affordable));
            }
            end = start.back_one();
        }
        None
    }

    /// The stated amount of a month; `None` without a public price, or beyond what can be stated exactly.
    fn amount(&self, reads: Reads) -> Option<Money> {
        self.exact(reads).ok().flatten().map(Money::to_the_cent)
    }

    /// The numbers of reads at which a month may cost less than with one read less.
    pub(crate) fn falls(&self) -> impl Iterator<Item = Reads> {
        let (cap, overage) = self.beyond_cap().unwrap_or_default();
        let within = self.charges.as_deref().unwrap_or_default().iter().map(|charge| (charge, Reads::ZERO));
        let beyond = overage.iter().map(move |charge| (charge, cap));
        within.chain(beyond).flat_map(|(charge, offset)| {
            let bands = match charge {
                Charge::Volume { bands, .. } => bands.list(),
                _ => &[],
            };
            let first = offset.forward(charge.included_reads().get()).forward(1);
            bands.iter().filter_map(move |band| Some(first.forward(band.up_to?.get())))
        })
    }
}

/// The last number of reads from `start` to `end` that is affordable, where `start` is and none is after one that isn't.
fn last_affordable(start: Reads, end: Reads, affordable: impl Fn(Reads) -> bool) -> Reads {
    let (mut most, mut least_too_many) = (start, end.forward(1));
    if end == Reads::MAX && affordable(end) {
        return end;
    }
    while least_too_many.get() - most.get() > 1 {
        let middle = most.forward((least_too_many.get() - most.get()) / 2);
        if affordable(middle) {
            most = middle;
        } else {
            least_too_many = middle;
        }
    }
    most
}
