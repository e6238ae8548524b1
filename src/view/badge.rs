use yew::prelude::*;

use crate::pricing::{Status, Tier};

/// Says who a tier's price comes from; official figures and others differ in words as well as in looks. Empty for a tier
/// that the user made up.
pub(super) fn badge(tier: &Tier) -> Html {
    let Some(evidence) = &tier.evidence else { return html! { "" } };
    let status = evidence.price.status;
    let unofficial = (status != Status::Official).then_some("badge-unofficial");
    html! { <span class={classes!("badge", unofficial)}>{ status.label() }</span> }
}
