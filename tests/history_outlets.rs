//! Every export of a history says what the screen says.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;
use history_states::{FILE, after, counted, outline, own_tiers, page, report, with_tiers};
use quota_calculator::app::history::HistoryAction;
use quota_calculator::catalogue;
use quota_calculator::format::{HistoryOutline, history_csv, history_json, history_markdown, history_text};
use quota_calculator::history::HistoryReport;
use quota_calculator::pricing::Fit;
use rendered::assert_says;

#[tokio::test]
async fn every_outlet_says_what_the_screen_says() {
    let state = counted(with_tiers(own_tiers()), FILE);
    let (report, outline) = (report(&state), outline(&state));
    let address = "https://example.com/#v2/given=5";
    let plain = history_text(outline, address);
    let markdown = history_markdown(outline, address).replace('\\', "");
    let mut screens = String::new();
    let books = catalogue().price_books().iter().map(Some).chain([None]);
    for book in books {
        screens += &page(&after(state.clone(), [HistoryAction::Show(book)])).await;
    }
    for sentence in outline.sentences.iter().chain(&outline.remarks).chain(&outline.notes) {
        assert_says(&plain, &[sentence]);
        assert_says(&markdown, &[sentence]);
        assert_says(&screens, &[sentence]);
    }
    for table in outline.tables() {
        for (heading, cells) in table.all_rows() {
            let on_screen = cells.iter().map(|cell| format!("{} {}", cell.text, cell.note).trim().to_owned());
            let on_screen = std::iter::once(heading.clone()).chain(on_screen).collect::<Vec<_>>().join(" ");
            assert_says(&screens, &[&on_screen]);
            let lines: Vec<_> = cells.iter().map(quota_calculator::format::HistoryCell::line).collect();
            assert_says(&markdown, &[&format!("| {heading} | {} |", lines.join(" | "))]);
            for line in lines {
                assert_says(&plain, &[&line]);
            }
        }
    }
    csv_says_the_same(report, outline, &history_csv(report));
    json_says_the_same(report, &history_json(report, address));
}

/// The rows of the CSV beside the cells of the screen, in the order of both.
fn csv_says_the_same(report: &HistoryReport, outline: &HistoryOutline, csv: &str) {
    let rows: Vec<Vec<&str>> =
        csv.trim_start_matches('\u{feff}').lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows[0], ["Month", "Reads", "Prices of", "Tier", "Cost in US dollars", "Note", "Usage type"]);
    let answers = report.books.iter().map(|book| &book.answers).chain([&report.own]);
    let mut checked = 0;
    for (table, answers) in outline.by_tier.iter().zip(answers) {
        for (column, answer) in answers.iter().enumerate() {
            let tier = answer.tier.name.replace('=', "'=");
            let row_of = |month: &str| {
                let row = rows.iter().find(|row| {
                    row[0] == month && row[3] == tier && table.title.ends_with(row[2].trim_start_matches("the "))
                });
                row.unwrap_or_else(|| panic!("no row for {month} at {tier} of {}", table.title))
            };
            let short = |row: &[&str]| {
                let short = row[5].strip_prefix("over the cap: ")?.strip_suffix(" reads short")?;
                Some(short.parse::<u64>().expect("reads"))
            };
            let months = report.history.months().map(|(month, _)| row_of(&month.to_string()));
            assert_eq!(short(row_of("all")), months.filter_map(|row| short(row)).reduce(|sum, one| sum + one));
            for (place, (month, reads)) in report.history.months().enumerate() {
                let cell = &table.rows[place].1[column + 1];
                let row = row_of(&month.to_string());
                assert_eq!(row[1], reads.to_string());
                if let Some(amount) = row[4].strip_suffix(".00").filter(|_| answer.month_fit(reads) == Fit::Fits) {
                    assert_eq!(cell.text.replace(['$', ','], ""), amount);
                }
                assert_eq!(cell.is_over, row[5].starts_with("over the cap"));
                checked += 1;
            }
        }
    }
    for (place, book) in report.books.iter().enumerate() {
        let named = |row: &&Vec<&str>| row[2] == book.epoch.price_book.name && row[3] == "the cheapest of each month";
        let row = rows.iter().find(named).expect("a total");
        assert_eq!(row[..2], ["all", "12409000"]);
        let (_, cells) = outline.by_month.total.as_ref().expect("a total");
        let cell = &cells[place + 1];
        match row[4] {
            "" => assert_eq!((cell.text.as_str(), cell.note.as_str()), ("no total", row[5])),
            amount => assert_eq!(cell.text.replace(['$', ','], "") + ".00", amount),
        }
    }
    assert!(checked > 100, "{checked} cells");
    assert!(!csv.contains(",=Our"), "no text is a formula");
}

/// The sum of the months of a price book, which all are whole dollars here; `None` where one has no amount.
fn summed(price_book: &serde_json::Value) -> Option<String> {
    let months = price_book["byMonth"].as_array().expect("months");
    let dollars = months.iter().map(|month| month["amount"].as_str()?.strip_suffix(".00")?.parse::<u64>().ok());
    dollars.sum::<Option<u64>>().map(|sum| format!("{sum}.00"))
}

fn json_says_the_same(report: &HistoryReport, json: &str) {
    let document: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let months = document["months"].as_array().expect("months");
    assert_eq!(months.len(), report.history.reads().len());
    for (book, value) in report.books.iter().zip(document["priceBooks"].as_array().expect("price books")) {
        let total = book.epoch.cheapest.as_ref().and_then(|answer| answer.cost.as_ref()).map(|cost| cost.total);
        let said = value["total"].as_str().map(|total| total.trim_end_matches('0').trim_end_matches('.').to_owned());
        let total = total.map(|total| total.to_string());
        assert_eq!(said.filter(|said| !said.is_empty()), total.filter(|total| total != "0"));
        assert_eq!(value["byMonthTotal"].as_str(), summed(value).as_deref(), "{}", book.epoch.price_book.name);
    }
    assert_eq!(document["ownTiers"].as_array().map(Vec::len), Some(2));
    assert_eq!(document["link"], "https://example.com/#v2/given=5");
}
