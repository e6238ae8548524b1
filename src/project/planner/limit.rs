//! What a limit on the cost means: how far the cheapest schedule is from it, and the most posts that stay within it.

use super::market::Market;
use super::solve::{any_within, cheapest};
use crate::pricing::{Catalogue, Money, Reads, Unpriceable};
use crate::project::{LimitStanding, MostPosts, NoSchedule, Project, ProjectFields, Schedule, WithinLimit};

/// What the project's limit means; `None` when it has none.
pub(super) fn within_limit(
    catalogue: &'static Catalogue,
    project: &Project,
    cheapest: &Result<Schedule, NoSchedule>,
) -> Result<Option<WithinLimit>, Unpriceable> {
    let Some(limit) = project.limit.map(Money::from) else { return Ok(None) };
    let standing = cheapest.as_ref().ok().and_then(|schedule| standing(schedule.total, limit));
    Ok(Some(WithinLimit { limit, standing, most_posts: most_posts(catalogue, project, limit)? }))
}

fn standing(total: Money, limit: Money) -> Option<LimitStanding> {
    if total <= limit {
        limit.minus(total).ok().map(LimitStanding::Within)
    } else {
        total.minus(limit).ok().map(LimitStanding::Over)
    }
}

/// The most posts of the largest phase that stay within the limit. More posts never cost less, so the number is found by
/// halving.
fn most_posts(
    catalogue: &'static Catalogue,
    project: &Project,
    limit: Money,
) -> Result<Option<MostPosts>, Unpriceable> {
    let largest = project.phases.iter().map(|phase| phase.posts).max();
    let Some(phase) = project.phases.iter().position(|phase| Some(phase.posts) == largest) else { return Ok(None) };
    let within = |posts: u64, is_final: bool| -> Result<Option<MostPosts>, Unpriceable> {
        let mut phases = project.phases.clone();
        phases[phase].posts = Reads::ZERO.forward(posts);
        // More reads than can be asked for are no schedule either.
        let fields = ProjectFields { phases, ..ProjectFields::clone(project) };
        let Ok(asked) = Project::new(fields) else { return Ok(None) };
        let answer = Market::new(catalogue, &asked);
        let solved = answer.and_then(|market| if is_final { cheapest(&market) } else { any_within(&market, limit) });
        let schedule = match solved {
            Ok(schedule) => schedule,
            // So many reads that their cost can't be said aren't within any limit.
            Err(_) if posts > project.phases[phase].posts.get() => None,
            Err(error) => return Err(error),
        };
        let schedule = schedule.filter(|schedule| schedule.total <= limit);
        Ok(schedule.map(|schedule| MostPosts { phase, posts: Reads::ZERO.forward(posts), schedule }))
    };
    let Some(mut most) = within(0, false)? else { return Ok(None) };
    // First upwards from the planned posts, then by halving.
    let mut too_many = project.phases[phase].posts.get().max(1);
    while let Some(more) = within(too_many, false)? {
        most = more;
        if too_many == Reads::MAX.get() {
            break;
        }
        too_many = too_many.saturating_mul(4).min(Reads::MAX.get());
    }
    while too_many.saturating_sub(most.posts.get()) > 1 {
        let middle = most.posts.get() + (too_many - most.posts.get()) / 2;
        match within(middle, false)? {
            Some(more) => most = more,
            None => too_many = middle,
        }
    }
    // So far any schedule would do.
    let cheapest = within(most.posts.get(), true)?;
    Ok(Some(cheapest.unwrap_or(most)))
}
