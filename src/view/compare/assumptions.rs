use web_sys::{ClipboardEvent, HtmlInputElement};
use yew::prelude::*;

use super::memoized::{Memoized, Part};
use super::question::typed;
use crate::app::compare::{
    CompareAction, CompareState, Direction, EditAction, EstimateDraft, EstimateField, EstimateProblems,
};
use crate::format::assumptions_line;
use crate::numbers::NumberStyle;
use crate::view::slot::{TextSlot, hidden_problem};

/// What the answer takes for granted, in one line; opened, every part of it can be changed.
pub(super) fn assumptions(state: &CompareState, on_action: &Callback<CompareAction>) -> Html {
    let line = state.report.as_ref().map(|report| assumptions_line(&report.asked, state.style)).unwrap_or_default();
    html! {
        <>
            <details class="assumptions">
                <summary>{ line }{ " " }<span class="change">{ "Change assumptions" }</span></summary>
                <div class="assumed">
                    <Memoized part={Part::Assumptions { fields: Box::new(AssumptionFields::of(state)), on_action: on_action.clone() }} />
                </div>
            </details>
            { hidden_problems(state) }
        </>
    }
}

/// What stands in the fields of the panel.
#[derive(Clone, PartialEq)]
pub struct AssumptionFields {
    /// The fields, without what is typed into the sentence above the panel.
    draft: EstimateDraft,
    /// What is wrong with them.
    problems: EstimateProblems,
    /// How many months the table of months shows, where it is shown.
    months: usize,
    /// What became of the months pasted last.
    notice: Option<String>,
    style: NumberStyle,
}

impl AssumptionFields {
    fn of(state: &CompareState) -> Self {
        let draft = state.draft.clone();
        Self {
            months: if draft.month_by_month { table_length(state) } else { 0 },
            draft: EstimateDraft { volume: String::new(), budget: String::new(), months: String::new(), ..draft },
            problems: state.problems.clone(),
            notice: state.notice.clone(),
            style: state.style,
        }
    }

    /// The fieldsets of the panel.
    pub(super) fn html(&self, on_action: &Callback<CompareAction>) -> Html {
        let reads = self.draft.direction == Direction::Reads;
        html! {
            <>
                <div>{ for reads.then(|| over_time(self, on_action)) }</div>
                <div>{ for reads.then(|| range(self, on_action)).flatten() }</div>
                { counting(self, on_action) }
                <div>{ for reads.then(|| requests(self, on_action)) }</div>
            </>
        }
    }
}

/// How many months there are to fill in: as many as the months' own field says, or the answer while that says none.
fn table_length(state: &CompareState) -> usize {
    let answered = state.report.as_ref().map_or(1, |report| report.asked.usage().months().len());
    let shown = match state.draft.month_count() {
        0 => answered,
        count => count,
    };
    shown.min(state.draft.given.len())
}

/// Problems of fields in the panel, which may be closed.
fn hidden_problems(state: &CompareState) -> Html {
    let fields = state.problems.fields();
    let mut hidden = fields
        .filter(|(field, _)| !matches!(field, EstimateField::Volume | EstimateField::Budget | EstimateField::Months));
    hidden_problem(hidden.next().map(|(_, problem)| problem), hidden.next().is_none())
}

fn over_time(fields: &AssumptionFields, on_action: &Callback<CompareAction>) -> Html {
    let draft = &fields.draft;
    let on_toggle = on_action.reform(|event: Event| {
        CompareAction::Edit(EditAction::ChooseMonthByMonth(event.target_unchecked_into::<HtmlInputElement>().checked()))
    });
    html! {
        <fieldset>
            <legend>{ "Over time" }</legend>
            <p>
                <label><input type="checkbox" checked={draft.month_by_month} onchange={on_toggle} />{ " Give every month by itself" }</label>
            </p>
            <div key={if draft.month_by_month { "table" } else { "growth" }}>
                { if draft.month_by_month { months_table(fields, on_action) } else { growth(fields, on_action) } }
            </div>
        </fieldset>
    }
}

fn growth(fields: &AssumptionFields, on_action: &Callback<CompareAction>) -> Html {
    let before = html! { "Each month it grows by " };
    labelled(fields, on_action, "growth", EstimateField::Growth, 3, before, " % (0 stays the same, −5 shrinks)")
}

/// A table of months that takes a column pasted from a spreadsheet.
fn months_table(fields: &AssumptionFields, on_action: &Callback<CompareAction>) -> Html {
    html! {
        <>
            <p>{ "Paste a column from a spreadsheet into any month: it fills the months from there on." }</p>
            <ol class="months">
                for place in 0..fields.months {
                    <li key={place}>{ month(fields, place, on_action) }</li>
                }
            </ol>
            <p role="status">{ fields.notice.as_deref().unwrap_or_default() }</p>
        </>
    }
}

fn month(fields: &AssumptionFields, place: usize, on_action: &Callback<CompareAction>) -> Html {
    let field = EstimateField::Month(place);
    let id = format!("month-{}", place + 1);
    let slot =
        TextSlot { problem: fields.problems.of(field), ..TextSlot::new(id.clone(), fields.draft.text(field), 9) };
    let on_action = on_action.clone();
    let on_paste = {
        let on_action = on_action.clone();
        Callback::from(move |event: Event| {
            use wasm_bindgen::JsCast;
            let clipboard = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let text = clipboard.and_then(|data| data.get_data("text").ok()).unwrap_or_default();
            if text.trim().contains(['\n', '\t']) {
                event.prevent_default();
                on_action.emit(CompareAction::Edit(EditAction::Paste(place, text)));
            }
        })
    };
    let field_html = slot.field_with(
        on_action.reform(move |text| CompareAction::Edit(EditAction::Type(field, text))),
        Some(on_action.reform(move |_: FocusEvent| CompareAction::Leave(field))),
        Some(on_paste),
    );
    html! {
        <>
            <label for={id}>{ format!("Month {}", place + 1) }</label>
            { field_html }
            { slot.problem() }
        </>
    }
}

/// The low and the high volume, or that they are left out.
fn range(fields: &AssumptionFields, on_action: &Callback<CompareAction>) -> Option<Html> {
    let EstimateDraft { month_by_month, low, high, .. } = &fields.draft;
    if *month_by_month {
        let words = "Low and high volumes are left out: they go with one volume for all months.";
        return (!(low.is_empty() && high.is_empty())).then(|| html! { <p class="lead">{ words }</p> });
    }
    let each = format!(" posts {}", fields.draft.period.with_article());
    Some(html! {
        <fieldset>
            <legend>{ "If it turns out otherwise" }</legend>
            { labelled(fields, on_action, "low", EstimateField::Low, 9, html! { "Low: " }, &each) }
            { labelled(fields, on_action, "high", EstimateField::High, 9, html! { "High: " }, &each) }
        </fieldset>
    })
}

fn counting(fields: &AssumptionFields, on_action: &Callback<CompareAction>) -> Html {
    html! {
        <fieldset>
            <legend>{ "What counts" }</legend>
            { labelled(fields, on_action, "reread", EstimateField::RereadFactor, 3, html! { "Each wanted post costs " }, " reads (more than 1 where posts are read again)") }
            { labelled(fields, on_action, "term", EstimateField::AssumedTerm, 3, html! { "Contracts whose minimum term is not public run for " }, " months (empty: no minimum)") }
        </fieldset>
    }
}

/// The helper for people who know requests rather than reads.
fn requests(fields: &AssumptionFields, on_action: &Callback<CompareAction>) -> Html {
    let draft = &fields.draft;
    let (sentence, problems, usable) = match draft.posts_a_day(fields.style) {
        None => (String::new(), EstimateProblems::default(), false),
        Some(Ok(posts)) => {
            (format!("= {} posts a day at most", fields.style.posts(posts)), EstimateProblems::default(), true)
        }
        Some(Err(problems)) => (String::new(), problems, false),
    };
    let factor = |id: &'static str, field, after: &'static str| {
        let slot = TextSlot { problem: problems.of(field), ..TextSlot::new(id, draft.text(field), 4) };
        html! {
            <>
                <label class="factor">{ typed(&slot, field, on_action) }{ after }</label>
                { slot.problem() }
            </>
        }
    };
    html! {
        <fieldset>
            <legend>{ "You know requests, not posts?" }</legend>
            { factor("accounts", EstimateField::Accounts, " accounts or searches") }
            { factor("polls", EstimateField::Polls, " times a day each") }
            { factor("posts-each", EstimateField::PostsEach, " posts an answer") }
            <p>
                <span role="status">{ sentence }</span>{ " " }
                <button class="button button-quiet" type="button" disabled={!usable} onclick={on_action.reform(|_| CompareAction::Edit(EditAction::UseRequests))}>
                    { "Use this volume" }
                </button>
            </p>
        </fieldset>
    }
}

/// A field in a line of words that label it.
fn labelled(
    fields: &AssumptionFields,
    on_action: &Callback<CompareAction>,
    id: &'static str,
    field: EstimateField,
    room: usize,
    before: Html,
    after: &str,
) -> Html {
    let slot = TextSlot { problem: fields.problems.of(field), ..TextSlot::new(id, fields.draft.text(field), room) };
    html! {
        <>
            <p><label>{ before }{ typed(&slot, field, on_action) }{ after.to_owned() }</label></p>
            { slot.problem() }
        </>
    }
}
