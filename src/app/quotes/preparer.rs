use crate::app::storage::{Shelf, StorageProblem};
use crate::quote::{Contact, PartyName, Quote, Terms};
use crate::text::{MultiLine, OneLine};

const KEY: &str = "quota-calculator/preparer";

/// Who issued the last quote on this device, and on which terms: the next draft begins with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preparer {
    /// Their name.
    pub name: PartyName,
    /// How to reach them.
    pub contact: Contact,
    /// On which terms they made it.
    pub terms: Terms,
}

impl Preparer {
    /// Who prepared a quote.
    #[must_use]
    pub fn of(quote: &Quote) -> Self {
        Self { name: quote.prepared_by.clone(), contact: quote.contact.clone(), terms: quote.terms.clone() }
    }

    /// Whom the device remembers; nobody where it can't say.
    #[must_use]
    pub fn last(shelf: &impl Shelf) -> Self {
        let kept = shelf.get(KEY).ok().flatten().unwrap_or_default();
        let (name, rest) = kept.split_once('\n').unwrap_or_default();
        // Terms weren't kept at first.
        let (contact, terms) = rest.split_once('\n').unwrap_or((rest, ""));
        Self {
            name: OneLine::new(name).unwrap_or_default(),
            contact: OneLine::new(contact).unwrap_or_default(),
            terms: MultiLine::new(terms).unwrap_or_default(),
        }
    }

    /// Remembers them.
    ///
    /// # Errors
    /// [`StorageProblem`] when the device refuses.
    pub fn remember(&self, shelf: &impl Shelf) -> Result<(), StorageProblem> {
        shelf.set(KEY, &format!("{}\n{}\n{}", self.name, self.contact, self.terms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::storage::MemoryShelf;

    #[test]
    fn the_last_preparer_is_remembered() {
        let shelf = MemoryShelf::default();
        assert_eq!(Preparer::last(&shelf), Preparer::default());
        let line = |text| OneLine::new(text).expect("a short text");
        let contact = OneLine::new("mia@example.com").expect("a short text");
        let terms = MultiLine::new("Net 30.\n\nNo refunds.").expect("a short text");
        let mia = Preparer { name: line("Mia Larsen"), contact, terms };
        assert_eq!(mia.remember(&shelf), Ok(()));
        assert_eq!(Preparer::last(&shelf), mia);
        assert_eq!(shelf.set(KEY, "Mia Larsen\nmia@example.com"), Ok(()));
        assert_eq!(Preparer::last(&shelf), Preparer { terms: MultiLine::default(), ..mia }, "as it was kept at first");
        shelf.fail(StorageProblem::Blocked);
        assert_eq!(Preparer::last(&shelf), Preparer::default());
    }
}
