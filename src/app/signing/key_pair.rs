use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, CryptoKeyPair};

/// A private key that can't be read, only used, and its public key.
pub(super) struct KeyPair {
    /// The private key.
    pub(super) private: CryptoKey,
    /// The public key.
    pub(super) public: CryptoKey,
}

impl KeyPair {
    /// The pair that the browser made or kept; `None` for anything else.
    pub(super) fn read(value: &JsValue) -> Option<Self> {
        let key = |name: &str| Reflect::get(value, &name.into()).ok()?.dyn_into().ok();
        Some(Self { private: key("privateKey")?, public: key("publicKey")? })
    }

    /// The form in which the browser keeps it.
    pub(super) fn written(&self) -> CryptoKeyPair {
        CryptoKeyPair::new(&self.private, &self.public)
    }
}
