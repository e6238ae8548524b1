//! Quotes for the tests of the library.

use super::library_entry::list;
use super::{KeptQuote, LibraryCommand, LibraryEntry, LibraryEvent, LibraryOutcome, Origin, perform};
use crate::app::storage::MemoryShelf;
use crate::pricing::{Date, Estimate, Identifier, Months, Posts, Usage, UsageType, Volume};
use crate::quote::link::encode;
use crate::quote::{Quote, QuoteFields, QuoteNumber, QuoteOption, Revision};
use crate::text::{MultiLine, OneLine};

pub(super) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub(super) fn number(text: &str) -> QuoteNumber {
    QuoteNumber::new(text).expect("a number")
}

/// A draft for a customer.
pub(super) fn draft(number: &str, customer: &str) -> Quote {
    draft_with(number, customer, |_| {})
}

pub(super) fn draft_with(number: &str, customer: &str, change: impl FnOnce(&mut QuoteFields)) -> Quote {
    let usage =
        Usage::constant(Volume::monthly(Posts::new(2_000_000).expect("posts")), Months::try_from(12).expect("months"));
    let price_book = crate::catalogue().price_book("2023-03").expect("a price book");
    let mut fields = QuoteFields {
        number: self::number(number),
        revision: Revision::FIRST,
        replaces: None,
        customer: OneLine::new(customer).expect("a short name"),
        prepared_by: OneLine::new("Mia Larsen").expect("a short name"),
        contact: OneLine::default(),
        issued: None,
        valid_until: day("2026-12-24"),
        estimate: Estimate::new(usage, UsageType::CommercialScale, price_book),
        options: vec![QuoteOption::plain(Identifier::new("enterprise-small".to_owned()).expect("an id"))],
        recommended: None,
        items: Vec::new(),
        notes: MultiLine::default(),
        terms: MultiLine::default(),
        is_offer: false,
    };
    change(&mut fields);
    Quote::new(fields).expect("a quote")
}

/// The same as it was issued on the first day of November 2026.
pub(super) fn issued(quote: &Quote) -> Quote {
    quote.issue(day("2026-11-01")).expect("a quote that can be issued")
}

pub(super) fn link(quote: &Quote) -> String {
    encode(quote, None)
}

/// The text under which a quote is kept.
pub(super) fn text(quote: &Quote, changed: &str) -> String {
    format!("quote 1\nchanged {changed}\nlink {}", link(quote))
}

/// An entry as it is listed.
pub(super) fn entry(quote: &Quote, changed: &str) -> LibraryEntry {
    LibraryEntry::new(String::new(), text(quote, changed))
}

/// An entry that came by link from somebody else, as it is listed.
pub(super) fn received(quote: &Quote) -> LibraryEntry {
    let kept = KeptQuote { changed: day("2026-11-01"), origin: Origin::Received, link: link(quote) };
    LibraryEntry::new(String::new(), kept.encode())
}

/// What lies on a shelf.
pub(super) fn items(shelf: &MemoryShelf) -> Vec<LibraryEntry> {
    list(shelf).expect("a shelf that works").to_vec()
}

/// How sentences call what lies on a shelf.
pub(super) fn titles(shelf: &MemoryShelf) -> Vec<String> {
    items(shelf).iter().map(LibraryEntry::title).collect()
}

/// Does what a command says, on the day of the tests.
pub(super) fn does(shelf: &MemoryShelf, command: LibraryCommand) -> LibraryEvent {
    let LibraryOutcome { event, list } = perform(shelf, command, day("2026-11-24"));
    assert_eq!(list, super::library_entry::list(shelf), "the list is the one after the command");
    event
}

/// The command that keeps a quote, where `over` was if anything.
pub(super) fn saving(over: Option<&LibraryEntry>, quote: &Quote) -> LibraryCommand {
    LibraryCommand::Save { over: over.map(LibraryEntry::seen), link: link(quote) }
}

/// Keeps a quote, where `over` was if anything.
#[track_caller]
pub(super) fn save(shelf: &MemoryShelf, over: Option<&LibraryEntry>, quote: &Quote) -> LibraryEntry {
    match does(shelf, saving(over, quote)) {
        LibraryEvent::Saved(entry) => entry,
        other => panic!("not saved: {other:?}"),
    }
}

/// Why nothing was done.
#[track_caller]
pub(super) fn refusal(event: LibraryEvent) -> String {
    match event {
        LibraryEvent::Refused(problem) => problem.to_string(),
        other => panic!("not refused: {other:?}"),
    }
}
