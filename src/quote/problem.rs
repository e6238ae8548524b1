use thiserror::Error;

use super::{Quote, QuoteError};

/// What keeps a draft from being issued.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum QuoteProblem {
    /// Nobody to address it to.
    #[error("Say who the quote is for.")]
    NoCustomer,
    /// Nobody who answers for it.
    #[error("Say who prepared the quote.")]
    NoPreparer,
    /// A tier without a public price.
    #[error("{0} has no public price: make a tier of your own with the price that you quote.")]
    NoPrice(String),
    /// Several options, of which none is recommended, is fine; but two that are the same aren't a choice.
    #[error("Options {0} and {1} are the same.")]
    SameOptions(usize, usize),
    /// Another quote that was issued under the same number.
    #[error("Another quote with this number is issued on this device: choose another number, or revise that one.")]
    NumberTaken,
    /// Something that issuing would break.
    #[error("It can’t be issued today: {0}.")]
    Invalid(QuoteError),
}

impl QuoteProblem {
    /// Everything that keeps `quote` from being issued, in the order of the form.
    pub(super) fn all_of(quote: &Quote) -> Vec<Self> {
        let mut problems = Vec::new();
        if quote.customer.is_empty() {
            problems.push(Self::NoCustomer);
        }
        if quote.prepared_by.is_empty() {
            problems.push(Self::NoPreparer);
        }
        for (place, option) in quote.options.iter().enumerate() {
            if let Some(tier) = quote.tier(option).filter(|tier| tier.charges.is_none()) {
                problems.push(Self::NoPrice(tier.name.to_string()));
            }
            let twin = quote.options.iter().take(place).position(|earlier| earlier == option);
            problems.extend(twin.map(|twin| Self::SameOptions(twin + 1, place + 1)));
        }
        problems
    }
}
