use yew::prelude::*;

use super::form::Form;
use crate::app::custom_tiers::{BandDraft, ChargeDraft, DraftChange, Spot, TierField};
use crate::pricing::ChargeModel;

/// The bands of a charge with their rule in words. The last band has no end to fill in.
pub(super) fn bands(form: Form<'_>, draft: &ChargeDraft) -> Html {
    let rule = match draft.model {
        ChargeModel::Volume => "All reads cost what the band says that their total falls into, plus its fee.",
        _ => "Each read costs what the band says that it falls into; each band that is reached adds its fee.",
    };
    html! {
        <div class="own-bands">
            <p class="own-rule">{ rule }</p>
            <table>
                <thead>
                    <tr>
                        for heading in ["Up to read", "$ a read", "Fee, $"] {
                            <th key={heading} scope="col">{ heading }</th>
                        }
                        <td></td>
                    </tr>
                </thead>
                for (place, band) in draft.bands.iter().enumerate() {
                    <tbody key={band.key.to_string()}>
                        { band_row(form, band, place + 1, draft.bands.len()) }
                    </tbody>
                }
            </table>
            <p class="own-add-row">
                { form.button(Some(Spot::AddBand(draft.key)), "Add a band", "Add a band", DraftChange::AddBand(draft.key)) }
            </p>
        </div>
    }
}

fn band_row(form: Form<'_>, band: &BandDraft, number: usize, count: usize) -> Html {
    let (key, is_last) = (band.key, number == count);
    let fields = [TierField::UpTo(key), TierField::UnitPrice(key), TierField::FlatFee(key)];
    let cell =
        |field, name: &str, value: &str| form.input(field, Some(format!("Band {number}: {name}")), value, 4, "slot");
    html! {
        <>
            <tr>
                <td>
                    if is_last {
                        <span class="own-rest">{ if count == 1 { "all reads" } else { "all further reads" } }</span>
                    } else {
                        <span>{ cell(TierField::UpTo(key), "up to read", &band.up_to) }</span>
                    }
                </td>
                <td>{ cell(TierField::UnitPrice(key), "dollars a read", &band.unit_price) }</td>
                <td>{ cell(TierField::FlatFee(key), "fee in dollars", &band.flat_fee) }</td>
                <td>
                    if count > 1 {
                        { form.button(None, "Remove", &format!("Remove band {number}"), DraftChange::RemoveBand(key)) }
                    } else {
                        { "" }
                    }
                </td>
            </tr>
            <tr class="own-band-problems">
                <td colspan="4">
                    for field in fields {
                        <div key={field.element_id()}>{ form.problem(field) }</div>
                    }
                </td>
            </tr>
        </>
    }
}
