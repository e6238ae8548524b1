//! The blanks of the sentence and of its assumptions.

use yew::prelude::*;

use crate::app::FormField;
use crate::app::budget::{BudgetAction, BudgetField, BudgetState};
use crate::view::slot::{self, TextSlot};

/// A blank that is typed into.
pub(super) struct Blank {
    pub(super) field: BudgetField,
    /// Its accessible name, where no visible label gives it one.
    pub(super) label: Option<AttrValue>,
    /// How many characters it makes room for at least.
    pub(super) room: usize,
    /// What stands in it while nothing is typed.
    pub(super) placeholder: Option<&'static str>,
}

impl Blank {
    /// A blank with a name of its own.
    pub(super) fn new(field: BudgetField, label: impl Into<AttrValue>, room: usize) -> Self {
        Self { field, label: Some(label.into()), room, placeholder: None }
    }

    /// A blank that stands in its label.
    pub(super) fn labelled(field: BudgetField, room: usize) -> Self {
        Self { field, label: None, room, placeholder: None }
    }

    /// The blank itself.
    pub(super) fn html(self, state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
        let Self { field, label, room, placeholder } = self;
        let slot = TextSlot {
            kind: if field == BudgetField::Start { "date" } else { "text" },
            label,
            placeholder,
            problem: state.problems.of(field),
            ..TextSlot::new(field.id(), state.draft.text(field), room)
        };
        slot.field(
            on_action.reform(move |text| BudgetAction::Type(field, text)),
            on_action.reform(move |_: FocusEvent| BudgetAction::Leave(field)),
        )
    }
}

/// What is wrong with a field, read aloud when it appears; empty while nothing is.
pub(super) fn problem(state: &BudgetState, field: BudgetField) -> Html {
    slot::problem(&field.id(), state.problems.of(field))
}
