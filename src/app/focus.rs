use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// An element that should get the focus once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The element's id.
    pub id: String,
    /// Counts the times, so that the same element can get it again.
    turn: u32,
}

impl Focus {
    /// Sends the focus to the element with this id.
    pub(in crate::app) fn send(focus: &mut Option<Self>, id: impl Into<String>) {
        let turn = focus.as_ref().map_or(0, |focus| focus.turn.wrapping_add(1));
        *focus = Some(Self { id: id.into(), turn });
    }
}

/// Moves the browser's focus whenever it is sent somewhere.
#[hook]
pub fn use_focus(focus: Option<Focus>) {
    use_effect_with(focus, |focus| {
        if let Some(focus) = focus {
            focus_on(&focus.id);
        }
    });
}

/// Moves the browser's focus to the element with this id. One that can't take it leaves it where it is.
pub(crate) fn focus_on(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _refused = element.focus();
    }
}
