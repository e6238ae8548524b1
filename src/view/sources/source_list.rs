use yew::prelude::*;

use crate::numbers::NumberStyle;
use crate::pricing::{Catalogue, Source};
use crate::view::evidence::origin;

/// The words of its heading.
pub(super) const TITLE: &str = "All sources";

/// The id of the heading.
pub(super) const HEADING: &str = "all-sources";

/// Every document, and how much rests on it.
pub(super) fn source_list(catalogue: &'static Catalogue, style: NumberStyle) -> Html {
    html! {
        <section aria-labelledby={HEADING}>
            <h2 id={HEADING} tabindex="-1">{ TITLE }</h2>
            <p class="lead">{ "Every document that a figure or a rule above rests on, with how many of them do." }</p>
            <ul class="source-list">
                for source in catalogue.sources() {
                    <li key={source.id.as_str()} id={source.id.to_string()}>
                        <span class="source-id">{ source.id.as_str() }</span>
                        <span>
                            <a href={source.url.to_string()} rel="noreferrer">{ source.title.as_ref() }</a>
                            <span class="source-origin">{ for origin(source) }{ " · " }{ cited(catalogue, source, style) }</span>
                        </span>
                    </li>
                }
            </ul>
        </section>
    }
}

fn cited(catalogue: &Catalogue, source: &Source, style: NumberStyle) -> String {
    match catalogue.times_cited(&source.id) {
        0 => "not used".to_owned(),
        1 => "used once".to_owned(),
        times => format!("used {} times", style.whole(times as u64)),
    }
}
