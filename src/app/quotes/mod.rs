//! The Quotes page at work: a draft and its form, a quote that is read, and the quotes kept on this device.

mod autosave;
mod editing;
mod elsewhere;
mod field;
mod issue;
mod nearest;
mod paper;
mod place;
mod preparer;
mod quote_draft;
mod reading;
mod route;
mod state;

pub(crate) use autosave::{Autosave, Flushed, use_autosave};
pub use editing::{EditAction, Editing, FormPart, UndoableEdit};
pub use field::QuoteField;
pub(crate) use issue::{go_to, issue};
pub(crate) use paper::use_number_on_paper;
pub use place::Place;
pub use preparer::Preparer;
pub use quote_draft::{ItemDraft, OptionDraft, QuoteDraft};
pub use reading::Reading;
pub use route::Route;
pub use state::{QuotesAction, QuotesState};

/// What is wrong with the form for a quote.
pub type QuoteProblems = super::FormProblems<QuoteField>;
