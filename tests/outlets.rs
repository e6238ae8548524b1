//! Every outlet says the same: the page, the copied text and the JSON document are formatted from one report, and here their
//! figures are compared one by one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod rendered;

use std::rc::Rc;

use quota_calculator::app::compare::CompareState;
use quota_calculator::catalogue;
use quota_calculator::format::{AssessmentDocument, report_text};
use quota_calculator::link::decode;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Money, Price, Report};
use quota_calculator::view::compare::{ComparePage, ComparePageProps};
use rendered::assert_says;
use serde_json::Value;
use yew::{Callback, LocalServerRenderer};

const STYLE: NumberStyle = NumberStyle::ENGLISH;

const TIERS: &str =
    "!((name:Ours,charges:!((model:perUnit,unitPrice:0.0075,includedReads:1000)),discountPercent:10,termMonths:24))";

fn links() -> Vec<String> {
    [
        "v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03",
        "v1/reads=10001/period=month/usage=hobby/months=7/prices=2026-08",
        "v1/reads=12345678/period=year/usage=commercial-small/months=120/prices=2024-10",
        "v1/reads=999999999999999/period=month/usage=academic/months=1/prices=2023-03",
        "v1/reads=0/period=hour/usage=hobby/months=12/prices=free-era",
        "v2/reads=5000/period=day/growth=7.25/usage=academic/months=18/reread=1.5/low=3000/high=9000/prices=2026-08",
        "v2/given=1000*3,25000,7/usage=hobby/term=6/prices=2023-03",
        "v2/reads=1/period=month/usage=academic/months=12/budget=777.77/prices=2026-08",
        "v2/reads=5/period=month/growth=9/usage=academic/months=6/low=3/high=8/budget=777.77/prices=2026-08",
        "v2/given=1000*3,25000,7/usage=academic/budget=777.77/prices=2026-08",
        "v2/reads=70000/period=week/usage=academic/months=12/tiers=TIERS/prices=2023-05",
    ]
    .map(|link| link.replace("TIERS", TIERS))
    .to_vec()
}

async fn screen(link: &str) -> String {
    let state = CompareState::open(link, None, STYLE, None);
    assert_eq!(state.damaged_link, None, "{link}");
    let props = ComparePageProps {
        state: Rc::new(state),
        on_action: Callback::noop(),
        on_command: Callback::noop(),
        on_settings: Callback::noop(),
    };
    rendered::text(&LocalServerRenderer::<ComparePage>::with_props(props).hydratable(false).render().await)
}

/// An amount of the document, written as the page writes it.
fn shown(amount: &Value) -> String {
    let amount: Price = amount.as_str().expect("an amount").parse().expect("an amount");
    STYLE.money(amount.into())
}

/// The rows of a tier on the page: from its name to its answer.
fn row<'a>(screen: &'a str, tier: &Value) -> &'a str {
    let table = screen.split_once("A tier that can’t serve them says why.").expect("the table of tiers").1;
    let start = format!("Arithmetic and sources of {} ", tier["name"].as_str().expect("a name"));
    let row = table.split_once(&start).expect("the tier").1;
    row.split_once("Arithmetic and sources of").map_or(row, |(row, _)| row)
}

#[tokio::test]
async fn every_outlet_says_the_same_figures() {
    for link in links() {
        let estimate = decode(&link, catalogue()).unwrap_or_else(|error| panic!("{link}: {error}"));
        let report = Report::new(catalogue(), &estimate).expect("a report");
        let (epochs, outlook) =
            (report.price_history(catalogue()).expect("a history"), report.outlook().expect("an outlook"));
        let document = AssessmentDocument::new(&report, &epochs, &outlook);
        let document = serde_json::to_value(document).expect("a document");
        let (screen, copied) = (screen(&link).await, report_text(&report, "https://example.org/#link", STYLE));

        let tiers = document["tiers"].as_array().expect("tiers");
        assert_eq!(tiers.len(), report.assessment.tiers.len());
        for tier in tiers {
            let name = tier["name"].as_str().expect("a name");
            let on_screen = row(&screen, tier);
            let yours = if report.asked.custom_tiers().iter().any(|own| tier["id"] == own.id.as_str()) {
                " (yours)"
            } else {
                ""
            };
            let start = format!("- {name}{yours}: ");
            let section = copied.split_once("Every tier, for these reads").expect("the tiers").1;
            let in_text = section.lines().find(|line| line.starts_with(&start)).expect("the tier in the text");
            if tier["monthly"].is_null() {
                assert!(on_screen.contains("no public price no public price"), "{link}: {on_screen}");
                assert!(in_text.contains("no public price"), "{link}: {in_text}");
                continue;
            }
            let months = tier["months"]
                .as_array()
                .expect("months")
                .iter()
                // Months behind the estimate are paid only because the term goes on.
                .take(report.asked.usage().month_count().get().into())
                .map(|month| month.as_str().expect("an amount").parse::<Price>().expect("an amount"));
            let (least, most) = (months.clone().min().expect("a month"), months.max().expect("a month"));
            let amount = |price: Price| STYLE.money(price.into());
            let monthly = if least == most { amount(least) } else { format!("{} to {}", amount(least), amount(most)) };
            let annual = if tier["annual"].is_null() { "no public price".to_owned() } else { shown(&tier["annual"]) };
            let cells =
                format!("{monthly} {} ", if tier["annual"].is_null() { "–".to_owned() } else { annual.clone() });
            assert!(on_screen.contains(&cells), "{link}: {name} should cost {cells}: {on_screen}");
            assert!(in_text.contains(&format!("{monthly} a month")), "{link}: {in_text}");
            let paid = tier["months"].as_array().map_or(0, Vec::len);
            let is_longer = paid > usize::from(report.asked.usage().month_count().get());
            let span = if is_longer { format!("for the {paid} months of its term") } else { "over ".to_owned() };
            assert!(in_text.contains(&format!("{} {span}", shown(&tier["total"]))), "{link}: {in_text}");
            if !tier["annual"].is_null() {
                assert!(in_text.contains(&format!("{annual} a year")), "{link}: {in_text}");
            }
            if let Some(average) = tier["perThousand"].as_str() {
                let average: Price = average.parse().expect("an average");
                let average = STYLE.average(Money::from(average));
                assert!(on_screen.contains(&average), "{link}: {name} {average}: {on_screen}");
                assert!(in_text.contains(&format!("{average} per 1,000 reads")), "{link}: {in_text}");
            }
            if let Some(reason) = tier["reason"].as_str() {
                assert!(on_screen.contains(reason), "{link}: {reason}: {on_screen}");
                assert!(in_text.contains(reason), "{link}: {reason}: {in_text}");
            }
        }

        let cheapest = document["cheapest"].as_str();
        assert_eq!(cheapest.is_some(), copied.contains("Cheapest tier that fits: "), "{link}");
        for epoch in document["history"].as_array().expect("a history") {
            let from = epoch["from"].as_str().expect("a date");
            let line = copied.lines().find(|line| line.starts_with(&format!("- from {from},"))).expect("the epoch");
            let is_constant = estimate.budget().is_some() || estimate.reads().windows(2).all(|pair| pair[0] == pair[1]);
            let amount = &epoch[if is_constant { "monthly" } else { "total" }];
            let says = match epoch["otherwise"].as_str() {
                None => shown(amount),
                Some("noPublicPrice") => "no public price".to_owned(),
                Some("overCap") => "over every cap".to_owned(),
                Some(_) => "no tier is open to it".to_owned(),
            };
            assert!(line.contains(&says), "{link}: {line}");
            assert!(screen.contains(&says), "{link}: the chart's table lacks {says}");
        }
        for way in &report.ways().others {
            assert!(copied.contains(&STYLE.money(way.total)), "{link}");
        }
        for answer in &report.bought {
            let most = answer.reads.map_or_else(|| "nothing: it costs more".to_owned(), |reads| STYLE.reads(reads));
            assert_says(&screen, &[&most]);
            assert_says(&copied, &[&most]);
        }
    }
}

#[test]
fn the_text_lists_months_that_differ() {
    for (usage, line) in [
        (
            "v2/given=1000*6,25000/usage=hobby",
            Some("Posts month by month: months 1 to 6: 1,000 each · month 7: 25,000"),
        ),
        ("v2/given=0,5/usage=hobby", Some("Posts month by month: month 1: 0 · month 2: 5")),
        ("v2/given=1000*6/usage=hobby", None),
        ("v2/reads=1000/period=month/growth=5/usage=hobby/months=6", None),
        ("v2/reads=1/period=month/usage=academic/months=12/budget=777.77", None),
        ("v2/given=1000*6,25000/usage=academic/budget=777.77", None),
    ] {
        let estimate = decode(&format!("{usage}/prices=2023-03"), catalogue()).expect("a link");
        let copied = report_text(&Report::new(catalogue(), &estimate).expect("a report"), "", STYLE);
        assert_eq!(copied.lines().nth(1).filter(|line| line.contains("month by month")), line, "{usage}");
        assert_eq!(copied.contains("Posts month by month"), line.is_some(), "{usage}");
    }
}

/// Why nothing fits is one of several answers, and the copied text keeps them apart in the page's words.
#[tokio::test]
async fn the_text_says_why_nothing_fits_as_the_page_does() {
    for (link, answer, reason) in [
        (
            "v1/reads=2000000/period=month/usage=ai-training/months=12/prices=2026-08",
            "No listed tier fits",
            "None is open to AI training.",
        ),
        (
            "v1/reads=300000000/period=month/usage=academic/months=12/prices=2023-03",
            "No listed tier fits",
            "The largest, Enterprise Large, allows 200,000,000 reads a month. For more, ask the seller for custom terms. \
             Such contracts are negotiated one by one.",
        ),
        (
            "v1/reads=2000000/period=month/usage=academic/months=12/prices=2024-10",
            "No public price",
            "Enterprise may serve these reads, but what it costs is not public: ask the seller. Such contracts are \
             negotiated one by one.",
        ),
    ] {
        let estimate = decode(link, catalogue()).expect("a link");
        let report = Report::new(catalogue(), &estimate).expect("a report");
        assert_says(&screen(link).await, &[&format!("{answer} {reason}")]);
        assert_says(&report_text(&report, "", STYLE), &[&format!("\n{answer}. {reason}\n")]);
    }
    // The high volume has an answer of its own.
    let range = "v2/reads=1000/period=month/usage=academic/months=12/high=300000000/prices=2023-03";
    let report = Report::new(catalogue(), &decode(range, catalogue()).expect("a link")).expect("a report");
    let high = "High, 300,000,000 posts a month: No listed tier fits. The largest, Enterprise Large, allows";
    assert_says(&report_text(&report, "", STYLE), &[high]);
}
