use yew::prelude::*;

use super::slots::{Blank, problem};
use crate::app::budget::{BudgetAction, BudgetField, BudgetState, PhaseDraft};

/// The phases, one after the other.
pub(super) fn phases(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    html! {
        <ol class="phases" aria-label="Phases">
            for (place, phase) in state.draft.phases.iter().enumerate() {
                <li key={phase.key.to_string()}>{ phase_fields(state, place, phase, on_action) }</li>
            }
        </ol>
    }
}

fn phase_fields(state: &BudgetState, place: usize, phase: &PhaseDraft, on_action: &Callback<BudgetAction>) -> Html {
    let number = place + 1;
    let blank = |field, label: String, room, placeholder| {
        Blank { placeholder, ..Blank::new(field, label, room) }.html(state, on_action)
    };
    let name = blank(BudgetField::Name(place), format!("Name of phase {number}"), 9, Some("name"));
    let posts = blank(BudgetField::Posts(place), format!("Posts of phase {number}"), 7, None);
    let months = blank(BudgetField::Months(place), format!("Months of phase {number}"), 2, None);
    let is_month = state.draft.text(BudgetField::Months(place)).trim() == "1";
    html! {
        <>
            <div class="phase">
                <p class="phase-words">
                    { name }{ ": " }{ posts }{ " posts within " }
                    <span class="together">{ months }{ if is_month { " month" } else { " months" } }</span>
                </p>
                { tools(state, place, &phase.title(place), on_action) }
            </div>
            { problem(state, BudgetField::Name(place)) }
            { problem(state, BudgetField::Posts(place)) }
            { problem(state, BudgetField::Months(place)) }
        </>
    }
}

/// The buttons of a phase. Those that move it can be in focus even where there is nowhere to move.
fn tools(state: &BudgetState, place: usize, title: &str, on_action: &Callback<BudgetAction>) -> Html {
    let last = state.draft.phases.len().saturating_sub(1);
    let button = |id: Option<String>, label: &'static str, name: String, is_possible: bool, action: BudgetAction| {
        let onclick = on_action.clone();
        let onclick = move |_: MouseEvent| {
            if is_possible {
                onclick.emit(action.clone());
            }
        };
        html! {
            <button
                {id}
                class="button button-quiet"
                type="button"
                aria-label={name}
                aria-disabled={(!is_possible).then_some("true")}
                {onclick}
            >
                { label }
            </button>
        }
    };
    let (up, down) = (BudgetState::up_button(place), BudgetState::down_button(place));
    html! {
        <div class="own-actions">
            { button(Some(up), "Up", format!("Move up {title}"), place > 0, BudgetAction::MovePhaseUp(place)) }
            { button(Some(down), "Down", format!("Move down {title}"), place < last, BudgetAction::MovePhaseDown(place)) }
            { button(None, "Remove", format!("Remove {title}"), true, BudgetAction::RemovePhase(place)) }
        </div>
    }
}
