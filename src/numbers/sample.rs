//! Numbers that a browser's `Intl` wrote, taken apart to see how its language writes numbers.

use crate::text::is_direction_mark;

/// A sign that stands beside a number, such as a dollar or a percent sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    /// The sign itself.
    pub(super) text: &'static str,
    /// Whether it stands before the number.
    pub(super) leads: bool,
    /// The space between sign and number, which lines don't break at.
    pub(super) space: Option<char>,
}

impl Sign {
    /// The sign and a number that is already written.
    pub(super) fn beside(self, number: &str) -> String {
        let Self { text, leads, space } = self;
        let (first, second) = if leads { (text, number) } else { (number, text) };
        let mut both = String::with_capacity(first.len() + second.len() + 3);
        both.push_str(first);
        both.extend(space);
        both.push_str(second);
        both
    }
}

/// How the digits of a number are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grouping {
    /// In threes: 1,234,567.
    Thousands,
    /// The last three, then twos: 12,34,567.
    Indian,
}

/// A sample: its digits with the marks between them, and what stands before and behind.
pub(super) struct NumberSample {
    text: String,
    first: usize,
    end: usize,
}

impl NumberSample {
    /// Finds the number in a text; the marks that only steer the writing direction are left out, because the page is
    /// written from left to right.
    pub(super) fn new(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|&c| !is_direction_mark(c)).map(unbreakable).collect();
        let is_digit = |c: char| c.is_ascii_digit();
        let (first, end) = (text.find(is_digit)?, text.rfind(is_digit)? + 1);
        Some(Self { text, first, end })
    }

    /// The digits and the marks between them.
    pub(super) fn number(&self) -> &str {
        self.text.get(self.first..self.end).unwrap_or_default()
    }

    /// The sign beside the number: the one of `known` that it is, or else the first of them.
    pub(super) fn sign(&self, known: &[&'static str]) -> Option<Sign> {
        let (before, behind) = (self.text.get(..self.first)?, self.text.get(self.end..)?);
        let leads = !before.is_empty();
        if leads != behind.is_empty() {
            return None;
        }
        let (beside, nearest) = if leads { (before, before.chars().last()) } else { (behind, behind.chars().next()) };
        let written = beside.trim();
        let text = known.iter().find(|sign| **sign == written).or(known.first()).copied()?;
        (!written.is_empty()).then_some(Sign { text, leads, space: nearest.filter(|c| c.is_whitespace()) })
    }

    /// The marks of 1234567.5 with two decimal places: between groups, before the decimal places, and the grouping.
    pub(super) fn marks(&self) -> Option<(char, char, Grouping)> {
        let mut whole = self.number().strip_suffix("50")?.chars();
        let decimal = whole.next_back().filter(|mark| matches!(mark, '.' | ','))?;
        let group = whole.clone().find(|c| !c.is_ascii_digit())?;
        let known = matches!(group, '.' | ',' | '\'' | '’') || group.is_whitespace();
        if !known || group == decimal {
            return None;
        }
        let groups: Vec<&str> = whole.as_str().split(group).collect();
        let grouping = match groups.as_slice() {
            ["1", "234", "567"] => Grouping::Thousands,
            ["12", "34", "567"] => Grouping::Indian,
            _ => return None,
        };
        Some((group, decimal, grouping))
    }

    /// Whether the four digits of 1234 are grouped.
    pub(super) fn groups_four_digits(&self) -> Option<bool> {
        let mut mark = self.number().strip_prefix('1')?.strip_suffix("234")?.chars();
        let groups = mark.next().is_some();
        mark.next().is_none().then_some(groups)
    }
}

/// A space that lines don't break at, for any space that they do.
const fn unbreakable(c: char) -> char {
    if c == ' ' { '\u{a0}' } else { c }
}
