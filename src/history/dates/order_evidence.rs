use serde::{Deserialize, Serialize};

use super::calendar_month::CalendarMonth;
use super::date_order::DateOrder;
use super::date_text::OrderedDate;

/// What the dates of a file say of their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderEvidence {
    /// Dates like 03/04/2023, whose order matters.
    pub dates: u64,
    /// Those that are days, and not in the future, only when the day comes first.
    pub only_day_first: u64,
    /// Those that are days, and not in the future, only when the month comes first.
    pub only_month_first: u64,
    /// Those that aren't the first of a month when the day comes first.
    later_day_first: u64,
    /// Those that aren't the first of a month when the month comes first.
    later_month_first: u64,
}

/// How the order of days and months is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderReason {
    /// No date depends on it.
    Irrelevant,
    /// So many dates can be read in no other order, and none only in the other.
    Proven(u64),
    /// Dates of both orders stand in the file: so many only in this one, and so many only in the other.
    Mixed(u64, u64),
    /// In this order every date is the first of a month, as in a record by month.
    FirstsOfMonths,
    /// Nothing tells: it is assumed.
    Assumed,
}

impl OrderEvidence {
    /// Adds a date. One that is no day until the end of `latest` in either order says nothing.
    pub(in crate::history) fn add(&mut self, date: OrderedDate, latest: CalendarMonth) {
        let [day_first, month_first] = DateOrder::ALL.map(|order| date.month_until(order, latest).is_ok());
        if !day_first && !month_first {
            return;
        }
        self.dates += 1;
        self.only_day_first += u64::from(!month_first);
        self.only_month_first += u64::from(!day_first);
        self.later_day_first += u64::from(!date.is_first_of_month(DateOrder::DayFirst));
        self.later_month_first += u64::from(!date.is_first_of_month(DateOrder::MonthFirst));
    }

    /// The order that the dates have, and how that is known.
    #[must_use]
    pub const fn order(&self) -> (DateOrder, OrderReason) {
        let (day, month) = (self.only_day_first, self.only_month_first);
        if self.dates == 0 {
            return (DateOrder::DayFirst, OrderReason::Irrelevant);
        }
        match (day, month) {
            (0, 0) => match (self.later_day_first, self.later_month_first) {
                (1.., 0) => (DateOrder::MonthFirst, OrderReason::FirstsOfMonths),
                (0, 1..) => (DateOrder::DayFirst, OrderReason::FirstsOfMonths),
                _ => (DateOrder::DayFirst, OrderReason::Assumed),
            },
            (_, 0) => (DateOrder::DayFirst, OrderReason::Proven(day)),
            (0, _) => (DateOrder::MonthFirst, OrderReason::Proven(month)),
            _ if day >= month => (DateOrder::DayFirst, OrderReason::Mixed(day, month)),
            _ => (DateOrder::MonthFirst, OrderReason::Mixed(month, day)),
        }
    }
}
