use super::reader::Reader;
use super::{ChargeDraft, ChargeList, Key, TierField, TierProblems};
use crate::app::typed::numbers;
use crate::numbers::NumberStyle;
use crate::pricing::{AtCap, Charge, ChargeModel, Identifier, List, Price, Term, Text, Tier, TierError, TierFields};
use crate::text::plain_text;
use crate::tier_text::MAX_NAME_LENGTH;

/// What stands in the fields of the editor, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierDraft {
    /// The name.
    pub name: String,
    /// What a month costs; without any charge the tier has no price yet.
    pub charges: Vec<ChargeDraft>,
    /// What happens at the read cap; `None` when there is no cap.
    pub at_cap: Option<AtCap>,
    /// The reads allowed in a month, where there is a cap.
    pub read_cap: String,
    /// What each read beyond the cap costs, where [`AtCap::Overage`] is chosen.
    pub overage: Vec<ChargeDraft>,
    /// Percent off; nothing stands for none. So it does in all fields below.
    pub discount: String,
    /// The least that a month costs, in dollars.
    pub monthly_minimum: String,
    /// The most that a month costs, in dollars.
    pub monthly_maximum: String,
    /// The most that twelve months cost, in dollars.
    pub annual_maximum: String,
    /// The months that one commits to, or "unknown".
    pub term: String,
    /// The price of twelve months paid in advance, in dollars.
    pub annual_price: String,
    /// The tier as it was, for all that the editor doesn't show.
    pub(super) base: TierFields,
    last_key: Key,
}

impl TierDraft {
    /// The fields that say `tier`, written the way `style` writes numbers.
    #[must_use]
    pub fn new(tier: &Tier, style: NumberStyle) -> Self {
        let price = |price: Option<Price>| price.map(|price| numbers::written_price(price, style)).unwrap_or_default();
        let mut last_key = 0;
        let mut next_key = || {
            last_key += 1;
            last_key
        };
        let mut drafts = |charges: &Option<List<Charge>>| {
            let mut drafts = Vec::new();
            for charge in charges.as_deref().unwrap_or_default() {
                drafts.push(ChargeDraft::new(charge, style, &mut next_key));
            }
            drafts
        };
        let (charges, overage) = (drafts(&tier.charges), drafts(&tier.overage));
        let discount = tier.discount_percent.decimal();
        Self {
            name: tier.name.to_string(),
            charges,
            at_cap: tier.at_cap,
            read_cap: tier.read_cap.map(|reads| style.reads(reads)).unwrap_or_default(),
            overage,
            discount: if discount.is_zero() { String::new() } else { style.plain_decimal(discount) },
            monthly_minimum: price(tier.monthly_minimum),
            monthly_maximum: price(tier.monthly_maximum),
            annual_maximum: price(tier.annual_maximum),
            term: match tier.term_months {
                Some(Term::Months(months)) => months.to_string(),
                Some(Term::Unknown) => Reader::UNKNOWN_TERM.to_owned(),
                None => String::new(),
            },
            annual_price: price(tier.annual_price),
            base: TierFields::clone(tier),
            last_key,
        }
    }

    /// The fields of a new tier: a flat fee that is still to be filled in.
    pub(super) fn blank(name: String) -> Self {
        let base = TierFields::blank();
        Self {
            name,
            charges: vec![ChargeDraft::blank(1, ChargeModel::Flat)],
            at_cap: None,
            read_cap: String::new(),
            overage: Vec::new(),
            discount: String::new(),
            monthly_minimum: String::new(),
            monthly_maximum: String::new(),
            annual_maximum: String::new(),
            term: String::new(),
            annual_price: String::new(),
            base,
            last_key: 1,
        }
    }

    /// The fields of a listed tier, to be negotiated. What is known of the listed tier alone stays behind: its evidence, who
    /// may buy it, why it stands aside, its note. A tier without public price gets a fee that is still to be filled in.
    pub(super) fn copy(listed: &Tier, name: String, style: NumberStyle) -> Self {
        let mut draft = Self::new(listed, style);
        draft.name = name;
        draft.base.evidence = None;
        draft.base.eligibility = List::Borrowed(&[]);
        draft.base.aside = None;
        draft.base.existing_customers_only = false;
        draft.base.note = None;
        if draft.charges.is_empty() {
            let key = draft.next_key();
            draft.charges.push(ChargeDraft::blank(key, ChargeModel::Flat));
        }
        draft
    }

    /// Writes all numbers as another style does. What is no number stays as typed.
    pub(super) fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        for (is_whole, text) in self.numbers() {
            if let Some(restyled) = numbers::restyled(text, is_whole, from, to) {
                *text = restyled;
            }
        }
    }

    /// Every number, with whether it is a whole one.
    pub(super) fn numbers(&mut self) -> impl Iterator<Item = (bool, &mut String)> {
        let own = [
            (true, &mut self.read_cap),
            (false, &mut self.discount),
            (false, &mut self.monthly_minimum),
            (false, &mut self.monthly_maximum),
            (false, &mut self.annual_maximum),
            (true, &mut self.term),
            (false, &mut self.annual_price),
        ];
        let charges = self.charges.iter_mut().chain(&mut self.overage);
        own.into_iter().chain(charges.flat_map(ChargeDraft::numbers))
    }

    /// A price to go by where the tier had none of its own when the editor opened.
    #[must_use]
    pub fn indicative_price(&self) -> Option<Price> {
        self.base.indicative_price.filter(|_| self.base.charges.is_none())
    }

    /// What happened at the cap when the editor opened.
    #[must_use]
    pub const fn at_cap_before(&self) -> Option<AtCap> {
        self.base.at_cap
    }

    /// Whether any of the terms is filled in that few tiers have.
    pub(super) fn has_more_terms(&self) -> bool {
        let texts = [
            &self.discount,
            &self.monthly_minimum,
            &self.monthly_maximum,
            &self.annual_maximum,
            &self.term,
            &self.annual_price,
        ];
        texts.into_iter().any(|text| !text.is_empty())
    }

    /// The tier that the fields say, under the id `id`.
    ///
    /// What the editor doesn't show stays as it was, but for two things: an indicative price goes as soon as there is a
    /// price, and evidence goes with the first figure that is changed.
    ///
    /// # Errors
    /// [`TierProblems`] with a sentence for each field that breaks a rule.
    pub fn tier(&self, id: Identifier, style: NumberStyle) -> Result<Tier, TierProblems> {
        let mut reader = Reader::new(style);
        let name = self.read_name(&mut reader);
        let mut fields = self.read_figures(&mut reader);
        if fields != self.base {
            fields.evidence = None;
        }
        fields.id = id;
        fields.name = Text::Owned(name);
        if !reader.problems.is_empty() {
            return Err(reader.problems);
        }
        Tier::new(fields).map_err(|error| {
            self.note(error, &mut reader);
            reader.problems
        })
    }

    fn read_name(&self, reader: &mut Reader) -> String {
        if self.name.trim().is_empty() {
            reader.problems.add(TierField::Name, true, "A tier has a name: give it one.".to_owned());
        }
        let name = plain_text(&self.name);
        if name.chars().count() > MAX_NAME_LENGTH {
            let most = reader.style.whole(MAX_NAME_LENGTH as u64);
            reader.problems.add(TierField::Name, false, format!("A name has at most {most} characters: shorten it."));
        }
        name
    }

    /// What the tier was, with all figures that the editor shows as they stand there.
    fn read_figures(&self, reader: &mut Reader) -> TierFields {
        let charges = read_charges(&self.charges, reader);
        let mut fields = TierFields {
            charges: (!charges.is_empty()).then_some(charges),
            at_cap: self.at_cap,
            read_cap: self.at_cap.and_then(|_| reader.reads(TierField::ReadCap, "The read cap", &self.read_cap)),
            overage: self.read_overage(reader),
            discount_percent: reader.discount(&self.discount).unwrap_or_default(),
            monthly_minimum: reader.optional_price(
                TierField::MonthlyMinimum,
                "The monthly minimum",
                &self.monthly_minimum,
            ),
            monthly_maximum: reader.optional_price(
                TierField::MonthlyMaximum,
                "The monthly maximum",
                &self.monthly_maximum,
            ),
            annual_maximum: reader.optional_price(TierField::AnnualMaximum, "The annual maximum", &self.annual_maximum),
            term_months: reader.term(&self.term),
            annual_price: reader.optional_price(TierField::AnnualPrice, "The price of a year", &self.annual_price),
            ..self.base.clone()
        };
        if self.base.charges.is_none() && fields.charges.is_some() {
            fields.indicative_price = None;
        }
        fields
    }

    fn read_overage(&self, reader: &mut Reader) -> Option<List<Charge>> {
        match self.at_cap? {
            AtCap::Overage => {
                let charges = read_charges(&self.overage, reader);
                if self.overage.is_empty() {
                    let sentence = "What each further read costs is missing: add a charge.".to_owned();
                    reader.problems.add(TierField::Charges(ChargeList::Overage), true, sentence);
                }
                Some(charges)
            }
            // An empty list says the same as none, and stays what it was.
            _ => self.base.overage.clone().filter(|charges| charges.is_empty()),
        }
    }

    /// Notes which rule the fields break together.
    fn note(&self, error: TierError, reader: &mut Reader) {
        match error {
            TierError::MinimumAboveMaximum { minimum, .. } => {
                let rule = format!("it can’t be less than the monthly minimum, {}", reader.style.price(minimum));
                reader.wrong(TierField::MonthlyMaximum, "The monthly maximum", &self.monthly_maximum, &rule);
            }
            TierError::AnnualMaximumFine(_) => {
                let rule = "write whole cents, with at most 2 decimal places";
                reader.wrong(TierField::AnnualMaximum, "The annual maximum", &self.annual_maximum, rule);
            }
            // All other rules hold by now.
            _ => reader.problems.add(TierField::Name, false, error.to_string()),
        }
    }

    pub(super) fn next_key(&mut self) -> Key {
        self.last_key += 1;
        self.last_key
    }

    pub(super) fn list(&mut self, list: ChargeList) -> &mut Vec<ChargeDraft> {
        match list {
            ChargeList::Charges => &mut self.charges,
            ChargeList::Overage => &mut self.overage,
        }
    }

    /// What stands in `field`; `None` when its charge or band isn't there.
    pub(super) fn text(&mut self, field: TierField) -> Option<&mut String> {
        let text = match field {
            TierField::Name => &mut self.name,
            TierField::ReadCap => &mut self.read_cap,
            TierField::Discount => &mut self.discount,
            TierField::MonthlyMinimum => &mut self.monthly_minimum,
            TierField::MonthlyMaximum => &mut self.monthly_maximum,
            TierField::AnnualMaximum => &mut self.annual_maximum,
            TierField::Term => &mut self.term,
            TierField::AnnualPrice => &mut self.annual_price,
            TierField::Charges(_) => return None,
            TierField::Price(key) => {
                let charge = self.charge(key)?;
                match charge.model {
                    ChargeModel::Flat => &mut charge.fee,
                    ChargeModel::Package => &mut charge.package_price,
                    _ => &mut charge.unit_price,
                }
            }
            TierField::PackageSize(key) => &mut self.charge(key)?.package_size,
            TierField::IncludedReads(key) => &mut self.charge(key)?.included_reads,
            TierField::UpTo(key) | TierField::UnitPrice(key) | TierField::FlatFee(key) => {
                let mut bands = self.all_charges().flat_map(|charge| &mut charge.bands);
                let band = bands.find(|band| band.key == key)?;
                match field {
                    TierField::UpTo(_) => &mut band.up_to,
                    TierField::UnitPrice(_) => &mut band.unit_price,
                    _ => &mut band.flat_fee,
                }
            }
        };
        Some(text)
    }

    pub(super) fn charge(&mut self, key: Key) -> Option<&mut ChargeDraft> {
        self.all_charges().find(|charge| charge.key == key)
    }

    pub(super) fn all_charges(&mut self) -> impl Iterator<Item = &mut ChargeDraft> {
        self.charges.iter_mut().chain(&mut self.overage)
    }
}

fn read_charges(drafts: &[ChargeDraft], reader: &mut Reader) -> List<Charge> {
    let mut charges = Vec::new();
    for draft in drafts {
        charges.extend(draft.charge(reader));
    }
    List::Owned(charges)
}
