//! Drafts that are made from kept quotes: a duplicate, or the revision that replaces one.

use super::command::Performed;
use super::library_entry::{list, title};
use super::numbers::{newest_issued, successor};
use super::save::add;
use super::{Detour, KeptQuote, LibraryEntry, LibraryEvent, LibraryProblem, Origin, next_number, next_revision};
use crate::app::storage::Shelf;
use crate::pricing::Date;
use crate::quote::{Quote, QuoteError, QuoteFields, link};

/// Makes a draft of the same quote under the next free number.
pub(super) fn duplicate(shelf: &impl Shelf, item: &LibraryEntry, today: Date) -> Performed {
    let original = item.title();
    let deed = format!("duplicate {original}");
    let quote = quote_of(item)?;
    let list = list(shelf).map_err(|why| LibraryProblem::Storage { deed: deed.clone(), why })?;
    let draft = valid_again(quote, today).duplicate(next_number(&list, today));
    Ok(LibraryEvent::Duplicated { original, entry: keep_draft(shelf, draft, deed, today)? })
}

/// Makes a draft of the next free revision, unless there is one that replaces the same quote.
pub(super) fn revise(shelf: &impl Shelf, item: &LibraryEntry, today: Date) -> Performed {
    let quote = quote_of(item)?;
    if quote.issued.is_none() {
        return Err(LibraryProblem::NotIssued(item.title()));
    }
    let deed = format!("revise {}", item.title());
    let list = list(shelf).map_err(|why| LibraryProblem::Storage { deed: deed.clone(), why })?;
    // What is replaced is the revision that holds, also where an earlier one is taken up again.
    let later = newest_issued(&list, &quote.number).filter(|newest| newest.revision > quote.revision);
    let replaced = later.unwrap_or(quote);
    let original = title(replaced);
    let detour = later.map(|later| Detour { from: quote.revision, later: later.revision });
    if let Some(entry) = successor(&list, replaced).cloned() {
        return Ok(LibraryEvent::BegunBefore { original, detour, entry });
    }
    let revision = next_revision(&list, quote);
    let revision = revision.ok_or_else(|| LibraryProblem::NoRevisionLeft(quote.number.clone()))?;
    let draft = valid_again(quote, today).revise(revision, replaced.revision);
    Ok(LibraryEvent::Revised { original, detour, entry: keep_draft(shelf, draft, deed, today)? })
}

fn quote_of(item: &LibraryEntry) -> Result<&Quote, LibraryProblem> {
    item.quote().ok_or_else(|| LibraryProblem::Unreadable(item.title()))
}

/// The quote as a draft, with a last day to come where its own is over.
fn valid_again(quote: &Quote, today: Date) -> Quote {
    if quote.valid_until >= today {
        return quote.clone();
    }
    let fields = QuoteFields::from(quote.clone());
    let renewed = QuoteFields { issued: None, valid_until: today + Quote::USUAL_VALIDITY, ..fields };
    Quote::new(renewed).unwrap_or_else(|_| quote.clone())
}

/// Keeps a draft, if it is one.
fn keep_draft(
    shelf: &impl Shelf,
    draft: Result<Quote, QuoteError>,
    deed: String,
    today: Date,
) -> Result<LibraryEntry, LibraryProblem> {
    let draft = draft.map_err(|why| LibraryProblem::Rule { deed: deed.clone(), why })?;
    let text = KeptQuote { changed: today, origin: Origin::Own, link: link::encode(&draft, None) }.encode();
    let (_is_new, entry) = add(shelf, text).map_err(|why| LibraryProblem::Storage { deed, why })?;
    Ok(entry)
}

#[cfg(test)]
mod tests {
    use super::super::samples::{does, draft, draft_with, issued, items, link, number, refusal, save};
    use super::super::{LibraryCommand, later_revision};
    use super::*;
    use crate::app::storage::MemoryShelf;
    use crate::quote::Revision;
    use crate::text::OneLine;

    /// What was replaced, and the new draft that replaces it.
    #[track_caller]
    fn revised(shelf: &MemoryShelf, item: LibraryEntry) -> (String, LibraryEntry) {
        match does(shelf, LibraryCommand::Revise(item)) {
            LibraryEvent::Revised { original, entry, .. } => (original, entry),
            other => panic!("no revision: {other:?}"),
        }
    }

    #[test]
    fn a_duplicate_is_a_draft_under_a_number_of_its_own() {
        let shelf = MemoryShelf::default();
        let original = save(&shelf, None, &issued(&draft("2026-014", "Acme")));
        for next in ["2026-015", "2026-016"] {
            let event = does(&shelf, LibraryCommand::Duplicate(original.clone()));
            let LibraryEvent::Duplicated { original, entry } = event else { panic!("no duplicate: {event:?}") };
            assert_eq!(original, "quote 2026-014 for Acme");
            let quote = entry.quote().expect("readable");
            assert_eq!((&quote.number, quote.issued, quote.revision), (&number(next), None, Revision::FIRST));
            assert!(items(&shelf).contains(&entry));
        }
    }

    #[test]
    fn a_revision_follows_all_that_are_known() {
        let shelf = MemoryShelf::default();
        let original = save(&shelf, None, &issued(&draft("7", "Acme")));
        let elsewhere = draft_with("7", "Acme", |fields| fields.revision = Revision::new(4).expect("a revision"));
        save(&shelf, None, &elsewhere);
        let (_, entry) = revised(&shelf, original);
        let quote = entry.quote().expect("readable");
        assert_eq!(quote.number, number("7"));
        assert_eq!((quote.revision.get(), quote.replaces, quote.issued), (5, Some(Revision::FIRST), None));
    }

    #[test]
    fn a_quote_has_one_draft_that_replaces_it() {
        let shelf = MemoryShelf::default();
        let first = issued(&draft("7", "Acme"));
        let original = save(&shelf, None, &first);
        let (_, entry) = revised(&shelf, original.clone());
        let changed = draft_with("7", "Acme, Inc.", |fields| {
            fields.revision = Revision::FIRST.next();
            fields.replaces = Some(Revision::FIRST);
        });
        let entry = save(&shelf, Some(&entry), &changed);
        let before = shelf.texts();
        let event = does(&shelf, LibraryCommand::Revise(original.clone()));
        assert_eq!(event.entry(), Some(&entry), "it is the draft that was begun");
        assert_eq!(shelf.texts(), before);
        assert_eq!(
            event.draft().map(|(_, sentence)| sentence).as_deref(),
            Some("Opened draft 7, revision 2 for Acme, Inc., which was begun before and replaces quote 7 for Acme.")
        );

        // Once it is issued, it is the one that is revised, and nothing of what it was made from comes back unnoticed.
        save(&shelf, Some(&entry), &issued(&changed));
        let event = does(&shelf, LibraryCommand::Revise(original.clone()));
        let made = event.entry().and_then(LibraryEntry::quote).expect("a draft");
        assert_eq!((made.revision.get(), made.customer.as_str()), (3, "Acme"));
        assert_eq!(
            event.draft().map(|(_, sentence)| sentence).as_deref(),
            Some(
                "Made draft 7, revision 3 for Acme, which replaces quote 7, revision 2 for Acme, Inc. What it says comes \
                 from revision 1, though revision 2 was issued later."
            )
        );
        let event = does(&shelf, LibraryCommand::Revise(original));
        assert_eq!(
            event.draft().map(|(_, sentence)| sentence).as_deref(),
            Some(
                "Opened draft 7, revision 3 for Acme, which was begun before and replaces quote 7, revision 2 for Acme, \
                 Inc. Nothing was taken from revision 1."
            )
        );
    }

    #[test]
    fn a_revision_that_somebody_else_here_prepared_is_replaced_like_ones_own() {
        let shelf = MemoryShelf::default();
        let original = save(&shelf, None, &issued(&draft("7", "Acme")));
        let by_another = draft_with("7", "Acme", |fields| {
            fields.revision = Revision::FIRST.next();
            fields.replaces = Some(Revision::FIRST);
            fields.prepared_by = OneLine::new("Jo").expect("a short name");
        });
        save(&shelf, None, &issued(&by_another));
        let event = does(&shelf, LibraryCommand::Revise(original));
        let made = event.entry().and_then(LibraryEntry::quote).expect("a draft");
        assert_eq!((made.revision.get(), made.replaces), (3, Some(Revision::FIRST.next())));
    }

    #[test]
    fn a_revision_that_somebody_else_made_replaces_nothing_of_ones_own() {
        let shelf = MemoryShelf::default();
        let first = issued(&draft("7", "Acme"));
        let own = save(&shelf, None, &first);
        let theirs = issued(&first.revise(Revision::FIRST.next(), Revision::FIRST).expect("a revision"));
        does(&shelf, LibraryCommand::Keep { link: link(&theirs), is_received: true });
        let (original, entry) = revised(&shelf, own);
        assert_eq!((entry.title().as_str(), original.as_str()), ("draft 7, revision 2 for Acme", "quote 7 for Acme"));
    }

    #[test]
    fn an_earlier_revision_that_is_taken_up_again_replaces_the_newest() {
        let shelf = MemoryShelf::default();
        let first = issued(&draft("7", "Acme"));
        let original = save(&shelf, None, &first);
        let second = issued(&first.revise(Revision::FIRST.next(), Revision::FIRST).expect("a revision"));
        save(&shelf, None, &second);
        let (original, entry) = revised(&shelf, original);
        let quote = entry.quote().expect("readable");
        assert_eq!((quote.revision.get(), quote.replaces), (3, Some(second.revision)));
        assert_eq!(original, "quote 7, revision 2 for Acme");
        let list = super::list(&shelf).expect("a shelf that works");
        let later = |quote: &Quote| later_revision(list.iter(), quote).map(|later| later.quote.revision.get());
        assert_eq!((later(&first), later(&second)), (Some(2), None), "a draft replaces nothing yet");
        assert_eq!(later(&draft_with("7", "Acme", |fields| fields.prepared_by = OneLine::default())), None);
        assert_eq!(later(&draft("8", "Acme")), None);
    }

    #[test]
    fn what_cannot_be_copied_or_revised_says_why() {
        let shelf = MemoryShelf::holding([("quota-calculator/quote/1", "nonsense")]);
        let damaged = items(&shelf).remove(0);
        for command in [LibraryCommand::Duplicate(damaged.clone()), LibraryCommand::Revise(damaged)] {
            let said = refusal(does(&shelf, command));
            assert_eq!(said, "Nothing can be made of the damaged entry, because it can’t be read.");
        }
        let draft = save(&shelf, None, &draft("1", "Acme"));
        assert_eq!(
            refusal(does(&shelf, LibraryCommand::Revise(draft))),
            "No revision was made, because draft 1 for Acme hasn’t been issued: change the draft itself."
        );
        let last = draft_with("2", "Acme", |fields| fields.revision = Revision::new(255).expect("a revision"));
        let last = save(&shelf, None, &issued(&last));
        assert_eq!(
            refusal(does(&shelf, LibraryCommand::Revise(last))),
            "Quote 2 has no revision left: duplicate it under a new number."
        );
    }
}
