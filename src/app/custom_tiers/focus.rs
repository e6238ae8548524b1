use super::{ChargeList, Key, TierField};
use crate::pricing::Identifier;

/// A place on the page that the focus can be sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A field of the editor.
    Field(TierField),
    /// The model of a charge.
    Model(Key),
    /// The button that adds a charge to a list.
    AddCharge(ChargeList),
    /// The button that adds a band to a charge.
    AddBand(Key),
    /// The button that edits a tier.
    Edit(Identifier),
    /// The button that moves a tier up.
    Up(Identifier),
    /// The button that moves a tier down.
    Down(Identifier),
    /// The button that makes a new tier.
    New,
    /// The button that brings a deleted tier back.
    Undo,
    /// The button that opens the import.
    OpenImport,
    /// The text to import.
    ImportText,
}

impl Spot {
    /// The id of its element.
    #[must_use]
    pub fn element_id(&self) -> String {
        match self {
            Self::Field(field) => field.element_id(),
            Self::Model(key) => format!("own-model-{key}"),
            Self::AddCharge(list) => format!("{}-add", TierField::Charges(*list).element_id()),
            Self::AddBand(key) => format!("own-add-band-{key}"),
            Self::Edit(id) => format!("own-edit-{id}"),
            Self::Up(id) => format!("own-up-{id}"),
            Self::Down(id) => format!("own-down-{id}"),
            Self::New => "own-new".to_owned(),
            Self::Undo => "own-undo".to_owned(),
            Self::OpenImport => "own-open-import".to_owned(),
            Self::ImportText => "own-import".to_owned(),
        }
    }
}

/// Where the focus was sent last, so that it is never lost with the element that had it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TierFocus {
    /// Where to; `None` as long as it wasn't sent anywhere.
    pub spot: Option<Spot>,
    /// How often it was sent, to tell one sending from the next to the same place.
    pub count: u32,
}

impl TierFocus {
    pub(super) fn send(&mut self, spot: Spot) {
        self.spot = Some(spot);
        self.count = self.count.wrapping_add(1);
    }
}
