//! The user's own tiers: the list, one editor at a time, import and export.

mod bands;
mod charges;
mod editor;
mod export;
mod focus;
mod form;
mod import;
mod list;
mod price;
mod tools;

use focus::FocusOn;
use yew::prelude::*;

use crate::app::custom_tiers::{CustomTiers, CustomTiersAction};
use crate::numbers::NumberStyle;
use crate::pricing::{Assessment, PriceBook};

/// The section of the user's own tiers. `assessment` is the answer to the present question, where there is one: each tier
/// shows the price that stands in it.
pub fn custom_tiers(
    custom: &CustomTiers,
    assessment: Option<&Assessment>,
    price_book: &'static PriceBook,
    style: NumberStyle,
    on_action: &Callback<CustomTiersAction>,
) -> Html {
    html! {
        <section class="own" aria-labelledby="own-tiers">
            <h2 id="own-tiers">{ "Your own tiers" }</h2>
            <p class="lead">{ "Terms that you were offered, or hope to negotiate, compared with all others." }</p>
            { list::list(custom, assessment, style, on_action) }
            { list::notice(custom, on_action) }
            <div class="own-tools">
                {
                    match custom.import() {
                        Some(panel) => import::import(panel, on_action),
                        None if custom.editor().is_some() => html! { "" },
                        None => tools::tools(custom, price_book, on_action),
                    }
                }
            </div>
            <FocusOn focus={custom.focus().clone()} />
        </section>
    }
}
