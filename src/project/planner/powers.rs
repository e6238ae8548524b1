//! What several months of a tier cost together, the powers of one month, so that a search can go through the months of a term
//! at once.

use super::line::{Label, Line, apart, envelope, together};
use super::market::{Market, PricedTier};
use super::rough::{Least, NOTHING, RoughLabel, add, coarser, rough};
use crate::project::Project;

/// The least that some months of a tier cost together, each line with the one of a month fewer and that of the last month.
type Together = Vec<Label<(usize, usize)>>;

/// The months of tiers with a term, from one month on.
pub(super) struct Powers {
    of_tiers: Vec<Vec<Together>>,
}

/// How many lines some months may have together; beyond that they are followed one by one.
const MOST_LINES: usize = 200;

impl Powers {
    pub(super) fn new(market: &Market<'_>) -> Self {
        let (longest, reach) = (longest_phase(market.project), most_reads(market.project));
        let of_tier = |priced: &PricedTier<'_>| {
            let mut months: Vec<Together> = Vec::new();
            let most = if priced.term > 1 && priced.is_sold { priced.term.min(longest) } else { 0 };
            while months.len() < most {
                let mut labels: Together = Vec::new();
                for (place, own) in priced.lines.iter().enumerate() {
                    match months.last() {
                        None => labels.push(Label { line: *own, origin: (0, place) }),
                        Some(before) => {
                            for (earlier, label) in before.iter().enumerate() {
                                let lines = together(&label.line, own).into_iter().flatten();
                                let within = lines.filter(|line| line.start <= reach);
                                let cut = within.map(|line| line.part(line.start, line.end.min(reach)));
                                labels.extend(cut.map(|line| Label { line, origin: (earlier, place) }));
                            }
                        }
                    }
                }
                let lowest = envelope(&labels);
                if lowest.len() > MOST_LINES {
                    break;
                }
                months.push(lowest);
            }
            months
        };
        Self { of_tiers: market.tiers.iter().map(of_tier).collect() }
    }

    /// The least that so many months of a tier cost together; `None` when they are to be followed one by one.
    pub(super) fn lines(&self, tier: usize, months: usize) -> Option<impl Iterator<Item = Line>> {
        let together = self.of_tiers[tier].get(months.checked_sub(1)?)?;
        Some(together.iter().map(|label| label.line))
    }

    /// The reads of each of so many months that together have `reads` on the line at that place.
    pub(super) fn apart(&self, market: &Market<'_>, tier: usize, months: usize, line: usize, reads: u64) -> Vec<u64> {
        let of_tier = &self.of_tiers[tier];
        let mut found = vec![0; months];
        let (mut line, mut left) = (line, reads);
        for month in (0..months).rev() {
            let Some(label) = of_tier.get(month).and_then(|together| together.get(line)) else { break };
            let (earlier, place) = label.origin;
            let before = month.checked_sub(1).and_then(|before| of_tier[before].get(earlier));
            let (rest, own) =
                before.map_or((0, left), |before| apart(&before.line, &market.tiers[tier].lines[place], left));
            found[month] = own;
            (line, left) = (earlier, rest);
        }
        found
    }
}

/// The same at the least, roughly, and of all tiers: a month of each, and the months of terms.
#[derive(Debug)]
pub(super) struct RoughPowers {
    of_tiers: Vec<Vec<Least>>,
}

impl RoughPowers {
    /// Those of a market; each month more may leave out a part of its amounts.
    pub(super) fn new(market: &Market<'_>, part: f64) -> Self {
        let (longest, reach) = (longest_phase(market.project), most_reads(market.project));
        let of_tier = |priced: &PricedTier<'_>| {
            let own: Vec<Line<f64>> = priced.lines.iter().map(rough).collect();
            let mut months: Vec<Least> = vec![own.iter().map(|line| Label { line: *line, origin: () }).collect()];
            while months.len() < priced.term.min(longest) {
                let mut next = Least::new();
                for own in &own {
                    add(&mut next, months.last().map_or(&[], Vec::as_slice), own, 0.0, reach);
                }
                months.push(coarser(&next, part));
            }
            months
        };
        Self { of_tiers: market.tiers.iter().map(of_tier).collect() }
    }

    /// What so many listed months of a tier cost together: of none, nothing.
    pub(super) fn listed(&self, tier: usize, months: usize) -> &[RoughLabel] {
        months.checked_sub(1).map_or(NOTHING, |last| &self.of_tiers[tier][last])
    }
}

/// The months of the longest phase.
fn longest_phase(project: &Project) -> usize {
    project.phases.iter().map(|phase| usize::from(phase.months.get())).max().unwrap_or(0)
}

/// The reads of the phase that has most of them.
fn most_reads(project: &Project) -> u64 {
    project.reads().iter().map(|reads| reads.get()).max().unwrap_or(0)
}
