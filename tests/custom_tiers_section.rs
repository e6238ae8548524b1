//! How the user's own tiers look: the section of the Compare page that lists and edits them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod own_tiers;
mod rendered;

use own_tiers::{
    ENGLISH, act, after, book, choose, choose_at_cap, estimate, filled, flat, id, later_book, three, type_into,
};
use quota_calculator::app::custom_tiers::{CustomTiers, CustomTiersAction as Action, DraftChange, TierField};
use quota_calculator::catalogue;
use quota_calculator::pricing::{Assessment, AtCap, ChargeModel, Tier, assess};
use quota_calculator::tier_text::tiers_to_json;
use quota_calculator::view::compare::custom_tiers;
use rendered::assert_says;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
struct SectionProps {
    custom: CustomTiers,
    /// The answer for the tiers of another moment, as while the question has no answer.
    answered: Option<Vec<Tier>>,
}

#[component]
fn Section(props: &SectionProps) -> Html {
    let tiers = props.answered.clone().unwrap_or_else(|| props.custom.tiers().to_vec());
    let assessment: Option<Assessment> = assess(catalogue(), &estimate(tiers)).ok();
    custom_tiers(&props.custom, assessment.as_ref(), book(), ENGLISH, &Callback::noop())
}

async fn html(custom: CustomTiers, answered: Option<Vec<Tier>>) -> String {
    let section = yew::LocalServerRenderer::<Section>::with_props(SectionProps { custom, answered });
    section.hydratable(false).render().await
}

/// The words of the section.
async fn text(custom: CustomTiers) -> String {
    rendered::text(&html(custom, None).await)
}

/// The opening tag of the element with an id, and the text behind it.
#[track_caller]
fn element<'a>(html: &'a str, id: &str) -> (&'a str, &'a str) {
    let id = format!("id=\"{id}\"");
    let part = html.split('<').find(|part| part.split('>').next().is_some_and(|tag| tag.contains(&id)));
    part.and_then(|part| part.split_once('>')).unwrap_or_else(|| panic!("there is no {id} in\n{html}"))
}

#[tokio::test]
async fn the_list_shows_each_price_or_why_there_is_none() {
    let mut custom = after(flat("Flat", "42,000"));
    act(&mut custom, flat("Small", "100"));
    act(
        &mut custom,
        [Action::Edit(id("custom-2")), choose_at_cap(AtCap::Stop), type_into(TierField::ReadCap, "10k"), Action::Done],
    );
    act(
        &mut custom,
        [Action::New, type_into(TierField::Name, "Open"), Action::Change(DraftChange::RemoveCharge(1)), Action::Done],
    );
    assert_says(
        &text(custom.clone()).await,
        &[
            "Flat no read cap $42,000 a month · $504,000 a year Edit Up Down Delete",
            "Small 10,000 reads a month, then it stops $100 a month · $1,200 a year No: 1,990,000 short.",
            "Open no read cap no price yet Without a charge it has no price, and is never taken for free.",
            "New tier or start from",
            "Copy and negotiate Import JSON Export JSON",
        ],
    );
    let html = html(custom, None).await;
    assert_says(element(&html, "own-edit-custom").0, &[r#"aria-label="Edit Flat""#]);
    assert_says(element(&html, "own-up-custom").0, &[r#"aria-label="Move up Flat""#, r#"aria-disabled="true""#]);
    let down = element(&html, "own-down-custom").0;
    assert_says(down, &[r#"aria-label="Move down Flat""#]);
    assert!(!down.contains("aria-disabled"));
    assert_says(&html, &[r#"aria-label="Delete Small""#, r#"download="custom-tiers.json""#]);
    let address = html.split_once("utf-8,").and_then(|(_, rest)| rest.split_once('"')).expect("a link").0;
    assert!(address.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'%'), "{address}");
}

#[tokio::test]
async fn an_empty_list_offers_the_ways_to_begin() {
    let page = text(CustomTiers::default()).await;
    assert_says(&page, &["Your own tiers", "New tier or start from", "Copy and negotiate Import JSON"]);
    assert!(!page.contains("Export"), "there is nothing to export");
}

#[tokio::test]
async fn the_editor_shows_its_fields_and_the_live_price() {
    let custom = after([
        Action::New,
        choose(1, ChargeModel::PerUnit),
        type_into(TierField::Price(1), "0.005"),
        type_into(TierField::IncludedReads(1), "10k"),
    ]);
    let page = text(custom.clone()).await;
    assert_says(
        &page,
        &[
            "What it costs Charge 1",
            "costs $ after reads included Remove",
            "At the read cap there is no cap it stops each further read costs extra",
            "For the present volume: $9,950 a month · $119,400 a year.",
            "For 2,000,000 reads a month: 10,000 reads included; 1,990,000 × $0.005 = $9,950; together $9,950.",
            "Done Cancel",
        ],
    );
    assert!(!page.contains("New tier"), "one thing at a time");
    let html = html(custom, None).await;
    assert_says(&html, &[r#"<label for="own-name">Name</label>"#, r#"selected">each read</option>"#]);
    assert_says(
        element(&html, "own-price-1").0,
        &[r#"aria-label="Price of a read in dollars""#, r#"value="0.005""#, r#"autocomplete="off""#],
    );
}

#[tokio::test]
async fn the_editor_says_what_is_wrong_beside_the_field() {
    let mut custom = filled();
    act(&mut custom, [type_into(TierField::Name, ""), type_into(TierField::ReadCap, "x")]);
    assert_says(
        &text(custom.clone()).await,
        &[
            "The read cap is “x”, which is not a number: write a number of reads, like 10,000 or 2.5M.",
            "Something is not right yet. Until then the last good version stays in the comparison. For the present volume: $",
        ],
    );
    let page = html(custom.clone(), None).await;
    let described = [r#"aria-invalid="true""#, r#"aria-describedby="own-read-cap-problem""#];
    assert_says(element(&page, "own-read-cap").0, &described);
    assert_says(element(&page, "own-read-cap-problem").1, &["The read cap is “x”"]);
    let name = element(&page, "own-name").0;
    assert_says(name, &[r#"aria-describedby="own-name-problem""#]);
    assert!(!name.contains("aria-invalid"), "a gap is no fault yet");
    assert_says(element(&page, "own-name-problem").0, &["gap"]);
    act(&mut custom, [Action::Done]);
    let page = html(custom, None).await;
    assert_says(element(&page, "own-name").0, &[r#"aria-invalid="true""#]);
    let (tag, sentence) = element(&page, "own-name-problem");
    assert_eq!((tag.contains("gap"), sentence), (false, "A tier has a name: give it one."));
    assert_says(&text(after([Action::New])).await, &["Something is still missing. Until then it is not compared."]);
}

#[tokio::test]
async fn what_a_listed_tier_leaves_open_at_its_cap_can_be_kept() {
    let open = "each further read costs extra more is for the contract to say after reads a month";
    let mut custom = after([Action::ChooseSource(id("enterprise-small")), Action::Copy]);
    assert_says(&text(custom.clone()).await, &[open]);
    act(&mut custom, [choose_at_cap(AtCap::Stop)]);
    assert_says(&text(custom).await, &[open]);
    assert!(!text(after([Action::New])).await.contains("contract"));
}

#[tokio::test]
async fn a_price_that_is_not_public_is_mentioned() {
    let mut custom = CustomTiers::default();
    custom.reduce(Action::Copy, later_book(), ENGLISH);
    assert_says(&text(custom).await, &["Its price is not public; it is said to start at $42,000 a month."]);
}

#[tokio::test]
async fn a_tier_that_is_not_in_the_answer_says_why() {
    let mut custom = after(flat("Late", "5"));
    let page = html(custom.clone(), Some(Vec::new())).await;
    assert_says(&page, &["not priced", "It is priced as soon as the question above has an answer."]);
    act(
        &mut custom,
        [
            Action::Edit(id("custom")),
            choose(1, ChargeModel::PerUnit),
            type_into(TierField::Price(1), "999999999999.999999999999"),
        ],
    );
    let page = html(custom, Some(Vec::new())).await;
    assert_says(&page, &["It can’t be compared: the amount is too large to be exact"]);
}

#[tokio::test]
async fn what_happened_is_said_with_a_way_back() {
    let mut custom = three();
    act(&mut custom, [Action::Delete(id("custom-2"))]);
    assert_says(&text(custom.clone()).await, &["“B” is deleted. Undo"]);
    act(&mut custom, [Action::Edit(id("custom"))]);
    assert!(!text(custom).await.contains("Undo"), "the list rests");
}

#[tokio::test]
async fn the_import_keeps_the_text_and_says_what_is_wrong() {
    let custom = after([Action::OpenImport, Action::TypeImport("five dollars".to_owned()), Action::Import]);
    let page = html(custom, None).await;
    assert_says(&page, &[r#"for="own-import""#, r#"<label for="own-file">or choose its file: </label>"#]);
    let (field, typed) = element(&page, "own-import");
    assert_says(field, &[r#"aria-invalid="true""#, r#"aria-describedby="own-import-problem""#]);
    assert_eq!(typed, "five dollars");
    let (tag, problem) = element(&page, "own-import-problem");
    assert!(tag.contains(r#"role="alert""#) && problem.starts_with("Nothing was imported: "));
}

#[tokio::test]
async fn a_full_list_says_so_in_place_of_the_buttons() {
    let text_of_three = tiers_to_json(three().tiers());
    let mut custom = CustomTiers::default();
    for _ in 0..34 {
        act(&mut custom, [Action::OpenImport, Action::ImportFile(text_of_three.clone())]);
    }
    let page = text(custom).await;
    assert_says(&page, &["That is all there is room for, 100 tiers: delete one to add another.", "“C” was left out"]);
    assert!(!page.contains("New tier"));
}
