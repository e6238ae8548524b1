//! The fastest schedule: every phase in the fewest months, and the next one moved up behind it.

use super::market::Market;
use super::solve::{cheapest, exists};
use crate::pricing::{Catalogue, Months, Unpriceable};
use crate::project::{Project, ProjectFields, Schedule};

/// The cheapest schedule of those that do each phase in the fewest months that the tiers allow; `None` when there is none.
pub(super) fn fastest(catalogue: &'static Catalogue, project: &Project) -> Result<Option<Schedule>, Unpriceable> {
    let planned = project.month_count();
    let mut phases = project.phases.clone();
    let mut used = 0;
    let mut found = None;
    for (place, reads) in project.reads().iter().enumerate() {
        let mut is_possible = false;
        let most = planned.saturating_sub(used + project.phases.len() - place - 1);
        for months in 1..=most {
            let Ok(months) = i128::try_from(months).map_or(Ok(Months::MAX), Months::try_from) else { continue };
            phases[place].months = months;
            // The phases behind this one don't matter yet.
            let fields = ProjectFields { phases: phases[..=place].to_vec(), ..ProjectFields::clone(project) };
            let Ok(moved_up) = Project::new(fields) else { return Ok(None) };
            let market = Market::new(catalogue, &moved_up)?;
            let serves: u64 = (used..used + usize::from(months.get()))
                .map(|month| market.on_sale(month).map(|(_, good)| good.most()).max().unwrap_or(0).min(reads.get()))
                .sum();
            if serves < reads.get() {
                continue;
            }
            // Only the last phase makes the schedule; before, it is enough that there is one.
            if place + 1 == phases.len() {
                found = cheapest(&market)?;
                is_possible = found.is_some();
            } else {
                is_possible = exists(&market);
            }
            if is_possible {
                break;
            }
        }
        if !is_possible {
            return Ok(None);
        }
        used += usize::from(phases[place].months.get());
    }
    Ok(found)
}
