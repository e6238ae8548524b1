//! The fastest schedule: every phase in the fewest months, and the next one moved up behind it.

use super::found::FoundFastest;
use super::market::Market;
use super::solve::{Effort, cheapest, exists};
use crate::pricing::{Catalogue, Months, Unpriceable};
use crate::project::{Project, ProjectFields, Schedule};

/// The cheapest schedule of those that do each phase in the fewest months that the tiers allow; `None` when there is none.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn find(catalogue: &'static Catalogue, project: &Project) -> Result<Option<FoundFastest>, Unpriceable> {
    let planned = project.month_count();
    let mut fewest: Vec<Months> = Vec::new();
    let mut used = 0;
    let mut found = None;
    for (place, reads) in project.reads().iter().enumerate() {
        let mut is_possible = false;
        let most = planned.saturating_sub(used + project.phases.len() - place - 1);
        for months in 1..=most {
            let Ok(months) = i128::try_from(months).map_or(Ok(Months::MAX), Months::try_from) else { continue };
            fewest.truncate(place);
            fewest.push(months);
            let Some(moved_up) = moved_up(project, &fewest) else { return Ok(None) };
            let market = Market::new(catalogue, &moved_up)?;
            let serves: u64 = (used..used + usize::from(months.get()))
                .map(|month| {
                    market.on_sale(month).map(|(_, priced)| priced.most_reads()).max().unwrap_or(0).min(reads.get())
                })
                .sum();
            if serves < reads.get() {
                continue;
            }
            // Only the last phase makes the schedule; before, it is enough that there is one.
            if place + 1 == project.phases.len() {
                found = cheapest(&market, Effort::SMALL);
                is_possible = found.is_some();
            } else {
                is_possible = exists(&market);
            }
            if is_possible {
                used += usize::from(months.get());
                break;
            }
        }
        if !is_possible {
            return Ok(None);
        }
    }
    Ok(found.map(|schedule| FoundFastest { months: fewest, schedule }))
}

/// The schedule that was found.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn book(
    catalogue: &'static Catalogue,
    project: &Project,
    found: &FoundFastest,
) -> Result<Option<Schedule>, Unpriceable> {
    let Some(moved_up) = moved_up(project, &found.months) else { return Ok(None) };
    found.schedule.book(&Market::new(catalogue, &moved_up)?).map(Some)
}

/// The first phases of a project, in so many months each.
fn moved_up(project: &Project, months: &[Months]) -> Option<Project> {
    let mut phases = project.phases.clone();
    phases.truncate(months.len());
    for (phase, months) in phases.iter_mut().zip(months) {
        phase.months = *months;
    }
    Project::new(ProjectFields { phases, ..ProjectFields::clone(project) }).ok()
}
