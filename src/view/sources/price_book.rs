use yew::prelude::*;

use super::access::{access, tier_names};
use super::citation::citation_line;
use super::contents::{self, heading_id, jump};
use super::facts::Facts;
use super::tier::tier;
use crate::format::{open_question_phrase, seam_sentence};
use crate::numbers::NumberStyle;
use crate::pricing::{Catalogue, Deduplication, PriceBook, Text, open_questions};
use crate::view::evidence::day;

/// One price book: what it is, its tiers, who may buy them, and what it leaves open.
pub(super) fn price_book(catalogue: &Catalogue, book: &PriceBook, style: NumberStyle) -> Html {
    let heading = heading_id(book);
    html! {
        <section key={book.id.as_str()} aria-labelledby={heading.clone()}>
            <h2 id={heading} tabindex="-1">{ book.name.as_ref() }</h2>
            <p class="lead">{ book.title.as_ref() }</p>
            { facts(book) }
            <div class="book-tiers">
                for listed in book.tiers.iter() {
                    { tier(listed, style) }
                }
            </div>
            <h3>{ "Who may buy what" }</h3>
            { access(book) }
            <h3>{ "What is not known, or not clear" }</h3>
            { list(&doubts(catalogue, book, style)) }
            { jump(contents::PLACE, "Back to the contents") }
        </section>
    }
}

fn facts(book: &PriceBook) -> Html {
    let mut facts = Facts::default();
    facts.add("Price book", book.id.as_str());
    let until = book.until.map_or_else(|| html! { "now, as far as is known" }, day);
    facts.add("In force", html! { <>{ "from " }{ day(book.from) }{ " to " }{ until }</> });
    facts.add("Repeated reads", book.deduplication.label());
    facts.add("Dates and list", citation_line(&book.evidence));
    if !book.notes.is_empty() {
        facts.add("Notes", list(&book.notes));
    }
    facts.list()
}

/// What the book leaves open, in sentences.
fn doubts(catalogue: &Catalogue, book: &PriceBook, style: NumberStyle) -> Vec<Text> {
    let mut doubts: Vec<Text> = open_questions(book)
        .map(|(question, tiers)| format!("{}: {}.", open_question_phrase(question), tier_names(&tiers)).into())
        .collect();
    if matches!(book.deduplication, Deduplication::Unknown | Deduplication::BillingCycleThenDay) {
        doubts.push(format!("Repeated reads: {}.", book.deduplication.label()).into());
    }
    let seam = catalogue.seams().find(|seam| seam.after.id == book.id);
    doubts.extend(seam.and_then(|seam| seam_sentence(&seam, style)).map(Text::from));
    doubts
}

fn list(sentences: &[Text]) -> Html {
    html! {
        <ul class="sentences">
            for sentence in sentences {
                <li>{ sentence.as_ref() }</li>
            }
        </ul>
    }
}
