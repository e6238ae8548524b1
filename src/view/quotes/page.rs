use yew::prelude::*;

use super::editor::editor;
use super::library::{LibraryView, library};
use super::reading::{Standing, reading};
use crate::app::library::{Library, LibraryCommand, LibraryEntry, Seen, later_revision};
use crate::app::quotes::{Editing, Place, QuotesAction, QuotesState, Reading};
use crate::app::settings::Settings;
use crate::app::signing::Signer;
use crate::format::quote_name;
use crate::quote::{PublicKey, fingerprint};
use crate::view::copy_text::CopyText;
use crate::view::navigation::{Place as Page, navigation};
use crate::view::print::print;
use crate::view::settings::SettingsView;

/// What [`QuotesPage`] shows, and where its events go.
#[derive(Clone, Properties)]
pub struct QuotesPageProps {
    /// The state to show.
    pub state: QuotesState,
    /// The address of the page, without a fragment.
    pub page: AttrValue,
    /// Called with what the reader does.
    pub on_action: Callback<QuotesAction>,
    /// Called with what is to be done to the quotes on this device.
    pub on_command: Callback<LibraryCommand>,
    /// Called with whether the draft is to be signed as it is issued.
    pub on_issue: Callback<bool>,
    /// Called with how the reader wants to see the page.
    pub on_settings: Callback<Settings>,
}

impl PartialEq for QuotesPageProps {
    /// Never equal: the page is rendered when something has changed.
    fn eq(&self, _other: &Self) -> bool {
        false
    }
}

/// The whole Quotes page.
#[component]
pub fn QuotesPage(props: &QuotesPageProps) -> Html {
    let QuotesPageProps { state, on_settings, .. } = props;
    let display = SettingsView { settings: &state.settings, on_settings };
    let (title, content) = match &state.place {
        Place::Library => ("Quotes".to_owned(), listed(props)),
        Place::Editing(editing, kept) => {
            (format!("Draft of {}", editing.quote.title()), edited(props, editing, kept.as_ref()))
        }
        Place::Reading(reading) => (quote_name(&reading.opened.quote), read(props, reading)),
        Place::Damaged { link, reason } => ("This quote can’t be opened".to_owned(), damaged(props, link, reason)),
    };
    let to_library = (state.place != Place::Library).then(|| html! { <a href="#">{ "All quotes on this device" }</a> });
    html! {
        <>
            <header class="header">
                <p class="brand">{ "Quota Calculator" }</p>
                { navigation(Page::Quotes) }
                <div class="header-tools">{ display.button() }</div>
            </header>
            { display.menu() }
            <main>
                <div class="quotes-head">
                    <h1 id={QuotesState::TITLE} tabindex="-1">{ title }</h1>
                    { for to_library }
                </div>
                <p class="lead quotes-notice" role="status">{ state.said().unwrap_or_default().to_owned() }</p>
                { content }
            </main>
            <footer class="footer">
                <p>
                    { "Quotes stay on this device and in the links that you send: nothing is uploaded. A link can’t be \
                       revoked, kept from being forwarded, or prove that anybody accepted it." }
                </p>
            </footer>
        </>
    }
}

fn listed(props: &QuotesPageProps) -> Html {
    let state = &props.state;
    library(&LibraryView {
        kept: &state.kept,
        today: state.today,
        style: state.style,
        on_action: &props.on_action.reform(QuotesAction::Library),
        on_command: &props.on_command,
    })
}

fn edited(props: &QuotesPageProps, editing: &Editing, kept: Option<&Seen>) -> Html {
    let on_edit = props.on_action.reform(QuotesAction::Edit);
    let issue = |is_signed| props.on_issue.reform(move |_: MouseEvent| is_signed);
    let disabled = !editing.is_current() || props.state.is_issuing;
    let signing = match &props.state.signing {
        Some(Ok(())) => html! {
            <button
                class="button button-quiet"
                type="button"
                id="issue-signed"
                aria-describedby="own-key"
                {disabled}
                onclick={issue(true)}
            >
                { "Issue and sign" }
            </button>
        },
        Some(Err(problem)) => html! { <p class="hint">{ format!("Signing isn’t offered here: {problem}.") }</p> },
        None => html! { "" },
    };
    let kept_problem = props.state.kept.problem.as_ref().map(ToString::to_string);
    // Another tab may have deleted it.
    let kept = kept.filter(|kept| props.state.kept.place(&kept.key).is_some());
    let saving = match (editing.is_current(), editing.is_touched, kept) {
        _ if kept_problem.is_some() => "Not saved.",
        (false, _, _) if props.state.is_without_place() => {
            "Not saved while a field needs mending: what you typed stays here, and becomes a new entry then."
        }
        (false, _, _) => "Not saved while a field needs mending: what you typed stays here.",
        (true, false, None) => "Saved on this device as soon as you change something.",
        (true, true, None) => "",
        (true, _, Some(_)) => "Saved on this device.",
    };
    let key =
        props.state.signing.as_ref().filter(|answer| answer.is_ok()).map(|_| own_key(props.state.own_key.as_ref()));
    let tools = html! {
        <>
            <div class="quote-tools">
                <button class="button" type="button" id="issue" {disabled} onclick={issue(false)}>{ "Issue this quote" }</button>
                { signing }
                <span class="hint" role="status">{ saving }</span>
            </div>
            <p class="problem" role="alert">
                { for kept_problem.map(|problem| format!("{problem} What you typed stays here; issuing gives you a link to keep.")) }
            </p>
            <p role="status">{ props.state.kept.notice.clone().unwrap_or_default() }</p>
            <p class="hint">
                { "Issuing freezes it and makes the link to send. To change it later, revise it: the revision names the one \
                   that it replaces." }
            </p>
            <p class="hint" id="own-key">{ for key }</p>
        </>
    };
    let QuotesState { is_issuing, today, style, .. } = props.state;
    editor(editing, &props.state.hurdles(), is_issuing, tools, crate::catalogue().price_book_of(today), style, &on_edit)
}

/// With which key this device signs. Its text is for whoever keeps the list of known sellers.
fn own_key(key: Option<&PublicKey>) -> Html {
    let Some(key) = key else {
        return html! { "Signing makes a key that stays on this device. Customers can compare its fingerprint with you." };
    };
    html! {
        <>
            { format!("This device signs with the key of the fingerprint {}. Its public key, for the list of known sellers: ", fingerprint(key)) }
            <code class="key">{ key.to_string() }</code>
        </>
    }
}

fn read(props: &QuotesPageProps, open: &Reading) -> Html {
    let address = format!("{}#{}", props.page, open.opened.link);
    let entry = props.state.kept.list.iter().find(|entry| is_entry_of(entry, open));
    let tools = html! {
        <>
            <CopyText id="copy-link" label="Copy link" done="Link copied" text={address.clone()} />
            <button class="button button-quiet" type="button" id="print" onclick={|_: MouseEvent| print()}>{ "Print" }</button>
            { own_tools(props, open, entry) }
        </>
    };
    // Nothing says whose an unsigned quote is but that it is kept here as one's own.
    let is_own = match open.signer {
        Some(Signer::Unsigned) => entry.is_some_and(|entry| !entry.is_received()),
        _ => props.state.is_own_key(open),
    };
    let standing = Standing {
        is_own,
        is_renewable: is_own || entry.is_some_and(LibraryEntry::is_revisable),
        later: later_revision(props.state.kept.list.iter(), &open.opened.quote),
    };
    html! {
        <>
            { messages(&props.state.kept) }
            { reading(open, &address, standing, tools, props.state.style) }
        </>
    }
}

/// What became of the last act on the quotes of this device.
fn messages(library: &Library) -> Html {
    html! {
        <div class="quotes-notice">
            <p role="status">{ library.notice.clone().unwrap_or_default() }</p>
            <p class="problem" role="alert">{ for library.problem.as_ref().map(ToString::to_string) }</p>
        </div>
    }
}

fn is_entry_of(entry: &LibraryEntry, open: &Reading) -> bool {
    entry.content.as_ref().is_ok_and(|kept| kept.link == open.opened.link)
}

/// Keeping a quote that came by link; copying one that is kept, and revising it unless it is somebody else's.
fn own_tools(props: &QuotesPageProps, open: &Reading, entry: Option<&LibraryEntry>) -> Html {
    let revise = |entry: &LibraryEntry| {
        entry.is_revisable().then(|| {
            let onclick = {
                let entry = entry.clone();
                props.on_command.reform(move |_: MouseEvent| LibraryCommand::Revise(entry.clone()))
            };
            html! { <button class="button button-quiet" type="button" id="revise" {onclick}>{ "Revise" }</button> }
        })
    };
    let command = |command: LibraryCommand| props.on_command.reform(move |_: MouseEvent| command.clone());
    match entry {
        None => html! {
            <button class="button button-quiet" type="button" id="keep" key="keep" onclick={command(props.state.keeping(open))}>
                { "Keep on this device" }
            </button>
        },
        Some(entry) => html! {
            <>
                { for revise(entry) }
                <button class="button button-quiet" type="button" id="duplicate" onclick={command(LibraryCommand::Duplicate(entry.clone()))}>
                    { "Duplicate" }
                </button>
            </>
        },
    }
}

fn damaged(props: &QuotesPageProps, link: &str, reason: &str) -> Html {
    let whole = if link.is_empty() { "" } else { "The address still holds the link as it came. " };
    html! {
        <>
            <p class="notice" role="alert">
                <strong>{ "Nothing was opened: " }</strong>{ reason.to_owned() }{ ". " }{ whole }
                { "Your own quotes are as they were." }
            </p>
            { listed(props) }
        </>
    }
}
