use super::StorageProblem;

/// Texts by key that outlive the page. Other pages of the same address may keep theirs beside them.
///
/// A call that fails leaves everything as it was.
pub trait Shelf {
    /// The text of a key, if there is one.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device doesn't say.
    fn get(&self, key: &str) -> Result<Option<String>, StorageProblem>;

    /// Keeps a text, in the place of the key's earlier one.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device refuses.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageProblem>;

    /// Drops a key and its text; a key that isn't there is no error.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device refuses.
    fn remove(&self, key: &str) -> Result<(), StorageProblem>;

    /// All keys, in no order, other pages' included.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device doesn't say.
    fn keys(&self) -> Result<Vec<String>, StorageProblem>;
}
