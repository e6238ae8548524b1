/// How to take back what was done to one saved estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    /// What was done, as a sentence: `Deleted “Corpus”.`
    pub sentence: String,
    /// The key it was done to.
    pub key: String,
    /// The text before it was done.
    pub before: String,
    /// The text since; `None` when it was deleted.
    pub after: Option<String>,
}
