//! The pages as they run in the browser: each joins its state and the hooks around that (`app`) with what shows it (`view`).

#[cfg(feature = "whole")]
pub mod budget;
pub mod compare;
#[cfg(feature = "whole")]
pub mod history;
#[cfg(feature = "whole")]
pub mod quotes;

use yew::AppHandle;
use yew::prelude::*;

/// Shows a page in the element `#calculator` of the document, if there is one.
fn show<Page: BaseComponent<Properties = ()>>() -> Option<AppHandle<Page>> {
    let root = web_sys::window()?.document()?.get_element_by_id("calculator")?;
    Some(yew::Renderer::<Page>::with_root(root).render())
}
