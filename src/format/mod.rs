//! How figures are put into words. Screens and exports share these, so that they can't differ.

mod assumptions;
mod budget_csv;
mod budget_json;
mod budget_justification;
mod budget_markdown;
mod budget_outline;
mod budget_sentences;
mod budget_text;
mod budget_workbook;
mod csv;
mod document;
mod estimate_value;
mod freshness;
mod history_csv;
mod history_json;
mod history_outline;
mod history_preview_sentences;
mod history_sentences;
mod history_text;
mod markdown;
mod no_tier;
mod open_questions;
mod plan_sentences;
mod prices;
mod project_sentences;
mod quote_csv;
mod quote_json;
mod quote_markdown;
mod quote_outline;
mod quote_sentences;
mod quote_text;
mod quote_value;
mod report_text;
mod schedule_sentences;
mod sentences;
mod source_sentences;
mod way_sentences;
pub mod workbook;

#[cfg(feature = "javascript")]
pub(crate) use estimate_value::estimate_value;
#[cfg(feature = "javascript")]
pub(crate) use quote_value::quote_value;

pub use assumptions::assumptions_line;
pub use budget_csv::budget_csv;
pub use budget_json::budget_json;
pub use budget_markdown::budget_markdown;
pub use budget_outline::{
    BudgetOutline, CellOutline, MonthOutline, RowOutline, SourceOutline, TableOutline, YearOutline,
};
pub use budget_sentences::{budget_line_phrase, budget_warning_sentence, conversion_phrase};
pub use budget_text::budget_text;
pub use budget_workbook::budget_workbook;
pub use document::{AssessmentDocument, MostReadsDocument, PriceDocument};
pub use freshness::freshness_sentence;
pub use history_csv::history_csv;
pub use history_json::history_json;
pub use history_outline::{HistoryCell, HistoryOutline, HistoryTable, OWN_TABLE, tier_table_id};
pub use history_preview_sentences::{preview_sentences, preview_warnings, reading_phrase};
pub use history_sentences::{count_error_sentence, count_sentences, coverage_sentences, history_phrase, span_phrase};
pub use history_text::{history_markdown, history_text};
pub use no_tier::NoTier;
pub use open_questions::{open_question_phrase, seam_sentence};
pub use plan_sentences::{
    free_sentence, limit_sentence, no_schedule_sentence, phase_name, sooner_sentence, unfit_phrase,
};
pub use prices::price_phrase;
pub use project_sentences::project_phrase;
pub use quote_csv::quote_csv;
pub use quote_json::quote_json;
pub use quote_markdown::quote_markdown;
pub use quote_sentences::{
    annual_price_sentence, discount_phrase, first_month_phrase, first_year_phrase, listed_today_phrase,
    one_off_heading, option_terms, option_warning, payments_label, payments_phrase, quote_kind, quote_name,
    standing_sentence, term_sentence, today_sentence, validity_sentence,
};
pub use quote_text::quote_text;
pub use report_text::report_text;
pub use schedule_sentences::{month_arithmetic, phase_label, proof_phrase, purchase_sentence, reason_phrase};
pub use sentences::{
    access_sentence, all_months_phrase, bill_sentence, busiest_month, cap_phrase, cost_sentence, epoch_sentence,
    estimate_phrase, fit_sentence, given_months_phrase, line_phrase, misfit_sentences, monthly_phrase, months_phrase,
    outgrown_phrase, paid_span, question_phrase, ratio_sentences, terms_phrase, total_span, usage_phrase,
    year_assumption, year_sentence,
};
pub use way_sentences::{
    assumption_phrase, duration_phrase, pace_phrase, saving_phrase, way_phrase, way_sentence, ways_question,
};
