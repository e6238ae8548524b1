//! The pictures follow the typing: not with every key at once, but as soon as the answer itself is on the screen.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Action, State};

/// How long the pictures wait: a frame of the screen, so that the browser shows the answer first.
const WAIT_MILLISECONDS: u32 = 20;

/// Brings what stands under the table of tiers up to date soon after it has fallen behind. More typing in the meantime
/// doesn't put that off.
#[hook]
pub(crate) fn use_picture(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with(state.is_picture_behind(), move |is_behind| {
        let timeout = is_behind.then(|| Timeout::new(WAIT_MILLISECONDS, move || dispatcher.dispatch(Action::Picture)));
        move || drop(timeout)
    });
}
