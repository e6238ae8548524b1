use yew::prelude::*;

use super::contents::{self, jump};
use crate::project::funder::{FunderProfile, FunderSource};
use crate::view::evidence::day;

/// The words of its heading.
pub(super) const TITLE: &str = "What funders ask";

/// The id of the heading.
pub(super) const HEADING: &str = "funders";

/// The rules by which research budgets are made, and who states them.
pub(super) fn funders() -> Html {
    html! {
        <section aria-labelledby={HEADING}>
            <h2 id={HEADING} tabindex="-1">{ TITLE }</h2>
            <p class="lead">
                { "The rules by which the calculator makes budgets for research. A call’s own rules come before them." }
            </p>
            for profile in crate::funder_profiles() {
                { funder(profile) }
            }
            { jump(contents::PLACE, "Back to the contents") }
        </section>
    }
}

fn funder(profile: &'static FunderProfile) -> Html {
    html! {
        <section key={profile.id.as_str()} id={format!("funder-{}", profile.id)}>
            <h3>{ profile.name.as_ref() }</h3>
            <ul class="sentences">
                <li key="title">{ profile.title.as_ref() }</li>
                <li key="placement">{ profile.placement.as_ref() }</li>
                for note in profile.all_notes() {
                    <li key={note.to_string()}>{ note.as_ref() }</li>
                }
                for assumption in profile.unconfirmed.iter() {
                    <li key={assumption.to_string()}><strong>{ "Not confirmed: " }</strong>{ assumption.as_ref() }</li>
                }
                for source in profile.sources.iter() {
                    { cited(source) }
                }
            </ul>
        </section>
    }
}

fn cited(source: &'static FunderSource) -> Html {
    let when = source.date.map_or_else(|| html! { "undated" }, day);
    html! {
        <li key={source.title.to_string()}>
            <a href={source.url.to_string()} rel="noreferrer">{ source.title.as_ref() }</a>
            { ", " }{ when }{ ": " }{ source.says.as_ref() }
        </li>
    }
}
