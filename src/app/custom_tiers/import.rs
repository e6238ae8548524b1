/// The open import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The text as typed or pasted.
    pub text: String,
    /// Why nothing was taken from it the last time, as a sentence.
    pub problem: Option<String>,
}

/// Why a file could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is far larger than tiers ever are.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

impl FileProblem {
    /// The largest file that is read, in bytes.
    pub const MOST_BYTES: u32 = 1_000_000;

    /// What is wrong, as a sentence.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::TooLarge => "The file is too large: tiers take at most 1 MB.",
            Self::Unreadable => "The file could not be read. Open it and paste its text here.",
        }
    }
}
