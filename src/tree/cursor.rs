use super::syntax::{Misplaced, SyntaxProblem};
use super::value::Value;
use super::{MAX_DEPTH, MAX_KEYS};

/// A place in a text that is read from its beginning to its end: what both syntaxes have in common.
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// What may stand between any two parts and means nothing.
    space: &'static [char],
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str, space: &'static [char]) -> Self {
        Self { text, at: 0, depth: 0, space }
    }

    /// What is still to be read.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes the next character.
    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Takes `text` if it comes next.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let comes_next = self.rest().starts_with(text);
        if comes_next {
            self.at += text.len();
        }
        comes_next
    }

    /// Takes everything up to the first character that `ends` it.
    pub(super) fn take_until(&mut self, ends: fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let taken = rest.find(ends).and_then(|end| rest.get(..end)).unwrap_or(rest);
        self.at += taken.len();
        taken
    }

    pub(super) fn skip_space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches(self.space).len();
    }

    /// The place itself, to go back to.
    pub(super) const fn mark(&self) -> usize {
        self.at
    }

    /// Something else should come next.
    pub(super) fn expected(&self, expected: &'static str) -> Misplaced {
        Misplaced { at: self.at, problem: SyntaxProblem::Expected { expected, found: self.peek() } }
    }

    /// Reads a whole text as one value.
    pub(super) fn whole(mut self, value: fn(&mut Self) -> Result<Value, Misplaced>) -> Result<Value, Misplaced> {
        self.skip_space();
        let whole = value(&mut self)?;
        self.skip_space();
        if self.rest().is_empty() { Ok(whole) } else { Err(self.expected("the end of the text")) }
    }

    /// Reads what stands between an opening bracket, which was taken, and `close`: items with commas between them.
    pub(super) fn items(
        &mut self,
        close: &'static str,
        comma_or_close: &'static str,
        item: &mut dyn FnMut(&mut Self) -> Result<(), Misplaced>,
    ) -> Result<(), Misplaced> {
        if self.depth == MAX_DEPTH {
            return Err(Misplaced { at: self.at, problem: SyntaxProblem::TooDeep });
        }
        self.depth += 1;
        self.skip_space();
        if !self.eat(close) {
            loop {
                self.skip_space();
                item(self)?;
                self.skip_space();
                if self.eat(close) {
                    break;
                }
                if !self.eat(",") {
                    return Err(self.expected(comma_or_close));
                }
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads the rest of a pair, whose key began at `mark`, and puts the pair to the others.
    pub(super) fn pair(
        &mut self,
        pairs: &mut Vec<(String, Value)>,
        mark: usize,
        key: String,
        value: fn(&mut Self) -> Result<Value, Misplaced>,
    ) -> Result<(), Misplaced> {
        if pairs.iter().any(|(other, _)| *other == key) {
            return Err(Misplaced { at: mark, problem: SyntaxProblem::KeyTwice(key) });
        }
        if pairs.len() == MAX_KEYS {
            return Err(Misplaced { at: mark, problem: SyntaxProblem::TooManyKeys });
        }
        self.skip_space();
        if !self.eat(":") {
            return Err(self.expected("a colon after the key"));
        }
        self.skip_space();
        pairs.push((key, value(self)?));
        Ok(())
    }
}
