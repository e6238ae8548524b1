//! Imported usage in words, and as files.

mod assumptions;
mod csv;
mod json;
mod others;
mod outline;
mod preview;
mod sentences;
mod source;
mod text;

pub use csv::history_csv;
pub use json::history_json;
pub use outline::{HistoryCell, HistoryOutline, HistoryTable, OWN_TABLE, tier_table_id};
pub use preview::{preview_sentences, preview_warnings, reading_phrase};
pub use sentences::{count_error_sentence, count_sentences, coverage_sentences, history_phrase, span_phrase};
pub use text::{history_markdown, history_text};
