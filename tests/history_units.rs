//! Records of reads in thousands or millions: the reader says what the numbers are in, and they are multiplied exactly.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;

use history_states::{
    after, blank, counted, html, months, outline, page, preview, reopened, report, shown, taken, worked,
};
use quota_calculator::app::history::{HistoryAction, HistoryState};
use quota_calculator::format::{history_csv, history_json, history_text};
use quota_calculator::history::{Choice, CountUnit, DecimalMark};
use rendered::assert_says;

const MILLIONS: Choice = Choice {
    delimiter: None,
    has_header: None,
    date_column: None,
    years: None,
    counting: None,
    mark: None,
    unit: Some(CountUnit::Millions),
};

/// The preview of a file that is read as `choice` says.
fn chosen(content: &str, choice: Choice) -> HistoryState {
    worked(after(taken(blank(), content), [HistoryAction::Choose(choice)]), content)
}

/// The same once it is counted.
fn counted_as(content: &str, choice: Choice) -> HistoryState {
    worked(after(chosen(content, choice), [HistoryAction::Count]), content)
}

#[tokio::test]
async fn numbers_in_millions_are_multiplied_exactly_once_it_is_chosen() {
    let content = "month,reads (millions)\n2022-01,1.5\n2022-02,2\n2022-03,0.000003\n2022-04,\"1,000.25\"\n";
    let before = taken(blank(), content);
    assert_says(&page(&before).await, &["The numbers are in ones thousands millions billions", "Is this right?"]);
    let after = chosen(content, MILLIONS);
    assert_says(
        &page(&after).await,
        &["As you chose, the numbers of “reads (millions)” are in millions.", "1,500,000 reads in 2022-01"],
    );
    assert!(!page(&after).await.contains("Is this right?"), "what is chosen isn't asked about");
    let state = counted_as(content, MILLIONS);
    assert_eq!(months(&shown(&state).history), [1_500_000, 2_000_000, 3, 1_000_250_000]);
    let says = "As you chose, the numbers of “reads (millions)” were taken to be in millions.";
    for outlet in [
        page(&state).await,
        page(&reopened(&state)).await,
        history_text(outline(&state), ""),
        history_csv(report(&state)).replace("\"\"", "\""),
    ] {
        assert_says(&outlet, &[says]);
        assert!(!outlet.contains("taken as they are"), "{outlet}");
    }
    assert_says(&history_json(report(&state), ""), &["\"countedIn\": \"millions\""]);
    assert!(!history_json(report(&counted(blank(), content)), "").contains("countedIn"));
}

#[tokio::test]
async fn what_makes_no_whole_number_of_reads_says_why() {
    for (number, why) in [
        ("0.0000005", "is no whole number of reads in millions"),
        ("-1", "is negative"),
        ("n/a", "is not a number"),
        ("5%", "is not a number"),
        ("2.5M", "can be read in two ways"),
        ("1000000001", "is more than can be priced: at most 1000000000000000 (10^15) reads"),
        ("9999999999999", "is more than can be priced: at most 1000000000000000 (10^15) reads"),
    ] {
        let content = format!("month,reads (millions)\n2022-01,1.5\n2022-02,{number}\n");
        let says = format!("Its count, “{number}”, {why}.");
        assert_says(&page(&chosen(&content, MILLIONS)).await, &[&says]);
        assert_says(&page(&counted_as(&content, MILLIONS)).await, &[&says]);
    }
}

#[tokio::test]
async fn the_mark_in_numbers_of_a_unit_can_be_chosen_with_it() {
    let content = "month;Beiträge (Tsd.)\n2022-01;1,477\n2022-02;2,031\n";
    let thousands = Choice { unit: Some(CountUnit::Thousands), ..Choice::default() };
    assert_eq!(months(&shown(&counted_as(content, thousands)).history), [1_477_000, 2_031_000]);
    assert_says(&page(&chosen(content, thousands)).await, &["Is this right?", "it may be a decimal mark"]);
    let comma = Choice { mark: Some(DecimalMark::Comma), ..thousands };
    assert_eq!(months(&shown(&counted_as(content, comma)).history), [1_477, 2_031]);
    assert!(preview(&chosen(content, comma)).assumptions.is_empty());
}

#[tokio::test]
async fn a_unit_is_asked_for_only_where_a_name_has_one() {
    for content in ["month,reads\n2022-01,1\n", "month,note\n2022-01,a\n"] {
        assert!(!html(&taken(blank(), content)).await.contains("id=\"count-unit\""), "{content}");
        assert_eq!(preview(&chosen(content, MILLIONS)).unit, None, "{content}");
    }
}
