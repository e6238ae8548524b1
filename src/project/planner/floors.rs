//! A floor under what is still to be paid, which tells the search what it need not follow.

use std::ops::Range;

use super::gate::Gate;
use super::holding::{Commitment, CommittedPayment, Holding};
use super::line::{Amount, Line, Measure};
use super::market::{Market, YEAR};
use super::phase_floors::{PhaseFloors, Scope};
use super::powers::RoughPowers;
use super::rough::{at_least, rounded};
use super::work::Work;

/// The floors of every phase.
pub(super) struct Floors<'a> {
    market: &'a Market<'a>,
    /// What part of an amount each month may leave out at the most.
    part: f64,
    powers: RoughPowers,
    phases: Vec<PhaseFloors>,
}

/// How many lines are followed for close floors, about.
const MANY_LINES: usize = 8_000_000;

/// How many lines are followed for quick floors, about.
const FEW_LINES: usize = 300_000;

impl<'a> Floors<'a> {
    /// Floors that leave out little, to read many numbers off.
    pub(super) fn close(market: &'a Market<'a>) -> Self {
        Self::new(market, MANY_LINES)
    }

    /// Floors that are made in no time, to be asked once.
    pub(super) fn quick(market: &'a Market<'a>) -> Self {
        Self::new(market, FEW_LINES)
    }

    /// The floors of a market, as exact as they can be with about so many lines to follow.
    pub(super) fn new(market: &'a Market<'a>, most_lines: usize) -> Self {
        let powers = RoughPowers::new(market, Work::FINEST);
        let project = market.project;
        let mut phases: Vec<PhaseFloors> = Vec::new();
        let mut end = project.month_count();
        let work = Work::up_to(most_lines);
        for (phase, reads) in project.phases.iter().zip(project.reads()).rev() {
            let first = end - usize::from(phase.months.get());
            let scope = Scope { market, powers: &powers, target: reads.get(), first, end, work: &work };
            let found = scope.floors(|holding| start(market, &powers, &phases, end, holding));
            phases.insert(0, found);
            end = first;
        }
        Self { market, part: work.roughest(), powers, phases }
    }

    /// What every schedule costs at least; `None` when there is none.
    pub(super) fn least(&self) -> Option<Amount> {
        self.phases.first()?.whole(None).map(at_least)
    }

    /// The most reads of a phase, up to those that it has, of which all may cost no more than `ceiling`; `None` when there is no
    /// schedule.
    pub(super) fn reads_within(&self, phase: usize, ceiling: Amount) -> Option<u64> {
        Some(self.phases[phase].reads_within(rounded(ceiling - self.others(phase)?)))
    }

    /// What all costs at least with so many reads in a phase, at the most those that it has; `None` when there is no schedule.
    pub(super) fn least_with(&self, phase: usize, reads: u64) -> Option<Amount> {
        let own = self.phases[phase].cost_of(self.phases[phase].first, reads)?;
        Some(self.others(phase)? + at_least(own))
    }

    /// What all but a phase and those behind it costs at least, where nothing is held before it.
    fn others(&self, phase: usize) -> Option<Amount> {
        Some(self.least()? - at_least(self.phases[phase].whole(None)?))
    }

    /// What lines of a phase must stay below that end before `month`, to belong to a schedule of at most `ceiling`.
    pub(super) fn gate(&self, month: usize, holding: Holding, ceiling: Amount) -> Gate<'_> {
        let place = self.phases.iter().position(|phase| phase.first < month && month <= phase.end);
        let Some(place) = place else { return Gate::Behind { most: ceiling - behind(self.market, month, holding) } };
        let (phase, later) = (&self.phases[place], &self.phases[place + 1..]);
        let after = |holding: Holding| start(self.market, &self.powers, later, phase.end, holding);
        if month == phase.end {
            // No way on is one for less than nothing.
            let most = after(holding).map_or(-1, |rest| ceiling - at_least(rest));
            return Gate::Done { target: phase.target, most };
        }
        match holding {
            Holding::Nothing => phase.gate(month, None, ceiling),
            Holding::Kind(kind) => phase.gate(month, Some(kind), ceiling),
            Holding::Committed(Commitment { tier, until, free_from, .. }) if until == month && free_from <= month => {
                phase.gate(month, Some(self.market.tiers[tier].kind), ceiling)
            }
            Holding::Committed(commitment) => {
                phase.gate_behind(self.market, &self.powers, month, commitment, ceiling, after)
            }
        }
    }

    /// Whether it may be of use to hold a kind of tier before a month: not where all that goes on with it costs more than what one
    /// who holds nothing pays from there on, which is known for the first month of a phase.
    pub(super) fn may_be_of_use(&self, month: usize, kind: usize) -> bool {
        let Some(phase) = self.phases.iter().find(|phase| phase.first == month) else { return true };
        let months = self.market.project.month_count() - month;
        // Each month leaves out two such parts at the most.
        let most = phase.whole(None).map_or(f64::MAX, |least| least * (1.0 + self.part.times(3 * months as u64)));
        phase.whole_going_on(kind).is_some_and(|going_on| going_on <= most)
    }

    /// What a schedule of this line costs at least, for telling hopeful from less hopeful ones.
    pub(super) fn promise(&self, month: usize, line: &Line) -> Amount {
        let phase = self.phases.iter().find(|phase| phase.first < month && month < phase.end);
        let Some(phase) = phase else { return line.cost };
        let rest =
            |reads: u64| phase.cost_of(month, phase.target.saturating_sub(reads)).map_or(Amount::MAX >> 2, at_least);
        (line.cost + rest(line.start)).min(line.at(line.end) + rest(line.end))
    }

    /// What a month of a tier costs beyond the worth of its reads in the phase of that month.
    pub(super) fn beyond_worth(&self, month: usize, tier: usize) -> Amount {
        let phase = self.phases.iter().find(|phase| phase.first <= month && month < phase.end);
        phase.map_or(0, |phase| at_least(phase.beyond_worth(&self.market.tiers[tier])))
    }
}

/// What all phases from the first of `later` on cost at least, which begin with `month`; `None` when they can't be had.
fn start(
    market: &Market<'_>,
    powers: &RoughPowers,
    later: &[PhaseFloors],
    month: usize,
    holding: Holding,
) -> Option<f64> {
    let Some((phase, later)) = later.split_first() else { return Some(rounded(behind(market, month, holding))) };
    match holding {
        Holding::Nothing => phase.whole(None),
        Holding::Kind(kind) => phase.whole(Some(kind)),
        Holding::Committed(commitment) => {
            let after = |holding: Holding| start(market, powers, later, phase.end, holding);
            phase.whole_behind(market, powers, commitment, after)
        }
    }
}

/// What must still be paid behind the project.
fn behind(market: &Market<'_>, month: usize, holding: Holding) -> Amount {
    let Holding::Committed(commitment) = holding else { return 0 };
    let priced = &market.tiers[commitment.tier];
    let unused = |months: Range<usize>| priced.unused * Amount::try_from(months.len()).unwrap_or_default();
    let is_in_advance = commitment.payment == CommittedPayment::InAdvance;
    let year = if is_in_advance { priced.in_advance } else { priced.at_most };
    let paid = commitment.until.min(commitment.free_from).max(month);
    let mut cost = market.units.orders(month..paid);
    if commitment.payment == CommittedPayment::Listed {
        cost += unused(month..paid);
    }
    for start in (paid..commitment.free_from).step_by(YEAR) {
        let months = start..commitment.free_from.min(start + YEAR);
        let listed = (!is_in_advance).then(|| unused(months.clone()));
        cost += market.units.orders(months) + listed.into_iter().chain(year.map(|year| year.price)).min().unwrap_or(0);
    }
    cost
}
