//! The fields of the question: blanks in its sentence, and the fields of its assumptions.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A text field.
pub(super) struct TextSlot<'a> {
    /// The element's id; the id of its problem is made from it.
    pub(super) id: AttrValue,
    /// How it looks.
    pub(super) class: &'static str,
    /// What the browser helps to type: `text`, or `date` with a calendar.
    pub(super) kind: &'static str,
    /// Its accessible name, where no visible label gives it one.
    pub(super) label: Option<AttrValue>,
    /// What stands in it.
    pub(super) value: &'a str,
    /// What stands in it while nothing is typed.
    pub(super) placeholder: Option<&'static str>,
    /// How many characters it makes room for at least.
    pub(super) room: usize,
    /// What is wrong with the value, if anything is.
    pub(super) problem: Option<&'a str>,
    /// Whether that is only a hint so far, since the reader may still be on the way.
    pub(super) is_hint: bool,
}

impl<'a> TextSlot<'a> {
    /// The most characters that the field grows to.
    const MOST_ROOM: usize = 24;

    /// A blank of a sentence that makes room for `room` characters.
    pub(super) fn new(id: impl Into<AttrValue>, value: &'a str, room: usize) -> Self {
        Self {
            id: id.into(),
            class: "slot",
            kind: "text",
            label: None,
            value,
            placeholder: None,
            room,
            problem: None,
            is_hint: false,
        }
    }

    /// The field. `on_type` is called with the text at each keystroke, `on_leave` when the reader goes on.
    pub(super) fn field(&self, on_type: Callback<String>, on_leave: Callback<FocusEvent>) -> Html {
        self.field_with(on_type, Some(on_leave), None)
    }

    /// The field, with nothing to do when the reader goes on, or with something else to do with text of several lines or
    /// columns that is pasted into it.
    pub(super) fn field_with(
        &self,
        on_type: Callback<String>,
        on_leave: Option<Callback<FocusEvent>>,
        on_paste: Option<Callback<Event>>,
    ) -> Html {
        let oninput = move |event: InputEvent| on_type.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        let size = self.value.chars().count().clamp(self.room, Self::MOST_ROOM);
        let is_wrong = self.problem.is_some() && !self.is_hint;
        html! {
            <input
                class={self.class}
                type={self.kind}
                id={self.id.clone()}
                aria-label={self.label.clone()}
                aria-invalid={is_wrong.then_some("true")}
                aria-describedby={self.problem.map(|_| problem_id(&self.id))}
                autocomplete="off"
                spellcheck="false"
                placeholder={self.placeholder}
                size={size.to_string()}
                value={self.value.to_owned()}
                {oninput}
                onblur={on_leave}
                onpaste={on_paste}
            />
        }
    }

    /// What is wrong with the value, as a sentence.
    pub(super) fn problem(&self) -> Html {
        problem(&self.id, self.problem)
    }
}

/// What is wrong with the field with this id, as a sentence that is read aloud when it appears; empty while nothing is.
pub(super) fn problem(id: &str, sentence: Option<&str>) -> Html {
    html! { <p class="problem" id={problem_id(id)} role="alert">{ sentence.unwrap_or_default() }</p> }
}

/// The id of what is wrong with a field.
pub(super) fn problem_id(id: &str) -> String {
    [id, "-problem"].concat()
}

/// That a field in a panel needs mending, for readers who have the panel closed: with what is wrong with it.
pub(super) fn hidden_problem(problem: Option<&str>, is_only: bool) -> Html {
    let which = if is_only {
        "An assumption above needs mending. "
    } else {
        "Some assumptions above need mending. One of them: "
    };
    let sentence = problem.map(|problem| [which, problem].concat()).unwrap_or_default();
    html! { <p class="problem" role="status">{ sentence }</p> }
}

/// A list to choose from.
pub(super) struct ChoiceSlot<'a, T> {
    /// The element's id.
    pub(super) id: &'static str,
    /// Its accessible name.
    pub(super) label: &'static str,
    /// The choices, in order.
    pub(super) choices: &'a [T],
    /// The id by which the browser knows a choice.
    pub(super) id_of: fn(&T) -> &str,
    /// What the reader sees of a choice.
    pub(super) label_of: fn(&T) -> &str,
    /// The id of the choice that stands.
    pub(super) chosen: &'a str,
}

/// A choice of a list. An option that a reader has chosen once stays as they left it, whatever its attribute says from then on, so
/// one that becomes the chosen one or ceases to be it is a new one.
pub(super) fn option(id: &str, label: &str, is_chosen: bool) -> Html {
    option_in(None, id, label, is_chosen)
}

/// The same with a label in another language than the page's, which screen readers then speak in it.
pub(super) fn option_in(language: Option<AttrValue>, id: &str, label: &str, is_chosen: bool) -> Html {
    let key = if is_chosen { format!("{id} chosen") } else { id.to_owned() };
    html! { <option {key} value={id.to_owned()} selected={is_chosen} lang={language}>{ label }</option> }
}

impl<T> ChoiceSlot<'_, T> {
    /// The field. `on_choose` is called with the place of another choice.
    pub(super) fn field(&self, on_choose: Callback<usize>) -> Html {
        let onchange = move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            if let Ok(place) = usize::try_from(chosen) {
                on_choose.emit(place);
            }
        };
        html! {
            <select class="slot" id={self.id} aria-label={self.label} {onchange}>
                for choice in self.choices {
                    { option((self.id_of)(choice), (self.label_of)(choice), (self.id_of)(choice) == self.chosen) }
                }
            </select>
        }
    }
}
