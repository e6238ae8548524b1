/// What is wrong with a form, a sentence for each field, and with all of it together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormProblems<F> {
    fields: Vec<(F, String)>,
    /// What is wrong with no field by itself.
    pub whole: Option<String>,
}

impl<F: PartialEq> FormProblems<F> {
    /// A problem of all fields together.
    #[must_use]
    pub fn of_whole(sentence: String) -> Self {
        Self { fields: Vec::new(), whole: Some(sentence) }
    }

    /// A problem of one field.
    #[must_use]
    pub fn of_field(field: F, sentence: String) -> Self {
        Self { fields: vec![(field, sentence)], whole: None }
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.whole.is_none()
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn of(&self, field: F) -> Option<&str> {
        self.fields.iter().find(|(place, _)| *place == field).map(|(_, sentence)| sentence.as_str())
    }

    /// The fields with which something is wrong, each with its sentence.
    pub fn fields(&self) -> impl Iterator<Item = (&F, &str)> {
        self.fields.iter().map(|(field, sentence)| (field, sentence.as_str()))
    }

    /// One problem more.
    pub(in crate::app) fn add(&mut self, field: F, sentence: String) {
        self.fields.push((field, sentence));
    }

    /// The value, or nothing and one problem more.
    pub(in crate::app) fn take<T, E: ToString>(&mut self, field: F, value: Result<T, E>) -> Option<T> {
        value.map_err(|error| self.add(field, error.to_string())).ok()
    }
}

impl<F> Default for FormProblems<F> {
    fn default() -> Self {
        Self { fields: Vec::new(), whole: None }
    }
}
