//! A column, or a row, copied from a spreadsheet.

use crate::history::names_total;

/// The values of a copied column, or of a copied row. Of several columns the last counts: the first is often a date. What
/// names the column or the row before its values is none of them, nor is a row of totals behind them.
pub(super) struct Pasted<'a> {
    pub(super) values: Vec<&'a str>,
    /// Whether a row of totals stood behind them.
    pub(super) has_total: bool,
}

impl<'a> Pasted<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let lines: Vec<&str> = text.trim_end_matches(['\r', '\n']).lines().collect();
        match lines.as_slice() {
            [row] => {
                let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
                Self { values: without_name(&cells).to_vec(), has_total: false }
            }
            lines => {
                let (lines, has_total) = match lines {
                    [lines @ .., last] if last.split_once('\t').is_some_and(|(name, _)| names_total(name)) => {
                        (lines, true)
                    }
                    lines => (lines, false),
                };
                let last_cell = |line: &&'a str| line.rsplit('\t').next().unwrap_or_default().trim();
                Self { values: without_name(lines).iter().map(last_cell).collect(), has_total }
            }
        }
    }
}

/// The texts behind a first one that is a name: it has letters and no digit.
fn without_name<'a, 'b>(texts: &'a [&'b str]) -> &'a [&'b str] {
    match texts {
        [name, rest @ ..] if !rest.is_empty() && name.contains(is_letter) && !name.contains(is_digit) => rest,
        _ => texts,
    }
}

/// Whether a character is a letter, about: the standard library's tables of all letters would be a large part of the page.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{1fff}' | '\u{3041}'..)
}

const fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}
