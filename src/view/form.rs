//! The fields of a form: a label, the field, its limit in words, and what is wrong with it.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::{FormField, FormProblems};
use crate::view::slot::option;

/// What all fields of a form share: what is wrong with them, and where their events go.
pub(super) struct Form<'a, F, A> {
    pub(super) problems: &'a FormProblems<F>,
    pub(super) on_action: &'a Callback<A>,
    /// What is done when something is typed into a field, or chosen from its list by id.
    pub(super) typed: fn(F, String) -> A,
    /// What is done when a field is left.
    pub(super) left: fn(F) -> A,
}

impl<F, A> Clone for Form<'_, F, A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F, A> Copy for Form<'_, F, A> {}

impl<F: FormField, A: 'static> Form<'_, F, A> {
    /// A field of one line. `hint` says its limit.
    pub(super) fn line(&self, field: F, label: &str, value: &str, hint: &str) -> Html {
        self.input(field, "text", label, value, hint, false)
    }

    /// A field of one line that must be filled in.
    pub(super) fn required_line(&self, field: F, label: &str, value: &str, hint: &str) -> Html {
        self.input(field, "text", label, value, &format!("Required. {hint}"), true)
    }

    /// A field for a day, with the browser's own calendar.
    pub(super) fn day(&self, field: F, label: &str, value: &str) -> Html {
        self.hinted_day(field, label, value, "")
    }

    /// A field for a day, with something to know of it.
    pub(super) fn hinted_day(&self, field: F, label: &str, value: &str, hint: &str) -> Html {
        self.input(field, "date", label, value, hint, false)
    }

    fn input(&self, field: F, kind: &'static str, label: &str, value: &str, hint: &str, is_required: bool) -> Html {
        let (typed, left) = (self.typed, self.left);
        let oninput = self
            .on_action
            .reform(move |event: InputEvent| typed(field, event.target_unchecked_into::<HtmlInputElement>().value()));
        let onblur = self.on_action.reform(move |_: FocusEvent| left(field));
        let is_wrong = self.problems.of(field).map(|_| "true");
        let control = html! {
            <input
                class="field"
                type={kind}
                id={field.id()}
                value={value.to_owned()}
                dir="auto"
                autocomplete="off"
                aria-required={is_required.then_some("true")}
                aria-invalid={is_wrong}
                aria-describedby={described_by(field)}
                {oninput}
                {onblur}
            />
        };
        self.labelled(field, label, control, hint)
    }

    /// A field of several lines.
    pub(super) fn lines(&self, field: F, label: &str, value: &str, hint: &str) -> Html {
        let typed = self.typed;
        let oninput = self.on_action.reform(move |event: InputEvent| {
            typed(field, event.target_unchecked_into::<HtmlTextAreaElement>().value())
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
    pub(super) fn choice(&self, field: F, label: &str, choices: &[(String, String)], chosen: &str) -> Html {
        let typed = self.typed;
        let on_choose = self.on_action.reform(move |id| typed(field, id));
        let is_wrong = self.problems.of(field).is_some();
        let control = described_select(&field.id(), choices, chosen, &on_choose, Some((described_by(field), is_wrong)));
        self.labelled(field, label, control, "")
    }

    pub(super) fn labelled(&self, field: F, label: &str, control: Html, hint: &str) -> Html {
        html! {
            <div class="form-field">
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

/// What happens when another choice is made: the action of its id. An id without one does nothing.
pub(super) fn choosing<A: 'static>(on_action: &Callback<A>, action_of: fn(&str) -> Option<A>) -> Callback<String> {
    let on_action = on_action.clone();
    Callback::from(move |id: String| {
        if let Some(action) = action_of(&id) {
            on_action.emit(action);
        }
    })
}

/// The members of a closed set to choose from, each by its id and its label.
pub(super) fn choices_of<T: Copy>(
    all: &[T],
    id: fn(T) -> &'static str,
    label: fn(T) -> &'static str,
) -> Vec<(String, String)> {
    all.iter().map(|member| (id(*member).to_owned(), label(*member).to_owned())).collect()
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
                { option(id, label, *id == chosen) }
            }
        </select>
    }
}

fn described_by(field: impl FormField) -> String {
    format!("{0}-hint {0}-problem", field.id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pricing::UsageType;
    use std::cell::RefCell;
    use std::rc::Rc;

    #[test]
    fn an_unknown_choice_does_nothing() {
        let chosen = Rc::new(RefCell::new(Vec::new()));
        let on_action = {
            let chosen = chosen.clone();
            Callback::from(move |usage_type| chosen.borrow_mut().push(usage_type))
        };
        let on_choose = choosing(&on_action, UsageType::by_id);
        for id in ["academic", "", "Hobby", "ai-training"] {
            on_choose.emit(id.to_owned());
        }
        assert_eq!(*chosen.borrow(), [UsageType::Academic, UsageType::AiTraining]);
    }
}
