use super::{Shelf, StorageProblem};

/// What has become of a kept text since it was last seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meanwhile {
    /// It is as it was.
    Same,
    /// Another text lies under its key.
    Changed,
    /// Nothing lies under its key.
    Deleted,
}

impl Meanwhile {
    /// What has become of `text` under `key`.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device doesn't say.
    pub fn since(shelf: &impl Shelf, key: &str, text: &str) -> Result<Self, StorageProblem> {
        Ok(match shelf.get(key)? {
            Some(now) if now == text => Self::Same,
            Some(_) => Self::Changed,
            None => Self::Deleted,
        })
    }
}
