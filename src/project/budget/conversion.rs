use super::ExchangeRate;
use crate::pricing::Date;
use crate::project::funder::CurrencyCode;

/// The researcher's exchange rate for a budget in another currency than US dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The currency of the budget.
    pub currency: CurrencyCode,
    /// What one US dollar buys of it.
    pub rate: ExchangeRate,
    /// The day of that rate; [`crate::project::Project::FIRST_DAY`] to [`crate::project::Project::LAST_DAY`].
    pub day: Date,
}
