use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::whole;
use crate::app::address;
use crate::format::report_text;
use crate::numbers::NumberStyle;
use crate::pricing::Report;
use crate::view::clipboard::{Outcome, copy_to_clipboard, outcome_message};
use crate::view::element::{Element, text};

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
            spawn_local(async move { outcome.set(Some((link, copy_to_clipboard(text, done).await))) });
        }
    };
    let outcome = outcome.as_ref().filter(|(link, _)| Some(link) == props.link.as_ref()).map(|(_, outcome)| outcome);
    let message = outcome.map_or_else(|| html! { <></> }, outcome_message);
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
    let quote = Element::new("a");
    let quote = match &props.link {
        Some(link) => {
            let address = format!("quotes.html#{link}");
            quote.with(&["class", "id", "href"], ["button button-quiet".to_owned(), "make-quote".to_owned(), address])
        }
        // It keeps its place, so that nothing moves while a field is wrong.
        None => {
            quote.with(&["class", "id", "role", "aria-disabled"], ["button button-quiet", "make-quote", "link", "true"])
        }
    };
    let quote = quote.holding(vec![text("Make a quote")]);
    html! {
        <div class="share">
            <span class="share-outcome" role="status">{ message }</span>
            { quote }
            { as_text }
            <button class="button" type="button" {disabled} onclick={copy(false)}>{ "Share this estimate" }</button>
        </div>
    }
}
