use yew::prelude::*;

use super::element::{element, text};
use super::navigation::{Place, navigation};

/// A page that is a document of its own: it is written when the calculator is built, and needs no program.
pub(super) fn document_page(place: Place, content: Html) -> Html {
    html! {
        <>
            { element("header", "header", vec![element("p", "brand", vec![text("Quota Calculator")]), navigation(place)]) }
            <main>{ content }</main>
            { element("footer", "footer", vec![element("p", "", vec![text("Independent, not an offer. Prices in US dollars before tax.")])]) }
        </>
    }
}

/// The page on the method, around its text.
pub fn method_page(content: Html) -> Html {
    document_page(Place::Method, element("article", "document method", vec![content]))
}
