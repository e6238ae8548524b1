use yew::prelude::*;

use super::{funders, legend, source_list};
use crate::pricing::{Catalogue, PriceBook};

/// The id of the table of contents.
pub(super) const PLACE: &str = "contents";

/// What the document holds.
pub(super) fn contents(catalogue: &'static Catalogue) -> Html {
    html! {
        <nav id={PLACE} tabindex="-1" aria-label="On this page">
            <ul class="contents">
                { entry(legend::HEADING, legend::TITLE, "What the words beside the figures mean") }
                for book in catalogue.price_books().iter().rev() {
                    { entry(&heading_id(book), &book.name, &book.title) }
                }
                { entry(funders::HEADING, funders::TITLE, "The rules of research budgets, and who states them") }
                { entry(source_list::HEADING, source_list::TITLE, "Every document, and how often it is used") }
            </ul>
        </nav>
    }
}

fn entry(heading: &str, title: &str, description: &str) -> Html {
    html! { <li>{ jump(heading, title) }<span class="contents-title">{ description }</span></li> }
}

/// The id of the heading of a price book.
pub(super) fn heading_id(book: &PriceBook) -> String {
    format!("book-{}", book.id)
}

/// A link to the element of that id.
pub(super) fn jump(place: &str, text: &str) -> Html {
    html! { <a class="jump" href={format!("#{place}")}>{ text }</a> }
}
