use crate::numbers::NumberStyle;
use crate::pricing::Months;
use crate::project::Phase;

/// What stands in the fields of a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseDraft {
    /// Tells it from the other phases, wherever it is moved.
    pub key: u32,
    /// Its name as typed.
    pub name: String,
    /// Its posts as typed.
    pub posts: String,
    /// Its months as typed.
    pub months: String,
}

impl PhaseDraft {
    /// The fields that say `phase`.
    #[must_use]
    pub fn new(key: u32, phase: &Phase, style: NumberStyle) -> Self {
        let months: Months = phase.months;
        Self { key, name: phase.name.to_string(), posts: style.posts(phase.posts), months: months.to_string() }
    }

    /// How a sentence calls it: by its name, or by its place counted from 0.
    #[must_use]
    pub fn title(&self, place: usize) -> String {
        match self.name.trim() {
            "" => format!("Phase {}", place + 1),
            name => format!("“{name}”"),
        }
    }
}
