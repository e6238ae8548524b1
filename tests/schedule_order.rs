//! How schedules stand to one another: asking for more never costs less, and allowing more never brings less.
//!
//! A schedule that isn't proven to be the cheapest still says what none costs less than; the properties hold for that.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::catalogue;
use quota_calculator::pricing::{Money, Months, Posts, Price, Reads, RereadFactor, Tier, UsageType};
use quota_calculator::project::{
    Phase, PhaseName, Plans, PriceBasis, Project, ProjectFields, Proof, Schedule, cheapest_schedule, plans,
};
use serde_json::json;

/// A tier of one's own: a fee and a price of a read up to a cap, which may have a term and a price for a year.
fn tier() -> impl Strategy<Value = Tier> {
    let term = prop_oneof![3 => Just(1), 1 => Just(3), 1 => Just(12)];
    (0..400_u32, 0..40_u32, 50..3_000_u32, term, prop::option::weighted(0.3, 0..3_000_u32))
        .prop_map(|(fee, unit, cap, term, year)| {
            let mut fields = json!({
                "charges": [
                    { "model": "flat", "fee": fee.to_string() },
                    { "model": "perUnit", "unitPrice": format!("0.{unit:02}") },
                ],
                "readCap": cap,
                "termMonths": term,
            });
            if let Some(year) = year {
                fields["annualPrice"] = json!(year.to_string());
            }
            fields
        })
        .prop_map(|fields| serde_json::from_value(fields).expect("a tier"))
}

fn tiers() -> impl Strategy<Value = Vec<Tier>> {
    let named = |(place, tier): (usize, Tier)| {
        let mut fields = serde_json::to_value(&tier).expect("a tier");
        fields["id"] = json!(format!("own-{place}"));
        serde_json::from_value(fields).expect("a tier")
    };
    prop::collection::vec(tier(), 1..5).prop_map(move |tiers| tiers.into_iter().enumerate().map(named).collect())
}

/// A project of phases, posts and months, that only the given tiers can answer.
fn project(phases: &[(u64, u8)], custom_tiers: &[Tier], limit: Option<u32>) -> Project {
    let phase = |(posts, months): &(u64, u8)| Phase {
        name: PhaseName::default(),
        posts: Posts::new(*posts).expect("posts"),
        months: Months::try_from(i128::from(*months)).expect("months"),
    };
    Project::new(ProjectFields {
        start: "2026-12-01".parse().expect("a day"),
        phases: phases.iter().map(phase).collect(),
        usage_type: UsageType::AiTraining,
        reread_factor: RereadFactor::NONE,
        prices: PriceBasis::ByDate,
        custom_tiers: custom_tiers.to_vec(),
        assumed_term: None,
        limit: limit.map(|limit| limit.to_string().parse::<Price>().expect("a price")),
    })
    .expect("a project")
}

fn cheapest(phases: &[(u64, u8)], tiers: &[Tier]) -> Option<Schedule> {
    cheapest_schedule(catalogue(), &project(phases, tiers, None)).expect("small amounts").ok()
}

fn every_plan(phases: &[(u64, u8)], tiers: &[Tier], limit: Option<u32>) -> Plans {
    plans(catalogue(), &project(phases, tiers, limit)).expect("small amounts")
}

/// What no schedule costs less than.
fn least(schedule: &Schedule) -> Money {
    match schedule.proof {
        Proof::Cheapest => schedule.exact,
        Proof::Within(gap) => schedule.exact.minus(gap).expect("a small amount"),
    }
}

/// The months up to the last one in which something is read.
fn months_to_the_last_read(schedule: &Schedule) -> usize {
    schedule.months.iter().rposition(|month| month.reads > Reads::ZERO).map_or(0, |last| last + 1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn more_posts_never_cost_less(
        tiers in tiers(), first in (0..9_000_u64, 1..14_u8), second in (0..9_000_u64, 1..14_u8), more in 1..4_000_u64,
    ) {
        let fewer = cheapest(&[first, second], &tiers);
        if let Some(schedule) = cheapest(&[first, (second.0 + more, second.1)], &tiers) {
            let fewer = fewer.expect("fewer posts are possible where more are");
            prop_assert!(least(&fewer) <= schedule.exact);
        }
    }

    #[test]
    fn a_longer_last_phase_never_costs_more(
        tiers in tiers(), first in (0..9_000_u64, 1..14_u8), second in (0..9_000_u64, 1..14_u8), more in 1..10_u8,
    ) {
        let longer = cheapest(&[first, (second.0, second.1 + more)], &tiers);
        if let Some(schedule) = cheapest(&[first, second], &tiers) {
            let longer = longer.expect("what is possible in time is possible in more");
            prop_assert!(least(&longer) <= schedule.exact);
        }
    }

    #[test]
    fn nothing_is_faster_than_the_fastest_nor_cheaper_than_the_cheapest(
        tiers in tiers(), posts in 0..9_000_u64, months in 1..16_u8,
    ) {
        let plans = every_plan(&[(posts, months)], &tiers, None);
        let others = plans.others.as_ref().expect("they were looked for");
        let Ok(cheapest) = &plans.cheapest else {
            prop_assert!(others.fastest.is_none() && others.single_tiers.schedules.is_empty());
            return Ok(());
        };
        let fastest = others.fastest.as_ref().expect("where there is a schedule, one is the fastest");
        prop_assert!(months_to_the_last_read(fastest) <= months_to_the_last_read(cheapest));
        let singles = others.single_tiers.schedules.iter().map(|single| &single.schedule);
        for other in singles.chain([fastest]) {
            prop_assert!(least(cheapest) <= other.exact);
        }
    }

    #[test]
    fn a_larger_limit_never_brings_fewer_posts(
        tiers in tiers(), posts in 1..6_000_u64, months in 1..14_u8, limit in 0..2_000_u32, more in 0..2_000_u32,
    ) {
        let most = |limit: u32| {
            let plans = every_plan(&[(posts, months)], &tiers, Some(limit));
            plans.others.and_then(|others| others.most_posts)
        };
        if let Some(smaller) = most(limit) {
            let larger = most(limit + more).expect("what a smaller limit pays, a larger one pays");
            prop_assert!(smaller.posts <= larger.posts);
            prop_assert!(smaller.schedule.total <= Money::from(limit.to_string().parse::<Price>().expect("a price")));
        }
    }

    #[test]
    fn one_post_more_than_the_most_is_over_the_limit(
        tiers in tiers(), (before, posts, behind) in (0..900_u64, 1_000..9_000_u64, 0..900_u64), months in 1..14_u8,
        factor in prop_oneof![Just("1"), Just("0.0001"), Just("0.3"), Just("2.5")], limit in 0..4_000_u32,
    ) {
        let project = project(&[(before, 3), (posts, months), (behind, 2)], &tiers, Some(limit));
        let reread_factor = factor.parse().expect("a factor");
        let planned = Project::new(ProjectFields { reread_factor, ..ProjectFields::clone(&project) }).expect("a project");
        let plans = plans(catalogue(), &planned).expect("small amounts");
        let limit = Money::from(limit.to_string().parse::<Price>().expect("a price"));
        let is_whole = plans.cheapest.is_ok_and(|cheapest| cheapest.total <= limit);
        if let Some(most) = plans.others.and_then(|others| others.most_posts) {
            prop_assert!(most.schedule.total <= limit);
            for (place, phase) in planned.phases.iter().enumerate() {
                // Where all is paid, only the largest phase gets more.
                if if is_whole { place != 1 } else { most.posts[place] == phase.posts } {
                    continue;
                }
                let mut phases = planned.phases.clone();
                for (phase, posts) in phases.iter_mut().zip(&most.posts) {
                    phase.posts = *posts;
                }
                phases[place].posts = Posts::new(most.posts[place].get() + 1).expect("few posts");
                let more = Project::new(ProjectFields { phases, ..ProjectFields::clone(&planned) }).expect("a project");
                let more = cheapest_schedule(catalogue(), &more).expect("small amounts");
                let within = more.ok().filter(|more| more.proof == Proof::Cheapest && more.total <= limit);
                prop_assert_eq!(within.map(|more| more.total), None, "one more than {:?} in {}", &most.posts, place);
            }
        }
    }
}
