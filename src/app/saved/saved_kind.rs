use crate::app::storage::KeySeries;

/// A kind of thing that is saved: what it is called, and where it lies. Things of different kinds never meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavedKind {
    /// What one is called, in sentences and on the first line of its text.
    pub noun: &'static str,
    /// The keys under which they lie.
    pub(in crate::app) keys: KeySeries,
    /// The key of the one that the reader last worked on.
    pub(super) last: &'static str,
}

impl SavedKind {
    /// Estimates of the Compare page.
    pub const ESTIMATE: Self =
        Self { noun: "estimate", keys: KeySeries::new("quota-calculator/estimate/"), last: "quota-calculator/last" };

    /// Project budgets.
    pub const BUDGET: Self =
        Self { noun: "budget", keys: KeySeries::new("quota-calculator/budget/"), last: "quota-calculator/last-budget" };
}
