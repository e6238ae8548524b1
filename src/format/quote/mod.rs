//! Quotes in words, and as files.

mod csv;
mod json;
mod markdown;
mod outline;
mod sentences;
mod text;
mod value;

pub use csv::quote_csv;
pub use json::quote_json;
pub use markdown::quote_markdown;
pub use sentences::{
    annual_price_sentence, discount_phrase, first_month_phrase, first_year_phrase, listed_today_phrase,
    one_off_heading, option_terms, option_warning, payments_label, payments_phrase, quote_kind, quote_name,
    standing_sentence, term_sentence, tier_terms, today_sentence, validity_sentence,
};
pub use text::quote_text;
#[cfg(feature = "javascript")]
pub(crate) use value::quote_value;
