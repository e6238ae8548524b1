use super::{KeySeries, Shelf, StorageProblem};

/// How to take back what was done to one kept text.
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

impl Undo {
    /// Puts the earlier text back into its place, or when something else stands there by now, beside it under a free key of
    /// `series`. Says the key.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device refuses; nothing has changed then.
    pub fn take_back(&self, shelf: &impl Shelf, series: KeySeries) -> Result<String, StorageProblem> {
        if shelf.get(&self.key)? != self.after {
            return series.add(shelf, &self.before);
        }
        shelf.set(&self.key, &self.before)?;
        Ok(self.key.clone())
    }
}
