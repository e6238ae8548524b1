//! The page mounted in a real browser: what typing, choosing and opening links do to the document and the address.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use in_browser::{choose, document, event, eventually, exists, find, focus, text, type_into, wait, window};
use js_sys::{Array, Intl, JSON};
use quota_calculator::app::locale::{CHOICES, number_style};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::Price;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlInputElement};

mod in_browser;

wasm_bindgen_test_configure!(run_in_browser);

/// Opens a fragment, in the one page that all tests share, as a reader who pastes a link into the address bar does.
async fn open(fragment: &str) {
    window().location().set_hash(fragment).expect("an address");
    if document().get_element_by_id("calculator").is_none() {
        let root: Element = document().create_element("div").expect("an element");
        root.set_id("calculator");
        document().body().expect("a body").append_child(&root).expect("a place");
        quota_calculator::pages::compare::mount();
    }
    // The browser says nothing when the address was the same before.
    window().dispatch_event(&event("hashchange")).expect("said");
    wait(0).await;
    yew::scheduler::flush().await;
}

fn fragment() -> String {
    window().location().hash().expect("an address")
}

#[wasm_bindgen_test]
async fn typing_answers_at_once_and_keeps_the_field() {
    open("").await;
    let field: HtmlInputElement = find("#volume");
    field.focus().expect("focus");
    for (typed, amount) in [("1", "$100"), ("10k", "$100"), ("10001", "$42,000"), ("60000000", "$125,000")] {
        type_into("#volume", typed).await;
        assert_eq!(text(".now .amount"), format!("{amount} a month"));
        assert!(field.is_same_node(Some(&find::<HtmlInputElement>("#volume"))), "the field is still the same");
        assert_eq!(focus(), "volume", "and still in focus");
        assert_eq!(field.value(), typed, "nothing changes under the reader's hands");
    }
}

#[wasm_bindgen_test]
async fn choosing_answers_at_once() {
    open("").await;
    choose("#usage", "hobby").await;
    assert!(text(".then").contains("Elevated allowed 2,000,000"));
    choose("#period", "year").await;
    assert!(text(".now").contains("$42,000"), "166,667 reads a month");
    choose("#prices", "free-era").await;
    assert!(text(".now").contains("Essential"));
}

#[wasm_bindgen_test]
async fn the_address_follows_without_filling_the_history() {
    open("").await;
    let before = window().history().expect("a history").length().expect("a length");
    for typed in ["1", "12", "123"] {
        type_into("#volume", typed).await;
    }
    eventually(|| fragment() == "#v1/reads=123/period=month/usage=academic/months=12/prices=2023-03").await;
    assert_eq!(window().history().expect("a history").length().expect("a length"), before);
}

#[wasm_bindgen_test]
async fn another_link_opened_in_the_same_page_is_shown() {
    open("#v1/reads=5000/period=month/usage=hobby/months=12/prices=2023-03").await;
    assert_eq!(find::<HtmlInputElement>("#volume").value(), "5,000");
    window()
        .location()
        .set_hash("#v1/reads=70000/period=month/usage=hobby/months=3/prices=2023-03")
        .expect("an address");
    eventually(|| find::<HtmlInputElement>("#volume").value() == "70,000").await;
    assert_eq!(find::<HtmlInputElement>("#months").value(), "3");
}

#[wasm_bindgen_test]
async fn a_damaged_link_stays_in_the_address_until_something_changes() {
    open("#v1/reads=5").await;
    assert!(text(".notice").contains("This link is damaged."));
    wait(600).await;
    assert_eq!(fragment(), "#v1/reads=5");
    type_into("#volume", "7").await;
    eventually(|| fragment().starts_with("#v1/reads=7/")).await;
    assert!(!exists(".notice"));
}

/// What the browser itself writes, in Latin digits and without the marks that steer the writing direction.
fn intl(locales: &JsValue, number: f64, options: &str) -> String {
    let options = JSON::parse(&format!(r#"{{"numberingSystem":"latn",{options}}}"#)).expect("options");
    let format = Intl::NumberFormat::new(&Array::from(locales), options.unchecked_ref());
    let written = format.format().call1(&JsValue::UNDEFINED, &number.into()).expect("a number");
    written.as_string().expect("a text").replace(['\u{200e}', '\u{200f}', '\u{61c}'], "")
}

fn check_against_intl(style: NumberStyle, locales: &JsValue, language: &str) {
    for number in ["0", "7", "999", "1234", "12345", "123456", "1234567", "12345678", "1000000000000000"] {
        let written = intl(locales, number.parse().expect("a number"), r#""style":"decimal""#);
        assert_eq!(style.whole(number.parse().expect("a whole number")), written, "{language}");
    }
    for amount in ["0.99", "0.005", "50.5", "1234.5", "12345.67", "1234567.125", "123456789.75"] {
        let price: Price = amount.parse().expect("a price");
        let options = r#""style":"currency","currency":"USD","maximumFractionDigits":12"#;
        assert_eq!(style.price(price), intl(locales, amount.parse().expect("a number"), options), "{language}");
    }
    for amount in ["0", "5", "1234", "42000", "2500000"] {
        let price: Price = amount.parse().expect("a price");
        let options = r#""style":"currency","currency":"USD","minimumFractionDigits":0,"maximumFractionDigits":0"#;
        assert_eq!(style.price(price), intl(locales, amount.parse().expect("a number"), options), "{language}");
    }
    for (percent, share) in [("0", 0.0), ("4", 0.04), ("12.5", 0.125), ("100", 1.0), ("1234", 12.34)] {
        let written = intl(locales, share, r#""style":"percent","maximumFractionDigits":1"#);
        assert_eq!(style.percent(percent.parse().expect("a decimal")), written, "{language}");
    }
}

#[wasm_bindgen_test]
fn numbers_are_written_as_the_browser_writes_them() {
    for (tag, _) in CHOICES.into_iter().filter(|(tag, _)| !tag.is_empty()) {
        check_against_intl(number_style(Some(tag)), &Array::of1(&tag.into()), tag);
    }
    assert_eq!(number_style(Some("en-US")), NumberStyle::ENGLISH);
}

#[wasm_bindgen_test]
fn without_a_choice_the_browser_s_own_languages_decide() {
    let own = window().navigator().languages();
    check_against_intl(number_style(None), &own, "the browser's own");
    assert_eq!(number_style(Some("")), number_style(None));
}

#[wasm_bindgen_test]
fn a_language_that_can_t_be_read_is_written_as_english() {
    for tag in ["not a tag", "x", "-"] {
        assert_eq!(number_style(Some(tag)), NumberStyle::ENGLISH, "{tag}");
    }
}

#[wasm_bindgen_test]
fn the_labels_of_the_choices_are_written_as_they_say() {
    for (tag, label) in CHOICES.into_iter().filter(|(tag, _)| !tag.is_empty()) {
        let written = intl(&Array::of1(&tag.into()), 123_456.5, r#""style":"decimal""#);
        assert!(label.ends_with(&format!(" {written}")), "{label} should end with {written}");
    }
}
