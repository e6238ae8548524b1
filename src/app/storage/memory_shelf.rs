use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{Shelf, StorageProblem};

/// A shelf for tests, which can be full, blocked or broken. Two tabs of a browser are two users of the same shelf.
#[derive(Debug, Default)]
pub(crate) struct MemoryShelf {
    texts: RefCell<BTreeMap<String, String>>,
    refuses: Cell<Option<StorageProblem>>,
    /// How many more texts it takes before it is full.
    room: Cell<Option<usize>>,
}

impl MemoryShelf {
    /// A shelf that holds these texts.
    pub(crate) fn holding<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let texts = texts.into_iter().map(|(key, text)| (key.to_owned(), text.to_owned()));
        Self { texts: RefCell::new(texts.collect()), ..Self::default() }
    }

    /// From now on the shelf has this problem: a full one takes nothing more, and the others do nothing at all.
    pub(crate) fn fail(&self, problem: impl Into<Option<StorageProblem>>) {
        self.refuses.set(problem.into());
    }

    /// The shelf takes so many more texts, and is full then.
    pub(crate) fn give_room(&self, texts: impl Into<Option<usize>>) {
        self.room.set(texts.into());
    }

    /// Everything on it, whatever it says to others.
    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    fn ready(&self) -> Result<(), StorageProblem> {
        match self.refuses.get() {
            None | Some(StorageProblem::Full) => Ok(()),
            Some(problem) => Err(problem),
        }
    }
}

impl Shelf for MemoryShelf {
    fn get(&self, key: &str) -> Result<Option<String>, StorageProblem> {
        self.ready()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageProblem> {
        self.refuses.get().map_or(Ok(()), Err)?;
        if let Some(room) = self.room.get() {
            self.room.set(Some(room.checked_sub(1).ok_or(StorageProblem::Full)?));
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageProblem> {
        self.ready()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageProblem> {
        self.ready()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
