//! What follows the typing, but not every key: it is done once the typing rests.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long the typing must rest. Browsers refuse more than about 100 writes of the address in 30 seconds.
const QUIET_MILLISECONDS: u32 = 300;

/// What waits for the typing to rest.
#[derive(Clone, Default)]
pub struct Debounce(Rc<RefCell<Waiting>>);

#[derive(Default)]
struct Waiting {
    act: Option<Box<dyn FnOnce()>>,
    clock: Option<Timeout>,
    /// Whether the act is a newer one than that for which the clock was set.
    is_newer: bool,
}

impl Debounce {
    /// Does now what waits, if anything does.
    pub fn flush(&self) {
        let act = self.0.borrow_mut().act.take();
        if let Some(act) = act {
            act();
        }
    }

    /// Waits with an act in place of the one that waited. A clock that runs is left to run, since setting one with every key
    /// would take longer than all else that is done here: it only finds that it must run once more.
    fn wait_with(&self, act: Option<Box<dyn FnOnce()>>) {
        let is_running = {
            let mut waiting = self.0.borrow_mut();
            waiting.act = act;
            waiting.is_newer = waiting.clock.is_some();
            waiting.is_newer
        };
        if !is_running {
            self.set_clock();
        }
    }

    fn set_clock(&self) {
        let weak = Rc::downgrade(&self.0);
        let clock = Timeout::new(QUIET_MILLISECONDS, move || {
            let Some(debounce) = weak.upgrade().map(Self) else { return };
            debounce.0.borrow_mut().clock = None;
            if mem::take(&mut debounce.0.borrow_mut().is_newer) {
                debounce.set_clock();
            } else {
                debounce.flush();
            }
        });
        self.0.borrow_mut().clock = Some(clock);
    }
}

/// Calls `act` with a value once it has been the same for a while, from 300 to 600 milliseconds; not for `None`, with which
/// whatever waited is forgotten, and not once the component is gone. What is given back does it at once.
#[hook]
pub fn use_debounce<T>(value: Option<T>, act: impl FnOnce(T) + 'static) -> Debounce
where
    T: Clone + PartialEq + 'static,
{
    let debounce = Debounce::clone(&use_memo((), |()| Debounce::default()));
    use_effect_with(value, {
        let debounce = debounce.clone();
        move |value| {
            let act = value.clone().map(|value| -> Box<dyn FnOnce()> { Box::new(move || act(value)) });
            debounce.wait_with(act);
        }
    });
    debounce
}
