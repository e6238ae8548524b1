//! How figures are put into words. Screens and exports share these, so that they can't differ.

mod budget;
mod counts;
mod csv;
mod estimate;
mod history;
mod markdown;
mod plain;
mod quote;
mod tier;
pub mod workbook;

#[cfg(feature = "javascript")]
pub(crate) use estimate::estimate_value;
#[cfg(feature = "javascript")]
pub(crate) use quote::quote_value;

pub use budget::{
    BudgetOutline, CellOutline, MonthOutline, RowOutline, SourceOutline, TableOutline, YearOutline, budget_csv,
    budget_json, budget_line_phrase, budget_markdown, budget_text, budget_warning_sentence, budget_workbook,
    conversion_phrase, free_sentence, limit_sentence, month_arithmetic, no_schedule_sentence, phase_label, phase_name,
    project_phrase, proof_phrase, purchase_sentence, reason_phrase, sooner_sentence, unfit_phrase,
};
pub use counts::{all_months_phrase, months_phrase};
pub use estimate::{
    AssessmentDocument, MostReadsDocument, NoTier, PriceDocument, assumption_phrase, assumptions_line, bill_sentence,
    busiest_month, cost_sentence, duration_phrase, epoch_sentence, estimate_phrase, fit_sentence, given_months_phrase,
    line_phrase, misfit_sentences, monthly_phrase, outgrown_phrase, pace_phrase, paid_span, question_phrase,
    ratio_sentences, report_text, saving_phrase, total_span, usage_phrase, way_phrase, way_sentence, ways_question,
    year_assumption, year_sentence,
};
pub use history::{
    HistoryCell, HistoryOutline, HistoryTable, OWN_TABLE, count_error_sentence, count_sentences, coverage_sentences,
    history_csv, history_json, history_markdown, history_phrase, history_text, preview_sentences, preview_warnings,
    reading_phrase, span_phrase, tier_table_id,
};
pub use quote::{
    annual_price_sentence, discount_phrase, first_month_phrase, first_year_phrase, listed_today_phrase,
    one_off_heading, option_terms, option_warning, payments_label, payments_phrase, quote_csv, quote_json, quote_kind,
    quote_markdown, quote_name, quote_text, standing_sentence, term_sentence, tier_terms, today_sentence,
    validity_sentence,
};
pub use tier::{
    YOURS, access_sentence, cap_phrase, freshness_sentence, open_question_phrase, price_phrase, seam_sentence,
    terms_for_phrase, terms_phrase, tier_name,
};
