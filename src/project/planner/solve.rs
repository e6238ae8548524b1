//! The cheapest schedule of a market, and the proof that it is.

use super::booking::book;
use super::bound::Bound;
use super::choice::{choices, gather};
use super::market::Market;
use super::powers::Powers;
use super::search::{Dead, Search};
use crate::pricing::{Money, Unpriceable};
use crate::project::{Proof, Schedule};

/// How many lines of an envelope the first, fast search follows.
const NARROW: usize = 24;

/// How many ways the search looks at before it is cut short.
const PATIENCE: usize = 400_000;

/// The cheapest schedule; `None` when there is none.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn cheapest(market: &Market<'_>) -> Result<Option<Schedule>, Unpriceable> {
    let bound = Bound::new(market);
    let powers = Powers::new(market);
    let mut first = Search::new(market, &bound, &powers).narrow(NARROW);
    // A narrow search keeps the way to the most reads, so that it finds a schedule whenever there is one.
    let Ok(end) = first.run() else { return Ok(None) };
    let ceiling = first.nodes[end].line.cost;
    let mut second = Search::new(market, &bound, &powers).up_to(ceiling).with_patience(PATIENCE);
    let (search, end, least) = match second.run() {
        Ok(end) => {
            let cost = second.nodes[end].line.cost;
            (&second, end, cost)
        }
        Err(Dead::End | Dead::Thicket) => (&first, end, bound.least),
    };
    let mut months = choices(market, &powers, &search.nodes, end);
    gather(market, &mut months);
    let mut schedule = book(market, &months, Proof::Cheapest)?;
    let gap = market.units.money(least).and_then(|least| schedule.exact.minus(least).ok());
    schedule.proof = match gap {
        Some(gap) if gap <= Money::ZERO => Proof::Cheapest,
        gap => Proof::Within(gap.unwrap_or(schedule.exact)),
    };
    Ok(Some(schedule))
}
