use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{legend, source_list};
use crate::pricing::{Catalogue, PriceBook};

/// The id of the table of contents.
pub(super) const PLACE: &str = "contents";

/// What the document holds. Its entries are buttons, because the address's fragment names the page and can't name a place
/// in it.
pub(super) fn contents(catalogue: &'static Catalogue) -> Html {
    html! {
        <nav id={PLACE} tabindex="-1" aria-label="On this page">
            <ul class="contents">
                { entry(legend::HEADING.to_owned(), legend::TITLE, "What the words beside the figures mean") }
                for book in catalogue.price_books().iter().rev() {
                    { entry(heading_id(book), &book.name, &book.title) }
                }
                { entry(source_list::HEADING.to_owned(), source_list::TITLE, "Every document, and how often it is used") }
            </ul>
        </nav>
    }
}

fn entry(heading: String, title: &str, description: &str) -> Html {
    html! { <li>{ jump(heading, title) }<span class="contents-title">{ description }</span></li> }
}

/// The id of the heading of a price book.
pub(super) fn heading_id(book: &PriceBook) -> String {
    format!("book-{}", book.id)
}

/// A button that goes to the element of that id, and takes the keyboard's focus there.
pub(super) fn jump(place: String, text: &str) -> Html {
    let onclick = move |_: MouseEvent| {
        let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(&place));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            element.scroll_into_view();
            let _refused = element.focus();
        }
    };
    html! { <button class="jump" type="button" {onclick}>{ text }</button> }
}
