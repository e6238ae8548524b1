use serde::{Deserialize, Serialize};

/// What the reads are for. A tier may be closed to a usage type however few the reads are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UsageType {
    /// A person's own project or bot.
    Hobby,
    /// Non-commercial research at an institution.
    Academic,
    /// A prototype or a business with few end users.
    CommercialSmall,
    /// A business with many end users.
    CommercialScale,
    /// Weather, transport and emergency services.
    PublicUtility,
    /// A service whose end users are government bodies.
    GovernmentEndUser,
    /// Training or fine-tuning an AI model.
    AiTraining,
}

impl UsageType {
    /// Every usage type, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Hobby,
        Self::Academic,
        Self::CommercialSmall,
        Self::CommercialScale,
        Self::PublicUtility,
        Self::GovernmentEndUser,
        Self::AiTraining,
    ];

    /// The usage type of this [`UsageType::id`].
    ///
    /// ```
    /// use quota_calculator::pricing::UsageType;
    ///
    /// assert_eq!(UsageType::by_id("ai-training"), Some(UsageType::AiTraining));
    /// assert_eq!(UsageType::by_id("AI training"), None);
    /// ```
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|usage_type| usage_type.id() == id)
    }

    /// The name in links, files and the JavaScript API.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hobby => "hobby",
            Self::Academic => "academic",
            Self::CommercialSmall => "commercial-small",
            Self::CommercialScale => "commercial-scale",
            Self::PublicUtility => "public-utility",
            Self::GovernmentEndUser => "government-end-user",
            Self::AiTraining => "ai-training",
        }
    }

    /// The words for it in a sentence: "I expect to read … posts for {label}".
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Hobby => "a hobby project",
            Self::Academic => "academic research",
            Self::CommercialSmall => "a small business",
            Self::CommercialScale => "a business at scale",
            Self::PublicUtility => "a public utility",
            Self::GovernmentEndUser => "government end users",
            Self::AiTraining => "AI training",
        }
    }
}
