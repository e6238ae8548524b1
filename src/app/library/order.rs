//! Which quotes the reader looks for, and in which order they are listed.

use std::cmp::Ordering;

use super::LibraryEntry;
use super::numbers::compare;
use crate::pricing::Date;
use crate::quote::Quote;

/// By what the quotes are ordered. What can't be read comes last in every order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LibraryOrder {
    /// The one changed last first.
    #[default]
    Changed,
    /// The highest number first, and of each number the latest revision.
    Number,
    /// By the customer's name, and of each customer the highest number first.
    Customer,
    /// What runs out next first; then what has run out, the latest first.
    ValidUntil,
}

impl LibraryOrder {
    /// All orders, as they are offered.
    pub const ALL: [Self; 4] = [Self::Changed, Self::Number, Self::Customer, Self::ValidUntil];

    /// The id by which a form knows it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Number => "number",
            Self::Customer => "customer",
            Self::ValidUntil => "valid-until",
        }
    }

    /// What it is called.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Changed => "Last changed",
            Self::Number => "Number",
            Self::Customer => "Customer",
            Self::ValidUntil => "Valid until",
        }
    }

    /// The order of this [`LibraryOrder::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.id() == id)
    }

    /// How two entries follow each other on the reader's day `today`.
    fn compare(self, one: &LibraryEntry, other: &LibraryEntry, today: Date) -> Ordering {
        let (left, right) = match (one.quote(), other.quote()) {
            (Some(left), Some(right)) => (left, right),
            (left, right) => return left.is_none().cmp(&right.is_none()),
        };
        let by_number = || by_number(right, left);
        match self {
            Self::Changed => other.changed.cmp(&one.changed),
            Self::Number => by_number(),
            Self::Customer => {
                let name = |quote: &Quote| quote.customer.as_str().to_lowercase();
                name(left).cmp(&name(right)).then_with(by_number)
            }
            Self::ValidUntil => {
                let (left, right) = (left.valid_until, right.valid_until);
                let is_over = left < today;
                let by_day = if is_over { right.cmp(&left) } else { left.cmp(&right) };
                is_over.cmp(&(right < today)).then(by_day).then_with(by_number)
            }
        }
    }
}

fn by_number(one: &Quote, other: &Quote) -> Ordering {
    compare(one.number.as_str(), other.number.as_str()).then(one.revision.cmp(&other.revision))
}

/// The entries of `list` in which each of the words occurs: in the customer's name, the number or the name of who prepared
/// it. Letters are found in either case. Without words these are all entries, with words only such as can be read.
#[must_use]
pub fn find<'a>(list: &'a [LibraryEntry], words: &str) -> Vec<&'a LibraryEntry> {
    let words = words.to_lowercase();
    let occur = |quote: &Quote| {
        let texts = [quote.customer.as_str(), quote.number.as_str(), quote.prepared_by.as_str()];
        let texts = texts.map(str::to_lowercase);
        words.split_ascii_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
    };
    let is_found = |entry: &&LibraryEntry| entry.quote().map_or_else(|| words.trim_ascii().is_empty(), occur);
    list.iter().filter(is_found).collect()
}

/// The entries in an order, on the reader's day `today`; those that are equal in it stay as they are.
#[must_use]
pub fn sorted(entries: Vec<&LibraryEntry>, order: LibraryOrder, today: Date) -> Vec<&LibraryEntry> {
    let mut sorted: Vec<&LibraryEntry> = Vec::new();
    for entry in entries {
        let place = sorted.partition_point(|other| order.compare(other, entry, today).is_le());
        sorted.insert(place, entry);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::super::samples::{day, draft_with, entry};
    use super::*;
    use crate::quote::Revision;
    use crate::text::OneLine;

    fn quotes() -> Vec<LibraryEntry> {
        let quote = |number: &str, revision: u64, customer: &str, until: &str, changed: &str| {
            let quote = draft_with(number, customer, |fields| {
                fields.revision = Revision::new(revision).expect("a revision");
                fields.valid_until = day(until);
                if number == "9" {
                    fields.prepared_by = OneLine::new("Bo ÉK").expect("a name");
                }
            });
            entry(&quote, changed)
        };
        vec![
            quote("9", 1, "acme", "2026-12-24", "2026-11-03"),
            LibraryEntry::new(String::new(), "nonsense".to_owned()),
            quote("10", 1, "Zoo", "2026-11-30", "2026-11-01"),
            quote("10", 2, "Beta Labs", "2026-11-01", "2026-11-02"),
            quote("11", 1, "ACME", "2026-10-01", "2026-11-03"),
        ]
    }

    fn numbers(entries: &[&LibraryEntry]) -> Vec<String> {
        entries.iter().map(|it| it.quote().map_or_else(|| "damaged".to_owned(), Quote::title)).collect()
    }

    #[track_caller]
    fn case(order: LibraryOrder, expected: [&str; 5]) {
        let list = quotes();
        assert_eq!(numbers(&sorted(list.iter().collect(), order, day("2026-11-24"))), expected);
    }

    #[test]
    fn every_order_puts_first_what_is_looked_for_first() {
        case(LibraryOrder::Changed, ["9", "11", "10, revision 2", "10", "damaged"]);
        case(LibraryOrder::Number, ["11", "10, revision 2", "10", "9", "damaged"]);
        case(LibraryOrder::Customer, ["11", "9", "10, revision 2", "10", "damaged"]);
        case(LibraryOrder::ValidUntil, ["10", "9", "10, revision 2", "11", "damaged"]);
    }

    #[test]
    fn what_ends_today_still_holds() {
        let list = quotes();
        let sorted = sorted(list.iter().collect(), LibraryOrder::ValidUntil, day("2026-11-01"));
        assert_eq!(numbers(&sorted), ["10, revision 2", "10", "9", "11", "damaged"]);
    }

    #[test]
    fn every_word_must_occur_somewhere() {
        let list = quotes();
        for (words, expected) in [
            ("", &["9", "damaged", "10", "10, revision 2", "11"][..]),
            (" \t", &["9", "damaged", "10", "10, revision 2", "11"]),
            ("acme", &["9", "11"]),
            ("ACME 11", &["11"]),
            ("labs  BETA", &["10, revision 2"]),
            ("ék", &["9"]),
            ("Ék", &["9"]),
            ("larsen", &["10", "10, revision 2", "11"]),
            ("larsen ék", &[]),
            ("acmelabs", &[]),
        ] {
            assert_eq!(numbers(&find(&list, words)), expected, "{words}");
        }
    }

    #[test]
    fn orders_go_by_their_ids() {
        for order in LibraryOrder::ALL {
            assert_eq!(LibraryOrder::by_id(order.id()), Some(order));
        }
        assert_eq!(LibraryOrder::by_id(""), None);
    }
}
