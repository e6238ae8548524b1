//! The Usage history page as it runs in the browser: its state, with the worker and the storage around it.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;
use yew::prelude::*;

use super::show;
use crate::app::history::kept::{KEYS, Kept, KeptCommand, perform};
use crate::app::history::{EXAMPLE_NAME, HistoryAction, HistoryState, Own, Running, SourceFile, example};
use crate::app::settings::{self, use_settings};
use crate::app::storage::{BrowserShelf, use_changes};
use crate::app::{address, today, use_focus};
use crate::view::history::{HistoryPage, Taken};
use crate::worker::history::file_size;

/// Shows the Usage history page in the element `#calculator` of the document.
pub fn mount() {
    let _running = show::<History>();
}

#[component]
fn History() -> Html {
    let state = use_reducer(|| {
        let (settings, style) = settings::kept();
        let mut opened = HistoryState::new(Own::last(&BrowserShelf), Kept::default(), style, today());
        opened.settings = settings;
        opened
    });
    let file = use_mut_ref(|| None::<Blob>);
    let on_command = Callback::from({
        let dispatcher = state.dispatcher();
        move |command: KeptCommand| dispatcher.dispatch(HistoryAction::Kept(perform(&BrowserShelf, command, today())))
    });
    use_changes(KEYS, on_command.reform(|()| KeptCommand::List));
    use_focus(state.focus.clone());
    use_focus(state.kept.focus.clone());
    use_effect_with(state.job.clone(), {
        let (file, dispatcher) = (file.clone(), state.dispatcher());
        move |job| {
            let file: Option<Blob> = file.borrow().clone();
            let running = job.as_ref().zip(file).map(|(job, file)| {
                let number = job.number;
                let on_reply = move |reply| dispatcher.dispatch(HistoryAction::Answered(number, reply));
                Running::start(job, file, on_reply.into())
            });
            move || drop(running)
        }
    });
    let on_take = Callback::from({
        let dispatcher = state.dispatcher();
        move |taken: Taken| {
            let named = |name: &str, blob: Option<&Blob>| SourceFile::new(name, blob.map_or(0, file_size));
            let (blob, source) = match taken {
                Taken::File(chosen) => {
                    let name = chosen.name();
                    let blob = Some(chosen.unchecked_into());
                    (blob.clone(), named(&name, blob.as_ref()))
                }
                Taken::Text(text) => (text_file(&text), SourceFile::pasted(&text)),
                Taken::Example => {
                    let blob = text_file(&example());
                    (blob.clone(), named(EXAMPLE_NAME, blob.as_ref()))
                }
            };
            *file.borrow_mut() = blob;
            dispatcher.dispatch(HistoryAction::Take(source));
        }
    });
    let on_settings = use_settings(state.settings.theme, state.dispatcher(), HistoryAction::ChooseSettings);
    html! {
        <HistoryPage
            state={(*state).clone()}
            page={address::page()}
            on_action={state.dispatcher()}
            {on_take}
            {on_command}
            {on_settings}
        />
    }
}

/// Rows as a file.
fn text_file(text: &str) -> Option<Blob> {
    Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text))).ok()
}
