//! Quotes: an estimate with a tier, commercial terms and a validity date, addressed to a customer.
//!
//! A [`Quote`] is what the salesperson entered and nothing computed; [`Quotation`] is what follows from it at the prices of
//! one price book, so that the same quote can be read as it was quoted and at today's prices. [`link`] writes it as the
//! fragment of an address and reads it back, with a checksum always and a signature on request.
//!
//! Like the engine, nothing here knows of a browser.

mod billing;
mod bytes;
mod comparison;
mod digest;
mod figure;
pub mod link;
mod number;
mod one_off;
mod option;
mod problem;
mod quotation;
#[allow(clippy::module_inception, reason = "the module is named after its main type")]
mod quote;
mod seal;
mod texts;
mod validity;

pub use billing::Billing;
pub use comparison::{Change, ComparedOption, Comparison, Today};
pub use digest::{PriceBookDigest, fingerprint};
pub use figure::QuoteFigure;
pub use number::{QuoteNumber, QuoteNumberError, Revision};
pub use one_off::OneOffItem;
pub use option::QuoteOption;
pub use problem::QuoteProblem;
pub use quotation::{Payment, Quotation, QuotedOption, Totals};
pub use quote::{Quote, QuoteError, QuoteFields};
pub use seal::{PublicKey, Seal, Signature};
pub use texts::{Contact, Notes, PartyName, ShortLabel, Terms};
pub use validity::Validity;
