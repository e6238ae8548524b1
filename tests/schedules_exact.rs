//! The planner against every schedule there is.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod all_schedules;
mod oracle;

use std::ops::Range;

use all_schedules::{All, Amount, PricedTier, amount};
use oracle::{RawBand, RawCharge, RawTier, fraction, json, month, to_the_cent};
use proptest::prelude::*;
use quota_calculator::pricing::{Catalogue, Months, Posts, PriceBook, RereadFactor, Source, Tier, UsageType};
use quota_calculator::project::{
    Phase, PhaseName, PriceBasis, Project, ProjectFields, Proof, PurchasePayment, Schedule, cheapest_schedule,
};
use serde_json::{Value, json};

/// Prices that meet each other often.
fn price() -> BoxedStrategy<String> {
    prop_oneof![
        3 => (0..12_u32).prop_map(|whole| whole.to_string()),
        1 => (0..800_u32).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100)),
        1 => (0..100_u32).prop_map(|tenths| format!("0.0{tenths:02}")),
    ]
    .boxed()
}

fn bands() -> impl Strategy<Value = Vec<RawBand>> {
    (prop::collection::btree_set(1..8_u64, 0..3), prop::collection::vec((price(), price()), 4)).prop_map(
        |(bounds, prices)| {
            let ends = bounds.into_iter().map(Some).chain([None]);
            ends.zip(prices).map(|(up_to, (unit, fee))| (up_to, unit, fee)).collect()
        },
    )
}

fn charge() -> impl Strategy<Value = RawCharge> {
    let included = || prop_oneof![2 => Just(0), 1 => 0..4_u64];
    prop_oneof![
        price().prop_map(RawCharge::Flat),
        (price(), included()).prop_map(|(price, included)| RawCharge::PerUnit(price, included)),
        (1..6_u64, price(), included()).prop_map(|(size, price, included)| RawCharge::Package(size, price, included)),
        (bands(), included()).prop_map(|(bands, included)| RawCharge::Graduated(bands, included)),
        (bands(), included()).prop_map(|(bands, included)| RawCharge::Volume(bands, included)),
    ]
}

prop_compose! {
    fn raw_tier()(
        charges in prop::collection::vec(charge(), 1..3),
        discount in prop::option::weighted(0.2, (0..=100_u32).prop_map(|percent| percent.to_string())),
        minimum in prop::option::weighted(0.3, price()),
        maximum in prop::option::weighted(0.3, price()),
        cap in prop::option::weighted(0.7, (0..9_u64, prop::collection::vec(charge(), 0..2))),
    ) -> RawTier {
        let (minimum, maximum) = match (minimum, maximum) {
            (Some(one), Some(other)) if fraction(&one) > fraction(&other) => (Some(other), Some(one)),
            bounds => bounds,
        };
        RawTier { charges, discount, minimum, maximum, cap }
    }
}

/// A tier's terms: months that it commits to, its prices for a year, whether it is sold.
type Terms = (usize, Option<String>, Option<String>, bool);

fn terms(longest: usize) -> impl Strategy<Value = Terms> {
    let year = || (0..60_u32).prop_map(|whole| whole.to_string());
    (
        prop_oneof![3 => Just(1_usize), 2 => 2..=longest],
        prop::option::weighted(0.25, year()),
        prop::option::weighted(0.25, year()),
        prop::bool::weighted(0.25),
    )
}

fn tier(longest: usize) -> impl Strategy<Value = PricedTier> {
    (0..3_usize, raw_tier(), terms(longest)).prop_map(
        |(kind, raw, (term, annual_price, annual_maximum, existing_only))| PricedTier {
            kind,
            raw,
            months: 0..0,
            is_custom: false,
            existing_only,
            term,
            annual_price,
            annual_maximum,
        },
    )
}

/// Tiers of two price books and of the researcher's own, and where the second price book begins.
fn tiers(longest: usize, most: usize, months: usize) -> impl Strategy<Value = (Vec<PricedTier>, usize)> {
    (
        prop::collection::vec(tier(longest), 0..=most),
        prop::collection::vec(tier(longest), 0..=most),
        prop::collection::vec(tier(longest), 0..=most),
        0..=months,
    )
        .prop_map(move |(first, second, own, seam)| {
            let mut all = place(first, 0..seam, 0, false);
            all.extend(place(second, seam..months, 0, false));
            all.extend(place(own, 0..months, 10, true));
            all.truncate(4);
            (all, seam)
        })
}

/// Tiers of one list, each kind once.
fn place(tiers: Vec<PricedTier>, months: Range<usize>, first_kind: usize, is_custom: bool) -> Vec<PricedTier> {
    let mut found: Vec<PricedTier> = Vec::new();
    for priced in tiers {
        let kind = first_kind + priced.kind;
        if !months.is_empty() && !found.iter().any(|known| known.kind == kind) {
            found.push(PricedTier { kind, months: months.clone(), is_custom, ..priced });
        }
    }
    found
}

fn tier_json(priced: &PricedTier) -> Value {
    let mut fields = json(&priced.raw);
    fields["id"] = json!(format!("tier-{}", priced.kind));
    fields["name"] = json!(format!("Tier {}", priced.kind));
    fields["existingCustomersOnly"] = json!(priced.existing_only);
    // A term of one month is sometimes said and sometimes not.
    if priced.term > 1 || priced.kind.is_multiple_of(2) {
        fields["termMonths"] = json!(priced.term);
    }
    if let Some(price) = &priced.annual_price {
        fields["annualPrice"] = json!(price);
    }
    if let Some(maximum) = &priced.annual_maximum {
        fields["annualMaximum"] = json!(maximum);
    }
    if !priced.is_custom {
        let evidence = json!({ "status": "official", "confidence": "high", "sources": ["S1"] });
        let mut all = json!({ "price": evidence });
        if priced.raw.cap.is_some() {
            all["readCap"] = evidence.clone();
        }
        if priced.annual_price.is_some() {
            all["annualPrice"] = evidence;
        }
        fields["evidence"] = all;
    }
    fields
}

/// A catalogue of two price books: the first from the beginning on, the second from the month of the seam on.
fn catalogue_of(tiers: &[PricedTier], seam: usize) -> &'static Catalogue {
    let evidence = json!({ "status": "official", "confidence": "high", "sources": ["S1"] });
    let closed = json!({
        "id": "closed", "name": "Closed", "evidence": { "price": evidence },
    });
    let book = |id: &str, from: String, is_own: &dyn Fn(&PricedTier) -> bool| {
        let mut listed = vec![closed.clone()];
        listed.extend(tiers.iter().filter(|priced| !priced.is_custom && is_own(priced)).map(tier_json));
        let book = json!({
            "id": id, "name": id, "title": id, "from": from, "deduplication": "unknown", "evidence": evidence, "tiers": listed,
        });
        serde_json::from_value::<PriceBook>(book).expect("a price book")
    };
    let first = book("free-era", "2020-01-01".to_owned(), &|priced| priced.months.start < seam);
    let second = book("2023-03", day(seam), &|priced| priced.months.start >= seam);
    let source = json!({ "id": "S1", "kind": "primary", "title": "A source", "url": "https://example.org" });
    let source: Source = serde_json::from_value(source).expect("a source");
    Box::leak(Box::new(Catalogue::new(vec![first, second], vec![source]).expect("a catalogue")))
}

/// The first day of a month of the project, which starts in January 2021.
fn day(month: usize) -> String {
    format!("{}-{:02}-01", 2021 + month / 12, 1 + month % 12)
}

fn project(tiers: &[PricedTier], phases: &[(usize, u64)]) -> Project {
    let phase = |(months, reads): &(usize, u64)| Phase {
        name: PhaseName::default(),
        posts: Posts::new(*reads).expect("few posts"),
        months: Months::try_from(i128::try_from(*months).expect("months")).expect("months"),
    };
    let own = tiers.iter().filter(|priced| priced.is_custom);
    Project::new(ProjectFields {
        start: "2021-01-01".parse().expect("a day"),
        phases: phases.iter().map(phase).collect(),
        usage_type: UsageType::Academic,
        reread_factor: RereadFactor::NONE,
        prices: PriceBasis::ByDate,
        custom_tiers: own.map(|priced| serde_json::from_value::<Tier>(tier_json(priced)).expect("a tier")).collect(),
        assumed_term: None,
        limit: None,
    })
    .expect("a project")
}

fn money(money: quota_calculator::pricing::Money) -> Amount {
    amount(&fraction(&money.to_string()))
}

/// Holds a schedule to the rules, and prices it anew from the oracle.
fn check(schedule: &Schedule, tiers: &[PricedTier], phases: &[(usize, u64)]) -> Result<(), TestCaseError> {
    let months: usize = phases.iter().map(|(months, _)| months).sum();
    prop_assert!(schedule.months.len() >= months);
    let mut held: Option<(usize, usize)> = None;
    let mut next_month = 0;
    let mut exact = 0;
    for (place, purchase) in schedule.purchases.iter().enumerate() {
        prop_assert!(purchase.first_month >= next_month, "one tier at a time");
        if purchase.first_month > next_month {
            held = None;
        }
        next_month = purchase.first_month + purchase.months;
        let is_sold_then = |priced: &&PricedTier| {
            tier_json(priced)["id"] == json!(purchase.tier.id) && priced.months.contains(&purchase.first_month)
        };
        let priced = tiers.iter().find(is_sold_then);
        let priced = priced.ok_or_else(|| TestCaseError::fail("what is bought is on sale"))?;
        let goes_on = held.is_some_and(|(kind, _)| kind == priced.kind);
        prop_assert!(goes_on || priced.is_custom || !priced.existing_only, "it is sold to anyone");
        prop_assert!(goes_on || purchase.months >= priced.term, "a term is paid to its end");
        held = Some((priced.kind, place));
        let own = &schedule.months[purchase.first_month..next_month];
        prop_assert!(own.iter().all(|month| month.purchase == Some(place)));
        let limit = priced.raw.cap.as_ref().filter(|(_, overage)| overage.is_empty()).map_or(u64::MAX, |(cap, _)| *cap);
        match purchase.payment {
            PurchasePayment::InAdvance => {
                let years = purchase.months / 12;
                prop_assert_eq!(years * 12, purchase.months);
                let price = priced.annual_price.as_ref().expect("a price for a year");
                exact += amount(&fraction(price)) * i128::try_from(years).expect("few years");
                let cap = priced.raw.cap.as_ref().map_or(u64::MAX, |(cap, _)| *cap);
                prop_assert!(own.iter().all(|month| month.reads.get() <= cap && month.bill.is_none()));
            }
            PurchasePayment::Monthly => {
                // Who goes on with a tier may begin a new term, if the months are enough for one and it is sold.
                let begins = purchase.months >= priced.term && (priced.is_custom || !priced.existing_only);
                let committed = if begins || !goes_on { priced.term } else { 1 };
                let on_sale = own.iter().enumerate().skip(committed).map(|(later, _)| purchase.first_month + later);
                prop_assert!(on_sale.into_iter().all(|month| priced.is_custom || priced.months.contains(&month)));
                for year in own.chunks(12) {
                    let listed: Amount = year.iter().map(|it| amount(&month(&priced.raw, it.reads.get()))).sum();
                    let maximum = priced.annual_maximum.as_ref().map(|maximum| amount(&fraction(maximum)));
                    exact += maximum.map_or(listed, |maximum| listed.min(maximum));
                }
                prop_assert!(own.iter().all(|month| month.reads.get() <= limit));
                for month in own {
                    let bill = month.bill.as_ref().expect("a bill");
                    prop_assert_eq!(bill.amount(), month.amount);
                    if priced.annual_maximum.is_none() {
                        let listed = to_the_cent(&oracle::month(&priced.raw, month.reads.get()));
                        prop_assert_eq!(money(month.amount), amount(&listed));
                    }
                }
            }
        }
        let stated: Amount = own.iter().map(|month| money(month.amount)).sum();
        prop_assert_eq!(stated, money(purchase.amount));
        prop_assert_eq!(purchase.reads, own.iter().map(|month| month.reads.get()).sum::<u64>());
    }
    prop_assert_eq!(exact, money(schedule.exact), "the exact sum");
    let stated: Amount = schedule.months.iter().map(|month| money(month.amount)).sum();
    prop_assert_eq!(stated, money(schedule.total), "the stated sum");
    for (place, (_, reads)) in phases.iter().enumerate() {
        let own = schedule.months.iter().filter(|month| month.phase == Some(place));
        prop_assert!(own.map(|month| month.reads.get()).sum::<u64>() >= *reads, "the phase has its reads");
    }
    Ok(())
}

/// A schedule in short: what is bought when, and the reads of each month.
fn short(schedule: &Schedule) -> String {
    let purchases = schedule.purchases.iter().map(|it| {
        let advance = if it.payment == PurchasePayment::InAdvance { " in advance" } else { "" };
        format!("{} {}+{}{advance} ${}", it.tier.id, it.first_month, it.months, it.amount)
    });
    let purchases: Vec<_> = purchases.collect();
    let reads: Vec<_> = schedule.months.iter().map(|month| month.reads.get()).collect();
    format!("{} {reads:?} ${} exactly {} {:?}", purchases.join(", "), schedule.total, schedule.exact, schedule.proof)
}

/// The planner's answer is the cheapest of all, or there is none.
fn compare(tiers: &[PricedTier], seam: usize, phases: &[(usize, u64)], most: u64) -> Result<(), TestCaseError> {
    let answer = cheapest_schedule(catalogue_of(tiers, seam), &project(tiers, phases)).expect("small amounts");
    let best = All::new(tiers, phases, most).cheapest();
    match (answer, best) {
        (Ok(schedule), Some(best)) => {
            check(&schedule, tiers, phases)?;
            prop_assert_eq!(money(schedule.exact), best, "{}", short(&schedule));
            prop_assert_eq!(schedule.proof, Proof::Cheapest);
        }
        (Err(_), None) => {}
        (Ok(schedule), None) => prop_assert!(false, "{}: there is none", short(&schedule)),
        (Err(reason), Some(best)) => prop_assert!(false, "{reason:?}, but one costs {best}"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nothing_is_cheaper_within_four_months(
        (tiers, seam) in tiers(6, 2, 4),
        (cut, first, second) in (0..4_usize, 0..13_u64, 0..9_u64),
    ) {
        let phases = if cut == 0 { vec![(4, first)] } else { vec![(cut, first), (4 - cut, second)] };
        compare(&tiers, seam, &phases, 40)?;
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn nothing_is_cheaper_over_years(
        (tiers, seam) in tiers(13, 1, 14),
        (cut, first, second) in (1..14_usize, 0..5_u64, 0..4_u64),
    ) {
        compare(&tiers, seam, &[(cut, first), (14 - cut, second)], 40)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// What began in one phase may go on through the next ones.
    #[test]
    fn nothing_is_cheaper_in_three_phases(
        (tiers, seam) in tiers(5, 2, 6),
        (first, second) in (1..4_usize, 1..3_usize),
        reads in prop::array::uniform3(0..7_u64),
    ) {
        let months = [first, second, 6 - first - second];
        let phases: Vec<_> = months.into_iter().zip(reads).collect();
        compare(&tiers, seam, &phases, 40)?;
    }
}
