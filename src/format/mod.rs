//! How figures are written, read and put into words. Screens and exports share these, so that they can't differ.

mod document;
mod number_sample;
mod number_style;
mod number_text;
mod sentences;
mod typed_number;

pub use document::{AssessmentDocument, MostReadsDocument, PriceDocument};
pub use number_style::NumberStyle;
pub use number_text::{NumberTextError, parse_decimal, parse_whole};
pub use sentences::{
    access_sentence, bill_sentence, cap_phrase, cost_sentence, fit_sentence, line_phrase, months_phrase, terms_phrase,
    usage_phrase,
};
