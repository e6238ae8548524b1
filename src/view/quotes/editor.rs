//! The form for a draft, with the sheet that it makes beneath.

use yew::prelude::*;

use super::sheet::{Sheet, sheet};
use crate::app::quotes::{EditAction, Editing, FormPart, ItemDraft, OptionDraft, QuoteDraft, QuoteField};
use crate::format::{given_months_phrase, listed_today_phrase, option_warning, usage_phrase};
use crate::link;
use crate::numbers::NumberStyle;
use crate::pricing::{Period, PriceBook, UsageType};
use crate::quote::{Billing, Contact, Notes, PartyName, Quote, QuoteNumber, QuoteProblem, ShortLabel, Terms};
use crate::view::form::{Form, choices_of, choosing, select};

type QuoteForm<'a> = Form<'a, QuoteField, EditAction>;

/// The form and the sheet. It says beforehand which `hurdles` keep the draft from being issued. A form that `is_fixed` takes no
/// changes. `today` is the price book of the day.
pub(super) fn editor(
    editing: &Editing,
    hurdles: &[QuoteProblem],
    is_fixed: bool,
    tools: Html,
    today: &'static PriceBook,
    style: NumberStyle,
    on_action: &Callback<EditAction>,
) -> Html {
    let problems = editing.problems_of_fields();
    let form = Form { problems: &problems, on_action, typed: EditAction::Type, left: EditAction::Leave };
    let preview = Sheet { quote: &editing.quote, comparison: &editing.comparison, address: None, signer: "", style };
    let not_updated = (!editing.is_current()).then(|| {
        html! { <p class="notice">{ "Not updated: a field above needs mending. This is the last good version." }</p> }
    });
    html! {
        <div class="quote-work">
            <form class="form quote-form" aria-label="Draft of the quote" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                <fieldset class="quote-fields" disabled={is_fixed}>
                    { people(form, editing, hurdles) }
                    { usage(form, editing, today, style) }
                    { options(form, editing, hurdles, style) }
                    { items(form, editing) }
                    { rest(form, editing) }
                </fieldset>
                <div role="alert">
                    { for editing.problems.whole.iter().map(|sentence| html! { <p class="problem">{ sentence }</p> }) }
                    { for editing.other_refusals().map(|problem| html! { <p class="problem">{ problem.to_string() }</p> }) }
                </div>
                <div>{ for ahead(editing, hurdles) }</div>
                { tools }
            </form>
            <section class="quote-preview" aria-label={if editing.is_current() { "What the customer will see" } else { "What the customer would see, not updated" }}>
                <div role="status">{ for not_updated }</div>
                { sheet(&preview) }
            </section>
        </div>
    }
}

/// What was removed from a part of the form or replaced there, to take it back.
fn undo(editing: &Editing, part: FormPart, on_action: &Callback<EditAction>) -> Html {
    let undo = editing.undo.as_ref().filter(|undo| undo.part == part).map(|undo| {
        let onclick = on_action.reform(|_: MouseEvent| EditAction::Undo);
        html! {
            <p class="notice">
                { &undo.sentence }{ " " }
                <button class="link" type="button" id={Editing::UNDO_BUTTON} {onclick}>{ "Undo" }</button>
            </p>
        }
    });
    html! { <div role="status">{ for undo }</div> }
}

/// What keeps the draft from being issued and isn't the fault of one field alone, until issuing was tried, which says so itself.
fn ahead(editing: &Editing, hurdles: &[QuoteProblem]) -> impl Iterator<Item = Html> {
    let is_said = !editing.is_current() || !editing.refusals.is_empty();
    let others = hurdles.iter().filter(move |hurdle| !is_said && QuoteField::to_mend(hurdle).is_none());
    others.map(|hurdle| html! { <p class="hint">{ format!("Before it can be issued: {hurdle}") }</p> })
}

fn people(form: QuoteForm<'_>, Editing { draft, .. }: &Editing, hurdles: &[QuoteProblem]) -> Html {
    let most = |most: usize| format!("Up to {most} characters.");
    let valid_until = hint(form, hurdles, QuoteField::ValidUntil, String::new());
    html! {
        <fieldset>
            <legend>{ "Who and when" }</legend>
            <div class="form-fields">
                { form.required_line(QuoteField::Customer, "Customer", &draft.customer, &most(PartyName::MOST)) }
                { number(form, draft, hurdles) }
                { form.required_line(QuoteField::PreparedBy, "Prepared by", &draft.prepared_by, &most(PartyName::MOST)) }
                { form.line(QuoteField::Contact, "Contact", &draft.contact, &most(Contact::MOST)) }
                { form.hinted_day(QuoteField::ValidUntil, "Valid until", &draft.valid_until, &valid_until) }
            </div>
        </fieldset>
    }
}

/// What to know of a field: what issuing would find wrong with it, which is no error yet, or else what is `usual`.
fn hint(form: QuoteForm<'_>, hurdles: &[QuoteProblem], field: QuoteField, usual: String) -> String {
    let hurdle = hurdles.iter().find(|hurdle| QuoteField::to_mend(hurdle) == Some(field));
    hurdle.filter(|_| form.problems.of(field).is_none()).map_or(usual, ToString::to_string)
}

/// The quote's number; a revision keeps the one of what it replaces.
fn number(form: QuoteForm<'_>, draft: &QuoteDraft, hurdles: &[QuoteProblem]) -> Html {
    if draft.replaces.is_some() {
        return html! {
            <div class="form-field"><span class="label">{ "Quote number" }</span><p>{ format!("{}, revision {}", draft.number, draft.revision) }</p></div>
        };
    }
    let usual = format!("Up to {} letters, digits, hyphens, dots, underscores and slashes.", QuoteNumber::MOST);
    form.line(QuoteField::Number, "Quote number", &draft.number, &hint(form, hurdles, QuoteField::Number, usual))
}

fn usage(form: QuoteForm<'_>, editing: &Editing, today: &'static PriceBook, style: NumberStyle) -> Html {
    let estimate = &editing.draft.estimate;
    let on_action = form.on_action;
    let periods = choices_of(&Period::ALL, Period::id, Period::id);
    let usage_types = choices_of(&UsageType::ALL, UsageType::id, UsageType::label);
    let books = crate::catalogue().price_books().iter();
    let books: Vec<_> = books.map(|book| (book.id.to_string(), book.name.to_string())).collect();
    let on_period = choosing(on_action, |id| Period::by_id(id).map(EditAction::ChoosePeriod));
    let on_usage_type = choosing(on_action, |id| UsageType::by_id(id).map(EditAction::ChooseUsageType));
    let on_book = choosing(on_action, |id| crate::catalogue().price_book(id).map(EditAction::ChoosePriceBook));
    let example = format!("Like {}, 2{}5M or 10k.", style.whole(2_500_000), style.decimal());
    let volume = if estimate.month_by_month {
        given_months(editing, style)
    } else {
        html! {
            <>
                { form.line(QuoteField::Volume, "Posts to read", &estimate.volume, &example) }
                { chosen("period", "Period", select("period", &periods, estimate.period.id(), &on_period)) }
            </>
        }
    };
    html! {
        <fieldset>
            <legend>{ "Usage and term" }</legend>
            <div class="form-fields">
                { volume }
                { chosen("usage", "Usage type", select("usage", &usage_types, estimate.usage_type.id(), &on_usage_type)) }
                { form.line(QuoteField::Months, "Term in months", &estimate.months, "1 to 120.") }
                { chosen(Editing::PRICE_BOOKS, "Price book", select(Editing::PRICE_BOOKS, &books, estimate.price_book.id.as_str(), &on_book)) }
            </div>
            { earlier_prices(&editing.draft, today, on_action) }
            { undo(editing, FormPart::Usage, on_action) }
            <p class="hint">
                { "For growth, months of their own or a tier of your own, open this estimate on the " }
                { to_compare(editing) }{ ". “Make a quote” there begins another draft." }
            </p>
        </fieldset>
    }
}

/// That the prices in the form aren't those of `today`, with whether the options' tiers can still be had, and a way to today's
/// prices. Where all tiers are the seller's own, no price book prices anything.
fn earlier_prices(draft: &QuoteDraft, today: &'static PriceBook, on_action: &Callback<EditAction>) -> Html {
    let chosen = draft.estimate.price_book;
    let phrases: Vec<_> = draft.offered_of_price_book().map(|tier| listed_today_phrase(tier, today)).collect();
    let is_earlier = chosen.id != today.id && !phrases.is_empty();
    let notice = is_earlier.then(|| {
        let onclick = on_action.reform(move |_: MouseEvent| EditAction::ChoosePriceBook(today));
        html! {
            <p class="notice">
                { format!("These are the prices of {}; {}. ", chosen.name, phrases.join("; ")) }
                <button class="link" type="button" id="use-todays-prices" {onclick}>{ format!("Use {}", today.name) }</button>
            </p>
        }
    });
    html! { <div role="status">{ for notice }</div> }
}

/// The months' own volumes, which are set on the Compare page.
fn given_months(editing: &Editing, style: NumberStyle) -> Html {
    let usage = editing.quote.estimate.usage();
    let months = given_months_phrase(usage, style).unwrap_or_else(|| usage_phrase(usage, style));
    html! {
        <div class="form-field">
            <span class="label">{ "Posts to read" }</span>
            <p>{ months }</p>
            <p class="hint">
                { "The posts are given month by month, as on the Compare page. A longer term goes on with the last month’s \
                   posts." }
            </p>
        </div>
    }
}

fn chosen(id: &'static str, label: &'static str, control: Html) -> Html {
    html! { <div class="form-field"><label for={id}>{ label }</label>{ control }</div> }
}

fn options(form: QuoteForm<'_>, editing: &Editing, hurdles: &[QuoteProblem], style: NumberStyle) -> Html {
    let count = editing.draft.options.len();
    let add = form.on_action.reform(|_: MouseEvent| EditAction::AddOption);
    html! {
        <fieldset>
            <legend>{ "Options" }</legend>
            <p class="hint">{ format!("Up to {} tiers side by side.", Quote::MOST_OPTIONS) }</p>
            <div class="quote-options">
                for (place, option) in editing.draft.options.iter().enumerate() {
                    <div key={place} class="quote-option" role="group" aria-label={format!("Option {}", place + 1)}>
                        { one_option(form, editing, hurdles, place, option, style) }
                    </div>
                }
            </div>
            { undo(editing, FormPart::Options, form.on_action) }
            if count < Quote::MOST_OPTIONS {
                <button class="button button-quiet" type="button" id="add-option" onclick={add}>{ "Add an option" }</button>
            } else { { "" } }
        </fieldset>
    }
}

fn one_option(
    form: QuoteForm<'_>,
    editing: &Editing,
    hurdles: &[QuoteProblem],
    place: usize,
    option: &OptionDraft,
    style: NumberStyle,
) -> Html {
    let draft = &editing.draft;
    let number = place + 1;
    let is_own = |id| draft.own_tiers.iter().any(|tier| tier.id == id);
    let is_listed = draft.tiers().any(|tier| tier.id == option.tier);
    // Without an entry of its own the browser would show another tier as chosen.
    let missing = (!is_listed).then(|| (option.tier.to_string(), "choose a tier".to_owned()));
    let listed = draft.tiers().map(|tier| {
        let mark = if is_own(tier.id.clone()) { " (your own)" } else { "" };
        (tier.id.to_string(), format!("{}{mark}", tier.name))
    });
    let tiers: Vec<_> = missing.into_iter().chain(listed).collect();
    let billings = choices_of(&Billing::ALL, Billing::id, Billing::label);
    let is_recommended = draft.recommended == Some(place);
    let recommend = form.on_action.reform(move |_: Event| EditAction::Recommend((!is_recommended).then_some(place)));
    let remove = form.on_action.reform(move |_: MouseEvent| EditAction::RemoveOption(place));
    let several = draft.options.len() > 1;
    let reason = QuoteField::Reason(place);
    let reason_hint = hint(form, hurdles, reason, format!("Up to {} characters.", ShortLabel::MOST));
    // A quote that isn't the form's any more has nothing to say of it.
    let quoted = editing.comparison.quoted().options.get(place).filter(|_| editing.is_current());
    html! {
        <>
            <div class="form-fields">
                { form.choice(QuoteField::Tier(place), &format!("Tier of option {number}"), &tiers, option.tier.as_str()) }
                { form.choice(QuoteField::Billing(place), "Billing", &billings, option.billing.id()) }
                { form.line(QuoteField::Discount(place), "Discount, %", &option.discount, "") }
                { form.line(reason, "Reason for the discount", &option.reason, &reason_hint) }
            </div>
            <p class="problem" role="status">{ for quoted.and_then(|quoted| option_warning(quoted, style)) }</p>
            <p class="hint" role="status">{ for quoted.filter(|quoted| quoted.totals.is_none()).map(|_| to_own_price(editing)) }</p>
            if several {
                <p class="quote-tools">
                    <label class="check">
                        <input type="checkbox" checked={is_recommended} onchange={recommend} />{ "Recommended" }
                    </label>
                    <button class="link" type="button" onclick={remove}>{ format!("Remove option {number}") }</button>
                </p>
            } else { { "" } }
        </>
    }
}

/// How a tier without a public price gets one that can be quoted.
fn to_own_price(editing: &Editing) -> Html {
    html! {
        <>
            { "To quote it, make a tier of your own with its price on the " }
            { to_compare(editing) }
            { ", and press “Make a quote” there, which begins another draft." }
        </>
    }
}

/// The way to the Compare page with the draft's estimate.
fn to_compare(editing: &Editing) -> Html {
    html! { <a href={format!("./#{}", link::encode(&editing.quote.estimate))}>{ "Compare page" }</a> }
}

fn items(form: QuoteForm<'_>, editing: &Editing) -> Html {
    let add = form.on_action.reform(|_: MouseEvent| EditAction::AddItem);
    html! {
        <fieldset>
            <legend>{ "One-off items" }</legend>
            <div class="quote-options">
                for (place, item) in editing.draft.items.iter().enumerate() {
                    <div key={place} class="quote-item" role="group" aria-label={format!("Item {}", place + 1)}>
                        { one_item(form, place, item) }
                    </div>
                }
            </div>
            { undo(editing, FormPart::Items, form.on_action) }
            if editing.draft.items.len() < Quote::MOST_ITEMS {
                <button class="button button-quiet" type="button" id="add-item" onclick={add}>{ "Add an item" }</button>
            } else {
                <p class="hint">{ format!("That is all there is room for, {} items.", Quote::MOST_ITEMS) }</p>
            }
        </fieldset>
    }
}

fn one_item(form: QuoteForm<'_>, place: usize, item: &ItemDraft) -> Html {
    let remove = form.on_action.reform(move |_: MouseEvent| EditAction::RemoveItem(place));
    html! {
        <>
            <div class="form-fields">
                { form.line(QuoteField::ItemLabel(place), &format!("Item {}", place + 1), &item.label, &format!("Like set-up or training, up to {} characters.", ShortLabel::MOST)) }
                { form.line(QuoteField::ItemAmount(place), "Dollars, once", &item.amount, "") }
            </div>
            <p class="quote-tools"><button class="link" type="button" onclick={remove}>{ format!("Remove item {}", place + 1) }</button></p>
        </>
    }
}

fn rest(form: QuoteForm<'_>, Editing { draft, .. }: &Editing) -> Html {
    let is_offer = draft.is_offer;
    let offer = form.on_action.reform(move |_: Event| EditAction::MeanAsOffer(!is_offer));
    html! {
        <fieldset>
            <legend>{ "Notes and terms" }</legend>
            { form.lines(QuoteField::Notes, "Notes", &draft.notes, &format!("Up to {} characters.", Notes::MOST)) }
            { form.lines(QuoteField::Terms, "Terms", &draft.terms, &format!("Up to {} characters.", Terms::MOST)) }
            <label class="check">
                <input type="checkbox" checked={is_offer} onchange={offer} />
                { "This is an offer. Without this the sheet says “an estimate, not an offer”." }
            </label>
        </fieldset>
    }
}
