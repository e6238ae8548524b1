//! What waits for the typing to rest, in a real browser: when it is done, how often, and when not at all.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::cell::RefCell;
use std::rc::Rc;

use in_browser::{wait, window};
use js_sys::Date;
use quota_calculator::app::use_debounce;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::AppHandle;
use yew::prelude::*;

mod in_browser;

wasm_bindgen_test_configure!(run_in_browser);

/// How long the typing must rest at least and at most, in milliseconds, as the hook says.
const REST: (i32, i32) = (300, 600);

/// What was done, and when.
type Done = Rc<RefCell<Vec<(&'static str, f64)>>>;

#[derive(Clone, PartialEq, Properties)]
struct FieldProps {
    typed: Option<&'static str>,
    done: Done,
}

/// A field after whose rest something is done, and a button that does it at once.
#[component]
fn Field(props: &FieldProps) -> Html {
    let done = props.done.clone();
    let rest = use_debounce(props.typed, move |typed| done.borrow_mut().push((typed, Date::now())));
    html! { <button onclick={move |_| rest.flush()}>{ "Do it now" }</button> }
}

/// The field on a page of its own.
struct Page {
    root: Element,
    field: AppHandle<Field>,
    done: Done,
}

impl Page {
    async fn open() -> Self {
        let document = window().document().expect("a document");
        let root = document.create_element("div").expect("an element");
        document.body().expect("a body").append_child(&root).expect("a place");
        let done = Done::default();
        let props = FieldProps { typed: None, done: done.clone() };
        let field = yew::Renderer::<Field>::with_root_and_props(root.clone(), props).render();
        yew::scheduler::flush().await;
        Self { root, field, done }
    }

    async fn type_in(&mut self, typed: impl Into<Option<&'static str>>) {
        self.field.update(FieldProps { typed: typed.into(), done: self.done.clone() });
        yew::scheduler::flush().await;
    }

    fn flush(&self) {
        let button = self.root.first_element_child().expect("the button");
        button.unchecked_into::<HtmlElement>().click();
    }

    fn done(&self) -> Vec<&'static str> {
        self.done.borrow().iter().map(|(typed, _)| *typed).collect()
    }

    /// Asserts that after the longest rest this was done, and nothing else.
    async fn assert_done(&self, expected: &[&'static str]) {
        wait(2 * REST.1).await;
        assert_eq!(self.done(), expected);
    }
}

#[wasm_bindgen_test]
async fn it_is_done_once_after_the_last_key() {
    let mut page = Page::open().await;
    for typed in ["1", "12", "123"] {
        page.type_in(typed).await;
        assert_eq!(page.done(), [""; 0], "it waits");
        wait(REST.0 / 3).await;
    }
    page.type_in("1234").await;
    let last_key = Date::now();
    page.assert_done(&["1234"]).await;
    // The two clocks may disagree by a millisecond.
    assert!(page.done.borrow()[0].1 - last_key >= f64::from(REST.0 - 1), "the typing rested");
    page.type_in("12345").await;
    page.assert_done(&["1234", "12345"]).await;
}

#[wasm_bindgen_test]
async fn what_waits_can_be_done_at_once() {
    let mut page = Page::open().await;
    page.flush();
    assert_eq!(page.done(), [""; 0], "nothing waits");
    page.type_in("1").await;
    page.type_in("12").await;
    page.flush();
    assert_eq!(page.done(), ["12"]);
    page.flush();
    page.assert_done(&["12"]).await;
}

#[wasm_bindgen_test]
async fn nothing_to_do_takes_the_place_of_what_waited() {
    let mut page = Page::open().await;
    page.type_in("1").await;
    page.type_in(None).await;
    page.flush();
    page.assert_done(&[]).await;
}

#[wasm_bindgen_test]
async fn nothing_is_done_once_the_field_is_gone() {
    let mut page = Page::open().await;
    page.type_in("1").await;
    let Page { field, done, .. } = page;
    field.destroy();
    yew::scheduler::flush().await;
    wait(2 * REST.1).await;
    assert_eq!(*done.borrow(), []);
}
