use crate::app::saved::SavedName;
use crate::history::Unreadable;

/// What is known of a file without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, or what it is otherwise called.
    pub name: SavedName,
    /// Its length in bytes.
    pub size: u64,
    /// Whether it is rows that were pasted.
    pub is_pasted: bool,
}

impl SourceFile {
    /// A file of that name, which may be anything.
    #[must_use]
    pub fn new(name: &str, size: u64) -> Self {
        Self { name: SavedName::new(name, "A file"), size, is_pasted: false }
    }

    /// Pasted rows.
    #[must_use]
    pub fn pasted(size: u64) -> Self {
        Self { name: SavedName::new("Pasted rows", ""), size, is_pasted: true }
    }

    /// How a sentence begins with it: `“reads.csv”`, or `The pasted rows`.
    #[must_use]
    pub fn title(&self) -> String {
        if self.is_pasted { "The pasted rows".to_owned() } else { format!("“{}”", self.name) }
    }

    /// Why it can't be used, as a sentence.
    #[must_use]
    pub fn reason(&self, unreadable: Unreadable) -> String {
        if self.is_pasted { unreadable.of_pasted() } else { unreadable.to_string() }
    }
}
