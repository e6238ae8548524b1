//! Keeping a quote on the storage, where it was or beside what it must not write over.

use super::command::{Performed, Seen};
use super::library_entry::{KEYS, title};
use super::{Beside, KeptQuote, LibraryEntry, LibraryEvent, LibraryProblem, Origin};
use crate::app::storage::{Shelf, StorageProblem};
use crate::pricing::Date;
use crate::quote::link::{self, OpenedQuote};

/// Keeps a quote written here, in the place of the draft `over` if there is one: [`LibraryEvent::Saved`].
///
/// What is issued there or can't be read is never written over, and what was deleted isn't put back under its key: then the quote
/// is [kept beside](LibraryEvent::KeptBeside). What another tab made of the draft meanwhile is
/// [kept beside the quote](LibraryEvent::SavedOver). Where the very same quote lies already, it is
/// [not kept again](LibraryEvent::AlreadyKept).
///
/// # Errors
/// [`LibraryProblem`] when the link is no quote's, or the storage refuses; then everything lies as before.
pub(super) fn save(shelf: &impl Shelf, over: Option<Seen>, link: String, today: Date) -> Performed {
    let opened = link::decode(&link, crate::catalogue()).map_err(LibraryProblem::NotAQuote)?;
    let failed = |why| LibraryProblem::Storage { deed: format!("keep {}", title(&opened.quote)), why };
    let text = KeptQuote { changed: today, origin: Origin::Own, link }.encode();
    let Some(Seen { key, text: before }) = over else {
        let (is_new, entry) = add(shelf, text).map_err(failed)?;
        return Ok(if is_new { LibraryEvent::Saved(entry) } else { LibraryEvent::AlreadyKept(entry) });
    };
    let there = shelf.get(&key).map_err(failed)?.map(|there| LibraryEntry::new(key.clone(), there));
    let why = match there {
        None => Beside::Deleted,
        Some(there) => match &there.content {
            Ok(old) if old.link == opened.link => return Ok(LibraryEvent::Saved(there)),
            Err(_) => Beside::Unreadable,
            Ok(old) if is_fixed(old, &opened) => Beside::Issued,
            Ok(_) if there.text != before => return save_over(shelf, there, text).map_err(failed),
            Ok(_) => {
                shelf.set(&key, &text).map_err(failed)?;
                return Ok(LibraryEvent::Saved(LibraryEntry::new(key, text)));
            }
        },
    };
    let (is_new, entry) = add(shelf, text).map_err(failed)?;
    Ok(if is_new { LibraryEvent::KeptBeside { entry, why } } else { LibraryEvent::AlreadyKept(entry) })
}

/// Writes `text` in the place of a draft that another tab wrote meanwhile, which is kept beside it as set aside.
fn save_over(shelf: &impl Shelf, there: LibraryEntry, text: String) -> Result<LibraryEvent, StorageProblem> {
    let LibraryEntry { key, text: theirs, .. } = there;
    let theirs = match KeptQuote::decode(&theirs) {
        Ok(kept) if kept.origin == Origin::Own => KeptQuote { origin: Origin::SetAside, ..kept }.encode(),
        _ => theirs,
    };
    let beside = KEYS.add(shelf, &theirs)?;
    if let Err(problem) = shelf.set(&key, &text) {
        // What is there still says it.
        let _refused = KEYS.remove(shelf, &beside);
        return Err(problem);
    }
    let other = Box::new(LibraryEntry::new(beside, theirs));
    Ok(LibraryEvent::SavedOver { entry: LibraryEntry::new(key, text), other })
}

/// Keeps a quote beside all others, which may have been received: [`LibraryEvent::Kept`], unless the very same lies there
/// already.
///
/// # Errors
/// [`LibraryProblem`] when the link is no quote's, or the storage refuses; then everything lies as before.
pub(super) fn keep(shelf: &impl Shelf, link: String, is_received: bool, today: Date) -> Performed {
    let opened = link::decode(&link, crate::catalogue()).map_err(LibraryProblem::NotAQuote)?;
    let failed = |why| LibraryProblem::Storage { deed: format!("keep {}", title(&opened.quote)), why };
    let origin = if is_received { Origin::Received } else { Origin::Own };
    let (is_new, entry) = add(shelf, KeptQuote { changed: today, origin, link }.encode()).map_err(failed)?;
    Ok(if is_new { LibraryEvent::Kept(entry) } else { LibraryEvent::AlreadyKept(entry) })
}

/// Whether `old` must not give way to `new`: it is issued, and `new` is more than the same quote with a signature.
fn is_fixed(old: &OpenedQuote, new: &OpenedQuote) -> bool {
    let only_signs = old.quote == new.quote && old.seal.is_none();
    old.quote.issued.is_some() && !only_signs
}

/// Keeps a text beside all others, unless the same quote lies there already. Says whether it is new, and where it lies.
pub(super) fn add(shelf: &impl Shelf, text: String) -> Result<(bool, LibraryEntry), StorageProblem> {
    let link = |text: &str| KeptQuote::decode(text).map(|kept| kept.link);
    let twin = KEYS.texts(shelf)?.into_iter().find(|(_, other)| link(other).is_ok_and(|it| link(&text) == Ok(it)));
    Ok(match twin {
        Some((key, text)) => (false, LibraryEntry::new(key, text)),
        None => (true, LibraryEntry::new(KEYS.add(shelf, &text)?, text)),
    })
}

#[cfg(test)]
mod tests {
    use super::super::LibraryCommand;
    use super::super::samples::{does, draft, issued, items, link, refusal, save, saving, titles};
    use super::*;
    use crate::app::storage::MemoryShelf;
    use crate::quote::{PublicKey, Quote, Seal, Signature};

    /// Saving `quote` where `over` was must keep it beside that.
    #[track_caller]
    fn keeps_beside(shelf: &MemoryShelf, over: &LibraryEntry, quote: &Quote, expected: Beside) {
        let before = shelf.texts();
        let event = does(shelf, saving(Some(over), quote));
        let LibraryEvent::KeptBeside { entry, why } = event else { panic!("not beside: {event:?}") };
        assert_eq!(why, expected);
        assert_eq!(entry.quote(), Some(quote));
        let mut now = shelf.texts();
        assert_eq!(now.remove(&entry.key), Some(entry.text));
        assert_eq!(now, before);
    }

    #[test]
    fn what_came_by_link_is_not_revised_here() {
        let shelf = MemoryShelf::default();
        let (own, theirs) = (issued(&draft("1", "Acme")), issued(&draft("2", "Acme")));
        assert!(save(&shelf, None, &own).is_revisable());
        let received = match does(&shelf, LibraryCommand::Keep { link: link(&theirs), is_received: true }) {
            LibraryEvent::Kept(entry) => entry,
            other => panic!("not kept: {other:?}"),
        };
        assert!(!received.is_revisable());
        assert!(matches!(does(&shelf, LibraryCommand::Duplicate(received)), LibraryEvent::Duplicated { .. }));
        let again = does(&shelf, LibraryCommand::Keep { link: link(&own), is_received: true });
        assert!(again.entry().is_some_and(LibraryEntry::is_revisable), "what is one's own stays that");
    }

    #[test]
    fn a_draft_is_saved_over_and_over_in_its_place() {
        let shelf = MemoryShelf::default();
        let first = save(&shelf, None, &draft("1", "A"));
        let second = save(&shelf, Some(&first), &draft("1", "Acme"));
        let third = save(&shelf, Some(&second), &issued(&draft("1", "Acme")));
        assert_eq!(titles(&shelf), ["quote 1 for Acme"]);
        let text = shelf.texts().remove("quota-calculator/quote/1").expect("the first key");
        assert_eq!(text, format!("quote 1\nchanged 2026-11-24\nlink {}", link(&issued(&draft("1", "Acme")))));
        assert_eq!(items(&shelf), [third]);
    }

    #[test]
    fn saving_the_same_again_changes_nothing() {
        let text = super::super::samples::text(&draft("1", "Acme"), "2026-11-01");
        let shelf = MemoryShelf::holding([("quota-calculator/quote/5", text.as_str())]);
        let before = shelf.texts();
        let entry = items(&shelf).remove(0);
        assert_eq!(save(&shelf, Some(&entry), &draft("1", "Acme")), entry);
        let event = does(&shelf, saving(None, &draft("1", "Acme")));
        assert_eq!(event, LibraryEvent::AlreadyKept(entry));
        assert_eq!(shelf.texts(), before, "not even the day");
    }

    #[test]
    fn the_later_of_two_tabs_takes_the_drafts_place_and_the_other_is_kept_beside() {
        let shelf = MemoryShelf::default();
        let seen = save(&shelf, None, &draft("1", "Acme"));
        let theirs = save(&shelf, Some(&seen), &draft("1", "Theirs"));
        assert_eq!(save(&shelf, Some(&seen), &draft("1", "Theirs")), theirs, "both tabs wrote the same");
        let event = does(&shelf, saving(Some(&seen), &draft("1", "Mine")));
        let LibraryEvent::SavedOver { entry, other } = event else { panic!("not over it: {event:?}") };
        assert_eq!((&entry.key, other.quote()), (&seen.key, theirs.quote()));
        assert_eq!(titles(&shelf), ["draft 1 for Theirs, set aside", "draft 1 for Mine"]);

        assert_eq!(
            refusal(does(&shelf, LibraryCommand::Delete(seen))),
            "Nothing was done, because another tab has changed draft 1 for Acme meanwhile. The list shows it as it is \
             now."
        );
        does(&shelf, LibraryCommand::Delete(entry.clone()));
        assert_eq!(
            refusal(does(&shelf, LibraryCommand::Delete(entry.clone()))),
            "Nothing was done, because another tab has deleted draft 1 for Mine meanwhile."
        );
        keeps_beside(&shelf, &entry, &draft("1", "Still mine"), Beside::Deleted);
    }

    #[test]
    fn where_there_is_no_room_for_both_the_other_tabs_version_stays() {
        for room in [0, 1] {
            let shelf = MemoryShelf::default();
            let seen = save(&shelf, None, &draft("1", "Acme"));
            save(&shelf, Some(&seen), &draft("1", "Theirs"));
            let before = items(&shelf);
            shelf.give_room(room);
            refusal(does(&shelf, saving(Some(&seen), &draft("1", "Mine"))));
            assert_eq!(items(&shelf), before, "{room}");
        }
    }

    #[test]
    fn what_is_issued_or_cannot_be_read_is_never_written_over() {
        let shelf = MemoryShelf::holding([("quota-calculator/quote/9", "quote 4\nnewer")]);
        let damaged = items(&shelf).remove(0);
        keeps_beside(&shelf, &damaged, &draft("1", "Acme"), Beside::Unreadable);
        let fixed = save(&shelf, None, &issued(&draft("2", "Acme")));
        keeps_beside(&shelf, &fixed, &draft("2", "Acme"), Beside::Issued);
        keeps_beside(&shelf, &fixed, &issued(&draft("2", "Other")), Beside::Issued);
        let open = save(&shelf, None, &draft("3", "Acme"));
        save(&shelf, Some(&open), &issued(&draft("3", "Acme")));
        keeps_beside(&shelf, &open, &draft("3", "Zoo"), Beside::Issued);
    }

    #[test]
    fn what_lies_there_already_is_not_kept_beside_again() {
        let shelf = MemoryShelf::default();
        let gone = save(&shelf, None, &draft("1", "Acme"));
        does(&shelf, LibraryCommand::Delete(gone.clone()));
        let twin = save(&shelf, None, &draft("1", "Acme"));
        assert_ne!(twin.key, gone.key, "a key is never used again");
        let before = shelf.texts();
        assert_eq!(does(&shelf, saving(Some(&gone), &draft("1", "Acme"))), LibraryEvent::AlreadyKept(twin));
        assert_eq!(shelf.texts(), before);
    }

    #[test]
    fn why_a_quote_was_kept_beside_another_is_said() {
        let entry = save(&MemoryShelf::default(), None, &draft("1", "Acme"));
        for (why, said) in [
            (Beside::Deleted, "because it was deleted meanwhile."),
            (Beside::Issued, "because what is issued stays as it is; both are in the list."),
            (Beside::Unreadable, "because the earlier one can’t be read; both are in the list."),
        ] {
            let event = LibraryEvent::KeptBeside { entry: entry.clone(), why };
            assert_eq!(event.clash(), Some(format!("Kept draft 1 for Acme as a new entry, {said}")));
        }
    }

    #[test]
    fn signing_is_no_change() {
        let shelf = MemoryShelf::default();
        let quote = issued(&draft("1", "Acme"));
        let unsigned = save(&shelf, None, &quote);
        let seal = |byte| Seal { key: PublicKey::from_bytes([byte; 32]), signature: Signature::from_bytes([byte; 64]) };
        let signing = |entry: &LibraryEntry, byte| LibraryCommand::Save {
            over: Some(entry.seen()),
            link: link::encode(&quote, Some(&seal(byte))),
        };
        let event = does(&shelf, signing(&unsigned, 1));
        let LibraryEvent::Saved(signed) = event else { panic!("not saved: {event:?}") };
        assert_eq!(items(&shelf), std::slice::from_ref(&signed));
        let event = does(&shelf, signing(&signed, 2));
        assert!(matches!(event, LibraryEvent::KeptBeside { why: Beside::Issued, .. }), "a signature stays");
    }

    #[test]
    fn only_quotes_are_kept() {
        let shelf = MemoryShelf::default();
        let event = does(&shelf, LibraryCommand::Save { over: None, link: "v1/reads=5".to_owned() });
        assert_eq!(refusal(event), "Couldn’t keep the quote: it doesn’t begin like the link of a quote, with q1.");
        assert!(shelf.texts().is_empty());
    }
}
