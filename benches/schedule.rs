//! How long the schedules of a project take, and how many are proven to be the cheapest: with the real price books, and with
//! twenty tiers made up to be hard.
//!
//! ```sh
//! cargo bench --bench schedule            # times everything, in some minutes
//! cargo bench --bench schedule -- terms   # only what has that in its name
//! cargo bench --bench schedule -- --cheapest # the cheapest schedule only
//! cargo bench --bench schedule -- --links # the links of the hard projects, for the page
//! ```
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a benchmark that can't go on fails")]

mod hard_projects;

use std::hint::black_box;
use std::time::{Duration, Instant};

use hard_projects::{Family, hard_project};
use quota_calculator::catalogue;
use quota_calculator::pricing::{Money, Months, Posts, RereadFactor, UsageType};
use quota_calculator::project::budget::BudgetTerms;
use quota_calculator::project::{
    Phase, PhaseName, PlanChoice, PriceBasis, Project, ProjectFields, Proof, Proposal, cheapest_schedule, link, plans,
};

/// The projects of a line of the table.
type Row = (String, Vec<Project>);

/// How many projects there are of each family.
const OF_FAMILY: u64 = 12;

/// How often the cheapest schedule of each is timed; the fastest time counts.
const ROUNDS: usize = 3;

/// A project of phases, posts and months, at the prices of the days or of one price book.
fn listed(start: &str, price_book: Option<&str>, phases: &[(u64, i128)]) -> Project {
    let phase = |(posts, months): &(u64, i128)| Phase {
        name: PhaseName::default(),
        posts: Posts::new(*posts).expect("posts"),
        months: Months::try_from(*months).expect("months"),
    };
    let of = |id| PriceBasis::Of(catalogue().price_book(id).expect("a price book"));
    Project::new(ProjectFields {
        start: start.parse().expect("a day"),
        phases: phases.iter().map(phase).collect(),
        usage_type: UsageType::Academic,
        reread_factor: RereadFactor::NONE,
        prices: price_book.map_or(PriceBasis::ByDate, of),
        custom_tiers: Vec::new(),
        assumed_term: None,
        limit: Some("10000".parse().expect("a price")),
    })
    .expect("a project")
}

fn rows() -> Vec<Row> {
    let phases = [(500_000, 12), (20_000_000, 36), (90_000, 12)];
    let real = [
        ("listed prices, 8 months", listed("2026-12-01", None, &[(10_000_000, 8)])),
        ("listed prices by date, 60 months", listed("2022-06-01", None, &phases)),
        ("prices of March 2023, 60 months", listed("2026-12-01", Some("2023-03"), &phases)),
        ("prices of October 2024, 60 months", listed("2026-12-01", Some("2024-10"), &phases)),
    ];
    let real = real.into_iter().map(|(name, project)| (name.to_owned(), vec![project]));
    let hard = Family::ALL.map(|family| {
        let name = format!("20 tiers, {}", family.name());
        (name, (0..OF_FAMILY).map(|number| hard_project(family, number)).collect())
    });
    real.chain(hard).collect()
}

/// How long something takes.
fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let found = black_box(what());
    (found, start.elapsed())
}

/// The middle one and the longest of some times, in milliseconds.
fn spread(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let of = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1_000.0);
    format!("{:>8.2} {:>8.2}", of(times.get(times.len() / 2)), of(times.last()))
}

/// A line of the table: times, and how far the schedules are from proven.
fn measure(name: &str, projects: &[Project], rounds: usize, with_plans: bool) {
    let (mut of_cheapest, mut of_plans) = (Vec::new(), Vec::new());
    let (mut proven, mut gap) = (0, Money::ZERO);
    for project in projects {
        let times = (0..rounds).map(|_| timed(|| cheapest_schedule(catalogue(), black_box(project))));
        let (schedule, time) = times.min_by_key(|(_, time)| *time).expect("a round");
        of_cheapest.push(time);
        match schedule.expect("small amounts").expect("a schedule").proof {
            Proof::Cheapest => proven += 1,
            Proof::Within(most) => gap = gap.max(most),
        }
        if with_plans {
            of_plans.push(timed(|| plans(catalogue(), black_box(project))).1);
        }
    }
    let (cheapest, plans) = (spread(of_cheapest), spread(of_plans));
    println!("{name:<34} {cheapest}  {plans}  {proven:>3} of {:<3} {gap:>10}", projects.len());
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == "--links") {
        for (name, projects) in rows() {
            for project in projects {
                let (choice, terms) = (PlanChoice::default(), BudgetTerms::plain());
                println!("{name}\t{}", link::encode(&Proposal { project, choice, terms }));
            }
        }
        return;
    }
    // `cargo test` only sees whether it runs.
    let is_bench = words.iter().any(|word| word == "--bench");
    let with_plans = !words.iter().any(|word| word == "--cheapest");
    let asked: Vec<&String> = words.iter().filter(|word| !word.starts_with("--")).collect();
    println!(
        "{:<34} {:>17}  {:>17}  {:>10} {:>10}",
        "milliseconds: middle and longest", "cheapest", "every plan", "proven", "gap, $"
    );
    for (name, mut projects) in rows() {
        if !asked.is_empty() && !asked.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        if !is_bench {
            projects.truncate(1);
        }
        measure(&name, &projects, if is_bench { ROUNDS } else { 1 }, with_plans);
    }
}
