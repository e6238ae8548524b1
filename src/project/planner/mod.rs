//! Finds the schedules of a project: exactly, month after month.
//!
//! A [`market`](Market) is what could be bought, with prices as straight lines over reads. A [search](search) goes through the
//! months and keeps the least that every number of reads costs, as far as a [floor](prospects) under the months left says that
//! it may be of use. What it [found](found) is [booked](booking) as a schedule, priced anew by the engine.

mod booking;
mod bound;
mod choice;
mod curve;
mod fastest;
mod found;
mod free_collection;
mod gate;
mod holding;
mod limit;
mod line;
mod market;
mod pool;
mod post_floors;
mod powers;
mod prospects;
mod purchases;
mod refusal;
mod rough;
mod search;
mod single;
mod solve;
mod stretch;
mod units;
mod ways;
mod work;

pub use found::FoundPlans;
pub use free_collection::free_collection;

use super::{NoSchedule, Plans, Project, Schedule};
use crate::pricing::{Catalogue, Unpriceable};

/// The cheapest schedule of a project, or why there is none.
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn cheapest_schedule(
    catalogue: &'static Catalogue,
    project: &Project,
) -> Result<Result<Schedule, NoSchedule>, Unpriceable> {
    Ok(FoundPlans::cheapest(catalogue, project)?.book(catalogue, project)?.cheapest)
}

/// Every answer to a project.
///
/// ```
/// use quota_calculator::catalogue;
/// use quota_calculator::pricing::Date;
/// use quota_calculator::project::{Project, plans};
///
/// // 10,000,000 posts within eight months for academic research, at pay-per-use.
/// let today = Date::from_ymd_opt(2026, 11, 24).ok_or("no such day")?;
/// let project = Project::starting(today);
/// let cheapest = plans(catalogue(), &project)?.cheapest.map_err(|_| "no schedule")?;
/// assert_eq!(cheapest.total.to_string(), "50000");
/// assert_eq!(cheapest.purchases[0].tier.name, "Pay-per-use");
/// assert_eq!(cheapest.purchases[0].months, 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn plans(catalogue: &'static Catalogue, project: &Project) -> Result<Plans, Unpriceable> {
    FoundPlans::cheapest(catalogue, project)?.with_others(catalogue, project)?.book(catalogue, project)
}
