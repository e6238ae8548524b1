use super::TierField;

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierProblem {
    /// The field, its value and the rule, as a sentence.
    pub sentence: String,
    /// Whether there is only something still to be filled in.
    pub is_missing: bool,
}

/// What is wrong with the fields of the editor, in their order: at most one problem each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TierProblems(Vec<(TierField, TierProblem)>);

impl TierProblems {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with `field`, if anything is.
    #[must_use]
    pub fn of(&self, field: TierField) -> Option<&TierProblem> {
        self.0.iter().find(|(wrong, _)| *wrong == field).map(|(_, problem)| problem)
    }

    /// The first field with which something is wrong.
    #[must_use]
    pub fn first(&self) -> Option<TierField> {
        self.0.first().map(|(field, _)| *field)
    }

    /// Whether nothing is wrong but that something is still to be filled in.
    #[must_use]
    pub fn are_gaps(&self) -> bool {
        self.0.iter().all(|(_, problem)| problem.is_missing)
    }

    pub(super) fn add(&mut self, field: TierField, is_missing: bool, sentence: String) {
        if self.of(field).is_none() {
            self.0.push((field, TierProblem { sentence, is_missing }));
        }
    }
}
