use std::fmt::Display;

use rust_decimal::Decimal;

use super::{QuoteField, QuoteProblems};
use crate::app::compare::{EstimateDraft, EstimateField};
use crate::app::typed::numbers;
use crate::numbers::{NumberStyle, parse_amount};
use crate::pricing::{Date, Discount, Estimate, Identifier, Price, PriceBook, Tier};
use crate::quote::{Billing, OneOffItem, Quote, QuoteError, QuoteFields, QuoteNumber, QuoteOption, Revision};
use crate::text::{BoundedText, capitalized};

/// What stands in the form for a quote, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteDraft {
    /// The number as typed.
    pub number: String,
    /// Which version of that number it is.
    pub revision: Revision,
    /// The revision that it replaces.
    pub replaces: Option<Revision>,
    /// The customer as typed.
    pub customer: String,
    /// Who made it, as typed.
    pub prepared_by: String,
    /// How to reach them, as typed.
    pub contact: String,
    /// The last day as typed: `2026-12-24`.
    pub valid_until: String,
    /// The fields of the estimate.
    pub estimate: EstimateDraft,
    /// The tiers of the seller's own, from which options may choose.
    pub own_tiers: Vec<Tier>,
    /// The options.
    pub options: Vec<OptionDraft>,
    /// The place of the recommended option.
    pub recommended: Option<usize>,
    /// The one-off items.
    pub items: Vec<ItemDraft>,
    /// The notes as typed.
    pub notes: String,
    /// The terms as typed.
    pub terms: String,
    /// Whether it is meant as an offer.
    pub is_offer: bool,
}

/// What stands in the fields of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionDraft {
    /// The chosen tier.
    pub tier: Identifier,
    /// The chosen billing.
    pub billing: Billing,
    /// The discount as typed, in percent; empty for none.
    pub discount: String,
    /// The reason as typed.
    pub reason: String,
}

/// What stands in the fields of a one-off item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemDraft {
    /// What it is, as typed.
    pub label: String,
    /// Dollars as typed.
    pub amount: String,
}

impl QuoteDraft {
    /// The form that says `quote`.
    #[must_use]
    pub fn new(quote: &Quote, style: NumberStyle) -> Self {
        let option = |option: &QuoteOption| OptionDraft {
            tier: option.tier.clone(),
            billing: option.billing,
            discount: if option.discount_percent == Discount::NONE {
                String::new()
            } else {
                style.plain_decimal(option.discount_percent.decimal())
            },
            reason: option.reason.to_string(),
        };
        let item = |item: &OneOffItem| ItemDraft {
            label: item.label.to_string(),
            amount: numbers::written_price(item.amount, style),
        };
        Self {
            number: quote.number.to_string(),
            revision: quote.revision,
            replaces: quote.replaces,
            customer: quote.customer.to_string(),
            prepared_by: quote.prepared_by.to_string(),
            contact: quote.contact.to_string(),
            valid_until: quote.valid_until.to_string(),
            estimate: EstimateDraft::new(&quote.estimate, style),
            own_tiers: quote.estimate.custom_tiers().to_vec(),
            options: quote.options.iter().map(option).collect(),
            recommended: quote.recommended,
            items: quote.items.iter().map(item).collect(),
            notes: quote.notes.to_string(),
            terms: quote.terms.to_string(),
            is_offer: quote.is_offer,
        }
    }

    /// The quote that the form says, as a draft.
    ///
    /// # Errors
    /// [`QuoteProblems`] with a sentence for each field that breaks a rule.
    pub fn quote(&self, style: NumberStyle) -> Result<Quote, QuoteProblems> {
        let mut problems = QuoteProblems::default();
        let number =
            problems.take(QuoteField::Number, QuoteNumber::new(&self.number).map_err(|error| sentence(&error)));
        let customer = text(&mut problems, QuoteField::Customer, &self.customer);
        let prepared_by = text(&mut problems, QuoteField::PreparedBy, &self.prepared_by);
        let contact = text(&mut problems, QuoteField::Contact, &self.contact);
        let valid_until = problems.take(QuoteField::ValidUntil, last_day(&self.valid_until));
        let estimate = self.estimate(&mut problems, style);
        let options: Option<Vec<_>> =
            (0..).zip(&self.options).map(|(place, option)| option.read(&mut problems, place, style)).collect();
        let filled = (0..).zip(&self.items).filter(|(_, item)| !item.is_blank());
        let items: Option<Vec<_>> = filled.map(|(place, item)| item.read(&mut problems, place, style)).collect();
        let notes = text(&mut problems, QuoteField::Notes, &self.notes);
        let terms = text(&mut problems, QuoteField::Terms, &self.terms);
        // Every field has had its say by now.
        let fields = || {
            Some(QuoteFields {
                number: number?,
                revision: self.revision,
                replaces: self.replaces,
                customer: customer?,
                prepared_by: prepared_by?,
                contact: contact?,
                issued: None,
                valid_until: valid_until?,
                estimate: estimate?,
                options: options?,
                recommended: self.recommended,
                items: items?,
                notes: notes?,
                terms: terms?,
                is_offer: self.is_offer,
            })
        };
        let Some(fields) = fields() else { return Err(problems) };
        Quote::new(fields).map_err(|error| self.problem(&error))
    }

    fn estimate(&self, problems: &mut QuoteProblems, style: NumberStyle) -> Option<Estimate> {
        let estimate = self.estimate.estimate(&self.own_tiers, style).map_err(|of_estimate| {
            for (&field, sentence) in of_estimate.fields() {
                match field {
                    EstimateField::Months => problems.add(QuoteField::Months, sentence.to_owned()),
                    EstimateField::Volume if !self.estimate.month_by_month => {
                        problems.add(QuoteField::Volume, sentence.to_owned());
                    }
                    // What the form has no field for is set on the Compare page.
                    _ => problems.whole = Some(sentence.to_owned()),
                }
            }
            problems.whole = of_estimate.whole.or(problems.whole.take());
        });
        estimate.ok()
    }

    /// Where in the form a broken rule belongs.
    fn problem(&self, error: &QuoteError) -> QuoteProblems {
        let mut problems = QuoteProblems::default();
        match error {
            QuoteError::Day(_) | QuoteError::EndsBeforeItBegins { .. } => {
                problems.add(QuoteField::ValidUntil, sentence(&error));
            }
            QuoteError::PartOfAYear { .. } => {
                let place = self.options.iter().position(|option| option.billing == Billing::Annual).unwrap_or(0);
                problems.add(QuoteField::Billing(place), sentence(&error));
            }
            QuoteError::UnknownTier(id) => {
                let place = self.options.iter().position(|option| option.tier == *id).unwrap_or(0);
                let sentence = "This tier isn’t in the price book: choose another.".to_owned();
                problems.add(QuoteField::Tier(place), sentence);
            }
            _ => return QuoteProblems::of_whole(sentence(&error)),
        }
        problems
    }

    /// Puts `text` into a field. The lists of tiers and of billings take only ids.
    pub fn set(&mut self, field: QuoteField, text: String) {
        let slot = match field {
            QuoteField::Number => Some(&mut self.number),
            QuoteField::Customer => Some(&mut self.customer),
            QuoteField::PreparedBy => Some(&mut self.prepared_by),
            QuoteField::Contact => Some(&mut self.contact),
            QuoteField::ValidUntil => Some(&mut self.valid_until),
            QuoteField::Discount(place) => self.options.get_mut(place).map(|option| &mut option.discount),
            QuoteField::Reason(place) => self.options.get_mut(place).map(|option| &mut option.reason),
            QuoteField::ItemLabel(place) => self.items.get_mut(place).map(|item| &mut item.label),
            QuoteField::ItemAmount(place) => self.items.get_mut(place).map(|item| &mut item.amount),
            QuoteField::Notes => Some(&mut self.notes),
            QuoteField::Terms => Some(&mut self.terms),
            QuoteField::Volume => return self.estimate.set(EstimateField::Volume, text),
            QuoteField::Months => return self.estimate.set(EstimateField::Months, text),
            QuoteField::Tier(place) => {
                if let (Some(option), Ok(tier)) = (self.options.get_mut(place), Identifier::new(text)) {
                    option.tier = tier;
                }
                return;
            }
            QuoteField::Billing(place) => {
                if let (Some(option), Some(billing)) = (self.options.get_mut(place), Billing::by_id(&text)) {
                    option.billing = billing;
                }
                return;
            }
        };
        if let Some(slot) = slot {
            *slot = text;
        }
    }

    /// Adds an option for the first of `tiers` that none offers yet, while there is room. Where all are offered, it is for the
    /// first of them again, which may be paid otherwise.
    pub fn add_option(&mut self, tiers: &[&Identifier]) {
        let is_offered = |tier: &&&Identifier| self.options.iter().any(|option| option.tier == ***tier);
        let listed = tiers.iter().find(|tier| !is_offered(tier)).or(tiers.first()).copied();
        let tier = listed.or_else(|| self.options.first().map(|option| &option.tier)).cloned();
        if let Some(tier) = tier.filter(|_| self.options.len() < Quote::MOST_OPTIONS) {
            let (discount, reason) = Default::default();
            self.options.push(OptionDraft { tier, billing: Billing::Monthly, discount, reason });
        }
    }

    /// Chooses a price book. Each option whose tier it doesn't list is for the first of `tiers` that none offers yet, without
    /// the discount, which was for the tier that is gone. Says so in sentences.
    pub fn choose_price_book(&mut self, price_book: &'static PriceBook, tiers: &[&Tier]) -> Option<String> {
        let names: Vec<_> = self.options.iter().map(|option| self.tier_name(&option.tier)).collect();
        self.estimate.price_book = price_book;
        let mut sentences = Vec::new();
        for (place, name) in names.into_iter().enumerate() {
            let Some(tier) = self.replacement(place, tiers) else { continue };
            let Some(option) = self.options.get_mut(place) else { continue };
            option.tier = tier.id.clone();
            let dropped = [std::mem::take(&mut option.discount), std::mem::take(&mut option.reason)];
            let (book, number, other) = (&price_book.name, place + 1, &tier.name);
            let book = capitalized(book);
            sentences.push(format!("{book} doesn’t list {name}, so option {number} is for {other} now."));
            if dropped.iter().any(|text| !text.trim().is_empty()) {
                sentences.push("Its discount went with that tier.".to_owned());
            }
        }
        Some(sentences.join(" ")).filter(|text| !text.is_empty())
    }

    /// Which of `tiers` takes the place of an option's tier, where that isn't listed.
    fn replacement<'a>(&self, place: usize, tiers: &[&'a Tier]) -> Option<&'a Tier> {
        let option = self.options.get(place)?;
        if self.tiers().any(|tier| tier.id == option.tier) {
            return None;
        }
        let is_offered = |tier: &&&Tier| self.options.iter().any(|option| option.tier == tier.id);
        tiers.iter().find(|tier| !is_offered(tier)).or(tiers.first()).copied()
    }

    fn tier_name(&self, id: &Identifier) -> String {
        self.tiers().find(|tier| tier.id == *id).map_or_else(|| id.to_string(), |tier| tier.name.to_string())
    }

    /// Takes an option away; the last stays.
    pub fn remove_option(&mut self, place: usize) {
        if self.options.len() > 1 && place < self.options.len() {
            self.options.remove(place);
            self.recommended = match self.recommended {
                Some(recommended) if recommended == place => None,
                Some(recommended) if recommended > place => Some(recommended - 1),
                other => other,
            };
            self.recommended = self.recommended.filter(|_| self.options.len() > 1);
        }
    }

    /// Adds a one-off item, while there is room.
    pub fn add_item(&mut self) {
        if self.items.len() < Quote::MOST_ITEMS {
            self.items.push(ItemDraft::default());
        }
    }

    /// Takes an item away.
    pub fn remove_item(&mut self, place: usize) {
        if place < self.items.len() {
            self.items.remove(place);
        }
    }

    /// The tiers that an option may offer.
    pub fn tiers(&self) -> impl Iterator<Item = &Tier> {
        self.estimate.price_book.compared().chain(&self.own_tiers)
    }

    /// The tiers of the price book that options offer, each once. Those of the seller's own are no price book's.
    pub fn offered_of_price_book(&self) -> impl Iterator<Item = &Tier> {
        let offered = (0..).zip(&self.options).filter_map(|(place, option)| {
            let is_repeated = self.options.iter().take(place).any(|before| before.tier == option.tier);
            Some(&option.tier).filter(|_| !is_repeated)
        });
        let is_own = |id: &Identifier| self.own_tiers.iter().any(|tier| tier.id == *id);
        offered
            .filter(move |id| !is_own(id))
            .filter_map(|id| self.estimate.price_book.compared().find(|tier| tier.id == *id))
    }

    /// Writes all numbers as another style does. What is no number stays as typed.
    pub(super) fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        self.estimate.restyle(from, to);
        self.options.iter_mut().for_each(|option| option.restyle(from, to));
        self.items.iter_mut().for_each(|item| item.restyle(from, to));
    }

    /// Writes a number out in full when its field is left.
    pub fn write_out(&mut self, field: QuoteField, style: NumberStyle) {
        if field == QuoteField::Volume {
            self.estimate.write_out(EstimateField::Volume, style);
        }
    }
}

impl OptionDraft {
    fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        if let Some(discount) = numbers::restyled(&self.discount, false, from, to) {
            self.discount = discount;
        }
    }

    fn read(&self, problems: &mut QuoteProblems, place: usize, style: NumberStyle) -> Option<QuoteOption> {
        let discount = if self.discount.trim().is_empty() {
            Some(Discount::NONE)
        } else {
            let rule = "a discount is 0 to 100 percent, with at most 4 decimal places";
            problems.take(QuoteField::Discount(place), numbers::decimal(&self.discount, style, rule))
        };
        let reason = text(problems, QuoteField::Reason(place), &self.reason);
        Some(QuoteOption {
            tier: self.tier.clone(),
            discount_percent: discount?,
            reason: reason?,
            billing: self.billing,
        })
    }
}

impl ItemDraft {
    fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        if let Some(amount) = numbers::restyled(&self.amount, false, from, to) {
            self.amount = amount;
        }
    }

    /// Whether nothing is filled in yet, so that it is no item.
    fn is_blank(&self) -> bool {
        self.label.trim().is_empty() && self.amount.trim().is_empty()
    }

    fn read(&self, problems: &mut QuoteProblems, place: usize, style: NumberStyle) -> Option<OneOffItem> {
        let label = text(problems, QuoteField::ItemLabel(place), &self.label);
        let label = label.filter(|label| {
            if label.is_empty() {
                problems.add(QuoteField::ItemLabel(place), "Say what is paid for, or remove the item.".to_owned());
            }
            !label.is_empty()
        });
        let rule = format!("an amount is 0 to {} dollars", style.whole(1_000_000_000_000));
        let is_credit = parse_amount(&self.amount, style).is_ok_and(|amount| amount < Decimal::ZERO);
        let amount = numbers::amount(&self.amount, style, &rule);
        let amount = amount.map_err(|error| if is_credit { error + " For a credit, give a discount." } else { error });
        let amount: Option<Price> = problems.take(QuoteField::ItemAmount(place), amount);
        Some(OneOffItem { label: label?, amount: amount? })
    }
}

fn text<const MOST: usize, const HAS_LINES: bool>(
    problems: &mut QuoteProblems,
    field: QuoteField,
    typed: &str,
) -> Option<BoundedText<MOST, HAS_LINES>> {
    problems.take(field, BoundedText::new(typed).map_err(|error| sentence(&error)))
}

fn last_day(typed: &str) -> Result<Date, String> {
    typed.trim().parse().map_err(|_| "Choose the last day on which the quote holds, like 2026-12-24.".to_owned())
}

/// The sentence that an error makes.
fn sentence(error: &impl Display) -> String {
    capitalized(&format!("{error}."))
}
