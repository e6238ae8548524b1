//! A record of reads, as a file of someone's own has it: how it is read, and what its months come to.
//!
//! A file goes through two steps. [`look`] sees from its beginning what it is and which of its columns have what: a
//! [`Preview`], which the reader may correct by a [`Choice`]. A [`Tally`] then counts the whole file as its bytes come, wherever
//! they are cut: a [`Count`]. From that follows a [`UsageHistory`], which [`HistoryReport`] prices with the engine.
//!
//! Nothing is dropped in silence: every row is counted, listed as one that couldn't be read, or said to be ignored. Months are
//! those of UTC. Nothing here knows of a browser, so the files are read in a worker and in tests alike.

mod assumption;
mod columns;
mod count;
mod dates;
mod file;
mod message;
mod preview;
mod report;
mod rows;
mod usage_history;

pub use assumption::Assumption;
pub use columns::{CountUnit, Doubt, OtherColumn, PassedOver, Source};
pub use count::{Count, CountError, CountTextError, Counting, Coverage, DecimalMark, Sums, Tally, read_count};
pub use dates::{
    CalendarDay, CalendarMonth, DateOrder, DateText, DateTextError, MonthError, OrderEvidence, OrderReason,
    OrderedDate, Years, read_date,
};
pub use file::{Delimiter, Encoding, Format, RunOn, Unreadable};
pub use message::{Reply, Request};
pub use preview::{Choice, Preview, PreviewRow, look};
pub use report::{BookReport, HistoryReport, HistoryReportError, MonthReport, UnservedMonths};
#[cfg(feature = "page")]
pub(crate) use rows::names_total;
pub use rows::{BadRow, BadRows, IgnoredKind, IgnoredRows, Reading};
pub use usage_history::UsageHistory;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 1_000_000_000;

/// [`LARGEST_FILE`] in words.
pub const LARGEST_FILE_LABEL: &str = "1 GB";

/// How many bytes of a file are looked at before it is counted.
pub const SAMPLE_SIZE: usize = 1 << 18;
