//! Documents by their ids, for figures in rows; the list at the end of the page has their titles.

use yew::prelude::*;

use crate::pricing::{Evidence, Identifier, Source};
use crate::view::badge::status_badge;
use crate::view::evidence::{source_day, source_links};

/// Who says so, how sure it is, and the documents.
pub(super) fn citation_line(evidence: &Evidence) -> Html {
    html! {
        <>
            { status_badge(evidence.status) }
            { format!(" {} confidence: ", evidence.confidence.label()) }
            { citations(&evidence.sources) }
        </>
    }
}

/// The documents with their dates.
pub(super) fn citations(sources: &[Identifier]) -> Html {
    source_links(sources, citation)
}

fn citation(source: &Source) -> Html {
    html! {
        <>
            <span class="citation">
                <a href={source.url.to_string()} title={source.title.to_string()} rel="noreferrer">{ source.id.as_str() }</a>
                { " " }{ source_day(source) }
            </span>
            { " " }
        </>
    }
}
