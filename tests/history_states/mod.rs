//! States of the Usage history page, for the tests of its rows and of what it shows.
#![allow(dead_code, reason = "not every test needs all of them")]

use std::rc::Rc;

use crate::rendered::text;
use quota_calculator::app::history::kept::{Kept, KeptHistory};
use quota_calculator::app::history::{Counted, HistoryAction, HistoryState, Own, SourceFile, Stage, Task};
use quota_calculator::format::HistoryOutline;
use quota_calculator::history::{Counting, HistoryReport, Preview, Reply, SAMPLE_SIZE, Tally, UsageHistory, look};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Date, Tier, UsageType};
use quota_calculator::tier_text::tiers_from_json;
use quota_calculator::view::history::{HistoryPage, HistoryPageProps};
use yew::{Callback, LocalServerRenderer, Reducible};

pub const STYLE: NumberStyle = NumberStyle::ENGLISH;

/// Two years of free reads, with a month in which nothing was read.
pub const FILE: &str =
    "date,reads\n2021-03-01,400000\n2021-04-10,9000\n2021-06-02,12000000\n2021-06-03,soon\nTotal,12409000\n";

pub fn today() -> Date {
    "2026-11-24".parse().expect("a day")
}

pub fn blank() -> HistoryState {
    with_tiers(Vec::new())
}

pub fn with_tiers(tiers: Vec<Tier>) -> HistoryState {
    HistoryState::new(Own { usage_type: UsageType::Academic, tiers }, Kept::default(), STYLE, today())
}

pub fn after(state: HistoryState, actions: impl IntoIterator<Item = HistoryAction>) -> HistoryState {
    let end = actions.into_iter().fold(Rc::new(state), HistoryState::reduce);
    HistoryState::clone(&end)
}

/// Does what the worker would do with a file of this content, until nothing is left to do.
pub fn worked(mut state: HistoryState, content: &str) -> HistoryState {
    while let Some(job) = state.job.clone() {
        let bytes = content.as_bytes();
        let reply = match job.task {
            Task::Look(choice, latest) => {
                let sample = &bytes[..bytes.len().min(SAMPLE_SIZE)];
                Reply::Looked(look(sample, sample.len() == bytes.len(), &choice, latest))
            }
            Task::Count(format) => {
                let mut tally = Tally::new(format);
                tally.push(bytes);
                Reply::Counted(tally.finish())
            }
        };
        state = after(state, [HistoryAction::Answered(job.number, reply)]);
    }
    state
}

pub fn taken(state: HistoryState, content: &str) -> HistoryState {
    let file = SourceFile::new("reads.csv", content.len() as u64);
    worked(after(state, [HistoryAction::Take(file)]), content)
}

pub fn counted(state: HistoryState, content: &str) -> HistoryState {
    worked(after(taken(state, content), [HistoryAction::Count]), content)
}

pub fn shown(state: &HistoryState) -> &Counted {
    match &state.stage {
        Stage::Shown(counted, _) => counted,
        other => panic!("nothing is shown: {other:?}"),
    }
}

pub fn report(state: &HistoryState) -> &HistoryReport {
    shown(state).report.as_ref().expect("a report")
}

pub fn outline(state: &HistoryState) -> &HistoryOutline {
    shown(state).outline.as_ref().expect("an outline")
}

/// What is kept of what is shown.
pub fn kept(state: &HistoryState) -> KeptHistory {
    let (name, history) = (shown(state).name.clone(), shown(state).history.clone());
    KeptHistory { name, kept: today(), usage_type: Some(state.usage_type), history }
}

/// What is shown, kept on a device and opened on it again.
pub fn reopened(state: &HistoryState) -> HistoryState {
    let kept = KeptHistory::decode(&kept(state).encode()).expect("a history");
    after(blank(), [HistoryAction::Open(kept)])
}

pub fn months(history: &UsageHistory) -> Vec<u64> {
    history.reads().iter().map(|reads| reads.get()).collect()
}

pub async fn html(state: &HistoryState) -> String {
    let state = state.clone();
    let props = move || HistoryPageProps {
        state: state.clone(),
        page: "https://example.com/history.html".into(),
        on_action: Callback::noop(),
        on_take: Callback::noop(),
        on_command: Callback::noop(),
        on_settings: Callback::noop(),
    };
    LocalServerRenderer::<HistoryPage>::with_props(props()).hydratable(false).render().await
}

pub async fn page(state: &HistoryState) -> String {
    text(&html(state).await)
}

/// What is previewed.
#[track_caller]
pub fn preview(state: &HistoryState) -> &Preview {
    match &state.stage {
        Stage::Previewed(preview) => preview,
        other => panic!("nothing is previewed: {other:?}"),
    }
}

/// The names of the columns of the dates and the reads. Nothing stands for the former where there are no dates, and `rows` for the
/// latter where each row is one read.
pub fn taken_from(content: &str) -> (String, String) {
    let state = taken(blank(), content);
    let preview = preview(&state);
    let name = |place: usize| preview.columns[place].clone();
    let counted = match preview.counting {
        Counting::Rows => "rows".to_owned(),
        Counting::Column(place) => name(place),
    };
    (preview.date_column.map(name).unwrap_or_default(), counted)
}

pub fn own_tiers() -> Vec<Tier> {
    let tiers = r#"[
        { "id": "basic", "name": "=Our <offer>", "charges": [{ "model": "perUnit", "unitPrice": "0.005" }], "readCap": 1000000 },
        { "id": "flat", "name": "Flat", "charges": [{ "model": "flat", "fee": "99.5" }] }
    ]"#;
    tiers_from_json(tiers).expect("tiers").tiers
}
