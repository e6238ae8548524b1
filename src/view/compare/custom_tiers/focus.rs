use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::custom_tiers::TierFocus;

/// The properties of [`FocusOn`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FocusOnProps {
    /// Where the focus was sent last.
    pub(super) focus: TierFocus,
}

/// Moves the focus when it is sent somewhere, once the page shows the place. It shows nothing itself.
#[component]
pub(super) fn FocusOn(props: &FocusOnProps) -> Html {
    // What was sent before the component was there is over.
    let seen = use_mut_ref(|| props.focus.count);
    use_effect_with(props.focus.clone(), move |focus| {
        if seen.replace(focus.count) != focus.count {
            move_focus(focus);
        }
    });
    html! { "" }
}

fn move_focus(focus: &TierFocus) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.zip(focus.spot.as_ref()).and_then(|(page, spot)| page.get_element_by_id(&spot.element_id()));
    let Some(element) = element else { return };
    // What is folded away can't be in focus.
    if let Ok(Some(fold)) = element.closest("details") {
        let _refused = fold.set_attribute("open", "");
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _refused = element.focus();
    }
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
}
