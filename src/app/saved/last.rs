//! What the reader last worked on, for the next visit.

use super::perform::add;
use super::{SavedEntry, SavedKind, SavedName};
use crate::app::storage::{Shelf, StorageProblem};
use crate::pricing::Date;

/// The fragment of the last one of a kind, without the `#`, if one was kept. Whether it can be opened is for `link` to say.
///
/// # Errors
/// [`StorageProblem`] when the device doesn't say.
pub fn last(shelf: &impl Shelf, kind: SavedKind) -> Result<Option<String>, StorageProblem> {
    Ok(shelf.get(kind.last)?.filter(|link| !link.is_empty()))
}

/// Keeps the fragment of what the reader works on, and says whether another one was saved for that: one that
/// `can_open` refuses, as a newer version of this program may have written it, isn't overwritten but becomes a saved
/// one.
///
/// # Errors
/// [`StorageProblem`] when the device refuses; the fragment from before is still there.
pub fn keep_last(
    shelf: &impl Shelf,
    kind: SavedKind,
    link: &str,
    today: Date,
    can_open: impl Fn(&str) -> bool,
) -> Result<bool, StorageProblem> {
    let before = last(shelf, kind)?.filter(|before| before != link);
    let foreign = before.filter(|before| !can_open(before));
    let saves_another = foreign.is_some();
    if let Some(foreign) = foreign {
        let name = SavedName::new(&format!("Last {}, which couldn’t be opened", kind.noun), "");
        add(shelf, &SavedEntry { kind, name, saved: today, link: foreign })?;
    }
    shelf.set(kind.last, link)?;
    Ok(saves_another)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::saved::list;
    use crate::app::storage::MemoryShelf;

    fn today() -> Date {
        Date::from_ymd_opt(2026, 8, 14).expect("a day")
    }

    fn keep(shelf: &MemoryShelf, link: &str) -> Result<bool, StorageProblem> {
        keep_last(shelf, SavedKind::ESTIMATE, link, today(), |link| link.starts_with("v1/"))
    }

    #[test]
    fn the_last_estimate_is_kept_for_the_next_visit() {
        let shelf = MemoryShelf::default();
        assert_eq!(last(&shelf, SavedKind::ESTIMATE), Ok(None));
        for link in ["v1/reads=1", "v1/reads=2", "v1/reads=2"] {
            assert_eq!(keep(&shelf, link), Ok(false));
            assert_eq!(last(&shelf, SavedKind::ESTIMATE).as_ref().map(Option::as_deref), Ok(Some(link)));
        }
        assert_eq!(list(&shelf, SavedKind::ESTIMATE).expect("a list").len(), 0);
    }

    #[test]
    fn one_that_cannot_be_opened_is_saved_before_it_is_overwritten() {
        let shelf = MemoryShelf::holding([("quota-calculator/last", "v9/new\nthings")]);
        assert_eq!(keep(&shelf, "v1/reads=1"), Ok(true));
        assert_eq!(last(&shelf, SavedKind::ESTIMATE), Ok(Some("v1/reads=1".to_owned())));
        let list = list(&shelf, SavedKind::ESTIMATE).expect("a list");
        let saved: Vec<_> = list.iter().map(|it| it.content.clone().expect("readable")).collect();
        let name = SavedName::new("Last estimate, which couldn’t be opened", "");
        assert_eq!(
            saved,
            [SavedEntry { kind: SavedKind::ESTIMATE, name, saved: today(), link: "v9/new\nthings".to_owned() }]
        );
        assert_eq!(keep(&shelf, "v1/reads=2"), Ok(false), "it is saved once");
    }

    #[test]
    fn a_shelf_that_refuses_keeps_what_it_has() {
        for problem in [StorageProblem::Full, StorageProblem::Blocked, StorageProblem::Broken] {
            for before in ["v1/reads=1", "v9/reads=1"] {
                let shelf = MemoryShelf::holding([("quota-calculator/last", before)]);
                let texts = shelf.texts();
                shelf.fail(problem);
                assert_eq!(keep(&shelf, "v1/reads=2"), Err(problem));
                assert_eq!(shelf.texts(), texts);
            }
        }
    }
}
