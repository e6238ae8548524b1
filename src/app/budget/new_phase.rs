/// A phase that is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewPhase {
    /// A trial before everything else.
    Pilot,
    /// A collection of what came or changed since, after everything else.
    Refresh,
    /// Any other, after everything else.
    Other,
}

impl NewPhase {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Pilot, Self::Refresh, Self::Other];

    /// The id of the button that adds it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pilot => "add-pilot",
            Self::Refresh => "add-refresh",
            Self::Other => "add-phase",
        }
    }

    /// What that button says.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pilot => "Add a pilot before",
            Self::Refresh => "Add a refresh after",
            Self::Other => "Add another phase",
        }
    }

    /// The name and the posts that it begins with.
    pub(super) const fn beginning(self) -> (&'static str, u64) {
        match self {
            Self::Pilot => ("Pilot", 10_000),
            Self::Refresh => ("Refresh", 100_000),
            Self::Other => ("", 100_000),
        }
    }
}
