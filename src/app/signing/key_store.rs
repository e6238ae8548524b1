//! Where the keys of this device are kept: the browser's `IndexedDB`, the only storage that takes a key which can't be read.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

use super::{KeyPair, SigningProblem};
use crate::app::storage::{StorageProblem, exception_name};

const DATABASE: &str = "quota-calculator";
const STORE: &str = "keys";
const OWN: &str = "own";
const TRIAL: &str = "trial";

/// The database, open for as long as this lives.
pub(super) struct KeyStore(IdbDatabase);

impl Drop for KeyStore {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl KeyStore {
    /// Opens the database, which is made now if there is none.
    pub(super) async fn open() -> Result<Self, StorageProblem> {
        // Where storage is blocked, already asking for it may throw.
        let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
        let factory = factory.ok_or(StorageProblem::Blocked)?;
        let request = factory.open(DATABASE).map_err(|exception| StorageProblem::of(&exception))?;
        let _at_first_use = EventListener::once(&request, "upgradeneeded", {
            let request = request.clone();
            move |_| {
                let database = request.result().map(JsCast::unchecked_into::<IdbDatabase>);
                // Without the store the first transaction fails, and says so.
                database.and_then(|database| database.create_object_store(STORE)).ok();
            }
        });
        match ended(Ok(request.into())).await {
            Ok(database) => Ok(Self(database.unchecked_into())),
            // Older private windows of Firefox have a database that never opens.
            Err(exception) if exception_name(&exception).as_deref() == Some("InvalidStateError") => {
                Err(StorageProblem::Blocked)
            }
            Err(exception) => Err(StorageProblem::of(&exception)),
        }
    }

    /// The keys of this device, if it has any.
    pub(super) async fn own(&self) -> Result<Option<KeyPair>, SigningProblem> {
        let get = || self.store(IdbTransactionMode::Readonly)?.get(&OWN.into());
        let kept = ended(get()).await.map_err(|exception| problem(&exception))?;
        Ok(KeyPair::read(&kept))
    }

    /// Keeps the keys of this device, unless it has some already.
    pub(super) async fn keep_first(&self, pair: &KeyPair) -> Result<(), SigningProblem> {
        let add = || self.store(IdbTransactionMode::Readwrite)?.add_with_key(&pair.written(), &OWN.into());
        match ended(add()).await {
            Err(exception) if exception_name(&exception).as_deref() != Some("ConstraintError") => {
                Err(problem(&exception))
            }
            _ => Ok(()),
        }
    }

    /// Tries whether this browser keeps keys and gives them back. Nothing stays.
    pub(super) async fn try_to_keep(&self, pair: &KeyPair) -> Result<(), SigningProblem> {
        // All in one transaction, so that another tab's trial can't come between.
        let requests = || {
            let store = self.store(IdbTransactionMode::Readwrite)?;
            let put = store.put_with_key(&pair.written(), &TRIAL.into())?;
            let get = store.get(&TRIAL.into())?;
            store.delete(&TRIAL.into())?;
            Ok((put, get))
        };
        let (put, get) = requests().map_err(|exception: JsValue| problem(&exception))?;
        ended(Ok(put)).await.map_err(|exception| problem(&exception))?;
        let kept = ended(Ok(get)).await.map_err(|exception| problem(&exception))?;
        KeyPair::read(&kept).map(drop).ok_or(SigningProblem::KeyNotKept)
    }

    fn store(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
        self.0.transaction_with_str_and_mode(STORE, mode)?.object_store(STORE)
    }
}

/// What an exception means when it comes from keeping keys.
fn problem(exception: &JsValue) -> SigningProblem {
    match exception_name(exception).as_deref() {
        Some("DataCloneError") => SigningProblem::KeyNotKept,
        _ => StorageProblem::of(exception).into(),
    }
}

/// What comes of a request, whether it fails at once or later.
async fn ended(request: Result<IdbRequest, JsValue>) -> Result<JsValue, JsValue> {
    let request = request?;
    // Firefox reports an error that nobody answers for to the whole page, which would say that the program has stopped.
    let options = EventListenerOptions::enable_prevent_default();
    let _answered = EventListener::once_with_options(&request, "error", options, web_sys::Event::prevent_default);
    let end = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(end).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error()?.map_or(JsValue::UNDEFINED, JsValue::from)),
    }
}
