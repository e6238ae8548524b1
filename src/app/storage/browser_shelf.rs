use web_sys::Storage;

use super::{Shelf, StorageProblem};

/// The browser's `localStorage`, which all tabs of this address share.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserShelf;

impl BrowserShelf {
    /// The storage, asked for anew each time, because a reader may allow or block it while the page is open.
    fn storage() -> Result<Storage, StorageProblem> {
        let window = web_sys::window().ok_or(StorageProblem::Blocked)?;
        // Where storage is blocked, already asking for it throws.
        window.local_storage().ok().flatten().ok_or(StorageProblem::Blocked)
    }
}

impl Shelf for BrowserShelf {
    fn get(&self, key: &str) -> Result<Option<String>, StorageProblem> {
        Self::storage()?.get_item(key).map_err(|error| StorageProblem::of(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageProblem> {
        Self::storage()?.set_item(key, text).map_err(|error| StorageProblem::of(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StorageProblem> {
        Self::storage()?.remove_item(key).map_err(|error| StorageProblem::of(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StorageProblem> {
        let storage = Self::storage()?;
        let count = storage.length().map_err(|error| StorageProblem::of(&error))?;
        let mut keys = Vec::new();
        for place in 0..count {
            // Another tab may have removed a key meanwhile, so the last places may be empty.
            keys.extend(storage.key(place).map_err(|error| StorageProblem::of(&error))?);
        }
        Ok(keys)
    }
}
