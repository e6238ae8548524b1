//! Days and months as files write them.

mod calendar_day;
mod calendar_month;
mod clock_text;
mod date_order;
mod date_text;
mod month_name;
mod order_evidence;
mod time_of_day;
mod years;

pub use calendar_day::CalendarDay;
pub use calendar_month::{CalendarMonth, MonthError};
pub use date_order::DateOrder;
pub use date_text::{DateText, DateTextError, OrderedDate, read_date};
pub use order_evidence::{OrderEvidence, OrderReason};
pub use years::Years;

pub(super) use month_name::month_named;
pub(super) use time_of_day::{MINUTES_OF_DAY, TimesOfDay, minute_of};
