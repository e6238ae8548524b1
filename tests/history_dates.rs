//! Records of reads: the dates that are read, and why others aren't.

#![cfg(not(target_arch = "wasm32"))]

use quota_calculator::history::{DateOrder, DateText, read_date};

#[track_caller]
fn date(text: &str, expected: &str) {
    let read = match read_date(text) {
        Ok(DateText::Clear(day)) => day.month().to_string(),
        Ok(DateText::WholeMonth(month)) => month.to_string(),
        Ok(DateText::Ordered(date)) => {
            let [day_first, month_first] =
                DateOrder::ALL.map(|order| date.month(order).map_or_else(|_| "–".to_owned(), |it| it.to_string()));
            format!("{day_first} or {month_first}")
        }
        Err(error) => error.to_string(),
    };
    assert_eq!(read, expected, "{text:?}");
}

#[test]
fn dates_are_read_in_all_common_forms() {
    for text in [
        "2023-04-05",
        "2023-04",
        "2023/04/05",
        "2023/4/5",
        "2023.04.05",
        "2023/04",
        "04/2023",
        "4/2023",
        "04.2023",
        "04-2023",
        "20230405",
        "202304",
        "05.04.2023",
        "5.4.23",
        "5. April 2023",
        "5 Apr 2023",
        "05-Apr-2023",
        "5-Apr-23",
        "Apr 5, 2023",
        "April 5th, 2023",
        "Apr 2023",
        "2023 April",
        "Apr-23",
        "avril 2023",
        "Wed, 05 Apr 2023 20:19:24 +0000",
        "Wed Apr 05 20:19:24 +0000 2023",
        "Wed Apr 05 2023 20:19:24 GMT+0200 (Central European Summer Time)",
        "2023-04-05T10:20:30",
        "2023-04-05T10:20:30Z",
        "2023-04-05T10:20:30.123456+02:00",
        "2023-04-05 10:20",
        "2023-04-05 10:20:30 UTC",
        "2023-04-05 10:20:30.5 +0000 UTC",
        "2023年4月5日",
        "2023年04月",
        "2023年4月5日 10:20:30",
        "2023년 4월 5일",
        "2023년 4월",
        "20230405T102030Z",
        "1680690030",
        "1680690030123",
        "1680690030123456",
        "1680690030.25",
        "  2023-04-05  ",
    ] {
        date(text, "2023-04");
    }
}

#[test]
fn months_are_those_of_utc() {
    date("2023-04-01T00:30:00+02:00", "2023-03");
    date("2023-04-01T00:30:00", "2023-04");
    date("2023-03-31T23:30:00-05:00", "2023-04");
    date("2023-04-30 11:30:00 PM -0500", "2023-05");
    date("Sat Apr 01 00:30:00 +0200 2023", "2023-03");
    date("2022-12-31T24:00:00Z", "2022-12");
    date("1680307199", "2023-03");
    date("1680307200", "2023-04");
}

#[test]
fn the_order_of_days_and_months_is_left_open() {
    date("03/04/2023", "2023-04 or 2023-03");
    date("31/12/2022", "2022-12 or –");
    date("12/31/2022", "– or 2022-12");
    date("12-31-2022 23:59", "– or 2022-12");
    date("12/31/22, 11:30 PM", "– or 2022-12");
    date("01/04/2023 00:30 +02:00", "2023-03 or 2023-01");
    date("13/13/2022", "is a day that doesn’t exist");
}

#[test]
fn what_is_no_date_says_why() {
    for (text, reason) in [
        ("", "is empty"),
        ("soon", "is no date that this page knows"),
        ("2023-02-30", "is a day that doesn’t exist"),
        ("2023-13", "names a month that doesn’t exist"),
        ("30.02.2023", "is a day that doesn’t exist"),
        ("2023", "names no month"),
        ("1970-01-01", "is before 2006, when there was no post to read"),
        ("0", "is no date that this page knows"),
        ("3000-01-01", "is after 2099"),
        ("45017", "may be a spreadsheet’s number for a day: format the column as dates and save it again"),
        ("2023-04-05 25:00", "has a time that no day has"),
        ("2023-04-05 13:00 PM", "has a time that no day has"),
        ("2023-04-05 10:00 PST", "has a time zone that this page doesn’t know: write UTC, or an offset like +02:00"),
        ("12:30", "is no date that this page knows"),
        ("1.68E+09", "is no date that this page knows"),
        ("2023-X1", "is no date that this page knows"),
    ] {
        date(text, reason);
    }
}

#[test]
fn weeks_and_quarters_say_what_to_do() {
    let week = "is a week, which may be part of two months: give the reads by day or by month";
    for text in ["2023-W01", "2023W01", "2023-W01-1", "W1 2023", "KW 01/2023", "Week 1, 2023", "2023 week 1"] {
        date(text, week);
    }
    for text in ["2023-Q1", "Q1 2023", "2023Q1", "2023 Quarter 1", "1. Quartal 2023"] {
        date(text, "is a quarter of a year: give the reads by day or by month");
    }
    for text in ["2023 W", "W", "Q", "Q123", "weekly"] {
        date(text, "is no date that this page knows");
    }
}
