use super::Counted;
use crate::history::Preview;

/// How far a file has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// There is none yet.
    Empty,
    /// Its beginning is being looked at.
    Looking,
    /// It can't be read, for this reason: a sentence.
    Refused(String),
    /// It can be counted as it is previewed, or the reader corrects that first.
    Previewed(Box<Preview>),
    /// It is being counted.
    Counting {
        /// As previewed.
        preview: Box<Preview>,
        /// The bytes that are counted.
        done: u64,
    },
    /// What it comes to, and as what it was previewed; nothing for a history that was kept.
    Shown(Box<Counted>, Option<Box<Preview>>),
}
