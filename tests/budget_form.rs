//! The form of the Project budget page: what it makes of links and of what is typed.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod budget_states;

use std::rc::Rc;

use budget_states::{PHASES, STARTING, STYLE, after, choose_funder, open, planned, shown, today, typed};
use quota_calculator::app::budget::{BudgetAction, BudgetField, BudgetState, NewPhase, Planned, describe};
use quota_calculator::app::settings::Settings;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::UsageType;
use quota_calculator::project::PlanChoice;
use quota_calculator::project::budget::{CostClass, IndirectBase, YearCut};

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
        ("b7/start=2026-12-01", "its version is b7, which this calculator doesn’t know; a newer one may have made it"),
        ("nonsense", "it doesn’t begin with a version, like v1"),
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
    assert_eq!(link(&state), "b1/start=2026-12-01/phases=24000000*12/usage=academic/prices=by-date");
    let bought = open("v2/reads=2000000/period=month/usage=academic/months=12/budget=100/prices=2023-03");
    assert_eq!(link(&bought), "b1/start=2026-12-01/phases=120000*12/usage=academic/prices=by-date", "what $100 buys");
}

#[test]
fn numbers_are_typed_as_people_write_them() {
    let state = after(
        open(""),
        [
            typed(BudgetField::Posts(0), "2.5M posts"),
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
fn another_style_of_numbers_leaves_only_what_is_wrong_as_typed() {
    let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    let wrong = [typed(BudgetField::Rate, "0,92"), typed(BudgetField::Inflation, "2.5")];
    let state = after(open(PHASES), wrong);
    assert_eq!(
        state.problems.of(BudgetField::Rate),
        Some("“0,92” has the decimal mark of another language: decimals are written with “.” here, so write 0.92.")
    );
    let restyled = after(state, [BudgetAction::Choose(Settings::default(), german)]);
    assert_eq!(restyled.draft.phases[1].posts, "10.000.000");
    assert_eq!((restyled.draft.terms.inflation.as_str(), restyled.draft.limit.as_str()), ("2,5", "50.000"));
    assert_eq!(restyled.draft.text(BudgetField::Rate), "0,92");
    assert!(restyled.is_current(), "what was typed is right in this style: {:?}", restyled.problems);

    let too_long = after(open(PHASES), [typed(BudgetField::AssumedTerm, "1,000")]);
    let restyled = after(too_long, [BudgetAction::Choose(Settings::default(), german)]);
    assert_eq!(restyled.draft.assumed_term, "1.000", "what is a number, but out of bounds, stays that number");

    let choose = BudgetAction::Choose(Settings::default(), german);
    let back = after(open(PHASES), [BudgetAction::Reset, choose, BudgetAction::Undo]);
    assert_eq!(back.draft.limit, "50.000", "what is taken back is written anew, too");
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

#[track_caller]
fn case(field: BudgetField, text: &str, sentence: &str) {
    let state = after(open(""), [typed(field, text)]);
    assert_eq!(state.problems.of(field), Some(sentence));
    assert_eq!(state.link(), STARTING, "the last good one stands");
    assert_eq!(state.own_link().as_deref(), Some(STARTING));
}

#[test]
fn wrong_fields_say_their_rule() {
    case(BudgetField::Posts(0), "", "How many posts? Write digits, like 2,500,000, or 2.5M or 10k.");
    case(BudgetField::Posts(0), "-3", "“-3” is negative: posts are 0 or more.");
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
fn a_decimal_mark_of_another_language_is_shown_as_it_is_written_here() {
    let refused = |typed: &str, written: &str| {
        format!(
            "“{typed}” has the decimal mark of another language: decimals are written with “.” here, so write \
             {written}."
        )
    };
    for (text, written) in [("0,8537", "0.8537"), ("3,5", "3.5"), ("3，5", "3.5"), ("0,005 %", "0.005 %")] {
        case(BudgetField::Contingency, text, &refused(text, written));
    }
    let two_ways =
        "“1 234,567” can be read in two ways: write “.” before decimal places, and nothing between thousands.";
    case(BudgetField::Limit, "1 234,567", two_ways);
    let thousands = "“50.000” can be read in two ways: write “.” before decimal places, and nothing between thousands.";
    for field in [BudgetField::Limit, BudgetField::OtherCosts] {
        case(field, "50.000", thousands);
    }
}

#[test]
fn a_limit_with_three_decimal_places_comes_back_from_its_link() {
    let link = "b1/start=2026-12-01/phases=10000000*8/usage=academic/limit=50.125/prices=by-date";
    let state = after(open(link), [BudgetAction::ChooseUsageType(UsageType::Academic)]);
    assert_eq!((state.draft.limit.as_str(), state.link().as_str()), ("50.1250", link));
    assert!(state.is_current(), "{:?}", state.problems);
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
fn a_rate_goes_with_its_currency() {
    let yen = || after(open(""), [typed(BudgetField::Currency, "JPY"), typed(BudgetField::Rate, "151.2")]);
    for (codes, rate, is_current) in [
        (&["", "G", "GB", "GBP"][..], "", false),
        (&["GBP"], "", false),
        (&["JP", "JPY"], "151.2", true),
        (&["J", "jp", "jpy"], "151.2", true),
        (&["USD"], "151.2", true),
        (&["USD", "JPY"], "151.2", true),
        (&["USD", "GBP"], "", false),
        (&["GBP", "JPY"], "", false),
        (&["G", "GB"], "151.2", false),
    ] {
        let state = after(yen(), codes.iter().map(|code| typed(BudgetField::Currency, code)));
        assert_eq!((state.draft.text(BudgetField::Rate), state.is_current()), (rate, is_current), "{codes:?}");
        assert_eq!(rate.is_empty(), state.problems.of(BudgetField::Rate).is_some(), "{codes:?}: it is asked for");
    }
    let old_day = [typed(BudgetField::RateDay, "2026-11-02"), typed(BudgetField::Currency, "GBP")];
    assert_eq!(after(yen(), old_day).draft.text(BudgetField::RateDay), today().to_string(), "the day goes, too");
    let rate_first =
        [typed(BudgetField::Currency, "GB"), typed(BudgetField::Rate, "0.79"), typed(BudgetField::Currency, "GBP")];
    assert!(after(yen(), rate_first).link().contains("/rate=GBP*0.79*2026-11-24/"));
}

#[test]
fn leaving_a_funder_takes_its_currency_back() {
    let (horizon, nih, plain) = ("horizon-europe", "nih-modular", "plain");
    let yen = STARTING.replace("/prices", "/rate=JPY*151.2*2026-11-20/prices");
    let euros = STARTING.replace("/prices", "/rate=EUR*0.92*2026-11-20/prices");
    for (start, funders, end) in [
        (STARTING, &[horizon, plain][..], STARTING),
        (STARTING, &[horizon, nih, plain], STARTING),
        (&yen, &[horizon, plain], &yen),
        (&yen, &[horizon, nih, plain], &yen),
        (&yen, &[nih, nih, plain], &yen),
        (&euros, &[horizon, plain], &euros),
    ] {
        let state = after(open(start), funders.iter().map(|id| choose_funder(id)));
        assert_eq!(link(&state), end, "{funders:?}");
    }
    let typed_since = [choose_funder(horizon), typed(BudgetField::Currency, "GBP"), choose_funder(plain)];
    let kept = after(open(""), typed_since);
    assert_eq!(kept.draft.text(BudgetField::Currency), "GBP", "what was typed since stays");
    let rated = [choose_funder(horizon), typed(BudgetField::Rate, "0.92"), choose_funder(plain)];
    let back = after(open(""), rated);
    assert_eq!(link(&back), STARTING);
    let again = after(back, [choose_funder(horizon)]);
    assert!(link(&again).contains("/rate=EUR*0.92*"), "a rate that was typed for it isn't asked for twice");
    let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    let restyled = [choose_funder(horizon), BudgetAction::Choose(Settings::default(), german), choose_funder(plain)];
    assert_eq!(link(&after(open(&yen), restyled)), yen, "in another style of numbers, too");
}

/// The page after it was loaded anew, with `unfinished` in the tab's storage.
fn reloaded(fragment: &str, unfinished: Option<&str>, style: NumberStyle) -> BudgetState {
    let state = BudgetState::open(fragment, None, style, today());
    unfinished.iter().fold(state, |state, unfinished| state.resumed(unfinished))
}

#[test]
fn what_was_chosen_for_a_funder_outlives_the_page_while_its_rate_is_missing() {
    let state = after(
        open(""),
        [
            typed(BudgetField::Inflation, "2.5"),
            choose_funder("horizon-europe"),
            typed(BudgetField::IndirectRate, "40"),
            typed(BudgetField::Contingency, "lots"),
            BudgetAction::ChooseCostClass(CostClass::ALL[1]),
            BudgetAction::ChooseYearCut(YearCut::ALL[1]),
            BudgetAction::ChooseIndirectBase(IndirectBase::ALL[1]),
            typed(BudgetField::Posts(0), "5M"),
        ],
    );
    let unfinished = state.unfinished().expect("a rate is missing");
    let resumed = reloaded(&state.link(), Some(&unfinished), STYLE);
    assert_eq!(resumed.draft.terms, state.draft.terms);
    assert_eq!((&resumed.problems, resumed.link(), resumed.is_own), (&state.problems, state.link(), true));
    let mended = after(resumed, [typed(BudgetField::Contingency, "10"), typed(BudgetField::Rate, "0.92")]);
    assert_eq!((mended.is_current(), mended.unfinished()), (true, None));
    assert!(mended.link().contains("/funder=horizon-europe/"), "{}", mended.link());
    let left = after(reloaded(&state.link(), Some(&unfinished), STYLE), [choose_funder("plain")]);
    assert_eq!(left.draft.text(BudgetField::Currency), "USD", "the currency before the funder's is there again");

    let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    let damaged = unfinished.replace("horizon-europe", "nobody");
    let cut_off = unfinished.trim_end().rsplit_once('\n').expect("several lines").0;
    let longer = format!("{unfinished}rate 2\n");
    for (fragment, unfinished, style) in [
        (STARTING, unfinished.as_str(), STYLE),
        (&state.link(), unfinished.as_str(), german),
        (&state.link(), damaged.as_str(), STYLE),
        (&state.link(), cut_off, STYLE),
        (&state.link(), &longer, STYLE),
        (&state.link(), "unfinished budget 2\nlink", STYLE),
        (&state.link(), "", STYLE),
        ("b1/nonsense", unfinished.as_str(), STYLE),
    ] {
        let other = reloaded(fragment, Some(unfinished), style);
        let plain = reloaded(fragment, None, style);
        assert_eq!((other.draft, other.problems), (plain.draft, plain.problems), "{fragment}: {unfinished}");
    }
}

#[test]
fn what_was_chosen_for_a_funder_is_there_again_when_its_budget_is_opened_again() {
    let budget = |posts: u32| format!("b1/start=2027-03-01/phases={posts}*1/usage=hobby/prices=2026-04");
    let opens = |posts| BudgetAction::Open(budget(posts), today());
    let mut state = open(&budget(1));
    for posts in 1..=9 {
        let rate = [choose_funder("horizon-europe"), typed(BudgetField::Rate, &format!("no. {posts}"))];
        state = after(state, [opens(posts)].into_iter().chain(rate));
    }
    let elsewhere = after(state.clone(), [opens(100)]);
    assert_eq!((elsewhere.draft.terms.funder.id.as_str(), elsewhere.is_own), ("plain", false));
    let loaded = reloaded(&budget(100), elsewhere.unfinished().as_deref(), STYLE);
    for state in [state, elsewhere, loaded] {
        let back = after(state, [opens(8), opens(2)]);
        assert_eq!((back.draft.text(BudgetField::Rate), back.link()), ("no. 2", budget(2)));
        let again = reloaded(&budget(3), back.unfinished().as_deref(), STYLE);
        assert_eq!(again.draft.text(BudgetField::Rate), "no. 3");
        assert_eq!(after(back, [opens(1)]).draft.terms.funder.id.as_str(), "plain", "the last eight are kept");
        let mended = after(again, [typed(BudgetField::Rate, "0.92"), opens(3)]);
        assert_eq!(mended.draft.terms.funder.id.as_str(), "plain", "what was finished isn't unfinished again");
    }
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
    assert_eq!(
        moved.focus.as_ref().map(|focus| focus.id.as_str()),
        Some("phase-2-down"),
        "on the button that moved it"
    );
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
fn with_a_wrong_field_the_last_good_budget_comes_back_too() {
    let wrong = after(open(PHASES), [typed(BudgetField::Posts(0), "many")]);
    for act in [BudgetAction::Reset, BudgetAction::OpenSaved(STARTING.to_owned()), BudgetAction::RemovePhase(0)] {
        let back = after(wrong.clone(), [act, BudgetAction::Undo]);
        assert_eq!((back.draft.text(BudgetField::Posts(0)), back.link()), ("many", PHASES.to_owned()));
    }
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
    assert_eq!(
        describe("b1").map_err(|error| error.to_string()),
        Err("a part is missing: start, phases, usage, prices".to_owned())
    );
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
        assert_eq!(state.link(), link);
        assert_eq!(state.own_link(), Some(link), "what is right is kept for the next visit");
    }
}
