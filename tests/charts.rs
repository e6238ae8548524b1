//! The charts as they are rendered, without a browser: what they say, what their tables hold, and how their slider moves.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::chart::{CostChart, VolumeSlider, cost_chart, months_chart, price_history_chart};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{
    Assessment, Date, Estimate, Fit, Money, Months, Posts, Reads, Tier, Usage, UsageType, Volume, assess, price_history,
};
use quota_calculator::{catalogue, link};
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

const STYLE: NumberStyle = NumberStyle::ENGLISH;

fn reads(count: u64) -> Reads {
    Reads::new(count).expect("reads")
}

fn posts(count: u64) -> Posts {
    Posts::new(count).expect("posts")
}

fn estimate(count: u64, usage: &str, prices: &str) -> Estimate {
    let link = format!("v1/reads={count}/period=month/usage={usage}/months=12/prices={prices}");
    link::decode(&link, catalogue()).expect("a link")
}

fn assessment(estimate: &Estimate) -> Assessment {
    assess(catalogue(), estimate).expect("exact amounts")
}

fn tier(json: &str) -> Tier {
    serde_json::from_str(json).expect("a tier")
}

fn today() -> Date {
    Date::from_ymd_opt(2026, 9, 20).expect("a day")
}

#[derive(PartialEq, Properties)]
struct ShownProps {
    chart: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.chart.clone()
}

async fn html(chart: Html) -> String {
    LocalServerRenderer::<Shown>::with_props(ShownProps { chart }).hydratable(false).render().await
}

/// The chart's text, tags taken out and spaces folded.
async fn text(chart: Html) -> String {
    let html = html(chart).await;
    let texts = html.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text));
    let words: Vec<_> = texts.flat_map(str::split_whitespace).collect();
    words.join(" ").replace("&#x27;", "'")
}

fn cost(estimate: &Estimate, budget: Option<u64>) -> Html {
    let assessment = assessment(estimate);
    let chart = CostChart::new(&assessment, budget.map(Money::of_dollars)).expect("exact amounts");
    cost_chart(&chart, STYLE, &Callback::noop())
}

fn past(estimate: &Estimate) -> Html {
    price_history_chart(&price_history(catalogue(), estimate).expect("exact amounts"), estimate, today(), STYLE)
}

#[track_caller]
fn assert_says(chart: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(chart.contains(sentence), "the chart lacks\n{sentence}\nIt says\n{chart}");
    }
}

#[tokio::test]
async fn the_sentence_says_who_is_cheapest_where() {
    let chart = text(cost(&estimate(2_000_000, "academic", "2023-03"), None)).await;
    assert_says(
        &chart,
        &[
            "Cost against volume Basic at $100 is cheapest up to 10,000 reads a month, then Enterprise Small at $42,000 up to \
             50,000,000, then Enterprise Medium at $125,000 up to 100,000,000, then Enterprise Large at $210,000 up to \
             200,000,000; beyond that no listed tier fits.",
            "2M reads · $42,000",
            "Free era: $0 up to 10M reads",
            "10,001 to 50,000,000 Enterprise Small $42,000",
            "200,000,001 to 1,000,000,000 no listed tier fits –",
            "Basic 1,000 to 10,000, then it stops $100",
            "Enterprise Large 1,000 to 200,000,000, more by contract $210,000",
        ],
    );
    assert!(!chart.contains("yours"), "there is no tier of one's own");
    let chart = text(cost(&estimate(2_000_000, "academic", "2026-08"), None)).await;
    assert_says(
        &chart,
        &[
            "Pay-per-use at $5 to $15,000 is cheapest up to 3,000,000 reads a month; beyond that there is no public price.",
            "2M reads · $10,000",
            "1,000 to 3,000,000 Pay-per-use $5 to $15,000",
            "Pro (legacy) 1,000 to 1,000,000, more by top-up $5,000",
        ],
    );
    let chart = text(cost(&estimate(2_000_000, "commercial-scale", "2026-08"), None)).await;
    assert_says(&chart, &["There is no public price at any of these volumes.", "2M reads · no public price"]);
    let chart = text(cost(&estimate(2_000_000, "ai-training", "2026-08"), None)).await;
    assert_says(&chart, &["No listed tier fits at any of these volumes.", "2M reads · no listed tier fits"]);
}

#[tokio::test]
async fn tiers_of_ones_own_and_a_budget_are_told_apart() {
    let tiers = vec![
        tier(r#"{"id":"acme","name":"Acme","charges":[{"model":"flat","fee":"12000"}],"readCap":20000000}"#),
        tier(
            r#"{"id":"over","name":"Over","charges":[{"model":"flat","fee":"900"}],"readCap":1000000,
                "overage":[{"model":"perUnit","unitPrice":"0.003"}]}"#,
        ),
    ];
    let estimate = estimate(2_000_000, "academic", "2023-03").with_custom_tiers(tiers).expect("distinct tiers");
    let chart = html(cost(&estimate, Some(20_000))).await;
    assert_says(
        &chart,
        &[
            "Over (yours) at $900 to $12,000 up to 4,699,999, then Acme (yours) at $12,000 up to 20,000,000",
            "chart-line chart-yours chart-overage",
            "chart-cheapest chart-yours",
            "chart-budget",
            "Budget $20,000",
            "overage</li>",
            "yours</li>",
            "1,000,001 to 1,000,000,000, overage",
        ],
    );
}

#[tokio::test]
async fn the_slider_says_what_the_assessment_says() {
    for (count, usage, prices) in [
        (2_000_000, "academic", "2023-03"),
        (10_000, "hobby", "2023-03"),
        (10_001, "hobby", "2026-08"),
        (500, "academic", "2024-10"),
        (3_000_000_000, "academic", "2023-03"),
        (0, "academic", "2023-03"),
    ] {
        let estimate = estimate(count, usage, prices);
        let chart = html(cost(&estimate, None)).await;
        let assessment = assessment(&estimate);
        let cost = assessment.cheapest().and_then(|answer| Some((answer, answer.cost.as_ref()?)));
        let answer = cost.map_or_else(
            || "no listed tier fits".to_owned(),
            |(answer, cost)| format!("{} with {}", STYLE.money(cost.monthly), answer.tier.name),
        );
        let words = format!(r#"aria-valuetext="{} reads a month: {answer}""#, STYLE.whole(count));
        assert_eq!(chart.matches(&words).count(), 2, "once in each layout: {words}");
        assert_says(&chart, &[r#"role="slider""#, r#"aria-label="Reads a month""#, r#"tabindex="0""#]);
        assert_says(&chart, &[&format!(r#"aria-valuenow="{count}""#)]);
    }
    let chart = html(cost(&estimate(500, "academic", "2023-03"), None)).await;
    assert_says(&chart, &[r#"aria-valuemin="100" aria-valuemax="1000000000""#]);
    assert_says(&chart, &["chart chart-wide", "chart chart-narrow"]);
}

#[tokio::test]
async fn the_table_holds_what_tiers_cost() {
    for (prices, lowest) in
        [("2023-03", "1,000"), ("2023-05", "1,000"), ("2024-10", "10"), ("2026-08", "1,000"), ("free-era", "1,000")]
    {
        let chart = text(cost(&estimate(5_000, "hobby", prices), None)).await;
        let assessed = |count| assessment(&estimate(count, "hobby", prices));
        let mut rows = 0;
        for answer in assessed(1_000).tiers.iter().filter(|answer| answer.fit == Fit::Fits) {
            let cap = answer.tier.read_cap.expect("every listed tier has a cap");
            let full = assessed(cap.get()).tiers.into_iter().find(|full| full.tier.id == answer.tier.id);
            let month = full.and_then(|full| full.cost).expect("a cost").monthly;
            let row = format!("{} {lowest} to {}", answer.tier.name, STYLE.reads(cap));
            let from = chart.find(&row).unwrap_or_else(|| panic!("no row {row}"));
            assert!(chart[from..].contains(&STYLE.money(month)), "{row} doesn't end at {month}");
            rows += 1;
        }
        assert!(rows > 0, "{prices}");
    }
}

#[tokio::test]
async fn tiers_without_a_line_are_in_the_table_with_the_reason() {
    for (usage, prices, rows, others) in [
        ("academic", "2023-03", &["Free (write-only) – no reads at all"][..], &["Enterprise Large –"][..]),
        ("academic", "2026-08", &["Enterprise (custom contract) – no public price"], &["Pay-per-use –"]),
        (
            "ai-training",
            "2026-08",
            &["Pay-per-use – No: not for AI training.", "Enterprise (custom contract) – No: not for AI training."],
            &["no public price"],
        ),
    ] {
        for count in [0, 2_000_000, 900_000_000] {
            let chart = text(cost(&estimate(count, usage, prices), None)).await;
            let (_, table) = chart.split_once("Every tier Tier").expect("the table of tiers");
            assert_says(table, rows);
            for other in others {
                assert!(!table.contains(other), "{usage} {prices}: {other}: {table}");
            }
            let estimate = estimate(count, usage, prices);
            for answer in assessment(&estimate).tiers {
                assert_says(table, &[&answer.tier.name]);
            }
        }
    }
}

#[tokio::test]
async fn a_price_with_very_many_steps_is_thinned_and_says_so() {
    let small = tier(
        r#"{"id":"small","name":"Small packages","charges":[{"model":"package","packageSize":10,"packagePrice":"0.03"}]}"#,
    );
    let estimate = estimate(2_000_000, "academic", "2026-08").with_custom_tiers(vec![small]).expect("one tier");
    let chart = html(cost(&estimate, None)).await;
    assert_says(
        &chart,
        &["Small packages (yours) at $3 and more", "(roughly: a price has more steps than can be drawn)"],
    );
    assert_says(&chart, &["2,000,000 reads a month: $6,000 with Small packages (yours)"]);
    assert!(chart.len() < 60_000, "{} bytes", chart.len());
}

#[tokio::test]
async fn the_past_is_told_in_steps() {
    let chart = text(past(&estimate(2_000_000, "academic", "2023-03"))).await;
    assert_says(
        &chart,
        &[
            "What these reads have cost, 2021 to 2026 These reads cost $0 a month with Elevated in the free era; they cost \
             $42,000 with Enterprise Small from March 2023 on; they had no public price from October 2024 on; they cost \
             $10,000 with Pay-per-use from February 2026 on.",
            "the prices of this estimate, March 2023",
            "2023-03-29 March 2023 (this estimate) Enterprise Small $42,000 a month",
            "2024-10-30 October 2024 no public price –",
            "2026-08-13 August 2026 Pay-per-use $10,000 a month",
            "2022 2023 2024 2025 2026",
            "$42,000 Enterprise Small",
        ],
    );
    let chart = text(past(&estimate(3_000_000_000, "academic", "2023-03"))).await;
    assert_says(
        &chart,
        &["These reads were over every cap from the free era on; they had no public price from October 2024 on."],
    );
    let chart = text(past(&estimate(300_000_000, "ai-training", "2023-03"))).await;
    assert_says(
        &chart,
        &[
            "These reads were over every cap from the free era on; they had no public price from October 2024 on; they had no tier \
             open to AI training from February 2026 on.",
            "March 2023 (this estimate) over every cap –",
            "October 2024 no public price –",
            "February 2026 no tier is open to it –",
        ],
    );
    for label in ["over every cap", "no public price", "no tier is open to it"] {
        assert!(chart.matches(label).count() > 2, "{label} is in the drawing and the table: {chart}");
    }
    let chart = html(past(&estimate(500, "academic", "2026-08"))).await;
    assert_says(&chart, &[r#"role="img" aria-label="What these reads have cost""#, "chart-own", "$2.50"]);
}

#[tokio::test]
async fn a_clock_that_is_wrong_changes_only_the_last_year() {
    let estimate = estimate(500, "academic", "2023-03");
    let epochs = price_history(catalogue(), &estimate).expect("exact amounts");
    for (year, title) in [(1970, "2021 to 2026"), (2031, "2021 to 2031"), (9_999, "2021 to 2036")] {
        let day = Date::from_ymd_opt(year, 1, 1).expect("a day");
        let chart = text(price_history_chart(&epochs, &estimate, day, STYLE)).await;
        assert_says(&chart, &[title, "2026-08-13 August 2026 Pay-per-use $2.50 a month"]);
    }
}

#[tokio::test]
async fn the_past_of_differing_months_is_told_as_a_whole() {
    for (link, sentences) in [
        (
            "v2/given=1000,20000,3000/usage=hobby/prices=2023-03",
            &[
                "These reads cost $0 over 3 months with Essential in the free era; they cost $126,000 with Enterprise Small",
                "Pay-per-use $120 over 3 months",
            ][..],
        ),
        // What a price covers is said again where it is another: a term may be longer than the plan.
        (
            "v2/given=1000*6,25000/usage=hobby/term=12/prices=2023-03",
            &[
                "cost $0 over 7 months with Essential in the free era; they cost $504,000 for the 12 months of its term with \
                 Enterprise Small from March 2023 on; they cost $35,000 over 7 months with Pro from May 2023 on; they cost \
                 $155 with Pay-per-use from February 2026 on.",
                "Enterprise Small $504,000 for the 12 months of its term",
                "Pay-per-use $155 over 7 months",
            ],
        ),
        (
            "v2/reads=1000000/period=month/growth=-20/usage=commercial-small/months=24/term=36/prices=2023-05",
            &["Enterprise Small $1,512,000 for the 36 months of its term"],
        ),
    ] {
        let estimate = link::decode(link, catalogue()).expect("a link");
        assert_says(&text(past(&estimate)).await, sentences);
    }
}

#[tokio::test]
async fn months_are_told_one_by_one() {
    let volume = Volume::monthly(posts(20_000_000));
    let usage = Usage::growing(volume, "18".parse().expect("a growth"), Months::YEAR).expect("usage");
    let assessment = assessment(&Estimate::new(usage, UsageType::Academic, catalogue().default_price_book()));
    let answer = assessment.cheapest().expect("a tier that fits");
    let cost = answer.cost.as_ref().expect("a cost");
    let chart = text(months_chart(&answer.tier.name, cost, STYLE)).await;
    assert_says(&chart, &["With Enterprise Large, each of 12 months costs $210,000: $2,520,000 in all."]);
    for (number, month) in (1..).zip(&cost.months) {
        assert_says(&chart, &[&format!("{number} {} {}", STYLE.reads(month.reads), STYLE.money(month.amount))]);
    }
    let usage = Usage::given([200, 100, 400, 400, 100].map(posts).to_vec()).expect("months");
    let prices = catalogue().price_book("2026-08").expect("a price book");
    let assessment = assess(catalogue(), &Estimate::new(usage, UsageType::Hobby, prices)).expect("exact amounts");
    let cost = assessment.cheapest().and_then(|answer| answer.cost.as_ref()).expect("a cost");
    let chart = text(months_chart("Pay-per-use", cost, STYLE)).await;
    assert_says(&chart, &["a month costs from $0.50 (month 2) to $2 (month 3): $6 in all 5 months."]);
}

#[test]
fn keys_move_the_volume() {
    #[track_caller]
    fn case(volume: u64, key: &str, with_shift: bool, expected: Option<u64>) {
        let stops = [10_000, 10_001, 50_000_000, 50_000_001].map(reads).to_vec();
        let slider = VolumeSlider { volume: reads(volume), lowest: reads(1_000), highest: reads(1_000_000_000), stops };
        assert_eq!(slider.after_key(slider.volume, key, with_shift), expected.map(reads), "{key} at {volume}");
    }
    case(2_000_000, "ArrowRight", false, Some(3_000_000));
    case(2_000_000, "ArrowUp", false, Some(3_000_000));
    case(2_000_000, "ArrowLeft", false, Some(1_500_000));
    case(2_000_000, "ArrowDown", false, Some(1_500_000));
    case(1_234_567, "ArrowRight", false, Some(1_500_000));
    case(1_234_567, "ArrowLeft", false, Some(1_000_000));
    case(7_000, "ArrowRight", false, Some(10_000));
    case(1_000, "ArrowLeft", false, Some(1_000));
    case(1_000_000_000, "ArrowRight", false, Some(1_000_000_000));
    case(0, "ArrowRight", false, Some(1_000));
    case(2_000_000, "PageUp", false, Some(20_000_000));
    case(2_000_000, "PageDown", false, Some(200_000));
    case(2_000_000, "PageDown", true, Some(200_000));
    case(900_000_000, "PageUp", false, Some(1_000_000_000));
    case(9_000, "PageDown", false, Some(1_000));
    case(2_000_000, "Home", false, Some(1_000));
    case(2_000_000, "End", false, Some(1_000_000_000));
    case(2_000_000, "ArrowRight", true, Some(50_000_000));
    case(50_000_000, "ArrowRight", true, Some(50_000_001));
    case(50_000_001, "ArrowRight", true, Some(50_000_001));
    case(2_000_000, "ArrowLeft", true, Some(10_001));
    case(10_001, "ArrowDown", true, Some(10_000));
    case(10_000, "ArrowDown", true, Some(10_000));
    for key in ["Tab", "Enter", " ", "a", "Shift"] {
        case(2_000_000, key, false, None);
    }
}
