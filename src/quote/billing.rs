use serde::Deserialize;

/// How often a quote is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Billing {
    /// Each month for itself.
    #[default]
    Monthly,
    /// Each year in advance: the tier's annual price where it has one, otherwise the year's months together.
    Annual,
}

impl Billing {
    /// Both ways, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Monthly, Self::Annual];

    /// The member of this [`Billing::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|billing| billing.id() == id)
    }

    /// The id by which links and documents know it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Annual => "annual",
        }
    }

    /// How a sentence says it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Monthly => "billed monthly",
            Self::Annual => "billed annually in advance",
        }
    }

    /// The months that one payment is for.
    #[must_use]
    pub const fn months(self) -> usize {
        match self {
            Self::Monthly => 1,
            Self::Annual => 12,
        }
    }
}
