use super::charge_draft::BandDraft;
use super::{ChargeDraft, ChargeList, Key, Spot, TierDraft, TierField};
use crate::pricing::{AtCap, ChargeModel};

/// A change of what stands in the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftChange {
    /// Types into a field.
    Type(TierField, String),
    /// Chooses how a charge computes.
    ChooseModel(Key, ChargeModel),
    /// Chooses what happens at the read cap; `None` is no cap.
    ChooseAtCap(Option<AtCap>),
    /// Adds a charge to the end of a list.
    AddCharge(ChargeList),
    /// Removes a charge.
    RemoveCharge(Key),
    /// Adds a band to the end of the charge of that key.
    AddBand(Key),
    /// Removes the band of that key, unless it is the only one.
    RemoveBand(Key),
}

impl TierDraft {
    /// Carries out a change, and says where the focus goes if its place is gone.
    pub(super) fn change(&mut self, change: DraftChange) -> Option<Spot> {
        match change {
            DraftChange::Type(field, text) => {
                *self.text(field)? = text;
                None
            }
            DraftChange::ChooseModel(key, model) => {
                let band = self.next_key();
                self.charge(key)?.choose(model, band);
                None
            }
            DraftChange::ChooseAtCap(at_cap) => {
                self.at_cap = at_cap;
                if at_cap == Some(AtCap::Overage) && self.overage.is_empty() {
                    let key = self.next_key();
                    self.overage.push(ChargeDraft::blank(key, ChargeModel::PerUnit));
                }
                None
            }
            DraftChange::AddCharge(list) => {
                let key = self.next_key();
                self.list(list).push(ChargeDraft::blank(key, ChargeModel::PerUnit));
                Some(Spot::Model(key))
            }
            DraftChange::RemoveCharge(key) => {
                let in_charges = self.charges.iter().any(|charge| charge.key == key);
                let list = if in_charges { ChargeList::Charges } else { ChargeList::Overage };
                self.list(list).retain(|charge| charge.key != key);
                Some(Spot::AddCharge(list))
            }
            DraftChange::AddBand(key) => {
                let band = self.next_key();
                let charge = self.charge(key)?;
                let open_end = charge.bands.last().map_or(band, |last| last.key);
                charge.bands.push(BandDraft::blank(band));
                Some(Spot::Field(TierField::UpTo(open_end)))
            }
            DraftChange::RemoveBand(key) => {
                let charge = self.all_charges().find(|charge| charge.bands.iter().any(|band| band.key == key))?;
                if charge.bands.len() == 1 {
                    return None;
                }
                charge.bands.retain(|band| band.key != key);
                // What is the last band now takes all further reads.
                if let Some(last) = charge.bands.last_mut() {
                    last.up_to.clear();
                }
                Some(Spot::AddBand(charge.key))
            }
        }
    }
}
