use super::{Shelf, StorageProblem};

/// The keys of things of one kind: a beginning that all of them share, and a number each, higher than all before. That
/// of a text which is gone isn't given again, so that no address or other tab takes another text for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeySeries(&'static str);

impl KeySeries {
    /// The keys that begin with `prefix`.
    #[must_use]
    pub const fn new(prefix: &'static str) -> Self {
        Self(prefix)
    }

    /// Whether `key` is one of them, given by this program or not.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        key.starts_with(self.0)
    }

    /// The number of a key; 0 for a key that this program wouldn't give.
    #[must_use]
    pub fn number(self, key: &str) -> u64 {
        self.name(key).parse().unwrap_or(0)
    }

    /// What a key has for itself, behind what all of them share: a number, where this program gave it.
    #[must_use]
    pub fn name(self, key: &str) -> &str {
        key.strip_prefix(self.0).unwrap_or_default()
    }

    /// Every key with its text, in no order.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device doesn't say.
    pub fn texts(self, shelf: &impl Shelf) -> Result<Vec<(String, String)>, StorageProblem> {
        let mut texts = Vec::new();
        for key in shelf.keys()?.into_iter().filter(|key| self.has(key)) {
            // Another tab may have removed it meanwhile.
            let Some(text) = shelf.get(&key)? else { continue };
            texts.push((key, text));
        }
        Ok(texts)
    }

    /// The keys that nothing has.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device doesn't say.
    pub fn free(self, shelf: &impl Shelf) -> Result<FreeKeys, StorageProblem> {
        Ok(FreeKeys { series: self, last: self.last(shelf)? })
    }

    /// Drops a key and its text; a key that isn't there is no error. When it was the highest, its number is kept, so
    /// that the next one is higher.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device refuses; nothing has changed then.
    pub fn remove(self, shelf: &impl Shelf, key: &str) -> Result<(), StorageProblem> {
        shelf.remove(key)?;
        let number = self.number(key);
        if self.last(shelf).is_ok_and(|last| last < number) {
            // The text is gone even where this is refused: then its number may be given again.
            let _refused = shelf.set(&self.key_of_last_removed(), &number.to_string());
        }
        Ok(())
    }

    /// The highest number that was given, as far as this device knows; 0 for none.
    fn last(self, shelf: &impl Shelf) -> Result<u64, StorageProblem> {
        let there = shelf.keys()?.iter().map(|key| self.number(key)).max().unwrap_or(0);
        let removed = shelf.get(&self.key_of_last_removed())?.and_then(|number| number.parse().ok()).unwrap_or(0);
        Ok(there.max(removed))
    }

    /// The key of the highest number that was removed: none of the series, so that nobody lists it.
    fn key_of_last_removed(self) -> String {
        format!("{}-last-removed", self.0.trim_end_matches('/'))
    }

    /// Keeps a text beside all others, and says under which key.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device refuses; nothing has changed then.
    pub fn add(self, shelf: &impl Shelf, text: &str) -> Result<String, StorageProblem> {
        self.free(shelf)?.add(shelf, text)
    }
}

/// Keys that nothing has, one after the other, for whoever adds several texts.
#[derive(Clone, Debug)]
pub struct FreeKeys {
    series: KeySeries,
    /// The number that was given last.
    last: u64,
}

impl FreeKeys {
    /// Keeps a text under the next free key, and says under which.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device refuses; nothing has changed then.
    pub fn add(&mut self, shelf: &impl Shelf, text: &str) -> Result<String, StorageProblem> {
        let mut number = self.last;
        loop {
            number = number.wrapping_add(1);
            let key = format!("{}{number}", self.series.0);
            // Another tab may have taken it meanwhile.
            if shelf.get(&key)?.is_none() {
                shelf.set(&key, text)?;
                self.last = number;
                return Ok(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::storage::MemoryShelf;

    const KEYS: KeySeries = KeySeries::new("quota-calculator/estimate/");

    #[track_caller]
    fn case(keys: &[&str], free_key: &str) {
        let shelf = MemoryShelf::holding(keys.iter().map(|key| (*key, "")));
        assert_eq!(KEYS.add(&shelf, "new").as_deref(), Ok(free_key));
        assert_eq!(shelf.texts().get(free_key).map(String::as_str), Some("new"));
        assert_eq!(shelf.texts().len(), keys.len() + 1, "nothing was overwritten");
    }

    #[test]
    fn a_free_key_comes_after_all_others() {
        case(&[], "quota-calculator/estimate/1");
        case(&["quota-calculator/estimate/9", "quota-calculator/estimate/10"], "quota-calculator/estimate/11");
        case(&["quota-calculator/estimate/x", "another/estimate/7"], "quota-calculator/estimate/1");
        case(
            &["quota-calculator/estimate/18446744073709551615", "quota-calculator/estimate/0"],
            "quota-calculator/estimate/1",
        );
    }

    #[test]
    fn a_key_that_was_given_is_never_given_again() {
        let shelf = MemoryShelf::default();
        let add = || KEYS.add(&shelf, "").expect("room");
        let given: Vec<_> = (0..3).map(|_| add()).collect();
        for (removed, next) in [(2, 4), (1, 5), (0, 6)] {
            KEYS.remove(&shelf, &given[removed]).expect("a shelf that works");
            assert_eq!(add(), format!("quota-calculator/estimate/{next}"));
        }
        for number in (4..=6).rev() {
            KEYS.remove(&shelf, &format!("quota-calculator/estimate/{number}")).expect("a shelf that works");
        }
        assert_eq!(KEYS.texts(&shelf).expect("a shelf that works"), []);
        assert_eq!(add(), "quota-calculator/estimate/7");
    }

    #[test]
    fn what_cannot_be_noted_is_removed_all_the_same() {
        let shelf = MemoryShelf::holding([("quota-calculator/estimate/5", "")]);
        shelf.fail(StorageProblem::Blocked);
        assert_eq!(KEYS.remove(&shelf, "quota-calculator/estimate/5"), Err(StorageProblem::Blocked));
        shelf.fail(StorageProblem::Full);
        assert_eq!(KEYS.remove(&shelf, "quota-calculator/estimate/5"), Ok(()));
        assert!(shelf.texts().is_empty());
        shelf.fail(None);
        let unreadable = MemoryShelf::holding([("quota-calculator/estimate-last-removed", "many")]);
        for shelf in [shelf, unreadable] {
            assert_eq!(KEYS.add(&shelf, "new").as_deref(), Ok("quota-calculator/estimate/1"));
        }
    }

    #[test]
    fn several_keys_follow_each_other_whatever_another_tab_takes() {
        let shelf = MemoryShelf::holding([("quota-calculator/estimate/3", "")]);
        let mut free = KEYS.free(&shelf).expect("a shelf that works");
        assert_eq!(free.add(&shelf, "a").as_deref(), Ok("quota-calculator/estimate/4"));
        assert_eq!(KEYS.add(&shelf, "theirs").as_deref(), Ok("quota-calculator/estimate/5"));
        assert_eq!(free.add(&shelf, "b").as_deref(), Ok("quota-calculator/estimate/6"));
        shelf.fail(StorageProblem::Full);
        assert_eq!(free.add(&shelf, "c"), Err(StorageProblem::Full));
        shelf.fail(None);
        assert_eq!(free.add(&shelf, "c").as_deref(), Ok("quota-calculator/estimate/7"), "no number is left out");
    }
}
