//! What a limit on the cost means: how far the cheapest schedule is from it, and the most posts that stay within it.

use std::cmp::Reverse;
use std::iter;

use super::found::{FoundMostPosts, FoundSchedule};
use super::market::Market;
use super::post_floors::{PostFloors, larger, servable, with_all_posts, with_posts};
use super::solve::{Effort, cheapest};
use crate::pricing::{Catalogue, Money, Unpriceable};
use crate::project::{Limit, LimitStanding, MostPosts, NoSchedule, Project, Proof, Schedule};

/// How often the floors are asked for a number of posts before it is found by halving.
const GUESSES: usize = 8;

/// Which part of the posts may be left undecided where the cheapest schedules aren't proven to be it.
const UNPROVEN: u64 = 1_024;

/// Up to how many phases each may be the first to get its posts.
const FEW_PHASES: usize = 4;

/// The most posts that were found to stay within the project's limit; `None` when it has none.
///
/// Where the limit pays the whole project, the largest phase has more posts than planned. Where it doesn't, phases get their posts
/// one after another, each as many as the limit pays beside those before it, in the order that should bring the most.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn find(catalogue: &'static Catalogue, project: &Project) -> Result<Option<FoundMostPosts>, Unpriceable> {
    let Some(limit) = project.limit.map(Money::from) else { return Ok(None) };
    let search = Search { catalogue, limit };
    let found = match search.within(project.clone())? {
        Some(whole) => search.more(whole, project),
        None => search.fewer(project)?,
    };
    Ok(found.map(|found| FoundMostPosts { posts: posts_of(&found.project), schedule: found.schedule }))
}

/// A search for the most posts within a limit.
struct Search {
    catalogue: &'static Catalogue,
    limit: Money,
}

/// A project with as many posts as the limit pays.
struct Affordable {
    project: Project,
    schedule: FoundSchedule,
}

impl Search {
    /// The project, if its cheapest schedule that was found is within the limit.
    fn within(&self, project: Project) -> Result<Option<Affordable>, Unpriceable> {
        let found = self.cheapest(&project)?.filter(|(_, schedule)| schedule.total <= self.limit);
        Ok(found.map(|(found, _)| Affordable { project, schedule: found }))
    }

    /// The cheapest schedule that was found; `None` when there is none.
    fn cheapest(&self, project: &Project) -> Result<Option<(FoundSchedule, Schedule)>, Unpriceable> {
        let market = Market::new(self.catalogue, project)?;
        let found = cheapest(&market, Effort::SMALL);
        found.map(|found| found.book(&market).map(|booked| (found, booked))).transpose()
    }

    /// The whole project with as many more posts in its largest phase as the limit pays.
    fn more(&self, whole: Affordable, project: &Project) -> Option<Affordable> {
        let phase = *largest_first(project).first()?;
        let (larger, too_many) = larger(self.catalogue, project, phase, self.limit);
        Some(self.most(whole, phase, larger.as_ref(), too_many))
    }

    /// The project with as many posts as the limit pays where it doesn't pay all, in the order that should bring the most of them.
    fn fewer(&self, project: &Project) -> Result<Option<Affordable>, Unpriceable> {
        let (mut best, mut most) = (Vec::new(), 0);
        for order in orders(project) {
            let expected = self.expected(project, &order);
            // Floors are not so exact that less made a difference.
            if best.is_empty() || expected > most + most / UNPROVEN {
                (best, most) = (order, expected);
            }
        }
        self.filled(project, &best)
    }

    /// The posts that the floors let expect when the phases get theirs in this order.
    fn expected(&self, project: &Project, order: &[usize]) -> u64 {
        let Some(nothing) = without_posts(project) else { return 0 };
        let expected = order.iter().try_fold(nothing, |filled, &phase| {
            let whole = with_posts(&filled, phase, project.phases[phase].posts.get())?;
            let servable = servable(self.catalogue, &whole, phase)?;
            let market = Market::new(self.catalogue, &servable).ok()?;
            let posts = PostFloors::quick(&market, phase).within(self.limit)?;
            with_posts(&filled, phase, posts)
        });
        expected.map_or(0, |expected| expected.posts())
    }

    /// The project whose phases get their posts in this order; `None` when not even none are within the limit.
    fn filled(&self, project: &Project, order: &[usize]) -> Result<Option<Affordable>, Unpriceable> {
        let nothing = with_all_posts(project, &vec![0; project.phases.len()]);
        let Some(mut filled) = nothing.map(|nothing| self.within(nothing)).transpose()?.flatten() else {
            return Ok(None);
        };
        for &phase in order {
            let planned = project.phases[phase].posts.get();
            let Some(whole) = with_posts(&filled.project, phase, planned) else { return Ok(None) };
            filled = match self.within(whole.clone())? {
                Some(whole) => whole,
                None => self.most(filled, phase, servable(self.catalogue, &whole, phase).as_ref(), planned),
            };
        }
        Ok(Some(filled))
    }

    /// The same with as many posts in one phase as the limit pays, fewer than `too_many`. `larger` is a project with about as many
    /// posts in it, or more.
    ///
    /// More posts never cost less. So numbers of posts are tried until one is within the limit and the next one is not: those
    /// that the floors let expect, corrected by how far above the floors the last one was, and after some of them the middle.
    fn most(&self, affordable: Affordable, phase: usize, larger: Option<&Project>, mut too_many: u64) -> Affordable {
        let mut posts = affordable.project.phases[phase].posts.get();
        let mut most = affordable;
        let market = larger.and_then(|larger| Market::new(self.catalogue, larger).ok());
        let floors = market.as_ref().map(|market| PostFloors::close(market, phase));
        // What the last number of posts cost above its floor.
        let mut above = Money::ZERO;
        let (mut guesses, mut stride) = (GUESSES, 1);
        let mut is_proven = true;
        while too_many - posts > if is_proven { 1 } else { posts / UNPROVEN + 1 } {
            let asked = floors.as_ref().filter(|_| guesses > 0);
            guesses = guesses.saturating_sub(1);
            let tried = match asked.and_then(|floors| floors.within(self.limit.minus(above).ok()?)) {
                Some(guess) if posts < guess && guess < too_many => guess,
                // What was found should be the most. Where it isn't, a cent may be more posts than one.
                Some(guess) if guess <= posts && posts + stride < too_many => {
                    stride *= 8;
                    posts + stride / 8
                }
                _ => posts + (too_many - posts) / 2,
            };
            // More reads than can be asked for, or whose cost can't be said, aren't within any limit.
            let asked = with_posts(&most.project, phase, tried);
            let found = asked.and_then(|project| Some((self.cheapest(&project).ok()??, project)));
            let cost = found.as_ref().map(|((_, schedule), _)| schedule.total);
            let least = floors.as_ref().and_then(|floors| floors.cost(tried));
            above = cost.zip(least).and_then(|(cost, least)| cost.minus(least).ok()).unwrap_or(above);
            is_proven &= found.as_ref().is_none_or(|((_, schedule), _)| schedule.proof == Proof::Cheapest);
            match found.filter(|((_, schedule), _)| schedule.total <= self.limit) {
                Some(((schedule, _), project)) => (most, posts) = (Affordable { project, schedule }, tried),
                None => too_many = tried,
            }
        }
        most
    }
}

/// The places of the phases, the largest first; of equals the first.
fn largest_first(project: &Project) -> Vec<usize> {
    let mut places: Vec<_> = (0..project.phases.len()).collect();
    places.sort_by_key(|place| Reverse(project.phases[*place].posts));
    places
}

/// The orders in which phases get their posts: the largest first, the smallest first, and where there are few, each of them before
/// the others.
fn orders(project: &Project) -> Vec<Vec<usize>> {
    let largest_first = largest_first(project);
    let firsts = if largest_first.len() > FEW_PHASES { &largest_first[..1] } else { &largest_first };
    let before_others = |first: &usize| {
        let others = largest_first.iter().filter(|place| *place != first);
        iter::once(first).chain(others).copied().collect()
    };
    let mut orders: Vec<Vec<usize>> = firsts.iter().map(before_others).collect();
    orders.push(largest_first.iter().rev().copied().collect());
    orders.dedup();
    orders
}

/// The project without any posts.
fn without_posts(project: &Project) -> Option<Project> {
    with_all_posts(project, &vec![0; project.phases.len()])
}

fn posts_of(project: &Project) -> Vec<u64> {
    project.phases.iter().map(|phase| phase.posts.get()).collect()
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
    let asked = with_all_posts(project, &found.posts).filter(|asked| asked.posts() > 0);
    let Some(asked) = asked else { return Ok(None) };
    let schedule = found.schedule.book(&Market::new(catalogue, &asked)?)?;
    let posts = asked.phases.iter().map(|phase| phase.posts).collect();
    Ok(Some(MostPosts { posts, schedule }))
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
