//! The schema of a tier, table by table.

use super::error::TierTextError;
use super::form::{Detail, Form, Member, Record};
use super::ids::{Ids, given_id};
use super::place::Place;
use super::{MAX_NAME_LENGTH, MAX_NOTE_LENGTH};
use crate::pricing::{
    Access, AccessRule, Band, Bands, Charge, ChargeFields, ChargeModel, List, Price, Reads, Tier, TierFields,
};
use crate::tree::Value;

/// The key of a tier's id.
pub(super) const ID: &str = "id";

impl Record for TierFields {
    const WORDS: &str = "a tier: an object with charges";
    const LEFT_OUT: &[&str] = &["aside", "evidence"];

    fn blank() -> Self {
        Self::blank()
    }

    fn members(&mut self) -> Vec<Member<'_>> {
        vec![
            Member::shown(ID, &mut self.id),
            Member::shown("name", &mut self.name),
            Member::optional("charges", &mut self.charges),
            Member::optional("discountPercent", &mut self.discount_percent),
            Member::optional("monthlyMinimum", &mut self.monthly_minimum),
            Member::optional("monthlyMaximum", &mut self.monthly_maximum),
            Member::optional("annualMaximum", &mut self.annual_maximum),
            Member::optional("annualPrice", &mut self.annual_price),
            Member::optional("termMonths", &mut self.term_months),
            Member::optional("readCap", &mut self.read_cap),
            Member::optional("atCap", &mut self.at_cap),
            Member::optional("overage", &mut self.overage),
            Member::optional("eligibility", &mut self.eligibility),
            Member::optional("existingCustomersOnly", &mut self.existing_customers_only),
            Member::optional("indicativePrice", &mut self.indicative_price),
            Member::optional("note", &mut self.note),
        ]
    }
}

impl Record for AccessRule {
    const WORDS: &str = "a rule: an object with usageTypes and access";
    const LEFT_OUT: &[&str] = &["sources"];

    fn blank() -> Self {
        Self { usage_types: List::Borrowed(&[]), access: Access::Unknown, reason: None, sources: List::Borrowed(&[]) }
    }

    fn members(&mut self) -> Vec<Member<'_>> {
        vec![
            Member::needed("usageTypes", &mut self.usage_types),
            Member::needed("access", &mut self.access),
            Member::optional("reason", &mut self.reason),
        ]
    }
}

impl Record for ChargeFields {
    const WORDS: &str = "a charge: an object with a model";

    fn blank() -> Self {
        Self::blank(ChargeModel::Flat)
    }

    fn members(&mut self) -> Vec<Member<'_>> {
        vec![
            Member::needed("model", &mut self.model),
            Member::optional("fee", &mut self.fee),
            Member::optional("unitPrice", &mut self.unit_price),
            Member::optional("packageSize", &mut self.package_size),
            Member::optional("packagePrice", &mut self.package_price),
            Member::optional("bands", &mut self.bands),
            Member::optional("includedReads", &mut self.included_reads),
        ]
    }
}

impl Form for Charge {
    fn write(&self, detail: Detail) -> Value {
        let mut fields = ChargeFields::from(self.clone());
        if detail == Detail::Brief {
            fields.included_reads = fields.included_reads.filter(|reads| *reads > Reads::ZERO);
        }
        fields.write(detail)
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        Self::try_from(ChargeFields::read(value, place)?).map_err(|error| place.refuse(error))
    }
}

impl Form for Bands {
    fn write(&self, detail: Detail) -> Value {
        List::from(self.clone()).write(detail)
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        let bands: List<Band> = Form::read(value, place)?;
        Self::new(bands).map_err(|error| place.refuse(error))
    }
}

impl Record for Band {
    const WORDS: &str = "a band: an object with unitPrice";

    fn blank() -> Self {
        Self { up_to: None, unit_price: Price::ZERO, flat_fee: Price::ZERO }
    }

    fn members(&mut self) -> Vec<Member<'_>> {
        vec![
            Member::shown("upTo", &mut self.up_to),
            Member::needed("unitPrice", &mut self.unit_price),
            Member::shown("flatFee", &mut self.flat_fee),
        ]
    }
}

/// The value that says `tier`.
pub(super) fn write(tier: &Tier, detail: Detail) -> Value {
    let mut fields = TierFields::from(tier.clone());
    if detail == Detail::Brief && fields.at_cap == fields.usual_at_cap() {
        fields.at_cap = None;
    }
    fields.write(detail)
}

/// The tier that `value`, which stands at `place`, says, with an id that no other of `ids` has.
pub(super) fn read(value: Value, ids: Option<&mut Ids>, place: &mut Place) -> Result<Tier, TierTextError> {
    let gives_id = given_id(&value).is_some();
    let mut fields = TierFields::read(value, place)?;
    check_lengths(&fields, place)?;
    if let Some(ids) = ids {
        fields.id = ids.assign(fields.id, gives_id);
    }
    Tier::new(fields).map_err(|error| place.refuse(error))
}

fn check_lengths(fields: &TierFields, place: &mut Place) -> Result<(), TierTextError> {
    check_length("name", Some(&fields.name), MAX_NAME_LENGTH, place)?;
    check_length("note", fields.note.as_deref(), MAX_NOTE_LENGTH, place)?;
    let rules = place.enter("eligibility");
    for (index, rule) in fields.eligibility.iter().enumerate() {
        let outer = place.enter_item(index);
        check_length("reason", rule.reason.as_deref(), MAX_NOTE_LENGTH, place)?;
        place.leave(outer);
    }
    place.leave(rules);
    Ok(())
}

fn check_length(key: &str, text: Option<&str>, most: usize, place: &mut Place) -> Result<(), TierTextError> {
    let length = text.map_or(0, |text| text.chars().count());
    let outer = place.enter(key);
    if length > most {
        return Err(place.refuse(format!("it has {length} characters, but at most {most} are kept")));
    }
    place.leave(outer);
    Ok(())
}
