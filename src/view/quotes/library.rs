//! The quotes on this device: found by words, sorted, opened, copied, deleted, and carried elsewhere as one file.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::library::{
    ImportReport, Library, LibraryAction, LibraryCommand, LibraryEntry, LibraryOrder, Refusal, later_revision,
};
use crate::app::quotes::Route;
use crate::app::storage::Undo;
use crate::format::validity_sentence;
use crate::numbers::NumberStyle;
use crate::pricing::Date;
use crate::quote::link::OpenedQuote;
use crate::quote::{Quotation, Quote, Validity};
use crate::view::form::{choices_of, choosing, select};

/// The list, and where the reader's wishes go.
pub(super) struct LibraryView<'a> {
    pub(super) kept: &'a Library,
    pub(super) today: Date,
    pub(super) style: NumberStyle,
    pub(super) on_action: &'a Callback<LibraryAction>,
    pub(super) on_command: &'a Callback<LibraryCommand>,
}

/// The list with everything around it.
pub(super) fn library(view: &LibraryView<'_>) -> Html {
    let LibraryView { kept: library, today, .. } = view;
    let shown = library.shown(*today);
    let problem = library.storage_problem.map(|problem| {
        html! {
            <p class="notice" role="alert">
                <strong>{ "Quotes can’t be kept here just now: " }</strong>{ problem.to_string() }
                { ". A quote’s link keeps it anywhere." }
            </p>
        }
    });
    html! {
        <section class="kept-quotes" aria-label="Quotes on this device">
            <div class="quote-tools">
                <a class="button" id="new-quote" href="#new">{ "New quote" }</a>
                { carrying(view) }
            </div>
            <div>{ for problem }</div>
            <div role="status">
                { for library.notice.iter().map(|notice| html! { <p class="notes">{ notice }</p> }) }
                { for library.imported.iter().map(|report| imported(report, view.style)) }
            </div>
            <div role="alert">
                { for library.problem.iter().map(|problem| html! { <p class="problem">{ problem.to_string() }</p> }) }
            </div>
            <ul class="undo-list" aria-label="What can be taken back">
                for (place, undo) in library.undo.iter().enumerate() {
                    { taken_back(view, place, undo) }
                }
            </ul>
            { search(view) }
            <ul class="kept-list" aria-label="Quotes">
                for entry in &shown {
                    { item(view, entry) }
                }
            </ul>
            <div>{ empty(library, shown.is_empty()) }</div>
        </section>
    }
}

fn search(LibraryView { kept: library, on_action, .. }: &LibraryView<'_>) -> Html {
    if library.list.is_empty() {
        return html! { "" };
    }
    let oninput = on_action
        .reform(|event: InputEvent| LibraryAction::Search(event.target_unchecked_into::<HtmlInputElement>().value()));
    let orders = choices_of(&LibraryOrder::ALL, LibraryOrder::id, LibraryOrder::label);
    let on_order = choosing(on_action, |id| LibraryOrder::by_id(id).map(LibraryAction::Order));
    html! {
        <div class="quote-search" role="search">
            <div>
                <label for={Library::SEARCH_FIELD}>{ "Find by customer, number or preparer" }</label>
                <input
                    class="field"
                    type="search"
                    id={Library::SEARCH_FIELD}
                    autocomplete="off"
                    value={library.words.clone()}
                    {oninput}
                />
            </div>
            <div>
                <label for="library-order">{ "Sort by" }</label>
                { select("library-order", &orders, library.order.id(), &on_order) }
            </div>
        </div>
    }
}

fn empty(library: &Library, shows_nothing: bool) -> Html {
    if !shows_nothing {
        return html! { "" };
    }
    let words = if library.list.is_empty() {
        "No quotes on this device yet. A quote puts reads, prices, discounts and terms on one page and into one link, and \
         whoever opens it sees the figures that you see. Start one here, or press “Make a quote” on the Compare page."
    } else {
        "No quote has these words."
    };
    html! { <p class="quote-empty">{ words }</p> }
}

fn item(view: &LibraryView<'_>, entry: &LibraryEntry) -> Html {
    let place = view.kept.place(&entry.key).unwrap_or_default();
    let delete = command(view, LibraryCommand::Delete(entry.clone()));
    let title = entry.title();
    let (facts, tools) = match &entry.content {
        Ok(opened) => (facts(view, entry, &opened.quote), opening(view, entry, opened, place)),
        Err(why) => {
            (html! { <p class="problem">{ format!("A damaged entry: {why}. It is left as it is.") }</p> }, html! { "" })
        }
    };
    html! {
        <li class="kept-item" key={entry.key.clone()}>
            <div>{ facts }</div>
            <div class="quote-tools">
                { tools }
                <button class="button button-quiet" type="button" aria-label={format!("Delete {title}")} onclick={delete}>{ "Delete" }</button>
            </div>
        </li>
    }
}

fn facts(view: &LibraryView<'_>, entry: &LibraryEntry, quote: &Quote) -> Html {
    let customer = if quote.customer.is_empty() { "no customer yet" } else { quote.customer.as_str() };
    let changed = entry.changed.map(|day| format!(" Changed {day}.")).unwrap_or_default();
    let later = later_revision(view.kept.list.iter(), quote).filter(|_| quote.issued.is_some());
    let later = later.map(|later| format!(" Revision {} replaces it.", later.quote.revision)).unwrap_or_default();
    let aside = if entry.is_set_aside() { " Set aside when another tab wrote over it." } else { "" };
    html! {
        <>
            <p class="quote-title" dir="auto">{ format!("{}: {customer}", quote.title()) }</p>
            <p class="hint">{ totals(quote, view.style) }</p>
            <p class="hint">{ validity_sentence(Validity::on(view.today, quote), quote, entry.is_revisable()) }{ aside }{ later }{ changed }</p>
        </>
    }
}

/// The tiers that a quote offers, each with what it comes to.
fn totals(quote: &Quote, style: NumberStyle) -> String {
    let Ok(quotation) = Quotation::as_quoted(crate::catalogue(), quote) else { return String::new() };
    let options = quotation.options.iter().map(|option| {
        let total = option.totals.as_ref().map(|totals| style.money(totals.total));
        format!("{} {}", option.tier.name, total.unwrap_or_else(|| "no public price".to_owned()))
    });
    options.collect::<Vec<_>>().join(" · ")
}

fn opening(view: &LibraryView<'_>, entry: &LibraryEntry, opened: &OpenedQuote, place: usize) -> Html {
    let title = entry.title();
    let id = Library::open_id(place);
    let is_draft = opened.quote.issued.is_none();
    let (label, route) =
        if is_draft { ("Edit", Route::of_draft(&entry.key)) } else { ("Open", Route::Quote(opened.link.clone())) };
    let duplicate = command(view, LibraryCommand::Duplicate(entry.clone()));
    let revise = entry.is_revisable().then(|| {
        let revise = command(view, LibraryCommand::Revise(entry.clone()));
        html! {
            <button class="button button-quiet" type="button" aria-label={format!("Revise {title}")} onclick={revise}>{ "Revise" }</button>
        }
    });
    html! {
        <>
            <a class="button button-quiet" {id} aria-label={format!("{label} {title}")} href={format!("#{route}")}>{ label }</a>
            { for revise }
            <button class="button button-quiet" type="button" aria-label={format!("Duplicate {title}")} onclick={duplicate}>
                { "Duplicate" }
            </button>
        </>
    }
}

fn command(view: &LibraryView<'_>, command: LibraryCommand) -> Callback<MouseEvent> {
    view.on_command.reform(move |_| command.clone())
}

fn taken_back(view: &LibraryView<'_>, place: usize, undo: &Undo) -> Html {
    let is_last = place + 1 == view.kept.undo.len();
    let onclick = command(view, LibraryCommand::Undo(undo.clone()));
    html! {
        <li key={place}>
            { &undo.sentence }{ " " }
            <button
                class="link"
                type="button"
                id={is_last.then_some(Library::UNDO_BUTTON)}
                aria-label={format!("Undo: {}", undo.sentence)}
                {onclick}
            >
                { "Undo" }
            </button>
        </li>
    }
}

/// Everything as one file, and such a file read again.
fn carrying(view: &LibraryView<'_>) -> Html {
    let on_command = view.on_command.clone();
    let onchange = move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let on_command = on_command.clone();
        spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            // A file that can't be read is refused like one that says nothing.
            on_command.emit(LibraryCommand::Import(text.unwrap_or_default()));
            // The same file may be chosen again.
            input.set_value("");
        });
    };
    html! {
        <>
            <button class="button button-quiet" type="button" onclick={command(view, LibraryCommand::Export)}>
                { "Export everything" }
            </button>
            <label class="button button-quiet file-button">
                { "Import a file" }<input class="unseen" type="file" accept=".txt,text/plain" {onchange} />
            </label>
        </>
    }
}

fn imported(report: &ImportReport, style: NumberStyle) -> Html {
    html! {
        <div class="notes">
            <p>{ report.sentence(style) }</p>
            <ul>
                for (place, refusal) in report.refused.iter().enumerate() {
                    <li key={place}>{ Refusal::sentence(refusal, style) }</li>
                }
            </ul>
        </div>
    }
}
