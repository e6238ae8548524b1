use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::history::LARGEST_FILE_LABEL;

/// What the reader gives the page to read.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// A file.
    File(File),
    /// Rows as text.
    Text(String),
    /// The made-up example.
    Example,
}

/// The field for pasted rows.
const PASTE: &str = "history-paste";

/// Ways to give the page something to read; `refused` says of what nothing could be made, and why. `pasted` are the rows that were
/// pasted before.
pub(super) fn take(refused: Option<(&str, &String)>, pasted: &Rc<str>, on_take: &Callback<Taken>) -> Html {
    let refused = refused.map(|(title, reason)| {
        html! {
            <p class="notice" role="alert"><strong>{ format!("{title} can’t be used. ") }</strong>{ reason.clone() }</p>
        }
    });
    html! {
        <section class="take" aria-label="Choose what is read">
            <p class="lead">
                { "What would the reads that you used to make for free have cost? Give this page a record of them: a row for each \
                   day, month or request, with its date and, if you have it, the number of posts." }
            </p>
            <div>{ for refused }</div>
            <div class="drop">
                { picker(on_take) }
                <p>{ "or drop the file anywhere on this page." }</p>
                <p class="hint" id="history-limit">
                    { format!("CSV, TSV or other text with columns, up to {LARGEST_FILE_LABEL}. It is read here, in your browser, and sent nowhere.") }
                </p>
            </div>
            { paste(pasted, on_take) }
            <p class="hint">
                { "No record at hand? " }
                <button class="link" type="button" onclick={on_take.reform(|_| Taken::Example)}>{ "Try a made-up example" }</button>
            </p>
        </section>
    }
}

fn picker(on_take: &Callback<Taken>) -> Html {
    let on_take = on_take.clone();
    let onchange = move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            on_take.emit(Taken::File(file));
        }
        // The same file may be chosen again.
        input.set_value("");
    };
    html! {
        <label class="button file-button">
            { "Choose a file" }
            <input
                class="unseen"
                type="file"
                id="history-file"
                accept=".csv,.tsv,.tab,.txt,text/csv,text/plain,text/tab-separated-values"
                aria-describedby="history-limit"
                {onchange}
            />
        </label>
    }
}

fn paste(pasted: &Rc<str>, on_take: &Callback<Taken>) -> Html {
    let on_take = on_take.clone();
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        let form = event.target_dyn_into::<Element>();
        let field = form.and_then(|form| form.query_selector("textarea").ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            on_take.emit(Taken::Text(field.value()));
        }
    };
    html! {
        <form class="paste" {onsubmit}>
            <label for={PASTE}>{ "Or paste rows" }</label>
            <textarea
                class="field"
                id={PASTE}
                rows="5"
                spellcheck="false"
                autocomplete="off"
                defaultvalue={AttrValue::from(pasted.clone())}
                placeholder={"date,reads\n2023-03-01,1200\n2023-03-02,950"}
            />
            <button class="button button-quiet" type="submit">{ "Use these rows" }</button>
        </form>
    }
}
