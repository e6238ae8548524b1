//! What is typed and pasted into the question of the Compare page, right or wrong.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod compare_states;
mod rendered;

use std::rc::Rc;

use compare_states::{after, html, open, text, typed, volume};
use quota_calculator::app::compare::{CompareAction, CompareState, Direction, EditAction, EstimateField};
use quota_calculator::app::custom_tiers::CustomTiersAction;
use quota_calculator::app::settings::Settings;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Period, Posts, UsageType};
use rendered::assert_says;
use yew::Reducible;

#[tokio::test]
async fn bad_input_is_explained_at_its_field_and_the_last_answer_stays() {
    let cases = [
        ("abc", "“abc” is not a number: write digits, like 2,500,000, or 2.5M or 10k."),
        ("-5", "“-5” is negative: posts are 0 or more."),
        ("1e999", "“1e999” posts a month are too many: at most 1,000,000,000,000,000 (10^15) a month can be priced."),
        ("", "How many posts? Write digits, like 2,500,000, or 2.5M or 10k."),
        ("10000000000000000", "“10000000000000000” posts a month are too many"),
        ("0.5", "“0.5” is not a whole number: posts are read whole."),
        ("1.000", "“1.000” can be read in two ways: leave out the mark for thousands."),
        ("1,5", "“1,5” has the decimal mark of another language: decimals are written with “.” here, so write 1.5."),
        (
            "10,00",
            "“10,00” has the decimal mark of another language: decimals are written with “.” here, so write 10.00.",
        ),
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
    let page = text("", [CompareAction::Edit(EditAction::Type(EstimateField::Months, "a year".to_owned()))]).await;
    assert_says(&page, &["“a year” is not a number of months: use a whole number from 1 to 120."]);
    for (typed, named) in [("121", "“121” months"), ("11 years", "“11 years”"), ("0 years", "“0 years”")] {
        let page = text("", [CompareAction::Edit(EditAction::Type(EstimateField::Months, typed.to_owned()))]).await;
        let problem = format!("{named} can’t be priced: use a whole number from 1 to 120.");
        assert_says(&page, &[&problem, "Not updated."]);
    }
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
    let posts = Posts::new(10_000).expect("posts");
    for (actions, deferred) in [
        (vec![volume("10k")], "2000000"),
        (vec![volume("10k"), volume("abc"), CompareAction::Leave(EstimateField::Volume)], "2000000"),
        (vec![volume("10k"), CompareAction::ShowDeferred], "10000"),
        (vec![volume("10k"), volume("abc"), CompareAction::ShowDeferred], "10000"),
        (vec![volume("10k"), CompareAction::Edit(EditAction::ChoosePeriod(Period::Month))], "10000"),
        (vec![CompareAction::Edit(EditAction::UseVolume(posts, Period::Month))], "10000"),
    ] {
        let state = actions.iter().cloned().fold(Rc::new(open("")), Reducible::reduce);
        assert_eq!(state.is_deferred_behind(), deferred == "2000000", "{actions:?}");
        let html = html("", actions.clone()).await;
        assert!(html.contains(&format!(r#"aria-valuenow="{deferred}""#)), "{actions:?}");
        assert!(html.contains("Cheapest tier that fits: <strong>Basic</strong>"), "{actions:?}");
        let marked = if deferred == "2000000" { "Enterprise Small" } else { "Basic" };
        assert!(
            html.contains(&format!(
                r#"<tr class="tier-cheapest" role="row"><th role="rowheader" scope="row"><span class="tier-name">{marked}<"#
            )),
            "{actions:?}"
        );
        let row = |name: &str| html.find(&format!(r#"<span class="tier-name">{name}<"#)).expect("every tier has a row");
        assert_eq!(row("Enterprise Small") < row("Basic"), deferred == "2000000", "{actions:?}");
    }
}

#[tokio::test]
async fn leaving_the_field_writes_the_number_out() {
    let state = Rc::new(open("")).reduce(volume("2.5M"));
    assert_eq!(state.draft.volume, "2.5M", "nothing changes under the reader's hands");
    assert_eq!(state.clone().reduce(CompareAction::Leave(EstimateField::Volume)).draft.volume, "2,500,000");
    let bad = state.reduce(volume("abc")).reduce(CompareAction::Leave(EstimateField::Volume));
    assert_eq!(bad.draft.volume, "abc", "what is wrong stays as typed");
}

#[test]
fn a_volume_is_read_with_the_words_around_it() {
    for (text, reads, period) in [
        ("10k reads", "10000", "month"),
        ("10 000 posts", "10000", "month"),
        ("10\u{a0}000\u{a0}Posts", "10000", "month"),
        ("1 post", "1", "month"),
        ("5000 tweets", "5000", "month"),
        ("5k tweets a day", "5000", "day"),
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

        let left = state.reduce(CompareAction::Leave(EstimateField::Volume));
        let in_the_list = left.reduce(CompareAction::Edit(EditAction::ChoosePeriod(Period::Week)));
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
fn on_the_way_to_a_word_no_period_is_chosen() {
    for text in ["2M reads", "100 read", "500k posts read", "10k load", "5 tweets an hour"] {
        let keys = text.char_indices().map(|(place, letter)| volume(&text[..place + letter.len_utf8()]));
        let state = after("", keys);
        let period = if text.ends_with("hour") { Period::Hour } else { Period::Month };
        assert_eq!(state.draft.period, period, "{text}");
    }
}

#[test]
fn a_period_beside_a_number_is_never_taken_for_another() {
    let in_the_list = after("", [volume("10k/day"), CompareAction::Edit(EditAction::ChoosePeriod(Period::Month))]);
    assert!(!in_the_list.is_current(), "it says a day here and a month there");

    let low = |text| after("", [typed(EstimateField::Low, text), CompareAction::Leave(EstimateField::Low)]);
    assert_eq!(low("10k posts a month").draft.low, "10,000");
    let another = low("10k posts a day");
    assert_eq!((another.draft.low.as_str(), another.is_current()), ("10k posts a day", false));

    let budget = |text| {
        let actions = [
            CompareAction::Edit(EditAction::ChooseDirection(Direction::Budget)),
            typed(EstimateField::Budget, text),
            CompareAction::Leave(EstimateField::Budget),
        ];
        after("", actions)
    };
    assert_eq!(budget("500/month").draft.budget, "500");
    for text in ["$500 a month", "500 dollars a month", "500 Dollars"] {
        assert!(budget(text).link().expect("a link").contains("/budget=500/"), "{text}");
    }
    assert!(!budget("$500 a year").is_current());

    let month = |text| {
        let cell = [
            CompareAction::Edit(EditAction::ChooseMonthByMonth(true)),
            typed(EstimateField::Month(0), text),
            CompareAction::Leave(EstimateField::Month(0)),
        ];
        after("", cell)
    };
    assert_eq!(month("10k posts").draft.given[0], "10,000");
    assert!(!month("10k/day").is_current());
    assert!(!after("", [typed(EstimateField::Months, "12 posts")]).is_current(), "months are no posts");
    for (text, months) in [("6 Months", "6"), ("2 years", "24"), ("1 Year ", "12"), ("10 years", "120")] {
        assert_eq!(
            after("", [typed(EstimateField::Months, text)]).link(),
            after("", [typed(EstimateField::Months, months)]).link()
        );
    }
    let left = after("", [typed(EstimateField::Months, "6 Months"), CompareAction::Leave(EstimateField::Months)]);
    assert_eq!(left.draft.months, "6", "it is written out");
}

#[test]
fn the_table_of_months_begins_with_what_was_priced() {
    let table = CompareAction::Edit(EditAction::ChooseMonthByMonth(true));
    let link = |actions: Vec<CompareAction>| after("", actions).link().expect("a link");
    let a_day = vec![
        volume("120,000"),
        CompareAction::Edit(EditAction::ChoosePeriod(Period::Day)),
        typed(EstimateField::Months, "2"),
        table.clone(),
    ];
    assert_eq!(link(a_day), "v2/given=3650000*2/usage=academic/prices=2023-03");
    let growing =
        vec![volume("100,000"), typed(EstimateField::Growth, "10"), typed(EstimateField::Months, "3"), table.clone()];
    assert_eq!(link(growing.clone()), "v2/given=100000,110000,121000/usage=academic/prices=2023-03");

    let other = [
        CompareAction::Edit(EditAction::ChooseMonthByMonth(false)),
        volume("7"),
        typed(EstimateField::Growth, "0"),
        table,
    ];
    let untouched = growing.iter().cloned().chain(other.clone()).collect();
    assert_eq!(
        link(untouched),
        "v2/given=7*3/usage=academic/prices=2023-03",
        "a table that nobody changed begins anew"
    );
    let changed = growing.into_iter().chain([typed(EstimateField::Month(1), "5")]).chain(other).collect();
    assert_eq!(link(changed), "v2/given=100000,5,121000/usage=academic/prices=2023-03", "a changed one waits");
}

#[test]
fn a_column_from_a_spreadsheet_fills_the_months() {
    let table = [typed(EstimateField::Months, "2"), CompareAction::Edit(EditAction::ChooseMonthByMonth(true))];
    let pasted = |place, text: &str| {
        after("", table.clone()).reduce(CompareAction::Edit(EditAction::Paste(place, text.to_owned())))
    };
    let link = |state: &CompareState| state.link().expect("a link");
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
        let months = [0, 1].map(|place| state.draft.text(EstimateField::Month(place)).to_owned());
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
    let year = table
        .iter()
        .cloned()
        .chain([typed(EstimateField::Months, "12"), CompareAction::Edit(EditAction::Paste(0, "1\n2\n3".to_owned()))]);
    let year = after("", year);
    assert_eq!(link(&year), "v2/given=1,2,3,2000000*9/usage=academic/prices=2023-03");
    assert_eq!(year.notice.as_deref(), Some("The months after the first 3 stay as they were."));
    let rest = after("", table.iter().cloned().chain([CompareAction::Edit(EditAction::Paste(1, "7\n8".to_owned()))]));
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
    let back = long.reduce(CompareAction::Edit(EditAction::Undo));
    assert_eq!(link(&back), "v2/given=2000000*2/usage=academic/prices=2023-03", "pasting can be taken back");
}

#[tokio::test]
async fn the_table_has_as_many_rows_as_there_are_months_however_these_are_written() {
    let wrong = [
        typed(EstimateField::Months, "8"),
        CompareAction::Edit(EditAction::ChooseMonthByMonth(true)),
        typed(EstimateField::Month(7), "x"),
    ];
    let fewer = wrong.into_iter().chain([typed(EstimateField::Months, "3"), typed(EstimateField::Months, "8 months")]);
    assert_says(&text("", fewer).await, &["Month 8: “x” is not a number"]);
}

#[test]
fn fewer_months_on_the_way_to_more_lose_nothing() {
    let months = [
        typed(EstimateField::Months, "3"),
        CompareAction::Edit(EditAction::ChooseMonthByMonth(true)),
        typed(EstimateField::Month(2), "77"),
    ];
    let state =
        after("", months.into_iter().chain([typed(EstimateField::Months, "1"), typed(EstimateField::Months, "3")]));
    assert_eq!(state.link().as_deref(), Some("v2/given=2000000*2,77/usage=academic/prices=2023-03"));
}

#[tokio::test]
async fn requests_make_a_volume() {
    let typed_in = [
        typed(EstimateField::Accounts, "100"),
        typed(EstimateField::Polls, "24"),
        typed(EstimateField::PostsEach, "20"),
    ];
    let page = text("", typed_in.clone()).await;
    assert_says(&page, &["= 48,000 posts a day at most"]);
    let used = after("", typed_in).reduce(CompareAction::Edit(EditAction::UseRequests));
    assert_eq!(used.link().as_deref(), Some("v1/reads=48000/period=day/usage=academic/months=12/prices=2023-03"));
    let page = text("", [typed(EstimateField::Accounts, "many")]).await;
    assert_says(&page, &["“many” is not a number: write a whole number.", "Write a whole number here."]);
}

#[tokio::test]
async fn numbers_follow_the_reader_s_style() {
    let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    let choose = || CompareAction::Choose(quota_calculator::app::settings::Settings::default(), german);
    let page = text("", [choose()]).await;
    assert_says(&page, &["42.000 $ a month", "21,00 $ per 1.000 reads", "4 % of its 50.000.000 read cap used"]);
    let state = after("", [choose()]);
    assert_eq!(state.draft.volume, "2.000.000", "the field is written anew");
    assert_eq!(state.reduce(volume("2,5M")).link().expect("a link").split('/').nth(1), Some("reads=2500000"));
    let wrong = after(
        "",
        [volume("abc"), CompareAction::Edit(EditAction::Type(EstimateField::Growth, "2.5".to_owned())), choose()],
    );
    assert_eq!(wrong.draft.volume, "abc", "what is wrong stays as typed");
    assert_eq!(wrong.draft.growth, "2,5", "what is right is written anew beside it");
    assert!(wrong.problems.of(EstimateField::Growth).is_none());
    let above = after("", [typed(EstimateField::Low, "3,000,000"), choose()]);
    assert!(
        above.problems.of(EstimateField::Low).is_some_and(|problem| problem.contains("above")),
        "still for what it is"
    );
    assert_eq!(above.draft.low, "3.000.000", "what is a number, but out of bounds, stays that number");
    let back = after(
        "",
        [volume("10,000"), CompareAction::Edit(EditAction::Reset), choose(), CompareAction::Edit(EditAction::Undo)],
    );
    assert_eq!(back.draft.volume, "10.000", "what is taken back is written anew, too");
}

/// What belongs to the question that isn't asked waits in its fields, and the link keeps it for a reload.
#[test]
fn what_a_budget_sets_aside_comes_back_with_the_link() {
    let spend = |actions: &[CompareAction]| {
        let state = after(
            "",
            actions.iter().cloned().chain([CompareAction::Edit(EditAction::ChooseDirection(Direction::Budget))]),
        );
        assert!(state.is_current(), "{actions:?}: what waits need not be right");
        state
    };
    for waiting in [
        vec![
            volume("70,000"),
            typed(EstimateField::Growth, "2.5"),
            typed(EstimateField::Low, "60,000"),
            typed(EstimateField::High, "90,000"),
        ],
        vec![
            typed(EstimateField::Months, "2"),
            CompareAction::Edit(EditAction::ChooseMonthByMonth(true)),
            typed(EstimateField::Month(1), "5"),
        ],
    ] {
        let state = spend(&waiting);
        let link = state.link().expect("a link");
        let reopened = open(&link);
        assert_eq!(reopened.draft, state.draft, "{link}");
        assert_eq!(reopened.report, state.report, "{link}");
    }
    // One that isn't right falls out of the link, and the others stay in it.
    let wrong_growth = spend(&[volume("70000"), typed(EstimateField::Growth, "much")]);
    assert!(wrong_growth.link().expect("a link").contains("/reads=70000/"));
    let wrong_volume = spend(&[volume("many")]);
    assert!(wrong_volume.link().expect("a link").contains("/reads=0/"));
    let too_many = spend(&[volume("1000000000000000"), typed(EstimateField::RereadFactor, "2")]);
    assert!(too_many.link().expect("a link").contains("/reads=0/period=month/usage=academic/months=12/reread=2/"));
}

/// An offer to take an act back would throw away what came after it, so it goes with the next change.
#[test]
fn an_act_can_be_taken_back_until_the_next_change() {
    let newest = quota_calculator::catalogue().newest_price_book();
    for (next, is_offered) in [
        (CompareAction::Leave(EstimateField::Volume), true),
        (CompareAction::ShowDeferred, true),
        (CompareAction::Choose(Settings::default(), NumberStyle::ENGLISH), true),
        (volume("5"), false),
        (CompareAction::Edit(EditAction::ChooseDirection(Direction::Budget)), false),
        (CompareAction::Edit(EditAction::ChoosePeriod(Period::Day)), false),
        (CompareAction::Edit(EditAction::ChooseUsageType(UsageType::Hobby)), false),
        (CompareAction::Edit(EditAction::ChoosePriceBook(newest)), false),
        (CompareAction::Edit(EditAction::ChooseMonthByMonth(true)), false),
        (CompareAction::Edit(EditAction::CustomTiers(CustomTiersAction::New)), false),
        (use_volume(5), false),
        (CompareAction::Edit(EditAction::Undo), false),
    ] {
        let state = after("", [volume("10,000"), CompareAction::Edit(EditAction::Reset), next.clone()]);
        assert_eq!(offer(&state).is_some(), is_offered, "{next:?}");
    }
}

const MONTHS: &str = "v2/given=100,200/usage=academic/prices=2023-03";
const RANGE: &str = "v2/reads=20000/period=month/usage=academic/months=12/low=10000/high=30000/prices=2023-03";
const BUDGET: &str = "v2/reads=5/period=month/usage=academic/months=12/budget=100/prices=2023-03";

const MONTHS_GAVE_WAY: Option<&str> = Some("The months were replaced by one volume.");
const RANGE_GAVE_WAY: Option<&str> = Some("The low or high volume no longer fitted and was cleared.");
const BUDGET_GAVE_WAY: Option<&str> = Some("These posts took the place of the budget.");

fn use_volume(posts: u64) -> CompareAction {
    CompareAction::Edit(EditAction::UseVolume(Posts::new(posts).expect("posts"), Period::Month))
}

fn offer(state: &CompareState) -> Option<&'static str> {
    state.undo.as_ref().and_then(|undo| undo.sentence)
}

#[test]
fn what_gives_way_to_a_volume_can_be_taken_back() {
    for (link, sentence) in [(MONTHS, MONTHS_GAVE_WAY), (RANGE, RANGE_GAVE_WAY), (BUDGET, BUDGET_GAVE_WAY)] {
        let helper = [(EstimateField::Accounts, "1"), (EstimateField::Polls, "1"), (EstimateField::PostsEach, "3")];
        let helper = helper.map(|(field, text)| typed(field, text));
        let by_helper = helper.into_iter().chain([CompareAction::Edit(EditAction::UseRequests)]).collect();
        for actions in [vec![use_volume(5)], by_helper] {
            let state = after(link, actions.clone());
            assert_eq!(offer(&state), sentence, "{link} {actions:?}");
            assert_ne!(state.link().as_deref(), Some(link), "{actions:?}");
            let back = state.reduce(CompareAction::Edit(EditAction::Undo));
            assert_eq!((back.link().as_deref(), offer(&back)), (Some(link), None), "{actions:?}");
        }
    }
}

/// The mark of the chart comes by many volumes while it is dragged.
#[test]
fn volumes_in_a_row_are_taken_back_together() {
    for (link, volumes, sentence) in [
        (MONTHS, vec![300, 400, 500], MONTHS_GAVE_WAY),
        (BUDGET, vec![300, 400], BUDGET_GAVE_WAY),
        (RANGE, vec![25_000, 35_000, 40_000], RANGE_GAVE_WAY),
        (RANGE, vec![40_000, 5_000, 25_000], None),
    ] {
        let state = after(link, volumes.iter().copied().map(use_volume));
        assert_eq!(offer(&state), sentence, "{link} {volumes:?}");
        let back = state.reduce(CompareAction::Edit(EditAction::Undo));
        assert_eq!(back.link().as_deref(), Some(link), "{volumes:?}");
    }
    let there_and_back = after(RANGE, [use_volume(40_000), use_volume(25_000)]);
    assert_eq!(there_and_back.link(), Some(RANGE.replace("=20000", "=25000")), "what fits again comes back");
    let apart = after(MONTHS, [use_volume(300), volume("400"), use_volume(500)]);
    assert_eq!(offer(&apart), None, "typing is another act, after which one volume stands for another");
}
