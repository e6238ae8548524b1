use super::Field;

/// What is wrong with the fields, a sentence for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<(Field, String)>);

impl Problems {
    /// One problem.
    #[must_use]
    pub fn with(field: Field, sentence: String) -> Self {
        Self(vec![(field, sentence)])
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn of(&self, field: Field) -> Option<&str> {
        self.0.iter().find(|(place, _)| *place == field).map(|(_, sentence)| sentence.as_str())
    }

    /// The fields with something wrong, each with its sentence.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(field, sentence)| (*field, sentence.as_str()))
    }

    /// The value, or nothing and one problem more.
    pub(super) fn take<T>(&mut self, field: Field, value: Result<T, String>) -> Option<T> {
        value.map_err(|sentence| self.0.push((field, sentence))).ok()
    }
}
