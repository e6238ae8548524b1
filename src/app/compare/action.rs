use super::{Direction, EstimateField};
use crate::app::custom_tiers::CustomTiersAction;
use crate::app::saved::SavedAction;
use crate::app::settings::Settings;
use crate::numbers::NumberStyle;
use crate::pricing::{Period, Posts, PriceBook, UsageType};

/// What a reader can do on the Compare page.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareAction {
    /// Changes the question, which is then answered anew.
    Edit(EditAction),
    /// Brings [`CompareState::deferred`](super::CompareState::deferred) up to date.
    ShowDeferred,
    /// Leaves a field, whose number is then written out in full: `2.5M` becomes `2,500,000`.
    Leave(EstimateField),
    /// Opens another link: the fragment of an address, without the `#`.
    Open(String),
    /// Opens a saved estimate: its fragment, without the `#`.
    OpenSaved(String),
    /// Something about the saved estimates.
    Saved(SavedAction),
    /// Chooses how to see the page, with the style of numbers that follows.
    Choose(Settings, NumberStyle),
}

/// A change of the question: of its fields or of the user's own tiers.
#[derive(Clone, Debug, PartialEq)]
pub enum EditAction {
    /// Types into a field. [`CompareState::deferred`](super::CompareState::deferred) stays until
    /// [`CompareAction::ShowDeferred`].
    Type(EstimateField, String),
    /// Pastes several values into the table of months, from one month on.
    Paste(usize, String),
    /// Chooses which way the question is asked.
    ChooseDirection(Direction),
    /// Chooses the period of the volume.
    ChoosePeriod(Period),
    /// Chooses the usage type.
    ChooseUsageType(UsageType),
    /// Chooses the price book.
    ChoosePriceBook(&'static PriceBook),
    /// Gives the months one by one, or all alike.
    ChooseMonthByMonth(bool),
    /// Takes the posts of the helper for requests as the volume.
    UseRequests,
    /// Asks what so many posts in a period cost.
    UseVolume(Posts, Period),
    /// Does something with the user's own tiers.
    CustomTiers(CustomTiersAction),
    /// Begins anew.
    Reset,
    /// Takes the last act back.
    Undo,
}
