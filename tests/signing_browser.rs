//! Signing and checking quotes with a real browser's cryptography, key storage and network.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod sample_quotes;

use js_sys::{Array, Function, Object, Promise, Reflect};
use quota_calculator::app::signing::{
    SellersProblem, Signer, SigningProblem, create_key, own_key, sign, signer, signer_sentence, support,
};
use quota_calculator::app::storage::StorageProblem;
use quota_calculator::catalogue;
use quota_calculator::quote::link::{OpenedQuote, decode, encode, message};
use quota_calculator::quote::{PublicKey, Quote, Seal, fingerprint};
use sample_quotes::line;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Window;

wasm_bindgen_test_configure!(run_in_browser);

fn quote(customer: &str) -> Quote {
    sample_quotes::quote(|fields| fields.customer = line(customer))
}

fn opened(quote: &Quote, seal: Option<&Seal>) -> OpenedQuote {
    decode(&encode(quote, seal), catalogue()).expect("a link")
}

fn window() -> Window {
    web_sys::window().expect("a window")
}

/// What a piece of JavaScript comes to, when it has.
async fn run(script: &str) -> JsValue {
    let promise = Function::new_no_args(&format!("return (async () => {{ {script} }})()")).call0(&JsValue::NULL);
    JsFuture::from(promise.expect("a start").unchecked_into::<Promise>()).await.expect("an end")
}

/// A device that has never signed.
async fn forget() {
    let script = "await new Promise((resolve, reject) => Object.assign(indexedDB.deleteDatabase('quota-calculator'), \
                  { onsuccess: resolve, onerror: reject }))";
    run(script).await;
}

/// Puts a value in the place of a property for as long as this lives.
struct Replaced {
    object: Object,
    name: &'static str,
    before: JsValue,
}

impl Replaced {
    /// `script` says what comes in its place: the descriptor of a property, in JavaScript.
    fn by(object: &Object, name: &'static str, script: &str) -> Self {
        let before = Object::get_own_property_descriptor(object, &name.into());
        let descriptor = Function::new_no_args(&format!("return ({{ configurable: true, {script} }})"));
        let descriptor: Object = descriptor.call0(&JsValue::NULL).expect("a descriptor").unchecked_into();
        assert!(Reflect::define_property(object, &name.into(), &descriptor).expect("defined"));
        Self { object: object.clone(), name, before }
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        match self.before.dyn_ref::<Object>() {
            Some(before) => Reflect::define_property(&self.object, &self.name.into(), before).expect("defined"),
            None => Reflect::delete_property(&self.object, &self.name.into()).expect("deleted"),
        };
    }
}

/// A site that publishes this list of known sellers.
fn published(list: &str) -> Replaced {
    let is_right = "address === './sellers.txt' && cache === 'no-cache'";
    let answer = format!("value: async (address, {{ cache }}) => new Response({is_right} ? `{list}` : '')");
    Replaced::by(&window(), "fetch", &answer)
}

fn crypto() -> Object {
    window().crypto().expect("cryptography").unchecked_into()
}

fn subtle() -> Object {
    window().crypto().expect("cryptography").subtle().unchecked_into()
}

const NOT_SUPPORTED: &str = "value: async () => { throw new DOMException('no such algorithm', 'NotSupportedError') }";

#[wasm_bindgen_test]
async fn a_key_is_made_once_and_survives() {
    forget().await;
    assert_eq!(support().await, Ok(()));
    assert_eq!(own_key().await, Ok(None), "asking for support keeps no key");
    let kept = "const database = await new Promise((resolve, reject) => Object.assign(indexedDB.open('quota-calculator'), \
                { onsuccess: ({ target }) => resolve(target.result), onerror: reject })); \
                const keys = database.transaction('keys').objectStore('keys').getAllKeys(); \
                await new Promise((resolve) => (keys.onsuccess = resolve)); database.close(); return keys.result.join()";
    assert_eq!(run(kept).await.as_string().as_deref(), Some(""));
    let key = create_key().await.expect("a key");
    assert_eq!(own_key().await, Ok(Some(key)));
    assert_eq!(create_key().await, Ok(key), "a key is never replaced");
    assert_eq!(support().await, Ok(()));
    assert_eq!(run(kept).await.as_string().as_deref(), Some("own"));
    assert_eq!(sign(b"a message").await.map(|seal| seal.key), Ok(key));
    forget().await;
    let another = sign(b"a message").await.expect("a key is made at first use").key;
    assert_ne!(another, key);
    assert_eq!(own_key().await, Ok(Some(another)));
}

/// Another tab that asks for a key, beside this one.
fn other_tab() -> Promise {
    future_to_promise(async {
        let key = create_key().await.map_err(|problem| JsValue::from(problem.to_string()))?;
        Ok(key.to_string().into())
    })
}

#[wasm_bindgen_test]
async fn two_tabs_at_once_agree_on_one_key() {
    forget().await;
    run("window.errors = 0; window.countError = () => (window.errors += 1); addEventListener('error', countError)")
        .await;
    let all = Promise::all(&Array::of3(&other_tab(), &other_tab(), &other_tab()));
    let keys: Array = JsFuture::from(all).await.expect("keys").unchecked_into();
    let own = own_key().await.expect("a storage").expect("a key").to_string();
    assert_eq!(keys.iter().map(|key| key.as_string()).collect::<Vec<_>>(), vec![Some(own); 3]);
    assert_eq!(run("removeEventListener('error', countError); return errors").await.as_f64(), Some(0.0));
}

#[wasm_bindgen_test]
async fn a_slow_tab_doesn_t_replace_the_key_of_a_faster_one() {
    forget().await;
    let asked = run("window.wait = new Promise((resolve) => (window.go_on = resolve)); \
         window.asked = new Promise((resolve) => (window.was_asked = resolve)); return [window.asked]");
    let asked: Array = asked.await.unchecked_into();
    let slow =
        "async value(...rest) { was_asked(); await wait; return SubtleCrypto.prototype.generateKey.apply(this, rest) }";
    let slowed = Replaced::by(&subtle(), "generateKey", slow);
    let slow_tab = other_tab();
    JsFuture::from(asked.get(0).unchecked_into::<Promise>()).await.expect("the slow tab found no key");
    drop(slowed);
    let key = create_key().await.expect("a key");
    run("go_on()").await;
    let said = JsFuture::from(slow_tab).await.expect("a key");
    assert_eq!(said.as_string(), Some(key.to_string()));
    assert_eq!(own_key().await, Ok(Some(key)));
}

#[wasm_bindgen_test]
async fn the_private_key_can_t_be_read() {
    forget().await;
    create_key().await.expect("a key");
    let script = "
        const ended = (request) => new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
        });
        const database = await ended(indexedDB.open('quota-calculator'));
        const stores = [...database.objectStoreNames].join();
        const { privateKey, publicKey } = await ended(database.transaction('keys').objectStore('keys').get('own'));
        database.close();
        const said = [stores, privateKey.type, privateKey.extractable, privateKey.usages.join()];
        for (const format of ['jwk', 'pkcs8', 'raw'])
            said.push(await crypto.subtle.exportKey(format, privateKey).then(() => 'read', (error) => error.name));
        said.push((await crypto.subtle.exportKey('raw', publicKey)).byteLength);
        return said.join(' ')";
    let said = run(script).await.as_string().expect("a text");
    assert_eq!(said, "keys private false sign InvalidAccessError InvalidAccessError InvalidAccessError 32");
}

#[wasm_bindgen_test]
async fn a_signed_quote_says_whose_key_signed_it() {
    let quote = quote("Acme, Inc.");
    let seal = sign(&message(&quote)).await.expect("a seal");
    let signed = opened(&quote, Some(&seal));
    assert_eq!(signed.seal, Some(seal));

    let list = published("# nobody yet");
    let unknown = Signer::Unknown { fingerprint: fingerprint(&seal.key), problem: None };
    assert_eq!(signer(&signed).await, unknown);
    drop(list);

    let _list = published(&format!("# known\\n{} Acme Data", seal.key));
    let answer = signer(&signed).await;
    assert_eq!(answer, Signer::Known { name: "Acme Data".to_owned() });
    assert_eq!(signer_sentence(&answer), "Signed by Acme Data.");
    assert_eq!(signer(&opened(&quote, None)).await, Signer::Unsigned);
}

#[wasm_bindgen_test]
async fn a_quote_that_was_changed_isn_t_signed() {
    let quoted = quote("Acme, Inc.");
    let seal = sign(&message(&quoted)).await.expect("a seal");
    let _list = published(&format!("{} Acme Data", seal.key));
    assert_eq!(signer(&opened(&quoted, Some(&seal))).await, Signer::Known { name: "Acme Data".to_owned() });
    assert_eq!(signer(&opened(&quote("Acme, Ltd."), Some(&seal))).await, Signer::Altered);
}

#[wasm_bindgen_test]
async fn nobody_signs_in_another_s_name() {
    let quote = quote("Acme, Inc.");
    forget().await;
    let known = create_key().await.expect("a key");
    forget().await;
    let own = sign(&message(&quote)).await.expect("a seal");
    let _list = published(&format!("{known} Acme Data"));
    let unknown = Signer::Unknown { fingerprint: fingerprint(&own.key), problem: None };
    assert_eq!(signer(&opened(&quote, Some(&own))).await, unknown);
    assert_eq!(signer(&opened(&quote, Some(&Seal { key: known, ..own }))).await, Signer::Altered);
    // Bytes that are nobody's key, which browsers find out sooner or later.
    let nobody = opened(&quote, Some(&Seal { key: PublicKey::from_bytes([255; PublicKey::LENGTH]), ..own }));
    assert_eq!(signer(&nobody).await, Signer::Altered);
    let refuse = "value: async () => { throw new DOMException('no key', 'DataError') }";
    let _sooner = Replaced::by(&subtle(), "importKey", refuse);
    assert_eq!(signer(&nobody).await, Signer::Altered);
}

#[wasm_bindgen_test]
async fn without_the_list_a_signature_is_still_checked() {
    let quote = quote("Acme, Inc.");
    let seal = sign(&message(&quote)).await.expect("a seal");
    let signed = opened(&quote, Some(&seal));
    let unknown = |problem| Signer::Unknown { fingerprint: fingerprint(&seal.key), problem: Some(problem) };

    let offline = Replaced::by(&window(), "fetch", "value: async () => { throw new TypeError('offline') }");
    assert_eq!(signer(&signed).await, unknown(SellersProblem::Unreachable));
    drop(offline);

    let missing = Replaced::by(&window(), "fetch", "value: async () => new Response('none', { status: 404 })");
    assert_eq!(signer(&signed).await, unknown(SellersProblem::Refused { status: 404 }));
    drop(missing);

    let _list = published("<!doctype html>");
    let answer = signer_sentence(&signer(&signed).await);
    assert!(answer.contains("only because the list of known sellers can’t be read in line 1: it doesn’t"), "{answer}");
}

#[wasm_bindgen_test]
async fn a_browser_without_ed25519_says_so() {
    let quote = quote("Acme, Inc.");
    forget().await;
    let seal = sign(&message(&quote)).await.expect("a seal");
    let signed = opened(&quote, Some(&seal));
    forget().await;
    let subtle = subtle();
    let _replaced = ["generateKey", "importKey"].map(|name| Replaced::by(&subtle, name, NOT_SUPPORTED));
    assert_eq!(support().await, Err(SigningProblem::NoEd25519));
    assert_eq!(create_key().await, Err(SigningProblem::NoEd25519));
    assert_eq!(sign(b"a message").await, Err(SigningProblem::NoEd25519));
    assert_eq!(signer(&signed).await, Signer::CantCheck { reason: SigningProblem::NoEd25519 });
    assert_eq!(signer(&opened(&quote, None)).await, Signer::Unsigned);
}

#[wasm_bindgen_test]
async fn a_page_without_cryptography_says_so() {
    let quote = quote("Acme, Inc.");
    let seal = sign(&message(&quote)).await.expect("a seal");
    let signed = opened(&quote, Some(&seal));
    let (crypto, window) = (crypto(), window());
    for (object, name, script, problem) in [
        (&crypto, "subtle", "value: undefined", SigningProblem::NoCryptography),
        (&*window, "crypto", "value: undefined", SigningProblem::NoCryptography),
        (&*window, "isSecureContext", "value: false", SigningProblem::NotSecure),
    ] {
        let _replaced = Replaced::by(object, name, script);
        assert_eq!(support().await, Err(problem.clone()), "{name}");
        assert_eq!(own_key().await, Err(problem.clone()), "{name}");
        assert_eq!(create_key().await, Err(problem.clone()), "{name}");
        assert_eq!(sign(b"a message").await, Err(problem.clone()), "{name}");
        assert_eq!(signer(&signed).await, Signer::CantCheck { reason: problem }, "{name}");
    }
    assert_eq!(support().await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_device_that_keeps_nothing_checks_but_doesn_t_sign() {
    let quote = quote("Acme, Inc.");
    let seal = sign(&message(&quote)).await.expect("a seal");
    let signed = opened(&quote, Some(&seal));
    let _list = published(&format!("{} Acme Data", seal.key));
    for script in [
        "get: () => { throw new DOMException('refused', 'SecurityError') }",
        "value: null",
        "value: undefined",
        "value: { open() { throw new DOMException('refused', 'SecurityError') } }",
    ] {
        let _blocked = Replaced::by(&window(), "indexedDB", script);
        let problem = SigningProblem::Storage(StorageProblem::Blocked);
        assert_eq!(support().await, Err(problem.clone()), "{script}");
        assert_eq!(own_key().await, Err(problem.clone()), "{script}");
        assert_eq!(sign(b"a message").await, Err(problem), "{script}");
        assert_eq!(signer(&signed).await, Signer::Known { name: "Acme Data".to_owned() }, "{script}");
    }
    assert_eq!(own_key().await, Ok(Some(seal.key)));
}

#[wasm_bindgen_test]
async fn a_key_that_isn_t_kept_signs_nothing() {
    forget().await;
    let store: Object = Reflect::get(&window(), &"IDBObjectStore".into()).expect("a class").unchecked_into();
    let store: Object = Reflect::get(&store, &"prototype".into()).expect("a prototype").unchecked_into();
    let refuse = |name: &str| format!("value() {{ throw new DOMException('refused', '{name}') }}");
    // It says that it kept the key, and didn't.
    let forget_it = "value() { return this.get('nothing') }".to_owned();
    for (script, problem) in [
        (refuse("DataCloneError"), SigningProblem::KeyNotKept),
        (refuse("QuotaExceededError"), StorageProblem::Full.into()),
        (refuse("UnknownError"), StorageProblem::Broken.into()),
        (forget_it, SigningProblem::KeyNotKept),
    ] {
        let _replaced = ["add", "put"].map(|name| Replaced::by(&store, name, &script));
        assert_eq!(support().await, Err(problem.clone()), "{script}");
        assert_eq!(create_key().await, Err(problem.clone()), "{script}");
        assert_eq!(sign(b"a message").await, Err(problem), "{script}");
        assert_eq!(own_key().await, Ok(None), "{script}");
    }
    assert!(create_key().await.is_ok());
}
