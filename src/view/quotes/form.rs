//! The fields of the form: a label, the field, its limit in words, and what is wrong with it.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::quotes::{EditAction, QuoteField, QuoteProblems};

/// What all fields share.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) problems: &'a QuoteProblems,
    pub(super) on_action: &'a Callback<EditAction>,
}

impl Form<'_> {
    /// A field of one line. `hint` says its limit.
    pub(super) fn line(&self, field: QuoteField, label: &str, value: &str, hint: &str) -> Html {
        self.input(field, "text", label, value, hint)
    }

    /// A field for a day, with the browser's own calendar.
    pub(super) fn day(&self, field: QuoteField, label: &str, value: &str) -> Html {
        self.input(field, "date", label, value, "")
    }

    fn input(&self, field: QuoteField, kind: &'static str, label: &str, value: &str, hint: &str) -> Html {
        let oninput = self.on_action.reform(move |event: InputEvent| {
            EditAction::Type(field, event.target_unchecked_into::<HtmlInputElement>().value())
        });
        let onblur = self.on_action.reform(move |_: FocusEvent| EditAction::Leave(field));
        let is_wrong = self.problems.of(field).map(|_| "true");
        let control = html! {
            <input
                class="field"
                type={kind}
                id={field.id()}
                value={value.to_owned()}
                dir="auto"
                autocomplete="off"
                aria-invalid={is_wrong}
                aria-describedby={described_by(field)}
                {oninput}
                {onblur}
            />
        };
        self.labelled(field, label, control, hint)
    }

    /// A field of several lines.
    pub(super) fn lines(&self, field: QuoteField, label: &str, value: &str, hint: &str) -> Html {
        let oninput = self.on_action.reform(move |event: InputEvent| {
            EditAction::Type(field, event.target_unchecked_into::<HtmlTextAreaElement>().value())
        });
        let is_wrong = self.problems.of(field).map(|_| "true");
        let control = html! {
            <textarea
                class="field"
                id={field.id()}
                rows="3"
                dir="auto"
                aria-invalid={is_wrong}
                aria-describedby={described_by(field)}
                value={value.to_owned()}
                {oninput}
            />
        };
        self.labelled(field, label, control, hint)
    }

    /// A list to choose from: ids and labels.
    pub(super) fn choice(&self, field: QuoteField, label: &str, choices: &[(String, String)], chosen: &str) -> Html {
        let on_choose = self.on_action.reform(move |id| EditAction::Type(field, id));
        let is_wrong = self.problems.of(field).is_some();
        let control = described_select(&field.id(), choices, chosen, &on_choose, Some((described_by(field), is_wrong)));
        self.labelled(field, label, control, "")
    }

    pub(super) fn labelled(&self, field: QuoteField, label: &str, control: Html, hint: &str) -> Html {
        html! {
            <div class="quote-field">
                <label for={field.id()}>{ label.to_owned() }</label>
                { control }
                <p class="hint" id={format!("{}-hint", field.id())}>{ hint.to_owned() }</p>
                <p class="problem" id={format!("{}-problem", field.id())} role="alert">
                    { self.problems.of(field).unwrap_or_default().to_owned() }
                </p>
            </div>
        }
    }
}

/// A list to choose from. `on_choose` is called with the id of another choice.
pub(super) fn select(id: &str, choices: &[(String, String)], chosen: &str, on_choose: &Callback<String>) -> Html {
    described_select(id, choices, chosen, on_choose, None)
}

/// A list to choose from, with the ids of what describes it and whether the choice is wrong.
fn described_select(
    id: &str,
    choices: &[(String, String)],
    chosen: &str,
    on_choose: &Callback<String>,
    description: Option<(String, bool)>,
) -> Html {
    let onchange = on_choose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let is_wrong = description.as_ref().is_some_and(|(_, is_wrong)| *is_wrong);
    html! {
        <select
            class="field"
            id={id.to_owned()}
            aria-invalid={is_wrong.then_some("true")}
            aria-describedby={description.map(|(ids, _)| ids)}
            {onchange}
        >
            for (id, label) in choices {
                <option key={id.clone()} value={id.clone()} selected={*id == chosen}>{ label }</option>
            }
        </select>
    }
}

fn described_by(field: QuoteField) -> String {
    format!("{0}-hint {0}-problem", field.id())
}
