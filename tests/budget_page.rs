//! What the Project budget page shows.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod budget_states;
mod rendered;

use std::rc::Rc;

use budget_states::{PHASES, STARTING, STYLE, after, choose_funder, open, planned, rendered, shown, today, typed};
use quota_calculator::app::budget::{BudgetAction, BudgetField, BudgetState, Planned};
use quota_calculator::format::BudgetOutline;
use quota_calculator::project::budget::CostedProposal;
use quota_calculator::project::{FoundPlans, PlanChoice};
use rendered::{assert_says, text};

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
    let one = text(&rendered(open("b1/start=2026-12-01/phases=10000000*1/usage=academic/prices=2023-03")).await);
    assert_says(&one, &["The schedule by month The one month costs $42,000."]);
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
            "Months 3 to 17 2023-06-10 to 2024-09-09 Collection none 0 $0 nothing is bought",
            "rounded half up, once, to whole units of the currency, and to the cent in US dollars, so that",
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
async fn a_limit_is_one_on_access() {
    let link =
        "b1/start=2026-12-01/phases=4000000*8/usage=academic/limit=20000/contingency=10/indirect=50/prices=by-date";
    let page = text(&rendered(open(link)).await);
    assert_says(
        &page,
        &[
            "and spend at most $ on access.",
            "Within your limit of $20,000, with $0 to spare.",
            "Access is within your limit of $20,000, which counts nothing else: the whole budget comes to $33,000.",
        ],
    );
    let over = "b1/start=2026-12-01/phases=A*5000000*6,B*5000000*6/usage=academic/limit=30000/prices=by-date";
    assert_says(
        &text(&rendered(open(over)).await),
        &[
            "Over your limit of $30,000 by $20,000. Within it are 6,000,000 of 10,000,000 posts: \
             1,000,000 of 5,000,000 in “B”. Budget for these instead",
            "Most posts within the limit 6,000,000 posts",
        ],
    );
    let plain = text(&rendered(open(&link.replace("/contingency=10/indirect=50", ""))).await);
    assert!(!plain.contains("which counts nothing else"), "{plain}");
}

#[tokio::test]
async fn terms_of_the_free_era_that_were_not_checked_are_said_to_be_so() {
    let page = async |usage: &str| {
        let tiers = "!((id:ours,name:Ours,charges:!((model:flat,fee:100))))";
        let link = format!("b1/start=2026-12-01/phases=10000000*8/usage={usage}/tiers={tiers}/prices=by-date");
        text(&rendered(open(&link)).await)
    };
    assert_says(
        &page("ai-training").await,
        &[
            "Elevated in 5 months, Academic Research in 1 month. Whether the terms of Essential, Elevated and Academic Research \
             allowed AI training was not checked.",
            "Until spring 2023 the seller gave the same posts free of charge: with Elevated access (2,000,000 reads a month) in \
             5 months, or with Academic Research access (10,000,000 reads a month) in 1 month they would have cost $0. \
             Essential access (500,000 reads a month) would have taken 20 months, which is too slow. Whether the terms \
             of Essential, Elevated and Academic Research allowed AI training was not checked.",
        ],
    );
    let research = page("academic").await;
    assert_says(&research, &["the seller gave the same posts for academic research free of charge: with Elevated"]);
    assert!(!research.contains("was not checked"), "{research}");
}

#[tokio::test]
async fn a_tier_of_ones_own_has_no_price_book() {
    let tiers = "!((id:ours,name:Ours,charges:!((model:flat,fee:100))))";
    let link = format!("b1/start=2026-12-01/phases=10000000*8/usage=academic/tiers={tiers}/prices=by-date");
    let page = text(&rendered(open(&link)).await);
    assert_says(&page, &["10,000,000 reads, $100, entered by you", "Ours entered by you 10,000,000 $100"]);
    assert!(!page.contains("at the prices of August 2026") && !page.contains("Ours prices of"), "{page}");
    let public = text(&rendered(open(STARTING)).await);
    assert_says(
        &public,
        &["10,000,000 reads, $50,000, at the prices of August 2026", "Pay-per-use prices of August 2026 3,000,000"],
    );
}

#[tokio::test]
async fn a_year_in_advance_at_a_disputed_price_says_so() {
    let page = text(&rendered(open("b1/start=2024-12-01/phases=180000*12/usage=academic/prices=2024-10")).await);
    assert_says(
        &page,
        &[
            "180,000 reads, $2,100, at the prices of October 2024 third party",
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
            "900,000,000 reads are needed for the collection, and in its months at most 200,000,000 can be read, the most in a \
             month at Enterprise Large. Give it 5 months, or ask the seller for custom terms.",
        ),
        (
            "b1/start=2023-04-10/phases=5*1,Late*900000000*1/usage=academic/prices=2023-03",
            "900,000,000 reads are needed for “Late”",
        ),
    ] {
        let html = rendered(open(fragment)).await;
        let page = text(&html);
        assert_says(&page, &["No schedule", reason, "Without a schedule there is no budget.", "Every tier by itself"]);
        assert!(!html.contains("id=\"plan-") && !page.contains("there is none"), "there is nothing to choose from");
    }
}

#[tokio::test]
async fn no_posts_are_no_choice() {
    let closed = "b1/start=2026-12-01/phases=10000000*8/usage=ai-training/limit=20000/prices=by-date";
    let small = "b1/start=2026-12-01/phases=10000000*8/usage=academic/limit=0/prices=by-date";
    for (fragment, says, has_choice) in [
        (closed, "Without a schedule there is no budget.", false),
        (small, "Over your limit of $0 by $50,000. The same posts", true),
    ] {
        let html = rendered(open(fragment)).await;
        let page = text(&html);
        assert_says(&page, &[says]);
        assert!(!page.contains("nothing to buy") && !html.contains("id=\"plan-within-limit\" checked"), "{page}");
        assert_eq!(html.contains("id=\"plans\""), has_choice, "{fragment}");
    }
}

#[tokio::test]
async fn without_posts_there_is_nothing_to_plan_yet() {
    for phases in ["0*8", "A*0*2,B*0*3"] {
        for limit in ["", "/limit=5000"] {
            let link = format!("b1/start=2026-12-01/phases={phases}/usage=academic{limit}/prices=by-date");
            let html = rendered(open(&link)).await;
            let page = text(&html);
            assert_says(
                &page,
                &["This project Nothing to collect yet", "Once there are posts to collect, they get a budget."],
            );
            for id in ["plans", "schedule", "months", "justification", "budget-figures", "exports"] {
                assert!(!html.contains(&format!("id=\"{id}\"")), "{link} has no {id}");
            }
            assert!(!page.contains("Proven") && !page.contains("Every tier by itself"), "{page}");
        }
    }
}

#[tokio::test]
async fn what_a_limit_buys_can_be_chosen_in_the_answer() {
    let link = "b1/start=2026-12-01/phases=A*5000000*6,B*5000000*6/usage=academic/limit=30000/prices=by-date";
    let html = rendered(open(link)).await;
    assert!(html.contains("id=\"choose-within-limit\""));
    let chosen = after(open(link), [BudgetAction::ChoosePlan(PlanChoice::WithinLimit)]);
    assert_eq!(chosen.focus.as_ref().map(|focus| focus.id.as_str()), Some("plan-within-limit"), "the button is gone");
    assert!(!rendered(chosen).await.contains("id=\"choose-within-limit\""));
}

#[tokio::test]
async fn a_fastest_schedule_that_costs_no_more_is_said_in_the_answer() {
    let sooner = "The fastest schedule costs the same and has all posts 4 months sooner.";
    let said = async |link: &str| text(&rendered(open(link)).await).contains(sooner);
    let apart = "b1/start=2026-12-01/phases=A*5000000*6,B*5000000*6/usage=academic/prices=by-date";
    assert!(said(apart).await);
    assert!(!said(&apart.replace("/prices", "/plan=fastest/prices")).await, "it is chosen already");
    assert!(!said(STARTING).await, "it is the same");
    assert!(!said(&apart.replace("by-date", "2023-03")).await, "it costs more or ends as late");
}

#[tokio::test]
async fn fewer_posts_within_the_limit_can_be_chosen_where_all_of_them_cannot_be_collected() {
    let html = rendered(open("b1/start=2026-12-01/phases=10000000*2/usage=academic/limit=20000/prices=by-date")).await;
    let page = text(&html);
    assert_says(
        &page,
        &["No schedule", "Most posts within the limit 4,000,000 posts · Pay-per-use", "Cheapest there is none"],
    );
    assert!(html.contains("id=\"plan-within-limit\""));
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

#[tokio::test]
async fn what_is_wrong_in_the_panel_is_said_outside_of_it() {
    let no_number = "“x” is not a number of months: use a whole number from 1 to 120.";
    let term = typed(BudgetField::AssumedTerm, "x");
    for (actions, sentence) in [
        (vec![term.clone()], format!("An assumption above needs mending. {no_number}")),
        (
            vec![typed(BudgetField::RereadFactor, "?"), term],
            "Some assumptions above need mending. One of them: “?”".to_owned(),
        ),
    ] {
        assert_says(&text(&rendered(after(open(""), actions)).await), &[&sentence]);
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
async fn other_posts_than_planned_are_said_in_the_answer() {
    for (planned, says) in [
        (10_000_000, "$20,000 in all 4,000,000 of 10,000,000 posts · 2 months bought"),
        (4_000_000, "$20,000 in all 2 months bought"),
        (3_000_000, "$20,000 in all 4,000,000 posts · 2 months bought"),
    ] {
        let link = format!(
            "b1/start=2026-12-01/phases={planned}*8/usage=academic/limit=20000/plan=within-limit/prices=by-date"
        );
        let page = text(&rendered(open(&link)).await);
        assert_says(&page, &[&format!("Most posts within the limit: Pay-per-use {says}")]);
        assert_says(
            &page,
            &["The same posts in the free era: Essential access", "Essential in 8 months, Elevated in 2"],
        );
    }
}

#[tokio::test]
async fn where_years_are_those_of_the_calendar_a_month_is_said_to_count_where_it_begins() {
    let rule = "A month counts in the year in which it begins.";
    let page = async |years: &str| {
        text(
            &rendered(open(&format!("b1/start=2023-06-15/phases=30000000*30/usage=academic{years}/prices=2023-05")))
                .await,
        )
    };
    assert_eq!(page("/years=calendar").await.matches(rule).count(), 1);
    assert!(!page("").await.contains(rule));
}

#[tokio::test]
async fn paper_says_what_was_entered_for_the_funder() {
    let html = rendered(open(PHASES)).await;
    let (_, behind) = html.split_once("class=\"budget-terms\"").expect("the terms");
    let line = text(&format!("<p {}", behind.split_once("</p>").expect("its end").0));
    assert_says(
        &line,
        &[
            "Funder: ERC / Horizon Europe · Amounts: to whole units",
            "Years: project years · Currency: EUR: 1 USD = 0.92 EUR, the rate of 2026-11-20 ·",
            "Inflation: 0% a year from the second on · Contingency: none: the funder does not pay it ·",
            "Indirect costs: 25%, the funder’s flat rate on all direct costs · Access is: a purchased service",
        ],
    );
}

#[tokio::test]
async fn figures_of_another_funder_say_so_and_cannot_be_taken_away() {
    let html = rendered(after(open(""), [choose_funder("horizon-europe")])).await;
    assert_says(
        &text(&html),
        &[
            "Not updated. A field above needs mending. These figures go by what stood there before: they are for the funder \
             profile Plain, in USD, and",
        ],
    );
    let euros = after(open(PHASES), [typed(BudgetField::Rate, "")]);
    assert_says(&text(&rendered(euros).await), &["profile ERC / Horizon Europe, in EUR at 0.92 for a dollar, and"]);
    assert!(!html.contains("id=\"exports\""), "a file would say what the form doesn't");
    let copy = html.split_once("id=\"copy-justification\"").expect("the button").1;
    assert!(copy.split_once('>').expect("a tag").0.contains("disabled"), "and so would a copied text");
    assert!(rendered(open("")).await.contains("id=\"exports\""));
}

#[tokio::test]
async fn a_total_that_is_more_than_access_is_announced() {
    let announced = async |state: BudgetState| {
        let html = rendered(state).await;
        let figures = html.split_once("id=\"budget-figures\"").expect("the figures").1;
        let status = figures.split_once("role=\"status\"").expect("a live region").1;
        text(status.split_once('>').expect("a tag").1.split_once("</div>").expect("its end").0)
    };
    let terms = |terms: &str| open(&STARTING.replace("/prices", &format!("{terms}/prices")));
    assert_eq!(announced(terms("")).await, "", "the answer announces what access costs");
    assert_eq!(announced(terms("/contingency=10")).await, "The whole budget comes to $55,000.");
    let euros = terms("/contingency=10/rate=EUR*0.92*2026-11-20");
    assert_eq!(announced(euros).await, "The whole budget comes to EUR 50,600.");
    let stale = after(terms("/contingency=10"), [typed(BudgetField::Contingency, "lots")]);
    assert!(announced(stale).await.starts_with("Not updated."));
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

#[tokio::test]
async fn the_picture_names_the_dearest_month_only_where_months_differ() {
    let said = |posts: &'static str| async move {
        let link = format!("b1/start=2026-12-01/phases={posts}*12/usage=academic/prices=2026-08");
        text(&rendered(open(&link)).await)
    };
    assert_says(&said("36000000").await, &["12 months: something is bought in every month. Each costs $15,000."]);
    assert_says(&said("35000000").await, &["The dearest is month"]);
}
