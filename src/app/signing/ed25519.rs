//! The browser's own Ed25519, which is all there is to it: a signature is never made or checked in any other way.

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::{KeyPair, SigningProblem};
use crate::app::storage::exception_name;
use crate::quote::{PublicKey, Seal, Signature};

const ALGORITHM: &str = "Ed25519";

/// The form of a public key that is nothing but its 32 bytes.
const RAW: &str = "raw";

/// The browser's cryptography, which may or may not know Ed25519: only using it tells.
pub(super) struct Ed25519(SubtleCrypto);

impl Ed25519 {
    /// The cryptography of this page.
    pub(super) fn ready() -> Result<Self, SigningProblem> {
        let window = web_sys::window().ok_or(SigningProblem::NoCryptography)?;
        if !window.is_secure_context() {
            return Err(SigningProblem::NotSecure);
        }
        let subtle = window.crypto().and_then(|crypto| Reflect::get(&crypto, &"subtle".into()));
        let subtle = subtle.ok().filter(JsValue::is_object).ok_or(SigningProblem::NoCryptography)?;
        Ok(Self(subtle.unchecked_into()))
    }

    /// Makes a pair of keys, whose private key no program can read.
    pub(super) async fn new_pair(&self) -> Result<KeyPair, SigningProblem> {
        let usages = Array::of2(&"sign".into(), &"verify".into());
        let pair = settled(self.0.generate_key_with_str(ALGORITHM, false, &usages)).await;
        let pair = pair.map_err(|exception| SigningProblem::of(&exception))?;
        KeyPair::read(&pair).ok_or_else(|| SigningProblem::failed("no pair of keys"))
    }

    /// The public key of a pair.
    pub(super) async fn public_key(&self, pair: &KeyPair) -> Result<PublicKey, SigningProblem> {
        bytes(settled(self.0.export_key(RAW, &pair.public)).await).map(PublicKey::from_bytes)
    }

    /// Signs a message.
    pub(super) async fn sign(&self, pair: &KeyPair, message: &[u8]) -> Result<Signature, SigningProblem> {
        let message = Uint8Array::from(message);
        let signed = self.0.sign_with_str_and_js_u8_array(ALGORITHM, &pair.private, &message);
        bytes(settled(signed).await).map(Signature::from_bytes)
    }

    /// Whether a seal was made for just this message.
    pub(super) async fn fits(&self, seal: &Seal, message: &[u8]) -> Result<bool, SigningProblem> {
        let key = Uint8Array::from(seal.key.as_bytes().as_slice());
        let usages = Array::of1(&"verify".into());
        let key = match settled(self.0.import_key_with_str(RAW, &key, ALGORITHM, false, &usages)).await {
            Ok(key) => key.unchecked_into::<CryptoKey>(),
            // Some browsers see at once that these bytes are nobody's key, others only when they check the signature.
            Err(exception) if exception_name(&exception).as_deref() == Some("DataError") => return Ok(false),
            Err(exception) => return Err(SigningProblem::of(&exception)),
        };
        let signature = Uint8Array::from(seal.signature.as_bytes().as_slice());
        let message = Uint8Array::from(message);
        let fits = self.0.verify_with_str_and_js_u8_array_and_js_u8_array(ALGORITHM, &key, &signature, &message);
        settled(fits).await.map(|fits| fits.is_truthy()).map_err(|exception| SigningProblem::of(&exception))
    }
}

/// What came of a call, whether it failed at once or later.
async fn settled(call: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(call?).await
}

/// The bytes that the browser answered with, which must be just so many.
fn bytes<const LENGTH: usize>(answer: Result<JsValue, JsValue>) -> Result<[u8; LENGTH], SigningProblem> {
    let answer = answer.map_err(|exception| SigningProblem::of(&exception))?;
    let bytes = Uint8Array::new(&answer).to_vec();
    bytes.try_into().map_err(|_| SigningProblem::failed("another length than expected"))
}
