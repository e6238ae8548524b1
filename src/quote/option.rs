use serde::{Deserialize, Serialize};

use super::{Billing, ShortLabel};
use crate::pricing::{Discount, Identifier};
use crate::text::OneLine;

/// One of the tiers that a quote offers, with what was agreed for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuoteOption {
    /// The id of a tier of the price book, or of the quote's own.
    pub tier: Identifier,
    /// Percent off every payment.
    #[serde(default)]
    pub discount_percent: Discount,
    /// Why there is a discount.
    #[serde(default)]
    pub reason: ShortLabel,
    /// How often it is paid.
    #[serde(default)]
    pub billing: Billing,
}

impl QuoteOption {
    /// A tier at its own price, paid monthly.
    #[must_use]
    pub fn plain(tier: Identifier) -> Self {
        Self { tier, discount_percent: Discount::NONE, reason: OneLine::default(), billing: Billing::Monthly }
    }
}
