use super::SavedOutcome;
use crate::app::storage::StorageProblem;

/// What changes the panel of saved estimates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedAction {
    /// The reader opens or closes the panel, which forgets what was begun.
    Look,
    /// Types into the name of the estimate to save.
    TypeName(String),
    /// Decides not to save after all, because the name is taken.
    CancelSave,
    /// Wants to rename the saved estimate with this key.
    StartRename(String),
    /// Types into its new name.
    TypeRename(String),
    /// Leaves its name as it is.
    CancelRename,
    /// A command was performed.
    Done(SavedOutcome),
    /// The last estimate is kept for the next visit, or isn't.
    LastKept(Result<(), StorageProblem>),
}
