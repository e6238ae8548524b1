//! Estimates and what they come to, in words and as values.

mod assumptions;
mod cost;
mod document;
mod epoch;
mod fit;
mod no_tier;
mod text;
mod usage;
mod value;
mod ways;

pub use assumptions::assumptions_line;
pub use cost::{
    bill_sentence, cost_sentence, line_phrase, monthly_phrase, outgrown_phrase, paid_span, ratio_sentences, total_span,
};
pub use document::{AssessmentDocument, MostReadsDocument, PriceDocument};
pub use epoch::epoch_sentence;
pub use fit::{fit_sentence, misfit_sentences};
pub use no_tier::NoTier;
pub use text::report_text;
pub use usage::{
    busiest_month, estimate_phrase, given_months_phrase, question_phrase, usage_phrase, year_assumption, year_sentence,
};
pub(crate) use value::estimate_value;
pub use ways::{
    assumption_phrase, duration_phrase, pace_phrase, saving_phrase, way_phrase, way_sentence, ways_question,
};
