//! What a limit on the cost means: how far the cheapest schedule is from it, and the most posts that stay within it.

use super::found::{FoundMostPosts, FoundSchedule};
use super::market::Market;
use super::post_floors::{PostFloors, larger, with_posts};
use super::solve::{Effort, cheapest};
use crate::pricing::{Catalogue, Money, Unpriceable};
use crate::project::{Limit, LimitStanding, MostPosts, NoSchedule, Project, Proof, Schedule};

/// How often the floors are asked for a number of posts before it is found by halving.
const GUESSES: usize = 8;

/// Which part of the posts may be left undecided where the cheapest schedules aren't proven to be it.
const UNPROVEN: u64 = 1_024;

/// The most posts of the largest phase that stay within the project's limit; `None` when it has none, or when not even the
/// other phases do.
///
/// More posts never cost less. So numbers of posts are tried until one is within the limit and the next one is not: those that
/// the floors let expect, corrected by how far above the floors the last one was, and after some of them the middle.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn find(catalogue: &'static Catalogue, project: &Project) -> Result<Option<FoundMostPosts>, Unpriceable> {
    let Some(limit) = project.limit.map(Money::from) else { return Ok(None) };
    let largest = project.phases.iter().map(|phase| phase.posts).max();
    let Some(phase) = project.phases.iter().position(|phase| Some(phase.posts) == largest) else { return Ok(None) };
    let planned = project.phases[phase].posts.get();
    let attempt = |posts: u64| match cheapest_with(catalogue, project, phase, posts) {
        // So many reads that their cost can't be said aren't within any limit.
        Err(_) if posts > planned => Ok(None),
        found => found,
    };
    let Some((schedule, _)) = attempt(0)?.filter(|(_, schedule)| schedule.total <= limit) else { return Ok(None) };
    let mut most = FoundMostPosts { phase, posts: 0, schedule };
    let (larger, mut too_many) = larger(catalogue, project, phase, limit);
    let market = larger.as_ref().and_then(|larger| Market::new(catalogue, larger).ok());
    let floors = market.as_ref().map(|market| PostFloors::new(market, phase));
    // What the last number of posts cost above its floor.
    let mut above = Money::ZERO;
    let (mut guesses, mut stride) = (GUESSES, 1);
    let mut is_proven = true;
    while too_many - most.posts > if is_proven { 1 } else { most.posts / UNPROVEN + 1 } {
        let asked = floors.as_ref().filter(|_| guesses > 0);
        guesses = guesses.saturating_sub(1);
        let posts = match asked.and_then(|floors| floors.within(limit.minus(above).ok()?)) {
            Some(guess) if most.posts < guess && guess < too_many => guess,
            // What was found should be the most. Where it isn't, a cent may be more posts than one.
            Some(guess) if guess <= most.posts && most.posts + stride < too_many => {
                stride *= 8;
                most.posts + stride / 8
            }
            _ => most.posts + (too_many - most.posts) / 2,
        };
        let found = attempt(posts)?;
        let cost = found.as_ref().map(|(_, schedule)| schedule.total);
        let least = floors.as_ref().and_then(|floors| floors.cost(posts));
        above = cost.zip(least).and_then(|(cost, least)| cost.minus(least).ok()).unwrap_or(above);
        is_proven &= found.as_ref().is_none_or(|(_, schedule)| schedule.proof == Proof::Cheapest);
        match found.filter(|(_, schedule)| schedule.total <= limit) {
            Some((schedule, _)) => most = FoundMostPosts { phase, posts, schedule },
            None => too_many = posts,
        }
    }
    Ok(Some(most))
}

/// The cheapest schedule that was found with so many posts in one phase; `None` when there is none.
fn cheapest_with(
    catalogue: &'static Catalogue,
    project: &Project,
    phase: usize,
    posts: u64,
) -> Result<Option<(FoundSchedule, Schedule)>, Unpriceable> {
    // More reads than can be asked for are no schedule either.
    let Some(asked) = with_posts(project, phase, posts) else { return Ok(None) };
    let market = Market::new(catalogue, &asked)?;
    let Some(found) = cheapest(&market, Effort::SMALL) else { return Ok(None) };
    let booked = found.book(&market)?;
    Ok(Some((found, booked)))
}

/// The most posts that were found; `None` when there are none at all.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn book(
    catalogue: &'static Catalogue,
    project: &Project,
    found: &FoundMostPosts,
) -> Result<Option<MostPosts>, Unpriceable> {
    let asked = with_posts(project, found.phase, found.posts).filter(|asked| asked.posts() > 0);
    let Some(asked) = asked else { return Ok(None) };
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
