//! The Project budget page on paper, where a table can't be scrolled.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod budget_states;
mod rendered;

use budget_states::{open, rendered};
use rendered::text;

/// What stands in the cells of tables with this class: of those that open, what they open from.
fn cells(html: &str, class: &str) -> Vec<String> {
    let tables = html.split(class).skip(1).filter_map(|table| table.split("</table>").next());
    let cells = tables.flat_map(|table| table.split("<td").skip(1)).map(|cell| {
        let (_, cell) = cell.split_once("<summary>").or(cell.split_once('>')).unwrap_or_default();
        text(cell.split('<').next().unwrap_or_default())
    });
    let mut cells: Vec<_> = cells.collect();
    cells.sort_unstable();
    cells
}

/// The tables that a budget of so many months is printed in.
async fn case(months: usize, rate: &str, parts: &[&str]) {
    let link =
        format!("b1/start=2026-12-01/phases=10000000*{months}/usage=academic/inflation=3.25{rate}/prices=by-date");
    let html = rendered(open(&link)).await;
    let printed: Vec<_> = html.split(r#"class="budget-part"#).skip(1).collect();
    let captions = printed.iter().map(|part| {
        let caption = part.split_once("<caption>").and_then(|(_, rest)| rest.split_once("</caption>"));
        text(caption.expect("a caption").0)
    });
    assert_eq!(captions.collect::<Vec<_>>(), parts, "{months} months");
    if !parts.is_empty() {
        assert_eq!(cells(&html, r#"class="budget-part"#), cells(&html, r#"class="budget-scroll"#), "{months} months");
    }
}

#[tokio::test]
async fn a_budget_of_many_years_is_printed_in_parts_that_fit_the_paper() {
    case(60, "", &[]).await;
    case(72, "", &["The budget in USD, Year 1 to Year 3", "The budget in USD, Year 4 to Year 6"]).await;
    case(108, "", &["The budget in USD, Year 1 to Year 5", "The budget in USD, Year 6 to Year 9"]).await;
    let calendar = "/years=calendar/rate=IDR*15873.25*2026-11-20";
    let spans = ["2026 to 2029", "2030 to 2033", "2034 to 2036"];
    let captions = ["IDR", "USD"].map(|currency| spans.map(|span| format!("The budget in {currency}, {span}")));
    case(120, calendar, &captions.iter().flatten().map(String::as_str).collect::<Vec<_>>()).await;
}
