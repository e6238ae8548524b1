//! What the Compare page does: the question in its fields, the answer to it, and what belongs to neither, like the panel of
//! saved estimates.
//!
//! [`CompareState`] changes by [`CompareAction`]s in one reducer. What a reader does to the question itself is an
//! [`EditAction`], which the state answers anew.

mod action;
mod deferred;
mod describe;
mod estimate_draft;
mod estimate_field;
mod pasted;
mod state;
mod undo;
pub(crate) mod unfinished;

pub use action::{CompareAction, EditAction};
pub(crate) use deferred::use_deferred;
pub use describe::describe;
pub use estimate_draft::{Direction, EstimateDraft, EstimateProblems};
pub use estimate_field::EstimateField;
pub use state::CompareState;
pub use undo::CompareUndo;
