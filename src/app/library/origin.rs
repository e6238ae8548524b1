/// Where a kept quote came from, as far as that is noted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// It was written here, or kept before anything else was noted.
    #[default]
    Own,
    /// It came by link from somebody else.
    Received,
    /// It was written here, and another tab wrote over it.
    SetAside,
}

impl Origin {
    /// The version of the text that says it, and the line that does.
    pub(super) const fn written(self) -> (&'static str, &'static str) {
        match self {
            Self::Own => ("1", ""),
            Self::Received => ("2", "origin received\n"),
            Self::SetAside => ("3", "origin set aside\n"),
        }
    }

    /// What a text of this version says; `None` where that isn't known.
    pub(super) fn of_version(version: &str) -> Option<Self> {
        [Self::Own, Self::Received, Self::SetAside].into_iter().find(|origin| origin.written().0 == version)
    }
}
