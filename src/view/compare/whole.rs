//! Buttons for what the program of the first view leaves out: the start script loads the whole program in its place, and
//! presses the button of the same id there.

use yew::prelude::*;

use crate::app::compare::CompareState;
use crate::view::element::{Element, element, text};
use crate::view::tools::Tools;

/// A button that asks for the whole program. It waits while a field is wrong, because only what the address says comes along.
pub(super) fn button(is_enabled: bool, id: &'static str, class: &'static str, label: &'static str) -> Html {
    let button = Element::new("button");
    let button = if is_enabled {
        button.with(&["type", "id", "class", "data-whole"], ["button", id, class, ""])
    } else {
        button.with(&["type", "id", "class", "data-whole", "disabled"], ["button", id, class, "", ""])
    };
    button.holding(vec![text(label)])
}

/// In place of the section of the user's own tiers.
pub(super) fn custom_tiers(state: &CompareState) -> Html {
    let tool = |id, label| button(state.is_current(), id, "button button-quiet", label);
    Element::new("section").with(&["class", "aria-labelledby"], ["own", "own-tiers"]).holding(vec![
        Element::new("h2").with(&["id"], ["own-tiers"]).holding(vec![text("Your own tiers")]),
        element(
            "p",
            "lead",
            vec![text("Terms that you were offered, or hope to negotiate, compared with all others.")],
        ),
        element(
            "div",
            "own-tools",
            vec![
                tool("own-new", "New tier"),
                text(" "),
                tool("own-source", "Copy and negotiate"),
                text(" "),
                tool("own-open-import", "Import JSON"),
            ],
        ),
    ])
}

/// In place of the display menu and the panel of saved estimates.
pub(super) fn tools(state: &CompareState) -> Tools {
    let tool = |id, label| button(state.is_current(), id, "button button-plain", label);
    Tools {
        buttons: element("div", "header-tools", vec![tool("display-button", "Display"), tool("saved-button", "Saved")]),
        panels: text(""),
    }
}
