//! The page as it is rendered for a state, without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod rendered;

use std::rc::Rc;

use quota_calculator::app::{Action, Direction, Field, State};
use quota_calculator::format::{NumberStyle, report_text};
use quota_calculator::pricing::{Period, Reads};
use quota_calculator::view::{Page, PageProps};
use rendered::assert_says;
use yew::{Callback, LocalServerRenderer, Reducible};

/// The page's text after opening a link and acting on it.
async fn text(fragment: &str, actions: impl IntoIterator<Item = Action>) -> String {
    rendered::text(&html(fragment, actions).await)
}

async fn html(fragment: &str, actions: impl IntoIterator<Item = Action>) -> String {
    let state = actions.into_iter().fold(Rc::new(open(fragment)), Reducible::reduce);
    let props =
        PageProps { state, on_action: Callback::noop(), on_command: Callback::noop(), on_settings: Callback::noop() };
    LocalServerRenderer::<Page>::with_props(props).hydratable(false).render().await
}

fn open(fragment: &str) -> State {
    State::open(fragment, None, NumberStyle::ENGLISH, None)
}

fn volume(text: &str) -> Action {
    Action::Type(Field::Volume, text.to_owned())
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
    assert!(row("Over</").contains("150%") && !row("Over</").contains("meter-over"), "more is paid for");
    assert!(row("Basic</").contains("meter-over"), "more is refused");
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
            "A month stands by itself here: what the rest of a longer term costs is left out.",
        ],
    );
    let without = text(&with_term.replace(",termMonths:12", ""), []).await;
    for sentence in ["Yes:", "A month stands by itself"] {
        assert!(!without.contains(sentence), "{sentence}");
    }
}

#[tokio::test]
async fn the_free_era_can_be_asked_about_itself() {
    let page = text("v1/reads=600000/period=month/usage=hobby/months=12/prices=free-era", []).await;
    assert_says(
        &page,
        &[
            "Cheapest tier that fits: Elevated official $0 a month",
            "Elevated allowed 2,000,000 reads a month for $0, 3 times these.",
        ],
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
        ("1,5", "“1,5” can be read in two ways: leave out the mark for thousands."),
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
    let page = text("", [Action::Type(Field::Months, "a year".to_owned())]).await;
    assert_says(&page, &["“a year” is not a number of months: use a whole number from 1 to 120."]);
    let page = text("", [Action::Type(Field::Months, "121".to_owned())]).await;
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
async fn pictures_and_the_standing_of_tiers_follow_the_typing_and_everything_else_at_once() {
    let reads = Reads::new(10_000).expect("reads");
    for (actions, pictured) in [
        (vec![volume("10k")], "2000000"),
        (vec![volume("10k"), volume("abc"), Action::Leave(Field::Volume)], "2000000"),
        (vec![volume("10k"), Action::Picture], "10000"),
        (vec![volume("10k"), volume("abc"), Action::Picture], "10000"),
        (vec![volume("10k"), Action::ChoosePeriod(Period::Month)], "10000"),
        (vec![Action::UseVolume(reads, Period::Month)], "10000"),
    ] {
        let state = actions.iter().cloned().fold(Rc::new(open("")), Reducible::reduce);
        assert_eq!(state.is_picture_behind(), pictured == "2000000", "{actions:?}");
        let html = html("", actions.clone()).await;
        assert!(html.contains(&format!(r#"aria-valuenow="{pictured}""#)), "{actions:?}");
        assert!(html.contains("Cheapest tier that fits: <strong>Basic</strong>"), "{actions:?}");
        let marked = if pictured == "2000000" { "Enterprise Small" } else { "Basic" };
        assert!(
            html.contains(&format!(
                r#"<tr class="tier-cheapest" role="row"><th role="rowheader" scope="row"><span class="tier-name">{marked}<"#
            )),
            "{actions:?}"
        );
        let row = |name: &str| html.find(&format!(r#"<span class="tier-name">{name}<"#)).expect("every tier has a row");
        assert_eq!(row("Enterprise Small") < row("Basic"), pictured == "2000000", "{actions:?}");
    }
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
async fn leaving_the_field_writes_the_number_out() {
    let state = Rc::new(open("")).reduce(volume("2.5M"));
    assert_eq!(state.draft.volume, "2.5M", "nothing changes under the reader's hands");
    assert_eq!(state.clone().reduce(Action::Leave(Field::Volume)).draft.volume, "2,500,000");
    let bad = state.reduce(volume("abc")).reduce(Action::Leave(Field::Volume));
    assert_eq!(bad.draft.volume, "abc", "what is wrong stays as typed");
}

#[test]
fn a_volume_is_read_with_the_words_around_it() {
    for (text, reads, period) in [
        ("10k reads", "10000", "month"),
        ("10 000 posts", "10000", "month"),
        ("10\u{a0}000\u{a0}Posts", "10000", "month"),
        ("1 post", "1", "month"),
        ("2.5M posts a month", "2500000", "month"),
        ("10k/month", "10000", "month"),
        ("10k reads / Day", "10000", "day"),
        ("10,000 per day", "10000", "day"),
        ("10k daily", "10000", "day"),
        ("500 an hour", "500", "hour"),
        ("70k posts weekly", "70000", "week"),
        ("120,000 reads per year", "120000", "year"),
        ("2M/mo", "2000000", "month"),
        ("500 / hr", "500", "hour"),
        ("10k/d", "10000", "day"),
        ("70k per wk", "70000", "week"),
        ("120k/yr", "120000", "year"),
    ] {
        let state = after("", [volume(text)]);
        assert_eq!(state.draft.volume, text, "the field is the reader's while they type");
        let expected = format!("v1/reads={reads}/period={period}/usage=academic/months=12/prices=2023-03");
        assert_eq!(state.link().as_deref(), Some(expected.as_str()), "{text}");
        assert!(state.is_current(), "{text}");

        let left = state.reduce(Action::Leave(Field::Volume));
        let in_the_list = left.reduce(Action::ChoosePeriod(Period::Week));
        let expected = format!("v1/reads={reads}/period=week/usage=academic/months=12/prices=2023-03");
        assert_eq!(in_the_list.link().as_deref(), Some(expected.as_str()), "{text}: the period went into the list");
    }
    for text in
        ["/month", "10k per", "10k fortnightly", "10k/day/month", "10k posts per user", "10k month", "10k mo", "10k/m"]
    {
        assert!(!after("", [volume(text)]).is_current(), "{text}");
    }
}

#[test]
fn a_period_beside_a_number_is_never_taken_for_another() {
    let in_the_list = after("", [volume("10k/day"), Action::ChoosePeriod(Period::Month)]);
    assert!(!in_the_list.is_current(), "it says a day here and a month there");

    let low = |text| after("", [typed(Field::Low, text), Action::Leave(Field::Low)]);
    assert_eq!(low("10k posts a month").draft.low, "10,000");
    let another = low("10k posts a day");
    assert_eq!((another.draft.low.as_str(), another.is_current()), ("10k posts a day", false));

    let budget = |text| {
        let actions =
            [Action::ChooseDirection(Direction::Budget), typed(Field::Budget, text), Action::Leave(Field::Budget)];
        after("", actions)
    };
    assert_eq!(budget("500/month").draft.budget, "500");
    assert!(budget("$500 a month").link().expect("a link").contains("/budget=500/"));
    assert!(!budget("$500 a year").is_current());

    let month = |text| {
        let cell = [Action::ChooseMonthByMonth(true), typed(Field::Month(0), text), Action::Leave(Field::Month(0))];
        after("", cell)
    };
    assert_eq!(month("10k posts").draft.given[0], "10,000");
    assert!(!month("10k/day").is_current());
    assert!(!after("", [typed(Field::Months, "12 posts")]).is_current(), "months are no posts");
    assert_eq!(after("", [typed(Field::Months, "6 Months")]).link(), after("", [typed(Field::Months, "6")]).link());
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
            "no tier of October 2024 has a public price for that many",
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

fn typed(field: Field, text: &str) -> Action {
    Action::Type(field, text.to_owned())
}

fn after(fragment: &str, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(open(fragment)), Reducible::reduce)
}

/// What stands behind the first `start`, up to the `end` that follows.
#[track_caller]
fn between<'a>(says: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = says.split_once(start).expect("the start");
    rest.split_once(end).expect("the end").0
}

#[tokio::test]
async fn a_budget_is_answered_with_the_most_posts() {
    let page = text("", [Action::ChooseDirection(Direction::Budget), typed(Field::Budget, "$50k")]).await;
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
    let page = text("", [Action::ChooseDirection(Direction::Budget), typed(Field::Budget, "99.99")]).await;
    // A free tier without reads is within every budget.
    assert_says(&page, &["Most posts for $99.99 a month No posts The first read of a month costs $100 at Basic."]);
    let page = text("", [Action::ChooseDirection(Direction::Budget), typed(Field::Budget, "much")]).await;
    assert_says(&page, &["“much” is not a number: a budget is 0 to 1,000,000,000,000 dollars a month."]);
}

#[tokio::test]
async fn a_budget_without_posts_is_told_what_the_first_read_costs() {
    let newest = "v2/reads=5/period=month/usage=academic/months=12/budget=1/prices=2026-08";
    for budget in ["0", "0.004", "0.009"] {
        let page = text(newest, [typed(Field::Budget, budget)]).await;
        let first = "No posts The first read of a month costs $0.005 at Pay-per-use, $0.01 to the cent.";
        assert_says(&page, &[first]);
    }
    assert_says(&text(newest, [typed(Field::Budget, "0.01")]).await, &["2 posts a month for $0.01 a month"]);
    let reread = newest.replace("budget=1", "reread=3/budget=0.01");
    let first = "No posts The first post of a month takes 3 reads and costs $0.015 at Pay-per-use, $0.02 to the cent.";
    assert_says(&text(&reread, []).await, &[first]);
    let fee = "v2/reads=5/period=month/usage=academic/months=12/budget=1/tiers=!((id:ours,name:Ours,charges:!(\
               (model:flat,fee:'3'),(model:package,packagePrice:'2',packageSize:100))))/prices=2023-03";
    assert_says(&text(fee, []).await, &["No posts The first read of a month costs $5 at Ours."]);
    let closed = "v2/reads=5/period=month/usage=ai-training/months=12/budget=1/prices=2026-08";
    assert_says(&text(closed, []).await, &["No posts No tier with a public price is open to AI training."]);
}

#[tokio::test]
async fn what_a_budget_buys_can_be_asked_about() {
    let budget = [Action::ChooseDirection(Direction::Budget), typed(Field::Budget, "100")];
    let asked = after("", budget).reduce(Action::UseVolume(Reads::new(10_000).expect("reads"), Period::Month));
    assert_eq!(asked.link().as_deref(), Some("v1/reads=10000/period=month/usage=academic/months=12/prices=2023-03"));
}

#[tokio::test]
async fn usage_may_grow_or_differ_by_month() {
    let page = text("", [volume("10,000"), typed(Field::Growth, "10"), typed(Field::Months, "2")]).await;
    assert_says(&page, &["growing 10% a month", "Show the data as a table", "$84,000 over 2 months"]);

    let months = [typed(Field::Months, "3"), Action::ChooseMonthByMonth(true), typed(Field::Month(1), "5")];
    let state = after("", months.clone());
    assert_eq!(state.link().as_deref(), Some("v2/given=2000000,5,2000000/usage=academic/prices=2023-03"));
    let page = text("", months.into_iter().chain([typed(Field::Month(2), "-1")])).await;
    assert_says(
        &page,
        &["Month 3: “-1” is negative: reads are 0 or more.", "An assumption above needs mending.", "Not updated."],
    );
}

#[test]
fn the_table_of_months_begins_with_what_was_priced() {
    let table = Action::ChooseMonthByMonth(true);
    let link = |actions: Vec<Action>| after("", actions).link().expect("a link");
    let a_day = vec![volume("120,000"), Action::ChoosePeriod(Period::Day), typed(Field::Months, "2"), table.clone()];
    assert_eq!(link(a_day), "v2/given=3650000*2/usage=academic/prices=2023-03");
    let growing = vec![volume("100,000"), typed(Field::Growth, "10"), typed(Field::Months, "3"), table.clone()];
    assert_eq!(link(growing.clone()), "v2/given=100000,110000,121000/usage=academic/prices=2023-03");

    let other = [Action::ChooseMonthByMonth(false), volume("7"), typed(Field::Growth, "0"), table];
    let untouched = growing.iter().cloned().chain(other.clone()).collect();
    assert_eq!(
        link(untouched),
        "v2/given=7*3/usage=academic/prices=2023-03",
        "a table that nobody changed begins anew"
    );
    let changed = growing.into_iter().chain([typed(Field::Month(1), "5")]).chain(other).collect();
    assert_eq!(link(changed), "v2/given=100000,5,121000/usage=academic/prices=2023-03", "a changed one waits");
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
    let alike = text("", []).await;
    assert!(!alike.contains("busiest month") && !alike.contains("Month 1:"), "{alike}");
}

#[tokio::test]
async fn given_months_that_are_alike_are_not_called_different() {
    let given = "v2/given=10000*3/usage=hobby/prices=2023-03";
    let page = text(given, [typed(Field::Month(0), "x")]).await;
    assert!(!page.contains("different"), "{page}");
    let answered = "This is still the answer for 10,000 posts a month.";
    assert_says(&page, &["posts month by month, as given below, for", answered]);
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
            "$500 a month $10,692.16 a year, if the growth goes on · $500 over 1 month",
            "cheapest tier that fits each. A year is twelve months, if the growth goes on.",
            "says why. A year is twelve months, if the growth goes on.",
        ],
    );
    let report = after(&month, []).report.clone().expect("an answer");
    assert_says(
        &report_text(&report, "", NumberStyle::ENGLISH),
        &["$10,692.16 a year, if the growth goes on, $500 over"],
    );

    let own = month.replace("/prices", "/tiers=!((name:Ours,charges:!((model:flat,fee:1))))/prices");
    assert_says(&text(&own, []).await, &["Ours no read cap $1 a month · $12 a year, if the growth goes on"]);

    let page = text(&year, []).await;
    assert!(!page.contains("goes on"), "{page}");
}

#[test]
fn a_column_from_a_spreadsheet_fills_the_months() {
    let table = [typed(Field::Months, "2"), Action::ChooseMonthByMonth(true)];
    let pasted = |place, text: &str| after("", table.clone()).reduce(Action::Paste(place, text.to_owned()));
    let link = |state: &State| state.link().expect("a link");
    assert_eq!(link(&pasted(0, "1,000\r\n2k\r\n30\r\n")), "v2/given=1000,2000,30/usage=academic/prices=2023-03");
    assert_eq!(link(&pasted(1, "7\t8\t9")), "v2/given=2000000,7,8,9/usage=academic/prices=2023-03");
    assert_eq!(link(&pasted(0, "2026-01\t5\n2026-02\t6")), "v2/given=5,6/usage=academic/prices=2023-03");
    let two = "v2/given=100,200/usage=academic/prices=2023-03";
    for text in ["reads\n100\n200", "Month\tReads\r\n2026-01\t100\r\n2026-02\t200\r\n", "Reads\t100\t200"] {
        assert_eq!(link(&pasted(0, text)), two, "a header is left out of {text:?}");
    }
    for (text, first) in
        [("\n100", ""), ("–\n100", "–"), ("2026-01\tn/a\n2026-02\t100", "n/a"), ("5 users\n100", "5 users")]
    {
        let state = pasted(0, text);
        let months = [0, 1].map(|place| state.draft.text(Field::Month(place)).to_owned());
        assert_eq!(months, [first, "100"], "{text:?} begins with a month");
    }
    for text in ["5 reads\n100 posts", "5 reads\t100 posts"] {
        assert_eq!(link(&pasted(0, text)), "v2/given=5,100/usage=academic/prices=2023-03");
    }
    for (text, last) in [
        ("a\t100\nb\t200\nTotal\t300", "200"),
        ("Jan\t3\nFeb\t4\nGrand total:\t7", "4"),
        ("1\t5\n2\t6\nSUMME\t11", "6"),
    ] {
        let state = pasted(0, text);
        assert_eq!(state.draft.given.last().map(String::as_str), Some(last), "{text:?}");
        let notice = "The last pasted row sums up the others, by its name, so it was left out.";
        assert_eq!(state.notice.as_deref(), Some(notice), "{text:?}");
    }
    assert_eq!(link(&pasted(0, "Jan\t100\nTotally\t200")), two, "another word");
    let year = table.iter().cloned().chain([typed(Field::Months, "12"), Action::Paste(0, "1\n2\n3".to_owned())]);
    let year = after("", year);
    assert_eq!(link(&year), "v2/given=1,2,3,2000000*9/usage=academic/prices=2023-03");
    assert_eq!(year.notice.as_deref(), Some("The months after the first 3 stay as they were."));
    let rest = after("", table.iter().cloned().chain([Action::Paste(1, "7\n8".to_owned())]));
    assert_eq!(rest.notice, None, "whoever pastes further down knows of the others");
    let long = pasted(0, &"1\n".repeat(130));
    assert_eq!(link(&long), "v2/given=1*120/usage=academic/prices=2023-03");
    assert_eq!(
        long.notice.as_deref(),
        Some("An estimate has at most 120 months: 10 pasted values after them were left out.")
    );
    let with_total = pasted(0, &("x\t1\n".repeat(121) + "Total\t121"));
    let both = [
        "An estimate has at most 120 months: 1 pasted values after them were left out.",
        "The last pasted row sums up the others, by its name, so it was left out.",
    ];
    assert_eq!(with_total.notice, Some(both.join(" ")));
    let back = long.reduce(Action::Undo);
    assert_eq!(link(&back), "v2/given=2000000*2/usage=academic/prices=2023-03", "pasting can be taken back");
}

#[test]
fn fewer_months_on_the_way_to_more_lose_nothing() {
    let months = [typed(Field::Months, "3"), Action::ChooseMonthByMonth(true), typed(Field::Month(2), "77")];
    let state = after("", months.into_iter().chain([typed(Field::Months, "1"), typed(Field::Months, "3")]));
    assert_eq!(state.link().as_deref(), Some("v2/given=2000000*2,77/usage=academic/prices=2023-03"));
}

#[tokio::test]
async fn low_and_high_stand_beside_the_expected() {
    let page = text("", [typed(Field::Low, "10k"), typed(Field::High, "60M")]).await;
    assert_says(
        &page,
        &[
            "Low 10,000 posts a month Basic $100 $1,200 $1,200 Essential",
            "Expected 2,000,000 posts a month Enterprise Small $42,000 $504,000 $504,000 Elevated",
            "High 60,000,000 posts a month Enterprise Medium $125,000 $1,500,000 $1,500,000 not covered",
        ],
    );
    let page = text("", [typed(Field::Low, "3M")]).await;
    assert_says(&page, &["The low volume is above the expected one."]);
    let range = [typed(Field::Low, "10k"), typed(Field::High, "60M")];
    let moved = after("", range).reduce(Action::UseVolume(Reads::new(5_000).expect("reads"), Period::Month));
    assert_eq!((moved.draft.low.as_str(), moved.draft.high.as_str()), ("", "60M"));
    assert!(moved.undo.is_some(), "clearing can be taken back");
}

#[tokio::test]
async fn requests_make_a_volume() {
    let typed_in = [typed(Field::Accounts, "100"), typed(Field::Polls, "24"), typed(Field::PostsEach, "20")];
    let page = text("", typed_in.clone()).await;
    assert_says(&page, &["= 48,000 posts a day at most"]);
    let used = after("", typed_in).reduce(Action::UseRequests);
    assert_eq!(used.link().as_deref(), Some("v1/reads=48000/period=day/usage=academic/months=12/prices=2023-03"));
    let page = text("", [typed(Field::Accounts, "many")]).await;
    assert_says(&page, &["“many” is not a number: write a whole number.", "Write a whole number here."]);
}

#[tokio::test]
async fn a_term_and_a_re_read_factor_are_assumptions() {
    let entered = [typed(Field::AssumedTerm, "24"), typed(Field::RereadFactor, "2.5"), Action::Picture];
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
async fn a_total_of_a_longer_term_says_so_on_the_page_and_in_the_text() {
    let own = "tiers=!((id:own,name:Ours,charges:!((model:flat,fee:1)),readCap:1000,termMonths:24))/prices=2026-08";
    let link = format!("v2/reads=1000/period=month/low=500/usage=hobby/months=6/{own}");
    let page = text(&link, []).await;
    assert_says(
        &page,
        &["$12 a year · $24 for the 24 months of its term", "Ours $1 $12 $24 for the 24 months of its term"],
    );
    let report = after(&link, []).report.clone().expect("an answer");
    let copied = report_text(&report, "", NumberStyle::ENGLISH);
    assert_says(&copied, &["Ours: $1 a month, $12 a year, $24 for the 24 months of its term"]);
    let spend = text(&format!("v2/reads=1000/period=month/usage=hobby/months=6/budget=1/{own}"), []).await;
    assert_says(&spend, &["for $1 a month · $24 for the 24 months of its term"]);
}

#[tokio::test]
async fn a_range_that_months_leave_out_is_said() {
    let words = "Low and high volumes are left out: they go with one volume for all months.";
    let by_month = Action::ChooseMonthByMonth(true);
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

#[test]
fn starting_over_can_be_taken_back() {
    let state = after("v1/reads=7/period=day/usage=hobby/months=3/prices=2026-08", [Action::Reset]);
    assert_eq!(state.link().as_deref(), Some("v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03"));
    let back = state.reduce(Action::Undo);
    assert_eq!(back.link().as_deref(), Some("v1/reads=7/period=day/usage=hobby/months=3/prices=2026-08"));
}

#[test]
fn a_link_that_was_only_opened_is_not_kept_for_the_next_visit() {
    let link = "v1/reads=7/period=day/usage=hobby/months=3/prices=2026-08";
    assert!(open("").own_link().is_some());
    let opened = Rc::new(open(link));
    assert_eq!(opened.own_link(), None);
    assert!(opened.reduce(volume("8")).own_link().is_some());
    let last = State::open("", Some(link), NumberStyle::ENGLISH, None);
    assert_eq!(last.link().as_deref(), Some(link), "the last estimate is restored");
    let unreadable = State::open("", Some("v9/strange"), NumberStyle::ENGLISH, None);
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
async fn numbers_follow_the_reader_s_style() {
    let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    let choose = || Action::Choose(quota_calculator::app::settings::Settings::default(), german);
    let page = text("", [choose()]).await;
    assert_says(&page, &["42.000 $ a month", "21,00 $ per 1.000 reads", "4 % of its 50.000.000 read cap used"]);
    let state = after("", [choose()]);
    assert_eq!(state.draft.volume, "2.000.000", "the field is written anew");
    assert_eq!(state.reduce(volume("2,5M")).link().expect("a link").split('/').nth(1), Some("reads=2500000"));
    let wrong = after("", [volume("abc"), Action::Type(Field::Growth, "2.5".to_owned()), choose()]);
    assert_eq!(wrong.draft.volume, "abc", "what is wrong stays as typed");
    assert_eq!(wrong.draft.growth, "2,5", "what is right is written anew beside it");
    assert!(wrong.problems.of(Field::Growth).is_none());
    let above = after("", [typed(Field::Low, "3,000,000"), choose()]);
    assert!(above.problems.of(Field::Low).is_some_and(|problem| problem.contains("above")), "still for what it is");
    assert_eq!(above.draft.low, "3.000.000", "what is a number, but out of bounds, stays that number");
}

#[tokio::test]
async fn the_prices_age_is_said_where_the_date_is_known() {
    let today = "2028-01-01".parse().expect("a date");
    let state = State::open("", None, NumberStyle::ENGLISH, Some(today));
    let props = PageProps {
        state: Rc::new(state),
        on_action: Callback::noop(),
        on_command: Callback::noop(),
        on_settings: Callback::noop(),
    };
    let html = LocalServerRenderer::<Page>::with_props(props).hydratable(false).render().await;
    assert!(html.contains("notice-strong"));
}
