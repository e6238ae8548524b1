use std::rc::Rc;

use super::{
    ImportReport, LibraryAction, LibraryEntry, LibraryEvent, LibraryOrder, LibraryOutcome, LibraryProblem, find, sorted,
};
use crate::app::Focus;
use crate::app::storage::{StorageProblem, Undo};
use crate::pricing::Date;

/// What the panel of the quotes on this device shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// Everything that is kept, what was changed last first and the damaged last.
    pub list: Rc<[LibraryEntry]>,
    /// Why the device doesn't say what is kept; the list is then the last one known.
    pub storage_problem: Option<StorageProblem>,
    /// What the reader looks for, as typed.
    pub words: String,
    /// In which order the list is shown.
    pub order: LibraryOrder,
    /// What was done and needs no answer, as a sentence.
    pub notice: Option<String>,
    /// What came of the last import.
    pub imported: Option<Rc<ImportReport>>,
    /// What was deleted and can be brought back, the latest last.
    pub undo: Vec<Undo>,
    /// Why what the reader wanted wasn't done.
    pub problem: Option<LibraryProblem>,
    /// Where the keyboard should go on, when what it was on has gone.
    pub focus: Option<Focus>,
}

impl Library {
    /// The id of the field with what the reader looks for.
    pub const SEARCH_FIELD: &str = "library-search";
    /// The id of the button that brings back what was deleted last.
    pub const UNDO_BUTTON: &str = "library-undo";

    /// The id of what opens the entry at a place of [`Library::list`], wherever it is shown.
    #[must_use]
    pub fn open_id(place: usize) -> String {
        format!("library-open-{place}")
    }

    /// The place in [`Library::list`] of the entry with this key.
    #[must_use]
    pub fn place(&self, key: &str) -> Option<usize> {
        self.list.iter().position(|it| it.key == key)
    }

    /// What is found of the words, in the chosen order, on the reader's day `today`.
    #[must_use]
    pub fn shown(&self, today: Date) -> Vec<&LibraryEntry> {
        sorted(find(&self.list, &self.words), self.order, today)
    }

    /// The panel after an action.
    #[must_use]
    pub fn reduced(mut self, action: LibraryAction) -> Self {
        match action {
            LibraryAction::Look => self.forget(),
            LibraryAction::Search(words) => self.words = words,
            LibraryAction::Order(order) => self.order = order,
            LibraryAction::Done(LibraryOutcome { event, list }) => {
                match list {
                    Ok(list) => (self.list, self.storage_problem) = (list, None),
                    Err(problem) => self.storage_problem = Some(problem),
                }
                self.happened(event);
            }
        }
        self
    }

    fn happened(&mut self, event: LibraryEvent) {
        match &event {
            LibraryEvent::Nothing => {}
            // A draft is saved over and over; what was said before it still holds.
            LibraryEvent::Saved(_) => self.problem = None,
            _ => self.forget(),
        }
        match event {
            LibraryEvent::Nothing | LibraryEvent::Saved(_) | LibraryEvent::Exported(_) => {}
            LibraryEvent::Kept(entry) => self.notice = Some(format!("Kept {} on this device.", entry.title())),
            LibraryEvent::AlreadyKept(entry) => self.notice = Some(format!("Kept already: {}.", entry.title())),
            LibraryEvent::SavedOver { .. } | LibraryEvent::KeptBeside { .. } => self.notice = event.clash(),
            LibraryEvent::Duplicated { .. } | LibraryEvent::Revised { .. } | LibraryEvent::BegunBefore { .. } => {
                if let Some((entry, sentence)) = event.draft() {
                    self.made(entry, sentence);
                }
            }
            LibraryEvent::Deleted(undo) => {
                self.undo.push(undo);
                Focus::send(&mut self.focus, Self::UNDO_BUTTON);
            }
            LibraryEvent::Undone { undo, key } => {
                if let Some(place) = self.undo.iter().rposition(|it| *it == undo) {
                    self.undo.remove(place);
                }
                let entry = self.list.iter().find(|it| it.key == key).cloned();
                match entry {
                    Some(entry) => self.made(&entry, format!("Restored {}.", entry.title())),
                    None => Focus::send(&mut self.focus, Self::SEARCH_FIELD),
                }
            }
            LibraryEvent::Imported(report) => self.imported = Some(report),
            LibraryEvent::Refused(problem) => self.problem = Some(problem),
        }
    }

    /// Says what came to be, and sends the keyboard there, or when the reader looks for something else, to the search.
    fn made(&mut self, entry: &LibraryEntry, notice: String) {
        self.notice = Some(notice);
        let is_shown = find(&self.list, &self.words).into_iter().any(|it| it.key == entry.key);
        let place = self.place(&entry.key).filter(|_| is_shown);
        Focus::send(&mut self.focus, place.map_or_else(|| Self::SEARCH_FIELD.to_owned(), Self::open_id));
    }

    fn forget(&mut self) {
        (self.notice, self.problem, self.imported) = (None, None, None);
    }
}

#[cfg(test)]
mod tests {
    use super::super::everything::export;
    use super::super::samples::{day, draft, issued, link};
    use super::*;
    use crate::app::library::{LibraryCommand, perform};
    use crate::app::storage::MemoryShelf;
    use crate::quote::Quote;

    /// A reader before the panel.
    #[derive(Default)]
    struct Reader {
        shelf: MemoryShelf,
        panel: Library,
    }

    impl Reader {
        fn acts(&mut self, action: LibraryAction) {
            self.panel = self.panel.clone().reduced(action);
        }

        fn does(&mut self, command: LibraryCommand) {
            self.acts(LibraryAction::Done(perform(&self.shelf, command, day("2026-11-24"))));
        }

        fn saves(&mut self, over: Option<&LibraryEntry>, quote: &Quote) {
            let over = over.map(LibraryEntry::seen);
            self.does(LibraryCommand::Save { over, link: link(quote) });
        }

        fn shown(&self) -> Vec<String> {
            self.panel.shown(day("2026-11-24")).into_iter().map(LibraryEntry::title).collect()
        }

        fn item(&self, place: usize) -> LibraryEntry {
            self.panel.list.get(place).cloned().expect("something kept")
        }

        fn notice(&self) -> Option<&str> {
            self.panel.notice.as_deref()
        }

        fn focus(&self) -> Option<&str> {
            self.panel.focus.as_ref().map(|focus| focus.id.as_str())
        }
    }

    fn with_two() -> Reader {
        let mut reader = Reader::default();
        reader.saves(None, &issued(&draft("1", "Zoo")));
        reader.saves(None, &draft("2", "Acme"));
        reader
    }

    #[test]
    fn the_list_shows_what_is_looked_for_in_its_order() {
        let mut reader = with_two();
        assert_eq!(reader.shown(), ["draft 2 for Acme", "quote 1 for Zoo"]);
        reader.saves(None, &draft("3", "Acme"));
        reader.acts(LibraryAction::Order(LibraryOrder::Customer));
        assert_eq!(reader.shown(), ["draft 3 for Acme", "draft 2 for Acme", "quote 1 for Zoo"]);
        reader.acts(LibraryAction::Search("acme 2".to_owned()));
        assert_eq!(reader.shown(), ["draft 2 for Acme"]);
        assert_eq!((reader.panel.list.len(), reader.focus()), (3, None));
    }

    #[test]
    fn writing_a_draft_says_nothing_until_it_cannot_go_on_there() {
        let mut reader = with_two();
        assert_eq!(reader.notice(), None);
        let seen = reader.item(0);
        reader.saves(Some(&seen), &draft("2", "Theirs"));
        reader.saves(Some(&seen), &draft("2", "Mine"));
        let said = "Another tab had changed this draft meanwhile. What you typed here is later, so it stands in its place; \
                    what the other tab wrote is kept beside it as draft 2 for Theirs, set aside.";
        assert_eq!(reader.notice(), Some(said));
        let mine = reader.item(1);
        reader.saves(Some(&mine), &draft("2", "Mine, typed on"));
        assert_eq!(reader.notice(), Some(said), "it still holds");
        reader.saves(None, &draft("2", "Theirs"));
        assert_eq!(reader.notice(), Some("Kept already: draft 2 for Theirs, set aside."));
        reader.acts(LibraryAction::Look);
        assert_eq!(reader.notice(), None);
    }

    #[test]
    fn keeping_what_came_by_link_is_said() {
        let mut reader = with_two();
        let keeping = LibraryCommand::Keep { link: link(&issued(&draft("7", "Acme"))), is_received: true };
        reader.does(keeping.clone());
        assert_eq!(reader.notice(), Some("Kept quote 7 for Acme on this device."));
        reader.does(keeping);
        assert_eq!(reader.notice(), Some("Kept already: quote 7 for Acme."));
    }

    #[test]
    fn what_is_deleted_is_brought_back_from_the_latest_on() {
        let mut reader = with_two();
        reader.does(LibraryCommand::Delete(reader.item(0)));
        reader.does(LibraryCommand::Delete(reader.item(0)));
        assert_eq!((reader.shown().len(), reader.focus()), (0, Some("library-undo")));
        reader.acts(LibraryAction::Look);
        for (names, said) in [(1, "Restored quote 1 for Zoo."), (2, "Restored draft 2 for Acme.")] {
            let undo = reader.panel.undo.last().cloned().expect("something to bring back");
            reader.does(LibraryCommand::Undo(undo));
            assert_eq!((reader.shown().len(), reader.notice()), (names, Some(said)));
            assert_eq!(reader.focus(), Some("library-open-0"));
        }
        assert_eq!(reader.panel.undo, []);
    }

    #[test]
    fn what_is_not_shown_cannot_have_the_focus() {
        let mut reader = with_two();
        reader.acts(LibraryAction::Search("zoo".to_owned()));
        reader.does(LibraryCommand::Delete(reader.item(0)));
        let undo = reader.panel.undo.last().cloned().expect("something to bring back");
        reader.does(LibraryCommand::Undo(undo));
        assert_eq!(reader.focus(), Some("library-search"));
        reader.does(LibraryCommand::Duplicate(reader.item(1)));
        assert_eq!(reader.notice(), Some("Made draft 3 for Zoo from quote 1 for Zoo."));
        assert_eq!(reader.focus(), Some("library-open-0"));
        reader.does(LibraryCommand::Revise(reader.item(2)));
        assert_eq!(reader.notice(), Some("Made draft 1, revision 2 for Zoo, which replaces quote 1 for Zoo."));
    }

    #[test]
    fn refusals_and_imports_are_said_until_the_next_thing_happens() {
        let mut reader = with_two();
        let file = export(&reader.shelf, day("2026-11-24")).expect("a shelf that works");
        reader.does(LibraryCommand::Import(file));
        assert_eq!(reader.panel.imported.as_ref().map(|report| report.skipped), Some(2));
        reader.does(LibraryCommand::Import(String::new()));
        assert_eq!((&reader.panel.imported, reader.panel.problem.is_some()), (&None, true));
        reader.does(LibraryCommand::List);
        assert!(reader.panel.problem.is_some(), "another tab changes nothing of that");
        reader.saves(None, &draft("3", "Acme"));
        assert_eq!(reader.panel.problem, None);
    }

    #[test]
    fn a_silent_storage_keeps_the_list_that_was_known() {
        let mut reader = with_two();
        reader.shelf.fail(StorageProblem::Broken);
        reader.does(LibraryCommand::List);
        assert_eq!(reader.panel.storage_problem, Some(StorageProblem::Broken));
        assert_eq!(reader.shown().len(), 2);
        reader.shelf.fail(None);
        reader.does(LibraryCommand::List);
        assert_eq!(reader.panel.storage_problem, None);
    }
}
