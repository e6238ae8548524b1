use thiserror::Error;

use crate::tier_text::MAX_NAME_LENGTH;

/// A line of the list of known sellers that says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("line {number}: {reason}")]
pub struct BadLine {
    /// Its number, counted from 1.
    pub number: usize,
    /// What is wrong with it.
    pub reason: BadLineReason,
}

/// What is wrong with a line of the list of known sellers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadLineReason {
    /// Its first word isn't a key.
    #[error("it doesn’t begin with a public key, which has 43 letters, digits, - and _")]
    NoKey,
    /// A key without a name.
    #[error("no name follows the key")]
    NoName,
    /// A name that is too long to show.
    #[error("the name has {length} characters, and at most {MAX_NAME_LENGTH} are shown")]
    LongName {
        /// The characters of the name.
        length: usize,
    },
    /// A key has one name.
    #[error("the key stands in an earlier line, whose name counts")]
    KnownKey,
}
