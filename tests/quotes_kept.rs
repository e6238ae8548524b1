//! The Quotes page: what it makes of the quotes that are kept on the device, also when another tab changes them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod quotes_states;
mod rendered;

use std::rc::Rc;

use quota_calculator::app::library::{Library, LibraryAction, LibraryCommand, LibraryEntry, LibraryEvent, perform};
use quota_calculator::app::quotes::{EditAction, Place, Preparer, QuoteField, QuotesAction, QuotesState};
use quota_calculator::quote::{Quote, QuoteFields, link};
use quota_calculator::text::MultiLine;
use quotes_states::{Device, LAUNCH, LEGACY, STYLE, complete, editing, rendered, today, typed, worked_on};
use rendered::assert_says;
use yew::Reducible;

#[tokio::test]
async fn a_number_that_is_taken_is_said_at_its_field() {
    let device = Device::default();
    let save = LibraryCommand::Save { over: None, link: link::encode(&complete(), None) };
    let kept = Library::default().reduced(LibraryAction::Done(perform(&device, save, today())));
    let state = Rc::new(QuotesState::open(LAUNCH, kept, Preparer::default(), STYLE, today()));
    let page = |state: Rc<QuotesState>| async move { rendered::text(&rendered(QuotesState::clone(&state)).await) };
    let sentence =
        "Another quote with this number is issued on this device: choose another number, or revise that one.";
    assert!(!page(Rc::clone(&state)).await.contains(sentence));
    let taken = state.reduce(QuotesAction::Edit(typed(QuoteField::Number, "2026-001")));
    assert_says(&page(taken).await, &[sentence]);
}

/// The page after a command was carried out on an empty device.
fn after(command: LibraryCommand) -> Rc<QuotesState> {
    let outcome = perform(&Device::default(), command, today());
    Rc::new(worked_on([])).reduce(QuotesAction::Library(LibraryAction::Done(outcome)))
}

#[track_caller]
fn next_begins_with(state: &Rc<QuotesState>, expected: [&str; 3]) {
    for fragment in ["new", LEGACY] {
        let next = Rc::clone(state).reduce(QuotesAction::Open(fragment.to_owned(), today()));
        let draft = &editing(&next).draft;
        assert_eq!([&draft.prepared_by, &draft.contact, &draft.terms], expected, "{fragment}");
        assert_eq!((draft.customer.as_str(), draft.notes.as_str()), ("", ""), "{fragment}");
    }
}

#[test]
fn a_new_quote_begins_with_what_the_last_issued_one_said_of_the_seller() {
    let draft = worked_on([
        typed(QuoteField::Customer, "Acme"),
        typed(QuoteField::PreparedBy, "Mia Larsen"),
        typed(QuoteField::Contact, "mia@example.com"),
        typed(QuoteField::Notes, "For Acme only."),
        typed(QuoteField::Terms, "Net 30.\nNo refunds."),
    ]);
    let quote = &editing(&draft).quote;
    let issued = link::encode(&quote.issue(today()).expect("nothing is missing"), None);
    let seller = ["Mia Larsen", "mia@example.com", "Net 30.\nNo refunds."];
    next_begins_with(&after(LibraryCommand::Save { over: None, link: issued.clone() }), seller);
    let unfinished = LibraryCommand::Save { over: None, link: link::encode(quote, None) };
    next_begins_with(&after(unfinished), ["", "", ""]);
    next_begins_with(&after(LibraryCommand::Keep { link: issued, is_received: true }), ["", "", ""]);
}

#[tokio::test]
async fn who_made_a_quote_is_not_told_to_ask_for_another() {
    let (ask, renew) = ("Ask for a new one.", "A revision can renew it.");
    let link = link::encode(&complete(), None);
    let late = "2027-01-01".parse().expect("a day");
    for (is_received, says, says_not) in [(false, renew, ask), (true, ask, renew)] {
        let device = Device::default();
        let keep = LibraryCommand::Keep { link: link.clone(), is_received };
        let kept = Library::default().reduced(LibraryAction::Done(perform(&device, keep, today())));
        for fragment in [link.as_str(), ""] {
            let state = QuotesState::open(fragment, kept.clone(), Preparer::default(), STYLE, late);
            let page = rendered::text(&rendered(state).await);
            assert_says(&page, &[&format!("Expired: its last day was 2026-12-24. {says}")]);
            assert!(!page.contains(says_not), "{page}");
        }
    }
    let stranger = QuotesState::open(&link, Library::default(), Preparer::default(), STYLE, late);
    assert_says(&rendered::text(&rendered(stranger).await), &[ask]);
}

#[test]
fn terms_that_leave_no_room_for_an_estimate_are_left_out() {
    let mut fields = QuoteFields::from(complete());
    fields.terms = MultiLine::new(&"研".repeat(250)).expect("250 characters");
    let link = link::encode(&Quote::new(fields).expect("a quote"), None);
    let months: Vec<_> = (0..90).map(|month| (1_000_000 + month).to_string()).collect();
    let estimate = format!("v2/given={}/usage=hobby/prices=2026-08", months.join(","));
    let next = after(LibraryCommand::Save { over: None, link });
    let next = next.reduce(QuotesAction::Open(estimate, today()));
    let draft = &editing(&next).draft;
    assert_eq!((draft.prepared_by.as_str(), draft.terms.as_str()), ("Mia Larsen", ""));
    let said = "The terms of your last quote are left out: there is no room for them beside this estimate.";
    assert_eq!(next.notice.as_deref(), Some(said));
    let other = next.reduce(QuotesAction::Open("new".to_owned(), today()));
    assert_eq!((editing(&other).draft.terms.is_empty(), other.notice.as_deref()), (false, None));
}

/// A tab of the browser, which keeps what is typed in it as the page does once the typing rests.
struct Tab<'a> {
    device: &'a Device,
    state: Rc<QuotesState>,
}

impl<'a> Tab<'a> {
    /// Opens the draft that lies on `device`.
    fn open(device: &'a Device) -> Self {
        let kept = Library::default().reduced(LibraryAction::Done(perform(device, LibraryCommand::List, today())));
        Self { device, state: Rc::new(QuotesState::open("draft=1", kept, Preparer::default(), STYLE, today())) }
    }

    fn does(&mut self, action: QuotesAction) {
        self.state = Rc::clone(&self.state).reduce(action);
    }

    fn types(&mut self, field: QuoteField, text: &str) {
        self.does(QuotesAction::Edit(typed(field, text)));
    }

    /// Keeps what was typed.
    fn saves(&mut self) -> LibraryEvent {
        let Place::Editing(editing, seen) = &self.state.place else { panic!("not a draft") };
        self.keeps(LibraryCommand::Save { over: seen.clone(), link: link::encode(&editing.quote, None) })
    }

    /// Issues what stands in the form.
    fn issues(&mut self) -> LibraryEvent {
        let Place::Editing(editing, seen) = &self.state.place else { panic!("not a draft") };
        let issued = editing.quote.issue(today()).expect("nothing is missing");
        self.keeps(LibraryCommand::Save { over: seen.clone(), link: link::encode(&issued, None) })
    }

    fn keeps(&mut self, command: LibraryCommand) -> LibraryEvent {
        let outcome = perform(self.device, command, today());
        let event = outcome.event.clone();
        self.does(QuotesAction::Library(LibraryAction::Done(outcome)));
        if let Some(seen) = event.entry().map(LibraryEntry::seen) {
            self.does(QuotesAction::Kept(seen));
        }
        event
    }

    /// Hears that another tab has changed what is kept.
    fn hears(&mut self) {
        let outcome = perform(self.device, LibraryCommand::List, today());
        self.does(QuotesAction::Library(LibraryAction::Done(outcome)));
    }

    /// What lies on the device of the draft.
    fn lies(&self) -> LibraryEntry {
        let Place::Editing(_, Some(seen)) = &self.state.place else { panic!("not a kept draft") };
        let list = perform(self.device, LibraryCommand::List, today()).list.expect("a list");
        list.iter().find(|entry| entry.key == seen.key).cloned().expect("it lies there")
    }

    fn customer(&self) -> &str {
        &editing(&self.state).draft.customer
    }

    fn said(&self) -> Option<&str> {
        self.state.said()
    }
}

/// A device with a draft for Acme.
fn with_draft() -> Device {
    let device = Device::default();
    let draft = worked_on([typed(QuoteField::Customer, "Acme"), typed(QuoteField::PreparedBy, "Mia Larsen")]);
    perform(&device, LibraryCommand::Save { over: None, link: link::encode(&editing(&draft).quote, None) }, today());
    device
}

fn customers(device: &Device) -> Vec<String> {
    let list = perform(device, LibraryCommand::List, today()).list.expect("a list");
    list.iter().map(LibraryEntry::title).collect()
}

#[test]
fn a_draft_that_is_open_in_two_tabs_is_one_draft() {
    let device = with_draft();
    let (mut here, mut there) = (Tab::open(&device), Tab::open(&device));
    for (customer, number) in [("Acme, Inc.", 1), ("Acme, Ltd.", 2)] {
        there.types(QuoteField::Customer, customer);
        there.saves();
        here.hears();
        assert_eq!(here.customer(), customer);
        assert_eq!(here.said(), Some("This draft was changed in another tab, and is shown as it is now."), "{number}");
        here.types(QuoteField::Notes, &format!("Note {number}"));
        assert!(matches!(here.saves(), LibraryEvent::Saved(_)));
        there.hears();
        assert_eq!(editing(&there.state).draft.notes, format!("Note {number}"));
    }
    assert_eq!(customers(&device), ["draft 2026-001 for Acme, Ltd."], "nothing lies beside it");
}

#[test]
fn what_is_not_kept_yet_stays_where_it_was_typed_and_wins_as_the_later() {
    let device = with_draft();
    let (mut here, mut there) = (Tab::open(&device), Tab::open(&device));
    here.types(QuoteField::Customer, "Here");
    here.types(QuoteField::Discount(0), "lots");
    there.types(QuoteField::Customer, "There");
    there.saves();
    here.hears();
    assert_eq!((here.customer(), here.said()), ("Here", None), "a field needs mending, and nothing is lost");
    here.types(QuoteField::Discount(0), "5");
    let event = here.saves();
    assert_eq!(event.entry().map(|entry| entry.key.as_str()), Some("quota-calculator/quote/1"), "the same draft");
    assert_eq!(
        here.state.kept.notice.as_deref(),
        Some(
            "Another tab had changed this draft meanwhile. What you typed here is later, so it stands in its place; what the \
             other tab wrote is kept beside it as draft 2026-001 for There, set aside."
        )
    );
    assert_eq!(customers(&device), ["draft 2026-001 for There, set aside", "draft 2026-001 for Here"]);
    there.hears();
    assert_eq!(there.customer(), "Here", "the other tab goes on with it");
    here.hears();
    assert_eq!((here.customer(), here.said()), ("Here", None), "what the tab did itself is no news");
}

#[test]
fn a_draft_that_another_tab_issues_is_read_here() {
    let device = with_draft();
    let [mut here, mut there, mut signing] = [(); 3].map(|()| Tab::open(&device));
    signing.does(QuotesAction::Issuing(true));
    there.issues();
    here.hears();
    assert!(matches!(&here.state.place, Place::Reading(reading) if reading.opened.quote.issued.is_some()));
    assert_eq!(here.said(), Some("This quote was issued in another tab."));
    signing.hears();
    assert!(matches!(&signing.state.place, Place::Editing(..)), "a draft stays as it is while it is signed");
}

#[tokio::test]
async fn a_draft_that_another_tab_deletes_stays_open() {
    let device = with_draft();
    let mut here = Tab::open(&device);
    here.types(QuoteField::Customer, "Acme, Inc.");
    here.saves();
    let list = perform(&device, LibraryCommand::List, today()).list.expect("a list");
    let deleted = list[0].clone();
    let outcome = perform(&device, LibraryCommand::Delete(deleted.clone()), today());
    let LibraryEvent::Deleted(undo) = outcome.event else { panic!("not deleted: {outcome:?}") };
    here.hears();
    assert_eq!(here.customer(), "Acme, Inc.");
    assert_eq!(here.said(), Some("This draft was deleted in another tab. It is kept again once you change something."));
    assert!(!editing(&here.state).is_touched, "it isn't kept again by itself");
    let page = rendered::text(&rendered(QuotesState::clone(&here.state)).await);
    assert!(!page.contains("Saved on this device.") && page.contains("Saved on this device as soon as"), "{page}");
    assert_eq!(customers(&device), [""; 0]);

    perform(&device, LibraryCommand::Undo(undo), today());
    here.hears();
    assert_eq!(here.said(), None, "it is there again");
    perform(&device, LibraryCommand::Delete(deleted), today());
    here.hears();
    here.types(QuoteField::Customer, "Acme, Ltd.");
    here.saves();
    assert_eq!(customers(&device), ["draft 2026-001 for Acme, Ltd."]);
}

#[test]
fn what_another_tab_did_is_said_until_the_draft_is_changed_here() {
    let device = with_draft();
    let (mut here, mut there) = (Tab::open(&device), Tab::open(&device));
    there.types(QuoteField::Customer, "There");
    there.saves();
    here.hears();
    here.does(QuotesAction::Edit(EditAction::Leave(QuoteField::Customer)));
    assert!(here.said().is_some(), "leaving a field changes nothing");
    here.types(QuoteField::Notes, "Mine.");
    assert_eq!(here.said(), None);

    there.types(QuoteField::Customer, "There again");
    there.saves();
    here.saves();
    assert!(here.state.kept.notice.is_some());
    here.types(QuoteField::Notes, "Mine, typed on.");
    assert_eq!(here.state.kept.notice, None);
    here.saves();

    there.hears();
    there.types(QuoteField::Customer, "There at last");
    here.types(QuoteField::Notes, "Mine, the latest.");
    there.saves();
    here.saves();
    there.hears();
    there.types(QuoteField::Customer, "Theirs");
    there.saves();
    assert!(here.state.kept.notice.is_some());
    here.hears();
    assert!(here.said().is_some());
    assert_eq!(here.state.kept.notice, None, "what was typed here is the later no more");

    perform(&device, LibraryCommand::Delete(here.lies()), today());
    here.hears();
    here.types(QuoteField::Customer, "Acme, Ltd.");
    here.saves();
    assert_eq!(here.said(), None);
}

#[tokio::test]
async fn what_another_tab_wrote_over_can_be_told_from_the_draft() {
    let device = with_draft();
    for (issues, said) in [
        (false, "This draft was changed in another tab, and is shown as it is now."),
        (true, "This quote was issued in another tab."),
    ] {
        let (mut here, mut there) = (Tab::open(&device), Tab::open(&device));
        here.types(QuoteField::Notes, &format!("Mine, {issues}."));
        here.saves();
        let mine = here.lies();
        there.types(QuoteField::Notes, &format!("Theirs, {issues}."));
        if issues {
            there.issues()
        } else {
            there.saves()
        };
        here.hears();
        let beside = "What was written here is kept beside it as draft 2026-001 for Acme, set aside.";
        assert_eq!(here.said(), Some(format!("{said} {beside}").as_str()));

        let list = perform(&device, LibraryCommand::List, today()).list.expect("a list");
        let aside: Vec<_> = list.iter().filter(|entry| entry.quote() == mine.quote()).collect();
        assert_eq!(aside.len(), 1);
        assert_eq!(aside[0].title(), "draft 2026-001 for Acme, set aside");
        here.does(QuotesAction::Open(String::new(), today()));
        let page = rendered::text(&rendered(QuotesState::clone(&here.state)).await);
        let sentence = "Draft: not issued yet. Set aside when another tab wrote over it.";
        assert_eq!(page.matches(sentence).count(), 1 + usize::from(issues), "{page}");
    }
    assert_eq!(customers(&device).len(), 3);
}

#[test]
fn what_was_set_aside_is_a_draft_like_any_other_once_it_is_changed() {
    let device = with_draft();
    let (mut here, mut there) = (Tab::open(&device), Tab::open(&device));
    here.types(QuoteField::Customer, "Here");
    here.saves();
    there.types(QuoteField::Customer, "There");
    there.saves();
    let mut third = Tab::open(&device);
    third.does(QuotesAction::Open("draft=2".to_owned(), today()));
    assert_eq!(third.customer(), "Here");
    third.types(QuoteField::Customer, "Third");
    assert!(matches!(third.saves(), LibraryEvent::Saved(_)));
    assert_eq!(customers(&device), ["draft 2026-001 for Third", "draft 2026-001 for There"]);
}

#[tokio::test]
async fn what_is_typed_into_a_draft_that_is_gone_is_said_to_become_a_new_entry() {
    for (is_deleted, said, kept) in [
        (
            true,
            "This draft was deleted in another tab. What you typed here becomes a new entry when it is saved.",
            "Kept draft 2026-001 for Here as a new entry, because it was deleted meanwhile.",
        ),
        (
            false,
            "This draft was issued in another tab. What you typed here becomes a new entry when it is saved.",
            "Kept draft 2026-001 for Here as a new entry, because what is issued stays as it is; both are in the list.",
        ),
    ] {
        let device = with_draft();
        let (mut here, mut there) = (Tab::open(&device), Tab::open(&device));
        here.types(QuoteField::Customer, "Here");
        here.types(QuoteField::Discount(0), "lots");
        if is_deleted {
            perform(&device, LibraryCommand::Delete(there.lies()), today());
        } else {
            there.issues();
        }
        here.hears();
        assert_eq!((here.customer(), here.said()), ("Here", Some(said)));
        here.types(QuoteField::Discount(0), "lots more");
        assert_eq!(here.said(), Some(said), "it still holds");
        let page = rendered::text(&rendered(QuotesState::clone(&here.state)).await);
        let saving = "Not saved while a field needs mending: what you typed stays here, and becomes a new entry then.";
        assert_says(&page, &[said, saving]);
        here.types(QuoteField::Discount(0), "5");
        here.saves();
        assert_eq!((here.said(), here.state.kept.notice.as_deref()), (None, Some(kept)));
    }
}
