use std::rc::Rc;

use yew::Reducible;

use super::{Draft, Problems};
use crate::format::NumberStyle;
use crate::link::{self, LinkError};
use crate::pricing::{Assessment, Estimate, Period, PriceBook, UsageType, assess};

/// Everything the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What stands in the fields.
    pub draft: Draft,
    /// What is wrong with it.
    pub problems: Problems,
    /// The answer to the fields, or while something is wrong with them the last good answer.
    pub assessment: Option<Rc<Assessment>>,
    /// Why the link that was opened could not be used.
    pub damaged_link: Option<LinkError>,
    /// How numbers are written.
    pub style: NumberStyle,
}

/// What a reader can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Types into the volume.
    TypeVolume(String),
    /// Leaves the volume, which is then written out in full: `2.5M` becomes `2,500,000`.
    LeaveVolume,
    /// Chooses the period of the volume.
    ChoosePeriod(Period),
    /// Chooses the usage type.
    ChooseUsageType(UsageType),
    /// Types into the months.
    TypeMonths(String),
    /// Chooses the price book.
    ChoosePriceBook(&'static PriceBook),
    /// Opens another link: the fragment of an address, without the `#`.
    Open(String),
}

impl State {
    /// The state that a fragment stands for: without one, or with one that can't be used, the starting estimate.
    #[must_use]
    pub fn open(fragment: &str) -> Self {
        let catalogue = crate::catalogue();
        let (estimate, damaged_link) = match fragment {
            "" => (Estimate::starting(catalogue), None),
            link => match link::decode(link, catalogue) {
                Ok(estimate) => (estimate, None),
                Err(error) => (Estimate::starting(catalogue), Some(error)),
            },
        };
        let style = NumberStyle::ENGLISH;
        let draft = Draft::new(&estimate, style);
        let blank = Self { draft, problems: Problems::default(), assessment: None, damaged_link, style };
        blank.answered()
    }

    /// Whether the answer is the answer to what stands in the fields.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.problems.is_empty()
    }

    /// The link of the answer. `None` while the address shows a damaged link, which is left for the reader to repair.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        let assessment = self.assessment.as_ref().filter(|_| self.damaged_link.is_none())?;
        link::encode(&assessment.estimate)
    }

    /// Answers what stands in the fields, or says what is wrong with it and keeps the last good answer.
    fn answered(mut self) -> Self {
        let answer = self.draft.estimate(self.style).and_then(|estimate| {
            assess(crate::catalogue(), &estimate)
                .map_err(|error| Problems { volume: Some(error.to_string()), ..Problems::default() })
        });
        match answer {
            Ok(assessment) => {
                self.assessment = Some(Rc::new(assessment));
                self.problems = Problems::default();
            }
            Err(problems) => self.problems = problems,
        }
        self
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Self::clone(&self);
        match action {
            Action::Open(fragment) => return Rc::new(Self::open(&fragment)),
            Action::LeaveVolume => {
                if let Ok(estimate) = state.draft.estimate(state.style) {
                    state.draft.volume = Draft::new(&estimate, state.style).volume;
                }
                return Rc::new(state);
            }
            Action::TypeVolume(text) => state.draft.volume = text,
            Action::ChoosePeriod(period) => state.draft.period = period,
            Action::ChooseUsageType(usage_type) => state.draft.usage_type = usage_type,
            Action::TypeMonths(text) => state.draft.months = text,
            Action::ChoosePriceBook(price_book) => state.draft.price_book = price_book,
        }
        state.damaged_link = None;
        Rc::new(state.answered())
    }
}
