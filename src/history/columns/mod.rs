//! What the columns of a file have, by their names and by what stands in them.

mod cell_numbers;
mod column;
mod column_words;
#[allow(clippy::module_inception, reason = "the module is named after its main type")]
mod columns;
mod count_name;
mod count_unit;
mod date_name;
mod date_place;
mod doubt;
mod other_column;
mod pace;
mod passed_over;
mod row_words;
mod running_total;
mod side_by_side;
mod source;
mod stretch;
mod word_lists;

pub use count_unit::CountUnit;
pub use doubt::Doubt;
pub use other_column::OtherColumn;
pub use passed_over::PassedOver;
pub use source::Source;

pub(super) use column::Column;
pub(super) use columns::Columns;
pub(super) use date_place::DatePlace;
pub(super) use pace::RowDates;
pub(super) use row_words::is_of_posts;
pub(super) use side_by_side::{are_months_numbered, months_in, years_in};
