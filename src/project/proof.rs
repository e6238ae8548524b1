use crate::pricing::Money;

/// How sure it is that no schedule costs less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Every other schedule was ruled out: none costs less before rounding.
    Cheapest,
    /// The search was cut short. None costs less by more than this, before rounding.
    Within(Money),
}
