//! The Project budget page on paper, where a table can't be scrolled.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod budget_states;
mod rendered;

use budget_states::{open, rendered};
use rendered::text;

/// What stands in each row of some tables, those of the tables one behind the other: the years above and the amounts below, and of
/// amounts that open what they open from.
fn rows<'h>(tables: impl Iterator<Item = &'h str>) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for table in tables {
        for (place, row) in table.split("<tr").skip(1).enumerate() {
            rows.resize(rows.len().max(place + 1), Vec::new());
            let cells = row.split(r#"<th scope="col""#).flat_map(|part| part.split("<td")).skip(1).map(|cell| {
                let (_, cell) = cell.split_once("<summary>").or(cell.split_once('>')).expect("a cell");
                text(cell.split('<').next().unwrap_or_default())
            });
            rows[place].extend(cells.filter(|cell| cell != "Cost"));
        }
    }
    rows
}

/// The tables in a page behind these words, each up to its end.
fn tables<'h>(html: &'h str, words: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(words).skip(1).filter_map(|table| table.split("</table>").next())
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
    for currency in html.split(r#"class="budget-scroll"#).skip(1).filter(|_| !parts.is_empty()) {
        let whole = rows(currency.split("</table>").take(1));
        assert_eq!(rows(tables(currency, r#"class="budget-part"#)), whole, "{months} months");
        assert!(whole.len() > 3 && whole.iter().all(|row| row.len() > months / 12), "{whole:?}");
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
