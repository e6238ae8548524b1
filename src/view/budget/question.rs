use yew::prelude::*;

use super::assumptions::assumptions;
use super::phases::phases;
use super::slots::{Blank, problem};
use crate::app::budget::{BudgetAction, BudgetField, BudgetState, NewPhase};
use crate::pricing::UsageType;
use crate::project::{PriceBasis, Project};
use crate::view::slot::ChoiceSlot;

/// The question, a sentence whose blanks are the inputs, with its phases and its assumptions.
pub(super) fn question(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let is_one = state.draft.phases.len() == 1;
    let what = if is_one {
        one_phase(state, on_action)
    } else {
        html! { { " posts in these phases, starting on " } }
    };
    let blank = |field, label, room| Blank::new(field, label, room).html(state, on_action);
    let limit = Blank {
        placeholder: Some("any amount"),
        ..Blank::new(BudgetField::Limit, "Most dollars for access, empty for any amount", 4)
    };
    let limit = limit.html(state, on_action);
    html! {
        <form class="question" aria-label="Your project" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <p class="ask">
                { "We want to collect" }
                <span key={if is_one { "one" } else { "several" }}>{ what }</span>
                <span class="together">{ blank(BudgetField::Start, "First day", 10) }{ "," }</span>
                { " for " }
                <span class="together">{ usage_type(state, on_action) }{ "," }</span>
                { " at the prices of " }
                <span class="together">{ prices(state, on_action) }{ "," }</span>
                { " and spend at most " }
                <span class="together">{ "$" }{ limit }{ " on access." }</span>
            </p>
            <div key="phases">{ if is_one { first_problems(state) } else { phases(state, on_action) } }</div>
            { problem(state, BudgetField::Start) }
            { problem(state, BudgetField::Limit) }
            { adding(state, on_action) }
            { assumptions(state, on_action) }
            { taking_back(state, on_action) }
            <div role="alert">
                { for state.problems.whole.iter().map(|sentence| html! { <p class="problem">{ sentence }</p> }) }
            </div>
        </form>
    }
}

/// The posts and months of the only phase.
fn one_phase(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let blank = |field, label, room| Blank::new(field, label, room).html(state, on_action);
    let is_month = state.draft.text(BudgetField::Months(0)).trim() == "1";
    html! {
        <>
            { " " }{ blank(BudgetField::Posts(0), "Posts to collect", 7) }{ " posts within " }
            <span class="together">
                { blank(BudgetField::Months(0), "Months", 2) }
                { if is_month { " month," } else { " months," } }
            </span>
            { " starting on " }
        </>
    }
}

fn first_problems(state: &BudgetState) -> Html {
    html! {
        <>
            { problem(state, BudgetField::Posts(0)) }
            { problem(state, BudgetField::Months(0)) }
        </>
    }
}

fn usage_type(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let choice = ChoiceSlot {
        id: "usage",
        label: "Usage type",
        choices: &UsageType::ALL,
        id_of: |usage_type| usage_type.id(),
        label_of: |usage_type| usage_type.label(),
        chosen: state.draft.usage_type.id(),
    };
    choice.field(on_action.reform(|place: usize| BudgetAction::ChooseUsageType(UsageType::ALL[place])))
}

/// Whose prices: those of each month, or those of one price book in all of them.
fn prices(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let books = crate::catalogue().price_books().iter().map(PriceBasis::Of);
    let choices: Vec<PriceBasis> = std::iter::once(PriceBasis::ByDate).chain(books).collect();
    let id_of = |basis: &PriceBasis| match basis {
        PriceBasis::ByDate => "by-date",
        PriceBasis::Of(book) => book.id.as_str(),
    };
    let choice = ChoiceSlot {
        id: "prices",
        label: "Prices",
        choices: &choices,
        id_of,
        label_of: |basis| match basis {
            PriceBasis::ByDate => "each month",
            PriceBasis::Of(book) => &book.name,
        },
        chosen: id_of(&state.draft.prices),
    };
    let all = choices.clone();
    choice.field(
        on_action.reform(move |place: usize| {
            BudgetAction::ChoosePrices(all.get(place).copied().unwrap_or(PriceBasis::ByDate))
        }),
    )
}

/// The buttons that add a phase.
fn adding(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let is_full = state.draft.phases.len() >= Project::MOST_PHASES;
    html! {
        <p class="taking-back">
            for kind in NewPhase::ALL {
                <button
                    key={kind.id()}
                    class="link"
                    type="button"
                    id={kind.id()}
                    disabled={is_full}
                    onclick={on_action.reform(move |_: MouseEvent| BudgetAction::AddPhase(kind))}
                >
                    { kind.label() }
                </button>
            }
            <span role="status">
                { if is_full { format!("A project has at most {} phases.", Project::MOST_PHASES) } else { state.notice.clone().unwrap_or_default() } }
            </span>
        </p>
    }
}

/// Beginning anew, and what the last act did, to take it back.
fn taking_back(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let undo = state.undo.as_ref().map(|undo| {
        html! {
            <>
                { &undo.sentence }{ " " }
                <button
                    class="link"
                    type="button"
                    id={BudgetState::UNDO_BUTTON}
                    onclick={on_action.reform(|_| BudgetAction::Undo)}
                >
                    { "Undo" }
                </button>
            </>
        }
    });
    html! {
        <p class="taking-back">
            <button class="link" type="button" id="reset" onclick={on_action.reform(|_| BudgetAction::Reset)}>{ "Start over" }</button>
            <span role="status">{ for undo }</span>
        </p>
    }
}
