use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::view::share::{Outcome, copied, told};

/// The properties of [`CopyLink`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyLinkProps {
    /// The address to copy.
    pub address: AttrValue,
}

/// A button that copies the address of a quote, and what became of that.
#[component]
pub fn CopyLink(props: &CopyLinkProps) -> Html {
    let outcome = use_state(|| None::<(AttrValue, Outcome)>);
    let onclick = {
        let (outcome, address) = (outcome.clone(), props.address.clone());
        move |_: MouseEvent| {
            let (outcome, address) = (outcome.clone(), address.clone());
            spawn_local(async move {
                let done = copied(address.to_string(), "Link copied").await;
                outcome.set(Some((address, done)));
            });
        }
    };
    let outcome = outcome.as_ref().filter(|(address, _)| *address == props.address).map(|(_, outcome)| told(outcome));
    html! {
        <>
            <button class="button" type="button" id="copy-link" {onclick}>{ "Copy link" }</button>
            <span class="share-outcome" role="status">{ for outcome }</span>
        </>
    }
}
