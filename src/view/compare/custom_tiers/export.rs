use yew::prelude::*;

use crate::pricing::Tier;
use crate::tier_text::tiers_to_json;

/// A link that downloads the tiers as a file. The file is in the link itself, so nothing has to run.
pub(super) fn export(tiers: &[Tier]) -> Html {
    if tiers.is_empty() {
        return html! { "" };
    }
    let mut address = String::from("data:application/json;charset=utf-8,");
    percent_encode(&tiers_to_json(tiers), &mut address);
    html! { <a class="button button-quiet" download="custom-tiers.json" href={address}>{ "Export JSON" }</a> }
}

/// Appends `text` with all but letters and digits written as `%` and two hexadecimal digits a byte.
fn percent_encode(text: &str, address: &mut String) {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.push(DIGITS[usize::from(byte >> 4)]);
            address.push(DIGITS[usize::from(byte & 15)]);
        }
    }
}
