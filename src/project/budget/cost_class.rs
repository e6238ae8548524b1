/// What kind of cost access is to the researcher's institution. It decides how much of it counts in the base of indirect
/// costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CostClass {
    /// A service that is bought.
    #[default]
    Purchase,
    /// Work that is given to somebody else.
    Subcontract,
}

impl CostClass {
    /// Both classes, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Purchase, Self::Subcontract];

    /// The member of this [`CostClass::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.id() == id)
    }

    /// The id by which links and documents know it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Purchase => "purchase",
            Self::Subcontract => "subcontract",
        }
    }

    /// How a sentence says it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Purchase => "a purchased service",
            Self::Subcontract => "a subcontract",
        }
    }
}
