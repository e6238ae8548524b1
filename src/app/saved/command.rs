//! What is done to the storage: the only place that writes what is saved.

use std::rc::Rc;

use super::{SavedEntry, SavedKind, SavedName, SavedProblem, Shelved, Undo, list};
use crate::app::storage::{DoneElsewhere, Shelf, StorageProblem};
use crate::pricing::Date;

/// What a reader wants done to what is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedCommand {
    /// List them.
    List,
    /// Save an estimate.
    Save {
        /// Under this name.
        name: SavedName,
        /// The fragment of its link.
        link: String,
        /// What to do when the name is taken.
        when_taken: WhenTaken,
    },
    /// Give one another name.
    Rename {
        /// Which, as the reader saw it.
        item: Shelved,
        /// The new name.
        name: SavedName,
    },
    /// Delete one.
    Delete(Shelved),
    /// Take back what was done.
    Undo(Undo),
}

/// What to do when a name is taken by another estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenTaken {
    /// Save nothing and ask the reader.
    Ask,
    /// Put the new one in the place of the other.
    Replace,
    /// Keep both, the new one with a number after its name.
    KeepBoth,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedOutcome {
    /// What happened.
    pub event: SavedEvent,
    /// What is saved now, or why the device doesn't say.
    pub list: Result<Rc<[Shelved]>, StorageProblem>,
}

/// What happened to the saved estimates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedEvent {
    /// Nothing.
    Nothing,
    /// An estimate was saved under a name.
    Saved(SavedName),
    /// The very same estimate is saved under this name, so there was nothing to do.
    AlreadySaved(SavedName),
    /// The name is taken by another estimate; nothing was saved.
    Taken {
        /// The name.
        name: SavedName,
        /// The fragment that was to be saved.
        link: String,
    },
    /// One was deleted, renamed or replaced.
    Changed(Undo),
    /// A change was taken back.
    Undone {
        /// The change.
        undo: Undo,
        /// The key that has its text now; another one where the change's own was needed elsewhere by then.
        key: String,
    },
    /// Nothing was done, for this reason.
    Refused(SavedProblem),
}

/// Does what a reader wants done to what is saved of a kind, on the reader's day `today`. It does all of it or, when the storage refuses, nothing.
pub fn perform(shelf: &impl Shelf, kind: SavedKind, command: SavedCommand, today: Date) -> SavedOutcome {
    let event = match command {
        SavedCommand::List => Ok(SavedEvent::Nothing),
        SavedCommand::Save { name, link, when_taken } => {
            save(shelf, SavedEntry { kind, name, saved: today, link }, when_taken)
        }
        SavedCommand::Rename { item, name } => rename(shelf, item, name),
        SavedCommand::Delete(item) => delete(shelf, item),
        SavedCommand::Undo(undo) => take_back(shelf, kind, undo),
    };
    SavedOutcome { event: event.unwrap_or_else(SavedEvent::Refused), list: list(shelf, kind) }
}

/// Saves an entry in addition to all others.
pub(super) fn add(shelf: &impl Shelf, entry: &SavedEntry) -> Result<(), StorageProblem> {
    entry.kind.keys.add(shelf, &entry.encode()).map(|_key| ())
}

type Performed = Result<SavedEvent, SavedProblem>;

fn save(shelf: &impl Shelf, entry: SavedEntry, when_taken: WhenTaken) -> Performed {
    let failed = |why| SavedProblem::Storage { deed: format!("save “{}”", entry.name), why };
    let list = list(shelf, entry.kind).map_err(failed)?;
    let is_called = |it: &Shelved, name: &SavedName| it.name() == Some(name);
    let is_the_same = |it: &Shelved| it.content.as_ref().is_ok_and(|it| it.name == entry.name && it.link == entry.link);
    if list.iter().any(is_the_same) {
        return Ok(SavedEvent::AlreadySaved(entry.name));
    }
    match (list.iter().find(|it| is_called(it, &entry.name)), when_taken) {
        (None, _) => {
            add(shelf, &entry).map_err(failed)?;
            Ok(SavedEvent::Saved(entry.name))
        }
        (Some(_), WhenTaken::Ask) => Ok(SavedEvent::Taken { name: entry.name, link: entry.link }),
        (Some(other), WhenTaken::Replace) => {
            let text = entry.encode();
            shelf.set(&other.key, &text).map_err(failed)?;
            let sentence = format!("Replaced “{}”.", entry.name);
            let (key, before) = (other.key.clone(), other.text.clone());
            Ok(SavedEvent::Changed(Undo { sentence, key, before, after: Some(text) }))
        }
        (Some(_), WhenTaken::KeepBoth) => {
            let mut names = (2..).map(|number| entry.name.numbered(number));
            let free = names.find(|name| !list.iter().any(|it| is_called(it, name)));
            let entry = SavedEntry { name: free.unwrap_or_else(|| entry.name.clone()), ..entry.clone() };
            add(shelf, &entry).map_err(failed)?;
            Ok(SavedEvent::Saved(entry.name))
        }
    }
}

fn rename(shelf: &impl Shelf, item: Shelved, name: SavedName) -> Performed {
    let failed = |why| SavedProblem::Storage { deed: format!("rename {}", item.title()), why };
    expect_unchanged(shelf, &item, failed)?;
    let Some(estimate) = item.content.as_ref().ok().filter(|estimate| estimate.name != name) else {
        return Ok(SavedEvent::Nothing);
    };
    let list = list(shelf, item.kind).map_err(failed)?;
    if list.iter().any(|other| other.name() == Some(&name)) {
        return Err(SavedProblem::NameTaken { noun: item.kind.noun, name });
    }
    let sentence = format!("Renamed {} to “{name}”.", item.title());
    let text = SavedEntry { name, ..estimate.clone() }.encode();
    shelf.set(&item.key, &text).map_err(failed)?;
    Ok(SavedEvent::Changed(Undo { sentence, key: item.key, before: item.text, after: Some(text) }))
}

fn delete(shelf: &impl Shelf, item: Shelved) -> Performed {
    let failed = |why| SavedProblem::Storage { deed: format!("delete {}", item.title()), why };
    expect_unchanged(shelf, &item, failed)?;
    item.kind.keys.remove(shelf, &item.key).map_err(failed)?;
    let sentence = format!("Deleted {}.", item.title());
    Ok(SavedEvent::Changed(Undo { sentence, key: item.key, before: item.text, after: None }))
}

fn take_back(shelf: &impl Shelf, kind: SavedKind, undo: Undo) -> Performed {
    match undo.take_back(shelf, kind.keys) {
        Ok(key) => Ok(SavedEvent::Undone { undo, key }),
        Err(why) => {
            let deed = format!("restore {}", Shelved::new(kind, undo.key, undo.before).title());
            Err(SavedProblem::Storage { deed, why })
        }
    }
}

/// Refuses to touch what another tab has changed since the reader saw it.
fn expect_unchanged(
    shelf: &impl Shelf,
    item: &Shelved,
    failed: impl Fn(StorageProblem) -> SavedProblem,
) -> Result<(), SavedProblem> {
    let done = DoneElsewhere::since(shelf, &item.key, &item.text, item.title()).map_err(failed)?;
    done.map_or(Ok(()), |done| Err(done.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::storage::MemoryShelf;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn day(day: u32) -> Date {
        Date::from_ymd_opt(2026, 8, day).expect("a day")
    }

    fn name(text: &str) -> SavedName {
        SavedName::new(text, "")
    }

    fn does(shelf: &MemoryShelf, command: SavedCommand) -> SavedEvent {
        let SavedOutcome { event, list } = perform(shelf, SavedKind::ESTIMATE, command, day(14));
        assert_eq!(list, super::list(shelf, SavedKind::ESTIMATE), "the list is the one after the command");
        event
    }

    fn saving(text: &str, link: &str, when_taken: WhenTaken) -> SavedCommand {
        SavedCommand::Save { name: name(text), link: link.to_owned(), when_taken }
    }

    fn save(shelf: &MemoryShelf, text: &str, link: &str) -> Shelved {
        assert_eq!(does(shelf, saving(text, link, WhenTaken::Ask)), SavedEvent::Saved(name(text)));
        newest(shelf)
    }

    fn items(shelf: &MemoryShelf) -> Vec<Shelved> {
        list(shelf, SavedKind::ESTIMATE).expect("a list").to_vec()
    }

    fn newest(shelf: &MemoryShelf) -> Shelved {
        items(shelf).into_iter().next().expect("something saved")
    }

    /// Names and links, the newest first.
    fn saved(shelf: &MemoryShelf) -> Vec<(String, String)> {
        let contents = items(shelf).into_iter().filter_map(|it| it.content.ok());
        contents.map(|estimate| (estimate.name.to_string(), estimate.link)).collect()
    }

    #[track_caller]
    fn assert_saved(shelf: &MemoryShelf, expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(name, link)| ((*name).to_owned(), (*link).to_owned())).collect();
        assert_eq!(saved(shelf), expected);
    }

    #[track_caller]
    fn undo_of(event: SavedEvent) -> Undo {
        match event {
            SavedEvent::Changed(undo) => undo,
            other => panic!("nothing to take back: {other:?}"),
        }
    }

    #[test]
    fn estimates_are_saved_under_keys_of_their_own() {
        let shelf = MemoryShelf::default();
        save(&shelf, "Corpus", "v1/a");
        save(&shelf, "Thesis", "v1/b");
        assert_saved(&shelf, &[("Thesis", "v1/b"), ("Corpus", "v1/a")]);
        let texts = shelf.texts();
        let text = texts.get("quota-calculator/estimate/2").map(String::as_str);
        assert_eq!(text, Some("estimate 1\nname Thesis\nsaved 2026-08-14\nlink v1/b"));
        assert_eq!(texts.len(), 2);
    }

    #[test]
    fn saving_the_same_again_changes_nothing() {
        let shelf = MemoryShelf::default();
        save(&shelf, "Corpus", "v1/a");
        let texts = shelf.texts();
        for when_taken in [WhenTaken::Ask, WhenTaken::Replace, WhenTaken::KeepBoth] {
            let event = does(&shelf, saving("Corpus", "v1/a", when_taken));
            assert_eq!(event, SavedEvent::AlreadySaved(name("Corpus")));
        }
        assert_eq!(shelf.texts(), texts);
    }

    #[test]
    fn a_name_that_is_taken_is_asked_about() {
        let shelf = MemoryShelf::default();
        save(&shelf, "Corpus", "v1/a");
        let event = does(&shelf, saving("Corpus", "v1/b", WhenTaken::Ask));
        assert_eq!(event, SavedEvent::Taken { name: name("Corpus"), link: "v1/b".to_owned() });
        assert_saved(&shelf, &[("Corpus", "v1/a")]);

        let event = does(&shelf, saving("Corpus", "v1/b", WhenTaken::KeepBoth));
        assert_eq!(event, SavedEvent::Saved(name("Corpus (2)")));
        let event = does(&shelf, saving("Corpus", "v1/c", WhenTaken::KeepBoth));
        assert_eq!(event, SavedEvent::Saved(name("Corpus (3)")));
        assert_saved(&shelf, &[("Corpus (3)", "v1/c"), ("Corpus (2)", "v1/b"), ("Corpus", "v1/a")]);

        let undo = undo_of(does(&shelf, saving("Corpus", "v1/d", WhenTaken::Replace)));
        assert_eq!(undo.sentence, "Replaced “Corpus”.");
        assert_saved(&shelf, &[("Corpus (3)", "v1/c"), ("Corpus (2)", "v1/b"), ("Corpus", "v1/d")]);
        does(&shelf, SavedCommand::Undo(undo));
        assert_saved(&shelf, &[("Corpus (3)", "v1/c"), ("Corpus (2)", "v1/b"), ("Corpus", "v1/a")]);
    }

    #[test]
    fn what_is_deleted_comes_back_the_same() {
        let damaged = "estimate 2\nwhatever a newer version writes";
        let shelf = MemoryShelf::holding([("quota-calculator/estimate/1", damaged)]);
        save(&shelf, "Corpus", "v1/a");
        let before = items(&shelf);
        for (place, sentence) in [(0, "Deleted “Corpus”."), (1, "Deleted the damaged entry.")] {
            let item = items(&shelf).into_iter().nth(place).expect("two things saved");
            let undo = undo_of(does(&shelf, SavedCommand::Delete(item.clone())));
            assert_eq!(undo.sentence, sentence);
            assert_eq!(items(&shelf).len(), 1);
            let event = does(&shelf, SavedCommand::Undo(undo.clone()));
            assert_eq!(event, SavedEvent::Undone { undo, key: item.key });
            assert_eq!(items(&shelf), before);
        }
    }

    #[test]
    fn renaming_keeps_everything_else() {
        let shelf = MemoryShelf::default();
        let first = save(&shelf, "Corpus", "v1/a");
        save(&shelf, "Thesis", "v1/b");
        let before = shelf.texts();
        let rename = |name: SavedName| does(&shelf, SavedCommand::Rename { item: first.clone(), name });
        assert_eq!(rename(name("Corpus")), SavedEvent::Nothing);
        assert_eq!(
            rename(name("Thesis")),
            SavedEvent::Refused(SavedProblem::NameTaken { noun: "estimate", name: name("Thesis") })
        );
        assert_eq!(shelf.texts(), before);
        let undo = undo_of(rename(name("Corpora")));
        assert_eq!(undo.sentence, "Renamed “Corpus” to “Corpora”.");
        assert_saved(&shelf, &[("Thesis", "v1/b"), ("Corpora", "v1/a")]);
        does(&shelf, SavedCommand::Undo(undo));
        assert_eq!(shelf.texts(), before);
    }

    #[test]
    fn a_damaged_entry_keeps_its_text_whatever_its_name_should_be() {
        let shelf = MemoryShelf::holding([("quota-calculator/estimate/1", "nonsense")]);
        let event = does(&shelf, SavedCommand::Rename { item: newest(&shelf), name: name("Corpus") });
        assert_eq!(event, SavedEvent::Nothing);
        assert_eq!(newest(&shelf).text, "nonsense");
    }

    /// Every command, on a shelf that holds “Corpus” (`v1/a`), with what it says when the shelf refuses.
    fn every_command(shelf: &MemoryShelf) -> Vec<(SavedCommand, &'static str)> {
        let item = newest(shelf);
        let undo = Undo {
            sentence: String::new(),
            key: item.key.clone(),
            before: item.text.clone(),
            after: Some(item.text.clone()),
        };
        vec![
            (saving("Thesis", "v1/b", WhenTaken::Ask), "save “Thesis”"),
            (saving("Corpus", "v1/b", WhenTaken::Replace), "save “Corpus”"),
            (saving("Corpus", "v1/b", WhenTaken::KeepBoth), "save “Corpus”"),
            (SavedCommand::Rename { item: item.clone(), name: name("Corpora") }, "rename “Corpus”"),
            (SavedCommand::Undo(undo), "restore “Corpus”"),
            (SavedCommand::Delete(item), "delete “Corpus”"),
        ]
    }

    #[test]
    fn a_shelf_that_refuses_is_reported_and_loses_nothing() {
        for why in [StorageProblem::Full, StorageProblem::Blocked, StorageProblem::Broken] {
            let shelf = MemoryShelf::default();
            save(&shelf, "Corpus", "v1/a");
            let before = shelf.texts();
            for (command, deed) in every_command(&shelf) {
                let can_delete = why == StorageProblem::Full && matches!(command, SavedCommand::Delete(_));
                shelf.fail(why);
                let event = does(&shelf, command);
                shelf.fail(None);
                if can_delete {
                    assert_eq!(undo_of(event).sentence, "Deleted “Corpus”.", "deleting is what helps a full shelf");
                } else {
                    let deed = deed.to_owned();
                    assert_eq!(event, SavedEvent::Refused(SavedProblem::Storage { deed, why }));
                    assert_eq!(shelf.texts(), before);
                }
            }
        }
    }

    #[test]
    fn a_shelf_that_is_silent_has_no_list() {
        let shelf = MemoryShelf::default();
        for why in [StorageProblem::Blocked, StorageProblem::Broken] {
            shelf.fail(why);
            let outcome = perform(&shelf, SavedKind::ESTIMATE, SavedCommand::List, day(14));
            assert_eq!(outcome, SavedOutcome { event: SavedEvent::Nothing, list: Err(why) });
        }
    }

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

        /// Whatever a shelf holds, every entry is listed with its very text.
        #[test]
        fn any_shelf_can_be_listed(texts in proptest::collection::btree_map(
            prop_oneof!["quota-calculator/estimate/[0-9]{0,22}", "quota-calculator/estimate/.{0,3}", ".{0,30}"],
            any::<String>(),
            0..12,
        )) {
            let shelf = MemoryShelf::holding(texts.iter().map(|(key, text)| (key.as_str(), text.as_str())));
            let ours = texts.iter().filter(|(key, _)| key.starts_with("quota-calculator/estimate/"));
            let list = list(&shelf, SavedKind::ESTIMATE).expect("a shelf that works");
            prop_assert_eq!(list.len(), ours.clone().count());
            for (key, text) in ours {
                prop_assert!(list.iter().any(|it| it.key == *key && it.text == *text));
            }
            prop_assert!(!texts.contains_key(&SavedKind::ESTIMATE.keys.add(&shelf, "new").expect("a shelf that works")));
        }
    }
}
