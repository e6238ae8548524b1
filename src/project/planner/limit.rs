//! What a limit on the cost means: how far the cheapest schedule is from it, and the most posts that stay within it.

use super::found::{FoundMostPosts, FoundSchedule};
use super::market::Market;
use super::solve::{PATIENCE_OTHERS, any_within, cheapest};
use crate::pricing::{Catalogue, Money, Reads, Unpriceable};
use crate::project::{Limit, LimitStanding, MostPosts, NoSchedule, Project, ProjectFields, Schedule};

/// The most posts of the largest phase that stay within the project's limit; `None` when it has none, or when not even the
/// other phases do. More posts never cost less, so the number is found by halving.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn find(catalogue: &'static Catalogue, project: &Project) -> Result<Option<FoundMostPosts>, Unpriceable> {
    let Some(limit) = project.limit.map(Money::from) else { return Ok(None) };
    let largest = project.phases.iter().map(|phase| phase.posts).max();
    let Some(phase) = project.phases.iter().position(|phase| Some(phase.posts) == largest) else { return Ok(None) };
    let planned = project.phases[phase].posts.get();
    let within = |posts: u64| -> Result<Option<FoundMostPosts>, Unpriceable> {
        // More reads than can be asked for are no schedule either.
        let Some(asked) = with_posts(project, phase, posts) else { return Ok(None) };
        let found = match Market::new(catalogue, &asked).and_then(|market| any_within(&market, limit)) {
            Ok(found) => found,
            // So many reads that their cost can't be said aren't within any limit.
            Err(_) if posts > planned => None,
            Err(error) => return Err(error),
        };
        Ok(found.map(|schedule| FoundMostPosts { phase, posts, schedule }))
    };
    let Some(mut most) = within(0)? else { return Ok(None) };
    // First upwards from the planned posts, then by halving.
    let mut too_many = planned.max(1);
    while let Some(more) = within(too_many)? {
        most = more;
        if too_many == Reads::MAX.get() {
            break;
        }
        too_many = too_many.saturating_mul(4).min(Reads::MAX.get());
    }
    while too_many.saturating_sub(most.posts) > 1 {
        let middle = most.posts + (too_many - most.posts) / 2;
        match within(middle)? {
            Some(more) => most = more,
            None => too_many = middle,
        }
    }
    // So far any schedule would do.
    if let Some(schedule) = cheapest_within(catalogue, project, &most, limit)? {
        most.schedule = schedule;
    }
    Ok(Some(most))
}

/// The cheapest schedule of the most posts; `None` when the one that was found for it is over the limit.
fn cheapest_within(
    catalogue: &'static Catalogue,
    project: &Project,
    most: &FoundMostPosts,
    limit: Money,
) -> Result<Option<FoundSchedule>, Unpriceable> {
    let Some(asked) = with_posts(project, most.phase, most.posts) else { return Ok(None) };
    let market = Market::new(catalogue, &asked)?;
    let Some(found) = cheapest(&market, PATIENCE_OTHERS) else { return Ok(None) };
    Ok((found.book(&market)?.total <= limit).then_some(found))
}

/// The same project with other posts in one phase; `None` when those are too many.
fn with_posts(project: &Project, phase: usize, posts: u64) -> Option<Project> {
    let mut phases = project.phases.clone();
    phases.get_mut(phase)?.posts = Reads::ZERO.forward(posts);
    Project::new(ProjectFields { phases, ..ProjectFields::clone(project) }).ok()
}

/// The most posts that were found.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn book(
    catalogue: &'static Catalogue,
    project: &Project,
    found: &FoundMostPosts,
) -> Result<Option<MostPosts>, Unpriceable> {
    let Some(asked) = with_posts(project, found.phase, found.posts) else { return Ok(None) };
    let schedule = found.schedule.book(&Market::new(catalogue, &asked)?)?;
    Ok(Some(MostPosts { phase: found.phase, posts: asked.phases[found.phase].posts, schedule }))
}

/// The project's limit, and how its cheapest schedule stands to it; `None` when it has none.
pub(super) fn limit(project: &Project, cheapest: &Result<Schedule, NoSchedule>) -> Option<Limit> {
    let amount = Money::from(project.limit?);
    Some(Limit { amount, standing: cheapest.as_ref().ok().and_then(|schedule| standing(schedule.total, amount)) })
}

fn standing(total: Money, limit: Money) -> Option<LimitStanding> {
    if total <= limit {
        limit.minus(total).ok().map(LimitStanding::Within)
    } else {
        total.minus(limit).ok().map(LimitStanding::Over)
    }
}
