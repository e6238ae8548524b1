//! Any bytes are a record of reads or are refused; wherever they are cut, they come to the same, and no row gets lost.
//!
//! The first byte says where the rest is cut, and the second what of the reading is chosen.

#![no_main]

use libfuzzer_sys::fuzz_target;
use quota_calculator::history::{
    CalendarMonth, Choice, Count, CountError, Counting, DateOrder, DecimalMark, Delimiter, Format, Tally, Years, look,
};

/// The choice that a byte stands for: a quarter of them choose nothing.
fn choice(byte: u8) -> Choice {
    let place = usize::from(byte >> 2 & 3);
    match byte & 3 {
        0 => Choice::default(),
        1 => Choice { date_column: Some(place), counting: Some(Counting::Rows), ..Choice::default() },
        2 => Choice {
            years: Some(Years::Column(place)),
            counting: Some(Counting::Column(usize::from(byte >> 4 & 3))),
            has_header: Some(byte & 64 == 0),
            ..Choice::default()
        },
        _ => Choice {
            delimiter: Some(Delimiter::ALL[place % Delimiter::ALL.len()]),
            mark: Some(DecimalMark::ALL[usize::from(byte >> 4 & 1)]),
            ..Choice::default()
        },
    }
}

fn count(format: &Format, bytes: &[u8], size: usize) -> Count {
    let mut tally = Tally::new(format.clone());
    bytes.chunks(size).for_each(|chunk| tally.push(chunk));
    tally.finish()
}

fuzz_target!(|input: &[u8]| {
    let [size, chosen, bytes @ ..] = input else { return };
    let latest = CalendarMonth::parse("2026-11").expect("a month");
    let _cut = look(bytes, false, &choice(*chosen), latest);
    let preview = match look(bytes, true, &choice(*chosen), latest) {
        Ok(preview) => preview,
        Err(reason) => return assert!(!reason.to_string().is_empty()),
    };
    let Some(format) = preview.format() else { return };
    let whole = count(&format, bytes, bytes.len().max(1));
    assert_eq!(count(&format, bytes, usize::from(*size) + 1), whole, "wherever it is cut");
    for order in DateOrder::ALL {
        let bad = whole.bad_rows(order).count;
        assert!(bad <= whole.rows);
        match whole.history(order) {
            Ok(history) => {
                let coverage = history.coverage().expect("its coverage");
                assert!(bad < whole.rows && coverage.missing.len() < history.reads().len());
            }
            Err(CountError::NothingRead) => assert_eq!(bad, whole.rows),
            Err(error @ CountError::TooMany(_)) => assert!(!error.to_string().is_empty()),
        }
    }
});
