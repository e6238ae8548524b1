//! Work for the worker: started, followed and ended from the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, MessageEvent, Worker};
use yew::Callback;

use crate::history::{Choice, Format, Reply, Request};

/// What the worker is to do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Higher than that of every job before.
    pub number: u32,
    /// What is to be done.
    pub task: Task,
}

/// What can be done with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Look at its beginning.
    Look(Choice),
    /// Count all of it.
    Count(Format),
}

impl Task {
    fn request(&self) -> Request {
        match self {
            Self::Look(choice) => Request::Look(*choice),
            Self::Count(format) => Request::Count(format.clone()),
        }
    }
}

/// A worker at work. It ends when this is dropped.
pub(super) struct Running(Rc<RefCell<Option<AtWork>>>);

struct AtWork {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Running {
    /// Starts a job on `file`. `on_reply` is called with every answer, and with a reason when there will be none.
    pub(super) fn start(job: &Job, file: Blob, on_reply: Callback<Reply>) -> Self {
        let running = Self(Rc::default());
        let (weak, request) = (Rc::downgrade(&running.0), job.task.request());
        spawn_local(async move {
            let failed = |reason: &str| on_reply.emit(Reply::Failed(reason.to_owned()));
            let Ok(worker) = start_worker().await else { return failed(NO_WORKER) };
            let worker: Worker = worker.unchecked_into();
            // Without this the worker was no longer wanted when it came.
            let Some(place) = weak.upgrade() else { return worker.terminate() };
            let on_message = EventListener::new(&worker, "message", {
                let on_reply = on_reply.clone();
                move |event| {
                    let message = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
                    let reply = serde_wasm_bindgen::from_value(message);
                    on_reply.emit(reply.unwrap_or_else(|error| Reply::Failed(error.to_string())));
                }
            });
            let on_error = EventListener::new(&worker, "error", {
                let on_reply = on_reply.clone();
                move |_| on_reply.emit(Reply::Failed(STOPPED.to_owned()))
            });
            let sent = serde_wasm_bindgen::to_value(&request)
                .is_ok_and(|request| worker.post_message(&Array::of2(&file, &request)).is_ok());
            place.replace(Some(AtWork { worker, _listeners: [on_message, on_error] }));
            if !sent {
                failed(STOPPED);
            }
        });
        running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Listeners may hold the place, so what is in it goes now.
        self.0.take();
    }
}

const NO_WORKER: &str = "the part of this page that reads files couldn’t be loaded, or your browser blocks it";
const STOPPED: &str = "the part of this page that reads files has stopped because of an error of its own";

#[wasm_bindgen]
extern "C" {
    /// Starts a worker by the page's own script; rejects where the page has none, or the browser allows none.
    #[wasm_bindgen(catch, js_name = startHistoryWorker)]
    async fn start_worker() -> Result<JsValue, JsValue>;
}
