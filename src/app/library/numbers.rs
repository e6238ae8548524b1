//! Which numbers and revisions are free.

use std::cmp::Ordering;

use chrono::Datelike;

use super::LibraryEntry;
use crate::pricing::Date;
use crate::quote::link::OpenedQuote;
use crate::quote::{Quote, QuoteNumber, Revision};

/// One's own quotes in `list`. Those of others count by numbers of their own.
pub(super) fn own(list: &[LibraryEntry]) -> impl Iterator<Item = &LibraryEntry> {
    list.iter().filter(|entry| !entry.is_received())
}

/// A number that no quote of one's own in `list` has: the one after the highest, or the first of the year, like
/// `2026-001`, when there is none. Numbers that begin with an earlier year, like `2025-014`, count from the first of
/// the year again.
#[must_use]
pub fn next_number(list: &[LibraryEntry], today: Date) -> QuoteNumber {
    let used = || own(list).filter_map(LibraryEntry::quote).map(|quote| &quote.number);
    let highest = used().max_by(|one, other| compare(one.as_str(), other.as_str()));
    let mut number = match highest {
        Some(highest) if !is_of_an_earlier_year(highest, today) => highest.next(),
        _ => QuoteNumber::first_of(today),
    };
    // A number that grew too long begins anew and meets what is used.
    while used().any(|other| *other == number) {
        number = number.next();
    }
    number
}

/// The revision after the highest one of one's own in `list` of the number that `quote` has; `None` when all are used.
#[must_use]
pub fn next_revision(list: &[LibraryEntry], quote: &Quote) -> Option<Revision> {
    let quotes = own(list).filter_map(LibraryEntry::quote).filter(|other| other.number == quote.number);
    let highest = quotes.map(|other| other.revision).max().unwrap_or(quote.revision).max(quote.revision);
    Revision::new(u64::from(highest.get()) + 1)
}

/// The newest revision of one's own in `list` that was issued under `number`.
pub(super) fn newest_issued<'a>(list: &'a [LibraryEntry], number: &QuoteNumber) -> Option<&'a Quote> {
    let quotes = own(list).filter_map(LibraryEntry::quote);
    quotes.filter(|quote| quote.issued.is_some() && quote.number == *number).max_by_key(|quote| quote.revision)
}

/// The draft of one's own in `list` that replaces `issued`: of several, the one that comes first, and rather
/// one that wasn't set aside.
pub(super) fn successor<'a>(list: &'a [LibraryEntry], issued: &Quote) -> Option<&'a LibraryEntry> {
    let replaces = |draft: &Quote| draft.number == issued.number && draft.replaces == Some(issued.revision);
    let drafts =
        || own(list).filter(|entry| entry.quote().is_some_and(|quote| quote.issued.is_none() && replaces(quote)));
    drafts().find(|draft| !draft.is_set_aside()).or_else(|| drafts().next())
}

/// Which place among the revisions of its number a draft takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Succession {
    /// Its own revision.
    pub revision: Revision,
    /// The one that it replaces.
    pub replaces: Revision,
}

/// The place that a revision must take instead of its own, because what it replaces was replaced by another one in `list`
/// meanwhile: two revisions never replace the same one. `None` where it may stay, or all revisions are used.
#[must_use]
pub fn succession(list: &[LibraryEntry], draft: &Quote) -> Option<Succession> {
    let replaced = draft.replaces?;
    let newest = newest_issued(list, &draft.number).filter(|newest| newest.revision > replaced)?;
    let is_behind = draft.revision > newest.revision;
    let revision = if is_behind { draft.revision } else { next_revision(list, draft)? };
    Some(Succession { revision, replaces: newest.revision })
}

/// Whether one issued another quote in `list` with the number and revision of `quote`, which lies under `key` if
/// anywhere.
#[must_use]
pub fn is_taken_in(list: &[LibraryEntry], quote: &Quote, key: Option<&str>) -> bool {
    let others = own(list).filter(|entry| key != Some(entry.key.as_str()));
    others
        .filter_map(LibraryEntry::quote)
        .any(|other| other.issued.is_some() && (&other.number, other.revision) == (&quote.number, quote.revision))
}

/// The newest revision in `list` of a quote by the same preparer that was issued after it; `None` when it is the newest itself.
#[must_use]
pub fn later_revision<'a>(list: impl IntoIterator<Item = &'a LibraryEntry>, quote: &Quote) -> Option<&'a OpenedQuote> {
    let kept = list.into_iter().filter_map(|entry| entry.content.as_deref().ok());
    let is_later = |other: &&OpenedQuote| {
        let other = &other.quote;
        (&other.number, &other.prepared_by) == (&quote.number, &quote.prepared_by)
            && other.revision > quote.revision
            && other.issued.is_some()
    };
    kept.filter(is_later).max_by_key(|other| other.quote.revision)
}

/// Compares texts as people count: what stands in digits by its value, everything else by its characters.
pub(super) fn compare(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (one, other);
    while !(left.is_empty() && right.is_empty()) {
        let ((run, left_rest), (other_run, right_rest)) = (leading_run(left), leading_run(right));
        let order = if is_digits(run) && is_digits(other_run) {
            let (run, other_run) = (run.trim_start_matches('0'), other_run.trim_start_matches('0'));
            run.len().cmp(&other_run.len()).then(run.cmp(other_run))
        } else {
            run.cmp(other_run)
        };
        if order.is_ne() {
            return order;
        }
        (left, right) = (left_rest, right_rest);
    }
    one.cmp(other)
}

/// The digits that a text begins with, or everything before its first digit; and the rest.
fn leading_run(text: &str) -> (&str, &str) {
    let starts_with_digits = is_digits(text.get(..1).unwrap_or_default());
    let end = text.find(|c: char| c.is_ascii_digit() != starts_with_digits).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number is one of those that [`QuoteNumber::first_of`] begins, of a year before that of `today`.
fn is_of_an_earlier_year(number: &QuoteNumber, today: Date) -> bool {
    let year = number.as_str().split_once('-').filter(|(year, _)| year.len() == 4 && is_digits(year));
    year.and_then(|(year, _)| year.parse().ok()).is_some_and(|year: i32| year < today.year())
}

#[cfg(test)]
mod tests {
    use super::super::samples::{day, draft, draft_with, entry, issued, received};
    use super::*;
    use crate::app::library::Origin;
    use proptest::prelude::*;

    #[track_caller]
    fn case(used: &[&str], next: &str) {
        case_beside(&[], used, next);
    }

    /// A case with quotes beside one's own that came from others.
    #[track_caller]
    fn case_beside(others: &[&str], used: &[&str], next: &str) {
        let own = used.iter().map(|number| entry(&draft(number, "Acme"), "2026-11-01"));
        let others = others.iter().map(|number| received(&draft(number, "Acme")));
        let list: Vec<_> = own.chain(others).collect();
        assert_eq!(next_number(&list, day("2026-11-24")).as_str(), next);
    }

    #[test]
    fn the_next_number_comes_after_the_highest() {
        case(&[], "2026-001");
        case(&["2026-001"], "2026-002");
        case(&["2026-014", "2026-003"], "2026-015");
        case(&["2026-999", "2026-1000"], "2026-1001");
        case(&["ACME/7", "2026-003"], "ACME/8");
        case(&["9", "10"], "11");
        case(&["2027-001"], "2027-002");
    }

    #[test]
    fn a_new_year_begins_anew() {
        case(&["2025-014"], "2026-001");
        case(&["2025-014", "2026-001"], "2026-002");
        case(&["2025/014"], "2025/015");
        case(&["202-014"], "202-015");
    }

    #[test]
    fn a_number_that_grows_too_long_meets_no_other() {
        case(&["AAAAAAAAAAAAAAAAAAA9"], "1");
        case(&["AAAAAAAAAAAAAAAAAAA9", "1", "2"], "3");
    }

    #[test]
    fn the_numbers_of_others_steer_nothing() {
        case_beside(&["ZED/900"], &[], "2026-001");
        case_beside(&["ZED/900"], &["2026-014"], "2026-015");
        case_beside(&["2026-015"], &["2026-014"], "2026-015");
    }

    #[test]
    fn the_next_revision_comes_after_all_that_are_known() {
        let revision = |number: u64| Revision::new(number).expect("a revision");
        let of = |number: &str, it: u64| draft_with(number, "Acme", |fields| fields.revision = revision(it));
        let list: Vec<_> = [of("1", 1), of("1", 4), of("2", 255)].iter().map(|it| entry(it, "2026-11-01")).collect();
        assert_eq!(next_revision(&list, &of("1", 1)), Revision::new(5));
        assert_eq!(next_revision(&list, &of("1", 6)), Revision::new(7), "it need not be listed");
        assert_eq!(next_revision(&list, &of("2", 3)), None);
        let others: Vec<_> = [received(&of("1", 4)), entry(&of("1", 1), "2026-11-01")].into();
        assert_eq!(next_revision(&others, &of("1", 1)), Revision::new(2), "somebody else's is another quote");
    }

    #[test]
    fn a_number_is_taken_by_what_one_issued_oneself() {
        let (open, closed) = (draft("1", "Acme"), issued(&draft("1", "Acme")));
        for (name, entry, is_taken) in [
            ("a draft", entry(&open, "2026-11-01"), false),
            ("one's own", entry(&closed, "2026-11-01"), true),
            ("another number", entry(&issued(&draft("2", "Acme")), "2026-11-01"), false),
            (
                "another revision",
                entry(
                    &issued(&open.revise(Revision::FIRST.next(), Revision::FIRST).expect("a revision")),
                    "2026-11-01",
                ),
                false,
            ),
            ("somebody else's", received(&closed), false),
        ] {
            assert_eq!(is_taken_in(&[entry], &open, None), is_taken, "{name}");
        }
        assert!(!is_taken_in(&[entry(&closed, "2026-11-01")], &open, Some("")), "its own place is no other");
    }

    #[test]
    fn a_draft_whose_predecessor_was_replaced_meanwhile_follows_the_newest() {
        let of = |number: u64, replaces: u64| {
            draft_with("1", "Acme", |fields| {
                fields.revision = Revision::new(number).expect("a revision");
                fields.replaces = Revision::new(replaces);
            })
        };
        let first = issued(&draft("1", "Acme"));
        let (second, third) = (issued(&of(2, 1)), issued(&of(3, 2)));
        let follows = |kept: &[&Quote], draft: &Quote| {
            let list: Vec<_> = kept.iter().map(|quote| entry(quote, "2026-11-01")).collect();
            succession(&list, draft).map(|it| (it.revision.get(), it.replaces.get()))
        };
        assert_eq!(follows(&[&first], &of(2, 1)), None, "what it replaces is the newest");
        assert_eq!(follows(&[&first, &second], &of(2, 1)), Some((3, 2)), "its own place is taken, too");
        assert_eq!(follows(&[&first, &second], &of(3, 1)), Some((3, 2)));
        assert_eq!(follows(&[&first, &second, &third], &of(3, 1)), Some((4, 3)));
        assert_eq!(follows(&[&first, &second, &of(4, 2)], &of(2, 1)), Some((5, 2)), "drafts keep their places");
        assert_eq!(follows(&[&first, &of(2, 1)], &of(3, 1)), None, "a draft replaces nothing yet");
        assert_eq!(follows(&[&first, &second], &draft("1", "Acme")), None, "it replaces nothing");
        assert_eq!(succession(&[entry(&first, "2026-11-01"), received(&second)], &of(2, 1)), None, "somebody else’s");
    }

    #[test]
    fn what_was_set_aside_is_gone_on_with_only_where_there_is_nothing_else() {
        let first = issued(&draft("1", "Acme"));
        let revision = entry(&first.revise(Revision::FIRST.next(), Revision::FIRST).expect("a revision"), "2026-11-01");
        let aside = LibraryEntry { origin: Origin::SetAside, ..revision.clone() };
        let list = [aside.clone(), revision.clone()];
        assert_eq!(successor(&list, &first), Some(&revision));
        assert_eq!(successor(&list[..1], &first), Some(&aside));
    }

    #[test]
    fn numbers_are_compared_by_value() {
        let ascending = ["", "-", "001", "01", "1", "2", "10", "10-2", "10-10", "A", "A1", "A02", "A10", "A-1", "a1"];
        for (place, one) in ascending.iter().enumerate() {
            for (other_place, other) in ascending.iter().enumerate() {
                assert_eq!(compare(one, other), place.cmp(&other_place), "{one} and {other}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_next_number_is_free(used in proptest::collection::vec("[0-9]{1,3}|202[5-7]-[0-9]{3}|[A-Z-]{0,18}[0-9]{2}", 0..6)) {
            let list: Vec<_> = used.iter().map(|number| entry(&draft(number, "Acme"), "2026-11-01")).collect();
            let next = next_number(&list, day("2026-11-24"));
            prop_assert!(!used.iter().any(|it| it == next.as_str()));
        }
    }
}
