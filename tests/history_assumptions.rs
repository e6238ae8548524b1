//! Records of reads: what is taken for granted of a file is asked before it is counted, and said wherever its figures go.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;

use history_states::{after, blank, counted, html, outline, page, preview, reopened, report, taken, worked};
use quota_calculator::app::history::kept::KeptHistory;
use quota_calculator::app::history::{HistoryAction, HistoryState};
use quota_calculator::format::{history_csv, history_json, history_markdown, history_text};
use quota_calculator::history::{Choice, Counting, DateOrder, DecimalMark};
use rendered::{assert_says, text};

/// Everything that says what a file comes to: the page, the exports for people, and the page once the history was kept and opened.
async fn outlets(state: &HistoryState) -> Vec<String> {
    vec![
        page(state).await,
        history_text(outline(state), ""),
        history_markdown(outline(state), "").replace('\\', ""),
        history_csv(report(state)).replace("\"\"", "\""),
        page(&reopened(state)).await,
    ]
}

/// The ids of what is taken for granted, as a program reads them.
fn ids(state: &HistoryState) -> Vec<String> {
    let json: serde_json::Value = serde_json::from_str(&history_json(report(state), "")).expect("JSON");
    let ids = json.get("assumptions").and_then(|ids| ids.as_array()).cloned().unwrap_or_default();
    ids.iter().filter_map(|id| id.as_str()).map(str::to_owned).collect()
}

/// Holds that one thing is taken for granted of a file, and that the preview asks about it.
async fn case(content: &str, id: &str, says: &str) {
    cases(content, &[id], &[says]).await;
}

/// The same of several things.
async fn cases(content: &str, ids: &[&str], says: &[&str]) {
    let previewed = html(&taken(blank(), content)).await;
    let (_, asked) = previewed.split_once("Is this right?").expect("a question");
    assert_says(&text(asked), says);
    let state = counted(blank(), content);
    assert_eq!(self::ids(&state), ids, "{content}");
    for outlet in outlets(&state).await {
        assert_says(&outlet, says);
    }
}

/// Holds that nothing is taken for granted of a file.
#[track_caller]
fn plain(content: &str) {
    let state = counted(blank(), content);
    assert_eq!(ids(&state), [""; 0], "{content}");
    assert!(preview(&taken(blank(), content)).assumptions.is_empty(), "{content}");
}

/// A file with these counts, day by day.
fn days(column: &str, counts: &[u64]) -> String {
    let rows = (1..).zip(counts).map(|(day, count)| format!("2023-03-{day:02},{count}\n"));
    format!("date,{column}\n{}", rows.collect::<String>())
}

#[tokio::test]
async fn what_only_rises_is_taken_for_no_running_total() {
    case(
        &days("total", &[5, 9, 14, 20, 20, 31, 44, 58]),
        "no-running-total",
        "“total” never falls from one row to the next: if it is a running total, its reads are counted again and again.",
    )
    .await;
    plain(&days("total", &[5, 9, 14, 20, 19, 31, 44, 58]));
    let content = days("total", &[5, 9, 14, 20, 20, 31, 44, 58]);
    let chosen = Choice { counting: Some(Counting::Column(1)), ..Choice::default() };
    let state = worked(after(taken(blank(), &content), [HistoryAction::Choose(chosen)]), &content);
    assert!(preview(&state).assumptions.is_empty(), "what is chosen isn't asked about");
}

#[tokio::test]
async fn the_order_of_days_and_months_is_said_to_be_assumed_wherever_the_figures_go() {
    let content = "date,reads\n02/03/2023,5\n04/05/2023,6\n";
    let state = counted(blank(), content);
    let says = "Nothing in the file tells days from months. Dates were read with the day first, as in 31/12/2022; with the other \
                order they would be of other months.";
    assert_eq!(ids(&state), ["day-first"]);
    for outlet in outlets(&state).await {
        assert_says(&outlet, &[says]);
    }
    let chosen = after(state, [HistoryAction::ChooseOrder(DateOrder::MonthFirst)]);
    assert_eq!(ids(&chosen), ["month-first"]);
    for outlet in outlets(&chosen).await {
        assert_says(&outlet, &["As you chose, dates were read with the month first, as in 12/31/2022; with the other"]);
        assert_eq!(outlet.matches("dates were read with").count(), 1, "{outlet}");
    }
    for content in ["date,reads\n02/03/2023,5\n14/05/2023,6\n", "date,reads\n01/02/2023,5\n01/03/2023,6\n"] {
        plain(content);
    }
}

#[tokio::test]
async fn a_table_without_counts_is_said_to_be_counted_row_by_row() {
    let says = "There seems to be one row for each hour, day, week or month, as in a table of counts, but no column was found to \
                have the reads: each row counts as one read.";
    for content in [
        "month\n2022-01\n2022-02\n2022-03\n",
        "month,note\n2022-01,a\n2022-02,b\n",
        "month,average\n2022-01-31,5\n2022-02-28,6\n2022-03-31,6\n",
        "date,likes\n2022-01-03,5\n2022-01-02,6\n2022-01-01,6\n",
        "date,likes\n2022-01-05,5\n2022-01-06,5\n2022-01-07,5\n2022-01-10,6\n2022-01-11,6\n2022-01-12,6\n2022-01-13,6\n",
        "week,cost\n2022-01-03,5\n2022-01-10,6\n2022-01-17,6\n",
        "time,latency\n2022-01-03 10:00,5\n2022-01-03 11:00,6\n2022-01-03 12:00,6\n",
        "year,month\n2022,11\n2022,12\n2023,1\n",
    ] {
        case(content, "read-per-stretch", says).await;
    }
    for content in [
        // Counts, months that come again, days far apart, moments, requests and posts.
        "month,reads\n2022-01,5\n2022-02,6\n2022-03,7\n",
        "month\n2022-01\n2022-01\n2022-01\n2022-02\n",
        "date\n2022-01-03\n2022-01-03\n2022-01-09\n2022-01-21\n",
        "time\n2022-01-03 10:00\n2022-01-03 10:04\n2022-01-04 12:00\n",
        "date,endpoint\n2022-01-01,/2/tweets\n2022-01-02,/2/tweets\n2022-01-03,/2/tweets\n",
        "created_at,text\n2022-01-01,a\n2022-01-02,b\n2022-01-03,c\n",
    ] {
        plain(content);
    }
    let content = "month\n2022-01\n2022-02\n2022-03\n";
    let chosen = Choice { counting: Some(Counting::Rows), ..Choice::default() };
    let state = worked(after(taken(blank(), content), [HistoryAction::Choose(chosen)]), content);
    assert!(preview(&state).assumptions.is_empty(), "what is chosen isn't asked about");
}

#[tokio::test]
async fn weeks_are_said_to_count_in_the_months_of_their_dates() {
    let says = "Rows look like weeks: all reads of a week count in the month of the date that is taken from its row, though some of \
                its days may be of another month. Give the reads by day or by month to be exact.";
    for content in [
        "week starting,reads\n2022-01-03,3000\n2022-01-10,3000\n2022-01-17,3000\n2022-01-24,3000\n2022-01-31,3000\n",
        "date,reads\n2022-01-31,5\n2022-01-24,6\n2022-01-10,5\n2022-01-03,5\n",
        "date,project,reads\n2022-01-03,a,5\n2022-01-03,b,6\n2022-01-10,a,6\n2022-01-10,b,7\n",
        "Woche ab,Abrufe\n2022-01-31,5\n",
        "KW,Abrufe\n03.01.2022,5\n28.02.2022,5\n",
        "Week ending,reads\n2022-01-09,5\n2022-04-03,6\n",
        "from,to,reads\n2022-01-03,2022-01-09,5\n2022-01-10,2022-01-16,6\n2022-01-17,2022-01-23,4\n",
    ] {
        case(content, "week-in-one-month", says).await;
    }
    for content in [
        "date,reads\n2022-01-03,5\n2022-01-04,6\n2022-01-05,5\n",
        "month,reads\n2022-01-01,5\n2022-02-01,6\n2022-03-01,5\n",
        "week day,reads\n2022-01-03,5\n2022-01-04,6\n2022-01-05,5\n",
        "week day,reads\n2022-01-31,5\n2022-02-28,6\n2022-03-31,5\n",
        // Each row is one read of its day.
        "id,created_at,text\n7,2022-01-03,a\n8,2022-01-10,b\n9,2022-01-17,c\n",
    ] {
        plain(content);
    }
}

#[tokio::test]
async fn rows_that_end_in_another_month_are_said_to_count_in_one() {
    let says = "Some rows begin in one month and end in another: all reads of such a row count in the month of the date that is \
                taken from it. Give the reads by day or by month to be exact.";
    for content in [
        "from,to,reads\n2022-01-03,2022-01-16,5\n2022-01-17,2022-01-30,6\n2022-01-31,2022-02-13,4\n",
        "start,end,reads\n2022-01-01,2022-03-31,5\n2022-04-01,2022-06-30,6\n",
        "to,from,reads\n2022-03-05,2022-02-20,5\n",
    ] {
        case(content, "span-in-one-month", says).await;
    }
    for content in [
        "from,to,reads\n2022-01-01,2022-01-31,5\n2022-02-01,2022-02-28,6\n",
        "from,to,reads\n2022-01-01,2022-02-01,5\n2022-02-01,2022-03-01,6\n",
        "start,end,reads\n2022-01-30 10:00,2022-01-30 10:05,5\n2022-02-01 11:00,2022-02-01 11:05,6\n",
        "date,reads,reply to\n2022-01-30,5,2022-03-01\n2022-02-01,6,\n2022-02-02,6,\n",
    ] {
        plain(content);
    }
}

#[tokio::test]
async fn a_mark_in_numbers_of_a_unit_is_said_to_be_taken_for_one_of_thousands() {
    let file = |name: &str, numbers: [&str; 3]| {
        let [one, two, three] = numbers;
        format!("month;{name}\n2022-01;{one}\n2022-02;{two}\n2022-03;{three}\n")
    };
    for (name, numbers, id, example, unit) in [
        ("tweets (millions)", ["1.477", "2.031", "1.905"], "decimal-comma", "1.234", "millions"),
        ("tweets (millions)", ["1.477", "2", "1.905"], "decimal-comma", "1.234", "millions"),
        ("Beiträge (Tsd.)", ["1,477", "2,031", "905"], "decimal-point", "1,234", "thousands"),
    ] {
        let says = format!(
            "In numbers of “{name}” like {example} the mark is taken to set thousands apart. As these may be in {unit}, it may be a \
             decimal mark."
        );
        case(&file(name, numbers), id, &says).await;
    }
    // 1.5 says which mark it is, so 1.477 can't be read.
    let content = file("tweets (millions)", ["1.477", "2.031", "1.5"]);
    assert_says(&page(&taken(blank(), &content)).await, &["Its count, “1.477”, can be read in two ways."]);
    // Without a unit reads are whole, and what groups digits twice, or stands before a decimal mark, is no decimal mark.
    plain(&file("tweets", ["1.477", "2.031", "1.905"]));
    plain(&file("tweets (thousands)", ["1.477.000", "2.031", "1.905"]));
    plain(&file("tweets (thousands)", ["1477", "2031", "1905"]));
    let content = file("tweets (millions)", ["1.477", "2.031", "1.905"]);
    let chosen = Choice { mark: Some(DecimalMark::Comma), ..Choice::default() };
    let state = worked(after(taken(blank(), &content), [HistoryAction::Choose(chosen)]), &content);
    assert!(preview(&state).assumptions.is_empty(), "what is chosen isn't asked about");
}

#[tokio::test]
async fn whole_numbers_amid_fractions_of_a_unit_are_said_to_be_taken_as_they_are() {
    let says = "Some numbers of “reads (millions)” aren’t whole, so all of them may be in millions: those that are whole count as \
                they are.";
    case("month,reads (millions)\n2022-01,1.5\n2022-02,2\n2022-03,3.25\n", "whole-as-they-are", says).await;
    plain("month,reads\n2022-01,1.5\n2022-02,2\n2022-03,3\n");
    plain("month,reads (millions)\n2022-01,15\n2022-02,2\n2022-03,3\n");
}

#[tokio::test]
async fn what_is_taken_for_granted_of_a_column_without_a_known_name_makes_a_sentence() {
    let kept = "history 7\nname x\nkept 2026-08-14\nrows 2\nunread 0\nmissing none\nrepeated none\nbegins none\nends none\n\
                quoted none\nsame 0\ncounted none\nassumed no-running-total,decimal-point,whole-as-they-are\nfrom 2022-01\nreads 5,6";
    let kept = KeptHistory::decode(kept).expect("a history");
    let opened = after(blank(), [HistoryAction::Open(kept)]);
    assert_says(
        &page(&opened).await,
        &[
            "The column of the reads never falls from one row to the next",
            "In numbers of the column of the reads like 1,234 the mark is taken to set thousands apart.",
            "Some numbers of the column of the reads aren’t whole, so all of them may be in a unit: those that are whole count as \
             they are.",
        ],
    );
}

#[tokio::test]
async fn rows_of_accounts_are_said_to_be_no_posts() {
    let read = "Each row looks like an account, not a post, and still counts as one read.";
    let created =
        "Accounts count in the months in which they were created, which may not be those in which they were read.";
    let file = |header: &str, cells: &str| {
        let row = |number: u32, date: &str| format!("163600000000000000{number},{date},{cells}\n");
        format!("{header}\n{}{}{}", row(1, "2009-05-04"), row(2, "2009-05-05"), row(3, "2017-02-01"))
    };
    for (header, cells) in [
        ("id,created_at,name,screen_name,description,followers_count,tweet_count", "Ann Bee,ann,I write,5,6000"),
        ("id,created_at,username,public_metrics.followers_count,public_metrics.like_count,lang", "ann,5,60,en"),
        ("user_id,account_created_at,screen_name,statuses_count,favourites_count", "ann,500,60"),
        ("id,created_at,followers_count,friends_count,profile_text_color", "5,6,c0ffee"),
    ] {
        let content = file(header, cells);
        cases(&content, &["read-per-account", "month-of-creation"], &[read, created]).await;
        let state = taken(blank(), &content);
        assert!(!page(&state).await.contains("Each row is a post"), "{content}");
        assert!(!page(&state).await.contains("on which posts were written"), "{content}");
        let state = counted(blank(), &content);
        assert!(!history_json(report(&state), "").contains("datesOfWriting"), "{content}");
        assert!(!page(&state).await.contains("Posts were counted"), "{content}");
    }
    let content = file("id,created_at,username,followers_count", "ann,5");
    let rows = Choice { counting: Some(Counting::Rows), date_column: Some(1), ..Choice::default() };
    let chosen = worked(after(taken(blank(), &content), [HistoryAction::Choose(rows)]), &content);
    assert_says(&page(&chosen).await, &["Is this right?", read, created]);
    let content = file("id,retrieved_at,username,followers_count", "ann,5");
    case(&content, "read-per-account", read).await;
    for (header, cells) in [
        ("id,created_at,text,username,followers_count,tweet_count", "a text,ann,5,6000"),
        ("tweet_id,created_at,username,followers_count,like_count", "ann,5,6"),
        ("id,created_at,author.followers_count,like_count", "5,6"),
        ("id,created_at,user_id,followers_count", "7,5"),
        ("id,created_at,followers_count,retweet_count", "7,5"),
    ] {
        let content = file(header, cells);
        assert_says(&page(&taken(blank(), &content)).await, &["Each row is a post and counts as one read."]);
        plain(&content);
    }
}
