use yew::prelude::*;

use super::assumptions::assumptions;
use crate::app::{Action, Direction, Draft, Field, State};
use crate::pricing::{Period, UsageType};
use crate::view::slot::{ChoiceSlot, TextSlot};

/// The question, a sentence whose blanks are the inputs, and the assumptions under it.
pub(super) fn question(state: &State, on_action: &Callback<Action>) -> Html {
    let draft = &state.draft;
    let blank = |id: &'static str, label, room, field| TextSlot {
        id: id.into(),
        label: Some(label),
        value: draft.text(field),
        room,
        problem: state.problems.of(field),
    };
    let volume = blank("volume", "Posts to read", 7, Field::Volume);
    let budget = blank("budget", "Dollars a month", 6, Field::Budget);
    let months = blank("months", "Months", 2, Field::Months);
    let direction = ChoiceSlot {
        id: "direction",
        label: "Question",
        choices: &[Direction::Reads, Direction::Budget],
        id_of: |direction| direction.id(),
        label_of: |direction| direction.label(),
        chosen: draft.direction.id(),
    };
    let usage_type = ChoiceSlot {
        id: "usage",
        label: "Usage type",
        choices: &UsageType::ALL,
        id_of: |usage_type| usage_type.id(),
        label_of: |usage_type| usage_type.label(),
        chosen: draft.usage_type.id(),
    };
    let price_books = crate::catalogue().price_books();
    let price_book = ChoiceSlot {
        id: "prices",
        label: "Price book",
        choices: price_books,
        id_of: |book| book.id.as_str(),
        label_of: |book| &book.name,
        chosen: draft.price_book.id.as_str(),
    };
    let amount = match draft.direction {
        Direction::Reads if draft.month_by_month => {
            html! { <>{ " different numbers of posts each month" }{ " for " }</> }
        }
        Direction::Reads => html! {
            <>
                { " " }{ typed(&volume, Field::Volume, on_action) }
                { if draft.period == Period::Hour { " posts an " } else { " posts a " } }
                { period(draft, on_action) }
                { " for " }
            </>
        },
        Direction::Budget => html! {
            <>
                { " " }<span class="together">{ "$" }{ typed(&budget, Field::Budget, on_action) }</span>
                { " a month on posts for " }
            </>
        },
    };
    html! {
        <form class="question" aria-label="Your estimate" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <p class="ask">
                { direction.field(on_action.reform(|place| {
                    Action::ChooseDirection(if place == 0 { Direction::Reads } else { Direction::Budget })
                })) }
                <span key={draft.direction.id()}>{ amount }</span>
                <span class="together">
                    { usage_type.field(on_action.reform(|place: usize| Action::ChooseUsageType(UsageType::ALL[place]))) }
                    { "," }
                </span>
                { " over " }
                <span class="together">
                    { typed(&months, Field::Months, on_action) }
                    { if draft.months.trim() == "1" { " month," } else { " months," } }
                </span>
                { " at the prices of " }
                <span class="together">
                    { price_book.field(on_action.reform(|place: usize| Action::ChoosePriceBook(&price_books[place]))) }
                    { "." }
                </span>
            </p>
            <div>{ if draft.direction == Direction::Budget { budget.problem() } else { volume.problem() } }</div>
            { months.problem() }
            { assumptions(state, on_action) }
            { taking_back(state, on_action) }
        </form>
    }
}

/// A text field that sends what is typed.
pub(super) fn typed(slot: &TextSlot<'_>, field: Field, on_action: &Callback<Action>) -> Html {
    slot.field(
        on_action.reform(move |text| Action::Type(field, text)),
        on_action.reform(move |_: FocusEvent| Action::Leave(field)),
    )
}

/// Beginning anew, and what the last act did, to take it back.
fn taking_back(state: &State, on_action: &Callback<Action>) -> Html {
    let undo = state.undo.as_ref().map(|undo| {
        html! {
            <>
                { &undo.sentence }{ " " }
                <button class="link" type="button" onclick={on_action.reform(|_| Action::Undo)}>{ "Undo" }</button>
            </>
        }
    });
    html! {
        <p class="taking-back">
            <button class="link" type="button" onclick={on_action.reform(|_| Action::Reset)}>{ "Start over" }</button>
            <a href={format!("budget.html#{}", state.link().unwrap_or_default())}>{ "Plan a project budget with this" }</a>
            <span role="status">{ for undo }</span>
        </p>
    }
}

fn period(draft: &Draft, on_action: &Callback<Action>) -> Html {
    let period = ChoiceSlot {
        id: "period",
        label: "Period",
        choices: &Period::ALL,
        id_of: |period| period.name(),
        label_of: |period| period.name(),
        chosen: draft.period.name(),
    };
    period.field(on_action.reform(|place: usize| Action::ChoosePeriod(Period::ALL[place])))
}
