use std::fmt;

use thiserror::Error;

use super::{MAX_DEPTH, MAX_KEYS};
use crate::text::{is_hidden, shortened};

/// Why a text isn't in its syntax, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SyntaxError {
    /// It isn't JSON.
    #[error("line {line}, column {column}: {problem}")]
    Json {
        /// The line, counted from 1.
        line: usize,
        /// The character in the line, counted from 1.
        column: usize,
        /// What is wrong there.
        problem: SyntaxProblem,
    },
    /// It isn't in the compact syntax.
    #[error("character {character}: {problem}")]
    Compact {
        /// The character, counted from 1 and with each percent-encoded one as one.
        character: usize,
        /// What is wrong there.
        problem: SyntaxProblem,
    },
}

/// How a text breaks its syntax.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SyntaxProblem {
    /// Something else should stand there.
    #[error("{expected} should stand here, but {}", Found(*.found))]
    Expected {
        /// What should.
        expected: &'static str,
        /// What does; `None` at the end of the text.
        found: Option<char>,
    },
    /// A key that the object already has.
    #[error("the key “{}” stands twice in one object", shortened(.0))]
    KeyTwice(String),
    /// More keys than [`MAX_KEYS`] in one object.
    #[error("an object has at most {MAX_KEYS} keys, but this one has more")]
    TooManyKeys,
    /// More lists and objects within each other than [`MAX_DEPTH`].
    #[error("at most {MAX_DEPTH} lists and objects can stand within each other, but here are more")]
    TooDeep,
    /// A control character in a JSON text.
    #[error("a line break or another control character in a text is written as an escape, like \\n")]
    ControlCharacter,
    /// A surrogate without its other half.
    #[error("this escape is half a character: the other half, like \\ude00 after \\ud83d, is missing")]
    HalfCharacter,
    /// Percent-encoded bytes that aren't UTF-8.
    #[error("what is percent-encoded here is no character")]
    NotUtf8,
}

/// What stands somewhere, in words.
struct Found(Option<char>);

impl fmt::Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => formatter.write_str("the text ends"),
            Some('\n' | '\r') => formatter.write_str("there is a line break"),
            Some(c) if is_hidden(c) => formatter.write_str("there is an invisible character"),
            Some(c) => write!(formatter, "there is “{c}”"),
        }
    }
}

/// A problem at a place in a text, before it is said how places in that text are counted.
#[derive(Debug)]
pub(super) struct Misplaced {
    /// The byte at which it is.
    pub(super) at: usize,
    /// What is wrong there.
    pub(super) problem: SyntaxProblem,
}

impl Misplaced {
    /// The error with its line and its column in `text`.
    pub(super) fn in_lines(self, text: &str) -> SyntaxError {
        let before = text.get(..self.at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        SyntaxError::Json { line, column, problem: self.problem }
    }

    /// The error with its character in `text`.
    pub(super) fn in_characters(self, text: &str) -> SyntaxError {
        let character = text.get(..self.at).unwrap_or(text).chars().count() + 1;
        SyntaxError::Compact { character, problem: self.problem }
    }
}
