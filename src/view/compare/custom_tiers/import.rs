use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::form::button;
use crate::app::custom_tiers::{CustomTiersAction, FileProblem, Import, Spot};

/// The panel in which tiers are pasted, or their file is chosen.
pub(super) fn import(panel: &Import, on_action: &Callback<CustomTiersAction>) -> Html {
    let id = Spot::ImportText.element_id();
    let oninput = on_action.reform(|event: InputEvent| {
        CustomTiersAction::TypeImport(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    let on_file = on_action.clone();
    let onchange = move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn_local(read(file, on_file.clone()));
        }
        // So that choosing the same file again is a change too.
        input.set_value("");
    };
    let onsubmit = on_action.reform(|event: SubmitEvent| {
        event.prevent_default();
        CustomTiersAction::Import
    });
    html! {
        <form class="own-form" aria-label="Import tiers" {onsubmit}>
            <h3>{ "Import tiers" }</h3>
            <label class="own-label" for={id.clone()}>{ "Paste what “Export JSON” has written:" }</label>
            <textarea
                class="entry"
                rows="6"
                spellcheck="false"
                aria-invalid={panel.problem.as_ref().map(|_| "true")}
                aria-describedby="own-import-problem"
                value={panel.text.clone()}
                {id}
                {oninput}
            />
            <p class="problem" id="own-import-problem" role="alert">{ panel.problem.as_deref().unwrap_or_default() }</p>
            <p class="own-file">
                <label for="own-file">{ "or choose its file: " }</label>
                <input id="own-file" type="file" accept=".json,application/json" {onchange} />
            </p>
            <p class="own-end">
                <button class="button" type="submit">{ "Import" }</button>
                { button(on_action, None, "Cancel", None, CustomTiersAction::Cancel) }
            </p>
        </form>
    }
}

/// Reads a file and hands its text on, or says why that can't be done.
async fn read(file: File, on_action: Callback<CustomTiersAction>) {
    let action = if file.size() > f64::from(FileProblem::MOST_BYTES) {
        CustomTiersAction::RefuseFile(FileProblem::TooLarge)
    } else {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        match text {
            Some(text) => CustomTiersAction::ImportFile(text),
            None => CustomTiersAction::RefuseFile(FileProblem::Unreadable),
        }
    };
    on_action.emit(action);
}
