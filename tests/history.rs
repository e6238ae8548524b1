//! Records of reads: what is read from files as people have them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::history::{
    CalendarMonth, Choice, Count, CountError, CountUnit, Counting, DateOrder, DecimalMark, Delimiter, Encoding, Format,
    IgnoredKind, OrderReason, Preview, Tally, Unreadable, Years, look, read_date,
};

/// A month after which nothing is: no row is in the future.
fn last_month() -> CalendarMonth {
    CalendarMonth::parse("2099-12").expect("a month")
}

/// Looks at a text and counts it, as it is found to be read.
fn counted(text: &[u8], choice: &Choice) -> (Preview, Count) {
    let preview = look(text, true, choice, last_month()).expect("a table");
    let format = preview.format().expect("a column of dates");
    let count = count(&format, text, text.len().max(1));
    (preview, count)
}

fn count(format: &Format, text: &[u8], size: usize) -> Count {
    let mut tally = Tally::new(format.clone());
    text.chunks(size).for_each(|chunk| tally.push(chunk));
    tally.finish()
}

/// The months with their reads, in short: `2023-03 5, 2023-04 7`.
fn months(count: &Count) -> String {
    let (order, _) = count.evidence.order();
    match count.history(order) {
        Ok(history) => {
            let months: Vec<_> = history.months().map(|(month, reads)| format!("{month} {reads}")).collect();
            months.join(", ")
        }
        Err(error) => error.to_string(),
    }
}

#[track_caller]
fn file(text: &str, expected: &str) -> (Preview, Count) {
    let (preview, count) = counted(text.as_bytes(), &Choice::default());
    assert_eq!(months(&count), expected, "{text:?} is {preview:?}");
    (preview, count)
}

#[test]
fn a_column_of_weeks_or_quarters_is_taken_for_the_dates_and_says_why_not() {
    for (text, span) in [("week,reads\n2023-W01,5\n2023-W02,6\n", "2023-W01"), ("Q1 2023;5\nQ2 2023;6\n", "Q1 2023")] {
        let (preview, count) = file(text, &CountError::NothingRead.to_string());
        assert_eq!(preview.date_column, Some(0));
        let reason = &count.bad_rows(DateOrder::DayFirst).first[0].reason;
        assert!(reason.starts_with(&format!("Its date, “{span}”, is a ")), "{reason}");
    }
}

#[test]
fn columns_are_found() {
    file("date,reads\n2023-03-01,5\n2023-03-02,6\n2023-05-01,7\n", "2023-03 11, 2023-04 0, 2023-05 7");
    file("2023-03-01,5\n2023-03-02,6\n", "2023-03 11");
    file("Datum;Anzahl\r\n31.12.2022;1.234\r\n01.01.2023;2.000\r\n", "2022-12 1234, 2023-01 2000");
    file("month\ttweets pulled\n2023-03\t1,234,567\n2023-04\t2,000,000\n", "2023-03 1234567, 2023-04 2000000");
    file("id|created_at|posts\n17|2023-03-01|5\n18|2023-03-01|6\n", "2023-03 11");
    file(
        "created_at,endpoint,status\n2023-03-01T10:00:00Z,/2/tweets,200\n2023-03-02T10:00:00Z,/2/users,404\n",
        "2023-03 2",
    );
    file("2023-03-01\n2023-03-02\n2023-04-02\n", "2023-03 2, 2023-04 1");
    file("date,reads\n\"Mar 1, 2023\",\"1,500\"\n\"Mar 2, 2023\",\"2,500\"\n", "2023-03 4000");
    file("sep=;\ndate;reads\n2023-03-01;5\n", "2023-03 5");
    file("date,note,reads\n2023-03-01,\"two\nlines, and a \"\"quote\"\"\",5\n2023-03-02,,6\n", "2023-03 11");
    file("reads,date\n1680690030,2023-04-05\n1680690031,2023-04-06\n", "2023-04 3361380061");
    file("month,2023\n2023-03,5\n", "2023-03 5");
}

#[test]
fn posts_are_taken_as_reads_before_requests() {
    for header in [
        "date,requests,posts",
        "date,requests,tweets",
        "date,calls,posts",
        "date,requests,results",
        "date,requests,reads",
        "date,total requests,total posts",
        "date,requests,result_count",
        "date,requests,total",
        "date,total,tweet_count",
        "Datum,Anfragen,Beiträge",
    ] {
        let counting = file(&format!("{header}\n2023-03-01,10,1000\n"), "2023-03 1000").0.counting;
        assert_eq!(counting, Counting::Column(2), "{header}");
    }
    file("date,posts,requests\n2023-03-01,1000,10\n", "2023-03 1000");
    file("date,posts,results\n2023-03-01,1000,900\n", "2023-03 1000");
    file("date,endpoint,requests,result_count\n2023-03-01,/2/tweets,10,1000\n", "2023-03 1000");
    file("date,requests,tweets\n2023-03-01,10,\"a text\"\n", "2023-03 10");
}

#[test]
fn what_was_made_of_a_post_is_no_count_of_reads() {
    for (header, row) in [
        (
            "id,author_id,created_at,text,public_metrics.like_count,public_metrics.retweet_count,lang",
            "1636,17,2023-03-01T10:00:00Z,a text,12,3,en",
        ),
        ("id,created_at,text,retweet_count", "1636,2023-03-01,a text,3"),
        ("tweet_id,date,username,likes,followers", "1636,2023-03-01,someone,12,300"),
        ("date,content,id,replyCount,retweetCount,likeCount,quoteCount,viewCount", "2023-03-01,a text,1636,1,2,3,4,5"),
        (",created_at,text,favorite_count,bookmark_count,impressions", "0,2023-03-01,a text,1,2,3"),
        ("created_at,text,author.public_metrics.tweet_count", "2023-03-01,a text,5000"),
        ("created_at,text,user.followersCount,user.statusesCount", "2023-03-01,a text,300,5000"),
        ("created_at,text,followers_count,friends_count,tweet_count", "2023-03-01,a text,300,200,5000"),
        ("date,cumulative reads,running_total", "2023-03-01,1000,1000"),
        (
            "Post id,Date,Post text,Impressions,Likes,New follows,Profile visits,Detail Expands",
            "1636000000000000001,\"Wed, Mar 1, 2023\",a text,100,5,1,2,3",
        ),
        (
            "id,created_at,edit_controls.edits_remaining,public_metrics.like_count,author.public_metrics.tweet_count,index",
            "1636000000000000001,2023-03-01T10:00:00.000Z,5,3,5000,17",
        ),
    ] {
        let counting = file(&format!("{header}\n{row}\n{row}\n"), "2023-03 2").0.counting;
        assert_eq!(counting, Counting::Rows, "{header}");
    }
    for (header, place) in [
        ("date,daily,cumulative,total", 1),
        ("date,total,daily", 2),
        ("date,reads_total,reads_daily", 2),
        ("date,likes,tweets", 2),
        ("date,like_count,tweet_count", 2),
        ("date,followers,reads", 2),
        ("date,impressions,total", 2),
        ("date,retweets pulled,likes", 1),
        ("date,likes,user requests", 2),
        ("date,user,fetched", 2),
        ("date,user_id,fetched", 2),
    ] {
        let counts = ",1000".repeat(header.matches(',').count());
        let counting = file(&format!("{header}\n2023-03-01{counts}\n"), "2023-03 1000").0.counting;
        assert_eq!(counting, Counting::Column(place), "{header}");
    }
    file("date,fetched,comment\n2023-03-01,1000,late\n", "2023-03 1000");
}

#[test]
fn what_is_left_or_allowed_is_no_count_of_reads() {
    for (header, place) in [
        ("date,limit,remaining,used", 3),
        ("date,remaining,used", 2),
        ("date,quota,left,used", 3),
        ("date,allowance,consumed,rest", 2),
        ("date,total,used,remaining", 2),
        ("date,posts_remaining,posts", 2),
        ("date,max_results,result_count", 2),
        ("date,requests_left,requests", 2),
        ("date,quota,quota_used", 2),
        ("date,tweet cap,cap used", 2),
        ("date,remaining,x", 2),
        ("date,x-rate-limit-limit,x-rate-limit-remaining,x-rate-limit-reset,calls", 4),
        ("date,reset,used_posts", 2),
        ("date,used,posts", 2),
        ("Datum,Kontingent,verbleibend,verbraucht", 3),
        ("Datum,Rest,Anzahl", 2),
        ("date,remaining,REST requests", 2),
        ("date,quota,usage", 2),
    ] {
        let counts = ",1000".repeat(header.matches(',').count());
        let counting = file(&format!("{header}\n2023-03-01{counts}\n"), "2023-03 1000").0.counting;
        assert_eq!(counting, Counting::Column(place), "{header}");
    }
    for header in
        ["date,limit,remaining", "date,posts left", "date,quota_remaining,reset", "date,max_results", "Datum,Rest"]
    {
        let counts = ",1000".repeat(header.matches(',').count());
        let counting = file(&format!("{header}\n2023-03-01{counts}\n"), "2023-03 1").0.counting;
        assert_eq!(counting, Counting::Rows, "{header}");
    }
}

#[test]
fn requests_are_counted_where_nothing_else_is() {
    let preview = file("date,requests,latency\n2023-03-01,10,35\n", "2023-03 10").0;
    assert!(preview.source().counts_requests());
    assert!(file("date,price,API calls\n2023-03-01,35,10\n", "2023-03 10").0.source().counts_requests());
    for text in ["date,requests,posts\n2023-03-01,10,1000\n", "date,reads\n2023-03-01,5\n", "date\n2023-03-01\n"] {
        assert!(!counted(text.as_bytes(), &Choice::default()).0.source().counts_requests(), "{text}");
    }
}

#[test]
fn years_may_stand_in_a_column_of_their_own() {
    let pair = |text: &str, expected: &str| {
        let preview = file(text, expected).0;
        (preview.date_column, preview.years, preview.counting)
    };
    let after = (Some(1), Years::Column(0), Counting::Column(2));
    let months = "2022-12 5, 2023-01 6";
    assert_eq!(pair("year,month,reads\n2022,12,5\n2023,1,6\n", months), after);
    assert_eq!(pair("Year;Month;Posts\n2022;December;5\n2023;Jan;6\n", months), after);
    assert_eq!(pair("Jahr;Monat;Anzahl\n2022;Dezember;5\n2023;Jänner;6\n", months), after);
    assert_eq!(pair("2022,12,5\n2023,1,6\n", months), after, "without names");
    assert_eq!(
        pair("Month,Reads,Year\nDecember,5,2022\nJanuary,6,2023\n", months),
        (Some(0), Years::Column(2), Counting::Column(1))
    );
    assert_eq!(pair("mon,year,n\n12,2022,5\n01,2023,6\n", months), (Some(0), Years::Column(1), Counting::Column(2)));
    assert_eq!(
        pair("year,month,day,reads\n2022,12,31,5\n2023,1,1,6\n", months),
        (Some(1), Years::Column(0), Counting::Column(3))
    );
    assert_eq!(
        pair("year,month,reads\n2022,12,20221205\n2023,1,20230106\n", "2022-12 20221205, 2023-01 20230106"),
        after,
        "counts that might be dates"
    );
    assert_eq!(
        pair("year,month\n2022,12\n2023,1\n", "2022-12 1, 2023-01 1"),
        (Some(1), Years::Column(0), Counting::Rows)
    );
    assert_eq!(
        pair("date,year,month,reads\n2022-12-31,2022,12,5\n2023-01-01,2023,1,6\n", months),
        (Some(0), Years::InDates, Counting::Column(3)),
        "a date that is whole wins"
    );
}

#[test]
fn bad_years_and_months_are_listed() {
    let text = "year,month,reads\n2023,3,5\n2023,13,6\n,4,7\n2023,,8\n2023,May,9\n2023,Total,10\nTotal,,35\n";
    let (_, count) = file(text, "2023-03 5, 2023-04 0, 2023-05 9");
    let bad = count.bad_rows(DateOrder::DayFirst);
    let listed: Vec<_> = bad.first.iter().map(|row| (row.line, row.reason.as_str())).collect();
    assert_eq!(
        listed,
        [
            (3, "Its date, “13 2023”, names a month that doesn’t exist."),
            (4, "Its date, “4”, is no date that this page knows."),
            (5, "Its date, “2023”, names no month."),
        ]
    );
    assert_eq!(count.ignored.get(&IgnoredKind::Total).map(|rows| rows.count), Some(2));
}

#[test]
fn where_years_stand_can_be_chosen() {
    let text = "fiscal,calendar,period,m,reads\n2022,2023,x,3,5\n2022,2023,x,4,6\n";
    let read = |choice: Choice| {
        let preview = look(text.as_bytes(), true, &choice, last_month()).expect("a table");
        let months = preview.format().map(|format| months(&count(&format, text.as_bytes(), 7)));
        (preview.date_column, preview.years, months.unwrap_or_default())
    };
    let years = |place| Some(Years::Column(place));
    assert_eq!(read(Choice { years: years(1), ..Choice::default() }), (None, Years::Column(1), String::new()));
    let months = "2023-03 5, 2023-04 6".to_owned();
    let both = Choice { years: years(1), date_column: Some(3), ..Choice::default() };
    assert_eq!(read(both), (Some(3), Years::Column(1), months));
    let same = Choice { years: years(3), date_column: Some(3), ..Choice::default() };
    assert_eq!(read(same).1, Years::InDates, "no column is both");
    let found = "year,month,reads\n2023,3,5\n";
    let in_dates = Choice { years: Some(Years::InDates), ..Choice::default() };
    let preview = look(found.as_bytes(), true, &in_dates, last_month()).expect("a table");
    assert_eq!((preview.date_column, preview.years), (Some(1), Years::InDates), "the rows then say what is missing");
}

#[test]
fn what_is_not_of_the_table_is_said() {
    let text = "Usage of project X\nexported 2023\n\ndate,reads\n2023-03-01,5\n,\ndate,reads\n2023-03-02,6\nTotal,11\n";
    let (preview, count) = file(text, "2023-03 11");
    assert_eq!((preview.rows_above, preview.has_header), (2, true));
    let ignored: Vec<_> = IgnoredKind::ALL
        .into_iter()
        .filter_map(|kind| count.ignored.get(&kind).map(|rows| (kind, rows.count, rows.first_line)))
        .collect();
    assert_eq!(
        ignored,
        [
            (IgnoredKind::AboveTable, 2, 1),
            (IgnoredKind::Header, 2, 4),
            (IgnoredKind::Total, 1, 9),
            (IgnoredKind::Blank, 1, 6)
        ]
    );
    assert_eq!(count.rows, 2);
}

#[test]
fn rows_of_totals_are_ignored_whatever_column_names_them() {
    for (text, expected, totals) in [
        (
            "date,app,reads\n2023-01-01,a,60\n2023-01-01,b,40\n2023-01-01,Total,100\n2023-02-01,a,6\n2023-02-01,b,4\n\
             2023-02-01,Total,10\n",
            "2023-01 100, 2023-02 10",
            2,
        ),
        (
            "month,group,reads\n2023-01,a,60\n2023-01,Subtotal,60\n2023-02,a,80\n2023-02,Grand total,140\n",
            "2023-01 60, 2023-02 80",
            2,
        ),
        ("year,month,note,reads\n2023,1,,60\n2023,1,,40\n2023,1,Zwischensumme,100\n", "2023-01 100", 1),
        (
            "date,country,app,reads\n2023-01-01,US,a,5\n2023-01-01,US,total,5\n2023-01-01,Total,total,5\n",
            "2023-01 5",
            2,
        ),
        ("date,reads\n2023-01-01,5\n2023-01-02,6\n2023 Total,11\nGesamtsumme,11\n", "2023-01 11", 2),
        ("date,reads\n2023-01-01,5\n2023-01-02,6\nAll,11\nØ,5\n", "2023-01 11", 2),
        ("reads,date\n5,2023-01-01\n5,Sub-total\n", "2023-01 5", 1),
        // Ordinary values, and totals of rows that stand elsewhere.
        ("date,app,reads\n2023-01-01,All,5\n2023-01-01,Totally,6\n2023-01-01,b,7\n", "2023-01 18", 0),
        ("date,app,reads\n2023-01-01,Total,5\n2023-01-02,Total,6\n2023-01-03,Total,7\n", "2023-01 18", 0),
        ("created_at,username\n2023-01-01,Total\n2023-01-02,a\n2023-01-03,b\n", "2023-01 3", 0),
    ] {
        let (_, count) = file(text, expected);
        assert_eq!(count.ignored.get(&IgnoredKind::Total).map_or(0, |rows| rows.count), totals, "{text}");
    }
}

#[test]
fn bad_rows_are_listed_and_the_rest_is_used() {
    let text =
        "date,reads\n2023-03-01,5\nsoon,6\n2023-03-02,many\n2023-03-03\n,7\n2023-03-04,\n2023-03-05,-1\n2023-03-06,8\n";
    let (_, count) = file(text, "2023-03 13");
    let bad = count.bad_rows(DateOrder::DayFirst);
    let listed: Vec<_> = bad.first.iter().map(|row| (row.line, row.reason.as_str())).collect();
    assert_eq!(
        listed,
        [
            (3, "Its date, “soon”, is no date that this page knows."),
            (4, "Its count, “many”, is not a number."),
            (5, "It has only 1 of the columns, and no count."),
            (6, "It has no date."),
            (7, "Its count is empty."),
            (8, "Its count, “-1”, is negative."),
        ]
    );
    assert_eq!((bad.count, count.rows), (6, 8));
}

#[test]
fn only_the_first_hundred_bad_rows_are_listed() {
    let text = format!("date,reads\n2023-03-01,5\n{}", "2023-03-01,x\n".repeat(250));
    let bad = file(&text, "2023-03 5").1.bad_rows(DateOrder::DayFirst);
    assert_eq!((bad.count, bad.first.len(), bad.first.last().map(|row| row.line)), (250, 100, Some(102)));
}

#[test]
fn the_order_of_dates_is_decided_from_all_of_them() {
    let reason = |text: &str, expected: &str| file(text, expected).1.evidence.order();
    let (day, month) = (DateOrder::DayFirst, DateOrder::MonthFirst);
    assert_eq!(
        reason("d,reads\n03/04/2023,5\n31/12/2022,6\n", "2022-12 6, 2023-01 0, 2023-02 0, 2023-03 0, 2023-04 5"),
        (day, OrderReason::Proven(1))
    );
    assert_eq!(reason("d,reads\n03/04/2023,5\n03/31/2023,6\n", "2023-03 11"), (month, OrderReason::Proven(1)));
    assert_eq!(
        reason("d,reads\n01/02/2023,5\n01/03/2023,6\n", "2023-02 5, 2023-03 6"),
        (day, OrderReason::FirstsOfMonths)
    );
    assert_eq!(
        reason("d,reads\n02/01/2023,5\n03/01/2023,6\n", "2023-02 5, 2023-03 6"),
        (month, OrderReason::FirstsOfMonths)
    );
    assert_eq!(reason("d,reads\n02/03/2023,5\n", "2023-03 5"), (day, OrderReason::Assumed));
    assert_eq!(reason("d,reads\n2023-03-02,5\n", "2023-03 5"), (day, OrderReason::Irrelevant));

    let (_, count) = file("d,reads\n31/03/2023,5\n30/03/2023,6\n03/31/2023,7\n", "2023-03 11");
    assert_eq!(count.evidence.order(), (day, OrderReason::Mixed(2, 1)));
    let lines = |order| count.bad_rows(order).first.iter().map(|row| row.line).collect::<Vec<_>>();
    assert_eq!((lines(day), lines(month)), (vec![4], vec![2, 3]));
    let reason = &count.bad_rows(day).first[0].reason;
    assert_eq!(reason, "With the day first, as in 31/12/2022, “03/31/2023”, is a day that doesn’t exist.");
}

#[test]
fn choices_win_over_what_is_found() {
    let text = "from,to,a,b\n2023-03-31,2023-04-01,5,1.234\n";
    let choose = |choice: Choice| months(&counted(text.as_bytes(), &choice).1);
    assert_eq!(choose(Choice::default()), "2023-03 5");
    assert_eq!(choose(Choice { date_column: Some(1), ..Choice::default() }), "2023-04 5");
    assert_eq!(choose(Choice { counting: Some(Counting::Rows), ..Choice::default() }), "2023-03 1");
    assert_eq!(choose(Choice { counting: Some(Counting::Column(3)), ..Choice::default() }), "2023-03 1234");
    let point = Choice { counting: Some(Counting::Column(3)), mark: Some(DecimalMark::Point), ..Choice::default() };
    assert_eq!(choose(point), CountError::NothingRead.to_string());
    let no_header = Choice { has_header: Some(false), ..Choice::default() };
    let (preview, count) = counted(text.as_bytes(), &no_header);
    assert_eq!(preview.columns, ["Column 1", "Column 2", "Column 3", "Column 4"]);
    assert_eq!(count.bad_rows(DateOrder::DayFirst).count, 1);
    let far = Choice { date_column: Some(9), counting: Some(Counting::Column(9)), ..Choice::default() };
    assert_eq!(choose(far), "2023-03 5", "a column that isn't there is found anew");
    let tab =
        look(text.as_bytes(), true, &Choice { delimiter: Some(Delimiter::Tab), ..Choice::default() }, last_month());
    assert_eq!(tab.expect("a table").format(), None, "one column without dates");
}

#[test]
fn letters_may_be_written_in_several_ways() {
    let text = "fecha;publicaciones leídas\n2023-03-01;1 234\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let windows: Vec<u8> =
        text.chars().map(|c| if c == 'í' { 0xed } else { u8::try_from(c).expect("ASCII") }).collect();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8),
        ([b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat(), Encoding::Utf16Little),
        ([b"\xfe\xff".to_vec(), utf16(u16::to_be_bytes)].concat(), Encoding::Utf16Big),
        (windows, Encoding::Windows1252),
    ] {
        let (preview, count) = counted(&bytes, &Choice::default());
        assert_eq!((preview.encoding, months(&count).as_str()), (encoding, "2023-03 1234"));
        assert_eq!(preview.columns, ["fecha", "publicaciones leídas"]);
    }
}

#[test]
fn what_is_no_table_is_refused_with_a_reason() {
    for (bytes, reason) in [
        (&b""[..], Unreadable::Empty),
        (b"\xef\xbb\xbf", Unreadable::Empty),
        (b" \r\n \n", Unreadable::Empty),
        (b"date,reads\n", Unreadable::OnlyHeadings),
        (b"Posts read\n\ndate;reads\n;\n", Unreadable::OnlyHeadings),
        (b"PK\x03\x04rest", Unreadable::Spreadsheet),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", Unreadable::Spreadsheet),
        (b"\x1f\x8b\x08", Unreadable::Compressed),
        (b"%PDF-1.7", Unreadable::Pdf),
        (b"\n<!doctype html>", Unreadable::WebPage),
        (b"[{\"date\":1}]", Unreadable::Json),
        (b"a\x00b", Unreadable::Binary),
    ] {
        assert_eq!(look(bytes, true, &Choice::default(), last_month()), Err(reason));
    }
}

#[test]
fn a_month_with_too_many_reads_is_refused_by_name() {
    let text = "date,reads\n2023-03-01,1000000000000000\n2023-03-02,1\n2023-03-03,1000000000000001\n";
    let (_, count) = counted(text.as_bytes(), &Choice::default());
    assert_eq!(months(&count), CountError::TooMany(CalendarMonth::parse("2023-03").expect("a month")).to_string());
    let bad = count.bad_rows(DateOrder::DayFirst);
    assert_eq!(
        bad.first[0].reason,
        "Its count, “1000000000000001”, is more than can be priced: at most 1000000000000000 (10^15) reads."
    );
}

/// Files as people might have them, and some that nobody has.
fn files() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop_oneof![
        "(20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T[0-2][0-9]:[0-5][0-9]:00(Z|[+-]0[0-9]:00))?",
        "([0-3]?[0-9])/([0-3]?[0-9])/20[0-9]{2}",
        "[0-9]{1,3}([., '][0-9]{3}){0,3}",
        "\"[^\"]{0,6}\"",
        "[ -~]{0,8}",
        "Total|date|reads||#",
        "\\PC{0,4}",
    ];
    let row = (proptest::collection::vec(cell, 0..5), "[,;\t|]", "\n|\r\n|\r");
    let rows = proptest::collection::vec(row, 0..30).prop_map(|rows| {
        let text: String = rows.into_iter().map(|(cells, mark, end)| cells.join(&mark) + &end).collect();
        text.into_bytes()
    });
    prop_oneof![4 => rows, 1 => proptest::collection::vec(any::<u8>(), 0..300)]
}

proptest! {
    /// Any bytes are looked at and counted, and wherever they are cut the count is the same.
    #[test]
    fn pieces_change_nothing(bytes in files(), size in 1_usize..40, choice in choices()) {
        let Ok(preview) = look(&bytes, true, &choice, last_month()) else { return Ok(()) };
        let Some(format) = preview.format() else { return Ok(()) };
        let whole = count(&format, &bytes, bytes.len().max(1));
        prop_assert_eq!(&count(&format, &bytes, size), &whole);
        for order in DateOrder::ALL {
            let read = whole.rows - whole.bad_rows(order).count;
            match whole.history(order) {
                Ok(history) => {
                    let coverage = history.coverage().expect("its coverage");
                    prop_assert!(read > 0);
                    prop_assert_eq!((coverage.rows, coverage.unread), (whole.rows, whole.rows - read));
                    prop_assert!(history.reads().len() > coverage.missing.len());
                }
                Err(CountError::NothingRead) => prop_assert_eq!(read, 0),
                Err(CountError::TooMany(_)) => {}
            }
        }
    }

    /// A sample that isn't the whole file is looked at without complaint.
    #[test]
    fn any_beginning_is_looked_at(bytes in files(), choice in choices()) {
        let _looked = look(&bytes, false, &choice, last_month());
    }

    /// Any text is a date or says why not.
    #[test]
    fn any_text_is_a_date_or_none(text in "\\PC{0,30}|[0-9:/. TZ+-]{0,30}") {
        let _read = read_date(&text);
    }

    /// Plain days and counts are all counted, whatever stands between them.
    #[test]
    fn every_read_is_counted(
        rows in proptest::collection::vec((2006..2100_i32, 1..=12_u32, 1..=28_u32, 0..1_000_000_u64), 1..60),
        delimiter in prop::sample::select(&[',', ';', '\t', '|'][..]),
    ) {
        let line = |(year, month, day, reads): &(i32, u32, u32, u64)| {
            format!("{year}-{month:02}-{day:02}{delimiter}{reads}\n")
        };
        let text: String = std::iter::once(format!("date{delimiter}reads\n")).chain(rows.iter().map(line)).collect();
        let (_, count) = counted(text.as_bytes(), &Choice::default());
        prop_assert_eq!((count.rows, count.bad_rows(DateOrder::DayFirst).count), (rows.len() as u64, 0));
        let history = count.history(DateOrder::DayFirst).expect("a history");
        prop_assert_eq!(history.total(), rows.iter().map(|row| row.3).sum::<u64>());
    }
}

fn choices() -> impl Strategy<Value = Choice> {
    let years = prop_oneof![Just(Years::InDates), (0..4_usize).prop_map(Years::Column)];
    let counting = prop_oneof![Just(Counting::Rows), (0..4_usize).prop_map(Counting::Column)];
    (
        prop::option::of(prop::sample::select(&Delimiter::ALL[..])),
        prop::option::of(any::<bool>()),
        prop::option::of(0..4_usize),
        prop::option::of(years),
        prop::option::of(counting),
        prop::option::of(prop::sample::select(&DecimalMark::ALL[..])),
        prop::option::of(prop::sample::select(&CountUnit::ALL[..])),
    )
        .prop_map(|(delimiter, has_header, date_column, years, counting, mark, unit)| Choice {
            delimiter,
            has_header,
            date_column,
            years,
            counting,
            mark,
            unit,
        })
}
