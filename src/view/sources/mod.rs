//! The Sources page: a document of everything the calculator knows and doesn't, book by book, and where it was read.
//!
//! Nothing in it folds away, so that it prints and can be searched as a whole.

mod access;
mod citation;
mod contents;
mod facts;
mod funders;
mod legend;
mod price_book;
mod source_list;
mod tier;

use yew::prelude::*;

use crate::numbers::NumberStyle;

use super::document_page::document_page;
use super::navigation::Place;

/// The Sources page. It is written when the calculator is built, so it says a date and no age.
pub fn sources_page(style: NumberStyle) -> Html {
    document_page(Place::Sources, document(style))
}

fn document(style: NumberStyle) -> Html {
    let catalogue = crate::catalogue();
    // The reader most likely wants what can be bought now; the past follows.
    let newest_first = catalogue.price_books().iter().rev();
    html! {
        <article class="document">
            <h1>{ "Where every figure comes from" }</h1>
            <p class="lead">
                { "What the calculator knows about the price of reads, who says so, and what it doesn’t know." }
            </p>
            <p class="lead">{ format!("The newest prices were last checked on {}.", catalogue.last_checked()) }</p>
            { contents::contents(catalogue) }
            { legend::legend() }
            for book in newest_first {
                { price_book::price_book(catalogue, book, style) }
            }
            { funders::funders() }
            { source_list::source_list(catalogue, style) }
        </article>
    }
}
