use super::offer::{Need, Offer};
use super::{Assessment, Money, Way};

/// The ways to the same number of reads, for less or sooner than planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// The reads of all months of the estimate.
    pub reads_needed: u64,
    /// The cheapest tier for the months of the estimate as they are; `None` when none fits.
    pub plan: Option<Way>,
    /// Other ways, cheapest first and of equals the fastest. Each is cheaper or faster than the plan, and than every other
    /// way of its tier. What comes at the planned pace is outdone only by what does so too. What costs more than the plan is
    /// faster than all that costs less.
    pub others: Vec<Way>,
}

/// Looks for ways to the reads of an estimate at the tiers that its usage type may buy at a public price: all at once, at
/// the cap, evenly, more slowly, or paid a year in advance.
///
/// These are the ways that a person would think of, and not proven to be the cheapest of all. Left out is what would take
/// more than [`Way::MOST_MONTHS`], or would cost an amount with too many digits to be exact.
///
/// ```
/// use quota_calculator::catalogue;
/// use quota_calculator::pricing::{Estimate, assess, ways};
///
/// let ways = ways(&assess(catalogue(), &Estimate::starting(catalogue()))?);
/// assert_eq!(ways.reads_needed, 24_000_000);
/// let plan = ways.plan.ok_or("no tier fits")?;
/// assert_eq!((plan.tier.name.as_ref(), plan.total.to_string().as_str()), ("Enterprise Small", "504000"));
/// let cheapest = &ways.others[0];
/// assert_eq!((cheapest.tier.name.as_ref(), cheapest.months), ("Enterprise Small", 1));
/// assert_eq!(cheapest.total.to_string(), "42000");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn ways(assessment: &Assessment) -> Ways {
    let need = Need::new(&assessment.estimate);
    let plan = assessment.cheapest().and_then(|answer| Offer::new(&need, answer)).and_then(Offer::as_planned);
    let mut others: Vec<Way> = Vec::new();
    for way in assessment.tiers.iter().filter_map(|answer| Offer::new(&need, answer)).flat_map(Offer::other_ways) {
        let is_faster = plan.as_ref().is_none_or(|plan| way.months < plan.months);
        let saves = plan.as_ref().and_then(|plan| plan.total.minus(way.total).ok()).filter(|it| *it > Money::ZERO);
        if is_faster || saves.is_some() {
            let place = |way: &Way| (way.total, way.months);
            let index = others.partition_point(|before| place(before) <= place(&way));
            others.insert(index, Way { saves, ..way });
        }
    }
    let mut fastest = plan.as_ref().map(|plan| plan.months);
    others.retain(|way| {
        let is_outdone = way.saves.is_none() && fastest.is_some_and(|fastest| fastest <= way.months);
        fastest = fastest.map(|fastest| fastest.min(way.months));
        !is_outdone
    });
    Ways { reads_needed: need.reads, plan, others }
}
