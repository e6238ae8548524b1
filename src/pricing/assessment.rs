use std::borrow::Cow;

use rust_decimal::Decimal;
use thiserror::Error;

use super::{Access, AmountTooLarge, Catalogue, Cost, Date, Estimate, Identifier, PriceBook, ReadCap, Reads, Tier};

/// What follows from an [`Estimate`]: the one result that every screen, export and API formats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What was asked.
    pub estimate: Estimate,
    /// Every tier that is compared: those that fit first, cheapest first; then those that don't.
    pub tiers: Vec<TierAssessment>,
    /// The answer of the free era to the same question.
    pub free_era: FreeEra,
}

impl Assessment {
    /// The cheapest tier that fits; of equally cheap ones, the one listed first. `None` when no tier fits.
    #[must_use]
    pub fn cheapest(&self) -> Option<&TierAssessment> {
        cheapest(&self.tiers)
    }

    /// The tiers without a public price that the usage type may buy.
    pub fn unpriced(&self) -> impl Iterator<Item = &TierAssessment> {
        self.tiers.iter().filter(|answer| answer.tier.charges.is_none() && answer.access.is_open())
    }

    /// Whether a tier has a term of more months than are planned, so that its total is for these.
    #[must_use]
    pub fn has_longer_terms(&self) -> bool {
        let planned = usize::from(self.estimate.usage().month_count().get());
        self.tiers.iter().filter_map(|answer| answer.cost.as_ref()).any(|cost| cost.months.len() > planned)
    }
}

/// What an estimate means for one tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierAssessment {
    /// The tier.
    pub tier: Cow<'static, Tier>,
    /// What its terms say of the usage type.
    pub access: Access,
    /// Whether it can serve the reads.
    pub fit: Fit,
    /// What it costs; `None` when there is no public price. For a tier that is over its cap: the cost of the reads it serves.
    pub cost: Option<Cost>,
    /// How much of its read cap the busiest month takes; `None` when it has no cap.
    pub cap_use: Option<CapUse>,
}

/// Whether a tier can serve the reads: four different answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It can be bought for this usage type, its price is known and the reads stay within its cap.
    Fits,
    /// It might do, but nobody outside knows what it costs.
    NoPublicPrice,
    /// The reads of the busiest month exceed its cap.
    OverCap {
        /// Reads of the busiest month that it doesn't serve.
        shortfall: Reads,
        /// Months in which it would serve the busiest month's reads; `None` when it serves none at all.
        months_needed: Option<u64>,
    },
    /// Its terms close it to this usage type, however few the reads.
    NotEligible,
}

/// How much of a read cap the reads take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapUse {
    /// The cap.
    pub cap: ReadCap,
    /// The reads of the busiest month.
    pub reads: Reads,
    /// Reads over cap: 1 is exactly full. `None` for a cap of 0.
    pub ratio: Option<Decimal>,
}

impl CapUse {
    fn new(cap: ReadCap, reads: Reads) -> Self {
        Self { cap, reads, ratio: Decimal::from(reads.get()).checked_div(cap.reads.get().into()) }
    }
}

/// What the free era would have answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeEra {
    /// The programme that would have covered the reads for this usage type; `None` beyond the largest.
    pub covered_by: Option<TierAssessment>,
    /// The largest programme that was open to this usage type; `None` when none was.
    pub largest: Option<Allowance>,
}

/// A free programme's monthly reads, and what they cost in the estimate's price book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The programme.
    pub tier: Cow<'static, Tier>,
    /// Reads a month.
    pub reads: Reads,
    /// The cheapest tier for that many reads in every month of the estimate; `None` when no tier fits.
    pub cheapest_now: Option<TierAssessment>,
}

/// What the same reads would have cost at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Epoch {
    /// The price book of that time.
    pub price_book: &'static PriceBook,
    /// The first day on which it was the newest.
    pub from: Date,
    /// The cheapest tier that fits; `None` when none does.
    pub cheapest: Option<TierAssessment>,
    /// Why none fits, when none does: the best of the other answers.
    pub otherwise: Option<Fit>,
}

/// A tier whose cost can't be stated exactly.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("tier `{tier}`: {reason}")]
pub struct Unpriceable {
    /// Which tier.
    pub tier: Identifier,
    /// Why not.
    pub reason: AmountTooLarge,
}

impl Unpriceable {
    pub(crate) fn new(tier: &Tier, reason: AmountTooLarge) -> Self {
        Self { tier: tier.id.clone(), reason }
    }
}

/// Answers an estimate: every tier of its price book and of the user's own, and the free era beside them.
///
/// ```
/// use quota_calculator::catalogue;
/// use quota_calculator::pricing::{Estimate, assess};
///
/// // The starting estimate: 2,000,000 posts a month for academic research, at the prices of March 2023.
/// let assessment = assess(catalogue(), &Estimate::starting(catalogue()))?;
/// let cheapest = assessment.cheapest().ok_or("no tier fits")?;
/// assert_eq!(cheapest.tier.name, "Enterprise Small");
/// assert_eq!(cheapest.cost.as_ref().map(|cost| cost.monthly.to_string()).as_deref(), Some("42000"));
/// assert_eq!(assessment.free_era.covered_by.map(|answer| answer.tier.name.clone()).as_deref(), Some("Elevated"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn assess(catalogue: &'static Catalogue, estimate: &Estimate) -> Result<Assessment, Unpriceable> {
    let year = estimate.year();
    let question = Question { estimate, reads: estimate.reads(), year: year.as_deref() };
    let custom = estimate.custom_tiers().iter().cloned().map(Cow::Owned);
    let tiers = question.ask(listed(estimate.price_book()).chain(custom))?;
    Ok(Assessment { tiers, free_era: ask_free_era(question, catalogue.free_era())?, estimate: estimate.clone() })
}

/// The cheapest tier for the same reads in every price book, oldest first. The user's own tiers take no part, and the costs
/// say nothing of a year.
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn price_history(catalogue: &'static Catalogue, estimate: &Estimate) -> Result<Vec<Epoch>, Unpriceable> {
    let question = Question { estimate, reads: estimate.reads(), year: None };
    let epoch = |price_book: &'static PriceBook| {
        let answers = question.ask(listed(price_book))?;
        let best = answers.into_iter().next();
        let (cheapest, otherwise) = match best {
            Some(answer) if answer.fit == Fit::Fits => (Some(answer), None),
            other => (None, other.map(|answer| answer.fit)),
        };
        Ok(Epoch { price_book, from: price_book.from, cheapest, otherwise })
    };
    catalogue.price_books().iter().map(epoch).collect()
}

/// The tiers of a price book that are compared.
fn listed(book: &'static PriceBook) -> impl Iterator<Item = Cow<'static, Tier>> {
    book.compared().map(Cow::Borrowed)
}

fn ask_free_era(question: Question<'_>, free_era: &'static PriceBook) -> Result<FreeEra, Unpriceable> {
    let usage_type = question.estimate.usage_type();
    let open = free_era.compared().filter(|tier| tier.access(usage_type).is_open());
    let largest = open.filter_map(|tier| Some((tier, tier.read_cap?))).max_by_key(|(_, cap)| *cap);
    let largest = match largest {
        Some((tier, reads)) => {
            let every_month = vec![reads; question.reads.len()];
            let answers =
                Question { reads: &every_month, year: None, ..question }.ask(listed(question.estimate.price_book()))?;
            Some(Allowance { tier: Cow::Borrowed(tier), reads, cheapest_now: cheapest(&answers).cloned() })
        }
        None => None,
    };
    Ok(FreeEra { covered_by: cheapest(&question.ask(listed(free_era))?).cloned(), largest })
}

/// The part of an estimate that any tier can answer.
#[derive(Clone, Copy)]
struct Question<'a> {
    estimate: &'a Estimate,
    reads: &'a [Reads],
    /// The reads of twelve months, if the answers are to say what a year costs.
    year: Option<&'a [Reads]>,
}

impl Question<'_> {
    /// Every tier's answer: those that fit by price, then the others by reason; equals stay in their order.
    fn ask(self, tiers: impl Iterator<Item = Cow<'static, Tier>>) -> Result<Vec<TierAssessment>, Unpriceable> {
        let place =
            |answer: &TierAssessment| (answer.fit.rank(), answer.cost.as_ref().map(|cost| (cost.total, cost.exact)));
        let mut answers: Vec<TierAssessment> = Vec::new();
        // Inserting keeps equals in order, and takes a tenth of the general sort's code for lists as short as these.
        for tier in tiers {
            let answer = self.ask_tier(tier)?;
            let index = answers.partition_point(|before| place(before) <= place(&answer));
            answers.insert(index, answer);
        }
        Ok(answers)
    }

    fn ask_tier(self, tier: Cow<'static, Tier>) -> Result<TierAssessment, Unpriceable> {
        let peak = self.reads.iter().copied().max().unwrap_or_default();
        let access = tier.access(self.estimate.usage_type());
        let limit = tier.limit();
        let fit = Fit::of(&tier, access, peak);
        let cost = Cost::new(&tier, self.reads, self.year, limit, tier.term(self.estimate.assumed_term()))
            .map_err(|reason| Unpriceable::new(&tier, reason))?;
        let cap_use = tier.cap().map(|cap| CapUse::new(cap, peak));
        Ok(TierAssessment { tier, access, fit, cost, cap_use })
    }
}

impl TierAssessment {
    /// Whether the tier can serve a month of `reads`, as `fit` says it of the busiest.
    #[must_use]
    pub fn month_fit(&self, reads: Reads) -> Fit {
        Fit::of(&self.tier, self.access, reads)
    }
}

impl Fit {
    /// Whether `tier`, with this access to it, can serve months of up to `peak` reads.
    pub(crate) fn of(tier: &Tier, access: Access, peak: Reads) -> Self {
        let limit = tier.limit();
        if !access.is_open() {
            Self::NotEligible
        } else if peak > limit {
            Self::OverCap {
                shortfall: peak.beyond(limit),
                months_needed: (limit > Reads::ZERO).then(|| peak.get().div_ceil(limit.get())),
            }
        } else if tier.charges.is_none() {
            Self::NoPublicPrice
        } else {
            Self::Fits
        }
    }

    /// The place among tiers: what fits comes first, what is closed comes last.
    const fn rank(self) -> u8 {
        match self {
            Self::Fits => 0,
            Self::NoPublicPrice => 1,
            Self::OverCap { .. } => 2,
            Self::NotEligible => 3,
        }
    }
}

/// The first answer that fits, in answers sorted by [`Question::ask`].
fn cheapest(answers: &[TierAssessment]) -> Option<&TierAssessment> {
    answers.first().filter(|answer| answer.fit == Fit::Fits)
}
