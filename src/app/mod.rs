//! The running page: one state, changed by actions through one reducer, with the browser's address as its only effect.

mod address;
pub mod custom_tiers;
mod draft;
pub mod locale;
pub mod saved;
pub mod settings;
mod state;
pub mod storage;
mod today;

use yew::prelude::*;

pub use draft::{Draft, Problems};
pub use state::{Action, State};
pub use today::today;

use crate::view::Page;

/// Shows the page in the element `#calculator` of the document.
pub fn mount() {
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("calculator"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}

#[component]
fn App() -> Html {
    let state = use_reducer(|| State::open(&address::fragment()));
    address::use_address(&state);
    html! { <Page state={(*state).clone()} on_action={state.dispatcher()} /> }
}
