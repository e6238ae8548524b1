use yew::prelude::*;

use super::assumptions::assumptions;
use super::memoized::{Memoized, Part};
use crate::app::compare::{CompareAction, CompareState, Direction, EditAction, EstimateField};
use crate::pricing::{Period, PriceBook, UsageType};
use crate::view::element::{element, text};
use crate::view::slot::{ChoiceSlot, TextSlot};

/// The question, a sentence whose blanks are the inputs, and the assumptions under it.
pub(super) fn question(state: &CompareState, on_action: &Callback<CompareAction>) -> Html {
    let draft = &state.draft;
    let blank = |id: &'static str, label: &'static str, room, field| TextSlot {
        label: Some(label.into()),
        problem: state.problems.of(field),
        ..TextSlot::new(id, draft.text(field), room)
    };
    let volume = blank("volume", "Posts to read", 7, EstimateField::Volume);
    let budget = blank("budget", "Dollars a month", 6, EstimateField::Budget);
    let months = blank("months", "Months", 2, EstimateField::Months);
    let chosen = |choice| html! { <Memoized part={Part::Choice { choice, on_action: on_action.clone() }} /> };
    let amount = match draft.direction {
        Direction::Reads if draft.month_by_month => {
            html! { <>{ " posts month by month, as given under Change assumptions, for " }</> }
        }
        Direction::Reads => html! {
            <>
                { " " }{ typed(&volume, EstimateField::Volume, on_action) }
                { if draft.period == Period::Hour { " posts an " } else { " posts a " } }
                { chosen(Choice::Period(draft.period)) }
                { " for " }
            </>
        },
        Direction::Budget => html! {
            <>
                { " " }<span class="together">{ "$" }{ typed(&budget, EstimateField::Budget, on_action) }</span>
                { " a month on posts for " }
            </>
        },
    };
    html! {
        <form class="question" aria-label="Your estimate" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <p class="ask">
                { chosen(Choice::Direction(draft.direction)) }
                <span key={draft.direction.id()}>{ amount }</span>
                <span class="together">
                    { chosen(Choice::UsageType(draft.usage_type)) }
                    { "," }
                </span>
                { " over " }
                <span class="together">
                    { typed(&months, EstimateField::Months, on_action) }
                    { if draft.months.trim() == "1" { " month," } else { " months," } }
                </span>
                { " at the prices of " }
                <span class="together">
                    { chosen(Choice::PriceBook(draft.price_book.id.as_str())) }
                    { "." }
                </span>
            </p>
            <div>{ if draft.direction == Direction::Budget { budget.problem() } else { volume.problem() } }</div>
            { months.problem() }
            { for ended_prices(draft.price_book, on_action) }
            { assumptions(state, on_action) }
            { taking_back(state, on_action) }
        </form>
    }
}

/// A text field that sends what is typed.
pub(super) fn typed(slot: &TextSlot<'_>, field: EstimateField, on_action: &Callback<CompareAction>) -> Html {
    slot.field(
        on_action.reform(move |text| CompareAction::Edit(EditAction::Type(field, text))),
        on_action.reform(move |_: FocusEvent| CompareAction::Leave(field)),
    )
}

/// That the prices are of the past, and the way to those that go on.
fn ended_prices(book: &'static PriceBook, on_action: &Callback<CompareAction>) -> Option<Html> {
    let until = book.until?;
    let newest = crate::catalogue().newest_price_book();
    let choose = on_action.reform(move |_| CompareAction::Edit(EditAction::ChoosePriceBook(newest)));
    Some(html! {
        <p class="ended">
            { format!("These prices ended on {until}. ") }
            <button class="link" type="button" onclick={choose}>{ format!("See those of {}", newest.name) }</button>
        </p>
    })
}

/// Beginning anew, and what the last act did, to take it back.
fn taking_back(state: &CompareState, on_action: &Callback<CompareAction>) -> Html {
    let undo = state.undo.as_ref().and_then(|undo| undo.sentence).map(|sentence| {
        html! {
            <>
                { sentence }{ " " }
                <button class="link" type="button" onclick={on_action.reform(|_| CompareAction::Edit(EditAction::Undo))}>{ "Undo" }</button>
            </>
        }
    });
    let whole = state.problems.whole.as_ref();
    let whole = whole.map(|sentence| element("strong", "problem", vec![text(sentence.clone())]));
    html! {
        <p class="taking-back">
            <button class="link" type="button" onclick={on_action.reform(|_| CompareAction::Edit(EditAction::Reset))}>{ "Start over" }</button>
            <a href={format!("budget.html#{}", state.link().unwrap_or_default())}>{ "Plan a project budget with this" }</a>
            <span role="status">{ for undo }{ for whole }</span>
        </p>
    }
}

/// What is chosen from a list in the sentence, and what stands there.
#[derive(Clone, Copy, PartialEq)]
pub enum Choice {
    /// Which way the question is asked.
    Direction(Direction),
    /// The period that posts are counted in.
    Period(Period),
    /// The usage type.
    UsageType(UsageType),
    /// The price book, by its id.
    PriceBook(&'static str),
}

impl Choice {
    /// The list.
    pub(super) fn field(self, on_action: &Callback<CompareAction>) -> Html {
        match self {
            Self::Direction(direction) => ChoiceSlot {
                id: Direction::FIELD,
                label: "Question",
                choices: &Direction::ALL,
                id_of: |direction| direction.id(),
                label_of: |direction| direction.label(),
                chosen: direction.id(),
            }
            .field(
                on_action
                    .reform(|place: usize| CompareAction::Edit(EditAction::ChooseDirection(Direction::ALL[place]))),
            ),
            Self::Period(period) => ChoiceSlot {
                id: "period",
                label: "Period",
                choices: &Period::ALL,
                id_of: |period| period.id(),
                label_of: |period| period.id(),
                chosen: period.id(),
            }
            .field(on_action.reform(|place: usize| CompareAction::Edit(EditAction::ChoosePeriod(Period::ALL[place])))),
            Self::UsageType(usage_type) => ChoiceSlot {
                id: "usage",
                label: "Usage type",
                choices: &UsageType::ALL,
                id_of: |usage_type| usage_type.id(),
                label_of: |usage_type| usage_type.label(),
                chosen: usage_type.id(),
            }
            .field(
                on_action
                    .reform(|place: usize| CompareAction::Edit(EditAction::ChooseUsageType(UsageType::ALL[place]))),
            ),
            Self::PriceBook(chosen) => {
                let price_books = crate::catalogue().price_books();
                let slot = ChoiceSlot {
                    id: "prices",
                    label: "Price book",
                    choices: price_books,
                    id_of: |book| book.id.as_str(),
                    label_of: |book| &book.name,
                    chosen,
                };
                slot.field(
                    on_action
                        .reform(|place: usize| CompareAction::Edit(EditAction::ChoosePriceBook(&price_books[place]))),
                )
            }
        }
    }
}
