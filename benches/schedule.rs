//! How long the schedules of a project take: with the real price books, and with twenty tiers made up to be hard.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "the macros of criterion write public functions")]
#![allow(clippy::expect_used, reason = "a benchmark that can't go on fails")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use quota_calculator::catalogue;
use quota_calculator::pricing::{Months, Reads, RereadFactor, Tier, UsageType};
use quota_calculator::project::{Phase, PhaseName, PriceBasis, Project, ProjectFields, cheapest_schedule, plans};
use serde_json::{Value, json};

/// A project of phases: posts and months.
fn project(start: &str, phases: &[(u64, i128)], custom_tiers: Vec<Tier>) -> Project {
    let phase = |(posts, months): &(u64, i128)| Phase {
        name: PhaseName::default(),
        posts: Reads::new(*posts).expect("reads"),
        months: Months::try_from(*months).expect("months"),
    };
    Project::new(ProjectFields {
        start: start.parse().expect("a day"),
        phases: phases.iter().map(phase).collect(),
        usage_type: UsageType::Academic,
        reread_factor: RereadFactor::NONE,
        prices: PriceBasis::ByDate,
        custom_tiers,
        assumed_term: None,
        limit: Some("10000".parse().expect("a price")),
    })
    .expect("a project")
}

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// A tier of one of five kinds with prices of its own; every other one with a term where `terms` is set.
fn tier(place: u64, numbers: &mut Numbers, terms: bool) -> Tier {
    let cap = [5_000, 37_500, 100_000, 333_333, 1_000_000, 10_000_000][usize::try_from(place % 6).expect("few")];
    let cap = cap + numbers.below(1_000);
    let mut unit = || format!("0.{:05}", 1 + numbers.below(800));
    let bands = |unit: &mut dyn FnMut() -> String| {
        json!([{ "upTo": cap / 4, "unitPrice": unit() }, { "upTo": cap / 2, "unitPrice": unit(), "flatFee": "20" },
               { "upTo": null, "unitPrice": unit() }])
    };
    let charges = match place % 5 {
        0 => json!([{ "model": "flat", "fee": (cap / 300 + 10).to_string() }]),
        1 => json!([{ "model": "perUnit", "unitPrice": unit() }]),
        2 => json!([{ "model": "graduated", "bands": bands(&mut unit) }]),
        3 => json!([{ "model": "volume", "bands": bands(&mut unit) }]),
        _ => json!([{ "model": "flat", "fee": (cap / 500 + 5).to_string() },
                    { "model": "perUnit", "unitPrice": unit(), "includedReads": cap / 3 }]),
    };
    let mut fields = json!({ "id": format!("own-{place}"), "charges": charges, "readCap": cap });
    if terms && place.is_multiple_of(2) {
        fields["termMonths"] = json!([3, 6, 12][usize::try_from(place % 3).expect("few")]);
    }
    serde_json::from_value::<Tier>(Value::clone(&fields)).expect("a tier")
}

fn tiers(terms: bool) -> Vec<Tier> {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    (0..20).map(|place| tier(place, &mut numbers, terms)).collect()
}

fn schedules(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("cheapest schedule");
    let cases = [
        ("real price books, 8 months", project("2026-12-01", &[(10_000_000, 8)], Vec::new())),
        (
            "real price books, 60 months, 3 phases",
            project("2022-06-01", &[(500_000, 12), (20_000_000, 36), (90_000, 12)], Vec::new()),
        ),
        ("20 custom tiers, 60 months", project("2026-12-01", &[(7_777_777, 60)], tiers(false))),
        ("20 custom tiers with terms, 60 months", project("2026-12-01", &[(7_777_777, 60)], tiers(true))),
    ];
    for (name, project) in &cases {
        group.bench_function(*name, |bencher| bencher.iter(|| cheapest_schedule(catalogue(), black_box(project))));
    }
    group.finish();
    let mut group = criterion.benchmark_group("all plans");
    for (name, project) in &cases[..2] {
        group.bench_function(*name, |bencher| bencher.iter(|| plans(catalogue(), black_box(project))));
    }
    group.finish();
}

criterion_group!(benches, schedules);
criterion_main!(benches);
