//! The worker of a page: started by the page's own script, talked to, and ended.

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};
use yew::Callback;

/// What comes from a worker.
pub(super) enum FromWorker {
    /// An answer.
    Message(JsValue),
    /// It has stopped because of an error of its own.
    Stopped,
}

/// A worker at work. It ends when this is dropped.
pub(super) struct PageWorker {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl PageWorker {
    /// Starts the page's worker; `None` where the page has none, where its program doesn't come, or where the browser allows none.
    pub(super) async fn start(on_answer: Callback<FromWorker>) -> Option<Self> {
        let worker: Worker = start_worker().await.ok()?.unchecked_into();
        let on_message = EventListener::new(&worker, "message", {
            let on_answer = on_answer.clone();
            move |event| {
                let message = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
                on_answer.emit(FromWorker::Message(message));
            }
        });
        let on_error = EventListener::new(&worker, "error", move |_| on_answer.emit(FromWorker::Stopped));
        Some(Self { worker, _listeners: [on_message, on_error] })
    }

    /// Sends it a message; says whether that was possible.
    pub(super) fn send(&self, message: &JsValue) -> bool {
        self.worker.post_message(message).is_ok()
    }
}

impl Drop for PageWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

#[wasm_bindgen]
extern "C" {
    /// Starts a worker by the page's own script; rejects where the page has none, or the browser allows none.
    #[wasm_bindgen(catch, js_name = startWorker)]
    async fn start_worker() -> Result<JsValue, JsValue>;
}
