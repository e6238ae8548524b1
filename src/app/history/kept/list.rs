use std::rc::Rc;

use super::command::{KeptEvent, KeptOutcome};
use super::{DamagedHistory, KEYS, KeptHistory};
use crate::app::Focus;
use crate::app::storage::{Shelf, StorageProblem, Undo};

/// A history as it lies in the storage, readable or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEntry {
    /// Its key.
    pub key: String,
    /// Its text, as it is kept.
    pub text: String,
    /// What the text says, or why it says nothing.
    pub content: Result<KeptHistory, DamagedHistory>,
}

impl KeptEntry {
    pub(super) fn new(key: String, text: String) -> Self {
        let content = KeptHistory::decode(&text);
        Self { key, text, content }
    }

    /// How a sentence calls it: `“reads.csv”`, or `the damaged history`.
    #[must_use]
    pub fn title(&self) -> String {
        let name = self.content.as_ref().ok().map(|kept| &kept.name);
        name.map_or_else(|| "the damaged history".to_owned(), |name| format!("“{name}”"))
    }
}

/// What the page shows of the histories on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What is kept, the newest first.
    pub list: Rc<[KeptEntry]>,
    /// Why nothing can be kept, or what is kept can't be listed.
    pub storage_problem: Option<StorageProblem>,
    /// What became of the last act, in a sentence.
    pub notice: Option<String>,
    /// Why the last act wasn't done, in a sentence.
    pub problem: Option<String>,
    /// How to take the last act back.
    pub undo: Option<Undo>,
    /// What the notice says to be on this device.
    noticed: Option<KeptEntry>,
    /// Where the keyboard should go.
    pub focus: Option<Focus>,
}

impl Kept {
    /// The id of the button that takes the last act back.
    pub const UNDO_BUTTON: &str = "kept-undo";

    /// The id of the heading over the list.
    pub const TITLE: &str = "kept-title";

    /// The same after something was done.
    #[must_use]
    pub fn reduced(mut self, outcome: KeptOutcome) -> Self {
        match outcome.list {
            Ok(list) => (self.list, self.storage_problem) = (list, None),
            Err(problem) => self.storage_problem = Some(problem),
        }
        if outcome.event != KeptEvent::Nothing {
            (self.notice, self.noticed, self.problem, self.undo) = (None, None, None, None);
        }
        match outcome.event {
            KeptEvent::Nothing => self.forget_old_notice(),
            KeptEvent::Kept(entry) => {
                let said = "is kept on this device: its months, how many rows were counted in which column, what was taken for \
                            granted, what the reads were for, and nothing else.";
                self.notice = Some(format!("{} {said}", entry.title()));
                self.noticed = Some(entry);
            }
            KeptEvent::KeptAlready(entry) => {
                self.notice = Some(format!("{} is kept on this device already.", entry.title()));
                self.noticed = Some(entry);
            }
            KeptEvent::Forgotten(undo) => {
                self.undo = Some(undo);
                Focus::send(&mut self.focus, Self::UNDO_BUTTON);
            }
            KeptEvent::Undone(entry) => {
                self.notice = Some(format!("Brought back {}.", entry.title()));
                self.noticed = Some(entry);
                Focus::send(&mut self.focus, Self::TITLE);
            }
            KeptEvent::Refused(sentence) => self.problem = Some(sentence),
        }
        self
    }

    /// Takes the notice away where another tab has forgotten meanwhile what it speaks of.
    fn forget_old_notice(&mut self) {
        if self.noticed.as_ref().is_some_and(|entry| self.storage_problem.is_none() && !self.list.contains(entry)) {
            (self.notice, self.noticed) = (None, None);
        }
    }
}

/// Everything that is kept, the newest first and the damaged last.
pub(super) fn list(shelf: &impl Shelf) -> Result<Rc<[KeptEntry]>, StorageProblem> {
    let rank = |entry: &KeptEntry| (entry.content.as_ref().ok().map(|kept| kept.kept), KEYS.number(&entry.key));
    let mut list: Vec<KeptEntry> = Vec::new();
    for (key, text) in KEYS.texts(shelf)? {
        let entry = KeptEntry::new(key, text);
        list.insert(list.partition_point(|other| rank(other) > rank(&entry)), entry);
    }
    Ok(list.into())
}
