//! What tests in a browser do with the document, by CSS selector as the page's own style does.
#![allow(dead_code, reason = "not every test needs all of them")]

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, Window};

pub fn window() -> Window {
    web_sys::window().expect("a window")
}

pub fn document() -> Document {
    window().document().expect("a document")
}

pub fn exists(selector: &str) -> bool {
    document().query_selector(selector).expect("a selector").is_some()
}

/// The first element that the selector means.
#[track_caller]
pub fn find<T: JsCast>(selector: &str) -> T {
    let found: Option<Element> = document().query_selector(selector).expect("a selector");
    found.unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
}

#[track_caller]
pub fn text(selector: &str) -> String {
    find::<Element>(selector).text_content().unwrap_or_default()
}

/// The id of the element that has the keyboard.
pub fn focus() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// An event as the browser sends them for what people do.
pub fn event(kind: &str) -> Event {
    let options = EventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    Event::new_with_event_init_dict(kind, &options).expect("an event")
}

pub async fn wait(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).expect("a timeout");
    });
    JsFuture::from(promise).await.expect("time passes");
}

/// Waits until `what` holds, for as long as a slow machine may need.
pub async fn eventually(what: impl Fn() -> bool) {
    for _ in 0..200 {
        if what() {
            return;
        }
        wait(25).await;
    }
    panic!("it never came true; the page says {}", text("body"));
}

/// Clicks on what can have the keyboard, and lets the page follow.
pub async fn click(selector: &str) {
    let element: HtmlElement = find(selector);
    element.focus().expect("focus");
    element.click();
    yew::scheduler::flush().await;
}

/// Puts a text into a field, as if it were pasted over all of it.
pub async fn type_into(selector: &str, value: &str) {
    let field: HtmlInputElement = find(selector);
    field.set_value(value);
    field.dispatch_event(&event("input")).expect("typed");
    yew::scheduler::flush().await;
}

/// Chooses the option of that value.
pub async fn choose(selector: &str, value: &str) {
    let field: HtmlSelectElement = find(selector);
    field.set_value(value);
    field.dispatch_event(&event("change")).expect("chosen");
    yew::scheduler::flush().await;
}
