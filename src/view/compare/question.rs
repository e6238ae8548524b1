use yew::prelude::*;

use crate::app::{Action, Draft, Problems};
use crate::pricing::{Period, UsageType};
use crate::view::slot::{ChoiceSlot, TextSlot};

/// The question, a sentence whose blanks are the inputs.
pub(super) fn question(draft: &Draft, problems: &Problems, on_action: &Callback<Action>) -> Html {
    let volume = TextSlot {
        id: "volume",
        label: "Posts to read",
        value: &draft.volume,
        room: 7,
        problem: problems.volume.as_deref(),
    };
    let months =
        TextSlot { id: "months", label: "Months", value: &draft.months, room: 2, problem: problems.months.as_deref() };
    let period = ChoiceSlot {
        id: "period",
        label: "Period",
        choices: &Period::ALL,
        id_of: |period| period.name(),
        label_of: |period| period.name(),
        chosen: draft.period.name(),
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
    html! {
        <form class="question" aria-label="Your estimate" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <p class="ask">
                { "I expect to read " }
                { volume.field(on_action.reform(Action::TypeVolume), on_action.reform(|_| Action::LeaveVolume)) }
                { if draft.period == Period::Hour { " posts an " } else { " posts a " } }
                { period.field(on_action.reform(|place: usize| Action::ChoosePeriod(Period::ALL[place]))) }
                { " for " }
                <span class="together">
                    { usage_type.field(on_action.reform(|place: usize| Action::ChooseUsageType(UsageType::ALL[place]))) }
                    { "," }
                </span>
                { " over " }
                <span class="together">
                    { months.field(on_action.reform(Action::TypeMonths), Callback::noop()) }
                    { if draft.months.trim() == "1" { " month," } else { " months," } }
                </span>
                { " at the prices of " }
                <span class="together">
                    { price_book.field(on_action.reform(|place: usize| Action::ChoosePriceBook(&price_books[place]))) }
                    { "." }
                </span>
            </p>
            { volume.problem() }
            { months.problem() }
            <p class="assumptions">
                { "Each returned post counts as one read. A year has 365 days and a month is a twelfth of it." }
            </p>
        </form>
    }
}
