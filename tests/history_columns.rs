//! Records of reads: which columns of a file are taken for the dates and the reads, and what is said of the others.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;

use history_states::{blank, taken};
use quota_calculator::app::history::{HistoryState, Stage};
use quota_calculator::history::{Counting, Preview};

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
    ] {
        let counts = ",1000".repeat(header.matches(',').count());
        let (_, counted) = taken_from(&format!("{header}\n2023-03-01{counts}\n"));
        assert_eq!(counted, expected, "{header}");
    }
}
