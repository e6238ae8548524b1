use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::element::{Element, text};
use super::whole;
use crate::app::address;
use crate::format::report_text;
use crate::numbers::NumberStyle;
use crate::pricing::Report;

/// The properties of [`Share`].
#[derive(Clone, Properties)]
pub struct ShareProps {
    /// The fragment to share, without the `#`; `None` while there is nothing right to share.
    pub link: Option<String>,
    /// What is copied as text.
    pub report: Option<Rc<Report>>,
    /// How numbers are written in it.
    pub style: NumberStyle,
}

impl PartialEq for ShareProps {
    /// The link says all that the report follows from, so the report need not be compared.
    fn eq(&self, other: &Self) -> bool {
        self.link == other.link && self.style == other.style
    }
}

/// What became of the last press of a button.
#[derive(Clone, PartialEq)]
pub(super) enum Outcome {
    /// It is in the clipboard.
    Copied(&'static str),
    /// The browser refused; this is the text, to copy by hand.
    Refused(String),
}

/// Two buttons: one copies the address of the estimate, one everything the page says as text.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let outcome = use_state(|| None::<(String, Outcome)>);
    let copy = |as_text: bool| {
        let (outcome, props) = (outcome.clone(), props.clone());
        move |_: MouseEvent| {
            let Some(link) = props.link.clone() else { return };
            let address = format!("{}#{link}", address::page());
            let (text, done) = match &props.report {
                Some(report) if as_text && !crate::IS_FIRST_VIEW => {
                    (report_text(report, &address, props.style), "Text copied")
                }
                _ => (address, "Link copied"),
            };
            let outcome = outcome.clone();
            spawn_local(async move { outcome.set(Some((link, copied(text, done).await))) });
        }
    };
    let outcome = outcome.as_ref().filter(|(link, _)| Some(link) == props.link.as_ref()).map(|(_, outcome)| outcome);
    let message = outcome.map_or_else(|| html! { <></> }, told);
    let disabled = props.link.is_none();
    let as_text = if crate::IS_FIRST_VIEW {
        whole::button(!disabled, "copy-text", "button button-quiet", "Copy as text")
    } else {
        html! {
            <button class="button button-quiet" type="button" id="copy-text" {disabled} onclick={copy(true)}>
                { "Copy as text" }
            </button>
        }
    };
    let quote = props.link.as_ref().map(|link| {
        let address = format!("quotes.html#{link}");
        let to_quotes = ["button button-quiet".to_owned(), "make-quote".to_owned(), address];
        Element::new("a").with(&["class", "id", "href"], to_quotes).holding(vec![text("Make a quote")])
    });
    html! {
        <div class="share">
            <span class="share-outcome" role="status">{ message }</span>
            { for quote }
            { as_text }
            <button class="button" type="button" {disabled} onclick={copy(false)}>{ "Share this estimate" }</button>
        </div>
    }
}

/// What became of it, for the reader.
pub(super) fn told(outcome: &Outcome) -> Html {
    match outcome {
        Outcome::Copied(done) => html! { <span>{ *done }</span> },
        Outcome::Refused(text) => html! {
            <label>{ "Copy this by hand: " }<textarea class="by-hand" rows="1" readonly=true value={text.clone()} /></label>
        },
    }
}

/// Puts a text into the clipboard.
pub(super) async fn copied(text: String, done: &'static str) -> Outcome {
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
