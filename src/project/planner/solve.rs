//! The cheapest schedule of a market, and the proof that it is.

use super::bound::Bound;
use super::choice::{choices, gather};
use super::found::FoundSchedule;
use super::line::Amount;
use super::market::Market;
use super::powers::Powers;
use super::search::{Dead, LOOSE, Node, Search, Step};
use crate::pricing::{Money, Unpriceable};

/// How many lines of an envelope a narrow search follows.
const NARROW: usize = 8;

/// How many ways the searches for the cheapest schedule of a project look at before they are cut short.
pub(super) const PATIENCE: usize = 1_000_000;

/// How many those for a schedule to compare it with look at.
pub(super) const PATIENCE_OTHERS: usize = 250_000;

/// How many ways a search for any schedule within a limit looks at before it is cut short.
const PATIENCE_WITHIN: usize = 20_000;

/// By what part of the floor the first ceiling is above it.
const FIRST_RISE: Amount = 4_096;

/// How many times as far above the floor each ceiling is as the one before.
const RISES: Amount = 4;

/// How many ways make a search long enough for a narrow one to be worth its time.
const LONG: usize = 2_000;

/// A schedule that was found.
struct Found {
    nodes: Vec<Node>,
    end: usize,
    /// No schedule costs less.
    least: Amount,
}

impl Found {
    fn cost(&self) -> Amount {
        self.nodes[self.end].line.cost
    }

    /// Whether it starts with nothing held.
    fn is_free(&self) -> bool {
        let mut place = self.end;
        while self.nodes[place].step != Step::Start {
            place = self.nodes[place].from;
        }
        place == LOOSE
    }
}

/// The cheapest schedule; `None` when there is none. Where `patience` ends, the search is cut short.
pub(super) fn cheapest(market: &Market<'_>, patience: usize) -> Option<FoundSchedule> {
    let powers = Powers::new(market);
    search(market, &powers, patience).map(|found| finish(market, &powers, &found))
}

/// Searches the last phase first, then the last two, and so on: what they cost by themselves is a better floor for the phases
/// before them.
fn search(market: &Market<'_>, powers: &Powers, patience: usize) -> Option<Found> {
    let mut bound = Bound::new(market);
    let phases = market.project.phases.len();
    // What began in one phase may bring the reads of the next.
    let has_strings = market.goods.iter().any(|good| good.has_strings() || !good.is_sold);
    let for_each = patience / phases;
    let mut patience = 0;
    let mut start = market.project.month_count();
    for phase in market.project.phases.iter().skip(1).rev() {
        let is_possible = bound.add_phase();
        start -= usize::from(phase.months.get());
        patience += for_each;
        if is_possible {
            let (found, least) = rising(market, &bound, powers, start, &mut patience);
            let is_free = found.is_some_and(|found| found.is_free());
            bound.raise(least, is_free);
        } else if !has_strings {
            return None;
        }
    }
    if !bound.add_phase() && !has_strings {
        return None;
    }
    patience += for_each;
    let (found, least) = rising(market, &bound, powers, 0, &mut patience);
    let found = found.or_else(|| narrow(market, &bound, powers, least));
    found.map(|found| Found { least, ..found })
}

/// Searches below a ceiling that starts at the floor and rises until there is a schedule below it: the cheapest of those is
/// the cheapest of all. Once that takes long, the ceiling rises no higher than a schedule that a narrow search finds. When
/// patience ends, that one is all there is. Says as well what every schedule costs at least.
fn rising(
    market: &Market<'_>,
    bound: &Bound<'_>,
    powers: &Powers,
    start: usize,
    patience: &mut usize,
) -> (Option<Found>, Amount) {
    let floor = bound.least();
    let mut least = floor;
    let mut rise = floor / FIRST_RISE + market.units.order(0);
    let mut known: Option<Found> = None;
    let mut is_long = false;
    while rise < Amount::MAX >> 8 {
        let ceiling = known.as_ref().map_or(floor + rise, |known| known.cost().min(floor + rise));
        let mut search = Search::new(market, bound, powers).up_to(ceiling).with_patience(*patience);
        let ended = search.run(start);
        let used = *patience - search.patience;
        *patience = search.patience;
        match ended {
            Ok(end) => {
                let found = Found { nodes: search.nodes, end, least };
                let least = found.cost();
                return (Some(found), least);
            }
            Err(Dead::End) => {
                least = ceiling + 1;
                rise *= RISES;
                // What is found for months by themselves is of no other use.
                if start == 0 && used > LONG && !is_long {
                    is_long = true;
                    known = narrow(market, bound, powers, least);
                }
            }
            Err(Dead::Thicket) => break,
        }
    }
    (known, least)
}

/// A schedule that need not be the cheapest; none costs less than `least`.
fn narrow(market: &Market<'_>, bound: &Bound<'_>, powers: &Powers, least: Amount) -> Option<Found> {
    let mut rise = least - bound.least() + least / FIRST_RISE + market.units.order(0);
    while rise < Amount::MAX >> 8 {
        let mut search = Search::new(market, bound, powers).up_to(bound.least() + rise).narrow(NARROW);
        if let Ok(end) = search.run(0) {
            return Some(Found { nodes: search.nodes, end, least });
        }
        rise *= RISES;
    }
    // A narrow search keeps the way to the most reads, so that it finds a schedule whenever there is one.
    let mut search = Search::new(market, bound, powers).narrow(NARROW);
    let end = search.run(0).ok()?;
    Some(Found { nodes: search.nodes, end, least })
}

/// Some schedule of which the stated total is at most `limit`, not always the cheapest; `None` when none was found.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn any_within(market: &Market<'_>, limit: Money) -> Result<Option<FoundSchedule>, Unpriceable> {
    let bound = whole_bound(market);
    // Stated months are less than exact ones by no more than half a cent each.
    let rounded = Money::of_cents(2 * market.project.month_count() as u64);
    let reach = limit.plus(rounded).ok().and_then(|reach| market.units.most(reach));
    let ceiling = reach.unwrap_or(Amount::MAX >> 2);
    if bound.least() > ceiling {
        return Ok(None);
    }
    let powers = Powers::new(market);
    let search = || Search::new(market, &bound, &powers).up_to(ceiling);
    for mut search in [search().narrow(NARROW), search().with_patience(PATIENCE_WITHIN)] {
        let Ok(end) = search.run(0) else { continue };
        let found = finish(market, &powers, &Found { nodes: search.nodes, end, least: bound.least() });
        if found.book(market)?.total <= limit {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Whether there is a schedule at all.
pub(super) fn exists(market: &Market<'_>) -> bool {
    Search::new(market, &whole_bound(market), &Powers::new(market)).narrow(1).run(0).is_ok()
}

/// The floors of all phases.
fn whole_bound<'a>(market: &'a Market<'a>) -> Bound<'a> {
    let mut bound = Bound::new(market);
    for _ in &market.project.phases {
        bound.add_phase();
    }
    bound
}

/// What is bought in each month of the way that was found.
fn finish(market: &Market<'_>, powers: &Powers, found: &Found) -> FoundSchedule {
    let mut months = choices(market, powers, &found.nodes, found.end);
    gather(market, &mut months);
    FoundSchedule { months, least: found.least }
}
