use super::{DraftChange, FileProblem};
use crate::pricing::Identifier;

/// What a reader can do with tiers of their own.
#[derive(Clone, Debug, PartialEq)]
pub enum CustomTiersAction {
    /// Opens the editor for a new tier.
    New,
    /// Chooses the listed tier that [`CustomTiersAction::Copy`] copies.
    ChooseSource(Identifier),
    /// Opens the editor for a copy of the chosen listed tier.
    Copy,
    /// Opens the editor for one of the tiers.
    Edit(Identifier),
    /// Moves a tier one place up.
    MoveUp(Identifier),
    /// Moves a tier one place down.
    MoveDown(Identifier),
    /// Deletes a tier; it can be brought back until the list changes again.
    Delete(Identifier),
    /// Brings back the tier that was deleted last.
    Undo,
    /// Changes what stands in the editor.
    Change(DraftChange),
    /// Closes the editor if all is right in it, and otherwise shows what isn't.
    Done,
    /// Closes the editor, and everything is as it was before; or closes the import.
    Cancel,
    /// Opens the import.
    OpenImport,
    /// Types or pastes a text to import.
    TypeImport(String),
    /// Takes the tiers of that text.
    Import,
    /// Takes the tiers of a file's text.
    ImportFile(String),
    /// Says why a file could not be taken.
    RefuseFile(FileProblem),
}
