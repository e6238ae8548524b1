//! Programs that work for a page in a worker of their own, so that the page stays at hand meanwhile.

pub mod history;
pub mod planning;

use gloo::events::EventListener;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The page, as its worker knows it.
#[derive(Clone)]
struct Asker(DedicatedWorkerGlobalScope);

impl Asker {
    /// Answers every message of the page with what `answer` makes of it. It may send more before.
    fn answer<Reply: Serialize>(answer: impl Fn(&Self, &JsValue) -> Reply + 'static) {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let asker = Self(scope.clone());
        let listener = EventListener::new(&scope, "message", move |event| {
            if let Some(message) = event.dyn_ref::<MessageEvent>() {
                asker.send(&answer(&asker, &message.data()));
            }
        });
        listener.forget();
    }

    /// Sends a reply. What can't be sent isn't answered; the page then finds the worker silent.
    fn send(&self, reply: &impl Serialize) {
        if let Ok(message) = serde_wasm_bindgen::to_value(reply) {
            let _unsent = self.0.post_message(&message);
        }
    }
}
