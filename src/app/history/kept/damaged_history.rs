use thiserror::Error;

/// Why a text that was kept isn't a history.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DamagedHistory {
    /// It doesn't begin like one.
    #[error("it doesn’t begin like a history")]
    NotAHistory,
    /// A version that this program doesn't know.
    #[error("its version is {0}, which this calculator doesn’t know; a newer one may have kept it")]
    UnknownVersion(String),
    /// A line isn't there.
    #[error("its {0} is missing")]
    Missing(&'static str),
    /// The name is too long, or holds what no name holds.
    #[error("its name isn’t one that this calculator would give")]
    BadName,
    /// The day doesn't exist.
    #[error("the day when it was kept isn’t a date")]
    BadDay,
    /// What its reads were for isn't known.
    #[error("what its reads were for isn’t anything that this calculator knows")]
    BadUsageType,
    /// The month isn't one.
    #[error("its first month isn’t a month")]
    BadMonth,
    /// The rows aren't numbers, fewer of them unread than there are, or aren't of its months.
    #[error("its rows aren’t those of its months")]
    BadRows,
    /// What was taken for granted isn't known.
    #[error("what was taken for granted of its rows isn’t anything that this calculator knows")]
    BadAssumptions,
    /// The reads aren't numbers, or go on too long.
    #[error("its reads aren’t numbers of reads, month by month")]
    BadReads,
}
