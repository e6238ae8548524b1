//! Tiers and price books in words, before any reads are known.

mod freshness;
mod name;
mod open_questions;
mod price;
mod terms;

pub use freshness::freshness_sentence;
pub use name::{YOURS, tier_name};
pub use open_questions::{open_question_phrase, seam_sentence};
pub use price::price_phrase;
pub(super) use terms::standing_phrase;
pub use terms::{access_sentence, cap_phrase, terms_for_phrase, terms_phrase};
