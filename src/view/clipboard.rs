//! Puts texts into the clipboard, and says what became of it.

use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

/// What became of the last press of a button.
#[derive(Clone, PartialEq)]
pub(super) enum Outcome {
    /// It is in the clipboard.
    Copied(&'static str),
    /// The browser refused; this is the text, to copy by hand.
    Refused(String),
}

/// What became of it, for the reader.
pub(super) fn outcome_message(outcome: &Outcome) -> Html {
    match outcome {
        Outcome::Copied(done) => html! { <span>{ *done }</span> },
        Outcome::Refused(text) => html! {
            <label>{ "Copy this by hand: " }<textarea class="by-hand" rows="1" readonly=true value={text.clone()} /></label>
        },
    }
}

/// Puts a text into the clipboard.
pub(super) async fn copy_to_clipboard(text: String, done: &'static str) -> Outcome {
    let Some(window) = web_sys::window() else { return Outcome::Refused(text) };
    // The clipboard is missing on pages that aren't served securely, so ask before using it.
    let has_clipboard =
        js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).is_ok_and(|it| !it.is_undefined());
    if has_clipboard && JsFuture::from(window.navigator().clipboard().write_text(&text)).await.is_ok() {
        Outcome::Copied(done)
    } else {
        Outcome::Refused(text)
    }
}
