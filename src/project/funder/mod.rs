//! What funders ask of a budget: rules as data, each with the document that states it.
//!
//! The profiles themselves stand in the folder `funder-profiles`. `build/main.rs` compiles this module to check them, so
//! nothing here may depend on the rest of [`crate::project`].

mod currency_code;
mod funder_profile;
mod funder_source;
mod percent;
mod rounding;

pub use currency_code::{CurrencyCode, CurrencyCodeError};
pub use funder_profile::{FunderProfile, FunderProfileError, FunderProfileFields, Modules, PriorAgreement};
pub use funder_source::FunderSource;
pub use percent::Percent;
pub use rounding::Rounding;
