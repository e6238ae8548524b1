//! What is done to the storage: the only place that writes histories.

use std::rc::Rc;

use super::list::list;
use super::{KEYS, KeptEntry, KeptHistory};
use crate::app::saved::SavedName;
use crate::app::storage::{DoneElsewhere, Shelf, StorageProblem, Undo};
use crate::history::UsageHistory;
use crate::pricing::{Date, UsageType};

/// What a reader wants done to the histories on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptCommand {
    /// List them.
    List,
    /// Keep one, under this name, with what its reads were for.
    Keep(SavedName, UsageType, UsageHistory),
    /// Forget one, as the reader saw it.
    Forget(KeptEntry),
    /// Take back what was forgotten.
    Undo(Undo),
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOutcome {
    /// What happened.
    pub event: KeptEvent,
    /// What is kept now, or why the device doesn't say.
    pub list: Result<Rc<[KeptEntry]>, StorageProblem>,
}

/// What happened to the histories on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptEvent {
    /// Nothing.
    Nothing,
    /// This one was kept.
    Kept(KeptEntry),
    /// The very same one, this, is kept, so there was nothing to do.
    KeptAlready(KeptEntry),
    /// One was forgotten.
    Forgotten(Undo),
    /// This one came back.
    Undone(KeptEntry),
    /// Nothing was done, for this reason: a sentence.
    Refused(String),
}

/// Does what a reader wants done, on the reader's day `today`. It does all of it or, when the storage refuses, nothing.
pub fn perform(shelf: &impl Shelf, command: KeptCommand, today: Date) -> KeptOutcome {
    let event = match command {
        KeptCommand::List => Ok(KeptEvent::Nothing),
        KeptCommand::Keep(name, usage_type, history) => {
            let usage_type = Some(usage_type);
            keep(shelf, KeptHistory { name, kept: today, usage_type, history })
        }
        KeptCommand::Forget(entry) => forget(shelf, entry),
        KeptCommand::Undo(undo) => {
            let entry = KeptEntry::new(undo.key.clone(), undo.before.clone());
            let title = entry.title();
            let done = undo.take_back(shelf, KEYS).map(|key| KeptEvent::Undone(KeptEntry { key, ..entry }));
            done.map_err(|why| format!("Couldn’t bring {title} back: {why}."))
        }
    };
    KeptOutcome { event: event.unwrap_or_else(KeptEvent::Refused), list: list(shelf) }
}

fn keep(shelf: &impl Shelf, history: KeptHistory) -> Result<KeptEvent, String> {
    let failed = |why: StorageProblem| format!("Couldn’t keep “{}”: {why}.", history.name);
    let is_same = |entry: &KeptEntry| {
        // Kept on another day it is still the same.
        entry.content.as_ref().is_ok_and(|other| KeptHistory { kept: history.kept, ..other.clone() } == history)
    };
    if let Some(entry) = list(shelf).map_err(failed)?.iter().find(|entry| is_same(entry)) {
        return Ok(KeptEvent::KeptAlready(entry.clone()));
    }
    let text = history.encode();
    let key = KEYS.add(shelf, &text).map_err(failed)?;
    Ok(KeptEvent::Kept(KeptEntry::new(key, text)))
}

fn forget(shelf: &impl Shelf, entry: KeptEntry) -> Result<KeptEvent, String> {
    let title = entry.title();
    let failed = |why: StorageProblem| format!("Couldn’t forget {title}: {why}.");
    if let Some(done) = DoneElsewhere::since(shelf, &entry.key, &entry.text, title.clone()).map_err(failed)? {
        return Err(done.to_string());
    }
    KEYS.remove(shelf, &entry.key).map_err(failed)?;
    let sentence = format!("Forgot {title}.");
    Ok(KeptEvent::Forgotten(Undo { sentence, key: entry.key, before: entry.text, after: None }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::history::kept::Kept;
    use crate::app::storage::MemoryShelf;
    use crate::history::CalendarMonth;
    use crate::pricing::Reads;

    fn today() -> Date {
        Date::from_ymd_opt(2026, 8, 14).expect("a day")
    }

    fn history(reads: &[u64]) -> UsageHistory {
        let first = CalendarMonth::parse("2021-03").expect("a month");
        let reads = reads.iter().map(|count| Reads::new(*count).expect("reads")).collect();
        UsageHistory::new(first, reads).expect("a history")
    }

    fn keeping(name: &str, reads: &[u64]) -> KeptCommand {
        KeptCommand::Keep(SavedName::new(name, ""), UsageType::Hobby, history(reads))
    }

    fn does(shelf: &MemoryShelf, command: KeptCommand) -> KeptEvent {
        perform(shelf, command, today()).event
    }

    fn names(shelf: &MemoryShelf) -> Vec<String> {
        list(shelf).expect("a list").iter().map(KeptEntry::title).collect()
    }

    #[test]
    fn histories_are_kept_forgotten_and_brought_back() {
        let shelf = MemoryShelf::default();
        let text = "history 8\nname reads.csv\nkept 2026-08-14\nusage hobby\nrows none\nfrom 2021-03\nreads 1,0,7";
        let entry = KeptEntry::new("quota-calculator/history/1".to_owned(), text.to_owned());
        assert_eq!(does(&shelf, keeping("reads.csv", &[1, 0, 7])), KeptEvent::Kept(entry.clone()));
        assert_eq!(does(&shelf, keeping("reads.csv", &[1, 0, 7])), KeptEvent::KeptAlready(entry));
        assert_eq!(shelf.texts().get("quota-calculator/history/1").map(String::as_str), Some(text));
        let for_others = KeptCommand::Keep(SavedName::new("reads.csv", ""), UsageType::Academic, history(&[1, 0, 7]));
        assert!(matches!(does(&shelf, for_others), KeptEvent::Kept(_)), "it opens with other figures");
        does(&shelf, keeping("other.csv", &[3]));
        assert_eq!(names(&shelf), ["“other.csv”", "“reads.csv”", "“reads.csv”"]);

        let before = shelf.texts();
        let entry = list(&shelf).expect("a list")[1].clone();
        let KeptEvent::Forgotten(undo) = does(&shelf, KeptCommand::Forget(entry.clone())) else { panic!("forgotten") };
        assert_eq!(undo.sentence, "Forgot “reads.csv”.");
        let twice = does(&shelf, KeptCommand::Forget(entry.clone()));
        let gone = "Nothing was done, because another tab has deleted “reads.csv” meanwhile.";
        assert_eq!(twice, KeptEvent::Refused(gone.to_owned()));
        assert_eq!(does(&shelf, KeptCommand::Undo(undo)), KeptEvent::Undone(entry));
        assert_eq!(shelf.texts(), before);
    }

    #[test]
    fn a_shelf_that_refuses_is_reported_and_loses_nothing() {
        for why in [StorageProblem::Full, StorageProblem::Blocked, StorageProblem::Broken] {
            let shelf = MemoryShelf::default();
            does(&shelf, keeping("reads.csv", &[1]));
            let before = shelf.texts();
            shelf.fail(why);
            let outcome = perform(&shelf, keeping("other.csv", &[2]), today());
            assert_eq!(outcome.event, KeptEvent::Refused(format!("Couldn’t keep “other.csv”: {why}.")));
            let shown = Kept::default().reduced(outcome);
            assert!(shown.problem.is_some_and(|problem| problem.contains("other.csv")));
            assert_eq!(shown.storage_problem, (why != StorageProblem::Full).then_some(why));
            shelf.fail(None);
            assert_eq!(shelf.texts(), before);
        }
    }

    #[test]
    fn what_another_tab_forgets_is_no_longer_said_to_be_kept() {
        let shelf = MemoryShelf::default();
        let mut shown = Kept::default();
        let mut does = |command| {
            shown = shown.clone().reduced(perform(&shelf, command, today()));
            shown.clone()
        };
        let kept = does(keeping("reads.csv", &[1])).list[0].clone();
        let others = does(keeping("reads.csv", &[2])).list[0].clone();
        shelf.remove(&kept.key).expect("a shelf that works");
        assert!(does(KeptCommand::List).notice.is_some(), "the other of that name is still kept");
        shelf.remove(&others.key).expect("a shelf that works");
        assert_eq!(does(KeptCommand::List).notice, None);

        let same = does(keeping("reads.csv", &[1])).list[0].clone();
        assert_eq!(
            does(keeping("reads.csv", &[1])).notice.as_deref(),
            Some("“reads.csv” is kept on this device already.")
        );
        shelf.set(&same.key, &others.text).expect("a shelf that works");
        assert_eq!(does(KeptCommand::List).notice, None, "under its key is another");

        let undo = does(KeptCommand::Forget(KeptEntry::new(same.key.clone(), others.text))).undo.expect("an undo");
        assert_eq!(does(KeptCommand::List).undo, Some(undo.clone()), "it can still be brought back");
        assert_eq!(does(KeptCommand::Undo(undo)).notice.as_deref(), Some("Brought back “reads.csv”."));
        assert!(does(KeptCommand::List).notice.is_some());
        shelf.remove(&same.key).expect("a shelf that works");
        shelf.fail(StorageProblem::Blocked);
        assert!(does(KeptCommand::List).notice.is_some(), "nobody knows what is kept");
        shelf.fail(None);
        assert_eq!(does(KeptCommand::List).notice, None);
    }

    #[test]
    fn a_damaged_history_is_listed_and_can_be_forgotten() {
        let shelf = MemoryShelf::holding([("quota-calculator/history/7", "nonsense")]);
        does(&shelf, keeping("reads.csv", &[1]));
        assert_eq!(names(&shelf), ["“reads.csv”", "the damaged history"]);
        let entry = list(&shelf).expect("a list")[1].clone();
        assert!(matches!(does(&shelf, KeptCommand::Forget(entry)), KeptEvent::Forgotten(_)));
    }
}
