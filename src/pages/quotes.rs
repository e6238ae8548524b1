//! The Quotes page as it runs in the browser: its state, with address, storage and keys around it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HashChangeEvent;
use yew::prelude::*;

use super::show;
use crate::app::library::{Library, LibraryAction, LibraryCommand, LibraryEvent, perform, use_library};
use crate::app::quotes::{
    Autosave, Flushed, Place, Preparer, QuotesAction, QuotesState, Route, go_to, issue, use_autosave,
    use_number_on_paper,
};
use crate::app::settings::{self, use_settings};
use crate::app::signing;
use crate::app::storage::BrowserShelf;
use crate::app::{address, download, focus_on, today, use_focus};
use crate::view::quotes::QuotesPage;

/// Shows the Quotes page in the element `#calculator` of the document.
pub fn mount() {
    let _running = show::<Quotes>();
}

#[component]
fn Quotes() -> Html {
    let state = use_reducer(|| {
        let (settings, style) = settings::kept();
        let library = Library::default();
        let listed = perform(&BrowserShelf, LibraryCommand::List, today());
        let library = library.reduced(LibraryAction::Done(listed));
        let opened = QuotesState::open(&address::fragment(), library, Preparer::last(&BrowserShelf), style, today());
        QuotesState { settings, ..opened }
    });
    let on_library = use_callback((), {
        let dispatcher = state.dispatcher();
        move |action, ()| dispatcher.dispatch(QuotesAction::Library(action))
    });
    use_library(&state.kept, &on_library);
    let autosave = use_autosave(&state);
    use_address(&state, &autosave);
    let wanted = match &state.place {
        Place::Editing(editing, _) => editing.focus.clone(),
        _ => None,
    };
    use_focus(wanted);
    use_title_focus(&state);
    use_signer(&state);
    use_signing_support(&state);
    use_number_on_paper(&state);
    let on_command = Callback::from({
        let dispatcher = state.dispatcher();
        move |command: LibraryCommand| {
            let today = today();
            let outcome = perform(&BrowserShelf, command, today);
            if let LibraryEvent::Exported(file) = &outcome.event {
                download(&format!("quota-calculator-{today}.txt"), "text/plain", file);
            }
            let draft = outcome.event.draft();
            let draft = draft.map(|(entry, sentence)| (Route::of_draft(&entry.key).to_string(), sentence));
            dispatcher.dispatch(QuotesAction::Library(LibraryAction::Done(outcome)));
            if let Some((route, sentence)) = draft {
                // Opening forgets what was said before, so the sentence comes last.
                dispatcher.dispatch(QuotesAction::Open(route.clone(), today));
                dispatcher.dispatch(QuotesAction::Notice(sentence));
                go_to(&route);
            }
        }
    });
    let on_issue = Callback::from({
        let state = state.clone();
        move |is_signed| issue(&state, &autosave, is_signed)
    });
    let on_settings = use_settings(state.settings.theme, state.dispatcher(), QuotesAction::Choose);
    html! {
        <QuotesPage
            state={(*state).clone()}
            page={address::page()}
            on_action={state.dispatcher()}
            {on_command}
            {on_issue}
            {on_settings}
        />
    }
}

/// Opens what the address says whenever that changes, and writes the address of what is open: of a draft once it is kept, of a
/// quote without marks behind it.
#[hook]
fn use_address(state: &UseReducerHandle<QuotesState>, autosave: &Autosave) {
    let unsaved = use_unsaved(state, autosave);
    let (dispatcher, autosave) = (state.dispatcher(), autosave.clone());
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |event| {
                // The draft that is left comes first.
                if unsaved.question(&autosave).is_some_and(|question| !is_agreed(question)) {
                    return go_back(event);
                }
                dispatcher.dispatch(QuotesAction::Open(address::fragment(), today()));
            })
        });
        move || drop(listener)
    });
    use_effect_with(state.address(), |address| {
        if let Some(address) = address {
            address::replace(address);
        }
    });
}

/// Finds out who signed the quote that is read.
#[hook]
fn use_signer(state: &UseReducerHandle<QuotesState>) {
    let opened = match &state.place {
        Place::Reading(reading) => Some(reading.opened.clone()),
        _ => None,
    };
    let dispatcher = state.dispatcher();
    use_effect_with(opened, move |opened| {
        if let Some(opened) = opened.clone() {
            spawn_local(async move {
                let signer = signing::signer(&opened).await;
                dispatcher.dispatch(QuotesAction::Signed(opened.link.clone(), signer));
            });
        }
    });
}

/// Finds out whether this device can sign, and with which key. Whoever only reads quotes isn't asked to keep anything.
#[hook]
fn use_signing_support(state: &UseReducerHandle<QuotesState>) {
    let is_wanted = matches!(state.place, Place::Editing(..)) || !state.kept.list.is_empty();
    let dispatcher = state.dispatcher();
    use_effect_with(is_wanted, move |is_wanted| {
        if *is_wanted {
            spawn_local(async move {
                let answer = signing::support().await;
                let can_sign = answer.is_ok();
                dispatcher.dispatch(QuotesAction::CanSign(answer));
                let key = if can_sign { signing::own_key().await.ok().flatten() } else { None };
                if let Some(key) = key {
                    dispatcher.dispatch(QuotesAction::OwnKey(key));
                }
            });
        }
    });
}

/// Moves the keyboard to the page's heading when something else is opened, for what it was on has gone.
#[hook]
fn use_title_focus(state: &UseReducerHandle<QuotesState>) {
    let open = match &state.place {
        Place::Library => (0, String::new()),
        // A draft's own address changes when it is first kept, which opens nothing else.
        Place::Editing(..) => (1, String::new()),
        Place::Reading(reading) => (2, reading.opened.link.clone()),
        Place::Damaged { reason, .. } => (3, reason.clone()),
    };
    let is_first = use_mut_ref(|| true);
    use_effect_with(open, move |_| {
        if !is_first.replace(false) {
            focus_on(QuotesState::TITLE);
        }
    });
}

/// Why changes of the draft would be lost when it is left, as a question.
#[derive(Default)]
struct Unsaved(Cell<Option<&'static str>>);

impl Unsaved {
    /// A field is wrong.
    const WRONG: &str =
        "A field of this draft needs mending, so what you typed since is not saved. Leave it all the same?";

    /// The storage refused the draft.
    const REFUSED: &str = "This browser didn’t take this draft, so what you typed is not saved. To make room, delete something in \
                           another tab and change the draft again. Leave it all the same?";

    fn of(state: &QuotesState) -> Option<&'static str> {
        let Place::Editing(editing, _) = &state.place else { return None };
        match (editing.is_touched, editing.is_current()) {
            (true, false) => Some(Self::WRONG),
            (true, true) => state.kept.problem.as_ref().map(|_| Self::REFUSED),
            (false, _) => None,
        }
    }

    /// The question to ask before the draft is left, whose changes are kept now where that is possible.
    fn question(&self, autosave: &Autosave) -> Option<&'static str> {
        self.0.get().or_else(|| matches!(autosave.flush(), Flushed::Refused).then_some(Self::REFUSED))
    }
}

/// Whether the draft has changes that aren't kept. The browser then asks before the page is left.
#[hook]
fn use_unsaved(state: &UseReducerHandle<QuotesState>, autosave: &Autosave) -> Rc<Unsaved> {
    let unsaved = use_memo((), |()| Unsaved::default());
    unsaved.0.set(Unsaved::of(state));
    use_effect_with((), {
        let (unsaved, autosave) = (unsaved.clone(), autosave.clone());
        move |()| {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = web_sys::window().map(|window| {
                EventListener::new_with_options(&window, "beforeunload", options, move |event| {
                    if unsaved.question(&autosave).is_some() {
                        event.prevent_default();
                    }
                })
            });
            move || drop(listener)
        }
    });
    unsaved
}

/// Whether the reader agrees. A browser that can't ask loses nothing.
fn is_agreed(question: &str) -> bool {
    web_sys::window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(false))
}

/// Puts the address back that a change of the fragment left.
fn go_back(event: &Event) {
    let left = event.dyn_ref::<HashChangeEvent>().map(HashChangeEvent::old_url).unwrap_or_default();
    address::replace(left.split_once('#').map_or("", |(_, fragment)| fragment));
}
