//! Projects with schedules made by hand, for the tests of what is computed from them.
#![allow(dead_code, reason = "not every test needs all of them")]

use quota_calculator::pricing::{Assumption, Date, Money, Months, Posts, PriceBook, Reads, Tier};
use quota_calculator::project::budget::{BudgetTerms, BudgetTermsFields, Conversion};
use quota_calculator::project::funder::{FunderProfile, Percent};
use quota_calculator::project::{
    FreeCollection, FreeProgramme, Phase, PriceBasis, Project, ProjectFields, Proof, Purchase, PurchasePayment,
    Schedule, ScheduledMonth,
};

pub mod budgets;

/// The price book of that id.
pub fn book(id: &str) -> &'static PriceBook {
    quota_calculator::catalogue().price_book(id).expect("a price book")
}

/// A tier of a price book.
pub fn tier(book: &PriceBook, id: &str) -> Tier {
    book.tier(id).expect("a tier").clone()
}

/// A day.
pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// A percentage.
pub fn percent(text: &str) -> Percent {
    text.parse().expect("a percentage")
}

/// A project of one phase for academic research at the prices of March 2023, that collects a million posts a month.
pub fn project(start: &str, months: usize) -> Project {
    let months = i128::try_from(months).expect("months");
    let phase = Phase {
        name: quota_calculator::project::PhaseName::default(),
        posts: Posts::new(u64::try_from(months).expect("months") * 1_000_000).expect("posts"),
        months: Months::try_from(months).expect("months"),
    };
    let fields = ProjectFields {
        start: day(start),
        phases: vec![phase],
        prices: PriceBasis::Of(book("2023-03")),
        ..Project::starting(day("2026-11-24")).into()
    };
    Project::new(fields).expect("a project")
}

/// A schedule of that project whose months cost so many cents at Enterprise Small.
pub fn schedule(project: &Project, cents: &[u64]) -> Schedule {
    let reads = Reads::new(1_000_000).expect("reads");
    let tier = tier(book("2023-03"), "enterprise-small");
    let month = |(place, cents): (usize, &u64)| ScheduledMonth {
        from: project.first_day(place),
        phase: project.phase_of(place),
        purchase: Some(0),
        reads,
        amount: Money::of_cents(*cents),
        bill: tier.bill(reads).expect("an amount"),
    };
    let months: Vec<_> = cents.iter().enumerate().map(month).collect();
    let total = Money::of_cents(cents.iter().sum());
    let purchase = Purchase {
        tier: tier.clone(),
        price_book: book("2023-03"),
        first_month: 0,
        months: months.len(),
        payment: PurchasePayment::Monthly,
        reads: 1_000_000 * months.len() as u64,
        amount: total,
    };
    Schedule {
        months,
        purchases: vec![purchase],
        total,
        exact: total,
        assumptions: vec![Assumption::NoMinimumTerm],
        proof: Proof::Cheapest,
    }
}

/// The funder profile of that id.
pub fn funder(id: &str) -> &'static FunderProfile {
    quota_calculator::funder_profile(id).expect("a funder profile")
}

/// The terms of that funder, in euros at 0.9 where its form is in euros, with the other fields changed.
pub fn terms(id: &str, change: impl FnOnce(&mut BudgetTermsFields)) -> BudgetTerms {
    let funder = funder(id);
    let euros = Conversion {
        currency: "EUR".parse().expect("a currency"),
        rate: "0.9".parse().expect("a rate"),
        day: day("2026-11-20"),
    };
    let is_in_euros = funder.currency.is_some_and(|currency| currency == euros.currency);
    let mut fields =
        BudgetTermsFields { funder, conversion: is_in_euros.then_some(euros), ..BudgetTerms::plain().into() };
    change(&mut fields);
    BudgetTerms::new(fields).expect("terms")
}

/// What the free era would have answered to a million posts a month for academic research.
pub fn free_era(months: u64) -> FreeCollection {
    let programme = |id: &str, cap: u64| {
        let needed = (months * 1_000_000).div_ceil(cap);
        FreeProgramme { tier: tier(book("free-era"), id), months: Some(needed), in_time: needed <= months }
    };
    FreeCollection {
        busiest_month: Reads::new(1_000_000).expect("reads"),
        covered_by: Some(tier(book("free-era"), "elevated")),
        programmes: vec![programme("essential", 500_000), programme("elevated", 2_000_000)],
    }
}
