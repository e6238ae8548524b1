use thiserror::Error;

use super::{
    Catalogue, CustomTiersError, Growth, Identifier, Months, Pattern, Posts, Price, PriceBook, Reads, RereadFactor,
    Tier, Usage, UsageError, UsageType, Volume, check_custom_tiers,
};

/// Everything the user entered, and nothing computed. An illegal estimate can't be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    usage: Usage,
    usage_type: UsageType,
    reread_factor: RereadFactor,
    price_book: &'static PriceBook,
    custom_tiers: Vec<Tier>,
    assumed_term: Option<Months>,
    low: Option<Volume>,
    high: Option<Volume>,
    budget: Option<Price>,
    reads: Vec<Reads>,
}

impl Estimate {
    /// An estimate of `usage` for a usage type at the prices of a price book.
    #[must_use]
    pub fn new(usage: Usage, usage_type: UsageType, price_book: &'static PriceBook) -> Self {
        let reads = usage.months().iter().map(|posts| posts.read_once()).collect();
        Self {
            usage,
            usage_type,
            reread_factor: RereadFactor::NONE,
            price_book,
            custom_tiers: Vec::new(),
            assumed_term: None,
            low: None,
            high: None,
            budget: None,
            reads,
        }
    }

    /// The estimate that a new visitor sees: 2,000,000 posts a month for academic research, over a year, at the prices of
    /// the paid launch.
    #[must_use]
    pub fn starting(catalogue: &'static Catalogue) -> Self {
        const STARTING: Posts = match Posts::new(2_000_000) {
            Ok(posts) => posts,
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
        let reread = |(month, posts): (usize, &Posts)| {
            factor.reads_for(*posts).ok_or(EstimateError::TooManyReads { month: month + 1, factor })
        };
        self.reads = months.map(reread).collect::<Result<_, _>>()?;
        self.reread_factor = factor;
        // The range must stay within bounds too.
        let (low, high) = (self.low, self.high);
        self.with_range(low, high)
    }

    /// The same estimate with tiers of the user's own beside the listed ones.
    ///
    /// # Errors
    /// [`EstimateError::CustomTiers`] when there are too many or an id isn't unique.
    pub fn with_custom_tiers(mut self, tiers: Vec<Tier>) -> Result<Self, EstimateError> {
        check_custom_tiers(&tiers, &self.price_book.tiers)?;
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

    /// The same estimate with a lower and a higher volume beside the expected one, either of which may be missing. They
    /// grow as the expected volume does.
    ///
    /// # Errors
    /// [`EstimateError`] when months are given one by one, so that there is no volume for all of them, when the low
    /// volume is above the expected one or the high volume below it, or when one outgrows what can be priced.
    pub fn with_range(mut self, low: Option<Volume>, high: Option<Volume>) -> Result<Self, EstimateError> {
        if low.is_some() || high.is_some() {
            let expected = self.usage.volume().ok_or(EstimateError::RangeOfGivenMonths)?;
            if let Some(low) = low.filter(|low| low.posts_per_month() > expected.posts_per_month()) {
                return Err(EstimateError::LowAboveExpected { low, expected });
            }
            if let Some(high) = high.filter(|high| high.posts_per_month() < expected.posts_per_month()) {
                return Err(EstimateError::HighBelowExpected { high, expected });
            }
        }
        for volume in low.into_iter().chain(high) {
            self.at_volume(volume)?;
        }
        (self.low, self.high) = (low, high);
        Ok(self)
    }

    /// The same estimate asked the other way round: how many reads does `budget` dollars a month buy?
    #[must_use]
    pub const fn with_budget(mut self, budget: Option<Price>) -> Self {
        self.budget = budget;
        self
    }

    /// The same estimate with another volume in every month, growing as the present one does; the range and the budget,
    /// which belong to the present volume, fall away.
    ///
    /// # Errors
    /// [`EstimateError`] when a month then has more reads than can be priced.
    pub fn at_volume(&self, volume: Volume) -> Result<Self, EstimateError> {
        let growth = match self.usage.pattern() {
            Pattern::Growing { growth, .. } => *growth,
            Pattern::Constant { .. } | Pattern::Given => Growth::NONE,
        };
        let usage = Usage::growing(volume, growth, self.usage.month_count())?;
        let estimate = Self { usage, low: None, high: None, budget: None, ..self.clone() };
        let factor = self.reread_factor;
        estimate.with_reread_factor(factor)
    }

    /// The same usage at the prices of another price book, without tiers of the user's own, whose ids might be taken there.
    #[must_use]
    pub fn at_prices_of(&self, price_book: &'static PriceBook) -> Self {
        Self { price_book, custom_tiers: Vec::new(), ..self.clone() }
    }

    /// The same estimate with as many posts in every month as `reads` cover.
    pub(super) fn buying(&self, reads: Reads) -> Self {
        let posts = self.reread_factor.posts_for(reads);
        let usage = Usage::constant(Volume::monthly(posts), self.usage.month_count());
        // What the posts cost is no more than what covers them.
        let reads = vec![self.reread_factor.reads_for(posts).unwrap_or(reads); usage.months().len()];
        Self { usage, reads, low: None, high: None, budget: None, ..self.clone() }
    }

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

    /// Whether the tier of this id is one of the user's own.
    #[must_use]
    pub fn is_custom(&self, id: &Identifier) -> bool {
        self.custom_tiers.iter().any(|tier| tier.id == *id)
    }

    /// Whether the usage type may buy `tier` at a public price.
    #[must_use]
    pub fn may_buy(&self, tier: &Tier) -> bool {
        tier.charges.is_some() && tier.access(self.usage_type).is_open()
    }

    /// The tiers that the usage type may buy at a public price: those of the price book that are compared, then the user's own.
    pub fn buyable_tiers(&self) -> impl Iterator<Item = &Tier> {
        self.price_book.compared().chain(&self.custom_tiers).filter(|tier| self.may_buy(tier))
    }

    /// The minimum term of contracts whose term isn't public, as the user assumes it; `None` when none is assumed.
    #[must_use]
    pub const fn assumed_term(&self) -> Option<Months> {
        self.assumed_term
    }

    /// The lower volume to look at beside the expected one.
    #[must_use]
    pub const fn low(&self) -> Option<Volume> {
        self.low
    }

    /// The higher volume to look at beside the expected one.
    #[must_use]
    pub const fn high(&self) -> Option<Volume> {
        self.high
    }

    /// The dollars that can be spent in a month, when that is what the estimate starts from.
    #[must_use]
    pub const fn budget(&self) -> Option<Price> {
        self.budget
    }

    /// The reads of each month: the wanted posts times the re-read factor, rounded up.
    #[must_use]
    pub fn reads(&self) -> &[Reads] {
        &self.reads
    }

    /// Whether every month has the same reads.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.reads.iter().all(|month| Some(month) == self.reads.first())
    }

    /// The reads of the first twelve months, as [`Usage::year`] and the re-read factor make them.
    #[must_use]
    pub fn year(&self) -> Option<Vec<Reads>> {
        self.usage.year()?.into_iter().map(|posts| self.reread_factor.reads_for(posts)).collect()
    }

    /// The reads of the busiest month.
    #[must_use]
    pub fn peak(&self) -> Reads {
        self.reads.iter().copied().max().unwrap_or_default()
    }
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
    /// The usage outgrows what can be priced.
    #[error(transparent)]
    Usage(#[from] UsageError),
    /// A low or a high volume where there is no one volume to compare it with.
    #[error("a low and a high volume need one expected volume, but the months are given one by one")]
    RangeOfGivenMonths,
    /// A low volume that isn't low.
    #[error(
        "the low volume, {} posts {}, is above the expected {} {}",
        low.posts(), low.period().with_article(), expected.posts(), expected.period().with_article()
    )]
    LowAboveExpected {
        /// The low volume.
        low: Volume,
        /// The expected volume.
        expected: Volume,
    },
    /// A high volume that isn't high.
    #[error(
        "the high volume, {} posts {}, is below the expected {} {}",
        high.posts(), high.period().with_article(), expected.posts(), expected.period().with_article()
    )]
    HighBelowExpected {
        /// The high volume.
        high: Volume,
        /// The expected volume.
        expected: Volume,
    },
    /// Tiers of the user's own that can't be compared.
    #[error(transparent)]
    CustomTiers(#[from] CustomTiersError),
}
