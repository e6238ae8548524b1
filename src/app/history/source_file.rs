use crate::app::saved::SavedName;

/// What is known of a file without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, or what it is otherwise called.
    pub name: SavedName,
    /// Its length in bytes.
    pub size: u64,
}

impl SourceFile {
    /// What pasted rows are called.
    pub const PASTED: &str = "Pasted rows";

    /// A file of that name, which may be anything.
    #[must_use]
    pub fn new(name: &str, size: u64) -> Self {
        Self { name: SavedName::new(name, "A file"), size }
    }
}
