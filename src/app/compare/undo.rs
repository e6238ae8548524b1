use std::rc::Rc;

use super::EstimateDraft;
use crate::app::custom_tiers::CustomTiers;
use crate::numbers::NumberStyle;
use crate::pricing::Report;

/// An act that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareUndo {
    /// What was done, as a sentence; `None` where nothing was lost, so that there is no need to offer it.
    pub sentence: Option<&'static str>,
    /// Whether it asked about a volume that the page named. The next such act right after it belongs to it: a mark that is
    /// dragged names many.
    pub(super) is_volume: bool,
    /// The fields before it.
    pub(super) draft: EstimateDraft,
    /// The user's own tiers before it.
    pub(super) custom: CustomTiers,
    /// The answer before it, which is the last good one where something was wrong with the fields.
    pub(super) report: Option<Rc<Report>>,
}

impl CompareUndo {
    /// Writes all numbers as another style does.
    pub(super) fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        self.draft.restyle(from, to);
        if !crate::IS_FIRST_VIEW {
            self.custom.restyle(from, to);
        }
    }
}
