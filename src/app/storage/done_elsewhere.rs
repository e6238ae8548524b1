use thiserror::Error;

use super::{Shelf, StorageProblem};

/// What another tab has done to a kept text since the reader saw it, for which reason nothing is done to it here: a sentence
/// with what such sentences call the text.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DoneElsewhere {
    /// Another text lies under its key.
    #[error("Nothing was done, because another tab has changed {0} meanwhile. The list shows it as it is now.")]
    Changed(String),
    /// Nothing lies under its key.
    #[error("Nothing was done, because another tab has deleted {0} meanwhile.")]
    Deleted(String),
}

impl DoneElsewhere {
    /// What has become of `text` under `key`, which a sentence calls `title`; `None` when it is as it was.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device doesn't say.
    pub fn since(shelf: &impl Shelf, key: &str, text: &str, title: String) -> Result<Option<Self>, StorageProblem> {
        Ok(match shelf.get(key)? {
            Some(now) if now == text => None,
            Some(_) => Some(Self::Changed(title)),
            None => Some(Self::Deleted(title)),
        })
    }
}
