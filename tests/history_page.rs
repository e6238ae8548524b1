//! The Usage history page: from a file to what it would have cost, and every way in which that can fail.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod rendered;

use std::rc::Rc;

use quota_calculator::app::budget::BudgetState;
use quota_calculator::app::history::kept::{Kept, KeptEvent, KeptOutcome};
use quota_calculator::app::history::{Counted, HistoryAction, HistoryState, Own, SourceFile, Stage, Task};
use quota_calculator::app::saved::SavedName;
use quota_calculator::app::storage::StorageProblem;
use quota_calculator::format::{
    HistoryOutline, HistoryTable, NumberStyle, history_csv, history_json, history_markdown, history_text,
};
use quota_calculator::history::{
    Choice, Counting, DateOrder, HistoryReport, LARGEST_FILE, Reply, SAMPLE_SIZE, Tally, UsageHistory, Years, look,
    month_fit,
};
use quota_calculator::pricing::{Date, Fit, Reads, Tier, UsageType};
use quota_calculator::project::PriceBasis;
use quota_calculator::tier_text::tiers_from_json;
use quota_calculator::view::history::{HistoryPage, HistoryPageProps};
use quota_calculator::{catalogue, link};
use rendered::{assert_says, text};
use yew::{Callback, LocalServerRenderer, Reducible};

const STYLE: NumberStyle = NumberStyle::ENGLISH;

/// Two years of free reads, with a month in which nothing was read.
const FILE: &str =
    "date,reads\n2021-03-01,400000\n2021-04-10,9000\n2021-06-02,12000000\n2021-06-03,soon\nTotal,12409000\n";

fn today() -> Date {
    "2026-11-24".parse().expect("a day")
}

fn blank() -> HistoryState {
    with_tiers(Vec::new())
}

fn with_tiers(tiers: Vec<Tier>) -> HistoryState {
    HistoryState::new(Own { usage_type: UsageType::Academic, tiers }, Kept::default(), STYLE, today())
}

fn after(state: HistoryState, actions: impl IntoIterator<Item = HistoryAction>) -> HistoryState {
    let end = actions.into_iter().fold(Rc::new(state), HistoryState::reduce);
    HistoryState::clone(&end)
}

/// Does what the worker would do with a file of this content, until nothing is left to do.
fn worked(mut state: HistoryState, content: &str) -> HistoryState {
    while let Some(job) = state.job.clone() {
        let bytes = content.as_bytes();
        let reply = match job.task {
            Task::Look(choice, latest) => {
                let sample = &bytes[..bytes.len().min(SAMPLE_SIZE)];
                Reply::Looked(look(sample, sample.len() == bytes.len(), &choice, latest))
            }
            Task::Count(format) => {
                let mut tally = Tally::new(format);
                tally.push(bytes);
                Reply::Counted(tally.finish())
            }
        };
        state = after(state, [HistoryAction::Answered(job.number, reply)]);
    }
    state
}

fn taken(state: HistoryState, content: &str) -> HistoryState {
    let file = SourceFile::new("reads.csv", content.len() as u64);
    worked(after(state, [HistoryAction::Take(file)]), content)
}

fn counted(state: HistoryState, content: &str) -> HistoryState {
    worked(after(taken(state, content), [HistoryAction::Count]), content)
}

fn shown(state: &HistoryState) -> &Counted {
    match &state.stage {
        Stage::Shown(counted, _) => counted,
        other => panic!("nothing is shown: {other:?}"),
    }
}

fn report(state: &HistoryState) -> &HistoryReport {
    shown(state).report.as_ref().expect("a report")
}

fn outline(state: &HistoryState) -> &HistoryOutline {
    shown(state).outline.as_ref().expect("an outline")
}

fn months(history: &UsageHistory) -> Vec<u64> {
    history.reads().iter().map(|reads| reads.get()).collect()
}

async fn html(state: &HistoryState) -> String {
    let state = state.clone();
    let props = move || HistoryPageProps {
        state: state.clone(),
        page: "https://example.com/history.html".into(),
        on_action: Callback::noop(),
        on_take: Callback::noop(),
        on_command: Callback::noop(),
    };
    LocalServerRenderer::<HistoryPage>::with_props(props()).hydratable(false).render().await
}

async fn page(state: &HistoryState) -> String {
    text(&html(state).await)
}

#[tokio::test]
async fn a_new_page_says_what_it_takes_and_that_nothing_is_sent() {
    assert_says(
        &page(&blank()).await,
        &[
            "a row for each day, month or request, with its date and, if you have it, the number of posts.",
            "up to 1 GB. It is read here, in your browser, and sent nowhere.",
            "Or paste rows",
            "A history is kept only when you say so: its months and their reads, and how many rows were counted.",
        ],
    );
}

#[tokio::test]
async fn what_cannot_be_used_says_why_and_another_can_be_chosen() {
    let too_large = after(blank(), [HistoryAction::Take(SourceFile::new("all.csv", LARGEST_FILE + 1))]);
    assert_eq!(too_large.job, None, "it isn't even looked at");
    for (state, reason) in [
        (too_large, "“all.csv” can’t be used. It is larger than 1 GB"),
        (taken(blank(), ""), "“reads.csv” can’t be used. It is empty."),
        (taken(blank(), "PK\u{3}\u{4}"), "It is a spreadsheet’s own file, not text."),
        (taken(blank(), "{}"), "It is JSON, not a table."),
    ] {
        assert_says(&page(&state).await, &[reason, "Choose a file"]);
    }
}

#[tokio::test]
async fn a_file_is_previewed_before_anything_is_counted() {
    let state = taken(blank(), FILE);
    assert_says(
        &page(&state).await,
        &[
            "How “reads.csv” is read",
            "Nothing is counted yet.",
            "The dates are taken from the column “date”.",
            "The reads are taken from the column “reads”.",
            "2 400,000 reads in 2021-03 2021-03-01 400000",
            "Its count, “soon”, is not a number.",
            "Count the reads",
        ],
    );
    let rows = Choice { counting: Some(Counting::Rows), ..Choice::default() };
    let state = worked(after(state, [HistoryAction::Choose(rows)]), FILE);
    assert_says(&page(&state).await, &["Each row counts as one read.", "2 1 read in 2021-03"]);
    let requests = taken(blank(), "date,requests\n2021-03-01,10\n");
    assert_says(
        &page(&requests).await,
        &["from the column “requests”: each request counts as one read, though it may return many posts."],
    );
}

#[tokio::test]
async fn years_beside_months_are_found_and_can_be_chosen() {
    let content = "year,month,reads\n2021,3,400000\n2021,4,9000\n";
    let state = taken(blank(), content);
    let found = page(&state).await;
    assert_says(
        &found,
        &[
            "The months are taken from the column “month”, and their years from “year”.",
            "Column with the years",
            "2 400,000 reads in 2021-03 2021 3 400000",
        ],
    );
    assert_eq!(months(&shown(&counted(state.clone(), content)).history), [400_000, 9_000]);
    let in_dates = Choice { years: Some(Years::InDates), ..Choice::default() };
    let state = worked(after(state, [HistoryAction::Choose(in_dates)]), content);
    assert_says(&page(&state).await, &["Its date, “3”, is no date that this page knows."]);
}

#[tokio::test]
async fn without_dates_there_is_nothing_to_count() {
    let state = taken(blank(), "name,reads\nx,5\ny,6\n");
    let html = html(&state).await;
    assert_says(
        &text(&html),
        &["No column of dates was found. Choose one, or what stands between the columns: commas,"],
    );
    let button = html.split("<button").find(|part| part.contains("id=\"count\"")).expect("a button");
    assert!(button.contains("disabled"), "{button}");
    assert_eq!(after(state.clone(), [HistoryAction::Count]).stage, state.stage);
}

#[tokio::test]
async fn what_a_file_comes_to_is_said_in_full() {
    let state = counted(blank(), FILE);
    assert_eq!(months(&shown(&state).history), [400_000, 9_000, 0, 12_000_000]);
    assert_says(
        &page(&state).await,
        &[
            "Usage history, 2021-03 to 2021-06",
            "3 of 4 rows were counted; 1 couldn’t be read.",
            "Line 1 names the columns and was not counted.",
            "Ignored because they sum others up: 1 row (on line 6).",
            "1 month has no row that could be read and counts as 0 reads: 2021-05.",
            "Months are those of UTC",
            "Line 5: Its count, “soon”, is not a number.",
            "2021-03 to 2021-06: 12,409,000 reads in 4 months; the busiest was 2021-06 with 12,000,000.",
            "In the free era Academic Research access would have covered 3 of 4 months for $0; one goes beyond its 10,000,000 \
             reads a month.",
            "At the prices of March 2023, when reading was first charged for, they would have cost $168,000 with Enterprise \
             Small, the cheapest tier for all of them, held in all 4 months, also in the one without reads. With the cheapest tier \
             of each month they come to $84,100 instead.",
            "Over all 4 months, at every price list",
            "Your own tiers take part",
            "as if it had held then.",
        ]
        .map(|sentence| if sentence.starts_with("Your own") { "No tiers of your own take part" } else { sentence }),
    );
}

#[test]
fn figures_are_those_of_the_engine() {
    let state = counted(blank(), FILE);
    let row = |book: &str| {
        let (_, cells) = outline(&state).over_all.rows.iter().find(|(name, _)| name == book).expect("a price book");
        cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(row("March 2023"), ["Enterprise Small", "$168,000", "$13.54"]);
    assert_eq!(row("the free era"), ["over every cap", "–", "–"]);
    let march = outline(&state).over_all.rows.iter().find(|(name, _)| name == "March 2023").expect("a price book");
    assert!(march.1[0].note.ends_with(" · price reported by press, medium confidence"), "{}", march.1[0].note);
    let month = |place: usize, column: &str| {
        let table = &outline(&state).by_month;
        let place_of = table.columns.iter().position(|name| name == column).expect("a column");
        table.rows[place].1[place_of - 1].line()
    };
    assert_eq!(month(0, "March 2023"), "$42,000 (Enterprise Small)");
    assert_eq!(month(1, "March 2023"), "$100 (Basic)");
    assert_eq!(month(1, "the free era"), "$0 (Essential)");
    assert_eq!(month(3, "the free era"), "over every cap");
    let tiers = outline(&state).by_tier.iter().find(|table| table.id == "tiers-2023-03").expect("a table");
    let basic = tiers.columns.iter().position(|name| name == "Basic").expect("a tier");
    let cells: Vec<_> =
        tiers.rows.iter().map(|(_, cells)| (cells[basic - 1].line(), cells[basic - 1].is_over)).collect();
    assert_eq!(
        cells,
        [
            ("$100 (over the cap, 390,000 short)".to_owned(), true),
            ("$100".to_owned(), false),
            ("$100".to_owned(), false),
            ("$100 (over the cap, 11,990,000 short)".to_owned(), true),
        ]
    );
}

#[tokio::test]
async fn the_months_by_themselves_are_added_up() {
    let state = counted(blank(), "date,reads\n2022-01-01,100\n2022-03-05,3000000\n");
    let says = page(&state).await;
    assert_says(
        &says,
        &[
            "they would have cost $126,000 with Enterprise Small, the cheapest tier for all of them, held in all 3 months, also \
             in the one without reads. With the cheapest tier of each month they come to $42,100 instead.",
            "2022-03 3,000,000 $0",
            "All months 3,000,100 $0",
        ],
    );
    let busy = counted(blank(), "date,reads\n2022-01-01,100\n2022-02-01,100\n");
    assert_says(
        &page(&busy).await,
        &[
            "they would have cost $200 with Basic, the cheapest tier for all of them, held in all 2 months. Month by month, none is \
             cheaper.",
        ],
    );
    let one = counted(blank(), "date,reads\n2022-01-01,100\n");
    assert_says(&page(&one).await, &["they would have cost $100 with Basic, the cheapest tier for them."]);
}

#[test]
fn months_without_a_price_have_no_total() {
    let state = counted(with_tiers(own_tiers()), FILE);
    let total = |table: &HistoryTable, column: &str| {
        let place_of = table.columns.iter().position(|name| name == column).expect("a column");
        let (heading, cells) = table.total.as_ref().expect("a total");
        assert_eq!(heading, "All months");
        cells[place_of - 1].clone()
    };
    let by_month = &outline(&state).by_month;
    assert_eq!(total(by_month, "March 2023").line(), "$84,100");
    let free = total(by_month, "the free era");
    assert_eq!((free.line().as_str(), free.is_over), ("no total (over every cap in 1 month)", true));
    assert_eq!(total(by_month, "August 2026").line(), "no total (no public price in 1 month)");
    assert_eq!(total(by_month, "Reads").line(), "12,409,000");
    let own = outline(&state).by_tier.last().expect("own tiers");
    assert_eq!(total(own, "Flat").line(), "$398");
    let over = total(own, "=Our <offer>");
    assert_eq!((over.line().as_str(), over.is_over), ("$7,045 (over the cap in 1 month)", true));
}

#[tokio::test]
async fn the_order_of_dates_can_be_changed_without_reading_again() {
    let file = "date,reads\n02/03/2023,5\n04/05/2023,6\n";
    let previewed = page(&taken(blank(), file)).await;
    assert_says(
        &previewed,
        &["Nothing in the first rows tells days from months: they are shown with the day first, as in 31/12/2022."],
    );
    let state = counted(blank(), file);
    assert_eq!(shown(&state).history.first().to_string(), "2023-03");
    assert_says(&page(&state).await, &["Nothing in the file tells days from months.", "Dates like 03/04/2023 have"]);
    let state = after(state, [HistoryAction::ChooseOrder(DateOrder::MonthFirst)]);
    assert_eq!(state.job, None);
    assert_eq!(shown(&state).history.first().to_string(), "2023-02");
    assert_says(&page(&state).await, &["As you chose, dates were read with the month first"]);

    let proven = counted(blank(), "date,reads\n31/03/2023,5\n30/04/2023,6\n");
    let refused = after(proven, [HistoryAction::ChooseOrder(DateOrder::MonthFirst)]);
    let says = page(&refused).await;
    assert_says(&says, &["No row could be read, so there is nothing to price. Line 2: With the month first"]);
}

#[tokio::test]
async fn a_month_without_rows_is_told_from_one_whose_rows_may_be_bad() {
    for (file, says) in [
        ("date,reads\n2021-03-01,4\n2021-05-02,12\n", "1 month has no row and counts as 0 reads: 2021-04."),
        (
            "date,reads\n2021-03-01,4\n2021-04-01,-5\n2021-05-02,12\n",
            "1 month has no row that could be read and counts as 0 reads: 2021-04.",
        ),
    ] {
        assert_says(&page(&counted(blank(), file)).await, &[says]);
    }
}

#[tokio::test]
async fn months_to_come_are_listed_and_not_counted() {
    let file = "month,reads\n2022-01,9000\n2022-02,8000\n2092-02,900\n2026-11,7\n2026-12,8\n";
    let preview = page(&taken(blank(), file)).await;
    assert_says(&preview, &["4 Its date, “2092-02”, is in the future. 2092-02 900", "5 7 reads in 2026-11"]);
    let state = counted(blank(), file);
    let history = &shown(&state).history;
    assert_eq!((history.first().to_string(), history.last().to_string()), ("2022-01".to_owned(), "2026-11".to_owned()));
    assert_says(
        &page(&state).await,
        &["2 rows couldn’t be read", "Line 4: Its date, “2092-02”, is in the future.", "Line 6: Its date, “2026-12”,"],
    );

    let proven = counted(blank(), "date,reads\n05/12/2026,5\n06/11/2026,6\n");
    assert_eq!(shown(&proven).history.last().to_string(), "2026-06", "with the day first, December is still to come");
    let other = after(proven, [HistoryAction::ChooseOrder(DateOrder::DayFirst)]);
    let reason = "With the day first, as in 31/12/2022, “05/12/2026”, is in the future.";
    assert_says(&page(&other).await, &[reason]);

    let none = page(&counted(blank(), "month,reads\n2092-02,900\n")).await;
    assert_says(&none, &["No row could be read, so there is nothing to price. Line 2: Its date, “2092-02”, is in the"]);
    let mut late = blank();
    late.today = "2026-11-30".parse().expect("a day");
    assert_eq!(shown(&counted(late, file)).history.last().to_string(), "2026-12", "it has begun elsewhere");
    let mut slow = blank();
    slow.today = "1970-01-01".parse().expect("a day");
    assert_eq!(shown(&counted(slow, "2022-01,9000\n")).history.last().to_string(), "2022-01", "a clock that is wrong");
}

#[tokio::test]
async fn months_with_several_rows_are_named_where_rows_are_months() {
    for (file, says) in [
        (
            "month,reads\n2022-01,9000\n2022-02,8000\n2022-01,9000\n2022-02,8000\n",
            "2 months have more than one row; their reads were added up: 2022-01, 2022-02.",
        ),
        (
            "year,month,reads\n2022,1,9000\n2022,2,8000\n2022,2,8000\n2022,2,x\n",
            "1 month has more than one row; its reads were added up: 2022-02.",
        ),
    ] {
        assert_says(&page(&counted(blank(), file)).await, &[says]);
    }
    for file in [
        "month,reads\n2022-01,9000\n2022-02,8000\n",
        "date,reads\n2022-01-01,9000\n2022-01-02,8000\n2022-01-02,8000\n",
        "month,reads\n2022-01,9000\n2022-01,9000\n2022-02-01,8000\n",
        "month\n2022-01\n2022-01\n",
    ] {
        let says = page(&counted(blank(), file)).await;
        assert!(!says.contains("more than one row"), "{file}");
    }
}

#[tokio::test]
async fn how_good_the_data_are_is_said_wherever_they_go() {
    let bad = "2022-01,x\n".repeat(8);
    let file = format!("month,reads\n2022-01,9000\n2022-03,8000\n2022-03,8000\n2022-04,1\n{bad}");
    let remarks = [
        "4 of 12 rows were counted; 8 couldn’t be read.",
        "1 month has no row that could be read and counts as 0 reads: 2022-02.",
        "1 month has more than one row; its reads were added up: 2022-03.",
    ];
    let state = counted(blank(), &file);
    let outline = outline(&state);
    assert_says(&page(&state).await, &remarks);
    assert_says(&history_text(outline, ""), &remarks);
    assert_says(&history_markdown(outline, "").replace('\\', ""), &remarks);
    let csv = history_csv(report(&state));
    assert_says(&csv, &remarks);
    assert_says(&csv, &["as if it had held then.", "Prices for a year in advance are not considered."]);
    assert!(csv.lines().all(|line| line.ends_with(",Usage type") || line.ends_with(",academic research")), "{csv}");
    let json: serde_json::Value = serde_json::from_str(&history_json(report(&state), "")).expect("JSON");
    assert_eq!((&json["rows"], &json["rowsUnread"]), (&12.into(), &8.into()));
    assert_eq!(json["monthsWithoutRow"], serde_json::json!(["2022-02"]));
    assert_eq!(json["monthsWithSeveralRows"], serde_json::json!(["2022-03"]));

    let opened = after(blank(), [HistoryAction::Open(SavedName::new("a", ""), shown(&state).history.clone())]);
    assert_says(&page(&opened).await, &remarks);
    assert_says(
        &page(&opened).await,
        &["Kept on this device: its months and these remarks, and nothing else of the file."],
    );
    assert_says(&history_text(self::outline(&opened), ""), &remarks);
}

#[tokio::test]
async fn pasted_rows_are_spoken_of_as_such() {
    let pasted = |content: &str| {
        let file = SourceFile::pasted(content.len() as u64);
        worked(after(blank(), [HistoryAction::Take(file)]), content)
    };
    for (content, says) in [
        ("", "The pasted rows can’t be used. There are none. Paste a row for each day, month or request."),
        (" \n", "The pasted rows can’t be used. There are none. Paste a row for each day, month or request."),
        (
            "date,reads\n",
            "The pasted rows can’t be used. There are headings and no row under them. Paste a row for each day, month or \
             request.",
        ),
        (
            "2023-03-01 1200\n2023-03-02 950\n",
            "No column of dates was found. Choose one, or what stands between the columns: commas, semicolons, tabs or bars, but \
             not spaces.",
        ),
    ] {
        assert_says(&page(&pasted(content)).await, &[says]);
    }
}

#[tokio::test]
async fn counting_can_be_stopped_and_followed() {
    let state = after(taken(blank(), FILE), [HistoryAction::Count]);
    let number = state.job.as_ref().expect("a job").number;
    let state = after(state, [HistoryAction::Answered(number, Reply::Progress(40))]);
    assert_says(&page(&state).await, &["Counting the reads …", "41 % of 0.1 KB", "Cancel"]);
    let late = HistoryAction::Answered(number, Reply::Progress(80));
    let state = after(state, [HistoryAction::Cancel, late]);
    assert_eq!(state.job, None);
    assert!(matches!(state.stage, Stage::Previewed(_)));
    assert_says(&page(&state).await, &["Counting was stopped. Nothing of the file was used."]);

    let looking = after(blank(), [HistoryAction::Take(SourceFile::new("a", 5))]);
    assert_says(&page(&looking).await, &["Looking at the beginning of the file …"]);
    assert_eq!(after(looking, [HistoryAction::Cancel]).stage, Stage::Empty);
}

#[tokio::test]
async fn a_worker_that_fails_is_reported() {
    let state = after(taken(blank(), FILE), [HistoryAction::Count]);
    let number = state.job.as_ref().expect("a job").number;
    let failed = Reply::Failed("it was moved, changed or closed to this page meanwhile".to_owned());
    let stale = after(state.clone(), [HistoryAction::Answered(number - 1, failed.clone())]);
    assert_eq!(stale, state, "an earlier job says nothing of this one");
    let state = after(state, [HistoryAction::Answered(number, failed)]);
    let reason = "The file couldn’t be read: it was moved, changed or closed to this page meanwhile.";
    assert_says(&page(&state).await, &[reason, "Choose a file"]);
}

#[tokio::test]
async fn more_than_ten_years_are_priced_to_their_last_120_months() {
    let row = |place: u32| format!("{}-{:02},{place}", 2010 + place / 12, place % 12 + 1);
    let rows = (0..125).map(row).collect::<Vec<_>>().join("\n");
    let state = counted(blank(), &rows);
    assert_eq!((report(&state).history.reads().len(), report(&state).left_out), (120, 5));
    assert_says(&page(&state).await, &["An estimate has at most 120 months, so the 5 months before are not priced."]);
}

#[tokio::test]
async fn months_without_reads_and_a_single_row_are_priced_like_others() {
    let none = counted(blank(), "date,reads\n2023-03-01,0\n2023-04-01,0\n");
    assert_says(&page(&none).await, &["0 reads in 2 months", "All 2 rows were counted."]);
    let one = counted(blank(), "2023-03-01,7\n");
    assert_says(
        &page(&one).await,
        &["2023-03: 7 reads in 1 month.", "The one row was counted.", "The one month, at every price list"],
    );
    let huge = counted(blank(), "2023-03-01,1000000000000000\n");
    assert_says(&page(&huge).await, &["1,000,000,000,000,000 reads in 1 month"]);
}

fn own_tiers() -> Vec<Tier> {
    let tiers = r#"[
        { "id": "basic", "name": "=Our <offer>", "charges": [{ "model": "perUnit", "unitPrice": "0.005" }], "readCap": 1000000 },
        { "id": "flat", "name": "Flat", "charges": [{ "model": "flat", "fee": "99.5" }] }
    ]"#;
    tiers_from_json(tiers).expect("tiers").tiers
}

#[tokio::test]
async fn the_readers_own_tiers_take_part() {
    let state = counted(with_tiers(own_tiers()), FILE);
    let says = page(&state).await;
    assert_says(
        &says,
        &[
            "Your own tier Flat Flat no read cap $398",
            "Your own tier =Our <offer> over every cap",
            "Your own tiers are those of the last estimate on this device: =Our <offer>, Flat.",
        ],
    );
    let own = after(state, [HistoryAction::Show(None)]);
    let says = page(&own).await;
    assert_says(&says, &["Month by month, at your own tiers", "$5,000 over the cap, 11,000,000 short"]);
}

#[tokio::test]
async fn amounts_too_large_to_be_exact_are_refused_in_words() {
    let dear = r#"{ "charges": [{ "model": "perUnit", "unitPrice": "999999999999.999999999999" }] }"#;
    let tiers = tiers_from_json(dear).expect("a tier").tiers;
    let state = counted(with_tiers(tiers), "2023-03-01,999999999999999\n");
    assert_says(
        &page(&state).await,
        &["This history can’t be priced: tier `custom`: the amount is too large to be exact"],
    );
}

#[tokio::test]
async fn another_usage_type_is_another_answer() {
    let state = counted(blank(), FILE);
    let state = after(state, [HistoryAction::ChooseUsageType(UsageType::CommercialScale)]);
    assert_eq!(report(&state).usage_type, UsageType::CommercialScale);
    assert_says(&page(&state).await, &["applied to all months for a business at scale"]);
}

#[tokio::test]
async fn histories_on_this_device_are_listed_and_opened() {
    let state = counted(blank(), FILE);
    let history = shown(&state).history.clone();
    let kept = KeptOutcome { event: KeptEvent::Kept(SavedName::new("reads.csv", "")), list: Ok(Rc::default()) };
    assert_says(&page(&after(state, [HistoryAction::Kept(kept)])).await, &["“reads.csv” is kept on this device"]);
    let opened = after(blank(), [HistoryAction::Open(SavedName::new("reads.csv", ""), history.clone())]);
    assert_eq!(shown(&opened).history, history);
    let says = page(&opened).await;
    assert_says(
        &says,
        &["Kept on this device: its months and these remarks, and nothing else", "3 of 4 rows", "$168,000"],
    );
    assert!(!says.contains("Change how it is read"), "there is no file");
    let plain = UsageHistory::new(history.first(), history.reads().to_vec()).expect("a history");
    let opened = after(blank(), [HistoryAction::Open(SavedName::new("kept earlier", ""), plain)]);
    assert_says(&page(&opened).await, &["Kept on this device: its months, and nothing else of the file.", "$168,000"]);
    assert_eq!(outline(&opened).remarks, [""; 0]);

    let why = StorageProblem::Full;
    let refused = KeptOutcome { event: KeptEvent::Refused(format!("Couldn’t keep “x”: {why}.")), list: Err(why) };
    let full = after(blank(), [HistoryAction::Kept(refused)]);
    assert_says(&page(&full).await, &["Couldn’t keep “x”: this browser’s storage for this page is full"]);
}

#[tokio::test]
async fn every_outlet_says_what_the_screen_says() {
    let state = counted(with_tiers(own_tiers()), FILE);
    let (report, outline) = (report(&state), outline(&state));
    let address = "https://example.com/#v2/given=5";
    let plain = history_text(outline, address);
    let markdown = history_markdown(outline, address).replace('\\', "");
    let mut screens = String::new();
    let books = catalogue().price_books().iter().map(Some).chain([None]);
    for book in books {
        screens += &page(&after(state.clone(), [HistoryAction::Show(book)])).await;
    }
    for sentence in outline.sentences.iter().chain(&outline.remarks).chain(&outline.notes) {
        assert_says(&plain, &[sentence]);
        assert_says(&markdown, &[sentence]);
        assert_says(&screens, &[sentence]);
    }
    for table in outline.tables() {
        for (heading, cells) in table.all_rows() {
            let on_screen = cells.iter().map(|cell| format!("{} {}", cell.text, cell.note).trim().to_owned());
            let on_screen = std::iter::once(heading.clone()).chain(on_screen).collect::<Vec<_>>().join(" ");
            assert_says(&screens, &[&on_screen]);
            let lines: Vec<_> = cells.iter().map(quota_calculator::format::HistoryCell::line).collect();
            assert_says(&markdown, &[&format!("| {heading} | {} |", lines.join(" | "))]);
            for line in lines {
                assert_says(&plain, &[&line]);
            }
        }
    }
    csv_says_the_same(report, outline, &history_csv(report));
    json_says_the_same(report, &history_json(report, address));
}

/// The rows of the CSV beside the cells of the screen, in the order of both.
fn csv_says_the_same(report: &HistoryReport, outline: &HistoryOutline, csv: &str) {
    let rows: Vec<Vec<&str>> =
        csv.trim_start_matches('\u{feff}').lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows[0], ["Month", "Reads", "Prices of", "Tier", "Cost in US dollars", "Note", "Usage type"]);
    let answers = report.books.iter().map(|book| &book.answers).chain([&report.own]);
    let mut checked = 0;
    for (table, answers) in outline.by_tier.iter().zip(answers) {
        for (column, answer) in answers.iter().enumerate() {
            let tier = answer.tier.name.replace('=', "'=");
            let row_of = |month: &str| {
                let row = rows.iter().find(|row| {
                    row[0] == month && row[3] == tier && table.title.ends_with(row[2].trim_start_matches("the "))
                });
                row.unwrap_or_else(|| panic!("no row for {month} at {tier} of {}", table.title))
            };
            let short = |row: &[&str]| {
                let short = row[5].strip_prefix("over the cap: ")?.strip_suffix(" reads short")?;
                Some(short.parse::<u64>().expect("reads"))
            };
            let months = report.history.months().map(|(month, _)| row_of(&month.to_string()));
            assert_eq!(short(row_of("all")), months.filter_map(|row| short(row)).reduce(|sum, one| sum + one));
            for (place, (month, reads)) in report.history.months().enumerate() {
                let cell = &table.rows[place].1[column + 1];
                let row = row_of(&month.to_string());
                assert_eq!(row[1], reads.to_string());
                if let Some(amount) = row[4].strip_suffix(".00").filter(|_| month_fit(answer, reads) == Fit::Fits) {
                    assert_eq!(cell.text.replace(['$', ','], ""), amount);
                }
                assert_eq!(cell.is_over, row[5].starts_with("over the cap"));
                checked += 1;
            }
        }
    }
    for (place, book) in report.books.iter().enumerate() {
        let named = |row: &&Vec<&str>| row[2] == book.epoch.price_book.name && row[3] == "the cheapest of each month";
        let row = rows.iter().find(named).expect("a total");
        assert_eq!(row[..2], ["all", "12409000"]);
        let (_, cells) = outline.by_month.total.as_ref().expect("a total");
        let cell = &cells[place + 1];
        match row[4] {
            "" => assert_eq!((cell.text.as_str(), cell.note.as_str()), ("no total", row[5])),
            amount => assert_eq!(cell.text.replace(['$', ','], "") + ".00", amount),
        }
    }
    assert!(checked > 100, "{checked} cells");
    assert!(!csv.contains(",=Our"), "no text is a formula");
}

/// The sum of the months of a price book, which all are whole dollars here; `None` where one has no amount.
fn summed(price_book: &serde_json::Value) -> Option<String> {
    let months = price_book["byMonth"].as_array().expect("months");
    let dollars = months.iter().map(|month| month["amount"].as_str()?.strip_suffix(".00")?.parse::<u64>().ok());
    dollars.sum::<Option<u64>>().map(|sum| format!("{sum}.00"))
}

fn json_says_the_same(report: &HistoryReport, json: &str) {
    let document: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let months = document["months"].as_array().expect("months");
    assert_eq!(months.len(), report.history.reads().len());
    for (book, value) in report.books.iter().zip(document["priceBooks"].as_array().expect("price books")) {
        let total = book.epoch.cheapest.as_ref().and_then(|answer| answer.cost.as_ref()).map(|cost| cost.total);
        let said = value["total"].as_str().map(|total| total.trim_end_matches('0').trim_end_matches('.').to_owned());
        let total = total.map(|total| total.to_string());
        assert_eq!(said.filter(|said| !said.is_empty()), total.filter(|total| total != "0"));
        assert_eq!(value["byMonthTotal"].as_str(), summed(value).as_deref(), "{}", book.epoch.price_book.name);
    }
    assert_eq!(document["ownTiers"].as_array().map(Vec::len), Some(2));
    assert_eq!(document["link"], "https://example.com/#v2/given=5");
}

#[tokio::test]
async fn a_budget_of_the_reads_is_at_prices_of_days_to_come() {
    let state = counted(blank(), FILE);
    assert_eq!(state.price_book().id.as_str(), "2023-03", "what the page shows is the past");
    let html = html(&state).await;
    let link = html.split_once(r#"href="budget.html#"#).and_then(|(_, rest)| rest.split_once('"')).expect("a link").0;
    let opened = BudgetState::open(link, None, STYLE, today());
    assert_eq!(opened.proposal.project.prices, PriceBasis::ByDate);
}

#[test]
fn the_months_are_carried_on_as_an_estimate() {
    let state = counted(with_tiers(own_tiers()), FILE);
    let link = shown(&state).link(state.price_book()).expect("a link");
    assert!(link.starts_with("v2/given=400000,9000,0,12000000/usage=academic/tiers="), "{link}");
    let estimate = link::decode(&link, catalogue()).expect("an estimate");
    assert_eq!(estimate.reads().iter().map(|reads| reads.get()).collect::<Vec<_>>(), [400_000, 9_000, 0, 12_000_000]);
    assert_eq!(estimate.price_book().id.as_str(), "2023-03");
    let ids: Vec<_> = estimate.custom_tiers().iter().map(|tier| tier.id.as_str()).collect();
    assert_eq!(ids, ["own-1", "flat"], "an id that a price book has is replaced");
    assert_eq!(estimate.peak(), Reads::new(12_000_000).expect("reads"));
}
