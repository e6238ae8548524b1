//! Two tabs that change the same device's storage lose nothing of each other's work.

use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::prelude::*;

use super::samples::{assert_saved, day, does, items, name, newest, save, saving, undo_of};
use super::{SavedCommand, SavedEvent, SavedKind, SavedOutcome, Shelved, Undo, WhenTaken, perform};
use crate::app::storage::{DoneElsewhere, MemoryShelf, Shelf};

#[test]
fn what_another_tab_has_changed_is_left_alone() {
    let shelf = MemoryShelf::default();
    let seen = save(&shelf, "Corpus", "v1/a");
    let (rename, delete) =
        (SavedCommand::Rename { item: seen.clone(), name: name("Mine") }, SavedCommand::Delete(seen.clone()));

    does(&shelf, SavedCommand::Rename { item: seen.clone(), name: name("Theirs") });
    let before = shelf.texts();
    for command in [rename.clone(), delete.clone()] {
        let changed = DoneElsewhere::Changed("“Corpus”".to_owned()).into();
        assert_eq!(does(&shelf, command), SavedEvent::Refused(changed));
        assert_eq!(shelf.texts(), before);
    }

    does(&shelf, SavedCommand::Delete(newest(&shelf)));
    for command in [rename, delete] {
        let deleted = DoneElsewhere::Deleted("“Corpus”".to_owned()).into();
        assert_eq!(does(&shelf, command), SavedEvent::Refused(deleted));
        assert_saved(&shelf, &[]);
    }
}

#[test]
fn taking_back_never_overwrites_what_another_tab_did_since() {
    let shelf = MemoryShelf::default();
    let undo_delete = undo_of({
        let item = save(&shelf, "Corpus", "v1/a");
        does(&shelf, SavedCommand::Delete(item))
    });
    // A tab that was loaded before keys were given only once may take the same.
    let theirs = "estimate 1\nname Theirs\nsaved 2026-08-14\nlink v1/b";
    shelf.set(&undo_delete.key, theirs).expect("room");
    does(&shelf, SavedCommand::Undo(undo_delete));
    assert_saved(&shelf, &[("Corpus", "v1/a"), ("Theirs", "v1/b")]);

    let undo_replace = undo_of(does(&shelf, saving("Theirs", "v1/c", WhenTaken::Replace)));
    let replaced = items(&shelf).into_iter().nth(1).expect("two things saved");
    does(&shelf, SavedCommand::Rename { item: replaced, name: name("Renamed there") });
    does(&shelf, SavedCommand::Undo(undo_replace));
    assert_saved(&shelf, &[("Theirs", "v1/b"), ("Corpus", "v1/a"), ("Renamed there", "v1/c")]);
}

/// The texts under the keys of estimates.
fn texts(shelf: &MemoryShelf) -> BTreeMap<String, String> {
    SavedKind::ESTIMATE.keys.texts(shelf).expect("a shelf that works").into_iter().collect()
}

/// What one of two tabs does, by place in the list that it last saw.
#[derive(Clone, Debug)]
enum Deed {
    Save(u8, u8, WhenTaken),
    Rename(usize, u8),
    Delete(usize),
    Undo,
}

fn deeds() -> impl Strategy<Value = Vec<(bool, Deed)>> {
    let when_taken = prop_oneof![Just(WhenTaken::Ask), Just(WhenTaken::Replace), Just(WhenTaken::KeepBoth)];
    let deed = prop_oneof![
        (0..4_u8, 0..4_u8, when_taken).prop_map(|(name, link, when_taken)| Deed::Save(name, link, when_taken)),
        (0..6_usize, 0..4_u8).prop_map(|(place, name)| Deed::Rename(place, name)),
        (0..6_usize).prop_map(Deed::Delete),
        Just(Deed::Undo),
    ];
    proptest::collection::vec((any::<bool>(), deed), 0..40)
}

proptest! {
    /// Two tabs that don't hear of each other can only add, or change what they have seen: a text disappears from the
    /// shelf only into the hands of the tab that can put it back.
    #[test]
    fn two_tabs_lose_nothing(deeds in deeds()) {
        let shelf = MemoryShelf::default();
        let mut lists: [Rc<[Shelved]>; 2] = Default::default();
        let mut undos: [Vec<Undo>; 2] = Default::default();
        for (tab, deed) in deeds {
            let (list, undo) = (&mut lists[usize::from(tab)], &mut undos[usize::from(tab)]);
            let command = match deed {
                Deed::Save(text, link, when_taken) => Some(saving(&format!("n{text}"), &format!("v1/{link}"), when_taken)),
                Deed::Rename(place, text) => {
                    list.get(place).map(|item| SavedCommand::Rename { item: item.clone(), name: name(&format!("n{text}")) })
                }
                Deed::Delete(place) => list.get(place).map(|item| SavedCommand::Delete(item.clone())),
                Deed::Undo => undo.pop().map(SavedCommand::Undo),
            };
            let Some(command) = command else { continue };
            let before = texts(&shelf);
            let SavedOutcome { event, list: after } = perform(&shelf, SavedKind::ESTIMATE, command, day(14));
            *list = after.expect("a shelf that works");
            let now = texts(&shelf);
            let kept = |text: &String| now.values().any(|it| it == text);
            match event {
                SavedEvent::Changed(change) => {
                    prop_assert!(before.values().all(|text| kept(text) || *text == change.before));
                    undo.push(change);
                }
                // Taking back removes at most what it takes back.
                SavedEvent::Undone { undo, .. } => {
                    prop_assert!(before.values().all(|text| kept(text) || Some(text) == undo.after.as_ref()));
                    prop_assert!(kept(&undo.before));
                }
                _ => prop_assert!(before.values().all(kept)),
            }
        }
    }
}
