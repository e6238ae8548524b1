//! The Quotes page as it runs in the browser: its state, with address, storage and keys around it.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::autosave::{Autosave, use_autosave};
use super::{EditAction, Place, QuotesAction, QuotesState, Route};
use crate::app::library::{Library, LibraryAction, LibraryCommand, LibraryEvent, export, perform, use_library};
use crate::app::settings::Settings;
use crate::app::signing::{self, SigningSupport};
use crate::app::storage::BrowserShelf;
use crate::app::{address, locale, today, use_focus};
use crate::quote::link;
use crate::view::quotes::QuotesPage;

/// Shows the Quotes page in the element `#calculator` of the document.
pub fn mount() {
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("calculator"));
    if let Some(root) = root {
        let _running = yew::Renderer::<Quotes>::with_root(root).render();
    }
}

#[component]
fn Quotes() -> Html {
    let state = use_reducer(|| {
        let settings = Settings::read(&BrowserShelf);
        let style = locale::number_style(Some(&settings.locale));
        let library = Library::default();
        let listed = perform(&BrowserShelf, LibraryCommand::List, today());
        QuotesState::open(&address::fragment(), library.reduced(LibraryAction::Done(listed)), style, today())
    });
    let on_library = use_callback((), {
        let dispatcher = state.dispatcher();
        move |action, ()| dispatcher.dispatch(QuotesAction::Library(action))
    });
    use_library(&state.library, &on_library);
    let autosave = use_autosave(&state);
    use_address(&state, &autosave);
    let wanted = match &state.place {
        Place::Editing(editing, _) => editing.focus.clone(),
        _ => None,
    };
    use_focus(wanted);
    use_signer(&state);
    use_signing_support(&state);
    use_number_on_paper(&state);
    let on_command = Callback::from({
        let dispatcher = state.dispatcher();
        move |command: LibraryCommand| {
            let outcome = perform(&BrowserShelf, command, today());
            let opened = match &outcome.event {
                LibraryEvent::Duplicated { entry, .. } | LibraryEvent::Revised { entry, .. } => {
                    Some(Route::of_draft(&entry.seen()).to_string())
                }
                _ => None,
            };
            dispatcher.dispatch(QuotesAction::Library(LibraryAction::Done(outcome)));
            if let Some(route) = opened {
                go_to(&route);
            }
        }
    });
    let on_issue = Callback::from({
        let state = state.clone();
        move |is_signed| issue(&state, &autosave, is_signed)
    });
    let is_listed = matches!(state.place, Place::Library | Place::Damaged { .. });
    let everything = is_listed.then(|| export(&BrowserShelf, state.today).ok()).flatten().map(AttrValue::from);
    html! { <QuotesPage state={(*state).clone()} page={address::page()} {everything} on_action={state.dispatcher()} {on_command} {on_issue} /> }
}

/// Issues the draft: checks it, signs it if that is wanted, keeps it in the draft's place, and opens its link.
fn issue(state: &UseReducerHandle<QuotesState>, autosave: &Autosave, is_signed: bool) {
    let Place::Editing(editing, seen) = &state.place else { return };
    let dispatcher = state.dispatcher();
    let issued = match editing.quote.issue(state.today) {
        Ok(issued) => issued,
        Err(refusals) => return dispatcher.dispatch(QuotesAction::Edit(EditAction::Refuse(refusals))),
    };
    let (autosave, over) = (autosave.clone(), autosave.flush().or_else(|| seen.clone()));
    spawn_local(async move {
        let seal = if is_signed {
            match signing::sign(&link::message(&issued)).await {
                Ok(seal) => {
                    dispatcher.dispatch(QuotesAction::OwnKey(seal.key));
                    Some(seal)
                }
                Err(problem) => {
                    let sentence = format!("Not issued, because it couldn’t be signed: {problem}.");
                    return dispatcher.dispatch(QuotesAction::Notice(sentence));
                }
            }
        } else {
            None
        };
        let link = link::encode(&issued, seal.as_ref());
        // What was typed since isn't in the quote, nor should it lie beside it.
        autosave.cancel();
        let outcome = perform(&BrowserShelf, LibraryCommand::Save { over, link: link.clone() }, today());
        let problem = match &outcome.event {
            LibraryEvent::Refused(problem) => Some(problem.to_string()),
            _ => None,
        };
        dispatcher.dispatch(QuotesAction::Library(LibraryAction::Done(outcome)));
        let kept = problem.map_or_else(
            || "Issued. Send the link, or print the sheet.".to_owned(),
            |problem| format!("Issued, but not kept on this device, so keep the link: {problem}"),
        );
        dispatcher.dispatch(QuotesAction::Open(link.clone()));
        dispatcher.dispatch(QuotesAction::Notice(kept));
        go_to(&link);
    });
}

/// Goes to another fragment, with an entry in the browser's history.
fn go_to(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _refused = window.location().set_hash(fragment);
    }
}

/// Opens what the address says whenever that changes, and writes the address of a draft once it is kept.
#[hook]
fn use_address(state: &UseReducerHandle<QuotesState>, autosave: &Autosave) {
    let (dispatcher, autosave) = (state.dispatcher(), autosave.clone());
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                // The draft that is left comes first.
                if let Some(seen) = autosave.flush() {
                    dispatcher.dispatch(QuotesAction::Kept(seen));
                }
                dispatcher.dispatch(QuotesAction::Open(address::fragment()));
            })
        });
        move || drop(listener)
    });
    let of_draft = state.address().filter(|_| matches!(state.place, Place::Editing(..)));
    use_effect_with(of_draft, |address| {
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
                let sentence = signing::signer_sentence(&signing::signer(&opened).await);
                dispatcher.dispatch(QuotesAction::Signed(opened.link.clone(), sentence));
            });
        }
    });
}

/// Finds out whether this device can sign, and with which key. Whoever only reads quotes isn't asked to keep anything.
#[hook]
fn use_signing_support(state: &UseReducerHandle<QuotesState>) {
    let is_wanted = matches!(state.place, Place::Editing(..)) || !state.library.list.is_empty();
    let dispatcher = state.dispatcher();
    use_effect_with(is_wanted, move |is_wanted| {
        if *is_wanted {
            spawn_local(async move {
                let answer = match signing::support().await {
                    SigningSupport::Offered => Ok(()),
                    SigningSupport::Missing(problem) => Err(format!("{problem}.")),
                };
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

/// Puts the quote's number at the foot of every printed page, and into the title that a saved PDF gets.
#[hook]
fn use_number_on_paper(state: &UseReducerHandle<QuotesState>) {
    let title = match &state.place {
        Place::Editing(editing, _) => Some(format!("Quote {} (draft)", editing.quote.title())),
        Place::Reading(reading) => Some(format!("Quote {}", reading.opened.quote.title())),
        Place::Library | Place::Damaged { .. } => None,
    };
    use_effect_with(title, |title| {
        let document = web_sys::window().and_then(|window| window.document());
        let Some(document) = document else { return };
        let name = title.as_deref().unwrap_or("Quotes");
        document.set_title(&format!("{name} · Quota Calculator"));
        let root = document.document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
        if let Some(root) = root {
            let quoted = title.as_ref().map(|title| format!("\"{title}\"")).unwrap_or_default();
            let _refused: Result<(), JsValue> = root.style().set_property("--quote", &quoted);
        }
    });
}
