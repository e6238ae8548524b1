//! States of the Compare page and how they look, for the tests of what is typed and of what it shows.
#![allow(dead_code, reason = "not every test needs all of them")]

use std::rc::Rc;

use quota_calculator::app::compare::{CompareAction, CompareState, EditAction, EstimateField};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::view::compare::{ComparePage, ComparePageProps};
use yew::{Callback, LocalServerRenderer, Reducible};

/// The page's text after opening a link and acting on it.
pub async fn text(fragment: &str, actions: impl IntoIterator<Item = CompareAction>) -> String {
    crate::rendered::text(&html(fragment, actions).await)
}

pub async fn html(fragment: &str, actions: impl IntoIterator<Item = CompareAction>) -> String {
    let state = actions.into_iter().fold(Rc::new(open(fragment)), Reducible::reduce);
    let props = ComparePageProps {
        state,
        on_action: Callback::noop(),
        on_command: Callback::noop(),
        on_settings: Callback::noop(),
    };
    LocalServerRenderer::<ComparePage>::with_props(props).hydratable(false).render().await
}

pub fn open(fragment: &str) -> CompareState {
    CompareState::open(fragment, None, NumberStyle::ENGLISH, None)
}

pub fn volume(text: &str) -> CompareAction {
    CompareAction::Edit(EditAction::Type(EstimateField::Volume, text.to_owned()))
}

pub fn typed(field: EstimateField, text: &str) -> CompareAction {
    CompareAction::Edit(EditAction::Type(field, text.to_owned()))
}

pub fn after(fragment: &str, actions: impl IntoIterator<Item = CompareAction>) -> Rc<CompareState> {
    actions.into_iter().fold(Rc::new(open(fragment)), Reducible::reduce)
}

/// What stands behind the first `start`, up to the `end` that follows.
#[track_caller]
pub fn between<'a>(says: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = says.split_once(start).expect("the start");
    rest.split_once(end).expect("the end").0
}
