/// How a budget's years are cut. A month belongs to the year in which it begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum YearCut {
    /// Twelve months from the project's start, and so on.
    #[default]
    Project,
    /// January to December, so that the first year may be a partial one.
    Calendar,
}

impl YearCut {
    /// Both ways, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Project, Self::Calendar];

    /// The member of this [`YearCut::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cut| cut.id() == id)
    }

    /// The id by which links and documents know it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Calendar => "calendar",
        }
    }

    /// How a sentence says it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Project => "project years",
            Self::Calendar => "calendar years",
        }
    }
}
