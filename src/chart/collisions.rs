//! Whatever is charted, no label touches another or leaves its chart, and nothing is drawn far outside.
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;

use super::cost_chart::CostChart;
use super::cost_drawing::CostDrawing;
use super::drawing::Drawing;
use super::months_chart;
use super::price_history_chart::PriceHistory;
use super::schedule_chart;
use super::size::ChartSize;
use crate::catalogue;
use crate::numbers::NumberStyle;
use crate::pricing::{
    Date, Estimate, Money, Months, Posts, PriceBook, Tier, Usage, UsageType, Volume, assess, price_history,
};
use crate::project::{PlanChoice, PriceBasis, Project, ProjectFields, Proposal, plans};

const STYLE: NumberStyle = NumberStyle::ENGLISH;

/// Counts of every size, small ones as often as large ones.
fn count() -> impl Strategy<Value = u64> {
    (0..=15_u32, 1..=999_u64).prop_map(|(power, digits)| (digits * 10_u64.pow(power) / 100).min(Posts::MAX.get()))
}

fn price() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("0".to_owned()),
        (0..1_000_u32).prop_map(|mills| format!("0.{mills:03}")),
        count().prop_map(|whole| (whole / 1_000_000).to_string())
    ]
}

fn charge() -> impl Strategy<Value = String> {
    prop_oneof![
        price().prop_map(|fee| format!(r#"{{"model":"flat","fee":"{fee}"}}"#)),
        (price(), count()).prop_map(|(price, included)| {
            format!(r#"{{"model":"perUnit","unitPrice":"{price}","includedReads":{included}}}"#)
        }),
        (price(), count()).prop_map(|(price, size)| {
            format!(r#"{{"model":"package","packagePrice":"{price}","packageSize":{}}}"#, size.max(1))
        }),
        (price(), price(), count(), any::<bool>()).prop_map(|(first, second, up_to, is_volume)| {
            let model = if is_volume { "volume" } else { "graduated" };
            format!(
                r#"{{"model":"{model}","bands":[{{"upTo":{},"unitPrice":"{first}"}},{{"unitPrice":"{second}"}}]}}"#,
                up_to.max(1)
            )
        }),
    ]
}

fn tier() -> impl Strategy<Value = String> {
    let name = prop_oneof![Just("Offer".to_owned()), "[a-zA-ZWé世🎉 ]{1,40}".prop_map(|name| format!("x{name}"))];
    let cap = prop_oneof![
        Just(String::new()),
        count().prop_map(|cap| format!(r#","readCap":{cap}"#)),
        (count(), charge()).prop_map(|(cap, charge)| format!(r#","readCap":{cap},"overage":[{charge}]"#)),
    ];
    (name, charge(), cap).prop_map(|(name, charge, cap)| format!(r#""name":"{name}","charges":[{charge}]{cap}"#))
}

fn price_book() -> impl Strategy<Value = &'static PriceBook> {
    let books = catalogue().price_books();
    (0..books.len()).prop_map(|place| &catalogue().price_books()[place])
}

prop_compose! {
    fn estimate()(
        months in prop_oneof![
            count().prop_map(|reads| vec![reads; 12]),
            prop::collection::vec(count(), 1..=120),
        ],
        usage_type in prop::sample::select(UsageType::ALL.to_vec()),
        book in price_book(),
        tiers in prop_oneof![prop::collection::vec(tier(), 0..4), prop::collection::vec(tier(), 20)],
    ) -> Estimate {
        let posts = |count: &u64| Posts::new(*count).expect("posts");
        let first = posts(&months[0]);
        let usage = if months.iter().all(|month| *month == months[0]) {
            Usage::constant(Volume::monthly(first), Months::YEAR)
        } else {
            Usage::given(months.iter().map(posts).collect()).expect("months")
        };
        let tier = |(place, fields): (usize, &String)| -> Tier {
            serde_json::from_str(&format!(r#"{{"id":"own-{place}",{fields}}}"#)).expect("a tier")
        };
        let custom = tiers.iter().enumerate().map(tier).collect();
        Estimate::new(usage, usage_type, book).with_custom_tiers(custom).expect("distinct tiers")
    }
}

fn check(drawing: &Drawing) -> Result<(), TestCaseError> {
    let areas: Vec<_> = drawing.board.labels.iter().map(|label| (label, label.area())).collect();
    for (place, (label, area)) in areas.iter().enumerate() {
        prop_assert!(area.is_within(drawing.size.width(), drawing.size.height()), "{label:?} leaves the chart");
        for (other, taken) in &areas[..place] {
            prop_assert!(!area.touches(taken), "{label:?} touches {other:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn labels_of_costs_keep_apart(estimate in estimate(), budget in prop::option::of(count())) {
        // Amounts beyond 28 digits are refused, and there is nothing to draw.
        let Ok(assessment) = assess(catalogue(), &estimate) else { return Ok(()) };
        let Ok(chart) = CostChart::new(&assessment, budget.map(Money::of_cents)) else { return Ok(()) };
        for size in ChartSize::ALL {
            let CostDrawing { drawing, mark: (x, y), .. } = CostDrawing::new(&chart, size, STYLE);
            check(&drawing)?;
            let plot = drawing.plot;
            prop_assert!((plot.left..=plot.right).contains(&x), "the mark is on the axis of volumes");
            prop_assert!((plot.top..=plot.bottom).contains(&y), "and between the amounts");
            let reads = STYLE.short_whole(chart.slider.volume.get());
            let says_volume = |text: &String| text.strip_prefix(chart.month).unwrap_or(text).starts_with(&reads);
            let mut texts = drawing.board.labels.iter().flat_map(|label| label.lines.iter().map(|(text, _)| text));
            prop_assert!(texts.any(says_volume), "the mark always has its label");
        }
    }

    #[test]
    fn labels_of_history_keep_apart(estimate in estimate(), days in 0..4_000_u32) {
        let Ok(epochs) = price_history(catalogue(), &estimate) else { return Ok(()) };
        let until = Date::from_ymd_opt(2021, 1, 1).expect("a day") + chrono::TimeDelta::days(days.into());
        let history = PriceHistory::new(&epochs, &estimate, until, STYLE);
        for size in ChartSize::ALL {
            check(&history.draw(size))?;
        }
    }

    #[test]
    fn labels_of_months_keep_apart(estimate in estimate()) {
        let Ok(assessment) = assess(catalogue(), &estimate) else { return Ok(()) };
        for cost in assessment.tiers.iter().filter_map(|answer| answer.cost.as_ref()).take(3) {
            let name = |place| format!("{}-{:02}", 2015 + place / 12, place % 12 + 1);
            let names: Vec<_> = (0..cost.months.len()).map(name).collect();
            for size in ChartSize::ALL {
                check(&months_chart::draw(&cost.months, size, STYLE))?;
                check(&months_chart::draw_named(&cost.months, &names, size, STYLE))?;
            }
        }
    }

    #[test]
    fn labels_of_schedules_keep_apart(estimate in estimate(), days in 0..2_500_i64) {
        let start = Date::from_ymd_opt(2020, 1, 1).expect("a day") + chrono::TimeDelta::days(days);
        let Ok(Proposal { project, .. }) = Proposal::of_estimate(catalogue(), &estimate, start) else { return Ok(()) };
        let mut fields = ProjectFields::from(project);
        fields.prices = PriceBasis::ByDate;
        let Ok(project) = Project::new(fields) else { return Ok(()) };
        let Ok(plans) = plans(catalogue(), &project) else { return Ok(()) };
        let single = PlanChoice::OneTier.of(&plans);
        for schedule in plans.cheapest.as_ref().ok().into_iter().chain(single) {
            for size in ChartSize::ALL {
                check(&schedule_chart::draw(schedule, &project, size, STYLE))?;
            }
        }
    }
}
