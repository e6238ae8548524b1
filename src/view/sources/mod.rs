//! The Sources page: a document of everything the calculator knows and doesn't, book by book, and where it was read.
//!
//! Nothing in it folds away, so that it prints and can be searched as a whole.

mod access;
mod citation;
mod contents;
mod facts;
mod legend;
mod price_book;
mod source_list;
mod tier;

use yew::prelude::*;

use crate::format::NumberStyle;
use crate::pricing::{Date, Freshness};

use super::freshness::freshness_notice;

/// The page at `#sources`. `today` is the reader's date, `None` where the browser doesn't tell it; the prices' age is then
/// left out.
pub fn sources_page(today: Option<Date>, style: NumberStyle) -> Html {
    let catalogue = crate::catalogue();
    let age = today.map(|today| freshness_notice(&Freshness::on(catalogue, today), style));
    // The reader most likely wants what can be bought now; the past follows.
    let newest_first = catalogue.price_books().iter().rev();
    html! {
        <article class="document">
            <h1>{ "Where every figure comes from" }</h1>
            <p class="lead">
                { "What the calculator knows about the price of reads, who says so, and what it doesn’t know." }
            </p>
            <div>{ for age }</div>
            { contents::contents(catalogue) }
            { legend::legend() }
            for book in newest_first {
                { price_book::price_book(catalogue, book, style) }
            }
            { source_list::source_list(catalogue, style) }
        </article>
    }
}
