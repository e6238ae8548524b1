use crate::pricing::Tier;

/// What happened to the list last, where the list itself doesn't show it.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A tier was deleted, and can be brought back.
    Deleted {
        /// The tier.
        tier: Box<Tier>,
        /// Its place in the list, counted from 0.
        place: usize,
    },
    /// A tier has moved.
    Moved {
        /// Its name.
        name: String,
        /// Its new place, counted from 1.
        place: usize,
        /// How many tiers there are.
        of: usize,
    },
    /// Tiers were imported.
    Imported {
        /// The names of those that were taken.
        names: Vec<String>,
        /// What was left out, a sentence for each.
        left_out: Vec<String>,
    },
}

impl Notice {
    /// What happened, as a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Deleted { tier, .. } => format!("“{}” is deleted.", tier.name),
            Self::Moved { name, place, of } => format!("“{name}” is now number {place} of {of}."),
            Self::Imported { names, .. } => {
                let noun = if names.len() == 1 { "tier" } else { "tiers" };
                format!("{} {noun} imported: {}.", names.len(), names.join(", "))
            }
        }
    }

    /// What an import left out, a sentence for each.
    #[must_use]
    pub fn left_out(&self) -> &[String] {
        match self {
            Self::Imported { left_out, .. } => left_out,
            Self::Deleted { .. } | Self::Moved { .. } => &[],
        }
    }
}
