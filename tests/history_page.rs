//! The Usage history page: from a file to what it would have cost, and every way in which that can fail.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod history_states;
mod rendered;
use history_states::{
    FILE, STYLE, after, blank, counted, html, kept, months, outline, own_tiers, page, reopened, report, shown, taken,
    today, with_tiers, worked,
};
use quota_calculator::app::budget::BudgetState;
use quota_calculator::app::history::kept::{KeptEntry, KeptEvent, KeptHistory, KeptOutcome};
use quota_calculator::app::history::{HistoryAction, SourceFile, Stage};
use quota_calculator::app::saved::SavedName;
use quota_calculator::app::settings::{Settings, Theme};
use quota_calculator::app::storage::StorageProblem;
use quota_calculator::format::{HistoryTable, history_csv, history_json, history_markdown, history_text};
use quota_calculator::history::{LARGEST_FILE, Reply, UsageHistory};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Reads, UsageType};
use quota_calculator::project::PriceBasis;
use quota_calculator::tier_text::tiers_from_json;
use quota_calculator::{catalogue, link};
use rendered::assert_says;

#[tokio::test]
async fn a_new_page_says_what_it_takes_and_that_nothing_is_sent() {
    assert_says(
        &page(&blank()).await,
        &[
            "a row for each day, month or request, with its date and, if you have it, the number of posts.",
            "up to 1 GB. It is read here, in your browser, and sent nowhere.",
            "Or paste rows",
            "No record at hand? Try a made-up example",
            "A history is kept only when you say so: its months and their reads, how many rows were counted, the name of the \
             column, what was taken for granted, and what the reads were for.",
        ],
    );
}

#[tokio::test]
async fn what_cannot_be_used_says_why_and_another_can_be_chosen() {
    let too_large = after(blank(), [HistoryAction::Take(SourceFile::new("all.csv", LARGEST_FILE + 1))]);
    assert_eq!(too_large.job, None, "it isn't even looked at");
    for (state, reason) in [
        (too_large, "“all.csv” can’t be used. It is larger than 1 GB"),
        (taken(blank(), ""), "“reads.csv” can’t be used. It is empty."),
        (taken(blank(), "PK\u{3}\u{4}"), "It is a spreadsheet’s own file, not text."),
        (taken(blank(), "{}"), "It is JSON, not a table."),
    ] {
        assert_says(&page(&state).await, &[reason, "Choose a file"]);
    }
}

#[tokio::test]
async fn numbers_follow_the_reader_s_choice() {
    let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    let choose = || HistoryAction::ChooseSettings(Settings { theme: Theme::Dark, ..Settings::default() }, german);
    let state = after(counted(blank(), FILE), [choose()]);
    assert_eq!(state.settings.theme, Theme::Dark);
    assert_says(&page(&state).await, &["12.409.000 reads", "12.000.000", "42.000 $"]);
    let preview = after(taken(blank(), FILE), [choose(), HistoryAction::Count]);
    assert_says(&page(&worked(preview, FILE)).await, &["12.409.000 reads"]);
}

#[tokio::test]
async fn what_a_file_comes_to_is_said_in_full() {
    let state = counted(blank(), FILE);
    assert_eq!(months(&shown(&state).history), [400_000, 9_000, 0, 12_000_000]);
    assert_says(
        &page(&state).await,
        &[
            "Usage history, 2021-03 to 2021-06",
            "3 of 4 rows were counted; 1 couldn’t be read.",
            "Line 1 names the columns and was not counted.",
            "Ignored because they sum others up: 1 row (on line 6).",
            "1 month has no row that could be read and counts as 0 reads: 2021-05.",
            "Months are those of UTC",
            "Line 5: Its count, “soon”, is not a number.",
            "2021-03 to 2021-06: 12,409,000 reads in 4 months; the busiest was 2021-06 with 12,000,000.",
            "In the free era Academic Research access (needs an approved application) would have covered 3 of 4 months for $0; one goes beyond its 10,000,000 \
             reads a month.",
            "At the prices of March 2023, when reading was first charged for, they would have cost $168,000 with Enterprise \
             Small (by contract), the cheapest tier for all of them, held in all 4 months, also in the one without reads. With the cheapest tier \
             of each month they come to $84,100 instead.",
            "Over all 4 months, by every price book",
            "Your own tiers take part",
            "as if it had held then.",
        ]
        .map(|sentence| if sentence.starts_with("Your own") { "No tiers of your own take part" } else { sentence }),
    );
}

#[tokio::test]
async fn what_a_usage_type_needs_before_it_has_a_tier_is_said_beside_the_tier() {
    let (some, all) =
        ("2022-01-05,300\n2022-02-05,4000000\n2022-03-05,12000000\n", "2022-01-05,300\n2022-02-05,4000000\n");
    let unchecked = "(whether its terms allow AI training was not checked)";
    for (usage_type, file, says) in [
        (
            UsageType::AiTraining,
            all,
            format!("Academic Research access {unchecked} would have covered every month for $0."),
        ),
        (
            UsageType::AiTraining,
            some,
            format!("Academic Research access {unchecked} would have covered 2 of 3 months for $0;"),
        ),
        (
            UsageType::AiTraining,
            some,
            format!("would have cost $126,000 with Enterprise Small {unchecked}, the cheapest tier"),
        ),
        (
            UsageType::AiTraining,
            some,
            "· whether its terms allow AI training was not checked · price reported by press".to_owned(),
        ),
        (
            UsageType::Academic,
            some,
            "Academic Research access (needs an approved application) would have covered 2".to_owned(),
        ),
        (
            UsageType::Academic,
            "2022-01-05,300\n",
            "would have cost $100 with Basic, the cheapest tier for them.".to_owned(),
        ),
    ] {
        let state = after(counted(blank(), file), [HistoryAction::ChooseUsageType(usage_type)]);
        assert_says(&page(&state).await, &[&says]);
        assert_says(&history_text(outline(&state), ""), &[&says]);
    }
    let state = after(counted(blank(), some), [HistoryAction::ChooseUsageType(UsageType::AiTraining)]);
    let row = "all,16000300,March 2023,Enterprise Small,126000.00,whether its terms allow AI training was not checked,AI training";
    assert_says(&history_csv(report(&state)), &[row]);
}

#[test]
fn figures_are_those_of_the_engine() {
    let state = counted(blank(), FILE);
    let row = |book: &str| {
        let (_, cells) = outline(&state).over_all.rows.iter().find(|(name, _)| name == book).expect("a price book");
        cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(row("March 2023"), ["Enterprise Small", "$168,000", "$13.54"]);
    assert_eq!(row("the free era"), ["over every cap", "–", "–"]);
    let march = outline(&state).over_all.rows.iter().find(|(name, _)| name == "March 2023").expect("a price book");
    assert!(march.1[0].note.ends_with(" · price reported by press, medium confidence"), "{}", march.1[0].note);
    let month = |place: usize, column: &str| {
        let table = &outline(&state).by_month;
        let place_of = table.columns.iter().position(|name| name == column).expect("a column");
        table.rows[place].1[place_of - 1].line()
    };
    assert_eq!(month(0, "March 2023"), "$42,000 (Enterprise Small)");
    assert_eq!(month(1, "March 2023"), "$100 (Basic)");
    assert_eq!(month(1, "the free era"), "$0 (Essential)");
    assert_eq!(month(3, "the free era"), "over every cap");
    let tiers = outline(&state).by_tier.iter().find(|table| table.id == "tiers-2023-03").expect("a table");
    let basic = tiers.columns.iter().position(|name| name == "Basic").expect("a tier");
    let cells: Vec<_> =
        tiers.rows.iter().map(|(_, cells)| (cells[basic - 1].line(), cells[basic - 1].is_over)).collect();
    assert_eq!(
        cells,
        [
            ("$100 (over the cap, 390,000 short)".to_owned(), true),
            ("$100".to_owned(), false),
            ("$100".to_owned(), false),
            ("$100 (over the cap, 11,990,000 short)".to_owned(), true),
        ]
    );
}

#[tokio::test]
async fn the_months_by_themselves_are_added_up() {
    let state = counted(blank(), "date,reads\n2022-01-01,100\n2022-03-05,3000000\n");
    let says = page(&state).await;
    assert_says(
        &says,
        &[
            "they would have cost $126,000 with Enterprise Small (by contract), the cheapest tier for all of them, held in all 3 months, also \
             in the one without reads. With the cheapest tier of each month they come to $42,100 instead.",
            "2022-03 3,000,000 $0",
            "All months 3,000,100 $0",
        ],
    );
    let busy = counted(blank(), "date,reads\n2022-01-01,100\n2022-02-01,100\n");
    assert_says(
        &page(&busy).await,
        &[
            "they would have cost $200 with Basic, the cheapest tier for all of them, held in both months. Month by month, none is \
             cheaper.",
        ],
    );
    let one = counted(blank(), "date,reads\n2022-01-01,100\n");
    assert_says(&page(&one).await, &["they would have cost $100 with Basic, the cheapest tier for them."]);
}

#[tokio::test]
async fn few_months_and_equal_ones_are_spoken_of_as_such() {
    let cases: [(&str, &[&str]); 7] = [
        (
            "2023-01,2500\n2023-02,2500\n",
            &[
                "2023-01 to 2023-02: 5,000 reads in 2 months, 2,500 in each.",
                "held in both months.",
                "Over both months, by every price book",
                "costs least over all of them, held in each. Prices of",
            ],
        ),
        (
            "2023-01,2500\n2023-02,7\n",
            &["the busiest was 2023-01 with 2,500.", "These reads cost $0 over 2 months with"],
        ),
        ("2023-01,2500\n2023-02,7\n2023-03,2500\n", &["the busiest were 2023-01 and 2023-03 with 2,500 each."]),
        (
            "2023-01,9\n2023-02,7\n2023-03,9\n2023-04,9\n",
            &["3 months were the busiest with 9 each: 2023-01, 2023-03, 2023-04."],
        ),
        (
            "2023-01,0\n2023-02,0\n",
            &["2023-01 to 2023-02: 0 reads in 2 months.", "held in each, also in those without reads."],
        ),
        (
            "2023-01,300\n",
            &[
                "2023-01: 300 reads in 1 month. In the free era Essential access would have covered the month for $0.",
                "The tier that serves the month and costs least.",
                "With Basic at the prices of March 2023, the one month costs $100.",
            ],
        ),
        (
            "2023-01,300000000\n",
            &[
                "In the free era the month would have gone beyond the 10,000,000 reads of Academic Research access (needs an \
                 approved application), the most that was free for academic research.",
                "no listed tier serves the month: over every cap.",
            ],
        ),
    ];
    for (file, says) in cases {
        assert_says(&page(&counted(blank(), file)).await, says);
    }
}

#[test]
fn months_without_a_price_have_no_total() {
    let state = counted(with_tiers(own_tiers()), FILE);
    let total = |table: &HistoryTable, column: &str| {
        let place_of = table.columns.iter().position(|name| name == column).expect("a column");
        let (heading, cells) = table.total.as_ref().expect("a total");
        assert_eq!(heading, "All months");
        cells[place_of - 1].clone()
    };
    let by_month = &outline(&state).by_month;
    assert_eq!(total(by_month, "March 2023").line(), "$84,100");
    let free = total(by_month, "the free era");
    assert_eq!((free.line().as_str(), free.is_over), ("no total (over every cap in 1 month)", true));
    assert_eq!(total(by_month, "August 2026").line(), "no total (no public price in 1 month)");
    assert_eq!(total(by_month, "Reads").line(), "12,409,000");
    let own = outline(&state).by_tier.last().expect("own tiers");
    assert_eq!(total(own, "Flat").line(), "$398");
    let over = total(own, "=Our <offer>");
    assert_eq!((over.line().as_str(), over.is_over), ("$7,045 (over the cap in 1 month)", true));
}

#[tokio::test]
async fn counting_can_be_stopped_and_followed() {
    let state = after(taken(blank(), FILE), [HistoryAction::Count]);
    let number = state.job.as_ref().expect("a job").number;
    let state = after(state, [HistoryAction::Answered(number, Reply::Progress(40))]);
    assert_says(&page(&state).await, &["Counting the reads …", "41 % of 0.1 KB", "Cancel"]);
    let late = HistoryAction::Answered(number, Reply::Progress(80));
    let state = after(state, [HistoryAction::Cancel, late]);
    assert_eq!(state.job, None);
    assert!(matches!(state.stage, Stage::Previewed(_)));
    assert_says(&page(&state).await, &["Counting was stopped. Nothing of the file was used."]);

    let looking = after(blank(), [HistoryAction::Take(SourceFile::new("a", 5))]);
    assert_says(&page(&looking).await, &["Looking at the beginning of the file …"]);
    assert_eq!(after(looking, [HistoryAction::Cancel]).stage, Stage::Empty);
}

#[tokio::test]
async fn a_worker_that_fails_is_reported() {
    let state = after(taken(blank(), FILE), [HistoryAction::Count]);
    let number = state.job.as_ref().expect("a job").number;
    let failed = Reply::Failed("it was moved, changed or closed to this page meanwhile".to_owned());
    let stale = after(state.clone(), [HistoryAction::Answered(number - 1, failed.clone())]);
    assert_eq!(stale, state, "an earlier job says nothing of this one");
    let state = after(state, [HistoryAction::Answered(number, failed)]);
    let reason = "The file couldn’t be read: it was moved, changed or closed to this page meanwhile.";
    assert_says(&page(&state).await, &[reason, "Choose a file"]);
}

#[tokio::test]
async fn more_than_ten_years_are_priced_to_their_last_120_months() {
    let row = |place: u32| format!("{}-{:02},{place}", 2010 + place / 12, place % 12 + 1);
    let rows = (0..125).map(row).collect::<Vec<_>>().join("\n");
    let state = counted(blank(), &rows);
    assert_eq!((report(&state).history.reads().len(), report(&state).left_out), (120, 5));
    let says = "An estimate has at most 120 months, so the 5 months before, with 10 reads, are not priced.";
    assert_says(&page(&state).await, &[says]);
    let one = counted(blank(), "2010-01,1\n2010-02,7\n2020-01,8\n");
    let says = "An estimate has at most 120 months, so the month before, with 1 read, is not priced.";
    assert_says(&page(&one).await, &[says]);
}

#[tokio::test]
async fn what_lies_in_months_that_are_not_priced_is_said_wherever_the_months_go() {
    let state =
        counted(blank(), "date,posts\n2008-12-15,5000000\n2009-01-15,7\n2018-02-03,9\n2026-10-15,11\n2026-10-17,9\n");
    let says = [
        "An estimate has at most 120 months, so the 95 months before, with 5,000,007 reads, are not priced.",
        "All 5 rows were counted, also those of the months that are not priced.",
        "118 months have no row and count as 0 reads: 2016-11, 2016-12,",
        "The rows end on 2026-10-17, so the last month may be incomplete.",
    ];
    let screen = page(&state).await;
    let texts = [
        history_text(outline(&state), ""),
        history_markdown(outline(&state), "").replace('\\', ""),
        history_csv(report(&state)),
    ];
    for text in texts.iter().chain([&screen]) {
        assert_says(text, &says);
        assert!(!text.contains("2008") && !text.contains("2009"), "{text}");
    }
    let json: serde_json::Value = serde_json::from_str(&history_json(report(&state), "")).expect("JSON");
    assert_eq!((&json["monthsLeftOut"], &json["readsLeftOut"]), (&95.into(), &5_000_007.into()));
    assert_eq!(json["monthsWithoutRow"].as_array().map(Vec::len), Some(118));
    assert_eq!(shown(&state).history.total(), 5_000_036, "all are kept");
    assert_says(&page(&reopened(&state)).await, &says);
}

#[tokio::test]
async fn a_month_with_too_many_reads_is_refused_in_the_readers_own_figures() {
    let file = "date,reads\n2023-03-01,1000000000000000\n2023-03-02,1\n";
    let reason = "The rows of 2023-03 add up to more than 1,000,000,000,000,000 (10^15) reads, which can’t be priced.";
    assert_says(&page(&counted(blank(), file)).await, &[reason]);
}

#[tokio::test]
async fn months_without_reads_and_a_single_row_are_priced_like_others() {
    let none = counted(blank(), "date,reads\n2023-03-01,0\n2023-04-01,0\n");
    assert_says(&page(&none).await, &["0 reads in 2 months", "Both rows were counted."]);
    let one = counted(blank(), "2023-03-01,7\n");
    assert_says(
        &page(&one).await,
        &["2023-03: 7 reads in 1 month.", "The one row was counted.", "The one month, by every price book"],
    );
    let huge = counted(blank(), "2023-03-01,1000000000000000\n");
    assert_says(&page(&huge).await, &["1,000,000,000,000,000 reads in 1 month"]);
}

#[tokio::test]
async fn the_readers_own_tiers_take_part() {
    let state = counted(with_tiers(own_tiers()), FILE);
    let says = page(&state).await;
    assert_says(
        &says,
        &[
            "Your own tier Flat Flat no read cap $398",
            "Your own tier =Our <offer> over every cap",
            "Your own tiers are those of the last estimate on this device: =Our <offer>, Flat.",
        ],
    );
    let own = after(state, [HistoryAction::Show(None)]);
    let says = page(&own).await;
    assert_says(&says, &["Month by month, at your own tiers", "$5,000 over the cap, 11,000,000 short"]);
}

#[tokio::test]
async fn amounts_too_large_to_be_exact_are_refused_in_words() {
    let dear = r#"{ "charges": [{ "model": "perUnit", "unitPrice": "999999999999.999999999999" }] }"#;
    let tiers = tiers_from_json(dear).expect("a tier").tiers;
    let state = counted(with_tiers(tiers), "2023-03-01,999999999999999\n");
    assert_says(
        &page(&state).await,
        &["This history can’t be priced: tier `custom`: the amount is too large to be exact"],
    );
}

#[tokio::test]
async fn another_usage_type_is_another_answer() {
    let state = counted(blank(), FILE);
    let state = after(state, [HistoryAction::ChooseUsageType(UsageType::CommercialScale)]);
    assert_eq!(report(&state).usage_type, UsageType::CommercialScale);
    assert_says(&page(&state).await, &["applied to all months for a business at scale"]);
}

#[tokio::test]
async fn histories_on_this_device_are_listed_and_opened() {
    let state = counted(blank(), FILE);
    let history = shown(&state).history.clone();
    let shelved = kept(&state);
    let entry = KeptEntry { key: "1".to_owned(), text: shelved.encode(), content: Ok(shelved) };
    let outcome = KeptOutcome { event: KeptEvent::Kept(entry.clone()), list: Ok([entry].into()) };
    let opened = reopened(&state);
    assert_says(
        &page(&after(state, [HistoryAction::Kept(outcome)])).await,
        &["“reads.csv” is kept on this device", "in 4 months. For academic research. Kept on 2026-11-24."],
    );
    assert_eq!(shown(&opened).history, history);
    let says = page(&opened).await;
    assert_says(
        &says,
        &["Its months and these remarks were kept on this device, and nothing else", "3 of 4 rows", "$168,000"],
    );
    assert!(!says.contains("Change how it is read"), "there is no file");
    let plain = UsageHistory::new(history.first(), history.reads().to_vec()).expect("a history");
    let plain =
        KeptHistory { name: SavedName::new("kept earlier", ""), kept: today(), usage_type: None, history: plain };
    let opened = after(blank(), [HistoryAction::Open(plain)]);
    assert_says(
        &page(&opened).await,
        &["Its months were kept on this device, and nothing else of the file.", "$168,000"],
    );
    assert_eq!(outline(&opened).remarks, [""; 0]);

    let why = StorageProblem::Full;
    let refused = KeptOutcome { event: KeptEvent::Refused(format!("Couldn’t keep “x”: {why}.")), list: Err(why) };
    let full = after(blank(), [HistoryAction::Kept(refused)]);
    assert_says(&page(&full).await, &["Couldn’t keep “x”: this browser’s storage for this page is full"]);
}

#[tokio::test]
async fn a_kept_history_opens_for_the_usage_type_it_was_kept_with() {
    let state = after(counted(blank(), FILE), [HistoryAction::ChooseUsageType(UsageType::CommercialScale)]);
    let opened = reopened(&state);
    assert_eq!(opened.usage_type, UsageType::CommercialScale);
    assert_eq!(outline(&opened), outline(&state));
    let of_earlier_version = KeptHistory { usage_type: None, ..kept(&state) };
    for usage_type in UsageType::ALL {
        let before = after(blank(), [HistoryAction::ChooseUsageType(usage_type)]);
        assert_eq!(after(before, [HistoryAction::Open(of_earlier_version.clone())]).usage_type, usage_type);
    }
}

#[tokio::test]
async fn a_budget_of_the_reads_is_at_prices_of_days_to_come() {
    let state = counted(blank(), FILE);
    assert_eq!(state.price_book().id.as_str(), "2023-03", "what the page shows is the past");
    let html = html(&state).await;
    let link = html.split_once(r#"href="budget.html#"#).and_then(|(_, rest)| rest.split_once('"')).expect("a link").0;
    let opened = BudgetState::open(link, None, STYLE, today());
    assert_eq!(opened.proposal.project.prices, PriceBasis::ByDate);
}

#[test]
fn the_months_are_carried_on_as_an_estimate() {
    let state = counted(with_tiers(own_tiers()), FILE);
    let link = shown(&state).link(state.price_book()).expect("a link");
    assert!(link.starts_with("v2/given=400000,9000,0,12000000/usage=academic/tiers="), "{link}");
    let estimate = link::decode(&link, catalogue()).expect("an estimate");
    assert_eq!(estimate.reads().iter().map(|reads| reads.get()).collect::<Vec<_>>(), [400_000, 9_000, 0, 12_000_000]);
    assert_eq!(estimate.price_book().id.as_str(), "2023-03");
    let ids: Vec<_> = estimate.custom_tiers().iter().map(|tier| tier.id.as_str()).collect();
    assert_eq!(ids, ["own-1", "flat"], "an id that a price book has is replaced");
    assert_eq!(estimate.peak(), Reads::new(12_000_000).expect("reads"));
}
