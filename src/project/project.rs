use std::ops::Deref;

use thiserror::Error;

use super::{Phase, PriceBasis};
use crate::pricing::{
    Catalogue, CustomTiersError, Date, Months, Posts, Price, PriceBook, Reads, RereadFactor, Tier, UsageType,
    check_custom_tiers,
};

/// Everything that the researcher entered about the collection, and nothing computed. [`Project`] is the checked form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectFields {
    /// The first day; months and project years count from it.
    pub start: Date,
    /// What is collected, one phase after the other; 1 to [`Project::MOST_PHASES`].
    pub phases: Vec<Phase>,
    /// What for.
    pub usage_type: UsageType,
    /// How many reads one wanted post costs.
    pub reread_factor: RereadFactor,
    /// At whose prices.
    pub prices: PriceBasis,
    /// Tiers of the researcher's own, on sale in every month.
    pub custom_tiers: Vec<Tier>,
    /// The minimum term of contracts whose term isn't public; `None` to assume none.
    pub assumed_term: Option<Months>,
    /// The dollars that access may cost in all, if there is such a limit. What a budget adds to it isn't counted.
    pub limit: Option<Price>,
}

/// A project whose fields, read through [`Deref`], agree with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    fields: ProjectFields,
    /// The reads of each phase.
    reads: Vec<Reads>,
}

impl Project {
    /// The most phases.
    pub const MOST_PHASES: usize = 12;

    /// The first day on which a project can start.
    pub const FIRST_DAY: Date = match Date::from_ymd_opt(2020, 1, 1) {
        Some(day) => day,
        None => panic!("the day exists"),
    };

    /// The last day on which a project can start.
    pub const LAST_DAY: Date = match Date::from_ymd_opt(2099, 12, 31) {
        Some(day) => day,
        None => panic!("the day exists"),
    };

    /// Checks `fields` and wraps them.
    ///
    /// # Errors
    /// [`ProjectError`] names the field and the rule that it breaks.
    pub fn new(fields: ProjectFields) -> Result<Self, ProjectError> {
        let count = fields.phases.len();
        if !(1..=Self::MOST_PHASES).contains(&count) {
            return Err(ProjectError::PhaseCount { count });
        }
        if !(Self::FIRST_DAY..=Self::LAST_DAY).contains(&fields.start) {
            return Err(ProjectError::Start(fields.start));
        }
        let months: usize = fields.phases.iter().map(|phase| usize::from(phase.months.get())).sum();
        if months > usize::from(Months::MAX.get()) {
            return Err(ProjectError::MonthCount { months });
        }
        let factor = fields.reread_factor;
        let reads = fields.phases.iter().enumerate().map(|(place, phase)| {
            factor.reads_for(phase.posts).ok_or(ProjectError::TooManyReads { phase: place + 1, factor })
        });
        let reads = reads.collect::<Result<_, _>>()?;
        check_custom_tiers(&fields.custom_tiers, &[])?;
        Ok(Self { fields, reads })
    }

    /// The project that a new visitor sees on `today`: 10,000,000 posts within eight months for academic research, starting
    /// with the next month.
    #[must_use]
    pub fn starting(today: Date) -> Self {
        const POSTS: Posts = match Posts::new(10_000_000) {
            Ok(posts) => posts,
            Err(_) => panic!("10,000,000 is within bounds"),
        };
        const MONTHS: Months = match Months::new(8) {
            Ok(months) => months,
            Err(_) => panic!("8 is within bounds"),
        };
        let phase = Phase { name: super::PhaseName::default(), posts: POSTS, months: MONTHS };
        let fields = ProjectFields {
            start: next_month(today).clamp(Self::FIRST_DAY, Self::LAST_DAY),
            phases: vec![phase],
            usage_type: UsageType::Academic,
            reread_factor: RereadFactor::NONE,
            prices: PriceBasis::ByDate,
            custom_tiers: Vec::new(),
            assumed_term: None,
            limit: None,
        };
        Self { fields, reads: vec![POSTS.read_once()] }
    }

    /// The reads of each phase: its posts times the re-read factor, rounded up.
    #[must_use]
    pub fn reads(&self) -> &[Reads] {
        &self.reads
    }

    /// The posts of all phases together.
    #[must_use]
    pub fn posts(&self) -> u64 {
        self.phases.iter().map(|phase| phase.posts.get()).sum()
    }

    /// The months of all phases together.
    #[must_use]
    pub fn month_count(&self) -> usize {
        self.phases.iter().map(|phase| usize::from(phase.months.get())).sum()
    }

    /// The place of the phase that a month belongs to, both counted from 0; `None` after the last phase.
    #[must_use]
    pub fn phase_of(&self, month: usize) -> Option<usize> {
        let mut end = 0;
        self.phases.iter().position(|phase| {
            end += usize::from(phase.months.get());
            month < end
        })
    }

    /// The first day of a month, counted from 0. A month that begins on the 31st begins on the last day of a shorter one.
    #[must_use]
    pub fn first_day(&self, month: usize) -> Date {
        let months = chrono::Months::new(u32::try_from(month).unwrap_or(u32::MAX));
        self.start.checked_add_months(months).unwrap_or(Date::MAX)
    }

    /// The price book at whose prices a month is bought, counted from 0.
    #[must_use]
    pub fn price_book(&self, catalogue: &'static Catalogue, month: usize) -> &'static PriceBook {
        self.prices.price_book(catalogue, self.first_day(month))
    }
}

impl Deref for Project {
    type Target = ProjectFields;

    fn deref(&self) -> &ProjectFields {
        &self.fields
    }
}

impl From<Project> for ProjectFields {
    fn from(project: Project) -> Self {
        project.fields
    }
}

/// The first day of the month after `day`'s.
fn next_month(day: Date) -> Date {
    use chrono::Datelike;
    let first = day.with_day(1).unwrap_or(day);
    first.checked_add_months(chrono::Months::new(1)).unwrap_or(first)
}

/// Which rule the fields of a project break.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProjectError {
    /// No phase, or too many.
    #[error("phases: {count} are given, and a project has 1 to {}", Project::MOST_PHASES)]
    PhaseCount {
        /// How many there are.
        count: usize,
    },
    /// A start that can't be said.
    #[error("the start {0} is out of bounds: use {first} to {last}", first = Project::FIRST_DAY, last = Project::LAST_DAY)]
    Start(Date),
    /// More months than are priced.
    #[error("the phases take {months} months together: at most {} are priced", Months::MAX)]
    MonthCount {
        /// How many there are.
        months: usize,
    },
    /// The re-read factor makes too many reads.
    #[error("phase {phase} needs too many reads with a re-read factor of {factor}: at most {} (10^15)", Reads::MAX)]
    TooManyReads {
        /// The phase, counted from 1.
        phase: usize,
        /// The factor.
        factor: RereadFactor,
    },
    /// Tiers of the user's own that can't be compared.
    #[error(transparent)]
    CustomTiers(#[from] CustomTiersError),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn a_new_project_starts_with_the_next_month() {
        for (today, start) in [("2026-11-24", "2026-12-01"), ("2026-12-31", "2027-01-01"), ("1999-01-01", "2020-01-01")]
        {
            let project = Project::starting(day(today));
            assert_eq!(project.start, day(start));
            assert_eq!(Project::new(project.clone().into()), Ok(project), "it is a project like any other");
        }
    }

    #[test]
    fn months_belong_to_phases_and_begin_on_days() {
        let starting = Project::starting(day("2026-11-24"));
        let phase = |months: i128| Phase { months: months.try_into().expect("months"), ..starting.phases[0].clone() };
        let fields =
            ProjectFields { start: day("2027-01-31"), phases: vec![phase(2), phase(1)], ..starting.clone().into() };
        let project = Project::new(fields).expect("a project");
        assert_eq!((0..4).map(|month| project.phase_of(month)).collect::<Vec<_>>(), [Some(0), Some(0), Some(1), None]);
        assert_eq!(project.first_day(1), day("2027-02-28"));
        assert_eq!(project.first_day(2), day("2027-03-31"), "a short month doesn't move the ones after it");
    }

    #[test]
    fn what_breaks_a_rule_is_refused_with_the_rule() {
        let starting = Project::starting(day("2026-11-24"));
        let phase = starting.phases[0].clone();
        let long = Phase { months: Months::MAX, ..phase.clone() };
        let huge = Phase { posts: Posts::MAX, ..phase.clone() };
        let fields = ProjectFields::from(starting);
        let case = |fields: ProjectFields, message: &str| {
            assert_eq!(Project::new(fields).expect_err("it breaks a rule").to_string(), message);
        };
        case(ProjectFields { phases: Vec::new(), ..fields.clone() }, "phases: 0 are given, and a project has 1 to 12");
        case(
            ProjectFields { phases: vec![phase; 13], ..fields.clone() },
            "phases: 13 are given, and a project has 1 to 12",
        );
        case(
            ProjectFields { phases: vec![long; 2], ..fields.clone() },
            "the phases take 240 months together: at most 120 are priced",
        );
        case(
            ProjectFields { start: day("2019-12-31"), ..fields.clone() },
            "the start 2019-12-31 is out of bounds: use 2020-01-01 to 2099-12-31",
        );
        case(
            ProjectFields { phases: vec![huge], reread_factor: "1.5".parse().expect("a factor"), ..fields },
            "phase 1 needs too many reads with a re-read factor of 1.5: at most 1000000000000000 (10^15)",
        );
    }
}
