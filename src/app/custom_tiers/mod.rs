//! The user's own tiers: the list, the editor, import and export, as a part of the state with a reducer of its own.
//!
//! [`CustomTiers`] holds only tiers that are right. What stands in the editor is text, right or wrong ([`TierDraft`]): as long
//! as it is right it takes the tier's place with every keystroke, and while it is wrong the last good version stays.

mod action;
mod charge_draft;
mod draft_change;
mod editor;
mod focus;
mod import;
mod kept_editor;
mod notice;
mod problems;
mod reader;
mod state;
mod tier_draft;
mod tier_field;

pub use action::CustomTiersAction;
pub use charge_draft::{BandDraft, ChargeDraft};
pub use draft_change::DraftChange;
pub use editor::Editor;
pub use focus::{Spot, TierFocus};
pub use import::{FileProblem, Import};
pub use notice::Notice;
pub use problems::{TierProblem, TierProblems};
pub use state::CustomTiers;
pub use tier_draft::TierDraft;
pub use tier_field::{ChargeList, Key, TierField};
