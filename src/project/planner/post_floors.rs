//! What numbers of posts in one phase cost at least, whatever they are: where the most within a limit are looked for.

use super::floors::Floors;
use super::market::Market;
use crate::pricing::{Catalogue, Money, Posts};
use crate::project::{Phase, Project, ProjectFields};

/// The floors of a project, for every number of posts in one of its phases up to those that it has.
pub(super) struct PostFloors<'a> {
    market: &'a Market<'a>,
    floors: Floors<'a>,
    phase: usize,
}

impl<'a> PostFloors<'a> {
    /// Those of a market, which leave out little.
    pub(super) fn close(market: &'a Market<'a>, phase: usize) -> Self {
        Self { market, floors: Floors::close(market), phase }
    }

    /// Those of a market, made in no time.
    pub(super) fn quick(market: &'a Market<'a>, phase: usize) -> Self {
        Self { market, floors: Floors::quick(market), phase }
    }

    /// The most posts of which all may cost no more than `limit`.
    pub(super) fn within(&self, limit: Money) -> Option<u64> {
        let reads = self.floors.reads_within(self.phase, self.market.units.most(limit)?)?;
        Some(share(self.posts(), reads, self.reads()))
    }

    /// What all cost at least with so many posts.
    pub(super) fn cost(&self, posts: u64) -> Option<Money> {
        let reads = share(self.reads(), posts, self.posts());
        self.market.units.money(self.floors.least_with(self.phase, reads)?)
    }

    fn posts(&self) -> u64 {
        self.market.project.phases[self.phase].posts.get()
    }

    fn reads(&self) -> u64 {
        self.market.project.reads()[self.phase].get()
    }
}

/// The same project with about as many posts in one phase as `limit` pays, or more, and a number of posts that is certainly too
/// many. There is no such project where its prices can't be stated exactly.
pub(super) fn larger(
    catalogue: &'static Catalogue,
    project: &Project,
    phase: usize,
    limit: Money,
) -> (Option<Project>, u64) {
    // Stated months are less than exact ones by no more than half a cent each.
    let limit = limit.plus(Money::of_cents(project.month_count() as u64)).unwrap_or(limit);
    let mut found = None;
    let mut posts = project.phases[phase].posts.get().max(1);
    loop {
        let Some(asked) = with_posts(project, phase, posts) else { return (found, Posts::MAX.get() + 1) };
        let Ok(market) = Market::new(catalogue, &asked) else { return (found, Posts::MAX.get() + 1) };
        if asked.reads()[phase].get() > most_reads(&market, phase) {
            return (servable(catalogue, &asked, phase), posts);
        }
        let least = Floors::quick(&market).least();
        if least.is_none_or(|least| market.units.most(limit).is_some_and(|most| least > most)) {
            return (Some(asked), posts);
        }
        if posts == Posts::MAX.get() {
            return (Some(asked), posts + 1);
        }
        posts = posts.saturating_mul(4).min(Posts::MAX.get());
        found = Some(asked);
    }
}

/// The same project with no more posts in one phase than its months could serve. There is no such project where its prices can't be
/// stated exactly.
pub(super) fn servable(catalogue: &'static Catalogue, project: &Project, phase: usize) -> Option<Project> {
    let market = Market::new(catalogue, project).ok()?;
    let (reads, most) = (project.reads()[phase].get(), most_reads(&market, phase));
    with_posts(project, phase, share(project.phases[phase].posts.get(), most.min(reads), reads))
}

/// The most reads that the months of a phase could serve.
fn most_reads(market: &Market<'_>, phase: usize) -> u64 {
    let before = market.project.phases[..phase].iter().map(|phase| usize::from(phase.months.get())).sum::<usize>();
    let months = before..before + usize::from(market.project.phases[phase].months.get());
    let most = |month: usize| market.on_sale(month).map(|(_, priced)| priced.most_reads()).max().unwrap_or(0);
    months.map(most).fold(0, u64::saturating_add)
}

/// How many of `whole` go with `part`, where all of them go with `of`; rounded down.
fn share(whole: u64, part: u64, of: u64) -> u64 {
    let share = u128::from(whole) * u128::from(part) / u128::from(of.max(1));
    u64::try_from(share).unwrap_or(u64::MAX)
}

/// The same project with other posts in one phase; `None` when those are too many.
pub(super) fn with_posts(project: &Project, phase: usize, posts: u64) -> Option<Project> {
    let mut phases = project.phases.clone();
    phases.get_mut(phase)?.posts = Posts::new(posts).ok()?;
    with_phases(project, phases)
}

/// The same project with these posts in its phases; `None` when those are too many.
pub(super) fn with_all_posts(project: &Project, posts: &[u64]) -> Option<Project> {
    let mut phases = project.phases.clone();
    for (phase, posts) in phases.iter_mut().zip(posts) {
        phase.posts = Posts::new(*posts).ok()?;
    }
    with_phases(project, phases)
}

fn with_phases(project: &Project, phases: Vec<Phase>) -> Option<Project> {
    Project::new(ProjectFields { phases, ..ProjectFields::clone(project) }).ok()
}
