//! Finds the schedules of a project: exactly, month after month.
//!
//! `docs/method.md` says under "Schedules" what a schedule may be, and how it is found and proven to be the cheapest. It is
//! dynamic programming over months, as for lots that are made for a known demand (Wagner and Whitin, "Dynamic Version of the
//! Economic Lot Size Model", 1958), with costs that are straight lines over reads; and what may be spent rises until there is a
//! schedule, as in iterative deepening (Korf, "Depth-First Iterative-Deepening", 1985).
//!
//! The modules in the order in which they work:
//!
//! 1. What could be bought. [`market`] has every tier at the prices of each price book, in the months in which it is on sale.
//!    [`month_prices`] is what a month of a tier costs at the least, [`line`](mod@line) the straight lines that say it and the
//!    lower envelope of many, [`units`] their amounts as whole numbers, and [`powers`] several months of a tier together.
//! 2. What is still to be paid at the least: the floors. [`phase_floors`] finds them from the last month of a phase to its
//!    first, over all [`payments`] for the months of a tier, those that lead to the same in one [`pool`]; [`floors`] has those
//!    of all phases. They may be too low, but never too high: so [`rough`] amounts do, and [`work`] says how rough.
//! 3. The search for a schedule within a ceiling. [`search`] goes from the first month to the last, [`stretch`] by stretch of
//!    months that can change places, and [`purchases`] pays for months. A [`gate`] made of floor and ceiling says which ways
//!    are followed. What one has at the beginning of a month to go on with is a [`holding`].
//! 4. The cheapest schedule. [`solve`] raises the ceiling until the search finds one, and [`choice`] reads its months off the
//!    way.
//! 5. Every answer. [`found`] keeps what the searches found, which [`booking`] makes a schedule of, priced anew by the engine.
//!    Beside the cheapest there are the [`fastest`], that of each [`single`] tier, and the most posts within a [`limit`], for
//!    which [`post_floors`] tells where to look; [`refusal`] says why there is none, and
//!    [`free_collection`](mod@free_collection) what the free era would have answered.
//!
//! Words that only mean something here: a *kind* is a tier whatever the price book, with the same number in all of them; a *way*
//! is a schedule as far as some month; its *step* is what it does in a month; an *envelope*, kept as a *front* of nodes, is the
//! least that every number of reads costs by any way to a month.

mod booking;
mod choice;
mod fastest;
mod floors;
mod found;
mod free_collection;
mod gate;
mod holding;
mod limit;
mod line;
mod market;
mod month_prices;
mod payments;
mod phase_floors;
mod pool;
mod post_floors;
mod powers;
mod purchases;
mod refusal;
mod rough;
mod search;
mod single;
mod solve;
mod stretch;
mod units;
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
