//! Payments that lead to the same months, taken together: where another one brings the same reads for less, a payment needs no
//! further look.

use super::line::{Line, lower};
use super::payments::Payment;
use super::rough::{Least, RoughLabel, add};

/// Payments that have the same behind them.
pub(super) struct Pool<'a> {
    /// What that costs.
    pub(super) rest: &'a [RoughLabel],
    /// The least that reads cost by any of them.
    pub(super) own: Least,
}

impl<'a> Pool<'a> {
    /// Adds the reads of a payment to those with the same behind them.
    pub(super) fn gather(pools: &mut Vec<Self>, rest: &'a [RoughLabel], own: Least) {
        match pools.iter_mut().find(|pool| std::ptr::eq(pool.rest, rest)) {
            Some(pool) => pool.own = lower(&pool.own, &own),
            None => pools.push(Self { rest, own }),
        }
    }
}

/// The least that the reads of a payment cost with `more`, where its listed months cost so much; up to `reach` reads.
pub(super) fn reads(payment: &Payment, listed: &[RoughLabel], more: f64, reach: u64) -> Least {
    let served = Line { start: 0, end: payment.by_year.min(reach), cost: 0.0, slope: 0.0 };
    let mut both = Least::new();
    add(&mut both, listed, &served, payment.price + more, reach);
    both
}
