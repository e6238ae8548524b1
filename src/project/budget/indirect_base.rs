/// On which costs indirect costs are charged, before a funder's rule on subcontracts takes anything out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum IndirectBase {
    /// All direct costs.
    #[default]
    TotalDirect,
    /// All direct costs but the contingency.
    WithoutContingency,
}

impl IndirectBase {
    /// Both bases, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::TotalDirect, Self::WithoutContingency];

    /// The member of this [`IndirectBase::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.id() == id)
    }

    /// The id by which links and documents know it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TotalDirect => "total-direct",
            Self::WithoutContingency => "without-contingency",
        }
    }

    /// How a sentence says it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::TotalDirect => "all direct costs",
            Self::WithoutContingency => "direct costs without contingency",
        }
    }
}
