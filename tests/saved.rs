//! The panel of saved estimates and the display menu as they are rendered for a state, without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::cell::RefCell;
use std::collections::BTreeMap;

use quota_calculator::app::saved::{
    SavedAction, SavedCommand, SavedKind, SavedName, SavedOutcome, SavedPanel, WhenTaken, keep_last, perform,
};
use quota_calculator::app::settings::{Settings, Theme};
use quota_calculator::app::storage::{Shelf, StorageProblem};
use quota_calculator::link::LinkError;
use quota_calculator::pricing::Date;
use quota_calculator::view::saved::SavedView;
use quota_calculator::view::settings::SettingsView;
use yew::LocalServerRenderer;
use yew::prelude::*;

/// Keeps texts until it is told to refuse.
#[derive(Default)]
struct TestShelf {
    texts: RefCell<BTreeMap<String, String>>,
    refuses: Option<StorageProblem>,
}

impl Shelf for TestShelf {
    fn get(&self, key: &str) -> Result<Option<String>, StorageProblem> {
        self.keys().map(|_| self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageProblem> {
        self.refuses.map_or(Ok(()), Err)?;
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageProblem> {
        self.keys().map(|_| drop(self.texts.borrow_mut().remove(key)))
    }

    fn keys(&self) -> Result<Vec<String>, StorageProblem> {
        let refuses = self.refuses.filter(|problem| *problem != StorageProblem::Full);
        refuses.map_or_else(|| Ok(self.texts.borrow().keys().cloned().collect()), Err)
    }
}

const LINK: &str = "v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03";

fn describe(link: &str) -> Result<String, LinkError> {
    let words = "2,000,000 posts a month, academic research, March 2023";
    if link == LINK { Ok(words.to_owned()) } else { Err(LinkError::UnknownVersion("v9".to_owned())) }
}

fn today() -> Date {
    Date::from_ymd_opt(2026, 8, 14).expect("a day")
}

/// A reader with a device.
#[derive(Default)]
struct Reader {
    shelf: TestShelf,
    saved: SavedPanel,
}

impl Reader {
    fn does(&mut self, command: SavedCommand) {
        let outcome: SavedOutcome = perform(&self.shelf, SavedKind::ESTIMATE, command, today());
        self.acts(SavedAction::Done(outcome));
    }

    fn acts(&mut self, action: SavedAction) {
        self.saved = self.saved.clone().reduced(action);
    }

    fn saves(&mut self, name: &str, link: &str) {
        let name = SavedName::new(name, &describe(link).unwrap_or_default());
        self.does(SavedCommand::Save { name, link: link.to_owned(), when_taken: WhenTaken::Ask });
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PanelProps {
    saved: SavedPanel,
    current: Option<String>,
}

#[component]
fn Panel(props: &PanelProps) -> Html {
    let (on_action, on_command, on_open) = (Callback::noop(), Callback::noop(), Callback::noop());
    let view = SavedView {
        kind: SavedKind::ESTIMATE,
        saved: &props.saved,
        current: props.current.as_deref(),
        describe,
        on_action: &on_action,
        on_command: &on_command,
        on_open: &on_open,
    };
    html! { <>{ view.button() }{ view.panel() }</> }
}

async fn panel(saved: &SavedPanel, current: Option<&str>) -> String {
    let props = PanelProps { saved: saved.clone(), current: current.map(ToOwned::to_owned) };
    LocalServerRenderer::<Panel>::with_props(props).hydratable(false).render().await
}

#[derive(Clone, PartialEq, Properties)]
struct MenuProps {
    settings: Settings,
}

#[component]
fn Menu(props: &MenuProps) -> Html {
    let view = SettingsView { settings: &props.settings, on_settings: &Callback::noop() };
    html! { <>{ view.button() }{ view.menu() }</> }
}

async fn menu(settings: Settings) -> String {
    LocalServerRenderer::<Menu>::with_props(MenuProps { settings }).hydratable(false).render().await
}

#[track_caller]
fn assert_has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "missing:\n{part}\nThere is\n{html}");
    }
}

#[track_caller]
fn assert_lacks(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(!html.contains(part), "there is\n{part}\nin\n{html}");
    }
}

#[tokio::test]
async fn at_first_nothing_is_saved() {
    let html = panel(&SavedPanel::default(), Some(LINK)).await;
    assert_has(
        &html,
        &[
            r#"id="saved-button""#,
            r#"popover="auto" role="dialog" aria-labelledby="saved-title""#,
            r#"<label for="saved-name">Name of this estimate</label>"#,
            r#"placeholder="2,000,000 posts a month, academic research, March 2023""#,
            "Nothing is saved yet. Saved estimates stay in this browser",
            r#"<div role="status">"#,
            r#"<div role="alert"></div>"#,
        ],
    );
    assert_lacks(&html, &["disabled", "Undo", "<li"]);
}

#[tokio::test]
async fn an_estimate_with_a_problem_cannot_be_saved() {
    let html = panel(&SavedPanel::default(), None).await;
    assert_has(&html, &[r#"type="submit" disabled"#, "Once that is solved, it can be saved."]);
    assert_lacks(&html, &["placeholder"]);
}

#[tokio::test]
async fn what_is_saved_can_be_opened_renamed_and_deleted() {
    let mut reader = Reader::default();
    reader.saves("", LINK);
    reader.saves("<i>Corpus</i>", LINK);
    let html = panel(&reader.saved, Some(LINK)).await;
    assert_has(
        &html,
        &[
            ">Saved (2)</button>",
            r#"id="saved-open-0" aria-label="Open “&lt;i&gt;Corpus&lt;/i&gt;”" popovertarget="saved" popovertargetaction="hide""#,
            "<bdi>&lt;i&gt;Corpus&lt;/i&gt;</bdi>",
            "2,000,000 posts a month, academic research, March 2023 · saved <time>2026-08-14</time>",
            r#"id="saved-rename-0" aria-label="Rename “&lt;i&gt;Corpus&lt;/i&gt;”""#,
            r#"aria-label="Delete “&lt;i&gt;Corpus&lt;/i&gt;”""#,
            "<bdi>2,000,000 posts a month, academic research, March 2023</bdi>",
            r#"<p class="saved-detail">Saved <time>2026-08-14</time></p>"#,
            "<p>Saved as “&lt;i&gt;Corpus&lt;/i&gt;”.</p>",
        ],
    );
    assert_lacks(&html, &["Nothing is saved yet", "<i>"]);
}

#[tokio::test]
async fn what_cannot_be_read_or_opened_shows_its_text() {
    let mut reader = Reader::default();
    reader.shelf.set("quota-calculator/estimate/7", "estimate 2\n<quote>").expect("a shelf that works");
    keep_last(&reader.shelf, SavedKind::ESTIMATE, "v9/later", today(), |_| true).expect("a shelf that works");
    keep_last(&reader.shelf, SavedKind::ESTIMATE, LINK, today(), |link| describe(link).is_ok())
        .expect("a shelf that works");
    reader.does(SavedCommand::List);
    let html = panel(&reader.saved, Some(LINK)).await;
    assert_has(
        &html,
        &[
            ">Saved (2)</button>",
            "<bdi>Last estimate, which couldn’t be opened</bdi>",
            "It can’t be opened: its version is v9, which this calculator doesn’t know; a newer one may have made it. Saved \
             <time>2026-08-14</time>",
            r#"aria-label="Link of “Last estimate, which couldn’t be opened”""#,
            ">v9/later</textarea>",
            "A damaged entry",
            "It can’t be read: its version is 2, which this calculator doesn’t know; a newer one may have saved it.",
            ">estimate 2\n&lt;quote&gt;</textarea>",
            r#"aria-label="Delete the damaged entry""#,
        ],
    );
    assert_lacks(&html, &["aria-label=\"Open"]);
}

#[tokio::test]
async fn a_taken_name_is_a_question() {
    let mut reader = Reader::default();
    reader.saves("Corpus", LINK);
    reader.saves("Corpus", "v9/later");
    let html = panel(&reader.saved, Some("v9/later")).await;
    assert_has(
        &html,
        &[
            "“Corpus” is already saved, with another estimate.",
            "The saved one: 2,000,000 posts a month, academic research, March 2023, saved 2026-08-14.",
            ">Replace it</button>",
            ">Keep both</button>",
            ">Don’t save</button>",
        ],
    );
}

#[tokio::test]
async fn renaming_happens_in_the_list() {
    let mut reader = Reader::default();
    reader.saves("Corpus", LINK);
    let item = reader.saved.list.first().cloned().expect("something saved");
    reader.acts(SavedAction::StartRename(item.key.clone()));
    reader.acts(SavedAction::TypeRename("Corpora".to_owned()));
    let html = panel(&reader.saved, Some(LINK)).await;
    assert_has(
        &html,
        &[r#"<label for="saved-new-name">New name of “Corpus”</label>"#, r#"value="Corpora""#, ">Cancel<"],
    );
    assert_lacks(&html, &[r#"aria-label="Rename"#]);
    reader.does(SavedCommand::Rename { item, name: SavedName::new("Corpora", "") });
    let html = panel(&reader.saved, Some(LINK)).await;
    assert_has(&html, &["<bdi>Corpora</bdi>", "<span>Renamed “Corpus” to “Corpora”.</span>", r#"id="saved-undo""#]);
}

#[tokio::test]
async fn what_was_not_done_is_an_alert_and_what_was_can_be_undone() {
    let mut reader = Reader::default();
    reader.saves("Corpus", LINK);
    let item = reader.saved.list.first().cloned().expect("something saved");
    reader.does(SavedCommand::Delete(item));
    reader.shelf.refuses = Some(StorageProblem::Full);
    reader.saves("Thesis", LINK);
    reader.acts(SavedAction::LastKept(Err(StorageProblem::Full)));
    let html = panel(&reader.saved, Some(LINK)).await;
    assert_has(
        &html,
        &[
            "<span>Deleted “Corpus”.</span>",
            r#"<p class="problem">Couldn’t save “Thesis”: this browser’s storage for this page is full; delete"#,
            r#"<p class="problem">The estimate on the page isn’t kept for your next visit: this browser’s storage"#,
        ],
    );
    reader.shelf.refuses = Some(StorageProblem::Broken);
    reader.does(SavedCommand::List);
    let html = panel(&reader.saved, Some(LINK)).await;
    assert_has(&html, &["Couldn’t list what is saved: this browser’s storage isn’t working just now."]);
}

#[tokio::test]
async fn blocked_storage_is_said_once_with_a_way_out() {
    let mut reader = Reader::default();
    reader.shelf.refuses = Some(StorageProblem::Blocked);
    reader.does(SavedCommand::List);
    reader.acts(SavedAction::LastKept(Err(StorageProblem::Blocked)));
    let html = panel(&reader.saved, Some(LINK)).await;
    assert_has(
        &html,
        &[
            "Estimates can’t be saved here. ",
            "This browser keeps nothing for this page, as in some private windows or where site data is blocked. ",
            "“Share this estimate” gives you a link that keeps it anywhere.",
        ],
    );
    assert_lacks(&html, &["<form", "class=\"problem\""]);
}

#[tokio::test]
async fn the_menu_shows_what_is_chosen() {
    let shelf = TestShelf::default();
    let html = menu(Settings::default()).await;
    assert_has(&html, &[r#"value="system" checked"#, r#"<option value="" selected"#, r#"<div role="alert"></div>"#]);
    let chosen = Settings::default().choose_theme(&shelf, Theme::Dark).choose_locale(&shelf, "de-DE".to_owned());
    let html = menu(chosen).await;
    assert_has(&html, &[r#"value="dark" checked"#, r#"<option lang="de-DE" value="de-DE" selected"#]);
    assert_has(&html, &[r#"<option lang="ja-JP" value="ja-JP">"#, r#"<option value="">"#]);
    let blocked = TestShelf { refuses: Some(StorageProblem::Blocked), ..TestShelf::default() };
    let html = menu(Settings::default().choose_theme(&blocked, Theme::Light)).await;
    assert_has(
        &html,
        &[
            r#"value="light" checked"#,
            "Your choice holds until you close this page, but isn’t kept: this browser keeps nothing for this page",
        ],
    );
}
