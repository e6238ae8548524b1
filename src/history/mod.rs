//! A record of reads, as a file of someone's own has it: how it is read, and what its months come to.
//!
//! A file goes through two steps. [`look`] sees from its beginning what it is and which of its columns have what: a
//! [`Preview`], which the reader may correct by a [`Choice`]. A [`Tally`] then counts the whole file as its bytes come, wherever
//! they are cut: a [`Count`]. From that follows a [`UsageHistory`], which [`HistoryReport`] prices with the engine.
//!
//! Nothing is dropped in silence: every row is counted, listed as one that couldn't be read, or said to be ignored. Months are
//! those of UTC. Nothing here knows of a browser, so the files are read in a worker and in tests alike.

mod bad_rows;
mod calendar_day;
mod calendar_month;
mod cell_numbers;
mod choice;
mod clock_text;
mod column;
mod column_words;
mod columns;
mod count;
mod count_name;
mod count_text;
mod count_unit;
mod counting;
mod coverage;
mod date_name;
mod date_order;
mod date_place;
mod date_text;
mod decimal_mark;
mod delimiter;
mod doubt;
mod encoding;
mod format;
mod ignored_rows;
mod look;
mod message;
mod month_name;
mod order_evidence;
mod other_column;
mod pace;
mod passed_over;
mod preview;
mod reading;
mod records;
mod report;
mod row_fault;
mod row_kind;
mod row_reader;
mod row_words;
mod run_on;
mod running_total;
mod same_rows;
mod sample_row;
mod side_by_side;
mod source;
mod stretch;
mod sums;
mod table;
mod tally;
mod time_of_day;
mod unreadable;
mod usage_history;
mod word_lists;
mod years;

pub use bad_rows::{BadRow, BadRows};
pub use calendar_day::CalendarDay;
pub use calendar_month::{CalendarMonth, MonthError};
pub use choice::Choice;
pub use count::{Count, CountError};
pub use count_text::{CountTextError, read_count};
pub use count_unit::CountUnit;
pub use counting::Counting;
pub use coverage::Coverage;
pub use date_order::DateOrder;
pub use date_text::{DateText, DateTextError, OrderedDate, read_date};
pub use decimal_mark::DecimalMark;
pub use delimiter::Delimiter;
pub use doubt::Doubt;
pub use encoding::Encoding;
pub use format::Format;
pub use ignored_rows::{IgnoredKind, IgnoredRows};
pub use look::look;
pub use message::{Reply, Request};
pub use order_evidence::{OrderEvidence, OrderReason};
pub use other_column::OtherColumn;
pub use passed_over::PassedOver;
pub use preview::{Preview, PreviewRow};
pub use reading::Reading;
pub use report::{BookReport, HistoryReport, HistoryReportError, MonthReport, UnservedMonths};
#[cfg(feature = "page")]
pub(crate) use row_kind::names_total;
pub use run_on::RunOn;
pub use source::Source;
pub use sums::Sums;
pub use tally::Tally;
pub use unreadable::Unreadable;
pub use usage_history::UsageHistory;
pub use years::Years;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 1_000_000_000;

/// [`LARGEST_FILE`] in words.
pub const LARGEST_FILE_LABEL: &str = "1 GB";

/// How many bytes of a file are looked at before it is counted.
pub const SAMPLE_SIZE: usize = 1 << 18;
