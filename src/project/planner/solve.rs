//! The cheapest schedule of a market, and the proof that it is.

use super::booking::book;
use super::bound::Bound;
use super::choice::{choices, gather};
use super::line::Amount;
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
    Ok(Some(finish(market, &powers, search, end, least)?))
}

/// Some schedule of which the stated total is at most `limit`, not always the cheapest; `None` when none was found.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn any_within(market: &Market<'_>, limit: Money) -> Result<Option<Schedule>, Unpriceable> {
    let bound = Bound::new(market);
    // Stated months are less than exact ones by no more than half a cent each.
    let rounded = Money::of_cents(2 * market.project.month_count() as u64);
    let reach = limit.plus(rounded).ok();
    if let (Some(least), Some(reach)) = (market.units.money(bound.least), reach)
        && least > reach
    {
        return Ok(None);
    }
    let powers = Powers::new(market);
    let mut search = Search::new(market, &bound, &powers).narrow(NARROW);
    let Ok(end) = search.run() else { return Ok(None) };
    let schedule = finish(market, &powers, &search, end, bound.least)?;
    if schedule.total <= limit {
        return Ok(Some(schedule));
    }
    Ok(cheapest(market)?.filter(|schedule| schedule.total <= limit))
}

/// The schedule of a search that ended, when none costs less than `least`.
fn finish(
    market: &Market<'_>,
    powers: &Powers,
    search: &Search<'_>,
    end: usize,
    least: Amount,
) -> Result<Schedule, Unpriceable> {
    let mut months = choices(market, powers, &search.nodes, end);
    gather(market, &mut months);
    let mut schedule = book(market, &months, Proof::Cheapest)?;
    let gap = market.units.money(least).and_then(|least| schedule.exact.minus(least).ok());
    schedule.proof = match gap {
        Some(gap) if gap <= Money::ZERO => Proof::Cheapest,
        gap => Proof::Within(gap.unwrap_or(schedule.exact)),
    };
    Ok(schedule)
}
