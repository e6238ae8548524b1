//! What the columns of a file have, by their names and by what stands in them.
//!
//! - Names are read in `column_words` (one column) and `row_words` (all of them), by the words of `word_lists` and
//!   `date_word_lists`; what a name comes to is a [`CountName`](count_name::CountName), [`Doubt`], [`CountUnit`],
//!   [`DateName`](date_name::DateName) or [`Interval`](interval::Interval).
//! - Cells are read in `column`, one by one with `cell_kinds` and `cell_numbers`, and from row to row with `running_total`.
//! - Dates are placed in `date_place`; `row_dates` says what they tell of the rows, `side_by_side` where there are several in one.
//! - The choice is made in `columns`: which column is counted, and why the others aren't ([`OtherColumn`], [`PassedOver`]). What
//!   was chosen is a [`Source`].

mod cell_kinds;
mod cell_numbers;
mod column;
mod column_words;
#[allow(clippy::module_inception, reason = "the module is named after its main type")]
mod columns;
mod count_name;
mod count_unit;
mod date_name;
mod date_place;
mod date_rank;
mod date_word_lists;
mod doubt;
mod interval;
mod other_column;
mod passed_over;
mod row_dates;
mod row_words;
mod running_total;
mod side_by_side;
mod source;
mod word_lists;

pub use count_unit::CountUnit;
pub use doubt::Doubt;
pub use other_column::OtherColumn;
pub use passed_over::PassedOver;
pub use source::Source;

pub(super) use cell_kinds::is_year;
pub(super) use column::Column;
pub(super) use columns::Columns;
pub(super) use date_name::names_reading;
pub(super) use date_place::DatePlace;
pub(super) use row_dates::RowDates;
pub(super) use row_words::is_of_posts;
pub(super) use side_by_side::{are_months_numbered, months_in, years_in};
