use std::rc::Rc;

use crate::app::saved::SavedName;
use crate::history::Unreadable;

/// What is known of a file without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, or what it is otherwise called.
    pub name: SavedName,
    /// Its length in bytes.
    pub size: u64,
    /// The rows, where they were pasted.
    pub pasted: Option<Rc<str>>,
}

impl SourceFile {
    /// A file of that name, which may be anything.
    #[must_use]
    pub fn new(name: &str, size: u64) -> Self {
        Self { name: SavedName::new(name, "A file"), size, pasted: None }
    }

    /// Pasted rows.
    #[must_use]
    pub fn pasted(rows: &str) -> Self {
        Self { name: SavedName::new("Pasted rows", ""), size: rows.len() as u64, pasted: Some(rows.into()) }
    }

    /// How a sentence begins with it: `“reads.csv”`, or `The pasted rows`.
    #[must_use]
    pub fn title(&self) -> String {
        if self.pasted.is_some() { "The pasted rows".to_owned() } else { format!("“{}”", self.name) }
    }

    /// Why it can't be used, as a sentence.
    #[must_use]
    pub fn reason(&self, unreadable: Unreadable) -> String {
        if self.pasted.is_some() { unreadable.of_pasted() } else { unreadable.to_string() }
    }
}
