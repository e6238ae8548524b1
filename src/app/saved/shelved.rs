use std::rc::Rc;

use super::{DamagedEntry, SavedEntry, SavedKind, SavedName};
use crate::app::storage::{Shelf, StorageProblem};

/// Something saved as it lies in the storage, readable or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// What it was saved as.
    pub kind: SavedKind,
    /// Its key.
    pub key: String,
    /// Its text, as it is kept.
    pub text: String,
    /// What the text says, or why it says nothing.
    pub content: Result<SavedEntry, DamagedEntry>,
}

impl Shelved {
    pub(super) fn new(kind: SavedKind, key: String, text: String) -> Self {
        let content = SavedEntry::decode(kind, &text);
        Self { kind, key, text, content }
    }

    /// What it is called, if it can be read.
    #[must_use]
    pub fn name(&self) -> Option<&SavedName> {
        self.content.as_ref().ok().map(|estimate| &estimate.name)
    }

    /// How a sentence calls it: `“Corpus”`, or `the damaged entry`.
    #[must_use]
    pub fn title(&self) -> String {
        self.name().map_or_else(|| "the damaged entry".to_owned(), |name| format!("“{name}”"))
    }

    /// Whether it stands above `other` in the list: the newest first, and the damaged last.
    fn is_above(&self, other: &Self) -> bool {
        let rank = |it: &Self| (it.content.as_ref().ok().map(|estimate| estimate.saved), it.kind.keys.number(&it.key));
        rank(self) > rank(other)
    }
}

/// Everything of a kind that is saved, the newest first and the damaged last.
pub(in crate::app) fn list(shelf: &impl Shelf, kind: SavedKind) -> Result<Rc<[Shelved]>, StorageProblem> {
    let mut list: Vec<Shelved> = Vec::new();
    for (key, text) in kind.keys.texts(shelf)? {
        let shelved = Shelved::new(kind, key, text);
        list.insert(list.partition_point(|other| other.is_above(&shelved)), shelved);
    }
    Ok(list.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::storage::MemoryShelf;

    #[test]
    fn the_newest_come_first_and_the_damaged_last() {
        let text = |name: &str, day: &str| format!("estimate 1\nname {name}\nsaved {day}\nlink v1");
        let texts = [
            ("quota-calculator/estimate/1", text("old", "2025-12-31")),
            ("quota-calculator/estimate/2", "nonsense".to_owned()),
            ("quota-calculator/estimate/10", text("the evening of a day", "2026-01-01")),
            ("quota-calculator/estimate/9", text("the morning of that day", "2026-01-01")),
            ("quota-calculator/estimate/by hand", text("new", "2026-01-02")),
            ("quota-calculator/estimate/3", "estimate 2\nname from the future".to_owned()),
            ("quota-calculator/last", "v1".to_owned()),
            ("another page", text("another page's", "2027-01-01")),
        ];
        let shelf = MemoryShelf::holding(texts.iter().map(|(key, text)| (*key, text.as_str())));
        let list = list(&shelf, SavedKind::ESTIMATE).expect("a shelf that works");
        let names: Vec<_> = list.iter().map(Shelved::title).collect();
        assert_eq!(
            names,
            [
                "“new”",
                "“the evening of a day”",
                "“the morning of that day”",
                "“old”",
                "the damaged entry",
                "the damaged entry",
            ]
        );
        assert_eq!(list.last().map(|it| it.text.as_str()), Some("nonsense"), "a damaged text is there in full");
    }

    #[test]
    fn things_of_different_kinds_never_meet() {
        let texts = [
            ("quota-calculator/budget/1", "budget 1\nname Thesis\nsaved 2026-01-01\nlink b1"),
            ("quota-calculator/budget/2", "estimate 1\nname Corpus\nsaved 2026-01-01\nlink v1"),
            ("quota-calculator/estimate/1", "estimate 1\nname Corpus\nsaved 2026-01-01\nlink v1"),
        ];
        let shelf = MemoryShelf::holding(texts);
        let titles = |kind| -> Vec<String> {
            list(&shelf, kind).expect("a shelf that works").iter().map(Shelved::title).collect()
        };
        assert_eq!(titles(SavedKind::BUDGET), ["“Thesis”", "the damaged entry"]);
        assert_eq!(titles(SavedKind::ESTIMATE), ["“Corpus”"]);
    }
}
