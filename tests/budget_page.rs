//! The Project budget page: what its form makes of what is typed, and what it shows.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod rendered;

use std::rc::Rc;

use quota_calculator::app::budget::{BudgetAction, BudgetField, BudgetState, NewPhase, Planned, describe};
use quota_calculator::format::{BudgetOutline, NumberStyle};
use quota_calculator::pricing::{Date, UsageType};
use quota_calculator::project::budget::CostedProposal;
use quota_calculator::project::{FoundPlans, PlanChoice};
use quota_calculator::view::budget::{BudgetPage, BudgetPageProps};
use rendered::{assert_says, text};
use yew::{Callback, LocalServerRenderer, Reducible};

const STYLE: NumberStyle = NumberStyle::ENGLISH;

const STARTING: &str = "b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=by-date";

fn today() -> Date {
    "2026-11-24".parse().expect("a day")
}

fn open(fragment: &str) -> BudgetState {
    planned(BudgetState::open(fragment, None, STYLE, today()))
}

/// The same state once the schedules for it are found.
fn planned(state: BudgetState) -> BudgetState {
    let planned = Planned::new(state.proposal.project.clone());
    after(state, [BudgetAction::Planned(Rc::new(planned))])
}

/// Chooses the funder of that name.
fn choose_funder(id: &str) -> BudgetAction {
    let found = quota_calculator::funder_profiles().iter().find(|funder| funder.id.as_str() == id);
    BudgetAction::ChooseFunder(found.expect("a profile"))
}

/// The schedules that a state shows.
fn shown(state: &BudgetState) -> &Planned {
    state.planned.as_ref().expect("schedules")
}

fn typed(field: BudgetField, text: &str) -> BudgetAction {
    BudgetAction::Type(field, text.to_owned())
}

/// The state after some acts.
fn after(state: BudgetState, actions: impl IntoIterator<Item = BudgetAction>) -> BudgetState {
    let end = actions.into_iter().fold(Rc::new(state), BudgetState::reduce);
    BudgetState::clone(&end)
}

async fn rendered(state: BudgetState) -> String {
    let props = BudgetPageProps {
        state,
        page: "https://example.com/budget.html".into(),
        on_action: Callback::noop(),
        on_command: Callback::noop(),
        on_settings: Callback::noop(),
    };
    LocalServerRenderer::<BudgetPage>::with_props(props).hydratable(false).render().await
}

fn link(state: &BudgetState) -> String {
    assert!(state.is_current(), "{:?}", state.problems);
    state.link()
}

#[test]
fn a_new_visitor_finds_a_project_to_start_from() {
    let state = open("");
    assert_eq!(link(&state), STARTING);
    assert_eq!(state.own_link().as_deref(), Some(STARTING), "it is kept for the next visit");
}

#[test]
fn the_last_budget_is_restored_and_a_damaged_one_is_not() {
    let last = "b1/start=2027-03-01/phases=5*1/usage=hobby/prices=2026-04";
    let reopened = BudgetState::open("", Some(last), STYLE, today());
    assert_eq!(link(&reopened), last);
    assert_eq!(link(&BudgetState::open("", Some("b9/later"), STYLE, today())), STARTING);
}

#[test]
fn a_link_opens_the_same_project_and_is_not_kept() {
    let shared = "b1/start=2027-03-01/phases=Pilot*1000*1,Collection*2000000*6/usage=academic/reread=1.5/term=12\
                  /limit=90000/plan=fastest/funder=nsf/inflation=3/contingency=10/indirect=55/prices=2023-03";
    let state = open(shared);
    assert_eq!(link(&state), shared);
    assert_eq!(state.own_link(), None, "opening it makes it nobody's own");
    let renamed = after(state, [typed(BudgetField::Name(0), "Trial")]);
    assert!(renamed.own_link().is_some_and(|own| own.contains("Trial*1000*1")));
}

#[test]
fn a_damaged_link_says_why_and_loses_nothing() {
    for (fragment, reason) in [
        ("b1/start=2026-12-01", "a part is missing: phases, usage, prices"),
        ("b7/start=2026-12-01", "its version is b7, which this calculator doesn't know; a newer one may have made it"),
        ("nonsense", "it doesn't begin with a version, like v1"),
    ] {
        let state = open(fragment);
        assert_eq!(state.damaged_link.as_deref(), Some(reason));
        assert_eq!(state.address(), None, "the address keeps the link as it came");
        let mended = after(state, [typed(BudgetField::Posts(0), "5M")]);
        assert_eq!(mended.damaged_link, None);
        assert!(mended.address().is_some());
    }
}

#[test]
fn an_estimate_becomes_a_project() {
    let state = open("v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03");
    assert_eq!(link(&state), "b1/start=2026-12-01/phases=24000000*12/usage=academic/prices=2023-03");
    let bought = open("v2/reads=2000000/period=month/usage=academic/months=12/budget=100/prices=2023-03");
    assert_eq!(link(&bought), "b1/start=2026-12-01/phases=120000*12/usage=academic/prices=2023-03", "what $100 buys");
}

#[test]
fn numbers_are_typed_as_people_write_them() {
    let state = after(
        open(""),
        [
            typed(BudgetField::Posts(0), "2.5M"),
            BudgetAction::Leave(BudgetField::Posts(0)),
            typed(BudgetField::Months(0), "3"),
            typed(BudgetField::Start, "2027-01-15"),
            typed(BudgetField::Limit, "42k"),
            BudgetAction::Leave(BudgetField::Limit),
            BudgetAction::ChooseUsageType(UsageType::Hobby),
            BudgetAction::ChoosePlan(PlanChoice::WithinLimit),
        ],
    );
    assert_eq!(state.draft.phases[0].posts, "2,500,000");
    assert_eq!(state.draft.limit, "42,000");
    let expected = "b1/start=2027-01-15/phases=2500000*3/usage=hobby/limit=42000/plan=within-limit/prices=by-date";
    assert_eq!(link(&state), expected);
}

#[test]
fn what_is_entered_shows_at_once_and_the_schedules_follow() {
    let typing = after(open(""), [typed(BudgetField::Posts(0), "5M")]);
    assert!(typing.is_behind());
    assert_eq!(shown(&typing).project.posts(), 10_000_000, "the schedules of the project from before still stand");
    let found = Rc::new(Planned::new(typing.proposal.project.clone()));
    let followed = planned(typing.clone());
    assert!(!followed.is_behind());
    assert_eq!(shown(&followed).project.posts(), 5_000_000);
    let gone_on = after(typing, [typed(BudgetField::Posts(0), "6M"), BudgetAction::Planned(found)]);
    assert!(gone_on.is_behind());
    assert_eq!(shown(&gone_on).project.posts(), 10_000_000, "what comes too late is of no use any more");
}

#[test]
fn schedules_stay_until_those_of_an_opened_link_are_found() {
    let opened = after(open(""), [BudgetAction::Open(PHASES.to_owned(), today())]);
    assert!(opened.is_behind());
    assert_eq!(shown(&opened).project.posts(), 10_000_000);
    assert!(!planned(opened).is_behind());
}

#[tokio::test]
async fn before_the_first_schedules_the_free_era_answers_alone() {
    let state = BudgetState::open(STARTING, None, STYLE, today());
    assert!(state.is_behind() && state.planned.is_none());
    let html = rendered(state).await;
    assert_says(
        &text(&html),
        &["Cheapest schedule Being worked out The same posts in the free era:", "Working out the schedules…"],
    );
    assert!(!html.contains("id=\"plans\"") && !html.contains("id=\"budget-figures\""));
}

#[tokio::test]
async fn the_cheapest_schedule_comes_before_the_others() {
    let first = |fragment: &str| {
        let state = BudgetState::open(fragment, None, STYLE, today());
        let project = state.proposal.project.clone();
        let found = FoundPlans::cheapest(quota_calculator::catalogue(), &project).expect("amounts");
        let state = after(state, [BudgetAction::Planned(Rc::new(Planned::of_found(project, &found)))]);
        assert!(!state.is_behind() && state.is_planning());
        state
    };
    let limited = STARTING.replace("/prices", "/limit=60000/prices");
    let state = first(&limited);
    assert_says(
        &text(&rendered(state.clone()).await),
        &[
            "Cheapest schedule: Pay-per-use $50,000 in all",
            "Within your limit of $60,000, with $10,000 to spare. The same posts",
            "Working out the schedules…",
            "Fastest being worked out",
            "Most posts within the limit being worked out",
            "The budget in USD",
        ],
    );
    let whole = planned(state);
    assert!(!whole.is_planning());
    let page = text(&rendered(whole).await);
    assert!(!page.contains("worked out") && !page.contains("Working out"));
    assert_says(
        &text(&rendered(first(&limited.replace("/prices", "/plan=fastest/prices"))).await),
        &["Fastest schedule Being worked out", "The budget follows as soon as the schedule is worked out."],
    );
}

#[track_caller]
fn case(field: BudgetField, text: &str, sentence: &str) {
    let state = after(open(""), [typed(field, text)]);
    assert_eq!(state.problems.of(field), Some(sentence));
    assert_eq!(state.link(), STARTING, "the last good one stands");
    assert_eq!(state.own_link(), None);
}

#[test]
fn wrong_fields_say_their_rule() {
    case(BudgetField::Posts(0), "", "How many posts? Write digits, like 2,500,000, or 2.5M or 10k.");
    case(BudgetField::Posts(0), "-3", "“-3” is negative: reads are 0 or more.");
    case(BudgetField::Months(0), "0", "“0” months can’t be priced: use a whole number from 1 to 120.");
    case(BudgetField::Start, "soon", "Choose the day on which the collection starts, like 2026-12-01.");
    case(BudgetField::Start, "2019-12-31", "A project starts between 2020-01-01 and 2099-12-31.");
    case(
        BudgetField::Limit,
        "lots",
        "“lots” is not a number: a limit is 0 to 1,000,000,000,000 dollars, or empty for none.",
    );
    case(BudgetField::Inflation, "201", "“201” doesn’t fit: a percentage is 0 to 200, with at most 4 decimal places.");
    case(
        BudgetField::OtherCosts,
        "-1",
        "“-1” doesn’t fit: other costs are 0 to 1,000,000,000,000 a year, with at most 4 decimal places.",
    );
    case(BudgetField::Currency, "EURO", "Write the three letters of a currency, like EUR; USD for dollars.");
    case(
        BudgetField::RereadFactor,
        "0",
        "“0” doesn’t fit: a post is read 0.0001 to 1,000 times, with at most 4 decimal places.",
    );
    case(BudgetField::AssumedTerm, "121", "“121” months can’t be priced: use a whole number from 1 to 120.");
}

#[test]
fn a_funder_with_a_currency_of_its_own_asks_for_the_rate() {
    let chosen = after(open(""), [choose_funder("horizon-europe")]);
    assert_eq!(chosen.problems.of(BudgetField::Rate), Some("What does one US dollar buy? Write it like 0.92."));
    let rated = after(chosen, [typed(BudgetField::Rate, "0.92")]);
    assert_eq!(
        link(&rated),
        "b1/start=2026-12-01/phases=10000000*8/usage=academic/funder=horizon-europe/rate=EUR*0.92*2026-11-24/prices=by-date"
    );
    let dollars = after(rated, [typed(BudgetField::Currency, "usd")]);
    assert_eq!(
        dollars.problems.of(BudgetField::Currency),
        Some("ERC / Horizon Europe budgets are in EUR: write EUR here, or choose another funder.")
    );
}

#[test]
fn other_costs_are_asked_for_where_a_limit_counts_them() {
    let entered = after(
        open(""),
        [
            choose_funder("nih-detailed"),
            typed(BudgetField::OtherCosts, "180k"),
            BudgetAction::Leave(BudgetField::OtherCosts),
        ],
    );
    assert_eq!(entered.draft.terms.other_costs, "180,000");
    let link = link(&entered);
    assert_eq!(
        link,
        "b1/start=2026-12-01/phases=10000000*8/usage=academic/funder=nih-detailed/other=180000/prices=by-date"
    );
    assert_eq!(open(&link).draft.terms.other_costs, "180,000");
    let emptied = after(entered, [typed(BudgetField::OtherCosts, " ")]);
    assert!(!emptied.link().contains("/other="));
}

#[tokio::test]
async fn other_costs_have_a_field_only_where_they_count_or_stand() {
    let page = async |terms: &str| rendered(open(&STARTING.replace("/prices", &format!("{terms}/prices")))).await;
    let counted = page("/funder=nih-modular").await;
    assert!(counted.contains("id=\"other\""));
    assert_says(&text(&counted), &["For the funder’s limits; no part of this budget."]);
    assert!(!page("/funder=nsf").await.contains("id=\"other\""));
    let left = page("/funder=nsf/other=5000.5").await;
    assert!(left.contains("id=\"other\"") && left.contains("value=\"5000.50\""));
    assert_says(
        &text(&left),
        &[
            "This funder has no limit that counts them.",
            "The funder has no limit that counts other direct costs, so the $5,000.50 a year aren’t used.",
        ],
    );
}

#[test]
fn phases_are_added_moved_and_removed_with_a_way_back() {
    let three = after(open(""), [BudgetAction::AddPhase(NewPhase::Pilot), BudgetAction::AddPhase(NewPhase::Refresh)]);
    assert_eq!(
        link(&three),
        "b1/start=2026-12-01/phases=Pilot*10000*1,Collection*10000000*8,Refresh*100000*1/usage=academic/prices=by-date"
    );
    assert_eq!(three.focus.as_ref().map(|focus| focus.id.as_str()), Some("posts-3"));
    let moved = after(three.clone(), [BudgetAction::MovePhaseDown(0)]);
    assert!(link(&moved).contains("phases=Collection*10000000*8,Pilot*10000*1,Refresh"));
    assert_eq!(moved.notice.as_deref(), Some("“Pilot” is now in place 2."));
    let back = after(moved.clone(), [BudgetAction::MovePhaseUp(1)]);
    assert_eq!(link(&back), link(&three));
    assert_eq!(link(&after(moved.clone(), [BudgetAction::MovePhaseUp(0)])), link(&moved), "the first stays");
    let removed = after(three.clone(), [BudgetAction::RemovePhase(1)]);
    assert_eq!(removed.undo.as_ref().map(|undo| undo.sentence.as_str()), Some("“Collection” was removed."));
    assert_eq!(link(&after(removed, [BudgetAction::Undo])), link(&three));
    let long = after(three, [typed(BudgetField::Months(1), "119"), typed(BudgetField::Inflation, "lots")]);
    let sentence = "All phases together: 121 months are too many, at most 120 are priced.";
    assert_eq!(long.problems.of(BudgetField::Months(2)), Some(sentence));
    assert!(long.problems.of(BudgetField::Inflation).is_some(), "no problem hides another");
}

#[test]
fn there_is_room_for_twelve_phases() {
    let adding = std::iter::repeat_n(BudgetAction::AddPhase(NewPhase::Other), 20);
    assert_eq!(after(open(""), adding).draft.phases.len(), 12);
}

#[test]
fn own_tiers_come_along_and_can_be_removed() {
    let with_tier = "v2/reads=2000000/period=month/usage=academic/months=12\
                     /tiers=!((id:ours,name:Ours,charges:!((model:flat,fee:100))))/prices=2023-03";
    let state = open(with_tier);
    assert!(link(&state).contains("/tiers=!((id:ours"));
    let id = state.draft.own_tiers[0].id.clone();
    let removed = after(state.clone(), [BudgetAction::RemoveTier(id)]);
    assert!(!link(&removed).contains("/tiers="));
    assert_eq!(removed.undo.as_ref().map(|undo| undo.sentence.as_str()), Some("Your own tier Ours was removed."));
    assert_eq!(link(&after(removed, [BudgetAction::Undo])), link(&state));
}

#[test]
fn starting_over_can_be_taken_back() {
    let changed = after(open(""), [typed(BudgetField::Posts(0), "5")]);
    let reset = after(changed.clone(), [BudgetAction::Reset]);
    assert_eq!(link(&reset), STARTING);
    assert_eq!(link(&after(reset, [BudgetAction::Undo])), link(&changed));
}

#[test]
fn opening_what_is_shown_changes_nothing() {
    let state = after(open(""), [typed(BudgetField::Posts(0), "7M")]);
    let shown = state.link();
    assert_eq!(after(state.clone(), [BudgetAction::Open(shown, today())]), state);
    let other = after(state, [BudgetAction::OpenSaved(STARTING.to_owned())]);
    assert_eq!(link(&other), STARTING);
    assert!(other.is_own, "what is saved is the reader's own");
    assert!(link(&after(other, [BudgetAction::Undo])).contains("phases=7000000*8"));
}

#[test]
fn a_link_is_described_in_a_few_words() {
    assert_eq!(
        describe(STARTING),
        Ok("10,000,000 posts within 8 months for academic research, from 2026-12-01".to_owned())
    );
    assert_eq!(
        describe("b1/start=2027-01-01/phases=Pilot*5*1,6*2/usage=hobby/prices=2023-03"),
        Ok("11 posts in 2 phases within 3 months for a hobby project, from 2027-01-01, at the prices of March 2023"
            .to_owned())
    );
    assert_eq!(describe("b1"), Err("a part is missing: start, phases, usage, prices".to_owned()));
}

const PHASES: &str = "b1/start=2023-04-10/phases=Pilot*10000*1,Collection*10000000*16,Refresh*300000*4/usage=academic\
                      /limit=50000/funder=horizon-europe/contingency=10/indirect=40/rate=EUR*0.92*2026-11-20/prices=by-date";

#[tokio::test]
async fn the_answer_stands_beside_the_free_eras() {
    let page = text(&rendered(open("b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=2023-03")).await);
    assert_says(
        &page,
        &[
            "Cheapest schedule: Enterprise Small $42,000 in all 1 month bought · $4.20 per 1,000 posts · all posts there by \
             2026-12-31",
            "The same posts in the free era: Elevated access $0 in all Its programmes brought as many posts for nothing: \
             Essential in 20 months, Elevated in 5 months, Academic Research in 1 month.",
            "Burst month at Enterprise Small in month 1, then stop: assumes no minimum term, which is not public.",
            "Proven: no schedule costs less.",
        ],
    );
}

#[tokio::test]
async fn phases_limits_and_funders_are_on_the_page() {
    let page = text(&rendered(open(PHASES)).await);
    assert_says(
        &page,
        &[
            "We want to collect posts in these phases, starting on",
            "Within your limit of $50,000, with $2,900 to spare.",
            "Most posts within the limit",
            "Months 3 to 17 2023-06-10 to 2024-09-09 “Collection” nothing is bought",
            "The budget in EUR",
            "The budget in USD",
            "Direct costs",
            "The funder pays no contingency, so the 10% aren’t used.",
            "What is paid for",
            "Independent estimate, not an offer.",
        ],
    );
}

#[tokio::test]
async fn a_year_in_advance_at_a_disputed_price_says_so() {
    let page = text(&rendered(open("b1/start=2024-12-01/phases=180000*12/usage=academic/prices=2024-10")).await);
    assert_says(
        &page,
        &[
            "$2,100 for twelve months in advance",
            "The price of Basic is disputed or rests on little.",
            "The price of Basic is that of October 2024 (third party, low confidence, source S50).",
        ],
    );
}

#[tokio::test]
async fn every_outlet_says_what_the_page_says() {
    for (choice, fragment) in PlanChoice::ALL.map(|choice| {
        let plan = if choice == PlanChoice::Cheapest { String::new() } else { format!("/plan={}", choice.id()) };
        (choice, PHASES.replace("/funder", &(plan + "/funder")))
    }) {
        let state = open(&fragment);
        assert_eq!(state.proposal.choice, choice);
        let html = rendered(state.clone()).await;
        let page = text(&html);
        // Spaces of every kind are folded on the page.
        let folded = |words: &str| words.replace('\u{a0}', " ");
        let plans = shown(&state).plans.as_ref().expect("plans");
        let costed =
            CostedProposal::from_plans(quota_calculator::catalogue(), &state.proposal, plans).expect("a budget");
        let outline = BudgetOutline::new(quota_calculator::catalogue(), &costed.report(today()), STYLE);
        for table in &outline.tables {
            for row in &table.rows {
                let cells = row.years.iter().map(|cell| (cell.amount, cell.arithmetic.as_str()));
                for (amount, arithmetic) in cells.chain([(row.total, "")]) {
                    let said = format!("{} {arithmetic}", STYLE.amount(amount, table.currency));
                    assert_says(&page, &[folded(&said).trim()]);
                }
            }
        }
        for (heading, words) in &outline.justification {
            assert_says(&page, &[*heading, &folded(words)]);
        }
        for warning in &outline.warnings {
            assert_says(&page, &[&folded(warning)]);
        }
        assert!(rendered::unescaped(&html).contains(&format!("data-spreadsheet=\"{fragment}\"")), "{choice:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_collected_says_why_and_has_no_budget() {
    for (fragment, reason) in [
        (
            "b1/start=2023-04-10/phases=900000000*1/usage=academic/prices=2023-03",
            "900,000,000 reads are needed for the collection, and in its months at most 200,000,000 can be read, most of them \
             at Enterprise Large. Give it more months, or ask the seller for custom terms.",
        ),
        (
            "b1/start=2023-04-10/phases=5*1,Late*900000000*1/usage=academic/prices=2023-03",
            "900,000,000 reads are needed for “Late”",
        ),
    ] {
        let page = text(&rendered(open(fragment)).await);
        assert_says(&page, &["No schedule", reason, "Without a schedule there is no budget."]);
    }
}

#[tokio::test]
async fn a_wrong_field_leaves_the_last_good_answer_marked() {
    let state = after(open(""), [typed(BudgetField::Months(0), "0")]);
    let html = rendered(state).await;
    let page = text(&html);
    assert_says(
        &page,
        &[
            "Not updated. This is still the answer for 10,000,000 posts within 8 months for academic research, from \
             2026-12-01.",
            "“0” months can’t be priced",
        ],
    );
    assert!(html.contains("aria-label=\"Last good answer, not updated\""));
    assert!(html.contains("id=\"months-1\"") && html.contains("aria-invalid=\"true\""));
}

#[test]
fn the_part_of_the_form_that_is_right_is_followed() {
    for (actions, is_project_current, link) in [
        (
            [choose_funder("horizon-europe"), typed(BudgetField::Posts(0), "5M")],
            true,
            STARTING.replace("10000000", "5000000"),
        ),
        (
            [typed(BudgetField::Inflation, "lots"), BudgetAction::ChoosePlan(PlanChoice::Fastest)],
            true,
            STARTING.replace("/prices", "/plan=fastest/prices"),
        ),
        (
            [typed(BudgetField::Posts(0), ""), typed(BudgetField::Contingency, "10")],
            false,
            STARTING.replace("/prices", "/contingency=10/prices"),
        ),
        ([typed(BudgetField::Start, "soon"), typed(BudgetField::Currency, "EURO")], false, STARTING.to_owned()),
    ] {
        let state = after(open(""), actions);
        assert!(!state.is_current());
        assert_eq!(state.is_project_current(), is_project_current, "{link}");
        assert_eq!((state.link(), state.own_link()), (link, None), "it isn't kept before it is mended");
    }
}

#[tokio::test]
async fn only_what_depends_on_the_wrong_field_is_marked() {
    let marked = async |field| {
        let html = rendered(after(open(""), [typed(field, "lots")])).await;
        let (before, figures) = html.split_once("<section aria-labelledby=\"budget-figures\"").expect("the figures");
        [before.contains("answers-stale"), before.contains("Not updated."), figures.contains("Not updated.")]
    };
    for field in [BudgetField::IndirectRate, BudgetField::Contingency, BudgetField::Inflation, BudgetField::OtherCosts]
    {
        assert_eq!(marked(field).await, [false, false, true], "{field:?}");
    }
    for field in [BudgetField::Posts(0), BudgetField::Start, BudgetField::Limit, BudgetField::RereadFactor] {
        assert_eq!(marked(field).await, [true; 3], "{field:?}");
    }
}

#[tokio::test]
async fn figures_of_another_funder_say_so_and_cannot_be_taken_away() {
    let html = rendered(after(open(""), [choose_funder("horizon-europe")])).await;
    assert_says(
        &text(&html),
        &["Not updated. A field above needs mending. These are still the figures for the funder profile Plain, in USD"],
    );
    assert!(!html.contains("id=\"exports\""), "a file would say what the form doesn't");
    let copy = html.split_once("id=\"copy-justification\"").expect("the button").1;
    assert!(copy.split_once('>').expect("a tag").0.contains("disabled"), "and so would a copied text");
    assert!(rendered(open("")).await.contains("id=\"exports\""));
}

#[tokio::test]
async fn while_the_schedules_are_worked_out_the_page_says_so() {
    let page = text(&rendered(after(open(""), [typed(BudgetField::Posts(0), "5M")])).await);
    assert_says(&page, &["Working out the schedules…", "$50,000"]);
}

#[tokio::test]
async fn texts_of_a_link_are_shown_as_text() {
    let html = rendered(open("b1/start=2026-12-01/phases=%3Cimg+src%3Dx%3E*5*1,6*2/usage=hobby/prices=2023-03")).await;
    assert!(!html.contains("<img"), "{html}");
    assert_says(&text(&html), &["“<img src=x>”"]);
}

#[tokio::test]
async fn a_damaged_link_is_said_on_the_page() {
    let page = text(&rendered(open("b1/start=2026-12-01")).await);
    assert_says(&page, &["This link can’t be opened: a part is missing: phases, usage, prices."]);
}
