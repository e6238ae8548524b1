//! The deferred part of the page follows the typing: not with every key at once, but as soon as the answer itself is on the screen.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{CompareAction, CompareState};

/// How long it waits: a frame of the screen, so that the browser shows the answer first.
const WAIT_MILLISECONDS: u32 = 20;

/// Brings what stands under the table of tiers up to date soon after it has fallen behind. More typing in the meantime
/// doesn't put that off.
#[hook]
pub(crate) fn use_deferred(state: &UseReducerHandle<CompareState>) {
    let dispatcher = state.dispatcher();
    use_effect_with(state.is_deferred_behind(), move |is_behind| {
        let timeout = is_behind
            .then(|| Timeout::new(WAIT_MILLISECONDS, move || dispatcher.dispatch(CompareAction::ShowDeferred)));
        move || drop(timeout)
    });
}
