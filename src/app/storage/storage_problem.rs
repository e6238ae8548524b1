use js_sys::Reflect;
use thiserror::Error;
use wasm_bindgen::JsValue;

/// Why the device doesn't keep something, or doesn't say what it keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StorageProblem {
    /// There is no storage for this page, as in some private windows and where site data is refused.
    #[error("this browser keeps nothing for this page, as in some private windows or where site data is blocked")]
    Blocked,
    /// There is storage, and what it allows is used up.
    #[error(
        "this browser’s storage for this page is full; delete something saved here that you don’t need any more, then try again"
    )]
    Full,
    /// There is storage, and it doesn't work.
    #[error("this browser’s storage isn’t working just now")]
    Broken,
}

impl StorageProblem {
    /// What an exception of the storage means. Browsers agree on little but the names.
    pub(crate) fn of(exception: &JsValue) -> Self {
        match exception_name(exception).as_deref() {
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Self::Full,
            Some("SecurityError") => Self::Blocked,
            _ => Self::Broken,
        }
    }
}

/// The name of an exception, such as `SecurityError`, if it has one.
pub(crate) fn exception_name(exception: &JsValue) -> Option<String> {
    Reflect::get(exception, &"name".into()).ok()?.as_string()
}
