//! Issuing a draft: what freezes it and makes its link.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::autosave::{Autosave, Flushed};
use super::{EditAction, Place, Preparer, QuotesAction, QuotesState};
use crate::app::library::{
    LibraryAction, LibraryCommand, LibraryEntry, LibraryEvent, LibraryOutcome, is_taken_in, perform, succession,
};
use crate::app::storage::BrowserShelf;
use crate::app::{signing, today};
use crate::pricing::Date;
use crate::quote::{Quote, QuoteProblem, link};

/// Issues the draft: checks it, signs it if that is wanted, keeps it in the draft's place, and opens its link. A revision of what
/// was replaced meanwhile is renumbered instead, for the seller to look at before it is issued.
pub(crate) fn issue(state: &UseReducerHandle<QuotesState>, autosave: &Autosave, is_signed: bool) {
    let Place::Editing(editing, seen) = &state.place else { return };
    let dispatcher = state.dispatcher();
    let over = match autosave.flush() {
        Flushed::Kept(seen) => Some(seen),
        Flushed::Nothing | Flushed::Refused => seen.clone(),
    };
    let LibraryOutcome { list, .. } = perform(&BrowserShelf, LibraryCommand::List, today());
    let list = list.unwrap_or_else(|_| state.kept.list.clone());
    if let Some(succession) = succession(&list, &editing.quote) {
        return dispatcher.dispatch(QuotesAction::Edit(EditAction::Renumber(succession)));
    }
    let issued = match issued(&editing.quote, &list, over.as_ref().map(|over| over.key.as_str()), today()) {
        Ok(issued) => issued,
        Err(refusals) => return dispatcher.dispatch(QuotesAction::Edit(EditAction::Refuse(refusals))),
    };
    let autosave = autosave.clone();
    spawn_local(async move {
        let seal = if is_signed {
            dispatcher.dispatch(QuotesAction::Issuing(true));
            let signed = signing::sign(&link::message(&issued)).await;
            dispatcher.dispatch(QuotesAction::Issuing(false));
            match signed {
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
        autosave.cancel();
        let outcome = perform(&BrowserShelf, LibraryCommand::Save { over, link: link.clone() }, today());
        let notice = match (&outcome.event, outcome.event.clash()) {
            (LibraryEvent::Refused(problem), _) => {
                format!("Issued, but not kept on this device, so keep the link: {problem}")
            }
            (_, Some(clash)) => format!("Issued. {clash}"),
            (_, None) => "Issued. Send the link, or print the sheet.".to_owned(),
        };
        // Whoever isn't remembered is only asked again.
        let _refused = Preparer::of(&issued).remember(&BrowserShelf);
        dispatcher.dispatch(QuotesAction::Library(LibraryAction::Done(outcome)));
        dispatcher.dispatch(QuotesAction::Open(link.clone(), today()));
        dispatcher.dispatch(QuotesAction::Notice(notice));
        go_to(&link);
    });
}

/// The quote as it is issued on `day`, unless something keeps it from that; its draft lies under `key` of `list` if anywhere.
pub(super) fn issued(
    draft: &Quote,
    list: &[LibraryEntry],
    key: Option<&str>,
    day: Date,
) -> Result<Quote, Vec<QuoteProblem>> {
    let issued = draft.issue(day);
    if !is_taken_in(list, draft, key) {
        return issued;
    }
    let mut problems = issued.err().unwrap_or_default();
    problems.insert(0, QuoteProblem::NumberTaken);
    Err(problems)
}

/// Goes to another fragment, with an entry in the browser's history.
pub(crate) fn go_to(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _refused = window.location().set_hash(fragment);
    }
}
