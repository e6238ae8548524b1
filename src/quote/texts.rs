//! The texts of a quote, each with its length.

use crate::text::{MultiLine, OneLine};

/// The name of a person or an organization: the customer, who prepared the quote.
pub type PartyName = OneLine<50>;

/// How to reach whoever prepared a quote.
pub type Contact = OneLine<60>;

/// A word or two on why there is a discount, or what is paid once.
pub type ShortLabel = OneLine<40>;

/// The notes of a quote.
pub type Notes = MultiLine<200>;

/// The terms of a quote.
pub type Terms = MultiLine<250>;
