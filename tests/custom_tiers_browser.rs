//! The user's own tiers in a real browser: where the focus goes, and that typing never loses its field.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::rc::Rc;

use quota_calculator::app::custom_tiers::{CustomTiers, CustomTiersAction};
use quota_calculator::catalogue;
use quota_calculator::format::NumberStyle;
use quota_calculator::pricing::{Estimate, assess};
use quota_calculator::view::custom_tiers;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

#[derive(Clone, Default, PartialEq)]
struct Own(CustomTiers);

impl Reducible for Own {
    type Action = CustomTiersAction;

    fn reduce(self: Rc<Self>, action: CustomTiersAction) -> Rc<Self> {
        let mut own = Self::clone(&self);
        own.0.reduce(action, catalogue().default_price_book(), NumberStyle::ENGLISH);
        Rc::new(own)
    }
}

#[component]
fn Section() -> Html {
    let own = use_reducer(Own::default);
    let estimate = Estimate::starting(catalogue()).with_custom_tiers(own.0.tiers().to_vec()).expect("distinct tiers");
    let assessment = assess(catalogue(), &estimate).ok();
    custom_tiers(&own.0, assessment.as_ref(), estimate.price_book(), NumberStyle::ENGLISH, &own.dispatcher().into())
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

fn element<T: JsCast>(id: &str) -> T {
    document().get_element_by_id(id).unwrap_or_else(|| panic!("no #{id}")).unchecked_into()
}

/// The section anew, in place of that of another test.
async fn open() {
    let root = document().create_element("div").expect("an element");
    let body = document().body().expect("a body");
    if let Some(before) = document().get_element_by_id("own-root") {
        before.remove();
    }
    root.set_id("own-root");
    body.append_child(&root).expect("a place");
    yew::Renderer::<Section>::with_root(root).render();
    yew::scheduler::flush().await;
}

fn bubbling(kind: &str) -> Event {
    let options = EventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    Event::new_with_event_init_dict(kind, &options).expect("an event")
}

async fn press(selector: &str) {
    let found = document().query_selector(selector).expect("a selector");
    let button: HtmlElement = found.unwrap_or_else(|| panic!("no {selector}")).unchecked_into();
    button.focus().expect("focus");
    button.click();
    yew::scheduler::flush().await;
}

async fn type_into(id: &str, value: &str) {
    let field: HtmlInputElement = element(id);
    field.set_value(value);
    field.dispatch_event(&bubbling("input").unchecked_into::<InputEvent>()).expect("typed");
    yew::scheduler::flush().await;
}

async fn choose(id: &str, place: i32) {
    let field: HtmlSelectElement = element(id);
    field.set_selected_index(place);
    field.dispatch_event(&bubbling("change")).expect("chosen");
    yew::scheduler::flush().await;
}

#[track_caller]
fn assert_focus(id: &str) {
    assert_eq!(document().active_element().map(|element| element.id()).as_deref(), Some(id));
}

#[wasm_bindgen_test]
async fn typing_never_loses_the_field() {
    open().await;
    press("#own-new").await;
    assert_focus("own-name");
    let field: HtmlInputElement = element("own-price-1");
    field.focus().expect("focus");
    // Missing, right, wrong, right again: the tier comes into the list and stays in it.
    for (typed, says) in [("1", "$1 a month"), ("1x", "not right yet"), ("12", "$12 a month"), ("", "still missing")] {
        type_into("own-price-1", typed).await;
        assert!(
            field.is_same_node(Some(&element::<HtmlInputElement>("own-price-1"))),
            "still the same after {typed:?}"
        );
        assert_focus("own-price-1");
        assert_eq!(field.value(), typed);
        let price = document().query_selector(".own-price").expect("a selector").expect("the price");
        assert!(price.text_content().is_some_and(|text| text.contains(says)), "after {typed:?}");
    }
}

#[wasm_bindgen_test]
async fn the_focus_goes_where_the_work_goes_on() {
    open().await;
    press("#own-new").await;
    press("button[type=submit]").await;
    assert_focus("own-price-1");
    type_into("own-price-1", "5").await;
    press("button[type=submit]").await;
    assert_focus("own-edit-custom");

    press("#own-edit-custom").await;
    choose("own-model-1", 3).await;
    press("#own-add-band-1").await;
    assert!(document().active_element().is_some_and(|element| element.id().starts_with("own-up-to-")));
    press("[aria-label='Remove band 2']").await;
    assert_focus("own-add-band-1");
    type_into("own-discount", "150").await;
    press("[aria-label='Remove charge 1']").await;
    assert_focus("own-charges-add");
    press("button[type=submit]").await;
    assert_focus("own-discount");
    assert!(element::<HtmlElement>("own-discount").offset_height() > 0, "it was folded away");
    press(".own-end [type=button]").await;
    assert_focus("own-edit-custom");

    press("[aria-label='Delete My tier']").await;
    assert_focus("own-undo");
    press("#own-undo").await;
    assert_focus("own-edit-custom");
    press("#own-open-import").await;
    assert_focus("own-import");
    press(".own-end [type=button]").await;
    assert_focus("own-open-import");
}
