//! The page as it is rendered for a state, without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::rc::Rc;

use quota_calculator::app::{Action, State};
use quota_calculator::view::{Page, PageProps};
use yew::{Callback, LocalServerRenderer, Reducible};

/// The page's text after opening a link and acting on it, tags taken out and spaces folded.
async fn text(fragment: &str, actions: impl IntoIterator<Item = Action>) -> String {
    let html = html(fragment, actions).await;
    let mut text = String::new();
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                text.push(' ');
            }
            _ if in_tag => {}
            _ => text.push(character),
        }
    }
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace("&#x27;", "'").replace(" ,", ",").replace(" .", ".").replace(" )", ")")
}

async fn html(fragment: &str, actions: impl IntoIterator<Item = Action>) -> String {
    let state = actions.into_iter().fold(Rc::new(State::open(fragment)), Reducible::reduce);
    let props = PageProps { state: (*state).clone(), on_action: Callback::noop() };
    LocalServerRenderer::<Page>::with_props(props).hydratable(false).render().await
}

#[track_caller]
fn assert_says(page: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(page.contains(sentence), "the page lacks\n{sentence}\nIt says\n{page}");
    }
}

fn volume(text: &str) -> Action {
    Action::TypeVolume(text.to_owned())
}

#[tokio::test]
async fn the_starting_estimate_is_answered() {
    let page = text("", []).await;
    assert_says(
        &page,
        &[
            "Cheapest tier that fits: Enterprise Small reported by press $42,000 a month",
            "$504,000 a year · $21.00 per 1,000 reads · 4% of its 50,000,000 read cap used · by contract",
            "The same reads in the free era: Elevated access $0 a month",
            "Within the free cap of 2,000,000 reads a month (needs an approved application).",
            "Academic Research allowed 10,000,000 reads a month for $0; at the prices of March 2023 that takes $42,000 a month.",
            "Basic 10,000 reads a month, then it stops official $100 $1,200 $10.00 200× No: 1,990,000 short. It stops at its cap; \
             one month’s reads would take 200 months.",
            "Free (write-only) no reads at all official $0 $0 – – No: it allows no reads.",
            "Enterprise Large 200,000,000 reads a month · its minimum term is not public, none is assumed · by contract \
             reported by press $210,000 $2,520,000 $105.00 1% Yes",
            "In force from 2023-03-29 to 2023-05-24 ; a post read twice in a billing cycle counted once.",
            "Price: official, confidence high. X API documentation",
            "(official document, 2024-12-12)",
            "Read cap: reported by press, confidence medium.",
            "Twelve months come to $2.52 million, widely reported as \"up to $2.5 million a year\".",
        ],
    );
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
    let page = text("", [volume("200,000,001")]).await;
    assert_says(
        &page,
        &[
            "At the prices of March 2023 No listed tier fits",
            "The largest, Enterprise Large, allows 200,000,000 reads a month. For more, ask the seller for custom terms",
            "The same reads in the free era: not covered Beyond it More than the free era gave for academic research.",
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
async fn the_free_era_can_be_asked_about_itself() {
    let page = text("v1/reads=600000/period=month/usage=hobby/months=12/prices=free-era", []).await;
    assert_says(
        &page,
        &["Cheapest tier that fits: Elevated official $0 a month", "Elevated allowed 2,000,000 reads a month for $0."],
    );
}

#[tokio::test]
async fn bad_input_is_explained_at_its_field_and_the_last_answer_stays() {
    let cases = [
        ("abc", "“abc” is not a number: write digits, like 2,500,000, or 2.5M or 10k."),
        ("-5", "“-5” is negative: reads are 0 or more."),
        ("1e999", "“1e999” posts a month are too many: at most 1,000,000,000,000,000 (10^15) a month can be priced."),
        ("", "How many posts? Write digits, like 2,500,000, or 2.5M or 10k."),
        ("10000000000000000", "“10000000000000000” posts a month are too many"),
        ("0.5", "“0.5” is not a whole number: posts are read whole."),
        ("1.000", "“1.000” can be read in two ways: leave out the mark for thousands."),
    ];
    for (typed, message) in cases {
        let page = text("", [volume("60000000"), volume(typed)]).await;
        assert_says(
            &page,
            &[
                message,
                "Not updated. This is still the answer for 60,000,000 posts a month.",
                "Enterprise Medium",
                "$125,000",
            ],
        );
        let html = html("", [volume(typed)]).await;
        assert!(
            html.contains(r#"aria-invalid="true" aria-describedby="volume-problem""#),
            "the field is marked: {html}"
        );
        assert!(html.contains("disabled"), "what isn't current can't be shared");
    }
    let page = text("", [Action::TypeMonths("121".to_owned())]).await;
    assert_says(&page, &["“121” months can’t be priced: use a whole number from 1 to 120.", "Not updated."]);
}

#[tokio::test]
async fn a_very_long_text_is_quoted_in_part() {
    let page = text("", [volume(&"9".repeat(5_000))]).await;
    assert_says(&page, &["“99999999999999999999999999999999…” posts a month are too many"]);
}

#[tokio::test]
async fn what_is_mended_is_answered_again() {
    let page = text("", [volume("abc"), volume("10k")]).await;
    assert!(!page.contains("Not updated"));
    assert_says(&page, &["Cheapest tier that fits: Basic"]);
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
    let state = State::open("v1/reads=5/period=month");
    assert_eq!(state.link(), None, "the address is left for the reader to repair");
    let mended = Rc::new(state).reduce(volume("7"));
    assert_eq!(mended.link().as_deref(), Some("v1/reads=7/period=month/usage=academic/months=12/prices=2023-03"));
}

#[tokio::test]
async fn leaving_the_field_writes_the_number_out() {
    let state = Rc::new(State::open("")).reduce(volume("2.5M"));
    assert_eq!(state.draft.volume, "2.5M", "nothing changes under the reader's hands");
    assert_eq!(state.clone().reduce(Action::LeaveVolume).draft.volume, "2,500,000");
    let bad = state.reduce(volume("abc")).reduce(Action::LeaveVolume);
    assert_eq!(bad.draft.volume, "abc", "what is wrong stays as typed");
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
            "no listed tier of October 2024 fits that many",
        ],
    );
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
