//! The unfinished tier of one's own, kept for as long as the tab is open. The program of the first view has no editor, and none
//! of this.

use yew::prelude::*;

use super::CompareState;
use crate::app::unfinished;

/// Where the tab keeps it; the start script looks there, too.
const KEY: &str = "quota-calculator/unfinished-tier";

/// The state with what was kept before the page was loaded.
pub(crate) fn resumed(state: CompareState) -> CompareState {
    if crate::IS_FIRST_VIEW {
        return state;
    }
    match unfinished::kept(KEY) {
        Some(unfinished) => state.resumed(&unfinished),
        None => state,
    }
}

/// Keeps what is unfinished.
#[hook]
pub(crate) fn use_unfinished(state: &CompareState) {
    if crate::IS_FIRST_VIEW {
        return;
    }
    unfinished::use_unfinished(KEY, state.unfinished());
}

#[cfg(test)]
mod tests {
    /// The start script loads the program that has an editor.
    #[test]
    fn the_start_script_looks_in_the_same_place() {
        assert!(include_str!("../../../static/boot.js").contains(&format!("\"{}\"", super::KEY)));
    }
}
