//! The panel of what is saved and the button that opens it.
//!
//! The panel is a native popover: the browser opens it, closes it on Escape or a click elsewhere, and gives the focus back to
//! the button, so none of that is in the program.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::app::saved::{
    Describe, Renaming, SavedAction, SavedCommand, SavedEntry, SavedKind, SavedName, SavedPanel, Shelved, Taken, Undo,
    WhenTaken,
};
use crate::app::storage::StorageProblem;
use crate::text::capitalized;

/// The id of the panel.
const PANEL: &str = "saved";

/// What is saved, what can be, and where the reader's wishes go.
pub struct SavedView<'a> {
    /// What is saved here.
    pub kind: SavedKind,
    /// What the panel shows.
    pub saved: &'a SavedPanel,
    /// The fragment of what is on the page, without the `#`; `None` while something is wrong with it.
    pub current: Option<&'a str>,
    /// Says a fragment in a few words, or why it can't be opened.
    pub describe: Describe,
    /// Called with what changes the panel.
    pub on_action: &'a Callback<SavedAction>,
    /// Called with what is to be done to the storage.
    pub on_command: &'a Callback<SavedCommand>,
    /// Called with the fragment of what the reader opens.
    pub on_open: &'a Callback<String>,
}

impl SavedView<'_> {
    /// The button that opens the panel, with how many are saved.
    pub fn button(&self) -> Html {
        let label = match self.saved.list.len() {
            0 => "Saved".to_owned(),
            count => format!("Saved ({count})"),
        };
        html! { <button class="button button-plain" type="button" id="saved-button" popovertarget={PANEL}>{ label }</button> }
    }

    /// The panel.
    pub fn panel(&self) -> Html {
        let (on_action, on_command) = (self.on_action.clone(), self.on_command.clone());
        let ontoggle = move |_: Event| {
            on_action.emit(SavedAction::Look);
            on_command.emit(SavedCommand::List);
        };
        let title = format!("Saved {}s", self.kind.noun);
        html! {
            <div class="panel" id={PANEL} popover="auto" role="dialog" aria-labelledby="saved-title" {ontoggle}>
                <div class="panel-head">
                    <h2 id="saved-title" tabindex="-1" autofocus=true>{ title.clone() }</h2>
                    <button class="tool" type="button" popovertarget={PANEL} popovertargetaction="hide">{ "Close" }</button>
                </div>
                <div class="panel-body">
                    <div>{ self.beginning() }</div>
                    <div>{ for self.saved.taken.as_ref().map(|taken| self.taken(taken)) }</div>
                    <ul class="saved-list" aria-label={title}>
                        for (place, item) in self.saved.list.iter().enumerate() {
                            { self.item(place, item) }
                        }
                    </ul>
                </div>
                <div class="panel-foot">
                    <div role="status">{ self.done() }</div>
                    <div role="alert">{ for self.problems().into_iter().map(|text| html! { <p class="problem">{ text }</p> }) }</div>
                </div>
            </div>
        }
    }

    /// What saving means, and the form for it; or that nothing can be kept here.
    fn beginning(&self) -> Html {
        let noun = self.kind.noun;
        if let Some(problem @ StorageProblem::Blocked) = self.saved.storage_problem {
            return html! {
                <p class="notice" role="alert">
                    <strong>{ capitalized(&format!("{noun}s can’t be saved here. ")) }</strong>
                    { capitalized(&format!("{problem}. ")) }
                    { format!("“Share this {noun}” gives you a link that keeps it anywhere.") }
                </p>
            };
        }
        html! {
            <>
                { self.form() }
                <p class="hint">
                    { if self.saved.list.is_empty() { "Nothing is saved yet. " } else { "" } }
                    { format!(
                        "Saved {noun}s stay in this browser until you delete them or this page’s data. To keep one \
                         elsewhere, share its link."
                    ) }
                </p>
            </>
        }
    }

    fn form(&self) -> Html {
        let noun = self.kind.noun;
        let default = self.current.and_then(|link| (self.describe)(link).ok()).unwrap_or_default();
        let link = self.current.map(ToOwned::to_owned);
        let on_command = self.on_command.clone();
        let placeholder = self.current.map(|_| SavedName::new("", &default).to_string());
        let onsubmit = move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(link) = link.clone() {
                let name = SavedName::new(&name_in(&event), &default);
                on_command.emit(SavedCommand::Save { name, link, when_taken: WhenTaken::Ask });
            }
        };
        let unfit = self.current.is_none().then(|| {
            html! { <p class="hint">{ format!("The {noun} on the page has a problem. Once that is solved, it can be saved.") }</p> }
        });
        html! {
            <form class="saved-form" {onsubmit}>
                <label for={SavedPanel::NAME_FIELD}>{ format!("Name of this {noun}") }</label>
                <input
                    class="field"
                    type="text"
                    id={SavedPanel::NAME_FIELD}
                    maxlength={SavedName::MAX.to_string()}
                    dir="auto"
                    autocomplete="off"
                    {placeholder}
                    value={self.saved.draft.clone()}
                    oninput={typed(self.on_action, SavedAction::TypeName)}
                />
                <button class="button" type="submit" disabled={self.current.is_none()}>{ format!("Save this {noun}") }</button>
                <div>{ for unfit }</div>
            </form>
        }
    }

    /// What to do about a name that is taken.
    fn taken(&self, taken: &Taken) -> Html {
        let Taken { name, link } = taken;
        let other = self.saved.list.iter().filter_map(|it| it.content.as_ref().ok()).find(|other| other.name == *name);
        let other = other.map(|other| {
            let words = (self.describe)(&other.link).unwrap_or_else(|_| "it can’t be opened".to_owned());
            format!("The saved one: {words}, saved {}.", other.saved)
        });
        let choice = |label: &str, when_taken| {
            let command = SavedCommand::Save { name: name.clone(), link: link.clone(), when_taken };
            html! {
                <button class="button button-quiet" type="button" onclick={self.on_command.reform(move |_| command.clone())}>
                    { label }
                </button>
            }
        };
        html! {
            <div class="notice" role="group" aria-labelledby="saved-taken">
                <div role="alert">
                    <p id="saved-taken"><strong>{ format!("“{name}” is already saved, with another {}.", self.kind.noun) }</strong></p>
                    <p>{ other.unwrap_or_default() }</p>
                </div>
                <div class="choices">
                    { choice("Replace it", WhenTaken::Replace) }
                    { choice("Keep both", WhenTaken::KeepBoth) }
                    <button class="tool" type="button" onclick={self.on_action.reform(|_| SavedAction::CancelSave)}>
                        { "Don’t save" }
                    </button>
                </div>
            </div>
        }
    }

    fn item(&self, place: usize, item: &Shelved) -> Html {
        let renaming = self.saved.renaming.as_ref().filter(|renaming| renaming.key == item.key);
        let content = match (&item.content, renaming) {
            (Ok(estimate), Some(renaming)) => self.rename_form(item, estimate, renaming),
            (Ok(estimate), None) => self.estimate(place, item, estimate),
            (Err(damage), _) => html! {
                <>
                    <div class="saved-words">
                        <p class="saved-name">{ "A damaged entry" }</p>
                        <p class="saved-detail">{ format!("It can’t be read: {damage}.") }</p>
                        { text_to_copy("Text of the damaged entry", &item.text) }
                    </div>
                    <div class="saved-tools">{ self.delete_button(item) }</div>
                </>
            },
        };
        html! { <li key={item.key.clone()} class="saved-item">{ content }</li> }
    }

    fn estimate(&self, place: usize, item: &Shelved, estimate: &SavedEntry) -> Html {
        let SavedEntry { name, saved, link, .. } = estimate;
        let id = SavedPanel::open_id(place);
        let day = html! { <time>{ saved.to_string() }</time> };
        let words = match (self.describe)(link) {
            Ok(description) => {
                // A name that is the description needn't be said twice.
                let (description, verb) =
                    if description == name.as_str() { (String::new(), "Saved ") } else { (description, " · saved ") };
                html! {
                    <>
                        { self.open_button(id, name, link) }
                        <p class="saved-detail">{ description }{ verb }{ day }</p>
                    </>
                }
            }
            Err(why) => html! {
                <>
                    <p class="saved-name" {id} tabindex="-1"><bdi>{ name.as_str() }</bdi></p>
                    <p class="saved-detail">{ format!("It can’t be opened: {why}. Saved ") }{ day }</p>
                    { text_to_copy(&format!("Link of “{name}”"), link) }
                </>
            },
        };
        let start = {
            let key = item.key.clone();
            self.on_action.reform(move |_| SavedAction::StartRename(key.clone()))
        };
        html! {
            <>
                <div class="saved-words">{ words }</div>
                <div class="saved-tools">
                    <button
                        class="tool"
                        type="button"
                        id={SavedPanel::rename_id(place)}
                        aria-label={format!("Rename “{name}”")}
                        onclick={start}
                    >
                        { "Rename" }
                    </button>
                    { self.delete_button(item) }
                </div>
            </>
        }
    }

    /// The name, which opens the estimate and closes the panel.
    fn open_button(&self, id: String, name: &SavedName, link: &str) -> Html {
        let link = link.to_owned();
        html! {
            <button
                class="saved-name"
                type="button"
                {id}
                aria-label={format!("Open “{name}”")}
                popovertarget={PANEL}
                popovertargetaction="hide"
                onclick={self.on_open.reform(move |_| link.clone())}
            >
                <bdi>{ name.as_str() }</bdi>
            </button>
        }
    }

    fn rename_form(&self, item: &Shelved, estimate: &SavedEntry, renaming: &Renaming) -> Html {
        let (on_action, on_command) = (self.on_action.clone(), self.on_command.clone());
        let (item, old) = (item.clone(), estimate.name.clone());
        let label = format!("New name of “{old}”");
        let onsubmit = move |event: SubmitEvent| {
            event.prevent_default();
            let name = SavedName::new(&name_in(&event), old.as_str());
            if name == old {
                on_action.emit(SavedAction::CancelRename);
            } else {
                on_command.emit(SavedCommand::Rename { item: item.clone(), name });
            }
        };
        let on_action = self.on_action.clone();
        let onkeydown = move |event: KeyboardEvent| {
            // Escape leaves the field, not the whole panel.
            if event.key() == "Escape" {
                event.prevent_default();
                on_action.emit(SavedAction::CancelRename);
            }
        };
        html! {
            <form class="saved-form" {onsubmit} {onkeydown}>
                <label for={SavedPanel::RENAME_FIELD}>{ label }</label>
                <input
                    class="field"
                    type="text"
                    id={SavedPanel::RENAME_FIELD}
                    maxlength={SavedName::MAX.to_string()}
                    dir="auto"
                    autocomplete="off"
                    value={renaming.draft.clone()}
                    oninput={typed(self.on_action, SavedAction::TypeRename)}
                />
                <button class="button" type="submit">{ "Rename" }</button>
                <button class="tool" type="button" onclick={self.on_action.reform(|_| SavedAction::CancelRename)}>
                    { "Cancel" }
                </button>
            </form>
        }
    }

    fn delete_button(&self, item: &Shelved) -> Html {
        let label = format!("Delete {}", item.title());
        let item = item.clone();
        let onclick = self.on_command.reform(move |_| SavedCommand::Delete(item.clone()));
        html! { <button class="tool" type="button" aria-label={label} {onclick}>{ "Delete" }</button> }
    }

    /// What was done last, and what can be taken back.
    fn done(&self) -> Html {
        let notice = self.saved.notice.as_ref().map(|notice| html! { <p>{ notice }</p> });
        let undo = self.saved.undo.last().map(|undo| self.undo(undo));
        html! { <><div>{ for notice }</div><div>{ for undo }</div></> }
    }

    fn undo(&self, undo: &Undo) -> Html {
        let command = SavedCommand::Undo(undo.clone());
        html! {
            <p class="undo">
                <span>{ &undo.sentence }</span>
                <button
                    class="button button-quiet"
                    type="button"
                    id={SavedPanel::UNDO_BUTTON}
                    onclick={self.on_command.reform(move |_| command.clone())}
                >
                    { "Undo" }
                </button>
            </p>
        }
    }

    /// What isn't as the reader wants it, a sentence each. That storage is blocked is said above, once.
    fn problems(&self) -> Vec<String> {
        let told = |problem: &StorageProblem| *problem != StorageProblem::Blocked;
        let SavedPanel { storage_problem, last_problem, problem, .. } = self.saved;
        let list = storage_problem.filter(told).map(|why| format!("Couldn’t list what is saved: {why}."));
        let last = last_problem.filter(told);
        let last = last.map(|why| format!("The {} on the page isn’t kept for your next visit: {why}.", self.kind.noun));
        problem.iter().map(ToString::to_string).chain(list).chain(last).collect()
    }
}

/// The text of something that can't be shown.
fn text_to_copy(label: &str, text: &str) -> Html {
    html! {
        <textarea class="field" readonly=true rows="2" aria-label={label.to_owned()} value={text.to_owned()} />
    }
}

/// The name in a form that is sent off. Enter may come before what was typed last is drawn, so it is asked for in the field.
fn name_in(event: &SubmitEvent) -> String {
    let field = event.target_dyn_into::<Element>().and_then(|form| form.query_selector("input").ok()?);
    field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()).map(|field| field.value()).unwrap_or_default()
}

/// Makes an action of what is typed.
fn typed(on_action: &Callback<SavedAction>, action: fn(String) -> SavedAction) -> Callback<InputEvent> {
    on_action.reform(move |event: InputEvent| action(event.target_unchecked_into::<HtmlInputElement>().value()))
}
