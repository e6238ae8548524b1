//! What is done to the storage: with `import`, `new_draft` and `save` the only place that writes kept quotes.

use std::rc::Rc;

use super::everything::export;
use super::import::import;
use super::library_entry::{KEYS, list};
use super::new_draft::{duplicate, revise};
use super::save::{keep, save};
use super::{LibraryEntry, LibraryEvent, LibraryProblem};
use crate::app::storage::{DoneElsewhere, Shelf, StorageProblem, Undo};
use crate::pricing::Date;

/// What a reader wants done to the quotes on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryCommand {
    /// List them.
    List,
    /// Keep a quote, draft or issued. A draft that is being written is saved over and over.
    Save {
        /// Its entry as the reader last saw it, to be written over; `None` for what isn't there yet.
        over: Option<Seen>,
        /// The fragment of the quote's link.
        link: String,
    },
    /// Keep a quote that came by link.
    Keep {
        /// The fragment of the quote's link.
        link: String,
        /// Whether it is somebody else's.
        is_received: bool,
    },
    /// Delete one.
    Delete(LibraryEntry),
    /// Make a draft of the same under the next free number.
    Duplicate(LibraryEntry),
    /// Make a draft of the next free revision, which replaces this issued quote or, where that was replaced itself, the newest
    /// revision. Where such a draft was begun before, it is the one to go on with.
    Revise(LibraryEntry),
    /// Write everything on this device, what other pages keep included, as one file.
    Export,
    /// Add what an exported file holds and this device doesn't.
    Import(String),
    /// Take back a deletion.
    Undo(Undo),
}

/// A kept text as it was last seen. Whoever finds another one there leaves it alone, or keeps it beside what is written over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its key.
    pub key: String,
    /// The text.
    pub text: String,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryOutcome {
    /// What happened.
    pub event: LibraryEvent,
    /// What is kept now, or why the device doesn't say.
    pub list: Result<Rc<[LibraryEntry]>, StorageProblem>,
}

/// Does what a reader wants done, on the reader's day `today`. Except for an import it does all of it or, when the storage
/// refuses, nothing.
pub fn perform(shelf: &impl Shelf, command: LibraryCommand, today: Date) -> LibraryOutcome {
    let event = match command {
        LibraryCommand::List => Ok(LibraryEvent::Nothing),
        LibraryCommand::Save { over, link } => save(shelf, over, link, today),
        LibraryCommand::Keep { link, is_received } => keep(shelf, link, is_received, today),
        LibraryCommand::Delete(item) => delete(shelf, item),
        LibraryCommand::Duplicate(item) => duplicate(shelf, &item, today),
        LibraryCommand::Revise(item) => revise(shelf, &item, today),
        LibraryCommand::Export => export_all(shelf, today),
        LibraryCommand::Import(text) => import(shelf, &text),
        LibraryCommand::Undo(undo) => take_back(shelf, undo),
    };
    LibraryOutcome { event: event.unwrap_or_else(LibraryEvent::Refused), list: list(shelf) }
}

pub(super) type Performed = Result<LibraryEvent, LibraryProblem>;

fn delete(shelf: &impl Shelf, item: LibraryEntry) -> Performed {
    let failed = |why| LibraryProblem::Storage { deed: format!("delete {}", item.title()), why };
    if let Some(done) = DoneElsewhere::since(shelf, &item.key, &item.text, item.title()).map_err(failed)? {
        return Err(done.into());
    }
    KEYS.remove(shelf, &item.key).map_err(failed)?;
    let sentence = format!("Deleted {}.", item.title());
    Ok(LibraryEvent::Deleted(Undo { sentence, key: item.key, before: item.text, after: None }))
}

fn export_all(shelf: &impl Shelf, today: Date) -> Performed {
    let failed = |why| LibraryProblem::Storage { deed: "export everything".to_owned(), why };
    Ok(LibraryEvent::Exported(export(shelf, today).map_err(failed)?))
}

fn take_back(shelf: &impl Shelf, undo: Undo) -> Performed {
    match undo.take_back(shelf, KEYS) {
        Ok(key) => Ok(LibraryEvent::Undone { undo, key }),
        Err(why) => {
            let deed = format!("restore {}", LibraryEntry::new(undo.key, undo.before).title());
            Err(LibraryProblem::Storage { deed, why })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{day, does, draft, issued, items, refusal, save, saving, titles};
    use super::*;
    use crate::app::storage::MemoryShelf;
    use crate::quote::Quote;
    use crate::text::OneLine;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[track_caller]
    fn undo_of(event: LibraryEvent) -> Undo {
        match event {
            LibraryEvent::Deleted(undo) => undo,
            other => panic!("nothing to take back: {other:?}"),
        }
    }

    #[test]
    fn what_is_deleted_comes_back_the_same() {
        let shelf = MemoryShelf::holding([("quota-calculator/quote/1", "quote 4\nnewer")]);
        save(&shelf, None, &draft("1", "Acme"));
        let before = items(&shelf);
        for (place, sentence) in [(0, "Deleted draft 1 for Acme."), (1, "Deleted the damaged entry.")] {
            let item = items(&shelf).remove(place);
            let undo = undo_of(does(&shelf, LibraryCommand::Delete(item.clone())));
            assert_eq!(undo.sentence, sentence);
            assert_eq!(items(&shelf).len(), 1);
            let event = does(&shelf, LibraryCommand::Undo(undo.clone()));
            assert_eq!(event, LibraryEvent::Undone { undo, key: item.key });
            assert_eq!(items(&shelf), before);
        }
    }

    #[test]
    fn taking_back_never_writes_over_what_came_since() {
        let shelf = MemoryShelf::default();
        let mine = save(&shelf, None, &draft("1", "Mine"));
        let undo = undo_of(does(&shelf, LibraryCommand::Delete(mine.clone())));
        assert_eq!(save(&shelf, None, &draft("1", "New")).key, "quota-calculator/quote/2", "nothing takes its key");
        // A tab that was loaded before keys were given only once still might.
        shelf.set(&mine.key, &super::super::samples::text(&draft("1", "Theirs"), "2026-11-24")).expect("room");
        let event = does(&shelf, LibraryCommand::Undo(undo.clone()));
        assert_eq!(event, LibraryEvent::Undone { undo, key: "quota-calculator/quote/3".to_owned() });
        assert_eq!(titles(&shelf), ["draft 1 for Mine", "draft 1 for New", "draft 1 for Theirs"]);
    }

    #[test]
    fn what_is_exported_is_what_lies_there_at_that_moment() {
        let shelf = MemoryShelf::holding([("quota-calculator/quote/1", "nonsense")]);
        let exports = || match does(&shelf, LibraryCommand::Export) {
            LibraryEvent::Exported(file) => file,
            other => panic!("not exported: {other:?}"),
        };
        let entries =
            |file: &str| file.lines().filter(|line| line.starts_with("- ")).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(entries(&exports()), ["- nonsense"]);
        for (key, text, listed) in [
            ("quota-calculator/estimate/1", "estimate 1", vec!["- estimate 1", "- nonsense"]),
            ("quota-calculator/budget/1", "budget 1", vec!["- estimate 1", "- budget 1", "- nonsense"]),
            (
                "quota-calculator/history/1",
                "history 1",
                vec!["- estimate 1", "- budget 1", "- history 1", "- nonsense"],
            ),
        ] {
            shelf.set(key, text).expect("room");
            assert_eq!(entries(&exports()), listed, "the quotes are the same as before");
        }
        shelf.fail(StorageProblem::Broken);
        assert_eq!(
            refusal(does(&shelf, LibraryCommand::Export)),
            "Couldn’t export everything: this browser’s storage isn’t working just now."
        );
    }

    #[test]
    fn a_shelf_that_refuses_is_reported_and_loses_nothing() {
        for why in [StorageProblem::Full, StorageProblem::Blocked, StorageProblem::Broken] {
            let shelf = MemoryShelf::default();
            let item = save(&shelf, None, &issued(&draft("1", "Acme")));
            let open = save(&shelf, None, &draft("2", "Zoo"));
            let undo = Undo {
                sentence: String::new(),
                key: item.key.clone(),
                before: item.text.clone(),
                after: Some(item.text.clone()),
            };
            let before = shelf.texts();
            for (command, deed) in [
                (saving(None, &draft("3", "New")), "keep draft 3 for New"),
                (saving(Some(&open), &draft("2", "Changed")), "keep draft 2 for Changed"),
                (saving(Some(&item), &draft("1", "Beside")), "keep draft 1 for Beside"),
                (LibraryCommand::Duplicate(item.clone()), "duplicate quote 1 for Acme"),
                (LibraryCommand::Revise(item.clone()), "revise quote 1 for Acme"),
                (LibraryCommand::Undo(undo), "restore quote 1 for Acme"),
                (LibraryCommand::Delete(item), "delete quote 1 for Acme"),
            ] {
                let can_delete = why == StorageProblem::Full && matches!(command, LibraryCommand::Delete(_));
                shelf.fail(why);
                let event = does(&shelf, command);
                shelf.fail(None);
                if can_delete {
                    assert_eq!(undo_of(event).sentence, "Deleted quote 1 for Acme.", "that is what helps a full shelf");
                } else {
                    let deed = deed.to_owned();
                    assert_eq!(event, LibraryEvent::Refused(LibraryProblem::Storage { deed, why }));
                    assert_eq!(shelf.texts(), before);
                }
            }
        }
    }

    /// What one of two tabs does, by place in the list that it last saw.
    #[derive(Clone, Debug)]
    enum Deed {
        /// Begins a draft.
        Begin(u8),
        /// Types into the draft that it works on, which it may have saved before.
        Type(u8),
        /// Issues it.
        Issue,
        /// Goes on with another.
        Open(usize),
        Delete(usize),
        Duplicate(usize),
        Revise(usize),
        Undo,
    }

    fn deeds() -> impl Strategy<Value = Vec<(bool, Deed)>> {
        let deed = prop_oneof![
            1 => (0..4_u8).prop_map(Deed::Begin),
            4 => (0..6_u8).prop_map(Deed::Type),
            1 => Just(Deed::Issue),
            2 => (0..6_usize).prop_map(Deed::Open),
            2 => (0..6_usize).prop_map(Deed::Delete),
            1 => (0..6_usize).prop_map(Deed::Duplicate),
            1 => (0..6_usize).prop_map(Deed::Revise),
            2 => Just(Deed::Undo),
        ];
        proptest::collection::vec((any::<bool>(), deed), 0..40)
    }

    /// The texts under the keys of quotes.
    fn texts(shelf: &MemoryShelf) -> BTreeMap<String, String> {
        KEYS.texts(shelf).expect("a shelf that works").into_iter().collect()
    }

    /// One of two tabs, which hears of the other only when it does something itself.
    #[derive(Default)]
    struct Tab {
        list: Rc<[LibraryEntry]>,
        open: Option<LibraryEntry>,
        undo: Vec<Undo>,
    }

    impl Tab {
        fn command(&mut self, deed: &Deed) -> Option<LibraryCommand> {
            let item = |place: &usize| self.list.get(*place).cloned();
            let current = || self.open.as_ref().and_then(LibraryEntry::quote);
            match deed {
                Deed::Begin(text) => Some(saving(None, &draft("1", &format!("new {text}")))),
                Deed::Type(text) => {
                    let mut fields = crate::quote::QuoteFields::from(current()?.clone());
                    fields.customer = OneLine::new(&format!("typed {text}")).expect("a short name");
                    fields.issued = None;
                    Some(saving(self.open.as_ref(), &Quote::new(fields).expect("a quote")))
                }
                Deed::Issue => Some(saving(self.open.as_ref(), &issued(current()?))),
                Deed::Open(place) => {
                    self.open = item(place).or(self.open.take());
                    None
                }
                Deed::Delete(place) => item(place).map(LibraryCommand::Delete),
                Deed::Duplicate(place) => item(place).map(LibraryCommand::Duplicate),
                Deed::Revise(place) => item(place).map(LibraryCommand::Revise),
                Deed::Undo => self.undo.pop().map(LibraryCommand::Undo),
            }
        }
    }

    proptest! {
        /// In whatever order two tabs write, issue, copy and delete: a text leaves the shelf only when a tab that has seen
        /// it as a draft writes on in its place, or into the hands of the tab that can bring it back. A draft that a tab hasn't
        /// seen only goes elsewhere on the shelf. And whatever a tab
        /// saves lies on the shelf afterwards.
        #[test]
        fn two_tabs_lose_nothing(deeds in deeds()) {
            let shelf = MemoryShelf::default();
            let mut tabs: [Tab; 2] = Default::default();
            for (which, deed) in deeds {
                let tab = &mut tabs[usize::from(which)];
                let Some(command) = tab.command(&deed) else { continue };
                let before = texts(&shelf);
                let LibraryOutcome { event, list } = perform(&shelf, command.clone(), day("2026-11-24"));
                tab.list = list.expect("a shelf that works");
                let now = texts(&shelf);
                let gone: Vec<_> = before.iter().filter(|(key, text)| now.get(*key) != Some(*text)).collect();
                match (command, &event) {
                    (LibraryCommand::Save { over: Some(seen), .. }, LibraryEvent::Saved(_)) => {
                        for (key, text) in gone {
                            prop_assert_eq!((key, text), (&seen.key, &seen.text));
                            let old = LibraryEntry::new(key.clone(), text.clone());
                            prop_assert_eq!(old.quote().expect("readable").issued, None);
                        }
                    }
                    (LibraryCommand::Save { .. }, LibraryEvent::SavedOver { entry, other }) => {
                        let keys: Vec<_> = gone.iter().map(|(key, _)| *key).collect();
                        prop_assert_eq!(keys, [&entry.key]);
                        let old = LibraryEntry::new(entry.key.clone(), gone[0].1.clone());
                        prop_assert_eq!((other.quote(), other.changed), (old.quote(), old.changed));
                        prop_assert_eq!(now.get(&other.key), Some(&other.text));
                        prop_assert_eq!(other.quote().expect("readable").issued, None);
                    }
                    (LibraryCommand::Delete(item), LibraryEvent::Deleted(undo)) => {
                        prop_assert_eq!(gone, [(&undo.key, &undo.before)]);
                        prop_assert_eq!((&undo.key, &undo.before), (&item.key, &item.text));
                        tab.undo.push(undo.clone());
                    }
                    (LibraryCommand::Undo(undo), LibraryEvent::Undone { key, .. }) => {
                        prop_assert!(gone.is_empty());
                        prop_assert_eq!(now.get(key), Some(&undo.before));
                    }
                    (_, event) => {
                        let is_refused = matches!(event, LibraryEvent::Refused(_));
                        prop_assert!(gone.is_empty());
                        prop_assert!(event.entry().is_some() || is_refused);
                    }
                }
                if let Some(entry) = event.entry() {
                    prop_assert_eq!(now.get(&entry.key), Some(&entry.text));
                    tab.open = Some(entry.clone());
                }
            }
        }

        /// Whatever a shelf holds, every entry is listed with its very text, and nothing else.
        #[test]
        fn any_shelf_can_be_listed(texts in proptest::collection::btree_map(
            prop_oneof!["quota-calculator/quote/[0-9]{0,22}", "quota-calculator/quote/.{0,3}", ".{0,30}"],
            prop_oneof![any::<String>(), "quote 1\nchanged 2026-11-24\nlink q1/[A-Za-z]{0,9}"],
            0..12,
        )) {
            let shelf = MemoryShelf::holding(texts.iter().map(|(key, text)| (key.as_str(), text.as_str())));
            let ours = texts.iter().filter(|(key, _)| key.starts_with("quota-calculator/quote/"));
            let list = list(&shelf).expect("a shelf that works");
            prop_assert_eq!(list.len(), ours.clone().count());
            for (key, text) in ours {
                prop_assert!(list.iter().any(|it| it.key == *key && it.text == *text));
            }
        }
    }
}
