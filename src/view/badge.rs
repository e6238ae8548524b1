use yew::prelude::*;

use crate::pricing::{Status, Tier};

/// Says who a tier's price comes from. Empty for a tier that the user made up.
pub(super) fn badge(tier: &Tier) -> Html {
    match &tier.evidence {
        Some(evidence) => status_badge(evidence.price.status),
        None => html! { "" },
    }
}

/// Says who a figure comes from; official figures and others differ in words as well as in looks.
pub(super) fn status_badge(status: Status) -> Html {
    let unofficial = (status != Status::Official).then_some("badge-unofficial");
    html! { <span class={classes!("badge", unofficial)}>{ status.label() }</span> }
}
