//! The blanks of the sentence and of its assumptions.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::FormField;
use crate::app::budget::{BudgetAction, BudgetField, BudgetState};

/// A blank that is typed into.
pub(super) struct Blank {
    pub(super) field: BudgetField,
    /// Its accessible name, where no visible label gives it one.
    pub(super) label: Option<String>,
    /// How many characters it makes room for at least.
    pub(super) room: usize,
    /// What stands in it while nothing is typed.
    pub(super) placeholder: Option<&'static str>,
}

impl Blank {
    /// The most characters that a blank grows to.
    const MOST_ROOM: usize = 24;

    /// A blank with a name of its own.
    pub(super) fn new(field: BudgetField, label: impl Into<String>, room: usize) -> Self {
        Self { field, label: Some(label.into()), room, placeholder: None }
    }

    /// A blank that stands in its label.
    pub(super) fn labelled(field: BudgetField, room: usize) -> Self {
        Self { field, label: None, room, placeholder: None }
    }

    /// The blank itself.
    pub(super) fn html(self, state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
        let Self { field, label, room, placeholder } = self;
        let value = state.draft.text(field);
        let problem = state.problems.of(field);
        let kind = if field == BudgetField::Start { "date" } else { "text" };
        let size = value.chars().count().clamp(room, Self::MOST_ROOM);
        let oninput = on_action.reform(move |event: InputEvent| {
            BudgetAction::Type(field, event.target_unchecked_into::<HtmlInputElement>().value())
        });
        html! {
            <input
                class="slot"
                type={kind}
                id={field.id()}
                aria-label={label}
                aria-invalid={problem.map(|_| "true")}
                aria-describedby={problem.map(|_| problem_id(field))}
                autocomplete="off"
                spellcheck="false"
                {placeholder}
                size={size.to_string()}
                value={value.to_owned()}
                {oninput}
                onblur={on_action.reform(move |_: FocusEvent| BudgetAction::Leave(field))}
            />
        }
    }
}

/// What is wrong with a field, read aloud when it appears; empty while nothing is.
pub(super) fn problem(state: &BudgetState, field: BudgetField) -> Html {
    let sentence = state.problems.of(field).unwrap_or_default().to_owned();
    html! { <p class="problem" id={problem_id(field)} role="alert">{ sentence }</p> }
}

fn problem_id(field: BudgetField) -> String {
    format!("{}-problem", field.id())
}
