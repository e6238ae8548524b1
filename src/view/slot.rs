//! The fields of the question: blanks in its sentence, and the fields of its assumptions.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A text field.
pub(super) struct TextSlot<'a> {
    /// The element's id; the id of its problem is made from it.
    pub(super) id: AttrValue,
    /// Its accessible name, where no visible label gives it one.
    pub(super) label: Option<&'static str>,
    /// What stands in it.
    pub(super) value: &'a str,
    /// How many characters it makes room for at least.
    pub(super) room: usize,
    /// What is wrong with the value, if anything is.
    pub(super) problem: Option<&'a str>,
}

impl TextSlot<'_> {
    /// The most characters that the field grows to.
    const MOST_ROOM: usize = 24;

    /// The field. `on_type` is called with the text at each keystroke, `on_leave` when the reader goes on.
    pub(super) fn field(&self, on_type: Callback<String>, on_leave: Callback<FocusEvent>) -> Html {
        self.field_with_paste(on_type, on_leave, None)
    }

    /// The field, with something else to do with text of several lines or columns that is pasted into it.
    pub(super) fn field_with_paste(
        &self,
        on_type: Callback<String>,
        on_leave: Callback<FocusEvent>,
        on_paste: Option<Callback<Event>>,
    ) -> Html {
        let oninput = move |event: InputEvent| on_type.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        let size = self.value.chars().count().clamp(self.room, Self::MOST_ROOM);
        html! {
            <input
                class="slot"
                type="text"
                id={self.id.clone()}
                aria-label={self.label}
                aria-invalid={self.problem.map(|_| "true")}
                aria-describedby={self.problem.map(|_| self.problem_id())}
                autocomplete="off"
                spellcheck="false"
                size={size.to_string()}
                value={self.value.to_owned()}
                {oninput}
                onblur={on_leave}
                onpaste={on_paste}
            />
        }
    }

    /// What is wrong with the value, as a sentence that is read aloud when it appears; empty while nothing is.
    pub(super) fn problem(&self) -> Html {
        html! { <p class="problem" id={self.problem_id()} role="alert">{ self.problem.unwrap_or_default() }</p> }
    }

    fn problem_id(&self) -> String {
        [&self.id, "-problem"].concat()
    }
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
