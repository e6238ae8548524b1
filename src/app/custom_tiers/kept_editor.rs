//! The open editor as a text that outlives the page, written and read side by side: a tier that isn't right yet stands in no
//! link. The first lines say what there is to fill in, the others what stands in it, field by field.

use super::charge_draft::BandDraft;
use super::{ChargeDraft, Editor, TierDraft, TierProblems};
use crate::app::storage::lines;
use crate::app::typed::numbers::marks;
use crate::numbers::NumberStyle;
use crate::pricing::{AtCap, ChargeModel, Identifier, Tier};
use crate::tier_text::{tiers_from_compact, tiers_to_compact};

const KIND: &str = "unfinished tier";

/// Stands behind the model of a charge, once for each of its bands.
const BAND: char = '+';

const MODELS: [(ChargeModel, &str); 5] = [
    (ChargeModel::Flat, "flat"),
    (ChargeModel::PerUnit, "per-unit"),
    (ChargeModel::Package, "package"),
    (ChargeModel::Graduated, "graduated"),
    (ChargeModel::Volume, "volume"),
];

const AT_CAP: [(Option<AtCap>, &str); 5] = [
    (None, "none"),
    (Some(AtCap::Stop), "stop"),
    (Some(AtCap::Overage), "overage"),
    (Some(AtCap::Contract), "contract"),
    (Some(AtCap::TopUp), "top-up"),
];

/// Whether the tier is a new one.
const BEGINNINGS: [(bool, &str); 2] = [(true, "new"), (false, "listed")];

impl Editor {
    /// The text that [`Editor::read`] reads beside the same `link` and in the same `style`; `None` where what the editor began
    /// with can't be written.
    pub(super) fn write(&self, link: &str, style: NumberStyle) -> Option<String> {
        let base = Tier::new(self.draft.base.clone()).ok()?;
        let mut draft = self.draft.clone();
        let values = [
            ("link", link),
            ("marks", &marks(style)),
            ("id", self.id.as_str()),
            ("tier", name_of(&BEGINNINGS, self.is_new())),
            ("base", &tiers_to_compact(&[base])),
            ("charges", &shape(&draft.charges)),
            ("overage", &shape(&draft.overage)),
            ("cap", name_of(&AT_CAP, draft.at_cap)),
            ("name", &draft.name),
        ];
        let header = values.map(|(key, value)| format!("{key} {}\n", value.replace('\n', " ")));
        let fields: String = draft.numbers().map(|(_, text)| text.replace('\n', " ") + "\n").collect();
        Some(format!("{KIND} 1\n{}{fields}", header.concat()))
    }

    /// The editor that [`Editor::write`] wrote; `None` where that was beside another link or in another style, or where it
    /// isn't understood.
    pub(super) fn read(text: &str, link: &str, style: NumberStyle) -> Option<Self> {
        let (_, mut rest) = lines::version(text, KIND).filter(|(version, _)| *version == "1")?;
        let mut next = |key| {
            let (value, behind) = lines::line(rest, key).ok()?;
            rest = behind;
            Some(value)
        };
        next("link").filter(|beside| *beside == link)?;
        next("marks").filter(|written| *written == marks(style))?;
        let id = Identifier::new(next("id")?.to_owned()).ok()?;
        let is_new = named(&BEGINNINGS, next("tier")?)?;
        let base = tiers_from_compact(next("base")?).ok()?.pop()?;
        let mut draft = TierDraft::new(&base, style);
        draft.charges = shaped(next("charges")?, &mut draft)?;
        draft.overage = shaped(next("overage")?, &mut draft)?;
        draft.at_cap = named(&AT_CAP, next("cap")?)?;
        next("name")?.clone_into(&mut draft.name);
        let mut fields = rest.lines();
        for (_, text) in draft.numbers() {
            fields.next()?.clone_into(text);
        }
        let (problems, shows_more_terms) = (TierProblems::default(), draft.has_more_terms());
        Some(Self { id, draft, problems, is_insistent: false, shows_more_terms, before: (!is_new).then_some(base) })
    }
}

/// The models of charges, each with its bands: `flat graduated++`.
fn shape(charges: &[ChargeDraft]) -> String {
    let shapes = charges.iter().map(|charge| {
        let bands = charge.bands.iter().map(|_| BAND);
        name_of(&MODELS, charge.model).chars().chain(bands).collect()
    });
    shapes.collect::<Vec<String>>().join(" ")
}

/// The charges of a shape, with nothing in their fields.
fn shaped(shape: &str, draft: &mut TierDraft) -> Option<Vec<ChargeDraft>> {
    let mut charges = Vec::new();
    for shape in shape.split_ascii_whitespace() {
        let model = shape.trim_end_matches(BAND);
        let mut charge = ChargeDraft::blank(draft.next_key(), named(&MODELS, model)?);
        charge.bands = (model.len()..shape.len()).map(|_| BandDraft::blank(draft.next_key())).collect();
        if charge.model.has_bands() && charge.bands.is_empty() {
            return None;
        }
        charges.push(charge);
    }
    Some(charges)
}

fn name_of<T: Copy + PartialEq>(names: &[(T, &'static str)], value: T) -> &'static str {
    names.iter().find(|(named, _)| *named == value).map_or("", |(_, name)| name)
}

fn named<T: Copy>(names: &[(T, &'static str)], wanted: &str) -> Option<T> {
    names.iter().find(|(_, name)| *name == wanted).map(|(value, _)| *value)
}
