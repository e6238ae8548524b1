use std::rc::Rc;

use super::{BudgetField, NewPhase, Planned};
use crate::app::saved::SavedAction;
use crate::app::settings::Settings;
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Identifier, UsageType};
use crate::project::budget::{CostClass, IndirectBase, YearCut};
use crate::project::funder::FunderProfile;
use crate::project::{PlanChoice, PriceBasis};

/// What a reader of the Project budget page can do, and what becomes of it. Whatever changes the project leaves the schedules
/// as they are until those for it are found.
#[derive(Clone, Debug, PartialEq)]
pub enum BudgetAction {
    /// Types into a field.
    Type(BudgetField, String),
    /// Leaves a field, whose number is then written out in full.
    Leave(BudgetField),
    /// Shows the schedules that were found, unless they are no longer asked for.
    Planned(Rc<Planned>),
    /// Chooses the usage type.
    ChooseUsageType(UsageType),
    /// Chooses the prices.
    ChoosePrices(PriceBasis),
    /// Chooses which schedule the budget uses.
    ChoosePlan(PlanChoice),
    /// Chooses the funder.
    ChooseFunder(&'static FunderProfile),
    /// Chooses how years are cut.
    ChooseYearCut(YearCut),
    /// Chooses what indirect costs are charged on.
    ChooseIndirectBase(IndirectBase),
    /// Chooses what kind of cost access is.
    ChooseCostClass(CostClass),
    /// Adds a phase.
    AddPhase(NewPhase),
    /// Takes a phase away.
    RemovePhase(usize),
    /// Changes a phase's place with the one before it.
    MovePhaseUp(usize),
    /// Changes a phase's place with the one after it.
    MovePhaseDown(usize),
    /// Takes one of the researcher's own tiers away.
    RemoveTier(Identifier),
    /// Begins anew.
    Reset,
    /// Takes the last act back.
    Undo,
    /// Opens another link, on the reader's day: the fragment of an address, without the `#`.
    Open(String, Date),
    /// Opens a saved budget: its fragment, without the `#`.
    OpenSaved(String),
    /// Something about the saved budgets.
    Saved(SavedAction),
    /// Chooses how to see the page, with the style of numbers that follows.
    Choose(Settings, NumberStyle),
}
