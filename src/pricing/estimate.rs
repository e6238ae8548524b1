use super::{Catalogue, Months, PriceBook, Reads, UsageType, Volume};

/// Everything the user entered, and nothing computed. An illegal estimate can't be built from these parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// How many posts will be read.
    pub volume: Volume,
    /// What for.
    pub usage_type: UsageType,
    /// For how long.
    pub months: Months,
    /// At whose prices.
    pub price_book: &'static PriceBook,
}

impl Estimate {
    /// The estimate that a new visitor sees: 2,000,000 posts a month for academic research, over a year, at the prices of
    /// the paid launch.
    #[must_use]
    pub fn starting(catalogue: &'static Catalogue) -> Self {
        const STARTING: Volume = match Reads::new(2_000_000) {
            Ok(reads) => Volume::monthly(reads),
            Err(_) => panic!("2,000,000 is within bounds"),
        };
        Self {
            volume: STARTING,
            usage_type: UsageType::Academic,
            months: Months::YEAR,
            price_book: catalogue.default_price_book(),
        }
    }
}
