//! What a real browser keeps for the page: the panel of saved estimates and the display menu on its `localStorage`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::rc::Rc;

use in_browser::{document, eventually, exists, find, focus, text, type_into, wait, window};
use js_sys::{Function, Object, Reflect};
use quota_calculator::app::saved::{
    SavedAction, SavedCommand, SavedKind, SavedPanel, last, perform, use_last, use_saved,
};
use quota_calculator::app::settings::{Settings, Theme};
use quota_calculator::app::storage::{BrowserShelf, Shelf, StorageProblem};
use quota_calculator::app::today;
use quota_calculator::link::LinkError;
use quota_calculator::view::saved::SavedView;
use quota_calculator::view::settings::SettingsView;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlIFrameElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit, Storage};
use yew::prelude::*;
use yew::{AppHandle, Reducible};

mod in_browser;

wasm_bindgen_test_configure!(run_in_browser);

const LINK: &str = "v1/reads=5";
const FIRST_KEY: &str = "quota-calculator/estimate/1";

fn describe(link: &str) -> Result<String, LinkError> {
    if link.starts_with("v1/") { Ok("five posts".to_owned()) } else { Err(LinkError::NotALink) }
}

#[derive(Default)]
struct Panel(SavedPanel);

impl Reducible for Panel {
    type Action = SavedAction;

    fn reduce(self: Rc<Self>, action: SavedAction) -> Rc<Self> {
        Rc::new(Self(self.0.clone().reduced(action)))
    }
}

/// A page of nothing but the panel and the menu.
#[component]
fn Device() -> Html {
    let panel = use_reducer(Panel::default);
    let settings = use_state(|| Settings::read(&BrowserShelf));
    let link = use_state(|| LINK.to_owned());
    let on_action = Callback::from({
        let dispatcher = panel.dispatcher();
        move |action| dispatcher.dispatch(action)
    });
    use_saved(SavedKind::ESTIMATE, &panel.0, &on_action);
    use_last(SavedKind::ESTIMATE, Some((*link).clone()), describe, &panel.0, &on_action);
    use_effect_with(settings.theme, |theme| theme.apply());

    let on_command = on_action.reform(|command: SavedCommand| {
        SavedAction::Done(perform(&BrowserShelf, SavedKind::ESTIMATE, command, today()))
    });
    let on_open = Callback::from({
        let link = link.clone();
        move |opened| link.set(opened)
    });
    let on_settings = Callback::from({
        let settings = settings.clone();
        move |chosen| settings.set(chosen)
    });
    let saved = SavedView {
        kind: SavedKind::ESTIMATE,
        saved: &panel.0,
        current: Some(&link),
        describe,
        on_action: &on_action,
        on_command: &on_command,
        on_open: &on_open,
    };
    let menu = SettingsView { settings: &settings, on_settings: &on_settings };
    html! { <>{ menu.button() }{ saved.button() }<p id="link">{ &*link }</p>{ saved.panel() }{ menu.menu() }</> }
}

fn storage() -> Storage {
    window().local_storage().expect("no refusal").expect("a storage")
}

/// Clicks on what can have the keyboard, and waits until that has followed.
async fn click(selector: &str) {
    in_browser::click(selector).await;
    wait(0).await;
    yew::scheduler::flush().await;
}

/// The page, which goes when the test ends, or sooner.
struct Opened {
    app: Option<AppHandle<Device>>,
    root: Element,
}

impl Drop for Opened {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

/// The page at its first visit, on a device that keeps nothing yet.
async fn open() -> Opened {
    storage().clear().expect("an empty storage");
    open_again().await
}

/// The page at another visit.
async fn open_again() -> Opened {
    let root = document().create_element("div").expect("an element");
    document().body().expect("a body").append_child(&root).expect("a place");
    let app = Some(yew::Renderer::<Device>::with_root(root.clone()).render());
    let opened = Opened { app, root };
    yew::scheduler::flush().await;
    wait(0).await;
    yew::scheduler::flush().await;
    opened
}

async fn save(name: &str) {
    type_into("#saved-name", name).await;
    click(".saved-form [type=submit]").await;
}

#[wasm_bindgen_test]
fn the_shelf_is_the_local_storage() {
    let shelf = BrowserShelf;
    assert_eq!(shelf.get("a key"), Ok(None));
    assert_eq!(shelf.set("a key", "größer 🙂\nnext line"), Ok(()));
    assert_eq!(shelf.get("a key"), Ok(Some("größer 🙂\nnext line".to_owned())));
    assert_eq!(storage().get_item("a key"), Ok(Some("größer 🙂\nnext line".to_owned())));
    assert!(shelf.keys().expect("a storage").contains(&"a key".to_owned()));
    assert_eq!(shelf.remove("a key"), Ok(()));
    assert_eq!(shelf.remove("a key"), Ok(()));
    assert_eq!(shelf.get("a key"), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_it_has() {
    let shelf = BrowserShelf;
    shelf.set("a key", "before").expect("room");
    let mut filling = "x".repeat(4_000_000);
    for place in 0..2_000 {
        if shelf.set(&format!("filling {place}"), &filling).is_err() {
            filling.truncate(filling.len() / 2);
        }
    }
    assert_eq!(shelf.set("a key", &"y".repeat(100_000)), Err(StorageProblem::Full));
    assert_eq!(shelf.get("a key"), Ok(Some("before".to_owned())));
    storage().clear().expect("an empty storage");
}

/// Makes the browser refuse even to be asked for its storage, as it does where site data is blocked.
struct Blocked(JsValue);

impl Blocked {
    const NAME: &str = "localStorage";

    fn now() -> Self {
        let before = Object::get_own_property_descriptor(&window(), &Self::NAME.into());
        let refuse = Function::new_no_args("throw new DOMException('refused', 'SecurityError')");
        let descriptor = Object::new();
        Reflect::set(&descriptor, &"get".into(), &refuse).expect("a property");
        Reflect::set(&descriptor, &"configurable".into(), &true.into()).expect("a property");
        assert!(Reflect::define_property(&window(), &Self::NAME.into(), &descriptor).expect("defined"));
        Self(before)
    }
}

impl Drop for Blocked {
    fn drop(&mut self) {
        let before: &Object = self.0.unchecked_ref();
        Reflect::define_property(&window(), &Self::NAME.into(), before).expect("defined");
    }
}

#[wasm_bindgen_test]
async fn a_blocked_storage_is_said_and_nothing_breaks() {
    let _blocked = Blocked::now();
    let shelf = BrowserShelf;
    assert_eq!(shelf.get("a key"), Err(StorageProblem::Blocked));
    assert_eq!(shelf.set("a key", "text"), Err(StorageProblem::Blocked));
    assert_eq!(shelf.remove("a key"), Err(StorageProblem::Blocked));
    assert_eq!(shelf.keys(), Err(StorageProblem::Blocked));
    let _opened = open_again().await;
    assert!(text("#saved .notice").contains("“Share this estimate” gives you a link that keeps it anywhere."));
    click("[name=theme][value=dark]").await;
    assert_eq!(
        document().document_element().and_then(|root| root.get_attribute("data-theme")).as_deref(),
        Some("dark")
    );
    assert!(text("#display .problem").contains("isn’t kept: this browser keeps nothing for this page"));
    click("[name=theme][value=system]").await;
}

#[wasm_bindgen_test]
async fn an_estimate_is_saved_opened_and_there_at_the_next_visit() {
    let opened = open().await;
    click("[popovertarget=saved]").await;
    assert!(exists("#saved:popover-open"));
    eventually(|| focus() == "saved-title").await;
    save("Corpus").await;
    let text_kept = storage().get_item(FIRST_KEY).expect("a storage").expect("something kept");
    assert_eq!(text_kept, format!("estimate 1\nname Corpus\nsaved {}\nlink {LINK}", today()));
    assert_eq!(text("[popovertarget=saved]"), "Saved (1)");
    assert_eq!(find::<HtmlInputElement>("#saved-name").value(), "");
    assert_eq!(text("#saved [role=status]"), "Saved as “Corpus”.");

    storage().set_item(FIRST_KEY, &text_kept.replace("reads=5", "reads=6")).expect("room");
    click("[popovertarget=saved][popovertargetaction=hide]").await;
    eventually(|| !exists("#saved:popover-open")).await;
    click("[popovertarget=saved]").await;
    eventually(|| text("#saved [role=status]").is_empty()).await;
    click("#saved-open-0").await;
    eventually(|| !exists("#saved:popover-open")).await;
    assert_eq!(text("#link"), "v1/reads=6", "the panel lists anew when it is opened");
    eventually(|| document().active_element().is_some_and(|it| it.text_content().as_deref() == Some("Saved (1)")))
        .await;

    eventually(|| last(&BrowserShelf, SavedKind::ESTIMATE) == Ok(Some("v1/reads=6".to_owned()))).await;
    drop(opened);
    let _again = open_again().await;
    assert_eq!(text("[popovertarget=saved]"), "Saved (1)");
}

#[wasm_bindgen_test]
async fn the_keyboard_never_falls_off_what_has_gone() {
    let _opened = open().await;
    click("[popovertarget=saved]").await;
    save("Corpus").await;
    let before = storage().get_item(FIRST_KEY).expect("a storage");
    click("#saved-rename-0").await;
    assert_eq!(focus(), "saved-new-name");
    assert_eq!(find::<HtmlInputElement>("#saved-new-name").value(), "Corpus");

    let options = KeyboardEventInit::new();
    options.set_key("Escape");
    options.set_bubbles(true);
    options.set_cancelable(true);
    let escape = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).expect("an event");
    find::<HtmlInputElement>("#saved-new-name").dispatch_event(&escape).expect("pressed");
    assert!(escape.default_prevented(), "Escape leaves the field, not the panel");
    wait(0).await;
    yew::scheduler::flush().await;
    assert_eq!(focus(), "saved-rename-0");

    click("#saved-rename-0").await;
    type_into("#saved-new-name", "Corpora").await;
    click(".saved-item [type=submit]").await;
    assert_eq!(focus(), "saved-rename-0");
    assert_eq!(text("#saved-open-0"), "Corpora");

    click("[aria-label='Delete “Corpora”']").await;
    assert_eq!(focus(), "saved-undo");
    assert_eq!(storage().get_item(FIRST_KEY), Ok(None));
    click("#saved-undo").await;
    assert_eq!(focus(), "saved-open-0");
    assert_eq!(text("#saved-open-0"), "Corpora");
    click("#saved-undo").await;
    assert_eq!(text("#saved-open-0"), "Corpus");
    assert_eq!(storage().get_item(FIRST_KEY).expect("a storage"), before);
    assert!(!exists("#saved-undo"));
}

#[wasm_bindgen_test]
async fn what_another_tab_saves_shows_up() {
    let _opened = open().await;
    let frame: HtmlIFrameElement = document().create_element("iframe").expect("an element").unchecked_into();
    document().body().expect("a body").append_child(&frame).expect("a place");
    let other = frame.content_window().expect("a window").local_storage().expect("no refusal").expect("a storage");
    let entry = |name: &str| format!("estimate 1\nname {name}\nsaved 2026-08-14\nlink v1/a");
    other.set_item("quota-calculator/estimate/7", &entry("From there")).expect("room");
    eventually(|| exists("#saved-open-0") && text("#saved-open-0") == "From there").await;
    other.set_item("quota-calculator/estimate/7", "damaged").expect("room");
    eventually(|| text(".saved-item").contains("A damaged entry")).await;
    other.clear().expect("an empty storage");
    eventually(|| !exists(".saved-item")).await;
    frame.remove();
}

#[wasm_bindgen_test]
async fn a_theme_is_shown_at_once_and_kept() {
    let root = document().document_element().expect("a root");
    let _opened = open().await;
    for theme in [Theme::Dark, Theme::Light] {
        click(&format!("[name=theme][value={}]", theme.id())).await;
        assert_eq!(root.get_attribute("data-theme").as_deref(), Some(theme.id()));
        assert_eq!(storage().get_item("quota-calculator/theme"), Ok(Some(theme.id().to_owned())));
        assert_eq!(Settings::read(&BrowserShelf).theme, theme);
    }
    click("[name=theme][value=system]").await;
    assert_eq!(root.get_attribute("data-theme"), None);
    assert_eq!(storage().get_item("quota-calculator/theme"), Ok(None));
}
