//! Previews of records of reads: what is said of a row before a file is counted, and after.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::history::{CalendarMonth, Choice, Counting, Format, Preview, Reading, Tally, Years, look};

/// Looks at a file; `None` where it has no dates.
fn looked(text: &str, choice: &Choice) -> Option<(Preview, Format)> {
    let latest = CalendarMonth::parse("2029-12").expect("a month");
    let preview = look(text.as_bytes(), true, choice, latest).ok()?;
    let format = preview.format()?;
    Some((preview, format))
}

/// The rows of a preview that can't be read, and those of the same lines when the file is counted: lines with reasons.
fn bad_rows(text: &str, choice: &Choice) -> Option<[Vec<(u64, String)>; 2]> {
    let (preview, format) = looked(text, choice)?;
    let mut tally = Tally::new(format);
    tally.push(text.as_bytes());
    let (order, _) = preview.evidence.order();
    let counted = tally.finish().bad_rows(order).first;
    let last = preview.rows.last().map_or(0, |row| row.line);
    let counted = counted.into_iter().filter(|row| row.line <= last).map(|row| (row.line, row.reason));
    let previewed = preview.rows.into_iter().filter_map(|row| match row.reading {
        Reading::Bad(reason) => Some((row.line, reason)),
        Reading::Reads(..) | Reading::Ignored(_) => None,
    });
    Some([previewed.collect(), counted.collect()])
}

#[test]
fn a_row_that_cannot_be_read_has_the_same_reason_before_it_is_counted_and_after() {
    let found = Choice::default();
    let rows = Choice { counting: Some(Counting::Rows), ..found };
    let years = Choice { date_column: Some(1), years: Some(Years::Column(0)), ..rows };
    for (choice, text, reason) in [
        (found, "date,reads\n2023-03-01,5\n2023-03-02,\n", "Its count is empty."),
        (found, "date,reads\n2023-03-01,5\n2023-03-02, \n", "Its count is empty."),
        (found, "date,reads\n2023-03-01,5\n2023-03-02\n", "It has only 1 of the columns, and no count."),
        (found, "date,reads\n2023-03-01,5\n2023-03-02,many\n", "Its count, “many”, is not a number."),
        (found, "date,reads\n2023-03-01,5\nsoon,many\n", "Its count, “many”, is not a number."),
        (found, "date,reads\n2023-03-01,5\nsoon,6\n", "Its date, “soon”, is no date that this page knows."),
        (found, "date,reads\n2023-03-01,5\n,6\n", "It has no date."),
        (found, "date,reads\n2023-03-01,5\n2030-01-01,6\n", "Its date, “2030-01-01”, is in the future."),
        (
            found,
            "date,reads\n25/03/2023,5\n26/03/2023,5\n03/27/2023,6\n",
            "With the day first, as in 31/12/2022, “03/27/2023”, is a day that doesn’t exist.",
        ),
        (years, "year,month\n2021,3\n2021,4\n2022\n", "Its date, “2022”, names no month."),
    ] {
        let [previewed, counted] = bad_rows(text, &choice).expect("a table");
        assert_eq!(previewed, counted, "{text}");
        assert_eq!(previewed.into_iter().map(|(_, reason)| reason).collect::<Vec<_>>(), [reason], "{text}");
    }
}

/// Rows of dates and counts, good and bad ones, some short.
fn files() -> impl Strategy<Value = String> {
    let date = prop_oneof!["20(1[0-9]|3[01])-(0[1-9]|1[0-3])-[0-2][0-9]", "[0-3][0-9]/[0-3][0-9]/2023", "2023| |soon"];
    let count = prop_oneof!["[0-9]{1,4}", "-5|1\\.5| |many|Total|\"1\n2"];
    let row = prop_oneof![8 => (date, count).prop_map(|(date, count)| format!("{date},{count}")), 1 => "2023-04-05|,,"];
    proptest::collection::vec(row, 1..9).prop_map(|rows| format!("date,reads\n{}\n", rows.join("\n")))
}

proptest! {
    /// What a preview says of bad rows is what counting them says, whatever they have.
    #[test]
    fn previews_keep_their_word(text in files(), by_rows in any::<bool>()) {
        let choice = Choice { counting: by_rows.then_some(Counting::Rows), ..Choice::default() };
        if let Some([previewed, counted]) = bad_rows(&text, &choice) {
            prop_assert_eq!(previewed, counted);
        }
    }
}
