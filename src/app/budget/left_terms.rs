use super::TermsDraft;
use crate::numbers::NumberStyle;

/// What was chosen for the funder in budgets that were left before it was right: the last few, the latest first, each with the
/// link of its budget.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftTerms(Vec<(String, TermsDraft)>);

impl LeftTerms {
    /// How many are kept.
    const MOST: usize = 8;

    /// Adds what was chosen in the budget of this link, in place of what was before.
    pub(super) fn push(&mut self, link: String, terms: TermsDraft) {
        self.0.retain(|(other, _)| *other != link);
        self.0.insert(0, (link, terms));
        self.0.truncate(Self::MOST);
    }

    /// Takes out what was chosen in the budget of this link.
    pub(super) fn take(&mut self, link: &str) -> Option<TermsDraft> {
        let place = self.0.iter().position(|(other, _)| other == link)?;
        Some(self.0.remove(place).1)
    }

    /// Writes all numbers as another style does.
    pub(super) fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        self.0.iter_mut().for_each(|(_, terms)| terms.restyle(from, to));
    }

    /// The text that [`LeftTerms::read`] reads in the same style, with a blank line between two budgets; `None` where there is
    /// nothing.
    pub(super) fn write(&self, style: NumberStyle) -> Option<String> {
        let texts: Vec<_> = self.0.iter().map(|(link, terms)| terms.write(link, style)).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    /// What [`LeftTerms::write`] wrote, without what isn't understood.
    pub(super) fn read(text: &str, style: NumberStyle) -> Self {
        let texts = text.split("\n\n").map(|text| format!("{}\n", text.trim_end_matches('\n')));
        Self(texts.filter_map(|text| TermsDraft::read(&text, style)).take(Self::MOST).collect())
    }
}
