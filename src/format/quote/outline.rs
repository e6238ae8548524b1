//! Everything that a quote says, in words and in order. The exports for people differ only in how they set it down.

use super::sentences::{
    annual_price_sentence, discount_phrase, first_month_phrase, first_year_phrase, one_off_heading, option_terms,
    option_warning, payments_label, payments_phrase, quote_name, standing_sentence, term_sentence, tier_terms,
};
use crate::format::{assumptions_line, estimate_phrase, given_months_phrase};
use std::borrow::Cow;

use crate::numbers::NumberStyle;
use crate::pricing::Money;
use crate::quote::{Payment, Quotation, Quote, QuoteFigure, QuotedOption};

/// Something with its label.
pub(super) type Labelled<T> = (&'static str, T);

/// What a quote says.
pub(super) struct QuoteOutline {
    /// `Quote 2026-014, revision 2`, `Offer 2026-015`.
    pub(super) title: String,
    /// What it is for.
    pub(super) question: String,
    /// Who, when and on what assumptions. What was left empty isn't there.
    pub(super) details: Vec<Labelled<String>>,
    /// Its options, in order.
    pub(super) options: Vec<OptionOutline>,
    /// What stands above what is paid once.
    pub(super) items_heading: &'static str,
    /// What is paid once.
    pub(super) items: Vec<(String, Money)>,
    /// Texts that may have several lines.
    pub(super) texts: Vec<Labelled<String>>,
    /// What it is worth.
    pub(super) standing: &'static str,
}

/// One payment, or several equal ones that follow each other.
pub(super) struct PaidMonths {
    /// The first month that they are for, counted from 1.
    first: usize,
    /// The last month.
    last: usize,
    /// How many payments they are.
    count: usize,
    /// What each of them is, after the discount.
    pub(super) amount: Money,
}

impl PaidMonths {
    /// `Month 3`, `Months 13 to 24`, `Months 19 to 24, each`, `Months 1 to 24, 2 payments of`.
    pub(super) fn label(&self) -> String {
        let Self { first, last, count, .. } = self;
        let each = match *count {
            1 => String::new(),
            count if count == last - first + 1 => ", each".to_owned(),
            count => format!(", {count} payments of"),
        };
        if first == last { format!("Month {first}") } else { format!("Months {first} to {last}{each}") }
    }
}

/// One figure of an option.
pub(super) struct FigureOutline {
    /// Which it is.
    pub(super) figure: QuoteFigure,
    /// What people call it.
    pub(super) label: Cow<'static, str>,
    /// The amount; `None` where the tier has no public price.
    amount: Option<Money>,
}

impl FigureOutline {
    /// The amount, or why there is none.
    pub(super) fn amount(&self) -> Result<Money, &'static str> {
        self.amount.ok_or("no public price")
    }
}

/// What a quote says of one option.
pub(super) struct OptionOutline {
    /// `Option 2: Basic (recommended)`, or only the tier's name where there is no other option.
    pub(super) heading: String,
    /// The figures that say something of it.
    pub(super) figures: Vec<FigureOutline>,
    /// Its payments one by one, where they differ.
    pub(super) payments: Vec<PaidMonths>,
    /// What else there is to know.
    pub(super) facts: Vec<Labelled<String>>,
}

impl QuoteOutline {
    /// Puts `quote` and its `quotation` into words.
    pub(super) fn new(quote: &Quote, quotation: &Quotation, style: NumberStyle) -> Self {
        let issued = quote.issued.map_or_else(|| "not yet: this is a draft".to_owned(), |day| day.to_string());
        let mut details = vec![
            ("Replaces", quote.replaces.map(|revision| format!("revision {revision}")).unwrap_or_default()),
            ("Customer", quote.customer.to_string()),
            ("Prepared by", quote.prepared_by.to_string()),
            ("Contact", quote.contact.to_string()),
            ("Issued", issued),
            ("Valid until", quote.valid_until.to_string()),
            ("Price book", quotation.price_book.id.to_string()),
            ("Posts month by month", given_months_phrase(quote.estimate.usage(), style).unwrap_or_default()),
            ("Assumptions", assumptions_line(&quote.estimate, style)),
        ];
        details.retain(|(_, text)| !text.is_empty());
        let mut texts = vec![("Notes", quote.notes.to_string()), ("Terms", quote.terms.to_string())];
        texts.retain(|(_, text)| !text.is_empty());
        let options = quotation.options.iter().enumerate();
        Self {
            title: quote_name(quote),
            question: estimate_phrase(&quote.estimate, style),
            details,
            options: options
                .map(|(place, quoted)| {
                    OptionOutline::new(quote, heading(quote, place, &quoted.tier.name), quoted, style)
                })
                .collect(),
            items_heading: one_off_heading(quote),
            items: quote.items.iter().map(|item| (item.label.to_string(), item.stated())).collect(),
            texts,
            standing: standing_sentence(quote),
        }
    }
}

fn heading(quote: &Quote, place: usize, name: &str) -> String {
    let mark = if quote.recommended == Some(place) { " (recommended)" } else { "" };
    if quote.options.len() == 1 { format!("{name}{mark}") } else { format!("Option {}: {name}{mark}", place + 1) }
}

impl OptionOutline {
    /// Its payments where they differ, equal neighbours together.
    pub(super) fn payments_in_short(&self) -> Vec<PaidMonths> {
        let runs = self.payments.chunk_by(|payment, next| payment.amount == next.amount);
        let joined = runs.filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            Some(PaidMonths { first: first.first, last: last.last, count: run.len(), amount: first.amount })
        });
        joined.collect()
    }

    fn new(quote: &Quote, heading: String, quoted: &QuotedOption, style: NumberStyle) -> Self {
        let QuotedOption { option, tier, totals, .. } = quoted;
        let mut facts = vec![("Agreed", option_terms(option, style)), ("Tier", tier_terms(quote, tier, style))];
        if let Some(totals) = totals {
            facts.extend(term_sentence(quote, totals, style).map(|why| ("Term", why)));
            facts.push((payments_label(totals), payments_phrase(option.billing, totals, style)));
            facts.extend(discount_phrase(option, totals, style));
            let month = first_month_phrase(totals, style).map(|how| ("Arithmetic of the first month", how));
            let year = first_year_phrase(totals, style).map(|how| ("Arithmetic of the first year", how));
            facts.extend(month.into_iter().chain(year));
        }
        facts.extend(annual_price_sentence(quoted, style).map(|why| ("Annual price", why)));
        facts.extend(option_warning(quoted, style).map(|warning| ("Warning", warning)));
        let payments = totals.as_ref().filter(|totals| totals.varies()).map(|totals| each(&totals.payments));
        let figure = |&figure| FigureOutline { figure, label: quoted.label(figure), amount: quoted.amount(figure) };
        Self {
            heading,
            figures: quoted.figures.iter().map(figure).collect(),
            payments: payments.unwrap_or_default(),
            facts,
        }
    }
}

/// Payments after the discount, with the months that they are for.
fn each(payments: &[Payment]) -> Vec<PaidMonths> {
    let mut paid = 0;
    let months = |payment: &Payment| {
        let first = paid + 1;
        paid += payment.months;
        PaidMonths { first, last: paid, count: 1, amount: payment.net }
    };
    payments.iter().map(months).collect()
}
