//! The cheapest schedule of a market, and the proof that it is.

use super::choice::{choices, gather};
use super::floors::Floors;
use super::found::FoundSchedule;
use super::line::Amount;
use super::market::Market;
use super::powers::Powers;
use super::search::{Node, NotFound, Search};

/// How many lines of an envelope a narrow search follows.
const NARROW: usize = 8;

/// How much a search for a cheapest schedule may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// How many ways it looks at before it is cut short.
    patience: usize,
    /// How many lines are followed for floors where the first ones don't help enough.
    fine_lines: usize,
}

impl Effort {
    /// For the schedule that is asked for.
    pub(super) const FULL: Self = Self { patience: 600_000, fine_lines: 5_000_000 };

    /// For each of many that it is compared with.
    pub(super) const SMALL: Self = Self { patience: 150_000, fine_lines: 1_000_000 };
}

/// By what part of the floor the first ceiling is above it.
const FIRST_RISE: Amount = 65_536;

/// How many times as far above the floor each ceiling is as the one before.
const RISES: Amount = 4;

/// How many ways are looked at above the first floors before finer ones are worth their while.
const PATIENCE_FIRST: usize = 90_000;

/// How many lines are followed for the first floors, about.
const FIRST_LINES: usize = 1_300_000;

/// A schedule that was found.
struct Found {
    nodes: Vec<Node>,
    end: usize,
}

impl Found {
    fn cost(&self) -> Amount {
        self.nodes[self.end].line.cost
    }
}

/// The cheapest schedule; `None` when there is none. Where that would take more than the `effort`, the search is cut short.
pub(super) fn cheapest(market: &Market<'_>, effort: Effort) -> Option<FoundSchedule> {
    let powers = Powers::new(market);
    search(market, &powers, effort).map(|(found, least)| finish(market, &powers, &found, least))
}

/// Searches above floors, and above finer ones where that takes long. Says as well what every schedule costs at least.
fn search(market: &Market<'_>, powers: &Powers, effort: Effort) -> Option<(Found, Amount)> {
    let mut rising = Rising { market, powers, least: 0 };
    let mut found = rising.run(&Floors::new(market, FIRST_LINES), PATIENCE_FIRST);
    if matches!(found, Err(NotFound::CutShort)) {
        let fine = Floors::new(market, effort.fine_lines);
        found = rising.run(&fine, effort.patience);
        if matches!(found, Err(NotFound::CutShort)) {
            found = narrow(market, &fine, powers, rising.least);
        }
    }
    found.ok().map(|found| (found, rising.least))
}

/// A search below a ceiling that starts at the floor and rises until there is a schedule below it: the cheapest of those is the
/// cheapest of all.
struct Rising<'a> {
    market: &'a Market<'a>,
    powers: &'a Powers,
    /// What every schedule costs at least.
    least: Amount,
}

impl Rising<'_> {
    /// Goes on above floors, until there is a schedule or patience is at its end.
    fn run(&mut self, floors: &Floors<'_>, patience: usize) -> Result<Found, NotFound> {
        self.least = self.least.max(floors.least().ok_or(NotFound::NoSchedule)?);
        let floor = self.least;
        let mut patience = patience;
        let mut rise = floor / FIRST_RISE + self.market.units.order(0);
        while rise < Amount::MAX >> 8 {
            let ceiling = floor + rise;
            let mut search = Search::new(self.market, floors, self.powers).up_to(ceiling).with_patience(patience);
            match search.run() {
                Ok(end) => {
                    let found = Found { nodes: search.nodes, end };
                    self.least = found.cost();
                    return Ok(found);
                }
                Err(NotFound::NoSchedule) => self.least = ceiling + 1,
                Err(NotFound::CutShort) => return Err(NotFound::CutShort),
            }
            patience = search.patience;
            rise *= RISES;
        }
        Err(NotFound::NoSchedule)
    }
}

/// A schedule that need not be the cheapest, where every one costs at least `least`.
fn narrow(market: &Market<'_>, floors: &Floors<'_>, powers: &Powers, least: Amount) -> Result<Found, NotFound> {
    let mut rise = least / FIRST_RISE + market.units.order(0);
    while rise < least {
        let mut search = Search::new(market, floors, powers).up_to(least + rise).narrow(NARROW);
        if let Ok(end) = search.run() {
            return Ok(Found { nodes: search.nodes, end });
        }
        rise *= RISES;
    }
    // A narrow search keeps the way to the most reads, so that it finds a schedule whenever there is one.
    let mut search = Search::new(market, floors, powers).narrow(NARROW);
    let end = search.run()?;
    Ok(Found { nodes: search.nodes, end })
}

/// Whether there is a schedule at all.
pub(super) fn exists(market: &Market<'_>) -> bool {
    Search::new(market, &Floors::quick(market), &Powers::new(market)).narrow(1).run().is_ok()
}

/// What is bought in each month of the way that was found.
fn finish(market: &Market<'_>, powers: &Powers, found: &Found, least: Amount) -> FoundSchedule {
    let mut months = choices(market, powers, &found.nodes, found.end);
    gather(market, &mut months);
    FoundSchedule { months, least }
}
