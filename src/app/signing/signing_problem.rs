use thiserror::Error;
use wasm_bindgen::JsValue;

use crate::app::storage::{StorageProblem, exception_name};
use crate::text::plain_text;

/// Why this browser doesn't sign, or doesn't check a signature.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SigningProblem {
    /// Browsers sign only on pages that nobody could have changed on their way.
    #[error("this page didn’t come over a secure connection; at an address that begins with https:// it would")]
    NotSecure,
    /// No cryptography for pages at all.
    #[error("this browser offers pages no cryptography")]
    NoCryptography,
    /// Cryptography, but not this signature.
    #[error("this browser doesn’t know Ed25519 signatures; up-to-date versions of Chrome, Edge, Firefox and Safari do")]
    NoEd25519,
    /// The device doesn't keep anything, or not any more.
    #[error(transparent)]
    Storage(#[from] StorageProblem),
    /// The device keeps other things, but not a key.
    #[error(
        "this browser doesn’t keep keys, as in some private windows, in Lockdown Mode or in Firefox before version 136"
    )]
    KeyNotKept,
    /// Anything else.
    #[error("the browser’s cryptography failed ({name})")]
    Failed {
        /// What the browser calls it.
        name: String,
    },
}

impl SigningProblem {
    /// What an exception of the browser's cryptography means.
    pub(super) fn of(exception: &JsValue) -> Self {
        match exception_name(exception) {
            Some(name) if name == "NotSupportedError" => Self::NoEd25519,
            Some(name) => Self::Failed { name: plain_text(&name) },
            None => Self::failed("no reason given"),
        }
    }

    pub(super) fn failed(name: &str) -> Self {
        Self::Failed { name: name.to_owned() }
    }
}
