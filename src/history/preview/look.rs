//! Looking at the beginning of a file: what it is, where its table begins, and which columns have what.

use super::choice::Choice;
use super::preview::Preview;
use super::table::Table;
use crate::history::file::Decoder;
use crate::history::rows::RowFault;
use crate::history::{CalendarMonth, Delimiter, Encoding, Unreadable};

/// What spreadsheets write in the first line to say what stands between the columns.
const SEPARATOR_LINE: &[u8] = b"sep=";

/// Looks at the first bytes of a file, all of them if `is_whole`. What `choice` leaves open is found in them. Rows of months
/// after `latest` can't be read: they are still to come.
///
/// # Errors
/// [`Unreadable`] when it is no table.
pub fn look(sample: &[u8], is_whole: bool, choice: &Choice, latest: CalendarMonth) -> Result<Preview, Unreadable> {
    if let Some(reason) = Unreadable::by_beginning(sample) {
        return Err(reason);
    }
    let (encoding, mark_length) = Encoding::of(sample);
    let text = Decoder::new(encoding).decode(sample.get(mark_length..).unwrap_or_default()).to_vec();
    if let Some(reason) = Unreadable::by_text(&text) {
        return Err(reason);
    }
    let said = said_delimiter(&text);
    let candidates: &[Delimiter] = match (&choice.delimiter, &said) {
        (Some(one), _) | (None, Some(one)) => std::slice::from_ref(one),
        (None, None) => &Delimiter::ALL,
    };
    let tables = candidates.iter().map(|delimiter| Table::new(*delimiter, &text, is_whole, said.is_some(), choice));
    let best = tables.reduce(|best, next| if next.rank() > best.rank() { next } else { best });
    let table = best.ok_or(Unreadable::Empty)?;
    if is_whole && choice.has_header.is_none() && table.has_only_headings() {
        let is_unclosed = table.first_fault() == Some(RowFault::Unclosed);
        return Err(if is_unclosed { Unreadable::UnclosedHeadings } else { Unreadable::OnlyHeadings });
    }
    Ok(table.preview(encoding, mark_length, choice, latest))
}

/// The delimiter that the first line names.
fn said_delimiter(text: &[u8]) -> Option<Delimiter> {
    let byte = text.strip_prefix(SEPARATOR_LINE)?.first()?;
    Delimiter::ALL.into_iter().find(|delimiter| delimiter.byte() == *byte)
}
