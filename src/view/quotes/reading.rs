//! A quote that is only read: what it is worth today, the sheet, and what can be done with it.

use yew::prelude::*;

use super::sheet::{Sheet, sheet};
use crate::app::quotes::Reading;
use crate::app::signing::{Signer, signer_sentences};
use crate::format::{quote_csv, quote_json, quote_markdown, quote_text, validity_sentence};
use crate::numbers::NumberStyle;
use crate::pricing::PriceBook;
use crate::quote::link::OpenedQuote;
use crate::quote::{ComparedOption, Today, Validity};
use crate::view::file_link::file_link;

/// What a quote is to whoever reads it here.
pub(super) struct Standing<'a> {
    /// Whether it was signed with this device's key, or is kept here as one's own without a signature.
    pub(super) is_own: bool,
    /// Whether the reader is who can renew it.
    pub(super) is_renewable: bool,
    /// A revision that replaces it.
    pub(super) later: Option<&'a OpenedQuote>,
}

/// The quote with everything around it. `tools` are the buttons for what the seller or the customer may do.
pub(super) fn reading(
    reading: &Reading,
    address: &str,
    standing: Standing<'_>,
    tools: Html,
    style: NumberStyle,
) -> Html {
    let Standing { is_own, is_renewable, later } = standing;
    let quote = &reading.opened.quote;
    let is_altered = reading.signer == Some(Signer::Altered);
    // Nothing is said while it isn't known.
    let [signer, on_sheet] = reading.signer.as_ref().map(|signer| signer_sentences(signer, is_own)).unwrap_or_default();
    let view = Sheet { quote, comparison: &reading.comparison, address: Some(address), signer: &on_sheet, style };
    let class = match reading.validity {
        Validity::Valid { .. } if !is_altered && later.is_none() => "validity valid",
        Validity::Draft | Validity::NotYet { .. } | Validity::Valid { .. } => "validity",
        Validity::Expired { .. } => "validity expired",
    };
    html! {
        <>
            <div class="quote-status">
                <p {class} role="status">{ validity_sentence(reading.validity, quote, is_renewable) }</p>
                <p role="status">{ signer }</p>
                <p>{ today_summary(reading) }</p>
                { for later.map(replaced) }
                { corrected(reading) }
            </div>
            <div class="quote-tools">
                { tools }
                { files(reading, address, style) }
            </div>
            { sheet(&view) }
        </>
    }
}

/// Whether today's prices would make it another quote.
fn today_summary(reading: &Reading) -> String {
    let Some(today) = reading.comparison.today() else {
        let same = "The price book that it was made with is in force today, as far as is known.";
        return same.to_owned() + &last_checked(reading.comparison.quoted().price_book);
    };
    let (lost, compared): (Vec<_>, Vec<_>) = reading.comparison.options().partition(|it| it.has_lost_its_price());
    let is_whole = lost.is_empty();
    let (whole, of_others) = match compared.len() {
        _ if is_whole => ("it", ""),
        1 => ("the other option", " of the other option"),
        _ => ("the other options", " of the other options"),
    };
    let name = &today.name;
    let changes = match compared.iter().map(|option| option.change_count()).sum() {
        _ if compared.is_empty() => String::new(),
        0 => format!("At today’s prices ({name}) {whole} would come to the same."),
        1 => format!("At today’s prices ({name}) one figure{of_others} would differ. It is marked."),
        count => format!("At today’s prices ({name}) {count} figures{of_others} would differ. They are marked."),
    };
    let sentences = [without_price(&lost), changes].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    sentences.join(" ") + &closed_today(reading) + &last_checked(today)
}

/// Which options can't be compared with today's prices, because their tiers have none today.
fn without_price(lost: &[ComparedOption<'_>]) -> String {
    let (gone, unpriced): (Vec<_>, Vec<_>) = lost.iter().partition(|option| *option.today == Today::Gone);
    let sentence = |options: &[&ComparedOption<'_>], one: &str, several: &str| {
        // Two options may be for one tier, paid otherwise.
        let mut names: Vec<&str> = Vec::new();
        for name in options.iter().map(|option| &*option.quoted.tier.name) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        match names.as_slice() {
            [] => None,
            [only] => Some(format!("{only} {one}, so there is no price to compare.")),
            [rest @ .., last] => {
                Some(format!("{} and {last} {several}, so there are no prices to compare.", rest.join(", ")))
            }
        }
    };
    let gone = sentence(&gone, "is no longer sold today", "are no longer sold today");
    let unpriced = sentence(&unpriced, "has no public price today", "have no public price today");
    gone.into_iter().chain(unpriced).collect::<Vec<_>>().join(" ")
}

/// When prices were last looked at, in a sentence behind others; nothing for those that ended.
fn last_checked(price_book: &PriceBook) -> String {
    let catalogue = crate::catalogue();
    let is_newest = price_book.id == catalogue.newest_price_book().id;
    if is_newest { format!(" Prices were last checked on {}.", catalogue.last_checked()) } else { String::new() }
}

/// Which tiers can be had at today’s prices only by those who have them already, in sentences behind others.
fn closed_today(reading: &Reading) -> String {
    let closed = reading.comparison.options().filter_map(|option| match option.today {
        Today::Listed(today) if today.tier.existing_customers_only => {
            Some(format!(" {} is for existing customers only today.", option.quoted.tier.name))
        }
        _ => None,
    });
    closed.collect()
}

/// Says that a later revision took the quote's place, and leads there.
fn replaced(later: &OpenedQuote) -> Html {
    let revision = later.quote.revision;
    html! {
        <p class="notice">
            { format!("Revision {revision}, which is on this device, replaces this quote. ") }
            <a href={format!("#{}", later.link)}>{ format!("Open revision {revision}") }</a>
        </p>
    }
}

/// Says when the quoted price book isn't what it was.
fn corrected(reading: &Reading) -> Html {
    if reading.opened.is_price_book_same {
        return html! { "" };
    }
    html! {
        <p class="notice" role="alert">
            { "The price book of this quote was corrected after the quote was made, so “as quoted” may differ from what \
               was sent then." }
        </p>
    }
}

/// The quote as files, made from the same figures as the sheet.
fn files(reading: &Reading, address: &str, style: NumberStyle) -> Html {
    let (quote, quotation) = (&reading.opened.quote, reading.comparison.quoted());
    let name = |ending: &str| {
        let number: String =
            quote.number.as_str().chars().map(|c| if matches!(c, '/' | '.') { '-' } else { c }).collect();
        format!("quote-{number}-{}.{ending}", quote.revision)
    };
    html! {
        <details class="quote-files">
            <summary>{ "Download" }</summary>
            <p>
                { file_link("CSV", name("csv"), "text/csv", &quote_csv(quote, quotation, address)) }{ " " }
                { file_link("JSON", name("json"), "application/json", &quote_json(quote, quotation, address)) }{ " " }
                { file_link("Markdown", name("md"), "text/markdown", &quote_markdown(quote, quotation, address, style)) }{ " " }
                { file_link("Plain text", name("txt"), "text/plain", &quote_text(quote, quotation, address, style)) }
            </p>
        </details>
    }
}
