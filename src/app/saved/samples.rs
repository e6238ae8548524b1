//! Saved estimates for the tests of what is done to them.

use crate::app::storage::MemoryShelf;
use crate::pricing::Date;

use super::{SavedCommand, SavedEvent, SavedKind, SavedName, Shelved, Undo, WhenTaken, list, perform};

pub(super) fn day(day: u32) -> Date {
    Date::from_ymd_opt(2026, 8, day).expect("a day")
}

pub(super) fn name(text: &str) -> SavedName {
    SavedName::new(text, "")
}

pub(super) fn does(shelf: &MemoryShelf, command: SavedCommand) -> SavedEvent {
    let outcome = perform(shelf, SavedKind::ESTIMATE, command, day(14));
    assert_eq!(outcome.list, list(shelf, SavedKind::ESTIMATE), "the list is the one after the command");
    outcome.event
}

pub(super) fn saving(text: &str, link: &str, when_taken: WhenTaken) -> SavedCommand {
    SavedCommand::Save { name: name(text), link: link.to_owned(), when_taken }
}

pub(super) fn save(shelf: &MemoryShelf, text: &str, link: &str) -> Shelved {
    assert_eq!(does(shelf, saving(text, link, WhenTaken::Ask)), SavedEvent::Saved(name(text)));
    newest(shelf)
}

pub(super) fn items(shelf: &MemoryShelf) -> Vec<Shelved> {
    list(shelf, SavedKind::ESTIMATE).expect("a list").to_vec()
}

pub(super) fn newest(shelf: &MemoryShelf) -> Shelved {
    items(shelf).into_iter().next().expect("something saved")
}

/// Names and links, the newest first.
fn saved(shelf: &MemoryShelf) -> Vec<(String, String)> {
    let contents = items(shelf).into_iter().filter_map(|it| it.content.ok());
    contents.map(|estimate| (estimate.name.to_string(), estimate.link)).collect()
}

#[track_caller]
pub(super) fn assert_saved(shelf: &MemoryShelf, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(name, link)| ((*name).to_owned(), (*link).to_owned())).collect();
    assert_eq!(saved(shelf), expected);
}

#[track_caller]
pub(super) fn undo_of(event: SavedEvent) -> Undo {
    match event {
        SavedEvent::Changed(undo) => undo,
        other => panic!("nothing to take back: {other:?}"),
    }
}
