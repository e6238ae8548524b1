//! Records of reads: which columns of a file are taken for the dates and the reads, and what is said of the others.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;

use history_states::{after, blank, counted, html, months, outline, page, report, shown, taken, today, worked};
use quota_calculator::app::history::kept::KeptHistory;
use quota_calculator::app::history::{HistoryAction, HistoryState, Stage};
use quota_calculator::format::{history_csv, history_json, history_markdown, history_text};
use quota_calculator::history::{Choice, Counting, Delimiter, Preview};
use rendered::assert_says;

#[track_caller]
fn preview(state: &HistoryState) -> &Preview {
    match &state.stage {
        Stage::Previewed(preview) => preview,
        other => panic!("nothing is previewed: {other:?}"),
    }
}

/// The names of the columns of the dates and the reads; of reads, where each row is one.
fn taken_from(content: &str) -> (String, String) {
    let state = taken(blank(), content);
    let preview = preview(&state);
    let name = |place: usize| preview.columns[place].clone();
    let counted = match preview.counting {
        Counting::Rows => "rows".to_owned(),
        Counting::Column(place) => name(place),
    };
    (preview.date_column.map(name).unwrap_or_default(), counted)
}

#[test]
fn what_was_read_is_taken_before_what_was_written_or_failed() {
    for (header, expected) in [
        ("date,tweets_posted,tweets_read", "tweets_read"),
        ("date,failed_requests,successful_requests", "successful_requests"),
        ("date,requests,successful_requests", "successful_requests"),
        ("date,calls,Objects fetched", "Objects fetched"),
        ("date,tweets,tweets_returned", "tweets_returned"),
        ("date,users_collected,tweets_collected", "tweets_collected"),
        ("date,errors,hits", "hits"),
        ("date,rejected,duplicates,received", "received"),
        ("date,unique tweets,tweets", "tweets"),
        ("date,tweets published,tweets retrieved", "tweets retrieved"),
        ("date,requests_sent,failed", "requests_sent"),
        ("date,failed,successful,tweets", "tweets"),
        ("Datum,gesendete Beiträge,Beiträge gelesen", "Beiträge gelesen"),
        ("date,tweets_posted", "tweets_posted"),
        ("date,tweets,likes received", "tweets"),
        ("date,likes received,comments received", "rows"),
        ("Date,Tweet cap usage", "Tweet cap usage"),
        ("month,quota usage,quota limit", "quota usage"),
        ("start,end,day_count", "day_count"),
        ("date,not_found,found", "found"),
        ("Datum,Statuscode,Ergebnisse", "Ergebnisse"),
        ("Datum,Dauer,Ergebnisse", "Ergebnisse"),
        ("Fecha,Código,Resultados", "Resultados"),
        ("Fecha,Fallidos,Descargados", "Descargados"),
        ("Datum,Gespeichert,Heruntergeladen", "Heruntergeladen"),
        ("日付,リクエスト数,取得ツイート数", "取得ツイート数"),
        ("日付,投稿数,読み取り数,残り", "読み取り数"),
        ("日付,いいね数,取得ツイート数", "取得ツイート数"),
        ("日付,リツイート数,いいね数", "rows"),
    ] {
        let counts = ",1000".repeat(header.matches(',').count());
        let (_, counted) = taken_from(&format!("{header}\n2023-03-01{counts}\n"));
        assert_eq!(counted, expected, "{header}");
    }
}

#[tokio::test]
async fn what_came_in_each_stretch_of_time_is_a_count_where_rows_are_as_long() {
    let days = ["2023-03-01", "2023-03-02", "2023-03-03"];
    let months = ["2023-01-01", "2023-02-01", "2023-03-01"];
    let pair = |name: &str, dates: &[&str]| {
        let rows: Vec<_> = dates.iter().map(|date| format!("{date},1000")).collect();
        (format!("date,{name}\n{}\n", rows.join("\n")), name.to_owned())
    };
    for (content, name) in [
        pair("tweets_per_day", &days),
        pair("tweets_per_day", &days[..1]),
        pair("tweetsPerDay", &["03/04/2023", "04/04/2023"]),
        pair("Reads per day", &["2023-03-02", "2023-03-02", "2023-03-01"]),
        pair("posts/day", &["2023-03-02 00:00:00", "2023-03-03 00:00:00"]),
        pair("Beiträge pro Tag", &days),
        pair("posts per month", &months),
        pair("posts per month", &["2023-01", "2023-03"]),
        pair("requests per day", &days),
        ("year,month,posts per month\n2023,3,1000\n".to_owned(), "posts per month".to_owned()),
    ] {
        assert_eq!(taken_from(&content).1, name, "{content}");
    }
    for (content, name) in [
        pair("tweets_per_day", &months),
        pair("tweets_per_day", &["2023-01", "2023-02"]),
        pair("tweets_per_day", &["2023-01-31", "2023-02-28"]),
        pair("tweets_per_day", &["01/01/2023", "01/02/2023", "01/03/2023"]),
        pair("posts per month", &days),
        pair("posts per hour", &days),
        pair("tweets_per_day", &["2023-03-01 10:00", "2023-03-01 11:00"]),
    ] {
        assert_eq!(taken_from(&content).1, "rows", "{content}");
        let says = format!("“{name}” looks like an average.");
        assert_says(&page(&taken(blank(), &content)).await, &[&says]);
    }
    assert_eq!(taken_from("date,likes per day\n2023-03-01,5\n").1, "rows");
    assert_eq!(taken_from("date,posts,posts per hour\n2023-03-01,5,1\n").1, "posts");
}

#[tokio::test]
async fn a_column_that_sums_another_up_is_a_running_total() {
    for (content, name, total) in [
        ("date,new,total\n2023-03-01,5,105\n2023-03-02,7,112\n2023-03-03,2,114\n2023-03-04,9,123\n", "new", "total"),
        ("date,total,new\n2023-03-04,123,9\n2023-03-03,114,2\n2023-03-02,112,7\n2023-03-01,105,5\n", "new", "total"),
        ("date,x,reads\n2023-03-01,5,105\n2023-03-02,7,112\n2023-03-03,2,114\n2023-03-04,9,123\n", "x", "reads"),
        ("date,posts,n\n2023-03-01,5,5\n2023-03-02,7,12\n2023-03-03,2,14\n2023-03-04,9,23\n", "posts", "n"),
    ] {
        let state = taken(blank(), content);
        assert_eq!(taken_from(content).1, name, "{content}");
        let says = page(&state).await;
        assert_says(&says, &[&format!("Passed over: “{total}” looks like a running total.")]);
        assert!(!says.contains("Also counts"), "{says}");
    }
    for (content, name) in [
        ("date,new,total\n2023-03-01,5,5\n2023-03-02,7,12\n", "total"),
        ("date,new,total\n2023-03-01,5,50\n2023-03-02,7,70\n2023-03-03,2,20\n2023-03-04,9,90\n", "total"),
        ("date,x,reads\n2023-03-01,0,7\n2023-03-02,0,7\n2023-03-03,0,7\n2023-03-04,0,7\n", "reads"),
        ("date,a,reads\n2023-03-01,3,7\n2023-03-02,1,8\n2023-03-03,4,12\n2023-03-04,1,9\n2023-03-05,5,8\n", "reads"),
    ] {
        assert_eq!(taken_from(content).1, name, "{content}");
        assert!(!page(&taken(blank(), content)).await.contains("running total"), "{content}");
    }
}

#[tokio::test]
async fn a_count_that_only_rises_may_be_a_running_total() {
    let file = |counts: &[u64]| {
        let days: Vec<_> = (1..).zip(counts).map(|(day, count)| format!("2023-03-{day:02},{count}\n")).collect();
        (
            format!("date,total\n{}", days.concat()),
            format!("date,total\n{}", days.into_iter().rev().collect::<String>()),
        )
    };
    let says = "“total” never falls from one row to the next: if it is a running total, its reads would be counted again and again.";
    let (rises, from_last) = file(&[5, 9, 14, 20, 20, 31, 44, 58]);
    for content in [rises, from_last] {
        assert_says(&page(&taken(blank(), &content)).await, &[says]);
    }
    for counts in
        [&[5, 9, 14, 20][..], &[5, 9, 14, 20, 19, 31, 44, 58], &[5, 5, 5, 5, 5, 5, 5, 5], &[9, 8, 7, 6, 5, 4, 3, 2]]
    {
        let content = file(counts).0;
        assert!(!page(&taken(blank(), &content)).await.contains("never falls"), "{content}");
    }
}

#[tokio::test]
async fn numbers_that_are_passed_over_are_named_with_the_reason() {
    let end =
        "So each row counts as one read: choose another column if one has the reads, or take a file that has them.";
    for (header, says) in [
        ("date,tweets_used_this_month", "“tweets_used_this_month” looks like a running total."),
        ("date,cumulative tweets", "“cumulative tweets” looks like a running total."),
        ("date,tweets to date", "“tweets to date” looks like a running total."),
        ("date,remaining", "“remaining” looks like what is left of an allowance."),
        ("date,limit,remaining", "“remaining” looks like what is left of an allowance; “limit” looks like a limit."),
        ("day,impressions,engagements", "“impressions” and “engagements” look like what others made of posts."),
        ("date,latency,cost,bytes", "“latency”, “cost” and “bytes” look like numbers of something else."),
    ] {
        let counts = ",1000".repeat(header.matches(',').count());
        let state = taken(blank(), &format!("{header}\n2023-03-01{counts}\n2023-03-02{counts}\n"));
        assert_eq!(preview(&state).counting, Counting::Rows, "{header}");
        assert_says(&page(&state).await, &["Each row counts as one read.", &format!("{says} {end}")]);
    }
    let chosen = Choice { counting: Some(Counting::Rows), ..Choice::default() };
    let content = "date,remaining\n2023-03-01,5\n";
    let chosen = worked(after(taken(blank(), content), [HistoryAction::Choose(chosen)]), content);
    let posts = taken(blank(), "id,created_at,text,like_count\n1,2023-03-01,a text,5\n");
    for state in [chosen, posts, taken(blank(), "date,status,id\n2023-03-01,200,7\n")] {
        assert!(!page(&state).await.contains("So each row counts as one read"), "what is known needs no warning");
    }
}

#[tokio::test]
async fn exports_of_posts_are_known_in_any_language() {
    // The header, what stands behind the ids and dates in a row, and what is said to be passed over.
    for (header, cells, passed_over) in [
        ("id,Datum,Text,Gefällt mir,Antworten", "ein Text,5,2", "“Gefällt mir” and “Antworten”"),
        ("ID,Datum,Inhalt,Gefällt mir,Aufrufe", "ein Text,5,200", "“Gefällt mir” and “Aufrufe”"),
        ("id,fecha,texto,Me gusta,Respuestas", "un texto,5,2", "“Me gusta” and “Respuestas”"),
        ("id,date,texte,J'aime,Vues", "un texte,5,200", "“J'aime” and “Vues”"),
        ("ID,日時,本文,いいね,表示回数", "ある日の文章,5,200", "“いいね” and “表示回数”"),
        ("投稿ID,日時,いいね,返信", "5,2", "“いいね” and “返信”"),
        ("identyfikator,data,polubienia", "5", "“polubienia”"),
        ("tweet,data,wyświetlenia,polubienia", "200,5", "“wyświetlenia” and “polubienia”"),
    ] {
        let row =
            |number: u32, day: u32| format!("163600000000000000{number},2023-03-{day:02}T10:0{number}:00Z,{cells}\n");
        let content = format!("{header}\n{}{}{}", row(1, 1), row(2, 1), row(3, 5));
        let state = taken(blank(), &content);
        assert_eq!(preview(&state).counting, Counting::Rows, "{content}");
        let says = page(&state).await;
        let stand = if passed_over.contains(" and ") { "stand" } else { "stands" };
        assert_says(
            &says,
            &[
                "Each row is a post and counts as one read.",
                &format!("Passed over: {passed_over} {stand} beside posts."),
                "has the days on which posts were written",
            ],
        );
        assert!(!says.contains("So each row counts"), "{says}");
        assert_eq!(says.matches("Is this right?").count(), 1, "only the dates are asked about: {says}");
        assert_eq!(html(&state).await.matches("class=\"history-facts\"").count(), 1, "in one sentence");
        let state = counted(blank(), &content);
        assert_says(&history_json(report(&state), ""), &["\"datesOfWriting\": true"]);
        assert_eq!(months(&shown(&state).history), [3]);
    }
    for (content, column) in [
        // What is called after what it counts is counted, whatever stands beside it.
        ("id,date,posts\n1750000000000000001,2023-03-01,5\n1750000000000000002,2023-03-01,6\n", "posts"),
        // A table by day, with the keys of a database.
        (
            "id,stat_date,cnt\n1750000000000000001,2023-03-01,5\n1750000000000000002,2023-03-02,6\n\
             1750000000000000003,2023-03-03,7\n",
            "cnt",
        ),
        ("id,stat_month,cnt\n1750000000000000001,2023-01,5\n1750000000000000002,2023-02,6\n", "cnt"),
        // One account in all rows, the last post of each day, a log of requests.
        ("date,account_id,x\n2023-03-01,1750000000000000001,5\n2023-03-01,1750000000000000001,6\n", "x"),
        ("date,newest_id,x\n2023-03-01,1750000000000000001,5\n2023-03-01,1750000000000000002,6\n", "x"),
        ("time,request_id,x\n2023-03-01 10:00,1750000000000000001,5\n2023-03-01 10:01,1750000000000000002,6\n", "x"),
        ("Datum,Kommentar,Abrufe\n2023-03-01,wie immer am Montag,5\n2023-03-02,wie immer am Dienstag,6\n", "Abrufe"),
    ] {
        assert_eq!(taken_from(content).1, column, "{content}");
    }
    // Ids alone are no times, though the digits would do.
    let ids = page(&taken(blank(), "tweet_id,いいね\n1636000000000000001,5\n1736000000000000002,6\n")).await;
    assert_says(&ids, &["No column of dates was found."]);
}

#[tokio::test]
async fn other_counts_are_named_before_and_the_one_that_was_taken_after() {
    for (header, says) in [
        ("date,tweets,requests,status", "Also counts, not used: “requests”."),
        ("date,tweets_read,tweets_posted,total", "Also counts, not used: “tweets_posted” and “total”."),
        ("date,a,b", "Also counts, not used: “b”."),
    ] {
        let counts = ",1000".repeat(header.matches(',').count());
        assert_says(&page(&taken(blank(), &format!("{header}\n2023-03-01{counts}\n"))).await, &[says]);
    }
    let alone = page(&taken(blank(), "id,date,year,reads,like_count\n1,2023-03-01,2023,7,9\n")).await;
    assert!(!alone.contains("Also counts"), "{alone}");

    for (content, says, column) in [
        ("date,reads\n2023-03-01,7\n", "The reads were taken from the column “reads”.", Some("reads")),
        (
            "date,calls\n2023-03-01,7\n",
            "The reads were taken from the column “calls”: each request counts as one read, though it may return many posts.",
            Some("calls"),
        ),
        ("2023-03-01,7\n", "The reads were taken from the column “Column 2”.", Some("Column 2")),
        ("date\n2023-03-01\n", "Each row was counted as one read.", None),
    ] {
        let state = counted(blank(), content);
        assert_says(&page(&state).await, &[says]);
        assert_says(&history_text(outline(&state), ""), &[says]);
        assert_says(&history_markdown(outline(&state), "").replace('\\', ""), &[says]);
        assert_says(&history_csv(report(&state)), &[says]);
        let json: serde_json::Value = serde_json::from_str(&history_json(report(&state), "")).expect("JSON");
        assert_eq!(json.get("countColumn").and_then(|name| name.as_str()), column, "{json}");
        let (name, history) = (shown(&state).name.clone(), shown(&state).history.clone());
        let kept = KeptHistory { name, kept: today(), history }.encode();
        let kept = KeptHistory::decode(&kept).expect("a history");
        assert_says(&page(&after(blank(), [HistoryAction::Open(kept.name, kept.history)])).await, &[says]);
    }
}

#[tokio::test]
async fn columns_that_were_passed_over_are_named_wherever_the_figures_go() {
    let row = "2023-03-01,5,105,7\n2023-03-02,7,112,7\n2023-03-03,2,114,7\n2023-03-04,9,123,7\n";
    let none = serde_json::Value::Null;
    for (content, says, also, passed_over) in [
        (
            format!("date,new tweets,total,requests\n{row}"),
            &["Also counts, not used: “requests”.", "Passed over: “total” looks like a running total."][..],
            serde_json::json!(["requests"]),
            serde_json::json!(["total"]),
        ),
        (
            "date,likes,followers,latency\n2023-03-01,5,100,7\n2023-03-02,6,100,7\n".to_owned(),
            &[
                "Passed over: “likes” and “followers” look like what others made of posts; “latency” looks like a number of something else.",
            ],
            none.clone(),
            serde_json::json!(["likes", "followers", "latency"]),
        ),
        (
            "id,date,text,Gefällt mir\n1,2023-03-01,ein Text,5\n2,2023-03-01,ein Text,6\n".to_owned(),
            &["Passed over: “Gefällt mir” stands beside posts."],
            none.clone(),
            serde_json::json!(["Gefällt mir"]),
        ),
        ("date,reads,likes\n2023-03-01,5,6\n".to_owned(), &[], none.clone(), none.clone()),
    ] {
        let state = counted(blank(), &content);
        assert_says(&page(&state).await, says);
        assert_says(&history_text(outline(&state), ""), says);
        assert_says(&history_markdown(outline(&state), "").replace('\\', ""), says);
        assert_says(&history_csv(report(&state)), says);
        let json: serde_json::Value = serde_json::from_str(&history_json(report(&state), "")).expect("JSON");
        assert_eq!((&json["otherCountColumns"], &json["columnsPassedOver"]), (&also, &passed_over), "{content}");
        assert_eq!(page(&state).await.contains("assed over"), !says.is_empty(), "{content}");
        let (name, history) = (shown(&state).name.clone(), shown(&state).history.clone());
        let kept = KeptHistory { name, kept: today(), history }.encode();
        assert!(!kept.contains("likes") && !kept.contains("total"), "only what was counted is kept: {kept}");
    }
}

#[test]
fn the_month_is_that_in_which_it_was_read() {
    for (header, row, expected) in [
        ("id,created_at,retrieved_at", "1,2019-01-01,2023-03-01", "retrieved_at"),
        (
            "created_at,author.created_at,__twarc.retrieved_at",
            "2019-01-01T10:00:00Z,2010-01-01T10:00:00Z,2023-03-01T10:00:00Z",
            "__twarc.retrieved_at",
        ),
        ("author.created_at,created_at", "2010-01-01,2019-01-01", "created_at"),
        ("date,collected_on", "2019-01-01,2023-03-01", "collected_on"),
        ("created_at,accessed", "2019-01-01,2023-03-01", "accessed"),
        ("created_at,requested_at", "2019-01-01,1680690030", "requested_at"),
        ("end,start,tweet_count", "2023-03-02,2023-03-01,5", "start"),
        ("end_time,start_time,tweet_count", "2023-03-02,2023-03-01,5", "start_time"),
        ("to,from,reads", "2023-03-02,2023-03-01,5", "from"),
        ("created_at,date", "2019-01-01,2023-03-01", "created_at"),
        ("date,project_usage,retrieved_at", "2023-03-01,412,2023-06-01T10:00:00Z", "date"),
        ("month,reads,last_read", "2023-03,412,2023-06-01", "month"),
        ("start,end,tweet_count,collected_at", "2023-03-01,2023-03-02,412,2023-06-01", "start"),
        ("id,date,last_accessed", "1,2023-03-01,2023-06-01", "date"),
    ] {
        assert_eq!(taken_from(&format!("{header}\n{row}\n{row}\n")).0, expected, "{header}");
    }
    let few = "created_at,retrieved_at\n2019-01-01,2023-03-01\n2019-01-02,\n2019-01-03,\n";
    assert_eq!(taken_from(few).0, "created_at", "most rows don't say when they were read");
}

#[tokio::test]
async fn a_column_that_may_not_be_of_reads_is_taken_with_what_its_name_hints_at() {
    for (name, hint) in [
        ("tweets_posted", "what was posted"),
        ("posts created", "what was posted"),
        ("gesendete Beiträge", "what was posted"),
        ("tweets deleted", "what was deleted"),
        ("failed_requests", "what failed"),
        ("Fehler", "what failed"),
        ("duplicates", "duplicates"),
        ("unique tweets", "different posts"),
        ("eindeutige Beiträge", "different posts"),
        ("not_found", "what was not found or not done"),
        ("unique tweets posted", "what was posted"),
    ] {
        let content = format!("date,{name}\n2023-03-01,5\n");
        let says = format!("“{name}” may be {hint} rather than all that was read, by its name.");
        assert_says(&page(&taken(blank(), &content)).await, &[&says]);
        let state = counted(blank(), &content);
        assert_says(&page(&state).await, &[&says]);
        assert_says(&history_csv(report(&state)), &[&says]);
    }
}

#[tokio::test]
async fn all_that_may_be_wrong_stands_in_one_box() {
    for (name, warnings) in [("reads", 0), ("reads (thousands)", 1), ("tweets posted (thousands)", 2)] {
        let html = html(&taken(blank(), &format!("date,{name}\n2023-03-01,5\n"))).await;
        assert_eq!(html.matches("Is this right?").count(), warnings.min(1), "{html}");
        assert_eq!(html.matches("class=\"notice\"").count(), warnings.min(1), "{html}");
        assert_eq!(html.matches("by its name").count(), warnings, "{html}");
    }
}

#[tokio::test]
async fn days_on_which_posts_were_written_are_said_to_be_those() {
    for content in ["created_at\n2019-01-01\n", "id,date,content\n1,2019-01-01,a text\n"] {
        assert_says(
            &page(&taken(blank(), content)).await,
            &["has the days on which posts were written, which may not be those on which they were read"],
        );
        let state = counted(blank(), content);
        let says = "Posts were counted in the months in which they were written, which may not be those in which they were read.";
        assert_says(&page(&state).await, &[says]);
        assert_says(&history_text(outline(&state), ""), &[says]);
        assert_says(&history_csv(report(&state)), &[says]);
        assert_says(&history_json(report(&state), ""), &["\"datesOfWriting\": true"]);
    }
    for content in [
        "created_at,endpoint,status\n2019-01-01,/2/tweets,200\n",
        "id,created_at,retrieved_at\n1,2019-01-01,2019-02-01\n",
        "created_at,posts\n2019-01-01,7\n",
        "timestamp\n2019-01-01T10:00:00Z\n",
    ] {
        assert!(!page(&taken(blank(), content)).await.contains("were written"), "{content}");
        assert!(!page(&counted(blank(), content)).await.contains("were written"), "{content}");
    }
}

#[tokio::test]
async fn a_unit_in_the_name_of_a_column_is_spoken_of() {
    for (name, unit) in [
        ("Posts (thousands)", "thousands"),
        ("Posts (millions)", "millions"),
        ("reads in k", "thousands"),
        ("Tweets ('000)", "thousands"),
        ("Beiträge (Mio.)", "millions"),
        ("\"reads, in 1,000s\"", "thousands"),
        ("reads (000s)", "thousands"),
        ("reads x1000", "thousands"),
        ("\"reads, in 1,000,000s\"", "millions"),
        ("reads in 1000000s", "millions"),
    ] {
        let content = format!("date,{name}\n2023-03-01,7\n");
        let name = name.trim_matches('"');
        let says = format!("“{name}” may be in {unit}, by its name: ");
        assert_says(&page(&taken(blank(), &content)).await, &[&format!("{says}its numbers are taken as they are.")]);
        let state = counted(blank(), &content);
        assert_eq!(months(&shown(&state).history), [7]);
        let says = format!("{says}its numbers were taken as they are.");
        assert_says(&page(&state).await, &[&says]);
        assert_says(&history_csv(report(&state)), &[&says]);
    }
    assert!(!page(&taken(blank(), "date,k\n2023-03-01,7\n")).await.contains("may be in"));
}

#[tokio::test]
async fn numbers_that_are_not_whole_are_not_passed_over_in_silence() {
    const UNIT: &str = "Numbers are taken as they are, and reads are whole, so these rows can’t be counted: give the reads in \
                        full, without a unit";
    const WHOLE: &str = "Reads are whole, so these rows can’t be counted: give whole numbers";
    let rows = |numbers: [&str; 3]| {
        let [one, two, three] = numbers;
        format!("2023-03-01;{one}\n2023-04-01;{two}\n2023-05-01;{three}\n")
    };
    for (name, numbers, example, why) in [
        ("reads (millions)", ["1.5", "2.25", "0.5"], "1.5", UNIT),
        ("reads (millions)", ["1,5", "2,25", "0,5"], "1,5", UNIT),
        ("reads, in 1,000s", ["12", "2.5", "3"], "2.5", UNIT),
        ("reads", ["1.5", "2.25", "0.5"], "1.5", WHOLE),
        ("reads", ["1", "2", "0.5"], "0.5", WHOLE),
    ] {
        let content = format!("date;{name}\n{}", rows(numbers));
        let state = taken(blank(), &content);
        assert_eq!(preview(&state).counting, Counting::Column(1), "{content}");
        let says = format!("“{name}” has numbers that aren’t whole, like “{example}”. {why}.");
        let reason = format!("Its count, “{example}”, is not a whole number.");
        assert_says(&page(&state).await, &[&says, &reason]);
        assert_says(&page(&counted(blank(), &content)).await, &[&reason]);
    }
    for (header, row, counted, says) in [
        (
            "date,requests,posts (millions)",
            "10,1.5",
            "requests",
            "Passed over: “posts (millions)” has numbers that aren’t whole.",
        ),
        (
            "date,posts (millions),posts",
            "1.5,1500000",
            "posts",
            "Passed over: “posts (millions)” has numbers that aren’t whole.",
        ),
        ("date,x", "1.5", "rows", "“x” has numbers that aren’t whole. So each row counts as one read:"),
        ("date,x,y", "1.5,2.5", "rows", "“x” and “y” have numbers that aren’t whole. So each row counts as one read:"),
        ("date,latency", "1.5", "rows", "“latency” looks like a number of something else. So each row counts"),
        (
            "date,failed (k)",
            "1.5",
            "rows",
            "“failed (k)” has numbers that aren’t whole. So each row counts as one read:",
        ),
    ] {
        let content = format!("{header}\n2023-03-01,{row}\n2023-03-02,{row}\n");
        assert_eq!(taken_from(&content).1, counted, "{content}");
        assert_says(&page(&taken(blank(), &content)).await, &[says]);
    }
}

#[tokio::test]
async fn years_alone_are_said_to_be_of_no_use() {
    for (content, column) in [
        ("year,reads\n2019,10\n2020,11\n", "year"),
        ("year,reads\n2019,1000\n2020,1100\n", "year"),
        ("Jahr;Anzahl\n2019;10\n2020;11\n", "Jahr"),
        ("2019,1000\n2020,1100\n", "Column 1"),
    ] {
        let state = taken(blank(), content);
        let delimiter = if content.contains(';') { Delimiter::Semicolon } else { Delimiter::Comma };
        assert_eq!(preview(&state).delimiter, delimiter, "{content}");
        let says = format!(
            "The column “{column}” has years and no months. Yearly reads can’t be used: give them by day or by month."
        );
        assert_says(&page(&state).await, &[&says]);
    }
    for content in ["Total,Jan 2022,Feb 2022\n5,6,7\n", "2019,10\n2020,11\n", "a,b,c\n5,6,7\n"] {
        assert_eq!(
            preview(&taken(blank(), content)).delimiter,
            Delimiter::Comma,
            "no date of numbers alone has commas: {content}"
        );
    }
    let counts = taken(blank(), "name,reads\nx,2019\ny,2020\n");
    assert_says(&page(&counts).await, &["No column of dates was found."]);
}

#[tokio::test]
async fn months_side_by_side_are_refused_also_beside_years() {
    let all = "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec";
    for content in [
        &format!("Year,{all}\n2021,5,6,7,8,9,1,2,3,4,5,6,7\n2022,5,6,7,8,9,1,2,3,4,5,6,7\n"),
        &format!("Year,{all}\n2021,500,600,700,8,9,1,2,3,4,5,6,7\n2022,5,6,7,8,9,1,2,3,4,5,6,7\n"),
        &format!("Year,{all},Total\n2021,5000,6,7,8,9,1,2,3,4,5,6,70\n"),
        &format!("exported on,Year,{all}\n2022-02-01,2021,5,6,7,8,9,1,2,3,4,5,6,7\n"),
        "Jahr;Januar;Februar;März\n2021;500;600;700\n2022;500;600;700\n",
        "année,janv.,févr.\n2021,500,600\n2022,500,600\n",
        "年,1月,2月,3月\n2021,500,600,700\n2022,500,600,700\n",
        "Year,1,2,3,4,5,6,7,8,9,10,11,12\n2021,5,6,7,8,9,1,2,3,4,5,6,7\n2022,5,6,7,8,9,1,2,3,4,5,6,7\n",
        "day,Jan,Feb,Mar\n1,500,600,700\n2,500,600,700\n",
        "account,2021-01,2021-02\na,5,6\n",
    ] {
        let state = taken(blank(), content);
        let says = "Months stand side by side here: put the reads below each other, with a row for each month.";
        assert_says(&page(&state).await, &[says]);
        assert_eq!(preview(&state).format(), None, "nothing can be counted: {content}");
    }
    for (content, dates) in [
        ("date,set,out\n2023-03-01,5,6\n", "date"),
        ("date,reads,Jan,Feb,Mar\n2023-03-01,5,6,7,8\n", "date"),
        ("year,mon,reads\n2023,Jan,5\n2023,Feb,6\n", "mon"),
        ("2023-03-01,2023-03-02,2023-03-03,2023-03-04,2023-03-05,2023-03-06,7\n2023-03-01,,,,,,7\n", "Column 1"),
    ] {
        assert_eq!(taken_from(content).0, dates, "{content}");
    }
    let content = "Year,Jan,Feb\n2021,500,600\n";
    let chosen = Choice { date_column: Some(0), ..Choice::default() };
    let state = worked(after(taken(blank(), content), [HistoryAction::Choose(chosen)]), content);
    assert_eq!(preview(&state).date_column, Some(0), "a column that is chosen is taken");
}

#[tokio::test]
async fn dates_of_no_use_say_what_to_do() {
    for (content, says) in [
        (
            "date,reads\n44562,7\n44563,8\n",
            "Its date, “44562”, may be a spreadsheet’s number for a day: format the column as dates and save it again.",
        ),
        (
            "period,reads\n2022-01-01 - 2022-01-31,7\n2022-02-01 - 2022-02-28,8\n",
            "is a range of days, which may be part of two months: give the reads by day or by month.",
        ),
        ("period,reads\n1 Jan 2022 – 7 Jan 2022,7\n", "is a range of days, which may be part of two months"),
        ("period,reads\n2022-01-01/2022-01-31,7\n", "is a range of days, which may be part of two months"),
        ("period,reads\n01.01.2022 to 31.01.2022,7\n", "is a range of days, which may be part of two months"),
        (
            "account,2022-01,2022-02\na,5,6\nb,7,8\n",
            "Months stand side by side here: put the reads below each other, with a row for each month.",
        ),
        ("account,Jan 2022,Feb 2022\na,5,6\n", "Months stand side by side here"),
    ] {
        assert_says(&page(&taken(blank(), content)).await, &[says]);
    }
    let counts = taken(blank(), "name,reads\nx,44562\ny,44563\n");
    assert_says(&page(&counts).await, &["No column of dates was found."]);
}

#[tokio::test]
async fn rows_of_moments_cover_their_months_in_part_like_rows_of_days() {
    for (content, says) in [
        (
            "t\n2022-01-01T10:00:00Z\n2022-01-01T11:00:00Z\n",
            "The rows end on 2022-01-01, so the month may be incomplete.",
        ),
        (
            "2022-03-31 10:00\n2022-04-01 10:00\n2022-05-01 10:00\n",
            "The rows begin on 2022-03-31 and end on 2022-05-01, so the first and the last month may be incomplete.",
        ),
        ("time\n1641031200\n", "The rows end on 2022-01-01, so the month may be incomplete."),
        ("time,posts\n2022-01-01 10:00,5\n2022-01-01 10:05,5\n", "The rows end on 2022-01-01, so the month may be"),
    ] {
        assert_says(&page(&counted(blank(), content)).await, &[says]);
    }
    for content in [
        "2022-01-01T00:00:00Z,9000\n2022-02-01T00:00:00Z,8000\n",
        "1/1/2022 12:00:00 AM,9000\n2/1/2022 12:00:00 AM,8000\n",
        "2022-01-31 23:59:59,9000\n2022-02-28 23:59:59,8000\n",
        "1640995200,9000\n1643673600,8000\n",
        "month\n2022-01\n2022-02\n",
        "2022-01-15\n2022-02-15\n",
    ] {
        assert!(!page(&counted(blank(), content)).await.contains("incomplete"), "{content}");
    }
}
