//! Budgets and their schedules in words, and as files.

mod csv;
mod json;
mod justification;
mod markdown;
mod outline;
mod plans;
mod project;
mod schedule;
mod sentences;
mod text;
mod warnings;
mod workbook;

pub use csv::budget_csv;
pub use json::budget_json;
pub use markdown::budget_markdown;
pub use outline::{BudgetOutline, CellOutline, MonthOutline, RowOutline, SourceOutline, TableOutline, YearOutline};
pub use plans::{free_sentence, limit_sentence, no_schedule_sentence, phase_name, sooner_sentence, unfit_phrase};
pub use project::project_phrase;
pub use schedule::{month_arithmetic, phase_label, proof_phrase, purchase_sentence, reason_phrase};
pub use sentences::{budget_line_phrase, conversion_phrase};
pub use text::budget_text;
pub use warnings::budget_warning_sentence;
pub use workbook::budget_workbook;
