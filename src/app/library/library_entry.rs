use std::rc::Rc;

use super::{DamagedQuote, KeptQuote, Origin, Seen};
use crate::app::storage::{KeySeries, Shelf, StorageProblem};
use crate::pricing::Date;
use crate::quote::link::{self, OpenedQuote};
use crate::quote::{Quote, Validity};

/// The keys under which quotes are kept.
pub(in crate::app) const KEYS: KeySeries = KeySeries::new("quota-calculator/quote/");

/// A quote as it lies in the storage, readable or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryEntry {
    /// Its key.
    pub key: String,
    /// Its text, as it is kept.
    pub text: String,
    /// The reader's day when it was last changed, where the text says it.
    pub changed: Option<Date>,
    /// Where it came from, as far as the text says it.
    pub origin: Origin,
    /// The quote, or why it can't be opened.
    pub content: Result<Rc<OpenedQuote>, DamagedQuote>,
}

impl LibraryEntry {
    pub(super) fn new(key: String, text: String) -> Self {
        let kept = KeptQuote::decode(&text);
        let changed = kept.as_ref().ok().map(|kept| kept.changed);
        let origin = kept.as_ref().map(|kept| kept.origin).unwrap_or_default();
        let content = kept.and_then(|kept| Ok(Rc::new(link::decode(&kept.link, crate::catalogue())?)));
        Self { key, text, changed, origin, content }
    }

    /// The quote, if it can be opened.
    #[must_use]
    pub fn quote(&self) -> Option<&Quote> {
        self.content.as_ref().ok().map(|opened| &opened.quote)
    }

    /// Whether it came by link from somebody else, as far as is known.
    #[must_use]
    pub fn is_received(&self) -> bool {
        self.origin == Origin::Received
    }

    /// Whether it is what another tab wrote over.
    #[must_use]
    pub fn is_set_aside(&self) -> bool {
        self.origin == Origin::SetAside
    }

    /// Whether it can be revised: it was issued, and not by somebody else as far as is known.
    #[must_use]
    pub fn is_revisable(&self) -> bool {
        !self.is_received() && self.quote().is_some_and(|quote| quote.issued.is_some())
    }

    /// What the quote is worth on `day`, if it can be opened.
    #[must_use]
    pub fn validity(&self, day: Date) -> Option<Validity> {
        self.quote().map(|quote| Validity::on(day, quote))
    }

    /// How a sentence calls it: `draft 2026-014, revision 2 for Acme, Inc.`, or `the damaged entry`. What was set aside says so,
    /// for it may have the number of the draft in whose place it was.
    #[must_use]
    pub fn title(&self) -> String {
        let title = self.quote().map_or_else(|| "the damaged entry".to_owned(), title);
        if self.is_set_aside() { title + ", set aside" } else { title }
    }

    /// What a later [`LibraryCommand::Save`](super::LibraryCommand::Save) must find there to write over it.
    #[must_use]
    pub fn seen(&self) -> Seen {
        Seen { key: self.key.clone(), text: self.text.clone() }
    }

    /// Whether it stands above `other` in the list: the one changed last first, and the damaged last.
    fn is_above(&self, other: &Self) -> bool {
        let rank = |it: &Self| (it.changed.filter(|_| it.content.is_ok()), KEYS.number(&it.key));
        rank(self) > rank(other)
    }
}

/// How a sentence calls a quote.
pub(super) fn title(quote: &Quote) -> String {
    let kind = if quote.issued.is_none() { "draft" } else { "quote" };
    let customer = if quote.customer.is_empty() { String::new() } else { format!(" for {}", quote.customer) };
    [kind, " ", &quote.title(), &customer].concat()
}

/// Everything that is kept, what was changed last first and the damaged last.
pub(super) fn list(shelf: &impl Shelf) -> Result<Rc<[LibraryEntry]>, StorageProblem> {
    let mut list: Vec<LibraryEntry> = Vec::new();
    for (key, text) in KEYS.texts(shelf)? {
        let entry = LibraryEntry::new(key, text);
        list.insert(list.partition_point(|other| other.is_above(&entry)), entry);
    }
    Ok(list.into())
}

#[cfg(test)]
mod tests {
    use super::super::samples::{day, draft, issued, text};
    use super::*;
    use crate::app::storage::MemoryShelf;
    use crate::quote::Revision;

    #[test]
    fn what_was_changed_last_comes_first_and_the_damaged_last() {
        let revised = issued(&draft("7", "Acme")).revise(Revision::FIRST.next(), Revision::FIRST).expect("a revision");
        let texts = [
            ("quota-calculator/quote/1", text(&draft("1", "Acme, Inc."), "2025-12-31")),
            ("quota-calculator/quote/2", "nonsense".to_owned()),
            ("quota-calculator/quote/9", text(&issued(&draft("2", "Acme")), "2026-01-01")),
            ("quota-calculator/quote/10", text(&draft("3", ""), "2026-01-01")),
            ("quota-calculator/quote/by hand", text(&revised, "2026-01-02")),
            ("quota-calculator/quote/3", "quote 4\nchanged 2027-01-01\nlink q2/whatever".to_owned()),
            ("quota-calculator/quote/4", "quote 1\nchanged 2027-01-01\nlink q2/whatever".to_owned()),
            ("quota-calculator/estimate/1", text(&draft("4", "Acme"), "2026-01-01")),
        ];
        let shelf = MemoryShelf::holding(texts.iter().map(|(key, text)| (*key, text.as_str())));
        let list = list(&shelf).expect("a shelf that works");
        let titles: Vec<_> = list.iter().map(LibraryEntry::title).collect();
        assert_eq!(
            titles,
            [
                "draft 7, revision 2 for Acme",
                "draft 3",
                "quote 2 for Acme",
                "draft 1 for Acme, Inc.",
                "the damaged entry",
                "the damaged entry",
                "the damaged entry",
            ]
        );
        let said: Vec<_> = list.iter().filter_map(|it| it.content.as_ref().err()).map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "its link can’t be opened: its version is q2, which this calculator doesn’t know; a newer one may have \
                 made it",
                "its version is 4, which this calculator doesn’t know; a newer one may have kept it",
                "it doesn’t begin like a kept quote",
            ]
        );
        assert_eq!(list.last().map(|it| it.text.as_str()), Some("nonsense"), "a damaged text is there in full");
        assert_eq!(list.get(4).and_then(|it| it.changed), Some(day("2027-01-01")));
    }

    #[test]
    fn an_entry_says_what_it_is_worth() {
        let worth = |quote: &Quote, today: &str| {
            LibraryEntry::new(String::new(), text(quote, "2026-11-01")).validity(day(today))
        };
        let draft = draft("1", "Acme");
        assert_eq!(worth(&draft, "2026-12-20"), Some(Validity::Draft));
        assert_eq!(worth(&issued(&draft), "2026-12-20"), Some(Validity::Valid { days_left: 4 }));
        let damaged = LibraryEntry::new(String::new(), "nonsense".to_owned());
        assert_eq!(damaged.validity(day("2026-12-20")), None);
    }
}
