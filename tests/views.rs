//! The page as it is rendered for a state, without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod compare_states;
mod rendered;

use std::rc::Rc;

use compare_states::{after, between, html, open, text, typed, volume};
use quota_calculator::app::compare::{CompareAction, CompareState, Direction, EditAction, EstimateField};
use quota_calculator::format::report_text;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Period, Posts};
use quota_calculator::view::compare::{ComparePage, ComparePageProps};
use rendered::assert_says;
use yew::{Callback, LocalServerRenderer, Reducible};

#[tokio::test]
async fn the_starting_estimate_is_answered() {
    let page = text("", []).await;
    assert_says(
        &page,
        &[
            "Cheapest tier that fits: Enterprise Small reported by press $42,000 a month",
            "$504,000 a year · $21.00 per 1,000 reads · 4% of its 50,000,000 read cap used · by contract",
            "The same reads in the free era: Elevated access $0 a month",
            "100% of the free cap of 2,000,000 reads a month (needs an approved application).",
            "Academic Research allowed 10,000,000 reads a month for $0, 5 times these; at the prices of March 2023 that takes $42,000 a month, $4.20 per 1,000 reads.",
            "Basic 10,000 reads a month, then it stops official Arithmetic and sources of Basic For 10,000 reads a month: flat fee $100. \
             A year: 12 × $100 = $1,200. Per 1,000 reads: $1,200 ÷ 120,000 × 1,000 = $10.00. Cap used: 2,000,000 of 10,000 = 200×.",
            "$100 $1,200 $10.00 200× No: 1,990,000 short. It stops at its cap; one month’s reads would take 200 months.",
            "$0 $0 – – No: it allows no reads.",
            "Enterprise Large 200,000,000 reads a month · its minimum term is not public, none is assumed · by contract \
             reported by press",
            "$210,000 $2,520,000 $105.00 1% Yes",
            "In force from 2023-03-29 to 2023-05-24 ; a post read twice in a billing cycle counted once.",
            "Price: official, confidence high: S01 (official document, 2024-12-12)",
            "Read cap: reported by press, confidence medium:",
            "Twelve months come to $2.52 million, widely reported as \"up to $2.5 million a year\".",
        ],
    );
}

#[tokio::test]
async fn prices_of_the_past_are_called_so_and_lead_to_those_that_go_on() {
    for (prices, ended) in [
        ("2023-03", Some("These prices ended on 2023-05-24. See those of August 2026")),
        ("free-era", Some("These prices ended on 2023-04-28. See those of August 2026")),
        ("2026-08", None),
    ] {
        let page = text(&format!("v1/reads=10000/period=month/usage=hobby/months=7/prices={prices}"), []).await;
        match ended {
            Some(sentence) => assert_says(&page, &[sentence]),
            None => assert!(!page.contains("prices ended"), "{page}"),
        }
    }
}

#[tokio::test]
async fn a_link_shows_its_estimate() {
    let page = text("v1/reads=10000/period=month/usage=hobby/months=7/prices=2023-03", []).await;
    assert_says(
        &page,
        &[
            "Cheapest tier that fits: Basic official $100 a month",
            "$1,200 a year · $700 over 7 months · $10.00 per 1,000 reads · 100% of its 10,000 read cap used",
            "For 10,000 reads a month: flat fee $100. A year: 12 × $100 = $1,200. In all: 7 × $100 = $700.",
        ],
    );
}

#[tokio::test]
async fn a_volume_that_nothing_fits_gets_advice() {
    let page = text("", [volume("200,000,001"), CompareAction::ShowDeferred]).await;
    assert_says(
        &page,
        &[
            "At the prices of March 2023 No listed tier fits",
            "The largest, Enterprise Large, allows 200,000,000 reads a month. For more, ask the seller for custom terms. Such \
             contracts are negotiated one by one. Over other months there is a price: see “Other ways to these reads” below.",
            "The same reads in the free era: not covered Beyond it More than the free era gave for academic research.",
            "Other ways to these reads You need 2,400,000,012 reads in all.",
        ],
    );
}

#[tokio::test]
async fn no_reads_cost_nothing_and_have_no_average() {
    let page = text("", [volume("0")]).await;
    assert_says(&page, &["Cheapest tier that fits: Free (write-only) official $0 a month $0 a year", "$0 $0 – – Yes"]);
}

#[tokio::test]
async fn a_tier_that_is_closed_to_the_usage_type_says_why() {
    let page = text("v1/reads=5000/period=month/usage=commercial-scale/months=12/prices=2023-03", []).await;
    assert_says(
        &page,
        &["No: not for a business at scale. The seller's terms send commercial use at scale to Enterprise"],
    );
}

#[tokio::test]
async fn what_was_not_checked_is_said() {
    let page = text("v1/reads=5000/period=month/usage=ai-training/months=12/prices=2023-03", []).await;
    assert_says(&page, &["whether its terms allow AI training was not checked"]);
}

#[tokio::test]
async fn nobody_is_sent_to_negotiate_what_the_rules_close() {
    let negotiated = "Such contracts are negotiated one by one.";
    let closed = text("v1/reads=5000/period=month/usage=ai-training/months=12/prices=2026-08", []).await;
    assert_says(&closed, &["No listed tier fits", "None is open to AI training."]);
    assert!(!closed.contains(negotiated), "{closed}");
    let too_many = text("v1/reads=900000000/period=month/usage=academic/months=12/prices=2023-03", []).await;
    assert_says(&too_many, &[negotiated]);
}

#[tokio::test]
async fn a_bar_is_a_fault_only_where_reads_are_not_served() {
    let overage = "v2/reads=1500000/period=month/usage=academic/months=12/tiers=!((id:over,name:Over,charges:!(\
                   (model:flat,fee:900)),readCap:1000000,overage:!((model:perUnit,unitPrice:'0.003'))))/prices=2023-03";
    let page = html(overage, []).await;
    let row = |name: &str| page.split("<tr").find(|row| row.contains(name)).map(str::to_owned).expect("a row");
    assert!(row("Over</").contains("150%") && !row("Over</").contains("tier-over"), "more is paid for");
    assert!(row("Basic</").contains("tier-over"), "more is refused");
}

/// How long the bars of the caps are, of 1,000.
fn bars(page: &str) -> Vec<&str> {
    let lines = page.split("<line").filter(|line| line.contains(r#"class="meter-use""#));
    lines.filter_map(|line| line.split_once(r#"x2=""#)?.1.split('"').next()).collect()
}

#[tokio::test]
async fn a_bar_is_empty_where_nothing_is_read_also_of_a_cap_of_none() {
    let page = html("v1/reads=0/period=month/usage=academic/months=12/prices=2023-03", []).await;
    let used = bars(&page);
    assert!(used.len() > 3 && used.iter().all(|length| *length == "0"), "{used:?}");
    let page = html("v1/reads=1/period=month/usage=academic/months=12/prices=2023-03", []).await;
    assert!(bars(&page).contains(&"1000"), "one read is beyond a cap of none");
}

#[tokio::test]
async fn what_nobody_knows_does_not_look_like_what_is_refused() {
    let unpriced = "v2/reads=1500000/period=month/usage=academic/months=12/tiers=!((id:deal,name:Deal))/prices=2023-03";
    let page = html(unpriced, []).await;
    let row = |name: &str| page.split("<tr").find(|row| row.contains(name)).map(str::to_owned).expect("a row");
    assert!(row("Deal</").contains("tier-unpriced") && row("Deal</").contains("Perhaps"), "{}", row("Deal</"));
    assert!(!row("Basic</").contains("tier-unpriced"));
}

#[tokio::test]
async fn totals_say_why_a_tier_that_costs_less_a_month_comes_later() {
    let with_term = "v2/reads=1500000/period=month/usage=academic/months=6/tiers=!((id:deal,name:Deal,charges:!(\
                     (model:flat,fee:5000)),termMonths:12))/prices=2026-08";
    let page = text(with_term, []).await;
    assert_says(
        &page,
        &[
            "Yes: $45,000 over 6 months",
            "Yes: $60,000 for the 12 months of its term",
            "A month stands by itself here: what a longer term adds, or an annual maximum takes off, is left out.",
        ],
    );
    let without = text(&with_term.replace(",termMonths:12", ""), []).await;
    for sentence in ["Yes:", "A month stands by itself"] {
        assert!(!without.contains(sentence), "{sentence}");
    }
}

#[tokio::test]
async fn how_many_times_the_free_era_gave_is_rounded_honestly() {
    for (reads, sentence) in [
        (200_538, "for $0, about 10 times these;"),
        (690_000, "for $0, about 2.9 times these;"),
        (400_000, "for $0, 5 times these;"),
        (800_000, "for $0, 2.5 times these;"),
        (1_000_000, "for $0, 2 times these;"),
        (1_000_001, "for $0;"),
        (130, "for $0, about 15,385 times these;"),
        (0, "for $0;"),
    ] {
        let link = format!("v1/reads={reads}/period=month/usage=hobby/months=12/prices=2023-03");
        assert_says(&text(&link, []).await, &[&format!("Elevated allowed 2,000,000 reads a month {sentence}")]);
    }
}

#[tokio::test]
async fn the_free_era_can_be_asked_about_itself() {
    let page = text("v1/reads=600000/period=month/usage=hobby/months=12/prices=free-era", []).await;
    assert_says(
        &page,
        &[
            "Cheapest tier that fits: Elevated official $0 a month",
            "Elevated allowed 2,000,000 reads a month for $0, about 3.3 times these.",
        ],
    );
}

#[tokio::test]
async fn a_damaged_link_is_explained_and_nothing_is_guessed() {
    let page = text("v1/reads=5/period=month", []).await;
    assert_says(
        &page,
        &[
            "This link is damaged. Its estimate can’t be shown: a part is missing: usage, months, prices.",
            "Below is the starting estimate instead",
        ],
    );
    let state = open("v1/reads=5/period=month");
    assert_eq!(state.address(), None, "the address is left for the reader to repair");
    let mended = Rc::new(state).reduce(volume("7"));
    assert_eq!(mended.address().as_deref(), Some("v1/reads=7/period=month/usage=academic/months=12/prices=2023-03"));
}

#[tokio::test]
async fn a_price_that_is_not_public_is_never_a_number() {
    let page = text("v1/reads=2000000/period=month/usage=academic/months=12/prices=2024-10", []).await;
    assert_says(
        &page,
        &[
            "At the prices of October 2024 No public price Enterprise may serve these reads, but what it costs is not public",
            "no public price no public price – – Perhaps: it has no public price. Ask the seller.",
            "said to start at $42,000 a month",
            "$54,000 for a year in advance",
            "15,000 reads a month, then it stops or takes top-ups, whose price is not public",
            "no tier of October 2024 open to academic research has a public price for that many.",
        ],
    );
}

#[tokio::test]
async fn a_cap_is_exceeded_as_many_times_as_months_are_needed() {
    for (reads, sentence, answer) in [
        ("159999", "Cap used: 159,999 of 15,000 = 11×.", "one month’s reads would take 11 months."),
        ("150000", "Cap used: 150,000 of 15,000 = 10×.", "one month’s reads would take 10 months."),
        ("149999", "Cap used: 149,999 of 15,000 = 1,000%.", "one month’s reads would take 10 months."),
    ] {
        let link = format!("v1/reads={reads}/period=month/usage=hobby/months=12/prices=2024-10");
        assert_says(&text(&link, []).await, &[sentence, answer]);
    }
}

#[tokio::test]
async fn half_cents_show_in_the_arithmetic_and_not_in_the_total() {
    let page = text("v1/reads=10001/period=month/usage=hobby/months=12/prices=2026-08", []).await;
    assert_says(
        &page,
        &[
            "Cheapest tier that fits: Pay-per-use official $50.01 a month $600.12 a year · $5.00 per 1,000 reads",
            "For 10,001 reads a month: 10,001 × $0.005 = $50.005. A year: 12 × $50.01 = $600.12.",
            "Pro (legacy) 1,000,000 reads a month, then it stops or takes top-ups, whose price is not public · existing customers only",
        ],
    );
}

#[tokio::test]
async fn a_budget_is_answered_with_the_most_posts() {
    let page = text(
        "",
        [CompareAction::Edit(EditAction::ChooseDirection(Direction::Budget)), typed(EstimateField::Budget, "$50k")],
    )
    .await;
    assert_says(
        &page,
        &[
            "Most posts for $50,000 a month: Enterprise Small reported by press 50,000,000 posts a month for $42,000 a month",
            "What $50,000 a month buys",
            "Enterprise Small most posts 50,000,000 reads a month · its minimum term is not public, none is assumed · by contract \
             reported by press 50,000,000 $42,000 $0.84 Use",
            "reported by press nothing: it costs more – –",
        ],
    );
    let report = after("v2/reads=1/period=month/usage=academic/months=12/budget=5000/prices=2026-08", []);
    let page = text(&report.link().unwrap_or_default(), []).await;
    let bought = between(&page, "What $5,000 a month buys", "Every tier, for these reads");
    assert_says(bought, &["existing customers only", "Enterprise (custom contract)", "no public price – –"]);
    let copied = report_text(report.report.as_ref().expect("an answer"), "", NumberStyle::ENGLISH);
    let bought = between(&copied, "What $5,000 a month buys", "\n\n");
    assert_says(bought, &["- Enterprise (custom contract): no public price"]);
    let page = text(
        "",
        [CompareAction::Edit(EditAction::ChooseDirection(Direction::Budget)), typed(EstimateField::Budget, "99.99")],
    )
    .await;
    // A free tier without reads is within every budget.
    assert_says(&page, &["Most posts for $99.99 a month No posts Reading begins at $100 a month, with Basic."]);
    let page = text(
        "",
        [CompareAction::Edit(EditAction::ChooseDirection(Direction::Budget)), typed(EstimateField::Budget, "much")],
    )
    .await;
    assert_says(&page, &["“much” is not a number: a budget is 0 to 1,000,000,000,000 dollars a month."]);
}

#[tokio::test]
async fn a_budget_without_posts_is_told_where_reading_begins() {
    let newest = "v2/reads=5/period=month/usage=academic/months=12/budget=1/prices=2026-08";
    for budget in ["0", "0.004", "0.009"] {
        let page = text(newest, [typed(EstimateField::Budget, budget)]).await;
        let first = "No posts Reading begins at $0.005 a month, with Pay-per-use: $0.01 to the cent.";
        assert_says(&page, &[first]);
    }
    assert_says(&text(newest, [typed(EstimateField::Budget, "0.01")]).await, &["2 posts a month for $0.01 a month"]);
    let reread = newest.replace("budget=1", "reread=3/budget=0.01");
    let first =
        "No posts Reading begins at $0.015 a month, with Pay-per-use: $0.02 to the cent, for the 3 reads of a post.";
    assert_says(&text(&reread, []).await, &[first]);
    let fee = "v2/reads=5/period=month/usage=academic/months=12/budget=1/tiers=!((id:ours,name:Ours,charges:!(\
               (model:flat,fee:'3'),(model:package,packagePrice:'2',packageSize:100))))/prices=2023-03";
    assert_says(&text(fee, []).await, &["No posts Reading begins at $5 a month, with Ours (yours)."]);
    let closed = "v2/reads=5/period=month/usage=ai-training/months=12/budget=1/prices=2026-08";
    assert_says(&text(closed, []).await, &["No posts No tier with a public price is open to AI training."]);
}

#[tokio::test]
async fn what_a_budget_buys_can_be_asked_about() {
    let budget =
        [CompareAction::Edit(EditAction::ChooseDirection(Direction::Budget)), typed(EstimateField::Budget, "100")];
    let asked = after("", budget)
        .reduce(CompareAction::Edit(EditAction::UseVolume(Posts::new(10_000).expect("posts"), Period::Month)));
    assert_eq!(asked.link().as_deref(), Some("v1/reads=10000/period=month/usage=academic/months=12/prices=2023-03"));
    assert_eq!(asked.undo.as_ref().and_then(|undo| undo.sentence), Some("These posts took the place of the budget."));
    assert_eq!(asked.reduce(CompareAction::Edit(EditAction::Undo)).draft.direction, Direction::Budget);
}

#[tokio::test]
async fn the_way_to_a_quote_keeps_its_place_while_a_field_is_wrong() {
    let page = html("", [volume("seven")]).await;
    assert!(
        page.contains(r#"<a class="button button-quiet" id="make-quote" role="link" aria-disabled="true">"#),
        "{page}"
    );
}

#[test]
fn starting_over_can_be_taken_back() {
    let state =
        after("v1/reads=7/period=day/usage=hobby/months=3/prices=2026-08", [CompareAction::Edit(EditAction::Reset)]);
    assert_eq!(state.link().as_deref(), Some("v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03"));
    let back = state.reduce(CompareAction::Edit(EditAction::Undo));
    assert_eq!(back.link().as_deref(), Some("v1/reads=7/period=day/usage=hobby/months=3/prices=2026-08"));
}

#[tokio::test]
async fn with_wrong_fields_the_last_good_answer_comes_back_too() {
    let link = "v1/reads=7/period=day/usage=hobby/months=3/prices=2026-08";
    let other = CompareAction::OpenSaved("v1/reads=8/period=day/usage=hobby/months=3/prices=2026-08".to_owned());
    for act in [CompareAction::Edit(EditAction::Reset), other] {
        let page = html(link, [volume("seven"), act.clone()]).await;
        assert!(page.contains(">Undo</button>"), "{page}");
        let back = after(link, [volume("seven"), act, CompareAction::Edit(EditAction::Undo)]);
        assert_eq!((back.draft.volume.as_str(), back.link().as_deref()), ("seven", Some(link)));
    }
}

#[test]
fn a_link_that_was_only_opened_is_not_kept_for_the_next_visit() {
    let link = "v1/reads=7/period=day/usage=hobby/months=3/prices=2026-08";
    assert!(open("").own_link().is_some());
    let opened = Rc::new(open(link));
    assert_eq!(opened.own_link(), None);
    assert!(opened.reduce(volume("8")).own_link().is_some());
    let last = CompareState::open("", Some(link), NumberStyle::ENGLISH, None);
    assert_eq!(last.link().as_deref(), Some(link), "the last estimate is restored");
    let unreadable = CompareState::open("", Some("v9/strange"), NumberStyle::ENGLISH, None);
    assert_eq!(unreadable.damaged_link, None, "nobody sent it, so nobody need be told");
}

/// A price with so many digits is exact for a thousand reads, and not for other volumes of the picture.
#[tokio::test]
async fn a_picture_that_cannot_be_exact_says_so_beside_the_other() {
    let dear = "v2/reads=1000/period=month/usage=academic/months=12/tiers=!((id:dear,name:Dear,charges:!((model:perUnit\
                ,unitPrice:999999999999.999999999999))))/prices=2023-03";
    let page = text(dear, []).await;
    assert_says(
        &page,
        &[
            "Basic $100 a month",
            "Cost against volume can’t be drawn: tier `dear`: the amount is too large to be exact: it needs more than 28 digits; \
             use fewer reads or a lower price.",
            "What these reads have cost, 2021 to 2026",
        ],
    );
}

#[tokio::test]
async fn the_prices_age_is_said_where_the_date_is_known() {
    let today = "2028-01-01".parse().expect("a date");
    let state = CompareState::open("", None, NumberStyle::ENGLISH, Some(today));
    let props = ComparePageProps {
        state: Rc::new(state),
        on_action: Callback::noop(),
        on_command: Callback::noop(),
        on_settings: Callback::noop(),
    };
    let html = LocalServerRenderer::<ComparePage>::with_props(props).hydratable(false).render().await;
    assert!(html.contains("notice-strong"));
}
