use super::{BudgetField, BudgetProblems, NewPhase, PhaseDraft, TermsDraft};

use crate::app::typed::{numbers, words};
use crate::numbers::{NumberStyle, parse_whole};
use crate::pricing::{Date, Months, Price, Reads, RereadFactor, Tier, UsageType};
use crate::project::{Phase, PhaseName, PlanChoice, PriceBasis, Project, ProjectError, ProjectFields, Proposal};

/// What stands in the form for a budget, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetDraft {
    /// The first day as typed: `2026-12-01`.
    pub start: String,
    /// The phases.
    pub phases: Vec<PhaseDraft>,
    /// The chosen usage type.
    pub usage_type: UsageType,
    /// The chosen prices.
    pub prices: PriceBasis,
    /// The re-read factor as typed.
    pub reread_factor: String,
    /// The assumed term as typed, empty for none.
    pub assumed_term: String,
    /// The budget limit as typed, empty for none.
    pub limit: String,
    /// The researcher's own tiers.
    pub own_tiers: Vec<Tier>,
    /// Which schedule the budget uses.
    pub choice: PlanChoice,
    /// The terms of the budget.
    pub terms: TermsDraft,
}

impl BudgetDraft {
    /// The form that says `proposal` on `today`.
    #[must_use]
    pub fn new(proposal: &Proposal, style: NumberStyle, today: Date) -> Self {
        let Proposal { project, choice, terms } = proposal;
        Self {
            start: project.start.to_string(),
            phases: (0..).zip(&project.phases).map(|(key, phase)| PhaseDraft::new(key, phase, style)).collect(),
            usage_type: project.usage_type,
            prices: project.prices,
            reread_factor: style.plain_decimal(project.reread_factor.decimal()),
            assumed_term: project.assumed_term.map(|months| months.to_string()).unwrap_or_default(),
            limit: project.limit.map(|limit| numbers::written_amount(limit.decimal(), style)).unwrap_or_default(),
            own_tiers: project.custom_tiers.clone(),
            choice: *choice,
            terms: TermsDraft::new(terms, style, today),
        }
    }

    /// The project that the form says, or more problems.
    pub(super) fn project(&self, problems: &mut BudgetProblems, style: NumberStyle) -> Option<Project> {
        let start = problems.take(BudgetField::Start, first_day(&self.start));
        let phases: Vec<_> =
            self.phases.iter().enumerate().map(|(place, phase)| read_phase(phase, place, problems, style)).collect();
        let factor = numbers::reread_factor(&self.reread_factor, style);
        let factor: Option<RereadFactor> = problems.take(BudgetField::RereadFactor, factor);
        let term = numbers::optional(&self.assumed_term, |text| numbers::months(text, style));
        let term: Option<Option<Months>> = problems.take(BudgetField::AssumedTerm, term);
        let limit: Option<Option<Price>> =
            problems.take(BudgetField::Limit, numbers::optional(&self.limit, |text| numbers::limit(text, style)));
        // Every field has had its say by now.
        let fields = ProjectFields {
            start: start?,
            phases: phases.into_iter().collect::<Option<_>>()?,
            usage_type: self.usage_type,
            reread_factor: factor?,
            prices: self.prices,
            custom_tiers: self.own_tiers.clone(),
            assumed_term: term?,
            limit: limit?,
        };
        Project::new(fields).map_err(|error| self.add_problem(&error, problems, style)).ok()
    }

    /// Puts a broken rule where it belongs in the form.
    fn add_problem(&self, error: &ProjectError, problems: &mut BudgetProblems, style: NumberStyle) {
        match error {
            ProjectError::Start(_) => problems.add(BudgetField::Start, start_rule()),
            ProjectError::MonthCount { months } => {
                let last = self.phases.len().saturating_sub(1);
                let together = if last == 0 { "" } else { "All phases together: " };
                let sentence = format!("{together}{months} months are too many, at most {} are priced.", Months::MAX);
                problems.add(BudgetField::Months(last), sentence);
            }
            ProjectError::TooManyReads { phase, .. } => {
                let most = style.reads(Reads::MAX);
                let sentence = format!(
                    "With so many reads a post, phase {phase} has more than the {most} (10^15) reads that can be priced."
                );
                problems.add(BudgetField::RereadFactor, sentence);
            }
            ProjectError::PhaseCount { .. } | ProjectError::CustomTiers(_) => {
                problems.whole = Some(format!("This can’t be planned: {error}."));
            }
        }
    }

    /// What stands in a field.
    #[must_use]
    pub fn text(&self, field: BudgetField) -> &str {
        let phase = |place: usize| self.phases.get(place);
        match field {
            BudgetField::Start => &self.start,
            BudgetField::Name(place) => phase(place).map_or("", |phase| &phase.name),
            BudgetField::Posts(place) => phase(place).map_or("", |phase| &phase.posts),
            BudgetField::Months(place) => phase(place).map_or("", |phase| &phase.months),
            BudgetField::RereadFactor => &self.reread_factor,
            BudgetField::AssumedTerm => &self.assumed_term,
            BudgetField::Limit => &self.limit,
            BudgetField::Inflation => &self.terms.inflation,
            BudgetField::Contingency => &self.terms.contingency,
            BudgetField::IndirectRate => &self.terms.indirect_rate,
            BudgetField::OtherCosts => &self.terms.other_costs,
            BudgetField::Currency => &self.terms.currency.code,
            BudgetField::Rate => &self.terms.currency.rate,
            BudgetField::RateDay => &self.terms.currency.rate_day,
        }
    }

    /// Types `text` into a field on `today`, with what follows from it in other fields.
    pub fn type_into(&mut self, field: BudgetField, text: String, today: Date) {
        match field {
            BudgetField::Currency => self.terms.type_currency(text, today),
            BudgetField::Rate => self.terms.currency.type_rate(text),
            field => self.set(field, text),
        }
    }

    /// Puts `text` into a field.
    fn set(&mut self, field: BudgetField, text: String) {
        let slot = match field {
            BudgetField::Start => Some(&mut self.start),
            BudgetField::Name(place) => self.phases.get_mut(place).map(|phase| &mut phase.name),
            BudgetField::Posts(place) => self.phases.get_mut(place).map(|phase| &mut phase.posts),
            BudgetField::Months(place) => self.phases.get_mut(place).map(|phase| &mut phase.months),
            BudgetField::RereadFactor => Some(&mut self.reread_factor),
            BudgetField::AssumedTerm => Some(&mut self.assumed_term),
            BudgetField::Limit => Some(&mut self.limit),
            BudgetField::Inflation => Some(&mut self.terms.inflation),
            BudgetField::Contingency => Some(&mut self.terms.contingency),
            BudgetField::IndirectRate => Some(&mut self.terms.indirect_rate),
            BudgetField::OtherCosts => Some(&mut self.terms.other_costs),
            BudgetField::Currency => Some(&mut self.terms.currency.code),
            BudgetField::Rate => Some(&mut self.terms.currency.rate),
            BudgetField::RateDay => Some(&mut self.terms.currency.rate_day),
        };
        if let Some(slot) = slot {
            *slot = text;
        }
    }

    /// What stands in a field, without the word that may stand beside its number.
    fn number(&self, field: BudgetField) -> &str {
        let text = self.text(field);
        if matches!(field, BudgetField::Posts(_)) { words::without_unit(text) } else { text }
    }

    /// Writes a number out in full, `2.5M posts` as `2,500,000`; what is no whole number stays as typed.
    pub fn write_out(&mut self, field: BudgetField, style: NumberStyle) {
        let is_whole = matches!(field, BudgetField::Posts(_) | BudgetField::Limit | BudgetField::OtherCosts);
        if is_whole && let Ok(number) = parse_whole(self.number(field), style) {
            self.set(field, style.whole(number));
        }
    }

    /// Writes all numbers as another style does. What is no number stays as typed.
    pub(super) fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        let of_phases =
            (0..self.phases.len()).flat_map(|place| [BudgetField::Posts(place), BudgetField::Months(place)]);
        let whole = of_phases.chain([BudgetField::AssumedTerm]).map(|field| (field, true));
        let decimals = [BudgetField::RereadFactor, BudgetField::Limit];
        for (field, is_whole) in whole.chain(decimals.map(|field| (field, false))) {
            if let Some(text) = numbers::restyled(self.number(field), is_whole, from, to) {
                self.set(field, text);
            }
        }
        self.terms.restyle(from, to);
    }

    /// Adds a phase before or after all others, while there is room, and says its place.
    pub fn add_phase(&mut self, kind: NewPhase, style: NumberStyle) -> Option<usize> {
        if self.phases.len() >= Project::MOST_PHASES {
            return None;
        }
        let key = self.phases.iter().map(|phase| phase.key).max().map_or(0, |key| key.wrapping_add(1));
        let (name, posts) = kind.beginning();
        let phase = PhaseDraft { key, name: name.to_owned(), posts: style.whole(posts), months: "1".to_owned() };
        if let ([only], NewPhase::Pilot | NewPhase::Refresh) = (self.phases.as_mut_slice(), kind)
            && only.name.trim().is_empty()
        {
            "Collection".clone_into(&mut only.name);
        }
        let place = if kind == NewPhase::Pilot { 0 } else { self.phases.len() };
        self.phases.insert(place, phase);
        Some(place)
    }

    /// Takes a phase away; the last stays.
    pub fn remove_phase(&mut self, place: usize) {
        if self.phases.len() > 1 && place < self.phases.len() {
            self.phases.remove(place);
        }
    }

    /// Changes a phase's place with the one before it.
    pub fn move_phase_up(&mut self, place: usize) {
        if (1..self.phases.len()).contains(&place) {
            self.phases.swap(place - 1, place);
        }
    }
}

fn read_phase(phase: &PhaseDraft, place: usize, problems: &mut BudgetProblems, style: NumberStyle) -> Option<Phase> {
    let name = PhaseName::new(&phase.name).map_err(|error| format!("A phase’s name is a word or two: {error}."));
    let name = problems.take(BudgetField::Name(place), name);
    let posts = problems.take(BudgetField::Posts(place), numbers::posts(&phase.posts, "in a phase", style));
    let months = problems.take(BudgetField::Months(place), numbers::months(&phase.months, style));
    Some(Phase { name: name?, posts: posts?, months: months? })
}

fn first_day(typed: &str) -> Result<Date, String> {
    typed.trim().parse().map_err(|_| "Choose the day on which the collection starts, like 2026-12-01.".to_owned())
}

fn start_rule() -> String {
    format!("A project starts between {} and {}.", Project::FIRST_DAY, Project::LAST_DAY)
}
