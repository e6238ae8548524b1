//! What is done to the storage: the only place that writes what is saved.

use super::{
    SavedCommand, SavedEntry, SavedEvent, SavedKind, SavedName, SavedOutcome, SavedProblem, Shelved, Undo, WhenTaken,
    list,
};
use crate::app::storage::{DoneElsewhere, Shelf, StorageProblem};
use crate::pricing::Date;

/// Does what a reader wants done to what is saved of a kind, on the reader's day `today`. It does all of it or, when the storage
/// refuses, nothing.
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
    use crate::app::saved::samples::{assert_saved, day, does, items, name, newest, save, saving, undo_of};
    use crate::app::storage::MemoryShelf;
    use proptest::prelude::*;

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

    proptest! {
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
