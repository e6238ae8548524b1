use thiserror::Error;

use super::usage_history::UsageHistory;
use crate::history::{CalendarMonth, OtherColumn};
use crate::pricing::{
    AmountTooLarge, Catalogue, Epoch, Estimate, EstimateError, Fit, FreeEra, Identifier, Money, Months, PriceBook,
    Reads, RereadFactor, Tier, TierAssessment, Unpriceable, Usage, UsageError, UsageType, assess, price_history,
};

/// What the reads of a history would have cost: by every price book and at the reader's own tiers, month by month and over
/// all. Every figure is the engine's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryReport {
    /// The months that are priced.
    pub history: UsageHistory,
    /// How many earlier months aren't, because an estimate has at most [`Months::MAX`].
    pub left_out: usize,
    /// The reads of those.
    pub left_out_reads: u64,
    /// The other columns of numbers of the file that are worth a word; none where the file isn't known.
    pub others: Vec<OtherColumn>,
    /// What the reads are for.
    pub usage_type: UsageType,
    /// The reader's own tiers that take part, each with an id that no price book has.
    pub own_tiers: Vec<Tier>,
    /// What the free era's answer to all the months is.
    pub free_era: FreeEra,
    /// All months by every price book, oldest first.
    pub books: Vec<BookReport>,
    /// All months at the reader's own tiers, the cheapest that fits first.
    pub own: Vec<TierAssessment>,
    /// Each month by itself, the earliest first.
    pub months: Vec<MonthReport>,
}

/// All months at one price book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookReport {
    /// The cheapest tier for all the months, if one fits.
    pub epoch: Epoch,
    /// Every tier's answer: those that fit first, the cheapest first.
    pub answers: Vec<TierAssessment>,
    /// What the months come to when each is priced by itself, at the cheapest tier for it, or the months that have none.
    pub month_by_month: Result<Money, UnservedMonths>,
}

/// Months that no tier of a price book serves at a public price, so that nobody knows what all of them come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnservedMonths {
    /// Why, for each of them, the earliest first.
    pub reasons: Vec<Option<Fit>>,
}

/// One month by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthReport {
    /// Which.
    pub month: CalendarMonth,
    /// Its reads.
    pub reads: Reads,
    /// The cheapest tier for them in every price book, oldest first.
    pub epochs: Vec<Epoch>,
}

impl HistoryReport {
    /// Prices a history for a usage type, with tiers of the reader's own beside the listed ones.
    ///
    /// # Errors
    /// [`HistoryReportError`] when an amount has too many digits to be exact.
    pub fn new(
        catalogue: &'static Catalogue,
        all: &UsageHistory,
        usage_type: UsageType,
        own_tiers: &[Tier],
    ) -> Result<Self, HistoryReportError> {
        let priced = all.latest(Months::MAX.get().into());
        let own_tiers = renamed(catalogue, own_tiers);
        let newest = catalogue.newest_price_book();
        let listed = |book| Ok::<_, UsageError>(Estimate::new(given(priced.reads())?, usage_type, book));
        let epochs = price_history(catalogue, &listed(newest)?)?;
        let with_own = assess(catalogue, &listed(newest)?.with_custom_tiers(own_tiers.clone())?)?;
        let is_own = |answer: &TierAssessment| own_tiers.iter().any(|tier| tier.id == answer.tier.id);
        let months = priced.months().map(|(month, reads)| {
            let estimate = Estimate::new(given(&[reads])?, usage_type, newest);
            Ok::<_, HistoryReportError>(MonthReport { month, reads, epochs: price_history(catalogue, &estimate)? })
        });
        let months = months.collect::<Result<Vec<_>, _>>()?;
        let books = epochs.into_iter().enumerate().map(|(place, epoch)| {
            let answers = assess(catalogue, &listed(epoch.price_book)?)?.tiers;
            let epochs = months.iter().filter_map(|month| month.epochs.get(place));
            let month_by_month = month_by_month(epochs)?;
            Ok::<_, HistoryReportError>(BookReport { epoch, answers, month_by_month })
        });
        Ok(Self {
            books: books.collect::<Result<_, _>>()?,
            months,
            left_out: all.reads().len() - priced.reads().len(),
            left_out_reads: all.total() - priced.total(),
            others: Vec::new(),
            own: with_own.tiers.into_iter().filter(is_own).collect(),
            free_era: with_own.free_era,
            history: priced,
            usage_type,
            own_tiers,
        })
    }

    /// The same with the other columns of numbers of the file.
    #[must_use]
    pub fn with_others(self, others: Vec<OtherColumn>) -> Self {
        Self { others, ..self }
    }

    /// The months as an estimate at the prices of a book, with the reader's own tiers.
    ///
    /// # Errors
    /// [`HistoryReportError`], which a report that could be built doesn't meet.
    pub fn estimate(&self, price_book: &'static PriceBook) -> Result<Estimate, HistoryReportError> {
        let usage = given(self.history.reads())?;
        Ok(Estimate::new(usage, self.usage_type, price_book).with_custom_tiers(self.own_tiers.clone())?)
    }

    /// All months at the price book of that id.
    #[must_use]
    pub fn book(&self, id: &str) -> Option<&BookReport> {
        self.books.iter().find(|book| book.epoch.price_book.id.as_str() == id)
    }

    /// How many months no programme of the free era would have covered for this usage type.
    #[must_use]
    pub fn months_beyond_free(&self, catalogue: &Catalogue) -> usize {
        let is_free = |epoch: &&Epoch| epoch.price_book.id == catalogue.free_era().id;
        let free = self.months.iter().filter_map(|month| month.epochs.iter().find(is_free));
        free.filter(|epoch| epoch.cheapest.is_none()).count()
    }
}

/// The sum of the cheapest tiers of each month.
fn month_by_month<'a>(
    epochs: impl Iterator<Item = &'a Epoch>,
) -> Result<Result<Money, UnservedMonths>, AmountTooLarge> {
    let (mut sum, mut reasons) = (Money::ZERO, Vec::new());
    for epoch in epochs {
        match epoch.cheapest.as_ref().and_then(|answer| answer.cost.as_ref()) {
            Some(cost) => sum = sum.plus(cost.monthly)?,
            None => reasons.push(epoch.otherwise),
        }
    }
    Ok(if reasons.is_empty() { Ok(sum) } else { Err(UnservedMonths { reasons }) })
}

/// Months of reads as a usage that wants as many posts, each read once.
fn given(months: &[Reads]) -> Result<Usage, UsageError> {
    Usage::given(months.iter().map(|reads| RereadFactor::NONE.posts_for(*reads)).collect())
}

/// The reader's tiers with ids that stand in no price book.
fn renamed(catalogue: &Catalogue, tiers: &[Tier]) -> Vec<Tier> {
    let is_listed = |id: &Identifier| catalogue.price_books().iter().any(|book| book.tier(id.as_str()).is_some());
    let is_taken = |id: &Identifier| is_listed(id) || tiers.iter().any(|tier| tier.id == *id);
    let mut free =
        (1_u32..).filter_map(|number| Identifier::new(format!("own-{number}")).ok()).filter(|id| !is_taken(id));
    let rename = |tier: &Tier| match is_listed(&tier.id).then(|| free.next()).flatten() {
        Some(id) => tier.clone().with_id(id),
        None => tier.clone(),
    };
    tiers.iter().map(rename).collect()
}

/// Why a history can't be priced.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum HistoryReportError {
    /// An amount has too many digits.
    #[error(transparent)]
    Unpriceable(#[from] Unpriceable),
    /// The sum of the months has too many digits.
    #[error(transparent)]
    AmountTooLarge(#[from] AmountTooLarge),
    /// The months make no usage.
    #[error(transparent)]
    Usage(#[from] UsageError),
    /// The tiers don't go with the price book.
    #[error(transparent)]
    Estimate(#[from] EstimateError),
}
