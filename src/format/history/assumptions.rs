//! What is taken for granted of a file, in words: those of a preview hold for the result, too.

use crate::history::{Assumption, CountUnit, DateOrder, DecimalMark, Source};
use crate::text::quoted;

/// What to do where rows may be of two months.
const BE_EXACT: &str = "Give the reads by day or by month to be exact.";

/// What is taken for granted of a file whose reads come from `source`, and what would follow if it is otherwise.
pub(super) fn assumption_sentence(assumption: Assumption, source: Option<&Source>) -> String {
    let column = |unnamed: &str| source.and_then(Source::name).map_or_else(|| unnamed.to_owned(), quoted);
    let counted = || column("the column of the reads");
    let unit = || source.and_then(Source::named_unit).map_or("a unit", CountUnit::label);
    match assumption {
        Assumption::NoRunningTotal => format!(
            "{} never falls from one row to the next: if it is a running total, its reads are counted again and again.",
            column("The column of the reads")
        ),
        Assumption::ReadPerStretch => {
            "There seems to be one row for each hour, day, week or month, as in a table of counts, but no column was found \
             to have the reads: each row counts as one read."
                .to_owned()
        }
        Assumption::ReadPerAccount => {
            "Each row looks like an account, not a post, and still counts as one read.".to_owned()
        }
        Assumption::MonthOfCreation => {
            "Accounts count in the months in which they were created, which may not be those in which they were read."
                .to_owned()
        }
        Assumption::WeekInOneMonth => format!(
            "Rows look like weeks: all reads of a week count in the month of the date that is taken from its row, though some of its \
             days may be of another month. {BE_EXACT}"
        ),
        Assumption::SpanInOneMonth => format!(
            "Some rows begin in one month and end in another: all reads of such a row count in the month of the date that is taken \
             from it. {BE_EXACT}"
        ),
        Assumption::Mark(mark) => {
            let example = if mark == DecimalMark::Point { "1,234" } else { "1.234" };
            format!(
                "In numbers of {} like {example} the mark is taken to set thousands apart. As these may be in {}, it may be a decimal \
                 mark.",
                counted(),
                unit()
            )
        }
        Assumption::WholeAsTheyAre => format!(
            "Some numbers of {} aren’t whole, so all of them may be in {}: those that are whole count as they are.",
            counted(),
            unit()
        ),
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
