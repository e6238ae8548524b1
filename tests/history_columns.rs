//! Records of reads: which columns of a file are taken for the dates and the reads.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;

use history_states::{
    STYLE, after, blank, counted, html, months, outline, page, preview, report, shown, taken, taken_from, worked,
};
use quota_calculator::app::history::HistoryAction;
use quota_calculator::format::{history_csv, history_json, history_text, preview_sentences};
use quota_calculator::history::{Choice, Delimiter};
use rendered::assert_says;

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
    for dates in ["lookup_time", "fetch_time", "collection_date", "Abrufdatum"] {
        let row = "1,2019-01-01,a text,2023-03-01";
        assert_eq!(taken_from(&format!("id,created_at,text,{dates}\n{row}\n{row}\n")).0, dates);
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
        let says = format!("By its name, “{name}” may be {hint} rather than all that was read.");
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
        assert_eq!(html.matches("By its name").count(), warnings, "{html}");
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
async fn days_on_which_posts_were_retrieved_are_said_to_be_those() {
    for dates in ["retrieved_at", "collected_at", "collectedAt", "lookup_time", "crawl_date", "Abrufdatum"] {
        for row in ["2023-03-01", "2023-03-01T10:05:00Z"] {
            let content = format!("id,text,{dates}\n1,a text,{row}\n2,another text,{row}\n");
            let state = taken(blank(), &content);
            let says = format!(
                "The dates are taken from the column “{dates}”: by its name, the days on which the rows were retrieved."
            );
            assert_says(&page(&state).await, &[&says]);
            assert!(!page(&state).await.contains("were written"), "{content}");
            assert!(!page(&counted(blank(), &content)).await.contains("were written"), "{content}");
        }
    }
    let counts = page(&taken(blank(), "collected_at,posts\n2023-03-01,7\n")).await;
    assert!(!counts.contains("retrieved"), "counts aren't rows: {counts}");
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
        let says = format!("By its name, “{name}” may be in {unit}: ");
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
        assert!(!page(&state).await.contains("reads are taken"), "from none of the months: {content}");
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

#[test]
fn months_beside_their_years_may_be_written_as_at_the_heads_of_columns() {
    for (one, next) in [("1", "2"), ("Jan", "Feb"), ("Jan.", "Feb."), ("1月", "2月"), ("1월", "2월")] {
        let content = format!("year,x,reads\n2021,{one},5\n2021,{next},6\n");
        assert_eq!(taken_from(&content), ("x".to_owned(), "reads".to_owned()), "{content}");
        assert_eq!(months(&shown(&counted(blank(), &content)).history), [5, 6], "{content}");
    }
    for (one, next) in [("Jan.", "Feb."), ("1月", "2月"), ("1월", "2월")] {
        let heads = format!("app,{one},{next}\na,5,6\n");
        let says = "Months stand side by side here: put the reads below each other, with a row for each month.";
        assert!(preview_sentences(preview(&taken(blank(), &heads)), STYLE).contains(&says.to_owned()), "{heads}");
    }
}
