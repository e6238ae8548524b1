//! The engine against an independent oracle, and the laws that every price must obey.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod oracle;

use num_rational::BigRational;
use oracle::{RawBand, RawCharge, RawTier, fraction, json, month, to_the_cent};
use proptest::prelude::*;
use quota_calculator::app::custom_tiers::TierDraft;
use quota_calculator::catalogue;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{
    Assumption, BreakpointKind, Estimate, Fit, Growth, Money, Months, Posts, Price, Reads, RereadFactor, Tier, Usage,
    UsageType, Volume, Way, assess, breakpoints, cheapest_month, curves, most_reads, price_history, ways,
};

/// Prices that meet each other often: few digits, many equal.
fn small_price() -> impl Strategy<Value = String> {
    prop_oneof![
        (0..20_u32).prop_map(|whole| whole.to_string()),
        (0..200_u32).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100)),
        (0..100_u32).prop_map(|tenths| format!("0.00{tenths:02}")),
    ]
}

/// Any price that the schema takes.
fn any_price() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("0".to_owned()),
        Just("1000000000000".to_owned()),
        Just("999999999999.999999999999".to_owned()),
        Just("0.000000000001".to_owned()),
        (0..1_000_000_000_000_u64, 0..1_000_000_000_000_u64).prop_map(|(whole, rest)| format!("{whole}.{rest:012}")),
    ]
}

fn bands(price: fn() -> BoxedStrategy<String>, reach: u64) -> impl Strategy<Value = Vec<RawBand>> {
    (prop::collection::btree_set(1..reach, 0..4), prop::collection::vec((price(), price()), 5)).prop_map(
        |(bounds, prices)| {
            let ends = bounds.into_iter().map(Some).chain([None]);
            ends.zip(prices).map(|(up_to, (unit, fee))| (up_to, unit, fee)).collect()
        },
    )
}

fn charge(price: fn() -> BoxedStrategy<String>, reach: u64) -> impl Strategy<Value = RawCharge> {
    let included = || prop_oneof![2 => Just(0), 1 => 0..reach];
    prop_oneof![
        price().prop_map(RawCharge::Flat),
        (price(), included()).prop_map(|(price, included)| RawCharge::PerUnit(price, included)),
        (1..reach, price(), included()).prop_map(|(size, price, included)| RawCharge::Package(size, price, included)),
        (bands(price, reach), included()).prop_map(|(bands, included)| RawCharge::Graduated(bands, included)),
        (bands(price, reach), included()).prop_map(|(bands, included)| RawCharge::Volume(bands, included)),
    ]
}

prop_compose! {
    fn tier_of(price: fn() -> BoxedStrategy<String>, reach: u64)(
        charges in prop::collection::vec(charge(price, reach), 1..4),
        discount in prop::option::of((0..=100_u32).prop_map(|percent| percent.to_string())),
        minimum in prop::option::of(price()),
        maximum in prop::option::of(price()),
        cap in prop::option::of((0..reach, prop::collection::vec(charge(price, reach), 0..2))),
    ) -> RawTier {
        let (minimum, maximum) = match (minimum, maximum) {
            (Some(one), Some(other)) if fraction(&one) > fraction(&other) => (Some(other), Some(one)),
            bounds => bounds,
        };
        RawTier { charges, discount, minimum, maximum, cap }
    }
}

fn small_tier() -> impl Strategy<Value = RawTier> {
    tier_of(|| small_price().boxed(), 60)
}

fn any_tier() -> impl Strategy<Value = RawTier> {
    tier_of(|| any_price().boxed(), Reads::MAX.get())
}

fn checked(raw: &RawTier) -> Tier {
    serde_json::from_value(json(raw)).expect("a legal tier")
}

/// A tier with everything that a tier can have, but evidence.
fn whole_tier() -> impl Strategy<Value = Tier> {
    let term = prop_oneof![(1..=120_u8).prop_map(|months| serde_json::json!(months)), Just("unknown".into())];
    let cents = (0..100_000_000_000_000_u64).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100));
    let at_cap = prop_oneof![Just("stop"), Just("contract"), Just("top-up")];
    (
        any_tier(),
        "[ -~äß“]{0,20}[a-z]",
        (0..=1_000_000_u32).prop_map(|percent| format!("{}.{:04}", percent / 10_000, percent % 10_000)),
        prop::option::of(term),
        prop::option::of(any_price()),
        prop::option::of(cents),
        at_cap,
        (any::<bool>(), any::<bool>(), any::<bool>()),
    )
        .prop_map(|(raw, name, discount, term, annual_price, annual_maximum, at_cap, (priced, shown, ruled))| {
            let mut fields = json(&RawTier { discount: Some(discount), ..raw });
            if fields["readCap"].is_u64() && fields["overage"].is_null() {
                fields["atCap"] = at_cap.into();
                if ruled {
                    fields["overage"] = serde_json::json!([]);
                }
            }
            if !priced {
                fields["charges"] = serde_json::Value::Null;
            }
            fields["name"] = name.into();
            fields["termMonths"] = term.into();
            fields["annualPrice"] = annual_price.into();
            fields["annualMaximum"] = annual_maximum.into();
            fields["note"] = shown.then_some("As of today").into();
            fields["indicativePrice"] = shown.then_some("42000").into();
            fields["existingCustomersOnly"] = ruled.into();
            if ruled {
                fields["eligibility"] = serde_json::json!([{ "usageTypes": ["hobby"], "access": "no" }]);
            }
            serde_json::from_value(fields).expect("a legal tier")
        })
}

fn reads(count: u64) -> Reads {
    Reads::new(count).expect("reads within bounds")
}

fn posts(count: u64) -> Posts {
    Posts::new(count).expect("posts within bounds")
}

fn exact(money: Money) -> BigRational {
    let text = money.to_string();
    text.strip_prefix('-').map_or_else(|| fraction(&text), |size| -fraction(size))
}

fn estimate(tiers: Vec<RawTier>, usage: Usage) -> Estimate {
    let named = |(place, raw): (usize, RawTier)| {
        let mut fields = json(&raw);
        fields["id"] = serde_json::json!(format!("tier-{place}"));
        serde_json::from_value::<Tier>(fields).expect("a legal tier")
    };
    // Nothing of the free era is open to this usage type but what the test makes up.
    let book = catalogue().price_book("2026-08").expect("a price book");
    let custom = tiers.into_iter().enumerate().map(named).collect();
    Estimate::new(usage, UsageType::AiTraining, book).with_custom_tiers(custom).expect("distinct tiers")
}

/// The reads of a way in each of its months.
fn month_by_month(way: &Way) -> Vec<u64> {
    let months = |count: u64| usize::try_from(count).expect("few months");
    way.spread.iter().flat_map(|stretch| vec![stretch.reads.get(); months(stretch.months)]).collect()
}

/// Whether the reads of a way come as planned.
fn keeps_pace(way: &Way) -> bool {
    !way.assumptions.contains(&Assumption::AnotherPace)
}

proptest! {
    #[test]
    fn months_are_what_the_oracle_says(raw in small_tier(), count in 0..200_u64) {
        let tier = checked(&raw);
        let bill = tier.bill(reads(count)).expect("small amounts").expect("a price");
        prop_assert_eq!(exact(bill.exact()), month(&raw, count));
        prop_assert_eq!(exact(bill.amount()), to_the_cent(&month(&raw, count)));
        let lines: BigRational = bill.lines().iter().map(|line| exact(line.amount())).sum();
        prop_assert_eq!(lines, exact(bill.exact()), "the total is the sum of its lines");
        prop_assert_eq!(tier.exact(reads(count)), Ok(Some(bill.exact())), "with lines and without");
    }

    #[test]
    fn whatever_is_within_bounds_is_exact_or_refused(raw in any_tier(), count in 0..=Reads::MAX.get()) {
        if let Ok(bill) = checked(&raw).bill(reads(count)) {
            prop_assert_eq!(exact(bill.expect("a price").exact()), month(&raw, count));
        } else {
            // Nothing is refused that would fit with room for a discount's six digits.
            let largest = month(&RawTier { discount: None, minimum: None, maximum: None, ..raw }, count);
            prop_assert!(largest > fraction("100000000"), "{} was refused", largest);
        }
    }

    #[test]
    fn more_reads_never_cost_less_without_volume_pricing(mut raw in small_tier(), count in 0..200_u64) {
        let overage = raw.cap.iter_mut().flat_map(|(_, overage)| overage);
        for charge in raw.charges.iter_mut().chain(overage) {
            if let RawCharge::Volume(bands, included) = charge {
                *charge = RawCharge::Graduated(std::mem::take(bands), *included);
            }
        }
        let tier = checked(&raw);
        let month = |count| tier.exact(reads(count)).expect("small amounts");
        prop_assert!(month(count) <= month(count + 1));
    }

    #[test]
    fn the_most_reads_are_the_inverse_of_pricing(raw in small_tier(), budget in small_price()) {
        let tier = checked(&raw);
        let most = tier.most_reads(budget.parse::<Price>().expect("a price"));
        let stops = raw.cap.as_ref().filter(|(_, overage)| overage.is_empty()).map(|(cap, _)| *cap);
        let within = |count: &u64| to_the_cent(&month(&raw, *count)) <= fraction(&budget);
        // Beyond these reads every band and package of the generator has been passed.
        let horizon = 100_000_u64;
        let last = stops.unwrap_or(horizon).min(horizon);
        match most.map(Reads::get) {
            None => prop_assert!(!(0..=last.min(400)).any(|count| within(&count)), "something was affordable"),
            Some(most) => {
                prop_assert!(within(&most), "the most reads are within the budget");
                prop_assert!(stops.is_none_or(|cap| most <= cap));
                let further = (most + 1..=most + 400).filter(|count| stops.is_none_or(|cap| *count <= cap));
                prop_assert_eq!(further.filter(|count| *count <= Reads::MAX.get()).find(within), None, "one could read more");
            }
        }
    }

    #[test]
    fn breakpoints_are_where_the_answer_changes(first in small_tier(), second in small_tier(), third in small_tier()) {
        let raws = [first, second, third];
        let volume = Volume::monthly(Posts::ZERO);
        let estimate = estimate(raws.to_vec(), Usage::constant(volume, Months::YEAR));
        let found = breakpoints(&estimate, Reads::ZERO).expect("small amounts");
        let reach = 120;
        prop_assert!(found.complete_to.get() >= reach, "each read bends a price once at most");
        let serves = |raw: &RawTier, count: u64| match &raw.cap {
            Some((cap, overage)) => count <= *cap || !overage.is_empty(),
            None => true,
        };
        let months = |raw: &RawTier| (0..=reach).map(|count| serves(raw, count).then(|| month(raw, count))).collect();
        let months: Vec<Vec<Option<BigRational>>> = raws.iter().map(months).collect();
        let cheapest = |count: usize| {
            let mut best: Option<(usize, &BigRational)> = None;
            for (place, months) in months.iter().enumerate() {
                if let Some(amount) = &months[count]
                    && best.is_none_or(|(_, lowest)| amount < lowest)
                {
                    best = Some((place, amount));
                }
            }
            best
        };
        // Sampling every volume in reach must find exactly what the walk found.
        let mut expected = Vec::new();
        for count in 1..=usize::try_from(reach).expect("few reads") {
            for (place, months) in months.iter().enumerate() {
                match (&months[count - 1], &months[count]) {
                    (Some(_), None) => expected.push((count, format!("stops {place}"))),
                    (Some(before), Some(now)) if now < before => expected.push((count, format!("falls {place}"))),
                    _ => {}
                }
            }
            let (before, now) = (cheapest(count - 1), cheapest(count));
            if before.map(|(place, _)| place) != now.map(|(place, _)| place) {
                let name = |best: Option<(usize, &BigRational)>| {
                    best.map_or_else(|| "none".to_owned(), |(place, amount)| format!("tier-{place} at {amount}"))
                };
                expected.push((count, format!("from {} to {}", name(before), name(now))));
            }
        }
        let place = |id: &quota_calculator::pricing::Identifier| id.as_str().replace("tier-", "");
        let said = found.list.iter().filter(|breakpoint| breakpoint.reads.get() <= reach).map(|breakpoint| {
            let name = |best: &Option<(quota_calculator::pricing::Identifier, Money)>| {
                best.as_ref().map_or_else(|| "none".to_owned(), |(id, amount)| format!("{id} at {}", exact(*amount)))
            };
            let kind = match &breakpoint.kind {
                BreakpointKind::CapStops { tier } => format!("stops {}", place(tier)),
                BreakpointKind::TotalFalls { tier, .. } => format!("falls {}", place(tier)),
                BreakpointKind::CheapestChanges { from, to } => format!("from {} to {}", name(from), name(to)),
            };
            (usize::try_from(breakpoint.reads.get()).expect("few reads"), kind)
        });
        prop_assert_eq!(said.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn curves_are_what_each_month_costs(
        raws in prop::collection::vec(small_tier(), 1..4),
        from in 0..40_u64,
        length in 0..160_u64,
    ) {
        let estimate = estimate(raws, Usage::constant(Volume::monthly(Posts::ZERO), Months::YEAR));
        let to = from + length;
        let found = curves(&estimate, reads(from), reads(to)).expect("small amounts");
        let mut cheapest: Vec<Option<(usize, Money)>> = vec![None; usize::try_from(length + 1).expect("few reads")];
        for (place, curve) in found.list.iter().enumerate() {
            let mut next = from;
            for segment in &curve.segments {
                prop_assert_eq!(segment.start, reads(next), "there are no holes");
                next = segment.end.get() + 1;
                prop_assert_eq!(Some(segment.from), curve.tier.exact(segment.start).expect("a small amount"));
                prop_assert_eq!(Some(segment.to), curve.tier.exact(segment.end).expect("a small amount"));
                let (rise, span) = (exact(segment.to) - exact(segment.from), segment.end.get() - segment.start.get());
                for count in segment.start.get()..=segment.end.get() {
                    let month = curve.tier.exact(reads(count)).expect("a small amount").expect("a price");
                    if found.is_exact {
                        let part = BigRational::new((count - segment.start.get()).into(), span.max(1).into());
                        prop_assert_eq!(exact(month), exact(segment.from) + &rise * part, "the rise is even");
                    }
                    let best = &mut cheapest[usize::try_from(count - from).expect("few reads")];
                    if best.is_none_or(|(_, lowest)| month < lowest) {
                        *best = Some((place, month));
                    }
                }
            }
            let limit = curve.tier.end().map(|cap| cap.reads).filter(|limit| limit.get() < to);
            prop_assert_eq!(next, limit.map_or(to, Reads::get) + 1, "and it goes on as far as the tier serves");
            prop_assert_eq!(curve.end.map(|cap| cap.reads), limit);
            prop_assert!(curve.segments.len() < 80, "at most 32 short ones and then one to each mark");
        }
        let mut next = from;
        for stretch in &found.cheapest {
            prop_assert_eq!(stretch.start, reads(next));
            next = stretch.end.get() + 1;
            for count in (stretch.start.get()..=stretch.end.get()).filter(|_| found.is_exact) {
                let best = cheapest[usize::try_from(count - from).expect("few reads")];
                prop_assert_eq!(stretch.cheapest.map(|cheapest| cheapest.place), best.map(|(place, _)| place));
                let by_itself = cheapest_month(&estimate, reads(count)).expect("small amounts");
                let charted = best.map(|(place, month)| (found.list[place].tier, month));
                prop_assert_eq!(by_itself, charted);
            }
        }
        prop_assert_eq!(next, to + 1);
        let places = || found.cheapest.iter().map(|stretch| stretch.cheapest.map(|cheapest| cheapest.place));
        prop_assert!(places().zip(places().skip(1)).all(|(one, next)| one != next), "stretches are as long as they can be");
    }

    #[test]
    fn every_month_is_priced_by_itself(raw in small_tier(), months in prop::collection::vec(0..200_u64, 1..30)) {
        let usage = Usage::given(months.iter().copied().map(posts).collect()).expect("months");
        let assessment = assess(catalogue(), &estimate(vec![raw.clone()], usage)).expect("small amounts");
        let answer = assessment.tiers.iter().find(|answer| answer.tier.id.as_str() == "tier-0").expect("the tier");
        let stops = raw.cap.as_ref().filter(|(_, overage)| overage.is_empty()).map(|(cap, _)| *cap);
        let stated = |count: &u64| to_the_cent(&month(&raw, (*count).min(stops.unwrap_or(u64::MAX))));
        let cost = answer.cost.as_ref().expect("a cost");
        prop_assert_eq!(exact(cost.total), months.iter().map(stated).sum::<BigRational>());
        let year = (months.len() >= 12).then(|| months[..12].iter().map(stated).sum::<BigRational>());
        prop_assert_eq!(cost.annual.map(exact), year);
        let peak = months.iter().max().copied().unwrap_or_default();
        let fits = stops.is_none_or(|cap| peak <= cap);
        prop_assert_eq!(answer.fit == Fit::Fits, fits);
    }

    #[test]
    fn the_fields_of_a_tier_say_the_tier(tier in whole_tier()) {
        let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
        for style in [NumberStyle::ENGLISH, german] {
            let said = TierDraft::new(&tier, style).tier(tier.id.clone(), style);
            prop_assert_eq!(said.as_ref(), Ok(&tier));
        }
    }

    #[test]
    fn every_way_costs_what_its_months_cost(
        raw in small_tier(),
        planned in prop::collection::vec(0..8_u64, 1..5),
        annual_maximum in prop::option::of(0..40_u32),
        term in prop::option::of(1..20_u32),
    ) {
        let mut fields = json(&raw);
        fields["id"] = serde_json::json!("tier-0");
        fields["annualMaximum"] = annual_maximum.into();
        fields["termMonths"] = term.into();
        let tier: Tier = serde_json::from_value(fields).expect("a legal tier");
        let answer = |months: &[u64]| {
            let usage = Usage::given(months.iter().copied().map(posts).collect()).expect("months");
            let estimate = estimate(vec![], usage).with_custom_tiers(vec![tier.clone()]).expect("a tier");
            assess(catalogue(), &estimate).expect("small amounts")
        };
        let found = ways(&answer(&planned));
        let needed = planned.iter().sum::<u64>();
        prop_assert_eq!(found.reads_needed, needed);
        for way in &found.others {
            let months = month_by_month(way);
            prop_assert_eq!(months.iter().sum::<u64>(), needed);
            prop_assert_eq!(months.len() as u64, way.months);
            prop_assert_ne!(months.last(), Some(&0), "the last month has reads");
            let alone = answer(&months);
            let cost = alone.cheapest().and_then(|answer| answer.cost.as_ref());
            let cost = cost.ok_or_else(|| TestCaseError::fail("the tier can't serve it"))?;
            prop_assert_eq!((cost.total, cost.months.len() as u64), (way.total, way.months_paid));

            let last = planned.iter().rposition(|month| *month > 0).map_or(0, |last| last + 1);
            prop_assert_eq!(keeps_pace(way), planned[..last] == months);
            let saves = found.plan.as_ref().map(|plan| exact(plan.total) - exact(way.total));
            prop_assert_eq!(way.saves.map(exact), saves.filter(|saves| *saves > fraction("0")));
            let is_outdone = |by: &Way| by.total <= way.total && by.months <= way.months;
            prop_assert!(!found.plan.as_ref().is_some_and(is_outdone), "neither cheaper nor faster than the plan");
            let others = found.others.iter().filter(|other| *other != way && keeps_pace(other) >= keeps_pace(way));
            prop_assert!(!others.into_iter().any(is_outdone), "neither cheaper nor faster than another");
        }
    }

    #[test]
    fn ways_are_between_the_cheapest_of_all_and_the_obvious(
        raw in small_tier(),
        planned in prop::collection::vec(0..8_u64, 1..5),
    ) {
        let needed = planned.iter().sum::<u64>();
        let usage = Usage::given(planned.iter().copied().map(posts).collect()).expect("months");
        let found = ways(&assess(catalogue(), &estimate(vec![raw.clone()], usage)).expect("small amounts"));
        let stops = raw.cap.as_ref().filter(|(_, overage)| overage.is_empty()).map(|(cap, _)| *cap);
        let most = stops.unwrap_or(u64::MAX);
        let stated = |count: u64| to_the_cent(&month(&raw, count));

        // The least that each number of reads can cost in so many months, however they are spread.
        let longest = found.others.iter().map(|way| way.months).max().unwrap_or_default();
        let mut least = vec![None; usize::try_from(needed).expect("few reads") + 1];
        least[0] = Some(fraction("0"));
        for months in 1..=longest {
            let with_last = |sum: usize| {
                let costs = (0..=sum).zip(0..=most).map(|(count, reads)| Some(least[sum - count].clone()? + stated(reads)));
                costs.flatten().min()
            };
            least = (0..least.len()).map(with_last).collect::<Vec<Option<BigRational>>>();
            for way in found.others.iter().filter(|way| way.months == months) {
                let lowest = least.last().cloned().flatten();
                prop_assert!(lowest.is_some_and(|lowest| exact(way.total) >= lowest), "{} is too little", way.total);
            }
        }

        // Nothing that a person would try first is cheaper or faster than all ways.
        let cheapest = || found.plan.iter().chain(&found.others).map(|way| exact(way.total)).min();
        for months in (1..=planned.len() as u64).filter(|months| *months <= needed && needed.div_ceil(*months) <= most) {
            let even = (0..months).map(|month| stated(needed / months + u64::from(month < needed % months)));
            let even = even.sum::<BigRational>();
            prop_assert!(cheapest().is_some_and(|cheapest| cheapest <= even), "evenly over {} months", months);
        }
        let fastest = found.plan.iter().chain(&found.others).map(|way| way.months).min();
        let fewest = needed.checked_div(most).map(|full| full + u64::from(needed % most > 0));
        prop_assert_eq!(fastest, fewest.or((needed == 0).then_some(0)));
    }

    #[test]
    fn nothing_within_bounds_panics(
        tiers in prop::collection::vec(any_tier(), 0..4),
        count in 0..=Reads::MAX.get(),
        growth in -100..=1_000_i32,
        months in 1..=120_i128,
        factor in 1..=10_000_000_u32,
        budget in any_price(),
    ) {
        let months = Months::try_from(months).expect("months");
        let growth: Growth = growth.to_string().parse().expect("a growth");
        let volume = Volume::monthly(posts(count));
        let Ok(usage) = Usage::growing(volume, growth, months) else { return Ok(()) };
        let factor: RereadFactor = format!("{}.{:04}", factor / 10_000, factor % 10_000).parse().expect("a factor");
        let Ok(estimate) = estimate(tiers, usage).with_reread_factor(factor) else { return Ok(()) };
        if let Ok(assessment) = assess(catalogue(), &estimate) {
            let _ = ways(&assessment);
        }
        let _ = price_history(catalogue(), &estimate);
        let _ = breakpoints(&estimate, estimate.peak());
        let segments = curves(&estimate, reads(count), Reads::MAX).map_or(0, |found| {
            found.list.iter().map(|curve| curve.segments.len()).max().unwrap_or_default()
        });
        prop_assert!(segments < 250);
        let _ = most_reads(&estimate, budget.parse().expect("a price"));
    }
}
