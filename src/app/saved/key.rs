//! The keys under which saved estimates are kept: a number each, higher than all before.

use crate::app::storage::{Shelf, StorageProblem};

/// How the key of every saved estimate begins.
pub(super) const PREFIX: &str = "quota-calculator/estimate/";

/// The number of a key; 0 for a key that this program wouldn't give.
pub(super) fn number(key: &str) -> u64 {
    key.strip_prefix(PREFIX).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// A key that nothing has.
pub(super) fn free(shelf: &impl Shelf) -> Result<String, StorageProblem> {
    let keys = shelf.keys()?;
    let mut next = keys.iter().map(|key| number(key)).max().unwrap_or(0);
    loop {
        next = next.wrapping_add(1);
        let key = format!("{PREFIX}{next}");
        if !keys.contains(&key) {
            return Ok(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::storage::MemoryShelf;

    #[track_caller]
    fn case(keys: &[&str], free_key: &str) {
        let shelf = MemoryShelf::holding(keys.iter().map(|key| (*key, "")));
        assert_eq!(free(&shelf).as_deref(), Ok(free_key));
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
}
