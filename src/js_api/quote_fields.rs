//! A quote as a program writes it.

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny};

use super::estimate_fields::EstimateFields;
use crate::pricing::number::deserialize_whole;
use crate::pricing::strict::deserialize_strictly;
use crate::pricing::{Date, Discount, Identifier, Price, Text, read_day};
use crate::quote::{
    Billing, Contact, Notes, OneOffItem, PartyName, Quote, QuoteFields, QuoteNumber, QuoteOption, Revision, ShortLabel,
    Terms,
};

/// What kind of object it is, as links are read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Kind {
    Quote,
}

/// A quote as a program writes it.
#[derive(Deserialize)]
#[serde(
    remote = "Self",
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "a quote: an object with number, validUntil, estimate and options"
)]
pub(super) struct WrittenQuote {
    #[serde(deserialize_with = "number")]
    number: QuoteNumber,
    revision: Option<WrittenRevision>,
    replaces: Option<WrittenRevision>,
    customer: Option<PartyName>,
    prepared_by: Option<PartyName>,
    contact: Option<Contact>,
    issued: Option<Day>,
    valid_until: Day,
    estimate: EstimateFields,
    options: Vec<WrittenOption>,
    recommended: Option<Place>,
    items: Option<Vec<WrittenItem>>,
    notes: Option<Notes>,
    terms: Option<Terms>,
    is_offer: Option<bool>,
    #[serde(default)]
    #[allow(dead_code, reason = "it says what is known already")]
    kind: Option<Kind>,
    // What a quote that was read or exported says besides. All of it follows from the rest, or isn't for a program to say.
    #[serde(default, rename = "title")]
    _title: IgnoredAny,
    #[serde(default, rename = "quotation")]
    _quotation: IgnoredAny,
    #[serde(default, rename = "link")]
    _link: IgnoredAny,
    #[serde(default, rename = "isSigned")]
    _is_signed: IgnoredAny,
    #[serde(default, rename = "isPriceBookSame")]
    _is_price_book_same: IgnoredAny,
}

impl WrittenQuote {
    /// The quote that the fields make up, or which of them break which rule.
    pub(super) fn check(self) -> Result<Quote, String> {
        let fields = QuoteFields {
            number: self.number,
            revision: self.revision.map_or(Revision::FIRST, |written| written.0),
            replaces: self.replaces.map(|written| written.0),
            customer: self.customer.unwrap_or_default(),
            prepared_by: self.prepared_by.unwrap_or_default(),
            contact: self.contact.unwrap_or_default(),
            issued: self.issued.map(|day| day.0),
            valid_until: self.valid_until.0,
            estimate: self.estimate.check().map_err(|error| format!("estimate: {error}"))?,
            options: self.options.into_iter().map(WrittenOption::into_option).collect(),
            recommended: self.recommended.map(|place| place.0),
            items: self.items.unwrap_or_default().into_iter().map(WrittenItem::into_item).collect(),
            notes: self.notes.unwrap_or_default(),
            terms: self.terms.unwrap_or_default(),
            is_offer: self.is_offer.unwrap_or_default(),
        };
        Quote::new(fields).map_err(|error| error.to_string())
    }
}

/// An option as a program writes it.
#[derive(Deserialize)]
#[serde(
    remote = "Self",
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "an option: an object with the id of a tier as tier"
)]
struct WrittenOption {
    tier: Identifier,
    discount_percent: Option<Discount>,
    reason: Option<ShortLabel>,
    billing: Option<Billing>,
}

impl WrittenOption {
    fn into_option(self) -> QuoteOption {
        QuoteOption {
            tier: self.tier,
            discount_percent: self.discount_percent.unwrap_or_default(),
            reason: self.reason.unwrap_or_default(),
            billing: self.billing.unwrap_or_default(),
        }
    }
}

/// A one-off item as a program writes it.
#[derive(Deserialize)]
#[serde(
    remote = "Self",
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "a one-off item: an object with label and amount"
)]
struct WrittenItem {
    label: ShortLabel,
    amount: Price,
}

impl WrittenItem {
    fn into_item(self) -> OneOffItem {
        OneOffItem { label: self.label, amount: self.amount }
    }
}

deserialize_strictly!(WrittenQuote, WrittenOption, WrittenItem);

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<QuoteNumber, D::Error> {
    let text = Text::deserialize(deserializer)?;
    QuoteNumber::new(&text).map_err(|rule| D::Error::custom(format!("`{text}` is not the number of a quote: {rule}")))
}

/// A day as ISO 8601 writes it.
struct Day(Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        read_day(&text).map(Self).ok_or_else(|| {
            D::Error::custom(format!("`{text}` is not a day: write year, month and day, like 2026-11-24"))
        })
    }
}

/// Gives a type that wraps a whole number its place in the schema.
macro_rules! whole {
    ($type:ident($inner:ty), $make:expr, $rule:expr) => {
        struct $type($inner);

        impl TryFrom<i128> for $type {
            type Error = String;

            fn try_from(number: i128) -> Result<Self, String> {
                $make(number).map(Self).ok_or_else(|| format!("{number} is not {}", $rule))
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_whole(deserializer)
            }
        }
    };
}

whole!(
    WrittenRevision(Revision),
    |number| u64::try_from(number).ok().and_then(Revision::new),
    "a revision: use 1 to 255"
);
whole!(Place(usize), |number| usize::try_from(number).ok(), "the place of an option: the first is 0");
