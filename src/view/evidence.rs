//! Where a figure comes from: who says so, how sure it is, and the documents.

use yew::prelude::*;

use crate::pricing::{Date, Evidence, Identifier, Source};

/// Who says so, how sure it is, and the documents with their dates.
pub(super) fn evidence_line(evidence: &Evidence) -> Html {
    let intro = format!("{}, confidence {}. ", evidence.status.label(), evidence.confidence.label());
    html! { <>{ intro }{ source_links(&evidence.sources, source_link) }</> }
}

/// The documents of those ids, each shown by `link`.
pub(super) fn source_links(ids: &[Identifier], link: fn(&Source) -> Html) -> Html {
    let catalogue = crate::catalogue();
    html! {
        <span>
            for source in ids.iter().filter_map(|id| catalogue.source(id)) {
                <span class="source" key={source.id.as_str()}>{ link(source) }</span>
            }
        </span>
    }
}

/// A document by its title.
pub(super) fn source_link(source: &Source) -> Html {
    html! { <><a href={source.url.to_string()} rel="noreferrer">{ source.title.as_ref() }</a>{ " (" }{ origin(source) }{ ") " }</> }
}

/// What kind of document it is, and its date.
pub(super) fn origin(source: &Source) -> Html {
    html! { <>{ source.kind.label() }{ ", " }{ source_day(source) }</> }
}

/// The date of a document, if it bears one.
pub(super) fn source_day(source: &Source) -> Html {
    source.date.map_or_else(|| html! { "undated" }, day)
}

/// A date that stays on one line.
pub(super) fn day(date: Date) -> Html {
    html! { <time>{ date.to_string() }</time> }
}
