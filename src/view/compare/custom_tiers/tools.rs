use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::export::export;
use super::form::button;
use crate::app::custom_tiers::{CustomTiers, CustomTiersAction, Spot};
use crate::pricing::{MOST_CUSTOM_TIERS, PriceBook};
use crate::view::slot::option;

/// How tiers come into being: new ones, copies of listed ones, imported ones; and how they leave.
pub(super) fn tools(
    custom: &CustomTiers,
    price_book: &'static PriceBook,
    on_action: &Callback<CustomTiersAction>,
) -> Html {
    let full = format!("That is all there is room for, {MOST_CUSTOM_TIERS} tiers: delete one to add another.");
    html! {
        <>
            <div class="own-add">
                if custom.has_room() {
                    { adding(custom, price_book, on_action) }
                } else {
                    <p class="own-full">{ full }</p>
                }
            </div>
            <div class="own-add">
                { button(on_action, Some(Spot::OpenImport), "Import JSON", None, CustomTiersAction::OpenImport) }
                { export(custom.tiers()) }
            </div>
        </>
    }
}

fn adding(custom: &CustomTiers, price_book: &'static PriceBook, on_action: &Callback<CustomTiersAction>) -> Html {
    let source = custom.source(price_book).map(|tier| &tier.id);
    let on_choose = on_action.clone();
    let onchange = move |event: Event| {
        let place = usize::try_from(event.target_unchecked_into::<HtmlSelectElement>().selected_index());
        if let Some(tier) = place.ok().and_then(|place| price_book.tiers.get(place)) {
            on_choose.emit(CustomTiersAction::ChooseSource(tier.id.clone()));
        }
    };
    html! {
        <>
            { button(on_action, Some(Spot::New), "New tier", None, CustomTiersAction::New) }
            <span class="own-copy">
                <label for="own-source">{ "or start from " }</label>
                <select class="slot" id="own-source" {onchange}>
                    for tier in price_book.tiers.iter() {
                        { option(tier.id.as_str(), &tier.name, Some(&tier.id) == source) }
                    }
                </select>
                { button(on_action, None, "Copy and negotiate", None, CustomTiersAction::Copy) }
            </span>
        </>
    }
}
