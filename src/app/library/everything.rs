//! Everything that is kept as one file: written and read side by side.
//!
//! The file is plain text, for people as much as for programs, and every entry in it stands for itself, so that one damaged
//! entry costs nothing but itself:
//!
//! ```text
//! quota-calculator everything 1
//! exported 2026-11-24
//!
//! - estimate 1
//!   name Corpus for the thesis
//!   saved 2026-08-14
//!   link v1/reads=2000000/…
//!
//! - quote 1
//!   changed 2026-11-24
//!   link q1/…
//!
//! end
//! ```
//!
//! An entry is the very text that is kept, its first line behind a hyphen and the others behind two spaces; a backslash in
//! it is written twice and a carriage return as `\r`, so that line ends of any system may take the place of the file's own.
//! The last line tells a whole file from one that was cut off.

use thiserror::Error;

use super::DamagedQuote;
use super::library_entry::list;
use crate::app::history::kept::{self, DamagedHistory};
use crate::app::saved::{self, DamagedEntry, SavedKind};
use crate::app::storage::{Shelf, StorageProblem, lines};
use crate::pricing::Date;

/// The longest file that is read, in bytes: more than a browser keeps.
const MOST: usize = 20_000_000;

const HEAD: &str = "quota-calculator everything";
const END: &str = "end";

/// Writes all quotes, saved estimates, saved budgets and usage histories of this device as one text, also those that can't be
/// read.
///
/// # Errors
/// [`StorageProblem`] when the device doesn't say what it keeps.
pub(super) fn export(shelf: &impl Shelf, today: Date) -> Result<String, StorageProblem> {
    let [estimates, budgets] = [saved::list(shelf, SavedKind::ESTIMATE)?, saved::list(shelf, SavedKind::BUDGET)?];
    let (histories, quotes) = (kept::KEYS.texts(shelf)?, list(shelf)?);
    let saved = estimates.iter().chain(budgets.iter()).map(|it| it.text.as_str());
    let histories = histories.iter().map(|(_, text)| text.as_str());
    let texts = saved.chain(histories).chain(quotes.iter().map(|it| it.text.as_str()));
    let mut file = format!("{HEAD} 1\nexported {today}\n\n");
    for text in texts {
        let text = text.replace('\\', "\\\\").replace('\r', "\\r").replace('\n', "\n  ");
        file.push_str(&["- ", &text, "\n\n"].concat());
    }
    file.push_str(END);
    file.push('\n');
    Ok(file)
}

/// One entry of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The line at which it begins, counted from 1.
    pub(super) line: usize,
    /// The text that was kept, or why it can't be told.
    pub(super) text: Result<String, PartProblem>,
}

/// Takes a file apart.
pub(super) fn parts(file: &str) -> Result<Vec<Part>, EverythingError> {
    if file.len() > MOST {
        return Err(EverythingError::TooLong { length: file.len() });
    }
    // Some editors begin a file with a byte order mark.
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let mut lines = file.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).zip(1..);
    let head = lines.next().map_or("", |(line, _)| line);
    match lines::version(head, HEAD) {
        None => return Err(EverythingError::NotAnExport),
        Some(("1", _)) => {}
        Some((version, _)) => return Err(EverythingError::UnknownVersion(version.to_owned())),
    }
    let mut parts: Vec<Part> = Vec::new();
    let (mut is_in_part, mut has_end) = (false, false);
    for (content, line) in lines {
        if let Some(more) = content.strip_prefix("  ").filter(|_| is_in_part) {
            if let Some(Part { text: Ok(text), .. }) = parts.last_mut() {
                text.push('\n');
                text.push_str(more);
            }
            continue;
        }
        let first = content.strip_prefix("- ").or_else(|| content.strip_prefix('-').filter(|rest| rest.is_empty()));
        // The lines of what can't be told belong to it.
        is_in_part = !content.is_empty();
        match (first, content) {
            (Some(first), _) if !has_end => parts.push(Part { line, text: Ok(first.to_owned()) }),
            (None, "") => {}
            (None, END) => (has_end, is_in_part) = (true, false),
            (None, _) if line == 2 && content.starts_with("exported ") => is_in_part = false,
            _ => parts.push(Part { line, text: Err(PartProblem::Stray) }),
        }
    }
    if !has_end {
        // The last line may be a piece of one, which then looks like no part of the entry before it.
        let last = parts.iter().rposition(|part| part.text.is_ok()).unwrap_or(0);
        parts.iter_mut().skip(last).for_each(|part| part.text = Err(PartProblem::CutOff));
    }
    for part in &mut parts {
        part.text = std::mem::replace(&mut part.text, Err(PartProblem::Stray)).and_then(|text| unescaped(&text));
    }
    if parts.is_empty() && !has_end {
        return Err(EverythingError::CutOff);
    }
    Ok(parts)
}

/// The text that was written with its backslashes and carriage returns in disguise.
fn unescaped(text: &str) -> Result<String, PartProblem> {
    let mut pieces = text.split('\\');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    while let Some(piece) = pieces.next() {
        if let Some(rest) = piece.strip_prefix('r') {
            plain.push('\r');
            plain.push_str(rest);
        } else {
            // Of two backslashes the second ends an empty piece.
            let after = pieces.next().filter(|_| piece.is_empty()).ok_or(PartProblem::LoneBackslash)?;
            plain.push('\\');
            plain.push_str(after);
        }
    }
    Ok(plain)
}

/// Why a text isn't a file of everything.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EverythingError {
    /// It doesn't begin like one.
    #[error("the file doesn’t begin with “{HEAD} 1”, as one does that this calculator has exported")]
    NotAnExport,
    /// A version that this program doesn't know.
    #[error("the file’s version is {0}, which this calculator doesn’t know; a newer one may have exported it")]
    UnknownVersion(String),
    /// More than any device keeps.
    #[error("the file is {length} bytes long, and at most {MOST} are read")]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// It ends before its first entry.
    #[error("the file ends before its first entry: it was cut off")]
    CutOff,
}

/// Why an entry of a file isn't taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PartProblem {
    /// A line that is neither the first of an entry, which has a hyphen, nor another one, which has two spaces.
    #[error("this line belongs to no entry")]
    Stray,
    /// A backslash that stands for nothing.
    #[error("a single backslash stands in it, and it would be written twice")]
    LoneBackslash,
    /// The end of the file is missing, so nobody knows whether this is all of the last entry.
    #[error("the file was cut off about here: its last line, “{END}”, is missing")]
    CutOff,
    /// It is nothing that is kept.
    #[error("it is neither a quote nor a saved estimate, a saved budget or a usage history")]
    Unknown,
    /// A quote that can't be opened.
    #[error(transparent)]
    Quote(#[from] DamagedQuote),
    /// A saved estimate or budget that can't be read.
    #[error(transparent)]
    Saved(#[from] DamagedEntry),
    /// A usage history that can't be read.
    #[error(transparent)]
    History(#[from] DamagedHistory),
}

#[cfg(test)]
mod tests {
    use super::super::samples::{day, draft, text};
    use super::*;
    use crate::app::storage::MemoryShelf;
    use proptest::prelude::*;

    const ESTIMATE: &str = "quota-calculator/estimate/1";
    const QUOTE: &str = "quota-calculator/quote/1";

    fn exported<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        export(&MemoryShelf::holding(texts), day("2026-11-24")).expect("a shelf that works")
    }

    fn read(file: &str) -> Vec<(usize, Result<String, PartProblem>)> {
        parts(file).expect("an export").into_iter().map(|Part { line, text }| (line, text)).collect()
    }

    #[test]
    fn everything_is_one_readable_text() {
        let quote = text(&draft("2026-014", "Acme"), "2026-11-01");
        let estimate = "estimate 1\nname A\\B\nsaved 2026-08-14\nlink v1/reads=5";
        let file = exported([(QUOTE, quote.as_str()), (ESTIMATE, estimate), ("another page", "another page's")]);
        let link = quote.rsplit(' ').next().expect("a link");
        assert_eq!(
            file,
            format!(
                "quota-calculator everything 1\nexported 2026-11-24\n\n- estimate 1\n  name A\\\\B\n  saved \
                 2026-08-14\n  link v1/reads=5\n\n- quote 1\n  changed 2026-11-01\n  link {link}\n\nend\n"
            )
        );
        let both = [(4, Ok(estimate.to_owned())), (9, Ok(quote.clone()))];
        assert_eq!(read(&file), both);
        assert_eq!(read(&file.replace('\n', "\r\n")), both, "a file that went through Windows");
        assert_eq!(read(&format!("\u{feff}{}", file.trim_end())), both);
        assert_eq!(exported([]), "quota-calculator everything 1\nexported 2026-11-24\n\nend\n");
        assert_eq!(read(&exported([])), []);
    }

    #[test]
    fn other_files_are_refused() {
        let refused = |file: &str| parts(file).expect_err("no export");
        for file in ["", "[]", "quota-calculator everything", "quota-calculator everything one\nend"] {
            assert_eq!(refused(file), EverythingError::NotAnExport);
        }
        assert_eq!(refused("quota-calculator everything 2\nend"), EverythingError::UnknownVersion("2".to_owned()));
        assert_eq!(refused("quota-calculator everything 1\nexported 2026-"), EverythingError::CutOff);
        let long = "x".repeat(20_000_001);
        assert_eq!(refused(&long), EverythingError::TooLong { length: 20_000_001 });
    }

    #[test]
    fn what_cannot_be_told_costs_only_itself() {
        let file = "quota-calculator everything 1\n\n- a\n  b\nc\n  d\n\n  e\n- f\\g\n- h\n-\nend\n\n- i\n";
        let ok = |text: &str| Ok(text.to_owned());
        assert_eq!(
            read(file),
            [
                (3, ok("a\nb")),
                (5, Err(PartProblem::Stray)),
                (8, Err(PartProblem::Stray)),
                (9, Err(PartProblem::LoneBackslash)),
                (10, ok("h")),
                (11, ok("")),
                (14, Err(PartProblem::Stray)),
            ]
        );
    }

    #[test]
    fn a_shelf_that_is_silent_exports_nothing() {
        let shelf = MemoryShelf::default();
        shelf.fail(StorageProblem::Blocked);
        assert_eq!(export(&shelf, day("2026-11-24")), Err(StorageProblem::Blocked));
    }

    proptest! {
        #[test]
        fn every_text_comes_back(texts in proptest::collection::vec(prop_oneof![any::<String>(), "[-a r\\\\\r\n]{0,12}"], 0..6)) {
            let keys: Vec<_> = (1..).map(|number| format!("quota-calculator/quote/{number}")).take(texts.len()).collect();
            let file = exported(keys.iter().map(String::as_str).zip(texts.iter().map(String::as_str)));
            for file in [file.clone(), file.replace('\n', "\r\n")] {
                let mut read: Vec<_> = read(&file).into_iter().filter_map(|(_, text)| text.ok()).collect();
                let mut expected = texts.clone();
                read.sort();
                expected.sort();
                prop_assert_eq!(read, expected);
            }
        }

        /// A file that ends too early gives no entry that isn't in the whole one.
        #[test]
        fn what_is_cut_off_is_never_taken_for_whole(cut in 0..600_usize) {
            let estimate = "estimate 1\nname Corpus\nsaved 2026-08-14\nlink v1/reads=5000000";
            let quote = text(&draft("2026-014", "Acme"), "2026-11-01");
            let file = exported([(QUOTE, quote.as_str()), (ESTIMATE, estimate)]);
            let part = file.get(..cut.min(file.len())).expect("ASCII");
            for part in parts(part).unwrap_or_default() {
                if let Ok(text) = part.text {
                    prop_assert!(text == estimate || text == quote);
                }
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "(quota-calculator everything 1\n)?([- ea\\\\r\n]|end\n){0,20}") {
            if let Ok(parts) = parts(&text) {
                prop_assert!(parts.iter().all(|part| part.line >= 2));
            }
        }
    }
}
