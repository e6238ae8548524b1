//! Work for the worker: started, followed and ended from the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use yew::Callback;

use crate::app::page_worker::{FromWorker, PageWorker};
use crate::history::{CalendarMonth, Choice, Format, Reply, Request};

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
    /// Look at its beginning. Rows of months after that one can't be read.
    Look(Choice, CalendarMonth),
    /// Count all of it.
    Count(Format),
}

impl Task {
    fn request(&self) -> Request {
        match self {
            Self::Look(choice, latest) => Request::Look(*choice, *latest),
            Self::Count(format) => Request::Count(format.clone()),
        }
    }
}

/// A worker at work. It ends when this is dropped.
pub(crate) struct Running(Rc<RefCell<Option<PageWorker>>>);

impl Running {
    /// Starts a job on `file`. `on_reply` is called with every answer, and with a reason when there will be none.
    pub(crate) fn start(job: &Job, file: Blob, on_reply: Callback<Reply>) -> Self {
        let running = Self(Rc::default());
        let (weak, request) = (Rc::downgrade(&running.0), job.task.request());
        spawn_local(async move {
            let failed = |reason: &str| on_reply.emit(Reply::Failed(reason.to_owned()));
            let on_answer = on_reply.reform(|answer| match answer {
                FromWorker::Message(message) => {
                    serde_wasm_bindgen::from_value(message).unwrap_or_else(|error| Reply::Failed(error.to_string()))
                }
                FromWorker::Stopped => Reply::Failed(STOPPED.to_owned()),
            });
            let Some(worker) = PageWorker::start(on_answer).await else { return failed(NO_WORKER) };
            // Without this the worker was no longer wanted when it came.
            let Some(place) = weak.upgrade() else { return };
            let request = serde_wasm_bindgen::to_value(&request);
            let is_sent = request.is_ok_and(|request| worker.send(&Array::of2(&file, &request)));
            place.replace(Some(worker));
            if !is_sent {
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
