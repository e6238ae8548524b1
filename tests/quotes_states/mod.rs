//! States of the Quotes page, for the tests of its form and of what it shows.
#![allow(dead_code, reason = "not every test needs all of them")]

use std::rc::Rc;

use quota_calculator::app::library::Library;
use quota_calculator::app::quotes::{EditAction, Editing, Place, Preparer, QuoteField, QuotesAction, QuotesState};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::Date;
use quota_calculator::quote::Quote;
use quota_calculator::view::quotes::{QuotesPage, QuotesPageProps};
use yew::{Callback, LocalServerRenderer, Reducible};

pub const STYLE: NumberStyle = NumberStyle::ENGLISH;

pub fn today() -> Date {
    "2026-11-24".parse().expect("a day")
}

pub fn open(fragment: &str) -> QuotesState {
    QuotesState::open(fragment, Library::default(), Preparer::default(), STYLE, today())
}

pub fn editing(state: &QuotesState) -> &Editing {
    match &state.place {
        Place::Editing(editing, _) => editing,
        other => panic!("not a draft: {other:?}"),
    }
}

/// The page after some acts on the draft that a fragment begins.
pub fn edited(fragment: &str, actions: impl IntoIterator<Item = EditAction>) -> QuotesState {
    let start = Rc::new(open(fragment));
    let end = actions.into_iter().fold(start, |state, action| state.reduce(QuotesAction::Edit(action)));
    QuotesState::clone(&end)
}

/// The paid launch, whose tiers are the cheapest to tell apart.
pub const LAUNCH: &str = "v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03";

pub const LEGACY: &str = "v1/reads=1200000/period=month/usage=commercial-small/months=24/prices=2026-08";

/// The page after some acts on a draft for the paid launch.
pub fn worked_on(actions: impl IntoIterator<Item = EditAction>) -> QuotesState {
    edited(LAUNCH, actions)
}

pub fn typed(field: QuoteField, text: &str) -> EditAction {
    EditAction::Type(field, text.to_owned())
}

pub fn complete() -> Quote {
    let state = worked_on([
        typed(QuoteField::Customer, "Acme, Inc."),
        typed(QuoteField::PreparedBy, "Mia Larsen"),
        typed(QuoteField::Discount(0), "12.5"),
        typed(QuoteField::Reason(0), "launch partner"),
        EditAction::AddOption,
        EditAction::Recommend(Some(0)),
        EditAction::AddItem,
        typed(QuoteField::ItemLabel(0), "Set-up"),
        typed(QuoteField::ItemAmount(0), "1,500"),
    ]);
    assert!(editing(&state).is_current(), "{:?}", editing(&state).problems);
    editing(&state).quote.issue(today()).expect("nothing is missing")
}

pub async fn rendered(state: QuotesState) -> String {
    let props = move || QuotesPageProps {
        state: state.clone(),
        page: "https://example.com/quotes.html".into(),
        on_action: Callback::noop(),
        on_command: Callback::noop(),
        on_issue: Callback::noop(),
        on_settings: Callback::noop(),
    };
    LocalServerRenderer::<QuotesPage>::with_props(props()).hydratable(false).render().await
}
