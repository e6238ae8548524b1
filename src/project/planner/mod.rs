//! Finds the schedules of a project: exactly, month after month.
//!
//! A [`market`](Market) is what could be bought, with prices as straight lines over reads. A [search](search) goes through the
//! months and keeps the least that every number of reads costs. What it [found](found) is [booked](booking) as a schedule,
//! priced anew by the engine.

mod booking;
mod bound;
mod choice;
mod curve;
mod fastest;
mod found;
mod free_collection;
mod limit;
mod line;
mod market;
mod powers;
mod purchases;
mod refusal;
mod search;
mod single;
mod solve;
mod stretch;
mod units;

pub use found::FoundPlans;
pub use free_collection::free_collection;

use super::{NoSchedule, Plans, Project, Schedule};
use crate::pricing::{Catalogue, Unpriceable};
use found::FoundSchedule;
use market::Market;

/// The cheapest schedule of a project, or why there is none.
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn cheapest_schedule(
    catalogue: &'static Catalogue,
    project: &Project,
) -> Result<Result<Schedule, NoSchedule>, Unpriceable> {
    let market = Market::new(catalogue, project)?;
    book_cheapest(&market, solve::cheapest(&market).as_ref())
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
    book_plans(catalogue, project, &find_plans(catalogue, project)?)
}

/// Searches for every answer to a project. This is what takes long; [`book_plans`] makes the answers of it.
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn find_plans(catalogue: &'static Catalogue, project: &Project) -> Result<FoundPlans, Unpriceable> {
    let market = Market::new(catalogue, project)?;
    let cheapest = solve::cheapest(&market);
    Ok(FoundPlans {
        fastest: if cheapest.is_some() { fastest::find(catalogue, project)? } else { None },
        single_tiers: single::find(&market),
        most_posts: limit::find(catalogue, project)?,
        cheapest,
    })
}

/// Every answer to a project of what was found for it, priced by the engine.
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn book_plans(catalogue: &'static Catalogue, project: &Project, found: &FoundPlans) -> Result<Plans, Unpriceable> {
    let market = Market::new(catalogue, project)?;
    let cheapest = book_cheapest(&market, found.cheapest.as_ref())?;
    let fastest = found.fastest.as_ref().map(|found| fastest::book(catalogue, project, found)).transpose()?;
    Ok(Plans {
        fastest: fastest.flatten(),
        single_tiers: single::book(&market, &found.single_tiers)?,
        within_limit: limit::book(catalogue, project, &cheapest, found.most_posts.as_ref())?,
        free_era: free_collection(catalogue, project),
        cheapest,
    })
}

fn book_cheapest(
    market: &Market<'_>,
    found: Option<&FoundSchedule>,
) -> Result<Result<Schedule, NoSchedule>, Unpriceable> {
    let booked = found.map(|found| found.book(market)).transpose()?;
    Ok(booked.ok_or_else(|| refusal::why_none(market, |_| true)))
}
