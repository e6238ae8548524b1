//! What is taken for granted of a file, in words: those of a preview hold for the result, too.

use crate::history::{Assumption, DateOrder, Source};
use crate::text::quoted;

/// What is taken for granted of a file whose reads come from `source`, and what would follow if it is otherwise.
pub(super) fn assumption_sentence(assumption: Assumption, source: Option<&Source>) -> String {
    let counted = || source.and_then(Source::name).map_or_else(|| "The column of the reads".to_owned(), quoted);
    match assumption {
        Assumption::NoRunningTotal => format!(
            "{} never falls from one row to the next: if it is a running total, its reads are counted again and again.",
            counted()
        ),
        Assumption::ReadPerStretch => {
            "There seems to be one row for each hour, day, week or month, as in a table of counts, but no \
                                       column was found to have the reads: each row counts as one read."
                .to_owned()
        }
        Assumption::Order(order) => {
            let chosen = if order == DateOrder::DayFirst { "Dates" } else { "As you chose, dates" };
            format!(
                "Nothing in the file tells days from months. {chosen} were read with {}; with the other order they would be of other \
                 months.",
                order.label()
            )
        }
    }
}
