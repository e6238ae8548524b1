//! Finds schedules beside the page: in its worker, so that the page stays at hand however long that takes.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::Planned;
use crate::app::page_worker::{FromWorker, PageWorker};
use crate::project::{FoundPlans, Proposal, link};

/// Finds the schedules of one project at a time. It ends its worker when it is dropped.
#[derive(Default)]
pub(crate) struct Planner {
    /// It is kept for the next project.
    worker: RefCell<Option<PageWorker>>,
    is_starting: Cell<bool>,
    asked: RefCell<Option<Asked>>,
}

/// A project whose schedules are wanted.
#[derive(Clone)]
struct Asked {
    proposal: Rc<Proposal>,
    on_planned: Callback<Planned>,
}

impl Planner {
    /// Whether schedules are being looked for.
    pub(crate) fn is_busy(&self) -> bool {
        self.asked.borrow().is_some()
    }

    /// Looks for the schedules of the proposal's project, in place of those that were asked for before.
    pub(crate) fn plan(self: &Rc<Self>, proposal: Rc<Proposal>, on_planned: Callback<Planned>) {
        if self.asked.replace(Some(Asked { proposal, on_planned })).is_some() {
            // It is still at work on what nobody waits for any more.
            self.worker.take();
        }
        if self.is_starting.get() {
            return;
        }
        if self.worker.borrow().is_some() {
            return self.send();
        }
        self.is_starting.set(true);
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            let worker = PageWorker::start(Self::listener(weak.clone())).await;
            let Some(planner) = weak.upgrade() else { return };
            planner.is_starting.set(false);
            planner.worker.replace(worker);
            planner.send();
        });
    }

    fn listener(weak: Weak<Self>) -> Callback<FromWorker> {
        Callback::from(move |answer| {
            let Some(planner) = weak.upgrade() else { return };
            match answer {
                FromWorker::Message(message) => planner.answered(message),
                FromWorker::Stopped => {
                    planner.worker.take();
                    planner.plan_here();
                }
            }
        })
    }

    /// Sends what is asked to the worker, or does without one.
    fn send(&self) {
        let link = self.asked.borrow().as_ref().map(|asked| link::encode(&asked.proposal));
        let Some(link) = link else { return };
        let is_sent = self.worker.borrow().as_ref().is_some_and(|worker| worker.send(&JsValue::from_str(&link)));
        if !is_sent {
            self.plan_here();
        }
    }

    fn answered(&self, message: JsValue) {
        let Ok(Some(found)) = serde_wasm_bindgen::from_value::<Option<FoundPlans>>(message) else {
            return self.plan_here();
        };
        let asked = if found.is_whole() { self.asked.take() } else { self.asked.borrow().clone() };
        let Some(Asked { proposal, on_planned }) = asked else { return };
        on_planned.emit(Planned::of_found(proposal.project.clone(), &found));
    }

    /// Looks for the schedules in the page itself, which is held up meanwhile.
    fn plan_here(&self) {
        if let Some(Asked { proposal, on_planned }) = self.asked.take() {
            on_planned.emit(Planned::new(proposal.project.clone()));
        }
    }
}
