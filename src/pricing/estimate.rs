use std::collections::BTreeSet;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

use super::{Catalogue, Identifier, Months, PriceBook, Reads, RereadFactor, Term, Tier, Usage, UsageType, Volume};

/// Everything the user entered, and nothing computed. An illegal estimate can't be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    usage: Usage,
    usage_type: UsageType,
    reread_factor: RereadFactor,
    price_book: &'static PriceBook,
    custom_tiers: Vec<Tier>,
    assumed_term: Option<Months>,
    reads: Vec<Reads>,
}

impl Estimate {
    /// An estimate of `usage` for a usage type at the prices of a price book.
    #[must_use]
    pub fn new(usage: Usage, usage_type: UsageType, price_book: &'static PriceBook) -> Self {
        let reads = usage.months().to_vec();
        Self {
            usage,
            usage_type,
            reread_factor: RereadFactor::NONE,
            price_book,
            custom_tiers: Vec::new(),
            assumed_term: None,
            reads,
        }
    }

    /// The estimate that a new visitor sees: 2,000,000 posts a month for academic research, over a year, at the prices of
    /// the paid launch.
    #[must_use]
    pub fn starting(catalogue: &'static Catalogue) -> Self {
        const STARTING: Reads = match Reads::new(2_000_000) {
            Ok(reads) => reads,
            Err(_) => panic!("2,000,000 is within bounds"),
        };
        let usage = Usage::constant(Volume::monthly(STARTING), Months::YEAR);
        Self::new(usage, UsageType::Academic, catalogue.default_price_book())
    }

    /// The same estimate where each wanted post costs `factor` reads.
    ///
    /// # Errors
    /// [`EstimateError::TooManyReads`] when a month then has more than [`Reads::MAX`].
    pub fn with_reread_factor(mut self, factor: RereadFactor) -> Result<Self, EstimateError> {
        let months = self.usage.months().iter().enumerate();
        let reread = |(month, posts): (usize, &Reads)| {
            reread(*posts, factor).ok_or(EstimateError::TooManyReads { month: month + 1, factor })
        };
        self.reads = months.map(reread).collect::<Result<_, _>>()?;
        self.reread_factor = factor;
        Ok(self)
    }

    /// The same estimate with tiers of the user's own beside the listed ones.
    ///
    /// # Errors
    /// [`EstimateError`] when there are more than [`Estimate::MOST_CUSTOM_TIERS`] or an id isn't unique.
    pub fn with_custom_tiers(mut self, tiers: Vec<Tier>) -> Result<Self, EstimateError> {
        if tiers.len() > Self::MOST_CUSTOM_TIERS {
            return Err(EstimateError::TooManyTiers { count: tiers.len() });
        }
        let mut ids: BTreeSet<&Identifier> = self.price_book.tiers.iter().map(|tier| &tier.id).collect();
        if let Some(tier) = tiers.iter().find(|tier| !ids.insert(&tier.id)) {
            return Err(EstimateError::TierTwice(tier.id.clone()));
        }
        self.custom_tiers = tiers;
        Ok(self)
    }

    /// The same estimate where contracts whose minimum term isn't public are taken to run for at least `term`; `None`, to
    /// have no minimum term.
    #[must_use]
    pub const fn with_assumed_term(mut self, term: Option<Months>) -> Self {
        self.assumed_term = term;
        self
    }

    /// The most tiers of the user's own that one estimate compares.
    pub const MOST_CUSTOM_TIERS: usize = 100;

    /// The posts wanted, month by month.
    #[must_use]
    pub const fn usage(&self) -> &Usage {
        &self.usage
    }

    /// What for.
    #[must_use]
    pub const fn usage_type(&self) -> UsageType {
        self.usage_type
    }

    /// How many reads one wanted post costs.
    #[must_use]
    pub const fn reread_factor(&self) -> RereadFactor {
        self.reread_factor
    }

    /// At whose prices.
    #[must_use]
    pub const fn price_book(&self) -> &'static PriceBook {
        self.price_book
    }

    /// Tiers of the user's own.
    #[must_use]
    pub fn custom_tiers(&self) -> &[Tier] {
        &self.custom_tiers
    }

    /// The minimum term of contracts whose term isn't public, as the user assumes it; `None` when none is assumed.
    #[must_use]
    pub const fn assumed_term(&self) -> Option<Months> {
        self.assumed_term
    }

    /// The months that a tier commits to: its own term, or the assumed one where that isn't public.
    #[must_use]
    pub fn term(&self, tier: &Tier) -> Option<Months> {
        match tier.term_months? {
            Term::Months(months) => Some(months),
            Term::Unknown => self.assumed_term,
        }
    }

    /// The reads of each month: the wanted posts times the re-read factor, rounded up.
    #[must_use]
    pub fn reads(&self) -> &[Reads] {
        &self.reads
    }

    /// The reads of the first twelve months, as [`Usage::year`] and the re-read factor make them.
    #[must_use]
    pub fn year(&self) -> Option<Vec<Reads>> {
        let reread = |posts: Reads| reread(posts, self.reread_factor);
        self.usage.year()?.into_iter().map(reread).collect()
    }

    /// The reads of the busiest month.
    #[must_use]
    pub fn peak(&self) -> Reads {
        self.reads.iter().copied().max().unwrap_or_default()
    }
}

/// The reads that `posts` cost, rounded up; `None` beyond [`Reads::MAX`].
fn reread(posts: Reads, factor: RereadFactor) -> Option<Reads> {
    let reads = Decimal::from(posts.get()).checked_mul(factor.decimal())?;
    Reads::new(reads.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero).to_u64()?).ok()
}

/// Why an estimate can't be built.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EstimateError {
    /// The re-read factor makes too many reads.
    #[error(
        "month {month} needs too many reads with a re-read factor of {factor}: at most {} (10^15) a month",
        Reads::MAX
    )]
    TooManyReads {
        /// The month, counted from 1.
        month: usize,
        /// The factor.
        factor: RereadFactor,
    },
    /// More custom tiers than are compared.
    #[error("{count} custom tiers are too many: at most {} are compared", Estimate::MOST_CUSTOM_TIERS)]
    TooManyTiers {
        /// How many there are.
        count: usize,
    },
    /// An id that another tier has.
    #[error("the tier id `{0}` stands twice: ids are unique among listed and custom tiers")]
    TierTwice(Identifier),
}
