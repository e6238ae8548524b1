//! The Usage history page and the rows of a file: how they are read, and how well they cover the months.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;

use history_states::{
    FILE, after, blank, counted, html, kept, months, outline, page, reopened, report, shown, taken, worked,
};
use quota_calculator::app::history::kept::KeptHistory;
use quota_calculator::app::history::{HistoryAction, SourceFile};
use quota_calculator::format::{history_csv, history_json, history_markdown, history_text};
use quota_calculator::history::{Choice, Counting, DateOrder, Years};
use rendered::{assert_says, text};

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
async fn a_preview_says_which_rows_will_be_ignored() {
    for (file, says) in [
        ("month,reads\n2021-03,5\n2021-04,6\nGesamt,11\n", "4 Ignored: it sums others up. Gesamt 11"),
        ("date,app,reads\n2021-03-01,a,5\n2021-03-01,Total,5\n", "3 Ignored: it sums others up. 2021-03-01 Total 5"),
        ("month,reads\n2021-03,5\n,\n2021-04,6\n", "3 Ignored: it is empty. 4 6 reads in 2021-04"),
        ("month,reads\n2021-03,5\nmonth,reads\n2021-04,6\n", "3 Ignored: it names the columns. month reads"),
    ] {
        assert_says(&page(&taken(blank(), file)).await, &[says]);
    }
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
        &["No column of dates was found. Choose it if there is one. If columns aren’t told apart, choose"],
    );
    for years in ["month,2022,2023\nJan,100,200\nFeb,1,2\n", "month;2021;2022;2023\n1;5;6;7\n2;5;6;7\n"] {
        let says = page(&taken(blank(), years)).await;
        assert_says(
            &says,
            &["Years stand side by side here: put the reads below each other, with a row for each month."],
        );
    }
    let button = html.split("<button").find(|part| part.contains("id=\"count\"")).expect("a button");
    assert!(button.contains("disabled"), "{button}");
    assert_eq!(after(state.clone(), [HistoryAction::Count]).stage, state.stage);
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
async fn months_whose_rows_may_count_reads_twice_are_named() {
    for (file, says) in [
        (
            "month,reads\n2022-01,9000\n2022-02,8000\n2022-01,9000\n2022-02,8000\n",
            "2 months have more than one row; their reads were added up: 2022-01, 2022-02.",
        ),
        (
            "year,month,reads\n2022,1,9000\n2022,2,8000\n2022,2,8000\n2022,2,x\n",
            "1 month has more than one row; its reads were added up: 2022-02.",
        ),
        (
            "date,reads\n2022-01,3000\n2022-01-01,100\n2022-01-02,100\n2022-02-01,8000\n",
            "1 month has more than one row; its reads were added up: 2022-01.",
        ),
        (
            "date,reads\n01/02/2022,100\n2022-01,3000\n2022-02,3000\n13/03/2022,5\n",
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
async fn rows_that_are_the_same_as_one_before_are_counted_and_spoken_of() {
    let many: Vec<_> = (0..70_000).map(|number| format!("2023-03-{:02},{number}\n", number % 28 + 1)).collect();
    for (file, same, says) in [
        (
            "date,reads\n2023-03-01,5\n2023-03-02,6\n2023-03-01,5\n".to_owned(),
            1,
            "1 row is exactly the same as one before; its reads were added up, too.",
        ),
        (
            "month,reads\n2022-01,9000\n2022-02,8000\n2022-01,9000\n2022-02,8000\n2022-01,9000\n".to_owned(),
            3,
            "3 rows are exactly the same as one before; their reads were added up, too.",
        ),
        (
            "date,reads\n31/03/2023,5\n01/03/2023,6\n31/03/2023,5\n".to_owned(),
            1,
            "1 row is exactly the same as one before; its reads were added up, too.",
        ),
        (
            "date,reads\n2023-03-01 00:00:00,5\n2023-03-01 00:00:00,5\n".to_owned(),
            1,
            "1 row is exactly the same as one before; its reads were added up, too.",
        ),
        (
            format!("date,reads\n2023-03-01,0\n{}", many.concat()),
            1,
            "At least 1 row is exactly the same as one before; its reads were added up, too.",
        ),
    ] {
        let state = counted(blank(), &file);
        assert_says(&page(&state).await, &[says]);
        assert_says(&history_text(outline(&state), ""), &[says]);
        assert_says(&history_csv(report(&state)), &[says]);
        let json: serde_json::Value = serde_json::from_str(&history_json(report(&state), "")).expect("JSON");
        assert_eq!(json["rowsSameAsBefore"], same, "{json}");
        let kept = kept(&state);
        assert_eq!(KeptHistory::decode(&kept.encode()), Ok(kept));
        assert_says(&page(&reopened(&state)).await, &[says]);
    }
    for file in [
        // The same day with other reads or of another app, requests, moments, and rows that can't be read.
        "date,reads\n2023-03-01,5\n2023-03-01,6\n",
        "date,app,reads\n2023-03-01,a,5\n2023-03-01,b,5\n",
        "date,app,reads\n2023-03-01,1,15\n2023-03-01,11,5\n",
        "date,endpoint\n2023-03-01,/2/tweets\n2023-03-01,/2/tweets\n",
        "time,posts\n2022-01-01 10:00,5\n2022-01-01 10:05,5\n2022-01-01 10:05,5\n",
        "time,posts\n2022-01-01 10:00,5\n2022-01-01 10:00,5\n2022-01-01 10:05,5\n",
        "date,reads\n2023-03-01,x\n2023-03-01,x\n2023-03-02,1\n",
    ] {
        let state = counted(blank(), file);
        assert!(!page(&state).await.contains("the same as one before"), "{file}");
        assert!(!history_json(report(&state), "").contains("rowsSameAsBefore"), "{file}");
    }
}

#[tokio::test]
async fn months_that_rows_of_days_cover_in_part_are_spoken_of() {
    for (file, says) in [
        (
            "date,reads\n2023-01-15,4\n2023-01-16,4\n2023-02-01,4\n2023-03-15,4\n",
            "The rows begin on 2023-01-15 and end on 2023-03-15, so the first and the last month may be incomplete.",
        ),
        (
            "2023-03-31,4\n2023-01-16,4\n2023-01-15,4\n",
            "The rows begin on 2023-01-15, so the first month may be incomplete.",
        ),
        (
            "2023-01-01T00:30:00+02:00\n2022-12-01\n2023-01-30\n2023-01-12\n",
            "The rows end on 2023-01-30, so the last month may be incomplete.",
        ),
        ("2024-02-28,4\n2024-02-01,4\n", "The rows end on 2024-02-28, so the month may be incomplete."),
        (
            "date,reads\n13/01/2023,4\n14/01/2023,4\n02/03/2023,4\n",
            "The rows begin on 2023-01-13 and end on 2023-03-02, so the first and the last month may be incomplete.",
        ),
        ("2023-01-02,4\n2023-01-03,4\n2023-01-01,x\n2023-01-31,4\n", "The rows begin on 2023-01-02, so the month may"),
    ] {
        assert_says(&page(&counted(blank(), file)).await, &[says]);
    }
    let state = counted(blank(), "date,reads\n02/01/2022,4\n01/02/2023,4\n02/02/2023,4\n");
    assert_says(&page(&state).await, &["The rows begin on 2022-01-02 and end on 2023-02-02, so"]);
    let state = after(state, [HistoryAction::ChooseOrder(DateOrder::MonthFirst)]);
    assert!(!page(&state).await.contains("incomplete"), "each month has one day");
    // Each row may stand for its month, or the months are whole.
    for file in [
        "month,reads\n2022-01,9000\n2022-02,8000\n",
        "date,reads\n2022-01-15,9000\n2022-02-15,8000\n",
        "date,reads\n2022-01-31,9000\n2022-02-28,8000\n2022-03-31,8000\n",
        "month\n2022-01\n2022-01\n2022-02\n",
        "2022-02-28,4\n2022-02-01,4\n",
    ] {
        assert!(!page(&counted(blank(), file)).await.contains("incomplete"), "{file}");
    }
}

#[tokio::test]
async fn how_good_the_data_are_is_said_wherever_they_go() {
    let days = "date,reads\n2022-01-05,9000\n2022-01-06,9000\n2022-02-02,7\n";
    let days = counted(blank(), days);
    let incomplete =
        "The rows begin on 2022-01-05 and end on 2022-02-02, so the first and the last month may be incomplete.";
    assert_says(&history_text(outline(&days), ""), &[incomplete]);
    assert_says(&history_csv(report(&days)), &[incomplete]);
    let json: serde_json::Value = serde_json::from_str(&history_json(report(&days), "")).expect("JSON");
    assert_eq!((&json["rowsBegin"], &json["rowsEnd"]), (&"2022-01-05".into(), &"2022-02-02".into()));

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

    let opened = reopened(&state);
    assert_says(&page(&opened).await, &remarks);
    assert_says(
        &page(&opened).await,
        &["Its months and these remarks were kept on this device, and nothing else of the file."],
    );
    assert_says(&history_text(self::outline(&opened), ""), &remarks);
}

#[tokio::test]
async fn a_quotation_mark_left_open_loses_no_row_in_silence() {
    let head = "date,posts,query\n2022-01-01,100,cats\n2022-02-01,200,";
    let never =
        "A quotation mark in it is never closed, so everything from here to the end of the file was taken as one row.";
    let late = "A quotation mark in it is closed too late: some of its lines look like rows of their own.";
    for (file, rows, reason, says) in [
        (
            format!("{head}\"dogs\n2022-03-01,300,fish\n2022-04-01,400,birds"),
            "1 of 2 rows was counted; 1 couldn’t be read.",
            never,
            "A quotation mark in the row on line 3 is not closed where it should be: 3 lines were taken as one row, which \
             couldn’t be read.",
        ),
        (
            format!("{head}dogs\r\n2022-03-01,300,fish\r\n2022-04-01,400,\"birds\r\n"),
            "3 of 4 rows were counted; 1 couldn’t be read.",
            never,
            "A quotation mark in the row on line 5 is not closed, so that row couldn’t be read.",
        ),
        (
            format!("{head}\"dogs\n2022-03-01,300,fish\n2022-04-01,400,\"birds\n2022-05-01,500,ants\n"),
            "2 of 3 rows were counted; 1 couldn’t be read.",
            late,
            "A quotation mark in the row on line 3 is not closed where it should be: 3 lines were taken as one row, which \
             couldn’t be read.",
        ),
        (
            "date,query,posts\n2022-01-01,cats,100\n2022-02-01,\"dogs,200\n2022-03-01,\"fish,300\n2022-04-01,\"birds,1\n"
                .to_owned(),
            "1 of 3 rows was counted; 2 couldn’t be read.",
            late,
            "Quotation marks are not closed where they should be: 3 lines were taken as 2 rows, which couldn’t be read; the first \
             is on line 3.",
        ),
        (
            format!("{head}\"dogs\n{}", "2022-02-01,2,x\n".repeat(20_000)),
            "1 of 2 rows was counted; 1 couldn’t be read.",
            never,
            "A quotation mark in the row on line 3 is not closed where it should be: 20,001 lines were taken as one row, which \
             couldn’t be read.",
        ),
    ] {
        let previewed = page(&taken(blank(), &file)).await;
        assert_says(&previewed, &["Close it in the file, or take it away, to have all rows counted."]);
        let state = counted(blank(), &file);
        assert_says(&page(&state).await, &[rows, reason, says]);
        assert_says(&history_text(outline(&state), ""), &[rows, says]);
        assert_says(&history_markdown(outline(&state), "").replace('\\', ""), &[rows, says]);
        assert_says(&history_csv(report(&state)), &[rows, says]);
        let json: serde_json::Value = serde_json::from_str(&history_json(report(&state), "")).expect("JSON");
        assert!(json["openQuotationMarks"]["lines"].as_u64().is_some_and(|lines| lines > 0), "{json}");
        let opened = reopened(&state);
        assert_says(&page(&opened).await, &[rows, says]);
    }
    let headings = "date,\"posts\n2022-02-01,2\n2022-02-02,\"5\n2022-02-03,7\n";
    assert_says(
        &page(&counted(blank(), headings)).await,
        &[
            "1 of 2 rows was counted; 1 couldn’t be read. A quotation mark in the row on line 1",
            "3 lines were taken as one row",
        ],
    );
    let nothing =
        page(&counted(blank(), "date,q,posts\n2022-01-01,\"abc,100\n2022-01-02,x,200\n2022-02-02,x,200")).await;
    assert_says(
        &nothing,
        &["No row could be read, so there is nothing to price. Line 2: A quotation mark in it is never"],
    );
    assert_says(
        &page(&taken(blank(), "date,\"posts\n2022-01-01,100\n2022-01-02,200\n")).await,
        &["“reads.csv” can’t be used. A quotation mark in its first row is never closed, so there are no other rows."],
    );
}

#[tokio::test]
async fn cells_of_several_lines_are_read_like_others() {
    for file in [
        "date,posts,query\n2022-01-01,100,\"two\nlines\"\n2022-02-01,200,\"a\r\n\r\nb, c\"\n",
        "date,posts,query\n2022-01-01,100,\"since\n2022-01-01\nor 2022-01-01, 100\"\n2022-02-01,200,x\n",
        "id,posts,query,date\n1,100,\"one\n2, two\n3, three, four\",2022-01-01\n5,200,\"say \"\"a\"\"\",2022-02-01",
    ] {
        let previewed = page(&taken(blank(), file)).await;
        assert!(!previewed.contains("quotation mark"), "{previewed}");
        let state = counted(blank(), file);
        assert_eq!(months(&shown(&state).history), [100, 200], "{file}");
        assert_says(&page(&state).await, &["Both rows were counted."]);
        let json: serde_json::Value = serde_json::from_str(&history_json(report(&state), "")).expect("JSON");
        assert_eq!(json.get("openQuotationMarks"), None);
    }
}

#[tokio::test]
async fn pasted_rows_stand_in_their_box_again() {
    let content = "date,reads\n2023-03-01,1.5\n2023-03-02,2.5\n";
    let pasted = worked(after(blank(), [HistoryAction::Take(SourceFile::pasted(content))]), content);
    let uncounted = worked(after(pasted.clone(), [HistoryAction::Count]), content);
    assert_says(&page(&uncounted).await, &["No row could be read"]);
    let refused = after(blank(), [HistoryAction::Take(SourceFile::pasted(""))]);
    assert!(html(&refused).await.contains("></textarea>"), "nothing was pasted");
    for state in [&pasted, &uncounted, &counted(pasted.clone(), FILE)] {
        let anew = after(state.clone(), [HistoryAction::StartOver]);
        assert!(html(&anew).await.contains(&format!(">{content}</textarea>")), "{}", html(&anew).await);
    }
}

#[tokio::test]
async fn pasted_rows_are_spoken_of_as_such() {
    let pasted = |content: &str| {
        let file = SourceFile::pasted(content);
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
            "No column of dates was found. Choose it if there is one. If columns aren’t told apart, choose what stands \
             between them: commas, semicolons, tabs or bars, but not spaces.",
        ),
    ] {
        assert_says(&page(&pasted(content)).await, &[says]);
    }
}
