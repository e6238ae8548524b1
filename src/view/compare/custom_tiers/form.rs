use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::custom_tiers::{CustomTiersAction, DraftChange, Editor, Spot, TierField, TierProblem};
use crate::numbers::NumberStyle;
use crate::view::slot::{TextSlot, option, problem_id};

/// What all parts of the editor need: what stands in it, and where events go.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) editor: &'a Editor,
    pub(super) style: NumberStyle,
    pub(super) on_action: &'a Callback<CustomTiersAction>,
}

impl Form<'_> {
    /// A text field that makes room for `room` characters. `name` is its accessible name, unless a label stands beside it.
    pub(super) fn input(
        &self,
        field: TierField,
        name: Option<String>,
        value: &str,
        room: usize,
        class: &'static str,
    ) -> Html {
        let problem = self.editor.problems.of(field);
        let slot = TextSlot {
            class,
            label: name.map(Into::into),
            problem: problem.map(|problem| problem.sentence.as_str()),
            is_hint: problem.is_some_and(|problem| !self.is_wrong(problem)),
            ..TextSlot::new(field.element_id(), value, room)
        };
        let on_type = self.on_action.reform(move |text| CustomTiersAction::Change(DraftChange::Type(field, text)));
        slot.field_with(on_type, None, None)
    }

    /// A text field in a sentence.
    pub(super) fn blank(&self, field: TierField, name: &str, value: &str, room: usize) -> Html {
        self.input(field, Some(name.to_owned()), value, room, "slot")
    }

    /// A text field under its label.
    pub(super) fn labelled(&self, field: TierField, label: &'static str, value: &str, room: usize) -> Html {
        html! {
            <div class="own-field">
                <label for={field.element_id()}>{ label }</label>
                { self.input(field, None, value, room, "entry") }
                { self.problem(field) }
            </div>
        }
    }

    /// What is wrong with a field, if anything is. Gaps are only hints until the reader wants to be done.
    pub(super) fn problem(&self, field: TierField) -> Html {
        let problem = self.editor.problems.of(field);
        let class = if problem.is_some_and(|problem| self.is_wrong(problem)) { "problem" } else { "problem gap" };
        let sentence = problem.map_or("", |problem| problem.sentence.as_str());
        html! { <p {class} id={problem_id(&field.element_id())}>{ sentence }</p> }
    }

    fn is_wrong(&self, problem: &TierProblem) -> bool {
        !problem.is_missing || self.editor.is_insistent
    }

    /// A list to choose from in a sentence: what the reader sees of each choice, and the change that it makes.
    pub(super) fn choice(
        &self,
        id: String,
        name: &'static str,
        choices: Vec<(&'static str, DraftChange)>,
        chosen: &'static str,
    ) -> Html {
        let labels: Vec<_> = choices.iter().map(|(label, _)| *label).collect();
        let on_action = self.on_action.clone();
        let onchange = move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            if let Some((_, change)) = usize::try_from(place).ok().and_then(|place| choices.get(place)) {
                on_action.emit(CustomTiersAction::Change(change.clone()));
            }
        };
        html! {
            <select class="slot" aria-label={name} {id} {onchange}>
                for label in labels {
                    { option(label, label, label == chosen) }
                }
            </select>
        }
    }

    /// A small button that changes something in the editor. `name` is its accessible name, and says more than `label`.
    pub(super) fn button(&self, spot: Option<Spot>, label: &'static str, name: &str, change: DraftChange) -> Html {
        button(self.on_action, spot, label, Some(name.to_owned()), CustomTiersAction::Change(change))
    }
}

/// A small button. Its accessible name, if it isn't the label alone, contains the label.
pub(super) fn button(
    on_action: &Callback<CustomTiersAction>,
    spot: Option<Spot>,
    label: &'static str,
    name: Option<String>,
    action: CustomTiersAction,
) -> Html {
    let onclick = on_action.reform(move |_: MouseEvent| action.clone());
    let id = spot.map(|spot| spot.element_id());
    html! { <button class="button button-quiet" type="button" aria-label={name} {id} {onclick}>{ label }</button> }
}
