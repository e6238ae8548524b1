//! The user's own tiers in a real browser: where the focus goes, and that typing never loses its field.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::rc::Rc;

use in_browser::{click, document, event, find, focus, text, type_into};
use quota_calculator::app::custom_tiers::{CustomTiers, CustomTiersAction};
use quota_calculator::catalogue;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Estimate, assess};
use quota_calculator::view::compare::custom_tiers;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

mod in_browser;

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

/// Chooses the option at that place.
async fn choose_at(selector: &str, place: i32) {
    let field: HtmlSelectElement = find(selector);
    field.set_selected_index(place);
    field.dispatch_event(&event("change")).expect("chosen");
    yew::scheduler::flush().await;
}

#[wasm_bindgen_test]
async fn typing_never_loses_the_field() {
    open().await;
    click("#own-new").await;
    assert_eq!(focus(), "own-name");
    let field: HtmlInputElement = find("#own-price-1");
    field.focus().expect("focus");
    // Missing, right, wrong, right again: the tier comes into the list and stays in it.
    for (typed, says) in [("1", "$1 a month"), ("1x", "not right yet"), ("12", "$12 a month"), ("", "still missing")] {
        type_into("#own-price-1", typed).await;
        assert!(field.is_same_node(Some(&find::<HtmlInputElement>("#own-price-1"))), "still the same after {typed:?}");
        assert_eq!(focus(), "own-price-1");
        assert_eq!(field.value(), typed);
        assert!(text(".own-price").contains(says), "after {typed:?}");
    }
}

#[wasm_bindgen_test]
async fn the_focus_goes_where_the_work_goes_on() {
    open().await;
    click("#own-new").await;
    click("button[type=submit]").await;
    assert_eq!(focus(), "own-price-1");
    type_into("#own-price-1", "5").await;
    click("button[type=submit]").await;
    assert_eq!(focus(), "own-edit-custom");

    click("#own-edit-custom").await;
    choose_at("#own-model-1", 3).await;
    click("#own-add-band-1").await;
    assert!(focus().starts_with("own-up-to-"));
    click("[aria-label='Remove band 2']").await;
    assert_eq!(focus(), "own-add-band-1");
    type_into("#own-discount", "150").await;
    click("[aria-label='Remove charge 1']").await;
    assert_eq!(focus(), "own-charges-add");
    click("button[type=submit]").await;
    assert_eq!(focus(), "own-discount");
    assert!(find::<HtmlElement>("#own-discount").offset_height() > 0, "it was folded away");
    click(".own-end [type=button]").await;
    assert_eq!(focus(), "own-edit-custom");

    click("[aria-label='Delete My tier']").await;
    assert_eq!(focus(), "own-undo");
    click("#own-undo").await;
    assert_eq!(focus(), "own-edit-custom");
    click("#own-open-import").await;
    assert_eq!(focus(), "own-import");
    click(".own-end [type=button]").await;
    assert_eq!(focus(), "own-open-import");
}
