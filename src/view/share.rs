use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// The properties of [`Share`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    /// The fragment to share, without the `#`; `None` while there is nothing right to share.
    pub link: Option<String>,
}

/// What became of the last press of the button.
#[derive(Clone, PartialEq)]
enum Outcome {
    /// The address is in the clipboard.
    Copied,
    /// The browser refused; this is the address, to copy by hand.
    Refused(String),
}

/// A button that copies the address of the estimate.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let outcome = use_state(|| None::<(String, Outcome)>);
    let onclick = {
        let (outcome, link) = (outcome.clone(), props.link.clone());
        move |_: MouseEvent| {
            let (Some(link), outcome) = (link.clone(), outcome.clone()) else { return };
            spawn_local(async move { outcome.set(Some((link.clone(), copy_address(&link).await))) });
        }
    };
    let outcome = outcome.as_ref().filter(|(link, _)| Some(link) == props.link.as_ref()).map(|(_, outcome)| outcome);
    let message = match outcome {
        None => html! { <></> },
        Some(Outcome::Copied) => html! { <span>{ "Link copied" }</span> },
        Some(Outcome::Refused(address)) => html! {
            <label>{ "Copy this link: " }<input class="address" type="text" readonly=true value={address.clone()} /></label>
        },
    };
    html! {
        <div class="share">
            <span class="share-outcome" role="status">{ message }</span>
            <button class="button" type="button" disabled={props.link.is_none()} {onclick}>{ "Share this estimate" }</button>
        </div>
    }
}

/// Puts the page's address with `link` as its fragment into the clipboard.
async fn copy_address(link: &str) -> Outcome {
    let Some(window) = web_sys::window() else { return Outcome::Refused(format!("#{link}")) };
    let page = window.location().href().unwrap_or_default();
    let address = format!("{}#{link}", page.split('#').next().unwrap_or_default());
    // The clipboard is missing on pages that aren't served securely, so ask before using it.
    let has_clipboard =
        js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).is_ok_and(|it| !it.is_undefined());
    if has_clipboard && JsFuture::from(window.navigator().clipboard().write_text(&address)).await.is_ok() {
        Outcome::Copied
    } else {
        Outcome::Refused(address)
    }
}
