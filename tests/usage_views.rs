//! What the page says of usage that grows, differs by month or is assumed, and of terms and ranges beside it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod compare_states;
mod rendered;

use compare_states::{after, html, text, typed, volume};
use quota_calculator::app::compare::{CompareAction, EditAction, EstimateField};
use quota_calculator::format::report_text;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Period, Posts};
use rendered::assert_says;
use yew::Reducible;

#[tokio::test]
async fn usage_may_grow_or_differ_by_month() {
    let page =
        text("", [volume("10,000"), typed(EstimateField::Growth, "10"), typed(EstimateField::Months, "2")]).await;
    assert_says(&page, &["growing 10% a month", "Show the data as a table", "$84,000 over 2 months"]);

    let months = [
        typed(EstimateField::Months, "3"),
        CompareAction::Edit(EditAction::ChooseMonthByMonth(true)),
        typed(EstimateField::Month(1), "5"),
    ];
    let state = after("", months.clone());
    assert_eq!(state.link().as_deref(), Some("v2/given=2000000,5,2000000/usage=academic/prices=2023-03"));
    let page = text("", months.into_iter().chain([typed(EstimateField::Month(2), "-1")])).await;
    assert_says(
        &page,
        &["Month 3: “-1” is negative: posts are 0 or more.", "An assumption above needs mending.", "Not updated."],
    );
}

#[tokio::test]
async fn what_is_wrong_in_the_panel_is_said_outside_of_it() {
    let range = "v2/reads=100000/period=month/usage=hobby/months=12/low=50000/high=200000/prices=2026-08";
    let no_number = "“x” is not a number of months: use a whole number from 1 to 120.";
    for (actions, sentence) in [
        (vec![volume("300000")], "needs mending. The high volume is below the expected one."),
        (vec![volume("3")], "needs mending. The low volume is above the expected one."),
        (vec![typed(EstimateField::AssumedTerm, "x")], &format!("An assumption above needs mending. {no_number}")),
        (
            vec![
                typed(EstimateField::RereadFactor, "2"),
                typed(EstimateField::High, "?"),
                typed(EstimateField::AssumedTerm, "x"),
            ],
            &format!("Some assumptions above need mending. One of them: {no_number}"),
        ),
        (
            vec![volume("?"), typed(EstimateField::AssumedTerm, "x")],
            &format!("An assumption above needs mending. {no_number}"),
        ),
    ] {
        let page = text(range, actions).await;
        // The panel, with its own sentences, stands before.
        let (_, below) = page.split_once("Use this volume").expect("the end of the panel");
        assert_says(below, &[sentence]);
    }
    assert!(!text(range, [volume("?")]).await.contains("above need"), "the question's own problem stands at its field");
}

#[tokio::test]
async fn months_that_differ_are_told_apart() {
    let growing = text("v2/reads=100000/period=month/growth=10/usage=academic/months=12/prices=2026-08", []).await;
    assert_says(
        &growing,
        &[
            "Cheapest tier that fits: Pay-per-use official $500 to $1,426.56 a month",
            "$10,692.16 a year",
            "read cap used in the busiest month",
            "$500 to $1,426.56 $10,692.16",
            "Month 1, with 100,000 reads: 100,000 × $0.005 = $500. All 12 months, each by itself: $10,692.16.",
            "Month 1: 100K reads $500",
        ],
    );
    let given = text("v2/given=0,1000000,2000000/usage=academic/prices=2026-08", []).await;
    assert_says(&given, &["$0 to $10,000 a month $15,000 over 3 months"]);
    let shrinking = text("v2/reads=5000/period=month/growth=-5/usage=hobby/months=3/prices=2023-03", []).await;
    assert_says(&shrinking, &["one read · shrinking 5% a month · no minimum term"]);
    let alike = text("", []).await;
    assert!(!alike.contains("busiest month") && !alike.contains("Month 1:"), "{alike}");
}

#[tokio::test]
async fn given_months_that_are_alike_are_not_called_different() {
    let given = "v2/given=10000*3/usage=hobby/prices=2023-03";
    let page = text(given, [typed(EstimateField::Month(0), "x")]).await;
    assert!(!page.contains("different"), "{page}");
    let answered = "This is still the answer for 10,000 posts a month.";
    assert_says(&page, &["posts month by month, as given under Change assumptions, for", answered]);
}

#[tokio::test]
async fn a_year_of_growth_beyond_the_months_asked_about_says_so() {
    let link =
        |months| format!("v2/reads=100000/period=month/growth=10/low=5/usage=academic/months={months}/prices=2026-08");
    let (month, year) = (link("1"), link("12"));
    let page = text(&month, []).await;
    assert_says(
        &page,
        &[
            "$500 a month $10,692.16 a year, if it goes on like this · $500 over 1 month",
            "cheapest tier that fits each. A year is twelve months, if it goes on like this within the cap.",
            "says why. A year is twelve months, if it goes on like this within the cap.",
            "A year: $500 for the months asked about and $10,192.16 for those after them = $10,692.16.",
        ],
    );
    let report = after(&month, []).report.clone().expect("an answer");
    assert_says(
        &report_text(&report, "", NumberStyle::ENGLISH),
        &["$10,692.16 a year, if it goes on like this, $500 over"],
    );

    let own = month.replace("/prices", "/tiers=!((name:Ours,charges:!((model:flat,fee:1))))/prices");
    assert_says(&text(&own, []).await, &["Ours no read cap $1 a month · $12 a year, if it goes on like this"]);

    let page = text(&year, []).await;
    assert!(!page.contains("goes on"), "{page}");

    let shrinking = text(&month.replace("growth=10", "growth=-10"), []).await;
    assert_says(&shrinking, &["a year, if it goes on like this"]);
}

#[tokio::test]
async fn a_year_of_reads_beside_a_term_without_them_says_so() {
    let link = |tier: &str, months| {
        format!("v2/reads=2000000/period=month/usage=academic/months={months}/low=5/tiers=!({tier})/prices=2023-03")
    };
    let per_read = "(name:Ours,charges:!((model:perUnit,unitPrice:'0.001')),monthlyMinimum:'100',termMonths:24)";
    let (short, year) = (link(per_read, 3), link(per_read, 12));
    let page = text(&short, []).await;
    assert_says(
        &page,
        &[
            "$2,000 a month $24,000 a year, if it goes on like this · $8,100 for the 24 months of its term",
            "cheapest tier that fits each. A year is twelve months, if it goes on like this within the cap.",
            "says why. A year is twelve months, if it goes on like this within the cap.",
            "Ours no read cap · for at least 24 months $2,000 a month · $24,000 a year, if it goes on like this",
        ],
    );
    let report = after(&short, []).report.clone().expect("an answer");
    let copied = report_text(&report, "", NumberStyle::ENGLISH);
    assert_says(
        &copied,
        &["Ours (yours): $2,000 a month, $24,000 a year, if it goes on like this, $8,100 for the 24 months"],
    );

    let shorter_term = short.replace("termMonths:24", "termMonths:6");
    assert_says(&text(&shorter_term, []).await, &["a year, if it goes on like this · $6,300 for the 6 months"]);

    let flat = "(name:Ours,charges:!((model:flat,fee:1)),termMonths:24)";
    for nothing_assumed in [year, link(flat, 3)] {
        let page = text(&nothing_assumed, []).await;
        assert!(!page.contains("goes on"), "the term asks for the same year: {page}");
    }
}

/// A link to one tier of the reader's own that costs $900 a month, and at most $6,000 in twelve months.
fn with_annual_maximum(terms: &str, usage: &str) -> String {
    let tier = format!("(id:own,name:Ours,charges:!((model:flat,fee:'900')),annualMaximum:'6000'{terms})");
    format!("v2/{usage}/usage=ai-training/tiers=!({tier})/prices=2026-08")
}

#[tokio::test]
async fn what_an_annual_maximum_takes_off_stands_in_the_arithmetic() {
    for (terms, usage, arithmetic) in [
        (
            ",discountPercent:'10'",
            "given=5*12",
            "together $810. All 12 months: $9,720; annual maximum $6,000: $3,720 taken off; together $6,000.",
        ),
        ("", "given=5*6", "flat fee $900. In all: 6 × $900 = $5,400."),
        ("", "given=5*24", "All 24 months: $21,600; annual maximum $6,000: $9,600 taken off; together $12,000."),
        (
            ",termMonths:9",
            "given=5*6",
            "flat fee $900. All 9 months: $8,100; annual maximum $6,000: $2,100 taken off; together $6,000.",
        ),
    ] {
        assert_says(&text(&with_annual_maximum(terms, usage), []).await, &[arithmetic]);
    }
    let ahead = text(&with_annual_maximum("", "reads=5/period=month/months=6"), []).await;
    let year = "A year: $5,400 for the months asked about and $600 for those after them = $6,000, the annual maximum.";
    assert_says(&ahead, &[year]);
}

#[tokio::test]
async fn the_chart_of_months_speaks_of_the_same_months_as_the_answer() {
    let own = with_annual_maximum(",termMonths:9", "given=5*7");
    let chart = "a month costs from $600 (month 7) to $900 (month 1), then $0 without reads, to the end of its term: $6,000 in \
                 all 9 months.";
    assert_says(&text(&own, []).await, &["$600 to $900 a month $6,000 for the 9 months of its term", chart]);
    let two_years = with_annual_maximum(",termMonths:24", "given=5*3");
    let chart = "a month costs $900, then up to $900 without reads, to the end of its term: $12,000 in all 24 months.";
    assert_says(&text(&two_years, []).await, &["$900 a month $12,000 for the 24 months of its term", chart]);
    let per_read = two_years.replace("(model:flat,fee:'900')", "(model:perUnit,unitPrice:'200')");
    let chart = "a month costs $1,000, then $0 without reads, to the end of its term: $3,000 in all 24 months.";
    assert_says(&text(&per_read, []).await, &[chart]);
}

#[tokio::test]
async fn a_year_in_which_growth_goes_over_the_cap_is_not_stated() {
    let link = |growth, months| {
        format!("v2/reads=9000/period=month/growth={growth}/usage=academic/months={months}/prices=2023-03")
    };
    let outgrown = "over its cap from month 3 on, if it goes on like this";
    let page = text(&link("10", "2"), []).await;
    assert_says(&page, &[&format!("$100 a month {outgrown} · $200 over 2 months")]);
    assert!(!page.contains("$1,200 a year"), "{page}");
    let report = after(&link("10", "2"), []).report.clone().expect("an answer");
    let copied = report_text(&report, "", NumberStyle::ENGLISH);
    assert_says(&copied, &[&format!("Basic: $100 a month, {outgrown}, $200 over 2 months")]);
    let answer = report.assessment.cheapest().and_then(|answer| answer.cost.as_ref()).expect("a cost");
    assert_eq!((answer.annual, answer.annual_ahead, answer.outgrown_in), (None, None, Some(3)));

    let page = text(&link("0.5", "2"), []).await;
    assert_says(&page, &["$100 a month $1,200 a year, if it goes on like this"]);
    let page = text(&link("10", "3"), []).await;
    assert!(!page.contains("over its cap from month"), "a month that was asked about says it itself: {page}");
    let own = link("10", "2")
        .replace("/prices", "/tiers=!((name:Ours,charges:!((model:flat,fee:1)),readCap:9950,atCap:stop))/prices");
    assert_says(&text(&own, []).await, &[&format!("$1 a month · {outgrown}")]);
}

#[tokio::test]
async fn low_and_high_stand_beside_the_expected() {
    let page = text("", [typed(EstimateField::Low, "10k"), typed(EstimateField::High, "60M")]).await;
    assert_says(
        &page,
        &[
            "Low 10,000 posts a month Basic $100 $1,200 $1,200 Essential",
            "Expected 2,000,000 posts a month Enterprise Small $42,000 $504,000 $504,000 Elevated",
            "High 60,000,000 posts a month Enterprise Medium $125,000 $1,500,000 $1,500,000 not covered",
        ],
    );
    let page = text("", [typed(EstimateField::Low, "3M")]).await;
    assert_says(&page, &["The low volume is above the expected one."]);
    let range = [typed(EstimateField::Low, "10k"), typed(EstimateField::High, "60M")];
    let moved = after("", range)
        .reduce(CompareAction::Edit(EditAction::UseVolume(Posts::new(5_000).expect("posts"), Period::Month)));
    assert_eq!((moved.draft.low.as_str(), moved.draft.high.as_str()), ("", "60M"));
    assert!(moved.undo.as_ref().is_some_and(|undo| undo.sentence.is_some()), "clearing can be taken back");
}

#[tokio::test]
async fn a_price_that_is_the_same_for_other_reads_does_not_say_that_they_are_the_same() {
    let enterprise = "Month 1, with 2,000,000 reads: flat fee $42,000. A year: 12 × $42,000 = $504,000.";
    for (usage, arithmetic) in [
        ("v2/reads=2000000/period=month/growth=10/usage=academic/months=12", enterprise),
        ("v2/given=100,5000/usage=hobby", "Month 1, with 100 reads: flat fee $100. In all: 2 × $100 = $200."),
        ("v2/given=100*11,0/usage=hobby/term=13", "For 100 reads a month: flat fee $100. A year: 12 × $100 = $1,200."),
    ] {
        assert_says(&text(&format!("{usage}/prices=2023-03"), [CompareAction::ShowDeferred]).await, &[arithmetic]);
    }
    let own =
        "tiers=!((id:own,name:Ours,charges:!((model:flat,fee:100),(model:perUnit,unitPrice:1,includedReads:9600))))";
    let link = format!("v2/reads=8000/period=month/growth=20/usage=hobby/months=2/{own}/prices=2023-03");
    // The year grows beyond what is included.
    assert_says(
        &text(&link, []).await,
        &["8,000 reads included; 0 × $1 = $0; together $100. A year: $200 for the months asked about and $204,045 for"],
    );
}

#[tokio::test]
async fn a_term_and_a_re_read_factor_are_assumptions() {
    let entered = [
        typed(EstimateField::AssumedTerm, "24"),
        typed(EstimateField::RereadFactor, "2.5"),
        CompareAction::ShowDeferred,
    ];
    let page = text("", entered).await;
    assert_says(
        &page,
        &[
            "Each wanted post counts as 2.5 reads · the same every month · a minimum term of 24 months where none is public",
            "For 5,000,000 reads a month: flat fee $42,000. A year: 12 × $42,000 = $504,000. In all: 24 × $42,000 = $1,008,000.",
        ],
    );
}

#[tokio::test]
async fn what_rounding_saves_is_said_to_be_no_more() {
    let link = |reads| format!("v1/reads={reads}/period=month/usage=hobby/months=18/prices=2026-08");
    let rounded = text(&link(1_234_567), []).await;
    assert_says(&rounded, &["Pay-per-use for 8 months, then stop", "$0.09, by rounding"]);
    let marked = html(&link(1_234_567), []).await;
    let ways = marked.split_once(r#"aria-labelledby="ways""#).expect("the ways").1;
    assert!(!ways.contains("tier-cheapest"), "no way is better than the plan: {ways}");
    let saved = text("v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03", []).await;
    assert!(saved.contains("$462,000") && !saved.contains("by rounding"), "{saved}");
}

#[tokio::test]
async fn what_is_left_empty_is_as_usual() {
    let emptied = [typed(EstimateField::Growth, ""), typed(EstimateField::RereadFactor, " ")];
    let state = after("v2/reads=1/period=month/growth=5/usage=academic/months=12/reread=2/prices=2023-03", emptied);
    assert!(state.is_current(), "{:?}", state.problems);
    assert_eq!(state.link().as_deref(), Some("v1/reads=1/period=month/usage=academic/months=12/prices=2023-03"));
    assert_says(&report_text(state.report.as_ref().expect("an answer"), "", state.style), &["1 post a month"]);
}

#[tokio::test]
async fn months_behind_the_plan_are_no_months_of_the_plan() {
    let link = "v2/reads=2000000/period=month/usage=commercial-small/months=18/tiers=!((name:Ours,charges:!((model:flat,fee:1000),\
                (model:perUnit,unitPrice:0.003)),termMonths:24))/prices=2026-08";
    let page = text(link, []).await;
    assert_says(
        &page,
        &[
            "Ours (yours) $7,000 a month",
            "$132,000 for the 24 months of its term",
            "In all: 18 × $7,000, then 6 × $1,000 without reads, to the end of its term = $132,000.",
        ],
    );
    assert!(!page.contains("$1,000 to $7,000"), "{page}");
}

#[tokio::test]
async fn a_total_of_a_longer_term_says_so_on_the_page_and_in_the_text() {
    let own = "tiers=!((id:own,name:Ours,charges:!((model:flat,fee:1)),readCap:1000,termMonths:24))/prices=2026-08";
    let link = format!("v2/reads=1000/period=month/low=500/usage=hobby/months=6/{own}");
    let page = text(&link, []).await;
    assert_says(
        &page,
        &["$12 a year · $24 for the 24 months of its term", "Ours (yours) $1 $12 $24 for the 24 months of its term"],
    );
    let report = after(&link, []).report.clone().expect("an answer");
    let copied = report_text(&report, "", NumberStyle::ENGLISH);
    assert_says(&copied, &["Ours (yours): $1 a month, $12 a year, $24 for the 24 months of its term"]);
    let spend = text(&format!("v2/reads=1000/period=month/usage=hobby/months=6/budget=1/{own}"), []).await;
    assert_says(&spend, &["for $1 a month · $24 for the 24 months of its term"]);
}

#[tokio::test]
async fn a_tier_of_one_s_own_is_told_from_the_listed_ones_everywhere() {
    let own = "(id:own,name:Ours,charges:!((model:flat,fee:900)),readCap:1000,termMonths:3)";
    let other = "(id:other,name:Other,charges:!((model:flat,fee:1)),readCap:100)";
    let question = "v2/reads=900/period=month/usage=ai-training/months=2/low=5";
    let link = format!("{question}/tiers=!({own},{other})/prices=2026-08");
    assert_says(
        &text(&link, []).await,
        &[
            "Cheapest tier that fits: Ours (yours) $900",
            "Low 5 posts a month Other (yours) $1",
            "Annual Per thousand reads Cap used Fits Ours (yours) cheapest that fits",
            "With Ours (yours), each of 3 months costs $900",
            "Other (yours) for 18 months",
            "Your own tiers Terms that you were offered, or hope to negotiate, compared with all others. Ours 1,000 reads",
        ],
    );
    let report = after(&link, []).report.clone().expect("an answer");
    let copied = report_text(&report, "", NumberStyle::ENGLISH);
    let lines = [
        "Cheapest tier that fits: Ours (yours), $900 a month",
        "Low, 5 posts a month: Cheapest tier that fits: Other (yours), $1",
        "- Other (yours): $1 a month",
        "- Other (yours) for 18 months: $18",
    ];
    assert_says(&copied, &lines);

    let budget = link.replace("/low=5", "/budget=5");
    assert_says(
        &text(&budget, []).await,
        &[
            "Most posts for $5 a month: Other (yours) 100 posts",
            "Tier Most posts a month Which cost Per thousand posts As volume Other (yours)",
        ],
    );
    let report = after(&budget, []).report.clone().expect("an answer");
    assert_says(&report_text(&report, "", NumberStyle::ENGLISH), &["- Other (yours): 100 posts a month for $1"]);
    let over = text(&link.replace("reads=900", "reads=2000").replace("/low=5", ""), []).await;
    assert_says(&over, &["The largest, Ours (yours), allows 1,000 reads a month."]);
}

#[tokio::test]
async fn a_range_that_months_leave_out_is_said() {
    let words = "Low and high volumes are left out: they go with one volume for all months.";
    let by_month = CompareAction::Edit(EditAction::ChooseMonthByMonth(true));
    let page = text("v2/reads=1000/period=month/low=500/usage=hobby/months=2/prices=2026-08", [by_month.clone()]).await;
    assert_says(&page, &[words]);
    assert!(!text("", [by_month]).await.contains(words), "there is none to leave out");
}

#[tokio::test]
async fn an_own_tier_costs_the_same_on_its_card_as_in_the_table() {
    let link = "v2/reads=1000/period=month/growth=10/usage=hobby/months=2/tiers=!((id:own,name:Ours,charges:!((model:perUnit\
                ,unitPrice:0.01))))/prices=2026-08";
    let page = text(link, []).await;
    assert_says(&page, &["no read cap $10 to $11 "]);
    assert_says(page.split_once("Your own tiers").expect("their list").1, &["$10 to $11 a month"]);
}
