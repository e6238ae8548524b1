use thiserror::Error;

use super::EverythingError;
use crate::app::storage::{DoneElsewhere, StorageProblem};
use crate::quote::link::QuoteLinkError;
use crate::quote::{QuoteError, QuoteNumber};

/// Why something that the reader wanted to be done to a kept quote wasn't: a sentence. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LibraryProblem {
    /// The storage did not do it.
    #[error("Couldn’t {deed}: {why}.")]
    Storage {
        /// What wasn't done: `keep quote 2026-014`.
        deed: String,
        /// Why.
        why: StorageProblem,
    },
    /// It isn't any more what the reader saw.
    #[error(transparent)]
    DoneElsewhere(#[from] DoneElsewhere),
    /// The link of what should be kept isn't a quote's.
    #[error("Couldn’t keep the quote: {0}.")]
    NotAQuote(QuoteLinkError),
    /// What should be copied or revised can't be read.
    #[error("Nothing can be made of {0}, because it can’t be read.")]
    Unreadable(String),
    /// A draft, which needs no revision.
    #[error("No revision was made, because {0} hasn’t been issued: change the draft itself.")]
    NotIssued(String),
    /// All revisions of a number are used.
    #[error("Quote {0} has no revision left: duplicate it under a new number.")]
    NoRevisionLeft(QuoteNumber),
    /// The copy or the revision would break a rule.
    #[error("Couldn’t {deed}: {why}.")]
    Rule {
        /// What wasn't done: `duplicate quote 2026-014`.
        deed: String,
        /// Why.
        why: QuoteError,
    },
    /// The text to import isn't an export.
    #[error("Nothing was imported: {0}.")]
    NotImported(#[from] EverythingError),
}
