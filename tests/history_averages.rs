//! Records of reads: averages are passed over for what they are averages of, and columns that say nothing of the reads.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;

use history_states::{blank, page, taken, taken_from};
use rendered::assert_says;

/// A file of rows for these dates, with numbers in two columns besides.
fn file(dates: &[&str], one: &str, other: &str) -> String {
    let rows = dates.iter().enumerate().map(|(place, date)| format!("{date};{};{}", 300 + place, 9_000 + 31 * place));
    format!("month;{one};{other}\n{}\n", rows.collect::<Vec<_>>().join("\n"))
}

#[tokio::test]
async fn an_average_is_passed_over_for_what_it_is_the_average_of() {
    let months = ["2021-01", "2021-02", "2021-03"];
    for (average, whole) in [
        ("avg_tweets", "tweets"),
        ("avg tweets", "total tweets"),
        ("mean tweets", "tweets"),
        ("median_tweets", "tweets"),
        ("Average", "Sum"),
        ("daily tweets", "monthly tweets"),
        ("tweets_daily", "tweets"),
        ("Ø Tweets", "Tweets"),
        ("Tweets je Tag", "Tweets gesamt"),
        ("Tweets täglich", "Tweets monatlich"),
        ("Durchschnitt Tweets", "Summe Tweets"),
        ("promedio de tweets", "tweets"),
        ("平均ツイート数", "ツイート数"),
        ("1日あたりツイート数", "ツイート数"),
    ] {
        for content in [file(&months, average, whole), file(&months, whole, average)] {
            assert_eq!(taken_from(&content).1, whole, "{content}");
            let says = format!("“{average}” looks like an average.");
            assert_says(&page(&taken(blank(), &content)).await, &[&says]);
        }
    }
}

#[test]
fn what_comes_daily_is_a_count_where_rows_are_days() {
    let days = ["2021-01-01", "2021-01-02", "2021-01-03"];
    for name in ["daily tweets", "tweets_daily", "Tweets täglich", "Tweets je Tag"] {
        assert_eq!(taken_from(&file(&days, name, "likes")).1, name);
    }
    for name in ["monthly tweets", "Tweets monatlich"] {
        assert_eq!(taken_from(&file(&["2021-01", "2021-02"], name, "likes")).1, name);
    }
}

#[test]
fn the_id_of_the_newest_post_of_a_request_is_no_post_of_its_own() {
    for (id, count) in [
        ("最新ID", "件数"),
        ("letzte_id", "Menge"),
        ("ultimo_id", "tuits"),
        ("cursor", "value"),
        ("next_token_id", "batch"),
    ] {
        let rows = (0..30_u64).map(|row| {
            let id = 1_592_059_672_650_219_804 + row * 77_777_777;
            format!("2022-01-{:02}T{:02}:10:18Z,{id},{}", 1 + row % 28, row % 24, 9 + row * 7 % 83)
        });
        let content = format!("timestamp,{id},{count}\n{}\n", rows.collect::<Vec<_>>().join("\n"));
        assert_eq!(taken_from(&content).1, count, "{content}");
    }
}

#[test]
fn a_table_by_the_hour_with_keys_is_no_export_of_posts() {
    let rows = (0..40_u64).map(|row| {
        let (day, hour) = (1 + row / 24, row % 24);
        format!("{},2022-05-{day:02} {hour:02}:00,{}", 1_506_328_457_499_289_537 + row * 911_111, 500 + row * 37 % 901)
    });
    let content = format!("row_id,hour,value\n{}\n", rows.collect::<Vec<_>>().join("\n"));
    assert_eq!(taken_from(&content).1, "value");
}

#[test]
fn a_column_that_says_the_same_in_every_row_comes_last() {
    let rows = (0..30).map(|row| format!("2022-01-22T13:{row:02}:36Z,search,200,{}", 31 + row * 7 % 60));
    assert_eq!(taken_from(&rows.collect::<Vec<_>>().join("\n")).1, "Column 4");
    let rows = (1..29).map(|day| format!("2022-02-{day:02},5,5"));
    let content = format!("date,a,b\n{}\n", rows.collect::<Vec<_>>().join("\n"));
    assert_eq!(taken_from(&content).1, "a", "there is no other");
}

#[test]
fn tweets_beside_followers_are_those_of_a_whole_life() {
    let rows = (0..30).map(|row| format!("u{row},2022-05-12T10:{row:02}:00Z,{},{}", 337 + row, 1_737 + 11 * row));
    let content = format!("username,created_at,followers,tweets\n{}\n", rows.collect::<Vec<_>>().join("\n"));
    assert_eq!(taken_from(&content).1, "rows");
    let read = content.replace(",tweets\n", ",tweets_read\n");
    assert_eq!(taken_from(&read).1, "tweets_read");
}
