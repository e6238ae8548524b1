use super::{TierDraft, TierProblems};
use crate::pricing::{Identifier, Tier};

/// The open editor of one tier.
#[derive(Clone, Debug, PartialEq)]
pub struct Editor {
    /// The id of the tier, which a new one has from the start.
    pub id: Identifier,
    /// What stands in the fields.
    pub draft: TierDraft,
    /// What is wrong with it. While anything is, the tier stays what it was when nothing was.
    pub problems: TierProblems,
    /// Whether the reader wanted to be done while something was wrong: then gaps count as wrong too.
    pub is_insistent: bool,
    /// Whether the terms that few tiers have were in use when the editor opened.
    pub shows_more_terms: bool,
    /// The tier as it was when the editor opened; `None` for a new one.
    pub(super) before: Option<Tier>,
}

impl Editor {
    /// Whether the tier is a new one.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        self.before.is_none()
    }
}
