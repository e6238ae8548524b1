//! Why a row of the table can't be read, as a sentence: one home, so that a preview says of a row what counting it will.

use std::borrow::Cow;

use crate::history::count::CountStyle;
use crate::history::{Counting, DateOrder, DateTextError};
use crate::pricing::Reads;
use crate::text::quoted;

/// The reads of a row, or why its count is none. `width` is the number of its cells.
pub(in crate::history) fn reads_of<'a>(
    counting: Counting,
    style: CountStyle,
    width: impl FnOnce() -> usize,
    cell: impl FnOnce(usize) -> Option<Cow<'a, str>>,
) -> Result<u64, String> {
    let Counting::Column(place) = counting else { return Ok(1) };
    let Some(text) = cell(place) else {
        return Err(format!("It has only {} of the columns, and no count.", width()));
    };
    match style.read(&text).map(Reads::get) {
        Ok(reads) => Ok(reads),
        Err(_) if text.trim().is_empty() => Err("Its count is empty.".to_owned()),
        Err(error) => Err(format!("Its count, {}, {error}.", quoted(&text))),
    }
}

/// Why a text is no date.
pub(in crate::history) fn bad_date(text: &str, error: DateTextError) -> String {
    if error == DateTextError::Empty {
        return "It has no date.".to_owned();
    }
    format!("Its date, {}, {error}.", quoted(text))
}

/// Why a text that is a date in one order of days and months is none in this one.
pub(in crate::history) fn bad_date_in(order: DateOrder, text: &str, error: DateTextError) -> String {
    format!("With {}, {}, {error}.", order.label(), quoted(text))
}
