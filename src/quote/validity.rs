use super::Quote;
use crate::pricing::Date;

/// What a quote is worth on a reader's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// It hasn't been issued.
    Draft,
    /// It was issued for a later day than the reader's.
    NotYet {
        /// The day.
        issued: Date,
    },
    /// It holds.
    Valid {
        /// The days that are left after the reader's; 0 on its last day.
        days_left: i64,
    },
    /// It has run out.
    Expired {
        /// Its last day.
        last: Date,
    },
}

impl Validity {
    /// What `quote` is worth on `day`.
    #[must_use]
    pub fn on(day: Date, quote: &Quote) -> Self {
        match quote.issued {
            None => Self::Draft,
            Some(issued) if day < issued => Self::NotYet { issued },
            Some(_) if day > quote.valid_until => Self::Expired { last: quote.valid_until },
            Some(_) => Self::Valid { days_left: (quote.valid_until - day).num_days() },
        }
    }
}
