//! What one has at the beginning of a month.

/// What one has at the beginning of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holding {
    /// Nothing to go on with.
    Nothing,
    /// A kind of tier that may go on.
    Kind(usize),
    /// Months that are already committed.
    Committed(Commitment),
}

/// A tier that the coming months are committed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Commitment {
    /// The place of the tier among those of the market.
    pub(super) tier: usize,
    pub(super) payment: CommittedPayment,
    /// The month after the last that is paid so.
    pub(super) until: usize,
    /// The month from which one may leave.
    pub(super) free_from: usize,
}

/// How committed months are paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum CommittedPayment {
    /// Each month.
    Listed,
    /// They are paid in advance.
    InAdvance,
    /// They are paid by the annual maximum.
    AtMost,
}
