//! States of the Quotes page, for the tests of its form and of what it shows.
#![allow(dead_code, reason = "not every test needs all of them")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use quota_calculator::app::library::{Library, LibraryAction, LibraryCommand, perform};
use quota_calculator::app::quotes::{EditAction, Editing, Place, Preparer, QuoteField, QuotesAction, QuotesState};
use quota_calculator::app::storage::{Shelf, StorageProblem};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::Date;
use quota_calculator::quote::{Quote, link};
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

/// A device that keeps everything.
#[derive(Default)]
pub struct Device(RefCell<BTreeMap<String, String>>);

impl Shelf for Device {
    fn get(&self, key: &str) -> Result<Option<String>, StorageProblem> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageProblem> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageProblem> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageProblem> {
        Ok(self.0.borrow().keys().cloned().collect())
    }
}

/// The page with a kept draft opened anew.
pub fn open_draft(quote: &Quote) -> QuotesState {
    let save = LibraryCommand::Save { over: None, link: link::encode(quote, None) };
    let kept = Library::default().reduced(LibraryAction::Done(perform(&Device::default(), save, today())));
    QuotesState::open("draft=1", kept, Preparer::default(), STYLE, today())
}
