use super::{Billing, ShortLabel};
use crate::pricing::{Discount, Identifier};
use crate::text::OneLine;

/// One of the tiers that a quote offers, with what was agreed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteOption {
    /// The id of a tier of the price book, or of the quote's own.
    pub tier: Identifier,
    /// Percent off every payment.
    pub discount_percent: Discount,
    /// Why there is a discount.
    pub reason: ShortLabel,
    /// How often it is paid.
    pub billing: Billing,
}

impl QuoteOption {
    /// A tier at its own price, paid monthly.
    #[must_use]
    pub fn plain(tier: Identifier) -> Self {
        Self { tier, discount_percent: Discount::NONE, reason: OneLine::default(), billing: Billing::Monthly }
    }
}
