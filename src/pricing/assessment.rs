use std::borrow::Cow;

use rust_decimal::Decimal;
use thiserror::Error;

use super::{
    Access, AmountTooLarge, Bill, Catalogue, Estimate, Identifier, Money, Months, PriceBook, ReadCap, Reads, Tier,
    UsageType,
};

/// What follows from an [`Estimate`]: the one result that every screen, export and API formats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What was asked.
    pub estimate: Estimate,
    /// Every tier of the estimate's price book: those that fit first, cheapest first; then those that don't.
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
    /// How much of its read cap the reads take; `None` when it has no cap.
    pub cap_use: Option<CapUse>,
}

/// Whether a tier can serve the reads: four different answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It can be bought for this usage type, its price is known and the reads stay within its cap.
    Fits,
    /// It might do, but nobody outside knows what it costs.
    NoPublicPrice,
    /// The reads exceed its cap.
    OverCap {
        /// Reads a month that it doesn't serve.
        shortfall: Reads,
        /// Months in which it would serve one month's reads; `None` when it serves none at all.
        months_needed: Option<u64>,
    },
    /// Its terms close it to this usage type, however few the reads.
    NotEligible,
}

/// What a tier costs, in US dollars before tax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The reads a month that the cost is for: all of them, or as many as the read cap allows.
    pub reads: Reads,
    /// One month with its arithmetic.
    pub bill: Bill,
    /// One month, rounded to the cent.
    pub monthly: Money,
    /// Twelve months, each rounded to the cent.
    pub annual: Money,
    /// All months of the estimate, each rounded to the cent.
    pub total: Money,
    /// A thousand reads, on average, to a millionth of a dollar; `None` without reads.
    pub per_thousand: Option<Money>,
}

impl Cost {
    fn new(tier: &Tier, reads: Reads, months: Months) -> Result<Option<Self>, AmountTooLarge> {
        let Some(bill) = tier.bill(reads)? else { return Ok(None) };
        let monthly = bill.amount();
        Ok(Some(Self {
            reads,
            monthly,
            annual: monthly.times(Months::YEAR.get().into())?,
            total: monthly.times(months.get().into())?,
            per_thousand: monthly.times(1_000)?.shared_by(reads.get()),
            bill,
        }))
    }
}

/// How much of a read cap the reads take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapUse {
    /// The cap.
    pub cap: ReadCap,
    /// Reads over cap: 1 is exactly full. `None` for a cap of 0.
    pub ratio: Option<Decimal>,
}

impl CapUse {
    fn new(cap: ReadCap, reads: Reads) -> Self {
        Self { cap, ratio: Decimal::from(reads.get()).checked_div(cap.reads.get().into()) }
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
    /// The cheapest tier for that many reads; `None` when no tier fits.
    pub cheapest_now: Option<TierAssessment>,
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

/// Answers an estimate: every tier of its price book, and the free era beside them.
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn assess(catalogue: &'static Catalogue, estimate: &Estimate) -> Result<Assessment, Unpriceable> {
    let question =
        Question { reads: estimate.volume.reads_per_month(), usage_type: estimate.usage_type, months: estimate.months };
    Ok(Assessment {
        tiers: question.ask(estimate.price_book)?,
        free_era: question.ask_free_era(catalogue.free_era(), estimate.price_book)?,
        estimate: *estimate,
    })
}

/// The part of an estimate that any price book can answer.
#[derive(Clone, Copy)]
struct Question {
    reads: Reads,
    usage_type: UsageType,
    months: Months,
}

impl Question {
    /// Every tier of `book`: those that fit by price, then the others by reason; equals stay as listed.
    fn ask(self, book: &'static PriceBook) -> Result<Vec<TierAssessment>, Unpriceable> {
        let place = |answer: &TierAssessment| (answer.fit.rank(), answer.cost.as_ref().map(|cost| cost.total));
        let mut answers: Vec<TierAssessment> = Vec::with_capacity(book.tiers.len());
        // Inserting keeps equals in order, and takes a tenth of the general sort's code for lists as short as these.
        for tier in book.tiers.iter() {
            let answer = self.ask_tier(Cow::Borrowed(tier))?;
            let index = answers.partition_point(|before| place(before) <= place(&answer));
            answers.insert(index, answer);
        }
        Ok(answers)
    }

    fn ask_tier(self, tier: Cow<'static, Tier>) -> Result<TierAssessment, Unpriceable> {
        let cap = tier.cap();
        let served = cap.map_or(self.reads, |cap| self.reads.min(cap.reads));
        let access = tier.access(self.usage_type);
        let fit = if !access.is_open() {
            Fit::NotEligible
        } else if served < self.reads {
            Fit::OverCap {
                shortfall: self.reads.beyond(served),
                months_needed: (served > Reads::ZERO).then(|| self.reads.get().div_ceil(served.get())),
            }
        } else if tier.charges.is_none() {
            Fit::NoPublicPrice
        } else {
            Fit::Fits
        };
        let cost =
            Cost::new(&tier, served, self.months).map_err(|reason| Unpriceable { tier: tier.id.clone(), reason })?;
        let cap_use = cap.map(|cap| CapUse::new(cap, self.reads));
        Ok(TierAssessment { tier, access, fit, cost, cap_use })
    }

    fn ask_free_era(self, free_era: &'static PriceBook, now: &'static PriceBook) -> Result<FreeEra, Unpriceable> {
        let open = free_era.tiers.iter().filter(|tier| tier.access(self.usage_type).is_open());
        let largest = open.filter_map(|tier| Some((tier, tier.read_cap?))).max_by_key(|(_, cap)| *cap);
        let largest = match largest {
            Some((tier, reads)) => {
                let answers = Self { reads, ..self }.ask(now)?;
                Some(Allowance { tier: Cow::Borrowed(tier), reads, cheapest_now: cheapest(&answers).cloned() })
            }
            None => None,
        };
        Ok(FreeEra { covered_by: cheapest(&self.ask(free_era)?).cloned(), largest })
    }
}

impl Fit {
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
