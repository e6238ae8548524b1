use super::Conversion;
use crate::pricing::Date;

/// That an exchange rate isn't of the days in which a budget is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateWarning {
    /// It is old.
    Old {
        /// The rate.
        conversion: Conversion,
        /// Days since then.
        days: i64,
    },
    /// Its day is still to come.
    Ahead(Conversion),
}

impl RateWarning {
    /// The most days for which an exchange rate is taken as it is.
    pub const MOST_DAYS: i64 = 30;

    /// What is wrong with a rate on `today`, if anything is.
    pub(super) fn of(conversion: Conversion, today: Date) -> Option<Self> {
        match (today - conversion.day).num_days() {
            // A day ahead may only be another place on Earth.
            ..-1 => Some(Self::Ahead(conversion)),
            days if days > Self::MOST_DAYS => Some(Self::Old { conversion, days }),
            _ => None,
        }
    }
}
