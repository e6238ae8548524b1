use thiserror::Error;

use super::{Quote, QuoteError, QuoteOption, Revision};
use crate::pricing::{Discount, Fit, Tier};
use crate::text::quoted;

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
    /// An offer of a tier that stops short of the reads.
    #[error("{0} doesn’t serve these reads, so it can’t be offered: choose another tier, or make one of your own.")]
    OverCap(String),
    /// An offer of a tier that isn't open to the usage type.
    #[error(
        "The published terms don’t open {0} to this usage type, so it can’t be offered: choose another tier, or make one \
         of your own."
    )]
    NotEligible(String),
    /// A reason for a discount that isn't given: it may have been forgotten, and nobody would see the reason.
    #[error(
        "{} is a reason without a discount, so it isn’t printed: write the discount, or empty the reason.",
        quoted(reason)
    )]
    ReasonWithoutDiscount {
        /// The place of its option, counted from 0.
        place: usize,
        /// The reason.
        reason: String,
    },
    /// Several options, of which none is recommended, is fine; but two that are the same aren't a choice.
    #[error("Options {0} and {1} are the same.")]
    SameOptions(usize, usize),
    /// Another quote that was issued under the same number.
    #[error("Another quote with this number is issued on this device: choose another number, or revise that one.")]
    NumberTaken,
    /// What a revision was to replace has been replaced meanwhile, so that it takes another place.
    #[error(
        "Revision {replaces} was issued meanwhile, so this draft is revision {revision} now and replaces that one. See \
         whether it still says what it should, and issue it again."
    )]
    Renumbered {
        /// Which revision it is now.
        revision: Revision,
        /// Which one it replaces now.
        replaces: Revision,
    },
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
        for (place, (option, tier)) in quote.offers().enumerate() {
            problems.extend(Self::of_tier(quote, tier));
            problems.extend(Self::of_reason(place, option));
            let twin = quote.options.iter().take(place).position(|earlier| earlier == option);
            problems.extend(twin.map(|twin| Self::SameOptions(twin + 1, place + 1)));
        }
        problems
    }

    /// What is missing where an option says why there is a discount.
    fn of_reason(place: usize, option: &QuoteOption) -> Option<Self> {
        let is_missing = option.discount_percent == Discount::NONE && !option.reason.is_empty();
        is_missing.then(|| Self::ReasonWithoutDiscount { place, reason: option.reason.to_string() })
    }

    /// Why a quote can't promise a tier. An estimate may show one that doesn't do beside others; an offer may not.
    fn of_tier(quote: &Quote, tier: &Tier) -> Option<Self> {
        let name = tier.name.to_string();
        if tier.charges.is_none() {
            return Some(Self::NoPrice(name));
        }
        let estimate = &quote.estimate;
        match Fit::of(tier, tier.access(estimate.usage_type()), estimate.peak()) {
            Fit::OverCap { .. } if quote.is_offer => Some(Self::OverCap(name)),
            Fit::NotEligible if quote.is_offer => Some(Self::NotEligible(name)),
            _ => None,
        }
    }
}
