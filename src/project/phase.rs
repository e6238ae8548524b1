use crate::pricing::{Months, Posts};
use crate::text::OneLine;

/// What a phase is called; it may be empty.
pub type PhaseName = OneLine<40>;

/// A part of a project with posts of its own to collect: a pilot, the collection, a refresh. Phases follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// What it is called.
    pub name: PhaseName,
    /// The posts to collect in it.
    pub posts: Posts,
    /// The months it has for that.
    pub months: Months,
}
