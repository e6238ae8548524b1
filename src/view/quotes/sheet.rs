//! The quote as a customer reads it, on the screen and on paper.

use yew::prelude::*;

use super::qr_code::qr_code;
use crate::format::{
    annual_price_sentence, assumptions_line, discount_phrase, estimate_phrase, first_month_phrase, first_year_phrase,
    given_months_phrase, one_off_heading, option_terms, option_warning, payments_label, payments_phrase, quote_kind,
    quote_name, standing_sentence, term_sentence, tier_terms, today_sentence,
};
use crate::numbers::NumberStyle;
use crate::quote::{Change, ComparedOption, Comparison, Payment, Quote, QuoteFigure, QuotedOption};

/// What the sheet shows.
pub(super) struct Sheet<'a> {
    /// The quote.
    pub(super) quote: &'a Quote,
    /// What it comes to, as quoted and today.
    pub(super) comparison: &'a Comparison,
    /// The address that opens it, for its QR code; `None` while there is none worth printing.
    pub(super) address: Option<&'a str>,
    /// Who signed it, in a sentence; empty where that isn't known.
    pub(super) signer: &'a str,
    /// How numbers are written.
    pub(super) style: NumberStyle,
}

/// The sheet.
pub(super) fn sheet(view: &Sheet<'_>) -> Html {
    let Sheet { quote, style, .. } = view;
    let written = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let months = given_months_phrase(quote.estimate.usage(), *style);
    let months = months.map(|months| format!("Posts month by month: {months}."));
    let replaces = quote.replaces.map(|revision| format!("It replaces revision {revision}."));
    html! {
        <article class="sheet" aria-label={quote_name(quote)}>
            <header class="sheet-head">
                <div>
                    <p class="sheet-kind">{ quote_kind(quote) }</p>
                    <h2 class="sheet-number">{ quote.title() }</h2>
                    <p class="lead">{ for replaces }</p>
                </div>
                <dl class="sheet-facts">
                    { fact("For", written(quote.customer.as_str())) }
                    { fact("Prepared by", written(quote.prepared_by.as_str())) }
                    { fact("Contact", written(quote.contact.as_str())) }
                    { fact("Issued", quote.issued.map_or_else(|| "draft, not issued".to_owned(), |day| day.to_string())) }
                    { fact("Valid until", quote.valid_until.to_string()) }
                </dl>
            </header>
            <p class="sheet-question">{ estimate_phrase(&quote.estimate, *style) }</p>
            <p class="sheet-months">{ for months }</p>
            <p class="lead sheet-assumptions">{ assumptions_line(&quote.estimate, *style) }</p>
            <p class="sheet-standing">{ standing_sentence(quote) }</p>
            { since(view) }
            <div class="sheet-options">
                for (place, option) in view.comparison.options().enumerate() {
                    { offered(view, place, option) }
                }
            </div>
            <div class="sheet-end">
                { items(quote, *style) }
                { words("Notes", quote.notes.as_str()) }
                { words("Terms", quote.terms.as_str()) }
                { foot(view) }
            </div>
        </article>
    }
}

fn fact(name: &'static str, value: String) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

/// Which prices stand beside each other, and whether they make a difference.
fn since(view: &Sheet<'_>) -> Html {
    let comparison = view.comparison;
    let today = comparison.today().map(|today| {
        let has_amounts = comparison.quoted().options.iter().any(|option| option.totals.is_some());
        let outcome = match comparison.change_count() {
            0 if has_amounts => " No amount has changed.",
            0 => "",
            _ => " What changed is marked.",
        };
        format!(
            "As quoted at the prices of {}, beside what those of today, as far as they are known, make of it: {}.{outcome}",
            comparison.quoted().price_book.name, today.name
        )
    });
    html! { <p class="lead sheet-since">{ for today }</p> }
}

fn offered(view: &Sheet<'_>, place: usize, option: ComparedOption<'_>) -> Html {
    let Sheet { quote, comparison, style, .. } = view;
    let quoted = option.quoted;
    let heading = format!("option-{}", place + 1);
    let is_recommended = quote.recommended == Some(place);
    let several = quote.options.len() > 1;
    let today = comparison.today().map(|_| today_sentence(option.today));
    let longer_term = quoted.totals.as_ref().and_then(|totals| term_sentence(quote, totals, *style));
    html! {
        <section class={if is_recommended { "sheet-option recommended" } else { "sheet-option" }} aria-labelledby={heading.clone()}>
            <p class="option-place">
                { if several { format!("Option {}", place + 1) } else { String::new() } }
                if is_recommended { <span class="mark">{ "recommended" }</span> } else { { "" } }
            </p>
            <h3 id={heading}>{ quoted.tier.name.to_string() }</h3>
            <p class="tier-terms">{ option_terms(&quoted.option, *style) }</p>
            <p class="tier-terms">{ tier_terms(quote, &quoted.tier, *style) }</p>
            <p class="tier-terms">{ for annual_price_sentence(quoted, *style) }</p>
            <p class="tier-terms">{ for longer_term }</p>
            <p class="problem">{ for option_warning(quoted, *style) }</p>
            {
                match &quoted.totals {
                    Some(_) => figures(view, option),
                    None => html! { <p class="sheet-no-price">{ "no public price" }</p> },
                }
            }
            <p class="tier-terms sheet-today">{ today.unwrap_or_default() }</p>
            { arithmetic(quoted, *style) }
        </section>
    }
}

/// The figures of an option.
fn figures(view: &Sheet<'_>, option: ComparedOption<'_>) -> Html {
    let compares = view.comparison.today().is_some();
    html! {
        <table class="sheet-figures" role="table">
            <thead role="rowgroup" class={if compares { "" } else { "unseen" }}>
                <tr role="row">
                    <th scope="col" role="columnheader">{ "Amount" }</th>
                    <th scope="col" role="columnheader">{ "As quoted" }</th>
                    if compares { <th scope="col" role="columnheader" class="sheet-today">{ "Today" }</th> }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for &figure in &option.quoted.figures {
                    { figure_row(view, option, figure) }
                }
            </tbody>
        </table>
    }
}

fn figure_row(view: &Sheet<'_>, option: ComparedOption<'_>, figure: QuoteFigure) -> Html {
    let Sheet { comparison, style, .. } = view;
    let quoted = option.quoted.amount(figure).map(|amount| style.money(amount));
    let today = comparison.today().map(|_| match option.change(figure) {
        Change::None => html! { <span class="same">{ "same" }</span> },
        Change::To(None) => html! { <strong class="changed">{ "no price" }</strong> },
        Change::To(Some(amount)) => html! { <strong class="changed">{ style.money(amount) }</strong> },
    });
    let today = today.map(|today| html! { <td role="cell" class="sheet-today">{ today }</td> });
    html! {
        <tr role="row" key={figure.id()} class={if figure == QuoteFigure::Total { "sheet-total" } else { "" }}>
            <th scope="row" role="rowheader">{ option.quoted.label(figure) }</th>
            <td role="cell">{ quoted.unwrap_or_else(|| "–".to_owned()) }</td>
            { for today }
        </tr>
    }
}

/// How the amounts come about, and every payment where they differ. The payments stand behind the disclosure, not in it, so
/// that paper has them also where it is closed; it then says in a line of its own how they come about.
fn arithmetic(QuotedOption { option, totals, .. }: &QuotedOption, style: NumberStyle) -> Html {
    let Some(totals) = totals else { return html! { "" } };
    let month = first_month_phrase(totals, style).map(|how| format!("First month: {how}."));
    let year = first_year_phrase(totals, style).map(|how| format!("First year: {how}."));
    let discount = discount_phrase(option, totals, style).map(|(label, arithmetic)| format!("{label}: {arithmetic}."));
    let payments = totals.varies().then(|| payments(&totals.payments, style));
    let phrase = payments_phrase(option.billing, totals, style);
    html! {
        <>
            <details class="how">
                <summary>{ "Arithmetic" }</summary>
                <p class="detail">{ &phrase }{ "." }</p>
                <p class="detail">{ for month }</p>
                <p class="detail">{ for year }</p>
                <p class="detail">{ for discount }</p>
            </details>
            <p class="tier-terms on-paper">{ format!("{}: {phrase}.", payments_label(totals)) }</p>
            { for payments }
        </>
    }
}

/// Every payment by itself.
fn payments(payments: &[Payment], style: NumberStyle) -> Html {
    const TITLE: &str = "Each payment";
    let list = style.money_column(payments.iter().map(|payment| payment.list));
    let net = style.money_column(payments.iter().map(|payment| payment.net));
    html! {
        <div class="sheet-payments">
            <p class="payments-title" aria-hidden="true">{ TITLE }</p>
            <table role="table" aria-label={TITLE}>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{ "Payment" }</th>
                        <th scope="col" role="columnheader">{ "List" }</th>
                        <th scope="col" role="columnheader">{ "To pay" }</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for (place, payment) in payments.iter().enumerate() {
                        <tr role="row" key={place}>
                            <th scope="row" role="rowheader">{ place + 1 }</th>
                            <td role="cell">{ list(payment.list) }</td>
                            <td role="cell">{ net(payment.net) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn items(quote: &Quote, style: NumberStyle) -> Html {
    if quote.items.is_empty() {
        return html! { "" };
    }
    html! {
        <table class="sheet-items" role="table">
            <caption>{ one_off_heading(quote) }</caption>
            <thead role="rowgroup" class="unseen"><tr role="row"><th scope="col" role="columnheader">{ "Item" }</th><th scope="col" role="columnheader">{ "Amount" }</th></tr></thead>
            <tbody role="rowgroup">
                for (place, item) in quote.items.iter().enumerate() {
                    <tr role="row" key={place}><th scope="row" role="rowheader">{ item.label.as_str() }</th><td role="cell">{ style.money(item.stated()) }</td></tr>
                }
            </tbody>
        </table>
    }
}

fn words(title: &'static str, text: &str) -> Html {
    if text.is_empty() {
        return html! { "" };
    }
    html! { <section class="sheet-words"><h3>{ title }</h3><p dir="auto">{ text.to_owned() }</p></section> }
}

/// Who signed it and how to open it; a draft has neither.
fn foot(view: &Sheet<'_>) -> Html {
    let Some(address) = view.address else { return html! { "" } };
    let code = qr_code(address);
    let way = if code.is_some() { "Scan the code, or open" } else { "Open" };
    html! {
        <footer class="sheet-foot">
            <div>
                <p>{ view.signer }</p>
                <p>{ format!("{way} the link that came with this sheet: the calculator works every figure out again.") }</p>
            </div>
            <div>{ for code }</div>
        </footer>
    }
}
