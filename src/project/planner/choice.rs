//! The way that a search found, month by month.

use serde::{Deserialize, Serialize};

use super::line::{Line, apart};
use super::market::Market;
use super::powers::Powers;
use super::search::{Node, Step, Year};

/// What is done in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Choice {
    /// The reads that the phase is to get in it, at the least.
    pub(super) reads: u64,
    /// What is paid for; `None` for a pause.
    pub(super) bought: Option<Bought>,
}

/// What is paid for in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Bought {
    /// The place of the tier among those of the market.
    pub(super) tier: usize,
    /// Whether a new purchase begins although the same tier was held before.
    pub(super) begins: bool,
    /// How it is paid, where it isn't month by month.
    pub(super) year: Option<Year>,
    /// Whether the month belongs to a term or to a year, so that it can't be moved.
    pub(super) is_fixed: bool,
}

/// The months of the way that ends with `end`, first to last.
pub(super) fn choices(market: &Market<'_>, powers: &Powers, nodes: &[Node], end: usize) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    let (mut place, mut reads) = (end, 0);
    while let Some(node) = nodes.get(place) {
        let before = nodes.get(node.from).map(|node| node.line);
        match (node.step, before) {
            (Step::Start, _) | (_, None) => break,
            (Step::Same, _) => {}
            (Step::PhaseEnds, Some(before)) => reads = before.end,
            (Step::Pause, _) => found.push(Choice { reads: 0, bought: None }),
            (Step::Unused { tier }, _) => {
                let bought = Bought { tier, begins: false, year: None, is_fixed: true };
                found.push(Choice { reads: 0, bought: Some(bought) });
            }
            (Step::Month { tier, line, begins, is_fixed }, Some(before)) => {
                let own = market.tiers[tier].lines[line];
                let (earlier, own) = apart(&before, &own, reads);
                let bought = Bought { tier, begins, year: None, is_fixed };
                found.push(Choice { reads: own, bought: Some(bought) });
                reads = earlier;
            }
            (Step::AtOnce { tier, months, line, in_advance, begins }, Some(before)) => {
                let year = in_advance.then_some(Year::InAdvance);
                let (earlier, each) =
                    at_once(market, powers, (tier, usize::from(months), line, in_advance), &before, reads);
                // They are found from the last to the first.
                for (month, own) in each.into_iter().enumerate().rev() {
                    let bought = Bought { tier, begins: begins && month == 0, year, is_fixed: true };
                    found.push(Choice { reads: own, bought: Some(bought) });
                }
                reads = earlier;
            }
            (Step::OfYear { tier, year: price, begins }, Some(before)) => {
                let priced = &market.tiers[tier];
                let year = match price {
                    Year::InAdvance => priced.in_advance,
                    Year::AtMost => priced.at_most,
                };
                let (earlier, own) = year.map_or((reads, 0), |year| apart(&before, &year.served, reads));
                let bought = Bought { tier, begins, year: Some(price), is_fixed: true };
                found.push(Choice { reads: own, bought: Some(bought) });
                reads = earlier;
            }
        }
        place = node.from;
    }
    found.reverse();
    found
}

/// How the reads come from the months before, and from each of several months of a tier at once.
fn at_once(
    market: &Market<'_>,
    powers: &Powers,
    (tier, months, line, in_advance): (usize, usize, usize, bool),
    before: &Line,
    reads: u64,
) -> (u64, Vec<u64>) {
    if in_advance {
        let cap = market.tiers[tier].in_advance.map_or(0, |year| year.served.end);
        let all = Line { start: 0, end: cap.saturating_mul(months as u64), cost: 0, slope: 0 };
        let (earlier, mut left) = apart(before, &all, reads);
        let each = (0..months).map(|_| {
            let own = left.min(cap);
            left -= own;
            own
        });
        return (earlier, each.collect());
    }
    let own = powers.lines(tier, months).and_then(|mut lines| lines.nth(line));
    let (earlier, own) = own.map_or((reads, 0), |own| apart(before, &own, reads));
    (earlier, powers.apart(market, tier, months, line, own))
}

/// Brings together the months of each tier where the order of months makes no difference: months after one another, of one
/// phase and at the same prices, that can be bought by themselves. The busiest tier comes first, and pauses last.
pub(super) fn gather(market: &Market<'_>, choices: &mut [Choice]) {
    let project = market.project;
    let mut start = 0;
    while start < choices.len() {
        let is_free = |choice: &Choice| choice.bought.is_none_or(|bought| !bought.is_fixed);
        let season = |month: usize| market.seasons.iter().position(|season| season.months.contains(&month));
        let belongs = |month: usize| {
            is_free(&choices[month])
                && project.phase_of(month) == project.phase_of(start)
                && season(month) == season(start)
        };
        let end = (start..choices.len()).find(|month| !belongs(*month)).unwrap_or(choices.len());
        let run = &mut choices[start..end];
        let busiest = |run: &[Choice], tier: usize| {
            let own = run.iter().filter(|choice| choice.bought.is_some_and(|bought| bought.tier == tier));
            own.map(|choice| choice.reads).max()
        };
        let before = run.to_vec();
        run.sort_by_key(|choice| {
            let place = choice.bought.map(|bought| (std::cmp::Reverse(busiest(&before, bought.tier)), bought.tier));
            (choice.bought.is_none(), place, std::cmp::Reverse(choice.reads))
        });
        start = end.max(start + 1);
    }
}
