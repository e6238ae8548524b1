use yew::prelude::*;

use crate::pricing::Tier;
use crate::tier_text::tiers_to_json;
use crate::view::file_link::file_link;

/// A link that downloads the tiers as a file.
pub(super) fn export(tiers: &[Tier]) -> Html {
    if tiers.is_empty() {
        return html! { "" };
    }
    file_link("Export JSON", "custom-tiers.json", "application/json", &tiers_to_json(tiers))
}
