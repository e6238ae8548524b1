use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Place, QuotesState};
use crate::format::quote_name;

/// Puts the quote's number at the foot of every printed page, and into the title that a saved PDF gets.
#[hook]
pub(crate) fn use_number_on_paper(state: &UseReducerHandle<QuotesState>) {
    let title = match &state.place {
        Place::Editing(editing, _) => Some(format!("{} (draft)", quote_name(&editing.quote))),
        Place::Reading(reading) => Some(quote_name(&reading.opened.quote)),
        Place::Library | Place::Damaged { .. } => None,
    };
    use_effect_with(title, |title| {
        let document = web_sys::window().and_then(|window| window.document());
        let Some(document) = document else { return };
        let name = title.as_deref().unwrap_or("Quotes");
        document.set_title(&format!("{name} · Quota Calculator"));
        let root = document.document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
        if let Some(root) = root {
            let quoted = title.as_ref().map(|title| format!("\"{title}\"")).unwrap_or_default();
            let _refused: Result<(), JsValue> = root.style().set_property("--quote", &quoted);
        }
    });
}
