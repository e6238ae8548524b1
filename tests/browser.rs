//! The page mounted in a real browser: what typing, choosing and opening links do to the document and the address.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, EventInit, HtmlInputElement, HtmlSelectElement, InputEvent, Window};

wasm_bindgen_test_configure!(run_in_browser);

fn window() -> Window {
    web_sys::window().expect("a window")
}

fn document() -> Document {
    window().document().expect("a document")
}

fn element<T: JsCast>(id: &str) -> T {
    document().get_element_by_id(id).unwrap_or_else(|| panic!("no #{id}")).unchecked_into()
}

fn text(selector: &str) -> String {
    let found = document().query_selector(selector).expect("a selector");
    found.and_then(|found| found.text_content()).unwrap_or_else(|| panic!("no {selector}"))
}

fn bubbling(kind: &str) -> Event {
    let options = EventInit::new();
    options.set_bubbles(true);
    Event::new_with_event_init_dict(kind, &options).expect("an event")
}

async fn wait(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).expect("a timeout");
    });
    JsFuture::from(promise).await.expect("time passes");
}

/// Waits until `what` holds, for as long as a slow machine may need.
async fn eventually(what: impl Fn() -> bool) {
    for _ in 0..200 {
        if what() {
            return;
        }
        wait(25).await;
    }
    panic!("it never came true; the page says {}", text("main"));
}

/// Opens a fragment, in the one page that all tests share, as a reader who pastes a link into the address bar does.
async fn open(fragment: &str) {
    window().location().set_hash(fragment).expect("an address");
    if document().get_element_by_id("calculator").is_none() {
        let root: Element = document().create_element("div").expect("an element");
        root.set_id("calculator");
        document().body().expect("a body").append_child(&root).expect("a place");
        quota_calculator::mount();
    }
    // The browser says nothing when the address was the same before.
    window().dispatch_event(&bubbling("hashchange")).expect("said");
    wait(0).await;
    yew::scheduler::flush().await;
}

async fn type_into(id: &str, value: &str) {
    let field: HtmlInputElement = element(id);
    field.set_value(value);
    field.dispatch_event(&bubbling("input").unchecked_into::<InputEvent>()).expect("typed");
    yew::scheduler::flush().await;
}

async fn choose(id: &str, value: &str) {
    let field: HtmlSelectElement = element(id);
    field.set_value(value);
    field.dispatch_event(&bubbling("change")).expect("chosen");
    yew::scheduler::flush().await;
}

fn fragment() -> String {
    window().location().hash().expect("an address")
}

#[wasm_bindgen_test]
async fn typing_answers_at_once_and_keeps_the_field() {
    open("").await;
    let field: HtmlInputElement = element("volume");
    field.focus().expect("focus");
    for (typed, amount) in [("1", "$100"), ("10k", "$100"), ("10001", "$42,000"), ("60000000", "$125,000")] {
        type_into("volume", typed).await;
        assert_eq!(text(".now .amount"), format!("{amount} a month"));
        assert!(field.is_same_node(Some(&element::<HtmlInputElement>("volume"))), "the field is still the same");
        assert_eq!(document().active_element().map(|it| it.id()).as_deref(), Some("volume"), "and still in focus");
        assert_eq!(field.value(), typed, "nothing changes under the reader's hands");
    }
}

#[wasm_bindgen_test]
async fn choosing_answers_at_once() {
    open("").await;
    choose("usage", "hobby").await;
    assert!(text(".then").contains("Elevated allowed 2,000,000"));
    choose("period", "year").await;
    assert!(text(".now").contains("$42,000"), "166,667 reads a month");
    choose("prices", "free-era").await;
    assert!(text(".now").contains("Essential"));
}

#[wasm_bindgen_test]
async fn the_address_follows_without_filling_the_history() {
    open("").await;
    let before = window().history().expect("a history").length().expect("a length");
    for typed in ["1", "12", "123"] {
        type_into("volume", typed).await;
    }
    eventually(|| fragment() == "#v1/reads=123/period=month/usage=academic/months=12/prices=2023-03").await;
    assert_eq!(window().history().expect("a history").length().expect("a length"), before);
}

#[wasm_bindgen_test]
async fn another_link_opened_in_the_same_page_is_shown() {
    open("#v1/reads=5000/period=month/usage=hobby/months=12/prices=2023-03").await;
    assert_eq!(element::<HtmlInputElement>("volume").value(), "5,000");
    window()
        .location()
        .set_hash("#v1/reads=70000/period=month/usage=hobby/months=3/prices=2023-03")
        .expect("an address");
    eventually(|| element::<HtmlInputElement>("volume").value() == "70,000").await;
    assert_eq!(element::<HtmlInputElement>("months").value(), "3");
}

#[wasm_bindgen_test]
async fn a_damaged_link_stays_in_the_address_until_something_changes() {
    open("#v1/reads=5").await;
    assert!(text(".notice").contains("This link is damaged."));
    wait(600).await;
    assert_eq!(fragment(), "#v1/reads=5");
    type_into("volume", "7").await;
    eventually(|| fragment().starts_with("#v1/reads=7/")).await;
    assert!(document().query_selector(".notice").expect("a selector").is_none());
}
