//! What one has at the beginning of a month.

/// What one has at the beginning of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holding {
    /// Nothing to go on with.
    Nothing,
    /// A kind of tier that may go on.
    Kind(usize),
    /// Months that are already given away.
    Ahead(Ahead),
}

/// What the coming months are already given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Ahead {
    /// The place of the good.
    pub(super) good: usize,
    pub(super) payment: AheadPayment,
    /// The month after the last that is paid so.
    pub(super) until: usize,
    /// The month from which one may leave.
    pub(super) commits: usize,
}

/// How months that are given away are paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum AheadPayment {
    /// Each month.
    Listed,
    /// They are paid in advance.
    InAdvance,
    /// They are paid by the annual maximum.
    AtMost,
}
