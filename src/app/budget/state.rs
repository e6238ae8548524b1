use std::rc::Rc;

use yew::Reducible;

use super::{BudgetAction, BudgetDraft, BudgetField, BudgetProblems, LeftTerms, NewPhase, Planned};
use crate::app::saved::SavedPanel;
use crate::app::settings::Settings;
use crate::app::{Focus, FormField};
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Report};
use crate::project::{PlanChoice, Proposal, link};

/// Everything that the Project budget page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetState {
    /// What stands in the form.
    pub draft: BudgetDraft,
    /// What is wrong with it.
    pub problems: BudgetProblems,
    /// What the form says, or while something is wrong with its project or its terms the last good one of these.
    pub proposal: Rc<Proposal>,
    /// The schedules for it, or while those are looked for the ones from before; `None` until the first are found.
    pub planned: Option<Rc<Planned>>,
    /// Why the link that was opened could not be used.
    pub damaged_link: Option<String>,
    /// What was chosen for the funder and isn't right yet, in the budgets that were open before.
    pub left: LeftTerms,
    /// What became of the last act, in a sentence.
    pub notice: Option<String>,
    /// What the last act replaced, to take it back.
    pub undo: Option<Rc<BudgetUndo>>,
    /// Where the keyboard should go on, when what it was on has come or gone.
    pub focus: Option<Focus>,
    /// The budgets that are saved on this device.
    pub saved: SavedPanel,
    /// How the reader wants to see the page.
    pub settings: Settings,
    /// Whether the reader has made the budget their own; a link that was only opened isn't kept for the next visit.
    pub is_own: bool,
    /// How numbers are written.
    pub style: NumberStyle,
    /// The reader's date.
    pub today: Date,
}

/// An act that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetUndo {
    /// What was done, as a sentence.
    pub sentence: String,
    /// The form before it.
    draft: BudgetDraft,
    /// What the form said, or where something was wrong with it the last good one.
    proposal: Rc<Proposal>,
}

impl BudgetState {
    /// The id of the button that takes the last act back.
    pub const UNDO_BUTTON: &str = "budget-undo";

    /// The state that a fragment stands for. Without a fragment, the budget that `last` says, or the starting one; with one
    /// that can't be used, the starting one and the reason.
    #[must_use]
    pub fn open(fragment: &str, last: Option<&str>, style: NumberStyle, today: Date) -> Self {
        let opened = match fragment {
            "" => Ok(last.and_then(|last| link::decode(last, crate::catalogue()).ok())),
            link => read(link, today).map(Some),
        };
        let (proposal, damaged_link) = match opened {
            Ok(proposal) => (proposal, None),
            Err(reason) => (None, Some(reason)),
        };
        let proposal = proposal.unwrap_or_else(|| Proposal::starting(today));
        Self {
            draft: BudgetDraft::new(&proposal, style, today),
            problems: BudgetProblems::default(),
            planned: None,
            proposal: Rc::new(proposal),
            damaged_link,
            left: LeftTerms::default(),
            notice: None,
            undo: None,
            focus: None,
            saved: SavedPanel::default(),
            settings: Settings::default(),
            is_own: fragment.is_empty(),
            style,
            today,
        }
    }

    /// Whether the proposal is what stands in the form.
    #[must_use]
    pub const fn is_current(&self) -> bool {
        self.problems.is_empty()
    }

    /// Whether the project is what stands in the form. What is wrong in the part for the funder leaves the schedules as they are.
    #[must_use]
    pub fn is_project_current(&self) -> bool {
        self.problems.whole.is_none() && self.problems.fields().all(|(field, _)| field.is_for_funder())
    }

    /// Whether there are no schedules yet, or those of another project.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.planned.as_ref().is_none_or(|planned| planned.project != self.proposal.project)
    }

    /// Whether schedules are still to be found.
    #[must_use]
    pub fn is_planning(&self) -> bool {
        self.is_behind() || self.planned.as_ref().is_some_and(|planned| !planned.is_whole())
    }

    /// The link of the proposal.
    #[must_use]
    pub fn link(&self) -> String {
        link::encode(&self.proposal)
    }

    /// The link to keep for the next visit, with what of the form is right.
    #[must_use]
    pub fn own_link(&self) -> Option<String> {
        self.is_own.then(|| self.link())
    }

    /// What the reader chose for the funder where that isn't right yet, and so in no link, here and in the budgets that were open
    /// before, for [`BudgetState::resumed`].
    #[must_use]
    pub fn unfinished(&self) -> Option<String> {
        self.all_left().write(self.style)
    }

    /// The same state with that in the form again, as far as it belongs to this budget.
    #[must_use]
    pub fn resumed(mut self, unfinished: &str) -> Self {
        self.left = LeftTerms::read(unfinished, self.style);
        self.take_up();
        self
    }

    /// What there is to come back to once this budget is left, too.
    fn all_left(&self) -> LeftTerms {
        let (mut left, link) = (self.left.clone(), self.link());
        if self.problems.fields().any(|(field, _)| field.is_for_funder()) {
            left.push(link, self.draft.terms.clone());
        } else if self.damaged_link.is_none() {
            left.take(&link);
        }
        left
    }

    /// Goes on with what was left in this budget.
    fn take_up(&mut self) {
        if self.damaged_link.is_none()
            && let Some(terms) = self.left.take(&self.link())
        {
            self.draft.terms = terms;
            self.is_own = true;
            self.read();
        }
    }

    /// What the address should say. `None` while it shows a damaged link, which is left for the reader to repair.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        self.damaged_link.is_none().then(|| self.link())
    }

    /// The same state after a link was opened.
    fn opened(mut self, fragment: &str) -> Self {
        if self.is_current() && self.damaged_link.is_none() && self.link() == fragment {
            // The address follows the form, so it usually says what is shown already, and that is right.
            self.left.take(fragment);
            return self;
        }
        let left = self.all_left();
        let Self { saved, settings, style, today, planned, .. } = self;
        Self { saved, settings, planned, left, is_own: false, ..Self::open(fragment, None, style, today) }
    }

    /// Reads the form, or says what is wrong with it and keeps the last good project, the last good terms, or both.
    fn read(&mut self) {
        let mut problems = BudgetProblems::default();
        let project = self.draft.project(&mut problems, self.style);
        let terms = self.draft.terms.terms(&mut problems, self.style);
        self.proposal = Rc::new(Proposal {
            project: project.unwrap_or_else(|| self.proposal.project.clone()),
            choice: self.draft.choice,
            terms: terms.unwrap_or(self.proposal.terms),
        });
        self.problems = problems;
    }

    /// Remembers the form, to take back what comes next.
    fn remember(&mut self, sentence: String) {
        let (draft, proposal) = (self.draft.clone(), self.proposal.clone());
        self.undo = Some(Rc::new(BudgetUndo { sentence, draft, proposal }));
    }

    fn add_phase(&mut self, kind: NewPhase) {
        if let Some(place) = self.draft.add_phase(kind, self.style) {
            Focus::send(&mut self.focus, BudgetField::Posts(place).id());
            self.notice = Some(format!("Phase {} was added.", place + 1));
        }
    }

    fn remove_phase(&mut self, place: usize) {
        let title = self.draft.phases.get(place).map(|phase| phase.title(place)).unwrap_or_default();
        self.remember(format!("{title} was removed."));
        self.draft.remove_phase(place);
        Focus::send(&mut self.focus, Self::UNDO_BUTTON);
    }

    /// The id of the radio button that chooses a schedule.
    #[must_use]
    pub fn plan_radio(choice: PlanChoice) -> String {
        format!("plan-{}", choice.id())
    }

    /// The id of the button that moves the phase at `place` up.
    #[must_use]
    pub fn up_button(place: usize) -> String {
        format!("phase-{}-up", place + 1)
    }

    /// The id of the button that moves the phase at `place` down.
    #[must_use]
    pub fn down_button(place: usize) -> String {
        format!("phase-{}-down", place + 1)
    }

    /// Changes the phase at `place` with the one before it; the keyboard follows the one that is then at `follow`, on its
    /// button of this id.
    fn move_phase_up(&mut self, place: usize, follow: usize, button: String) {
        self.draft.move_phase_up(place);
        Focus::send(&mut self.focus, button);
        let title = self.draft.phases.get(follow).map(|phase| phase.title(follow)).unwrap_or_default();
        self.notice = Some(format!("{title} is now in place {}.", follow + 1));
    }

    /// Does what changes the form. `undo` is what could be taken back before.
    fn change(&mut self, action: BudgetAction, undo: Option<Rc<BudgetUndo>>) {
        match action {
            BudgetAction::Type(field, text) => self.draft.type_into(field, text, self.today),
            BudgetAction::ChooseUsageType(usage_type) => self.draft.usage_type = usage_type,
            BudgetAction::ChoosePrices(prices) => self.draft.prices = prices,
            BudgetAction::ChoosePlan(choice) => {
                self.draft.choice = choice;
                // The button in the answer goes with the choice.
                Focus::send(&mut self.focus, Self::plan_radio(choice));
            }
            BudgetAction::ChooseFunder(funder) => self.draft.terms.choose_funder(funder, self.today),
            BudgetAction::ChooseYearCut(cut) => self.draft.terms.year_cut = cut,
            BudgetAction::ChooseIndirectBase(base) => self.draft.terms.indirect_base = base,
            BudgetAction::ChooseCostClass(class) => self.draft.terms.cost_class = class,
            BudgetAction::AddPhase(kind) => self.add_phase(kind),
            BudgetAction::RemovePhase(place) => self.remove_phase(place),
            BudgetAction::MovePhaseUp(place) => {
                let follow = place.saturating_sub(1);
                self.move_phase_up(place, follow, Self::up_button(follow));
            }
            BudgetAction::MovePhaseDown(place) => {
                let follow = place + 1;
                self.move_phase_up(follow, follow, Self::down_button(follow));
            }
            BudgetAction::RemoveTier(id) => {
                let name = self.draft.own_tiers.iter().find(|tier| tier.id == id).map(|tier| tier.name.clone());
                self.remember(format!("Your own tier {} was removed.", name.unwrap_or_default()));
                self.draft.own_tiers.retain(|tier| tier.id != id);
                Focus::send(&mut self.focus, Self::UNDO_BUTTON);
            }
            BudgetAction::Reset => {
                self.remember("The budget was reset.".to_owned());
                self.draft = BudgetDraft::new(&Proposal::starting(self.today), self.style, self.today);
            }
            BudgetAction::Undo => {
                if let Some(undo) = undo {
                    self.draft = undo.draft.clone();
                    self.proposal = undo.proposal.clone();
                    Focus::send(&mut self.focus, BudgetField::Start.id());
                }
            }
            // These leave the form as it is.
            BudgetAction::Planned(_)
            | BudgetAction::Leave(_)
            | BudgetAction::Saved(_)
            | BudgetAction::Open(..)
            | BudgetAction::OpenSaved(_)
            | BudgetAction::Choose(..) => {}
        }
    }
}

/// Reads a link: that of a budget, or that of an estimate, which becomes one.
fn read(fragment: &str, today: Date) -> Result<Proposal, String> {
    let catalogue = crate::catalogue();
    if link::is_budget(fragment) {
        return link::decode(fragment, catalogue).map_err(|error| error.to_string());
    }
    let estimate = crate::link::decode(fragment, catalogue).map_err(|error| error.to_string())?;
    // Where an estimate starts from dollars a month, the project is for the posts that they buy.
    let report = Report::new(catalogue, &estimate).map_err(|error| error.to_string())?;
    Proposal::of_estimate(catalogue, &report.assessment.estimate, today).map_err(|error| error.to_string())
}

impl Reducible for BudgetState {
    type Action = BudgetAction;

    fn reduce(self: Rc<Self>, action: BudgetAction) -> Rc<Self> {
        let mut state = Self::clone(&self);
        match action {
            BudgetAction::Planned(planned) => {
                if planned.project == state.proposal.project {
                    state.planned = Some(planned);
                }
            }
            BudgetAction::Leave(field) => state.draft.write_out(field, state.style),
            BudgetAction::Saved(action) => state.saved = state.saved.reduced(action),
            BudgetAction::Open(fragment, today) => {
                state.today = today;
                state = state.opened(&fragment);
                state.take_up();
            }
            BudgetAction::OpenSaved(link) => {
                state.remember("The saved budget was opened in place of the one before.".to_owned());
                let undo = state.undo.take();
                state = Self { undo, is_own: true, ..state.opened(&link) };
                // Whoever wants what was saved wants nothing else.
                state.left.take(&link);
            }
            BudgetAction::Choose(settings, style) => {
                state.draft.restyle(state.style, style);
                state.left.restyle(state.style, style);
                if let Some(undo) = &mut state.undo {
                    Rc::make_mut(undo).draft.restyle(state.style, style);
                }
                (state.settings, state.style) = (settings, style);
                state.read();
            }
            action => {
                state.notice = None;
                let undo = state.undo.take();
                state.change(action, undo);
                state.damaged_link = None;
                state.is_own = true;
                state.read();
            }
        }
        Rc::new(state)
    }
}
