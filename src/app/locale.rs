//! The reader's way of writing numbers and money, read once from the browser's `Intl`. The page's words stay English.

use wasm_bindgen::prelude::*;

use crate::numbers::NumberStyle;

/// What a menu of number styles offers: the language tag for [`number_style`] (empty for the browser's own languages) and
/// a label in that language, with a number as it is written there. Each option's `lang` should be its tag, for screen
/// readers; letters that the page's font lacks come from the system's fonts.
pub const CHOICES: [(&str, &str); 8] = [
    ("", "Browser’s own"),
    ("en-US", "English (US) 123,456.5"),
    ("de-DE", "Deutsch 123.456,5"),
    ("fr-FR", "Français 123\u{202f}456,5"),
    ("es-ES", "Español 123.456,5"),
    ("pt-BR", "Português (Brasil) 123.456,5"),
    ("hi-IN", "हिन्दी 1,23,456.5"),
    ("ja-JP", "日本語 123,456.5"),
];

/// How numbers and US dollars are written in a language, in Latin digits: for `None` or an empty tag in the first of the
/// browser's own languages that it knows. English where the browser can't say.
#[must_use]
pub fn number_style(locale: Option<&str>) -> NumberStyle {
    let locales = match locale.filter(|tag| !tag.is_empty()) {
        Some(tag) => JsValue::from_str(tag),
        None => web_sys::window().map(|window| window.navigator().languages().into()).unwrap_or_default(),
    };
    let written = |number: f64, options: &str| {
        let options = js_sys::JSON::parse(options).ok()?;
        Number::from(JsValue::from_f64(number)).to_locale_string(&locales, &options).ok()
    };
    let style = || {
        NumberStyle::from_samples(
            &written(1_234_567.5, r#"{"numberingSystem":"latn","style":"currency","currency":"USD"}"#)?,
            &written(1_234.0, r#"{"numberingSystem":"latn"}"#)?,
            &written(0.5, r#"{"numberingSystem":"latn","style":"percent"}"#)?,
        )
    };
    style().unwrap_or(NumberStyle::ENGLISH)
}

#[wasm_bindgen]
extern "C" {
    /// A number in the browser's hands. js-sys has no `toLocaleString` that takes options and catches what is thrown.
    type Number;

    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn to_locale_string(this: &Number, locales: &JsValue, options: &JsValue) -> Result<String, JsValue>;
}
