//! How long the engine takes: one month of one tier, a whole assessment, and how both grow.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "the macros of criterion write public functions")]
#![allow(clippy::expect_used, reason = "a benchmark that can't go on fails")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use quota_calculator::catalogue;
use quota_calculator::pricing::{
    Band, Bands, Charge, Estimate, Growth, Identifier, Months, Posts, Price, PriceBook, Reads, Tier, TierFields, Usage,
    UsageType, Volume, assess, breakpoints, curves, price_history, ways,
};

fn reads(count: u64) -> Reads {
    Reads::new(count).expect("reads")
}

fn posts(count: u64) -> Posts {
    Posts::new(count).expect("posts")
}

fn largest_price_book() -> &'static PriceBook {
    catalogue().price_books().iter().max_by_key(|book| book.compared().count()).expect("a price book")
}

/// A graduated tier of that many bands, a thousand reads each.
fn graduated(count: u64) -> Tier {
    let unit_price: Price = "0.001".parse().expect("a price");
    let band = |index| Band { up_to: (index < count).then(|| reads(index * 1_000)), unit_price, flat_fee: unit_price };
    let bands = Bands::new((1..=count).map(band).collect::<Vec<_>>()).expect("rising bands");
    let own: Tier =
        serde_json::from_str(r#"{ "id": "own", "charges": [{ "model": "flat", "fee": "0" }] }"#).expect("a tier");
    let charges = vec![Charge::Graduated { bands, included_reads: Reads::ZERO }].into();
    Tier::new(TierFields { charges: Some(charges), ..TierFields::clone(&own) }).expect("a tier")
}

fn one_month(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one tier, one month");
    for (book, tier) in [("2023-03", "enterprise-small"), ("2026-08", "pay-per-use")] {
        let tier = catalogue().price_book(book).and_then(|book| book.tier(tier)).expect("a tier");
        group.bench_function(format!("total at {}", tier.name), |bencher| {
            bencher.iter(|| tier.exact(black_box(reads(1_234_567))));
        });
    }
    group.finish();
}

fn assessments(criterion: &mut Criterion) {
    let usage = |months: i128| {
        let months = Months::try_from(months).expect("months");
        let growth: Growth = "1.5".parse().expect("a growth");
        Usage::growing(Volume::monthly(posts(1_234_567)), growth, months).expect("usage")
    };
    let estimate = |months| Estimate::new(usage(months), UsageType::Academic, largest_price_book());
    let mut group = criterion.benchmark_group("largest price book, every month different");
    let year = estimate(12);
    group.bench_function("assessment of 12 months", |bencher| bencher.iter(|| assess(catalogue(), black_box(&year))));
    group.bench_function("history over all price books", |bencher| {
        bencher.iter(|| price_history(catalogue(), black_box(&year)));
    });
    group.bench_function("every breakpoint", |bencher| bencher.iter(|| breakpoints(black_box(&year), Reads::ZERO)));
    for months in [1, 30, 60, 120] {
        let estimate = estimate(months);
        group.bench_with_input(BenchmarkId::new("assessment by months", months), &estimate, |bencher, estimate| {
            bencher.iter(|| assess(catalogue(), black_box(estimate)));
        });
    }
    group.finish();
}

/// Ways to the same reads: at the listed tiers, and at as many custom ones as there may be, each with an annual maximum.
fn other_ways(criterion: &mut Criterion) {
    let estimate = |months: i128, custom: u64| {
        let months = Months::try_from(months).expect("months");
        let growth: Growth = "1.5".parse().expect("a growth");
        let usage = Usage::growing(Volume::monthly(posts(1_234_567)), growth, months).expect("usage");
        let tier = |index: u64| {
            let id = Identifier::new(format!("own-{index}")).expect("an id");
            let annual_maximum = Some("100000".parse().expect("a price"));
            Tier::new(TierFields { id, annual_maximum, ..TierFields::clone(&graduated(10)) }).expect("a tier")
        };
        let estimate = Estimate::new(usage, UsageType::Academic, largest_price_book());
        estimate.with_custom_tiers((0..custom).map(tier).collect()).expect("distinct tiers")
    };
    let mut group = criterion.benchmark_group("other ways");
    for (months, custom) in [(12, 0), (120, 0), (120, 100)] {
        let assessment = assess(catalogue(), &estimate(months, custom)).expect("amounts");
        group.bench_function(format!("{months} months, {custom} custom tiers"), |bencher| {
            bencher.iter(|| ways(black_box(&assessment)));
        });
    }
    group.finish();
}

/// A tier of packages of a thousand reads: more steps than a chart can show.
fn packages(id: usize) -> Tier {
    let charge = r#"{ "model": "package", "packageSize": 1000, "packagePrice": "5" }"#;
    serde_json::from_str(&format!(r#"{{ "id": "own-{id}", "charges": [{charge}] }}"#)).expect("a tier")
}

fn charts(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("curves from 1,000 to 1,000,000,000 reads");
    let listed = Estimate::starting(catalogue());
    let draw = |estimate| curves(black_box(estimate), reads(1_000), reads(1_000_000_000));
    group.bench_function("the listed tiers", |bencher| bencher.iter(|| draw(&listed)));
    let own = listed.clone().with_custom_tiers((0..5).map(packages).collect()).expect("distinct tiers");
    group.bench_function("with five of many small packages", |bencher| bencher.iter(|| draw(&own)));
    group.finish();
}

fn bands(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("graduated tier, all bands entered");
    for bands in [1, 10, 100, 1_000] {
        let tier = graduated(bands);
        group.bench_with_input(BenchmarkId::new("total by bands", bands), &tier, |bencher, tier| {
            bencher.iter(|| tier.exact(black_box(reads(bands * 1_000))));
        });
    }
    group.finish();
}

criterion_group!(benches, one_month, assessments, other_ways, charts, bands);
criterion_main!(benches);
