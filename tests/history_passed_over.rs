//! Records of reads: which columns of numbers a file has beside its reads, and why they are passed over.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;

use history_states::{
    after, blank, counted, html, kept, months, outline, page, preview, reopened, report, shown, taken, taken_from,
    worked,
};
use quota_calculator::app::history::HistoryAction;
use quota_calculator::format::{history_csv, history_json, history_markdown, history_text};
use quota_calculator::history::{Choice, Counting};
use rendered::assert_says;

#[tokio::test]
async fn what_came_in_each_stretch_of_time_is_a_count_where_rows_are_as_long() {
    let days = ["2023-03-01", "2023-03-02", "2023-03-03"];
    let weeks = ["2023-01-23", "2023-01-30", "2023-02-06"];
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
        pair("tweets_per_week", &weeks),
        pair("weekly tweets", &["2023-02-06", "2023-01-30", "2023-01-23"]),
        pair("Tweets pro Woche", &["23.01.2023", "30.01.2023"]),
        pair("requests/week", &["2023-01-23", "2023-01-23", "2023-01-30", "2023-02-13", "2023-02-20"]),
        pair("posts per month", &months),
        pair("posts per month", &["2023-01", "2023-03"]),
        pair("requests per day", &days),
        pair("posts per hour", &["2023-03-01 22:00", "2023-03-01 23:00", "2023-03-02 00:00"]),
        ("date,hour,posts per hour\n2023-03-01,1,5\n2023-03-01,2,6\n".to_owned(), "posts per hour".to_owned()),
        ("year,month,posts per month\n2023,3,1000\n".to_owned(), "posts per month".to_owned()),
    ] {
        assert_eq!(taken_from(&content).1, name, "{content}");
    }
    for (content, name) in [
        pair("tweets_per_day", &months),
        pair("tweets_per_day", &["2023-01", "2023-02"]),
        pair("tweets_per_day", &["2023-01-31", "2023-02-28"]),
        pair("tweets_per_day", &["01/01/2023", "01/02/2023", "01/03/2023"]),
        pair("tweets_per_day", &weeks),
        pair("tweets_per_week", &days),
        pair("weekly tweets", &months),
        pair("posts per month", &weeks),
        pair("posts per month", &days),
        pair("posts per hour", &days),
        pair("posts per hour", &["2023-03-01 00:00", "2023-03-01 06:00", "2023-03-01 12:00"]),
        pair("posts per minute", &["2023-03-01 10:00", "2023-03-01 11:00"]),
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
        assert!(!says.contains("counts, too"), "{says}");
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
    let says = "“total” never falls from one row to the next: if it is a running total, its reads are counted again and again.";
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
        ("day,impressions,engagements", "“impressions” and “engagements” look like reactions to posts."),
        (
            "date,likes,errors",
            "“errors” may be what failed rather than all that was read; “likes” looks like a reaction to posts.",
        ),
        (
            "date,likes,tweets_posted,duplicates",
            "“duplicates” may be duplicates rather than all that was read; “tweets_posted” may be what was posted rather than all \
             that was read; “likes” looks like a reaction to posts.",
        ),
        ("date,followers,tweet_count", "“followers” and “tweet_count” look like figures of accounts."),
        (
            "date,user_score,likes",
            "“likes” looks like a reaction to posts; “user_score” looks like a figure of accounts.",
        ),
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
        let dates = header.split(',').nth(1).unwrap_or_default();
        let state = taken(blank(), &content);
        assert_eq!(preview(&state).counting, Counting::Rows, "{content}");
        let says = page(&state).await;
        let belong = if passed_over.contains(" and ") {
            "belong to each post, so they are no counts of reads"
        } else {
            "belongs to each post, so it is no count of reads"
        };
        assert_says(
            &says,
            &[
                "Each row is a post and counts as one read.",
                &format!("Passed over: {passed_over} {belong}."),
                &format!("“{dates}” has the days on which posts were written"),
            ],
        );
        assert!(!says.contains("So each row counts"), "{says}");
        assert_eq!(says.matches("Is this right?").count(), 1, "only the dates are asked about: {says}");
        assert_eq!(html(&state).await.matches("class=\"history-facts\"").count(), 1, "in one sentence");
        let state = counted(blank(), &content);
        assert_says(&history_json(report(&state), ""), &["\"datesOfWriting\": true"]);
        assert_eq!(months(&shown(&state).history), [3]);
    }
    // One post on each of days that follow each other, with an id that is called after it or with a text beside it.
    for (header, cells) in [
        ("Beitrags-ID,Datum,Gefällt mir", ["5", "6", "7"]),
        ("Tweet-ID,Datum,Gefällt mir", ["5", "6", "7"]),
        ("投稿ID,日付,いいね", ["5", "6", "7"]),
        ("Kennung,Datum,Nachricht", ["Guten Morgen allerseits", "Es regnet schon wieder", "Heute scheint die Sonne"]),
        ("clé,date,message", ["Bonjour tout le monde", "Il pleut encore ce matin", "Le soleil brille enfin"]),
        (
            "番号,日付,メッセージ",
            ["皆さんおはようございます", "今日もまた雨が降っています", "今日は太陽が輝いています"],
        ),
    ] {
        let rows = cells.iter().zip(1..).map(|(cell, day)| format!("163600000000000000{day},2023-03-0{day},{cell}\n"));
        let content = format!("{header}\n{}", rows.collect::<String>());
        assert_says(&page(&taken(blank(), &content)).await, &["Each row is a post and counts as one read."]);
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
    for likes in ["Gefällt mir", "Me gusta", "J'aime", "Curtidas", "Mi piace"] {
        let row = |day: u32| format!("163600000000000000{day},2023-03-0{day},5\n");
        let content = format!("ID,date,{likes}\n{}{}{}", row(1), row(2), row(3));
        assert_eq!(taken_from(&content).1, "rows", "likes are no reads, also where they stand day by day: {likes}");
    }
    // Ids alone are no times, though the digits would do.
    let ids = page(&taken(blank(), "tweet_id,いいね\n1636000000000000001,5\n1736000000000000002,6\n")).await;
    assert_says(&ids, &["No column of dates was found."]);
}

#[tokio::test]
async fn other_counts_are_named_before_and_the_one_that_was_taken_after() {
    for (header, says) in [
        ("date,tweets,requests,status", "“requests” has counts, too, and wasn’t used."),
        ("date,tweets_read,tweets_posted,total", "“tweets_posted” and “total” have counts, too, and weren’t used."),
        ("date,a,b", "“b” has counts, too, and wasn’t used."),
    ] {
        let counts = ",1000".repeat(header.matches(',').count());
        assert_says(&page(&taken(blank(), &format!("{header}\n2023-03-01{counts}\n"))).await, &[says]);
    }
    let alone = page(&taken(blank(), "id,date,year,reads,like_count\n1,2023-03-01,2023,7,9\n")).await;
    assert!(!alone.contains("counts, too"), "{alone}");

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
        assert_says(&page(&reopened(&state)).await, &[says]);
    }
}

#[tokio::test]
async fn columns_that_were_passed_over_are_named_wherever_the_figures_go() {
    let row = "2023-03-01,5,105,7\n2023-03-02,7,112,7\n2023-03-03,2,114,7\n2023-03-04,9,123,7\n";
    let none = serde_json::Value::Null;
    for (content, says, also, passed_over) in [
        (
            format!("date,new tweets,total,requests\n{row}"),
            &["“requests” has counts, too, and wasn’t used.", "Passed over: “total” looks like a running total."][..],
            serde_json::json!(["requests"]),
            serde_json::json!(["total"]),
        ),
        (
            "date,likes,followers,latency\n2023-03-01,5,100,7\n2023-03-02,6,100,7\n".to_owned(),
            &[
                "Passed over: “likes” looks like a reaction to posts; “followers” looks like a figure of accounts; “latency” looks like a number of something else.",
            ],
            none.clone(),
            serde_json::json!(["likes", "followers", "latency"]),
        ),
        (
            "id,date,text,Gefällt mir\n1,2023-03-01,ein Text,5\n2,2023-03-01,ein Text,6\n".to_owned(),
            &["Passed over: “Gefällt mir” belongs to each post, so it is no count of reads."],
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
        if says.is_empty() {
            let outlets = [page(&state).await, history_text(outline(&state), ""), history_csv(report(&state))];
            assert!(
                outlets.iter().all(|outlet| !outlet.contains("likes")),
                "nobody takes likes for reads: {outlets:?}"
            );
        }
        let kept = kept(&state).encode();
        assert!(!kept.contains("likes") && !kept.contains("total"), "only what was counted is kept: {kept}");
    }
}

#[tokio::test]
async fn what_else_counts_is_said_before_what_is_passed_over_in_the_preview_and_in_the_result() {
    let row = "2023-03-01,5,105,7\n2023-03-02,7,112,7\n2023-03-03,2,114,7\n2023-03-04,9,123,7\n";
    let content = format!("date,new tweets,total,requests\n{row}");
    let says = "“requests” has counts, too, and wasn’t used. Passed over: “total” looks like a running total.";
    for state in [taken(blank(), &content), counted(blank(), &content)] {
        assert_says(&page(&state).await, &[says]);
    }
}

#[tokio::test]
async fn numbers_that_are_not_whole_are_not_passed_over_in_silence() {
    const UNIT: &str = "Numbers are taken as they are, and reads are whole, so these rows can’t be counted: choose what the \
                        numbers are in, or give the reads in full, without a unit";
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
async fn time_zones_are_no_counts_and_are_named_as_what_they_are() {
    let posts = "id,Zeit,Zone,Inhalt\n1,2023-03-01 10:00,+0200,ein Text\n2,2023-03-01 11:00,+0200,noch ein Text\n";
    assert_says(&page(&taken(blank(), posts)).await, &["Each row is a post", "Passed over: “Zone” has time zones."]);
    assert_says(&page(&counted(blank(), posts)).await, &["Passed over: “Zone” has time zones."]);
    let requests = "time,tz\n2023-03-01 10:00,+0200\n2023-03-01 11:00,+0530\n2023-03-01 11:01,-0500\n";
    assert_eq!(taken_from(requests).1, "rows");
    assert_says(&page(&taken(blank(), requests)).await, &["“tz” has time zones. So each row counts as one read"]);
    for content in ["date,reads\n2023-03-01,+0200\n2023-03-02,+0300\n", "date,x\n2023-03-01,+200\n2023-03-02,+1215\n"] {
        assert_ne!(taken_from(content).1, "rows", "{content}");
    }
}
