//! Where a figure comes from: who says so, how sure it is, and the documents.

use yew::prelude::*;

use super::element::{Element, element, text};
use crate::pricing::{Date, Evidence, Identifier, Source};

/// Who says so, how sure it is, and the documents, which the Sources page lists.
pub(super) fn evidence_line(evidence: &Evidence) -> Html {
    let intro = format!("{}, confidence {}: ", evidence.status.label(), evidence.confidence.label());
    element("span", "", vec![text(intro), source_links(&evidence.sources, listed_source)])
}

/// The documents of those ids, each shown by `link`.
pub(super) fn source_links(ids: &[Identifier], link: fn(&Source) -> Html) -> Html {
    let sources = ids.iter().filter_map(|id| crate::catalogue().source(id));
    element("span", "", sources.map(|source| element("span", "source", vec![link(source)])).collect())
}

/// A document by its id, which leads to its place in the list of the Sources page.
fn listed_source(source: &Source) -> Html {
    let link = Element::new("a").with(&["href"], [format!("sources.html#{}", source.id)]);
    let link = link.holding(vec![text(source.id.to_string())]);
    let [kind, comma, day] = origin(source);
    element("span", "", vec![link, text(" ("), kind, comma, day, text(") ")])
}

/// What kind of document it is, and its date.
pub(super) fn origin(source: &Source) -> [Html; 3] {
    [text(source.kind.label()), text(", "), source_day(source)]
}

/// The date of a document, if it bears one.
pub(super) fn source_day(source: &Source) -> Html {
    source.date.map_or_else(|| text("undated"), day)
}

/// A date that stays on one line.
pub(super) fn day(date: Date) -> Html {
    element("time", "", vec![text(date.to_string())])
}
