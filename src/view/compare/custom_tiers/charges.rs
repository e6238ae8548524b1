use yew::prelude::*;

use super::bands::bands;
use super::form::Form;
use crate::app::custom_tiers::{ChargeDraft, ChargeList, DraftChange, Spot, TierField};
use crate::pricing::ChargeModel;

/// The charges of a list, each a sentence whose blanks are its fields.
pub(super) fn charges(form: Form<'_>, list: ChargeList, drafts: &[ChargeDraft]) -> Html {
    let (noun, add) = match list {
        ChargeList::Charges => ("Charge", "Add a charge"),
        ChargeList::Overage => ("Overage charge", "Add an overage charge"),
    };
    html! {
        <>
            <div class="own-charges">
                for (place, draft) in drafts.iter().enumerate() {
                    <fieldset key={draft.key.to_string()} class="own-charge">
                        <legend>{ format!("{noun} {}", place + 1) }</legend>
                        { charge(form, draft, &format!("Remove {} {}", noun.to_ascii_lowercase(), place + 1)) }
                    </fieldset>
                }
            </div>
            { form.problem(TierField::Charges(list)) }
            <p class="own-add-row">
                { form.button(Some(Spot::AddCharge(list)), add, add, DraftChange::AddCharge(list)) }
            </p>
        </>
    }
}

fn charge(form: Form<'_>, draft: &ChargeDraft, remove: &str) -> Html {
    let key = draft.key;
    let models = ChargeModel::ALL.map(|model| (label(model), DraftChange::ChooseModel(key, model)));
    let fields = [TierField::Price(key), TierField::PackageSize(key), TierField::IncludedReads(key)];
    html! {
        <>
            <div class="own-sentence">
                <span class="own-words">
                    {
                        form.choice(
                            Spot::Model(key).element_id(),
                            "How it is charged",
                            models.to_vec(),
                            label(draft.model),
                        )
                    }
                    <span key={label(draft.model)}>{ blanks(form, draft) }</span>
                </span>
                { form.button(None, "Remove", remove, DraftChange::RemoveCharge(key)) }
            </div>
            <div>
                for field in fields {
                    <div key={field.element_id()}>{ form.problem(field) }</div>
                }
            </div>
            <div>
                if draft.model.has_bands() {
                    { bands(form, draft) }
                } else {
                    { "" }
                }
            </div>
        </>
    }
}

const fn label(model: ChargeModel) -> &'static str {
    match model {
        ChargeModel::Flat => "a flat fee",
        ChargeModel::PerUnit => "each read",
        ChargeModel::Package => "packages",
        ChargeModel::Graduated => "each read, by its band",
        ChargeModel::Volume => "all reads, by one band",
    }
}

/// The rest of the sentence behind the model.
fn blanks(form: Form<'_>, draft: &ChargeDraft) -> Html {
    let price = |name, value| form.blank(TierField::Price(draft.key), name, value, 5);
    let included = || {
        let field = TierField::IncludedReads(draft.key);
        html! { <>{ " after " }{ form.blank(field, "Included reads", &draft.included_reads, 3) }{ " reads included" }</> }
    };
    match draft.model {
        ChargeModel::Flat => html! { <>{ " of $ " }{ price("Flat fee in dollars", &draft.fee) }{ " a month" }</> },
        ChargeModel::PerUnit => {
            html! { <>{ " costs $ " }{ price("Price of a read in dollars", &draft.unit_price) }{ included() }</> }
        }
        ChargeModel::Package => html! {
            <>
                { " of " }
                { form.blank(TierField::PackageSize(draft.key), "Reads in a package", &draft.package_size, 5) }
                { " reads at $ " }{ price("Price of a package in dollars", &draft.package_price) }{ " each," }{ included() }
            </>
        },
        ChargeModel::Graduated | ChargeModel::Volume => included(),
    }
}
