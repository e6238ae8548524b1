use std::rc::Rc;

use super::{SavedAction, SavedEvent, SavedName, SavedOutcome, SavedProblem, Shelved, Undo};
use crate::app::Focus;
use crate::app::storage::StorageProblem;

/// What the panel of saved estimates shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedPanel {
    /// Everything that is saved, the newest first and the damaged last.
    pub list: Rc<[Shelved]>,
    /// Why the device doesn't say what is saved; the list is then the last one known.
    pub storage_problem: Option<StorageProblem>,
    /// Why the last estimate isn't kept for the next visit.
    pub last_problem: Option<StorageProblem>,
    /// The name of the estimate to save, as typed.
    pub draft: String,
    /// The estimate that waits for the reader's decision, because its name is taken.
    pub taken: Option<Taken>,
    /// The renaming that is going on.
    pub renaming: Option<Renaming>,
    /// What was done and needs no answer, as a sentence.
    pub notice: Option<String>,
    /// What was done and can be taken back, the latest last.
    pub undo: Vec<Undo>,
    /// Why what the reader wanted wasn't done.
    pub problem: Option<SavedProblem>,
    /// Where the keyboard should go on, when what it was on has gone.
    pub focus: Option<Focus>,
}

/// An estimate that was to be saved under a name that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The name.
    pub name: SavedName,
    /// The fragment of the estimate's link.
    pub link: String,
}

/// A saved estimate that is being renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// Its key.
    pub key: String,
    /// Its new name, as typed.
    pub draft: String,
}

impl SavedPanel {
    /// The id of the name's field.
    pub const NAME_FIELD: &str = "saved-name";
    /// The id of the field with a new name.
    pub const RENAME_FIELD: &str = "saved-new-name";
    /// The id of the button that takes back the latest change.
    pub const UNDO_BUTTON: &str = "saved-undo";

    /// The id of what opens the saved estimate at a place of the list.
    #[must_use]
    pub fn open_id(place: usize) -> String {
        format!("saved-open-{place}")
    }

    /// The id of the button that renames it.
    #[must_use]
    pub fn rename_id(place: usize) -> String {
        format!("saved-rename-{place}")
    }

    /// The panel after an action.
    #[must_use]
    pub fn reduced(mut self, action: SavedAction) -> Self {
        match action {
            SavedAction::Look => {
                (self.notice, self.problem, self.taken, self.renaming) = (None, None, None, None);
            }
            SavedAction::TypeName(text) => {
                self.draft = text;
                (self.notice, self.problem, self.taken) = (None, None, None);
            }
            SavedAction::CancelSave => {
                self.taken = None;
                self.move_focus(Self::NAME_FIELD);
            }
            SavedAction::StartRename(key) => {
                let name = self.list.iter().find(|it| it.key == key).and_then(Shelved::name);
                let Some(draft) = name.map(ToString::to_string) else { return self };
                self.renaming = Some(Renaming { key, draft });
                (self.notice, self.problem) = (None, None);
                self.move_focus(Self::RENAME_FIELD);
            }
            SavedAction::TypeRename(text) => {
                if let Some(renaming) = &mut self.renaming {
                    renaming.draft = text;
                }
            }
            SavedAction::CancelRename => self.end_renaming(),
            SavedAction::Done(SavedOutcome { event, list }) => {
                match list {
                    Ok(list) => (self.list, self.storage_problem) = (list, None),
                    Err(problem) => self.storage_problem = Some(problem),
                }
                self.happened(event);
                let renaming = self.renaming.take();
                self.renaming = renaming.filter(|renaming| self.place(&renaming.key).is_some());
            }
            SavedAction::LastKept(outcome) => self.last_problem = outcome.err(),
        }
        self
    }

    fn happened(&mut self, event: SavedEvent) {
        match event {
            SavedEvent::Nothing => {}
            SavedEvent::Saved(name) => self.after_saving(format!("Saved as “{name}”.")),
            SavedEvent::AlreadySaved(name) => self.after_saving(format!("“{name}” is already saved, just like this.")),
            SavedEvent::Taken { name, link } => {
                (self.notice, self.problem) = (None, None);
                self.taken = Some(Taken { name, link });
            }
            SavedEvent::Changed(undo) => {
                (self.notice, self.problem) = (None, None);
                if self.renaming.is_some() {
                    self.end_renaming();
                } else {
                    self.move_focus(Self::UNDO_BUTTON);
                }
                if self.taken.take().is_some() {
                    self.draft.clear();
                }
                self.undo.push(undo);
            }
            SavedEvent::Undone { undo, key } => {
                self.problem = None;
                if let Some(place) = self.undo.iter().rposition(|it| *it == undo) {
                    self.undo.remove(place);
                }
                let place = self.place(&key);
                let title = place.and_then(|place| self.list.get(place)).map(Shelved::title);
                self.notice = title.map(|title| format!("Restored {title}."));
                self.move_focus(place.map_or_else(|| Self::NAME_FIELD.to_owned(), Self::open_id));
            }
            SavedEvent::Refused(problem) => {
                self.notice = None;
                self.problem = Some(problem);
            }
        }
    }

    fn after_saving(&mut self, notice: String) {
        self.problem = None;
        self.notice = Some(notice);
        self.draft.clear();
        if self.taken.take().is_some() {
            self.move_focus(Self::NAME_FIELD);
        }
    }

    fn end_renaming(&mut self) {
        let place = self.renaming.take().and_then(|renaming| self.place(&renaming.key));
        self.problem = None;
        if let Some(place) = place {
            self.move_focus(Self::rename_id(place));
        }
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.list.iter().position(|it| it.key == key)
    }

    fn move_focus(&mut self, id: impl Into<String>) {
        Focus::send(&mut self.focus, id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::saved::{SavedCommand, SavedKind, WhenTaken, perform};
    use crate::app::storage::MemoryShelf;
    use crate::pricing::Date;

    /// A reader before the panel.
    #[derive(Default)]
    struct Reader {
        shelf: MemoryShelf,
        panel: SavedPanel,
    }

    impl Reader {
        fn acts(&mut self, action: SavedAction) {
            self.panel = self.panel.clone().reduced(action);
        }

        fn does(&mut self, command: SavedCommand) {
            let today = Date::from_ymd_opt(2026, 8, 14).expect("a day");
            self.acts(SavedAction::Done(perform(&self.shelf, SavedKind::ESTIMATE, command, today)));
        }

        fn saves(&mut self, name: &str, link: &str, when_taken: WhenTaken) {
            self.acts(SavedAction::TypeName(name.to_owned()));
            self.does(SavedCommand::Save { name: SavedName::new(name, ""), link: link.to_owned(), when_taken });
        }

        fn item(&self, place: usize) -> Shelved {
            self.panel.list.get(place).cloned().expect("something saved")
        }

        fn names(&self) -> Vec<String> {
            self.panel.list.iter().map(Shelved::title).collect()
        }

        fn focus(&self) -> Option<&str> {
            self.panel.focus.as_ref().map(|focus| focus.id.as_str())
        }
    }

    fn with_two() -> Reader {
        let mut reader = Reader::default();
        reader.saves("Corpus", "v1/a", WhenTaken::Ask);
        reader.saves("Thesis", "v1/b", WhenTaken::Ask);
        reader
    }

    #[test]
    fn saving_says_so_and_clears_the_field() {
        let mut reader = with_two();
        assert_eq!(reader.panel.notice.as_deref(), Some("Saved as “Thesis”."));
        assert_eq!(reader.panel.draft, "");
        assert_eq!(reader.focus(), None, "the button is still there");
        reader.saves("Thesis", "v1/b", WhenTaken::Ask);
        assert_eq!(reader.panel.notice.as_deref(), Some("“Thesis” is already saved, just like this."));
        reader.acts(SavedAction::TypeName("C".to_owned()));
        assert_eq!((reader.panel.notice.as_deref(), reader.panel.draft.as_str()), (None, "C"));
    }

    #[test]
    fn a_refusal_keeps_what_was_typed() {
        let mut reader = with_two();
        reader.shelf.fail(StorageProblem::Full);
        reader.saves("Third", "v1/c", WhenTaken::Ask);
        let said = reader.panel.problem.as_ref().map(ToString::to_string);
        assert_eq!(
            said.as_deref(),
            Some(
                "Couldn’t save “Third”: this browser’s storage for this page is full; delete something saved \
                 here that you don’t need any more, then try again."
            )
        );
        assert_eq!((reader.panel.draft.as_str(), &reader.panel.notice), ("Third", &None));
        reader.does(SavedCommand::Delete(reader.item(0)));
        reader.shelf.fail(None);
        reader.saves("Third", "v1/c", WhenTaken::Ask);
        assert_eq!(reader.panel.problem, None);
        assert_eq!(reader.names(), ["“Third”", "“Corpus”"]);
    }

    #[test]
    fn a_taken_name_waits_for_the_reader() {
        let mut reader = with_two();
        reader.saves("Corpus", "v1/c", WhenTaken::Ask);
        let taken = Taken { name: SavedName::new("Corpus", ""), link: "v1/c".to_owned() };
        assert_eq!(reader.panel.taken, Some(taken.clone()));
        assert_eq!(reader.panel.draft, "Corpus");

        reader.acts(SavedAction::CancelSave);
        assert_eq!((&reader.panel.taken, reader.focus()), (&None, Some("saved-name")));

        let answer = |when_taken| SavedCommand::Save { name: taken.name.clone(), link: taken.link.clone(), when_taken };
        reader.does(answer(WhenTaken::Ask));
        reader.does(answer(WhenTaken::KeepBoth));
        assert_eq!(reader.panel.notice.as_deref(), Some("Saved as “Corpus (2)”."));
        assert_eq!((&reader.panel.taken, reader.panel.draft.as_str()), (&None, ""));

        reader.does(answer(WhenTaken::Ask));
        reader.does(answer(WhenTaken::Replace));
        assert_eq!(reader.panel.undo.last().map(|undo| undo.sentence.as_str()), Some("Replaced “Corpus”."));
        assert_eq!((&reader.panel.taken, reader.focus()), (&None, Some("saved-undo")));
    }

    #[test]
    fn changes_are_taken_back_from_the_latest_on() {
        let mut reader = with_two();
        reader.does(SavedCommand::Delete(reader.item(0)));
        reader.does(SavedCommand::Delete(reader.item(0)));
        assert_eq!((reader.names().len(), reader.focus()), (0, Some("saved-undo")));
        for (names, said) in [(1, "Restored “Corpus”."), (2, "Restored “Thesis”.")] {
            let undo = reader.panel.undo.last().cloned().expect("something to take back");
            reader.does(SavedCommand::Undo(undo));
            assert_eq!(reader.names().len(), names);
            assert_eq!(reader.panel.notice.as_deref(), Some(said));
            assert_eq!(reader.focus(), Some("saved-open-0"));
        }
        assert_eq!(reader.panel.undo, []);
    }

    #[test]
    fn what_cannot_be_taken_back_now_can_be_later() {
        let mut reader = with_two();
        reader.does(SavedCommand::Delete(reader.item(0)));
        let undo = reader.panel.undo.last().cloned().expect("something to take back");
        reader.shelf.fail(StorageProblem::Full);
        reader.does(SavedCommand::Undo(undo.clone()));
        assert!(matches!(reader.panel.problem, Some(SavedProblem::Storage { .. })));
        reader.shelf.fail(None);
        reader.acts(SavedAction::Look);
        assert_eq!(reader.panel.undo.as_slice(), std::slice::from_ref(&undo), "closing the panel forgets no undo");
        reader.does(SavedCommand::Undo(undo));
        assert_eq!(reader.names(), ["“Thesis”", "“Corpus”"]);
    }

    #[test]
    fn renaming_begins_with_the_name_and_ends_at_its_button() {
        let mut reader = with_two();
        let item = reader.item(1);
        reader.acts(SavedAction::StartRename(item.key.clone()));
        assert_eq!(reader.panel.renaming, Some(Renaming { key: item.key.clone(), draft: "Corpus".to_owned() }));
        assert_eq!(reader.focus(), Some("saved-new-name"));
        reader.acts(SavedAction::TypeRename("Thesis".to_owned()));
        reader.does(SavedCommand::Rename { item: item.clone(), name: SavedName::new("Thesis", "") });
        assert_eq!(
            reader.panel.problem.as_ref().map(ToString::to_string).as_deref(),
            Some("Another saved estimate is called “Thesis”. Choose another name.")
        );
        let draft = reader.panel.renaming.as_ref().map(|renaming| renaming.draft.as_str());
        assert_eq!(draft, Some("Thesis"), "what was typed is still there");
        reader.does(SavedCommand::Rename { item, name: SavedName::new("Corpora", "") });
        assert_eq!((&reader.panel.renaming, &reader.panel.problem), (&None, &None));
        assert_eq!(reader.focus(), Some("saved-rename-1"));
        assert_eq!(reader.names(), ["“Thesis”", "“Corpora”"]);

        reader.acts(SavedAction::StartRename(reader.item(0).key));
        reader.acts(SavedAction::CancelRename);
        assert_eq!((&reader.panel.renaming, reader.focus()), (&None, Some("saved-rename-0")));
    }

    #[test]
    fn the_same_element_can_get_the_focus_again() {
        let mut reader = with_two();
        reader.does(SavedCommand::Delete(reader.item(0)));
        let first = reader.panel.focus.clone();
        reader.does(SavedCommand::Delete(reader.item(0)));
        assert_eq!(reader.focus(), Some("saved-undo"));
        assert_ne!(reader.panel.focus, first);
    }

    #[test]
    fn another_tab_changes_the_list_and_nothing_that_was_begun() {
        let mut reader = with_two();
        let item = reader.item(0);
        reader.acts(SavedAction::TypeName("Half a na".to_owned()));
        reader.acts(SavedAction::StartRename(item.key.clone()));
        let mut other_tab = Reader { shelf: std::mem::take(&mut reader.shelf), ..Reader::default() };
        other_tab.saves("From there", "v1/c", WhenTaken::Ask);
        reader.shelf = std::mem::take(&mut other_tab.shelf);
        let focus = reader.panel.focus.clone();
        reader.does(SavedCommand::List);
        assert_eq!(reader.names(), ["“From there”", "“Thesis”", "“Corpus”"]);
        assert_eq!(reader.panel.draft, "Half a na");
        assert!(reader.panel.renaming.is_some());
        assert_eq!(reader.panel.focus, focus, "the keyboard stays where it is");

        reader.shelf = MemoryShelf::default();
        reader.does(SavedCommand::List);
        assert_eq!((reader.names().len(), &reader.panel.renaming), (0, &None), "what is gone can't be renamed");
    }

    #[test]
    fn a_silent_storage_keeps_the_list_that_was_known() {
        let mut reader = with_two();
        reader.shelf.fail(StorageProblem::Broken);
        reader.does(SavedCommand::List);
        assert_eq!(reader.panel.storage_problem, Some(StorageProblem::Broken));
        assert_eq!(reader.names().len(), 2);
        reader.shelf.fail(None);
        reader.does(SavedCommand::List);
        assert_eq!(reader.panel.storage_problem, None);
    }

    #[test]
    fn opening_and_closing_forgets_what_was_begun_but_not_what_was_typed() {
        let mut reader = with_two();
        reader.saves("Corpus", "v1/c", WhenTaken::Ask);
        reader.acts(SavedAction::StartRename(reader.item(0).key));
        reader.acts(SavedAction::LastKept(Err(StorageProblem::Full)));
        reader.acts(SavedAction::Look);
        let SavedPanel { draft, taken, renaming, notice, problem, last_problem, .. } = &reader.panel;
        assert_eq!((draft.as_str(), taken, renaming, notice, problem), ("Corpus", &None, &None, &None, &None));
        assert_eq!(*last_problem, Some(StorageProblem::Full), "that still holds");
        reader.acts(SavedAction::LastKept(Ok(())));
        assert_eq!(reader.panel.last_problem, None);
    }
}
