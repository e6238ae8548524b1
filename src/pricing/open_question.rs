use super::{Access, AtCap, Confidence, PriceBook, Term, Tier, TierEvidence, UsageType};

/// Something that a price book doesn't know of a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenQuestion {
    /// What it costs: it has no public price.
    Price,
    /// What reads beyond its cap cost.
    BeyondCap,
    /// How long one must commit to it.
    Term,
    /// Whether its figures are right: one of them is disputed, or rests on little.
    Figures,
    /// Whether a usage type may buy it.
    Access(UsageType),
}

impl OpenQuestion {
    /// Whether the price book of `tier` leaves this open.
    #[must_use]
    pub fn concerns(self, tier: &Tier) -> bool {
        match self {
            Self::Price => tier.charges.is_none(),
            Self::BeyondCap => matches!(tier.at_cap, Some(AtCap::Contract | AtCap::TopUp)),
            Self::Term => tier.term_months == Some(Term::Unknown),
            Self::Figures => {
                let mut evidence = tier.evidence.iter().flat_map(TierEvidence::all);
                evidence.any(|evidence| evidence.confidence == Confidence::Low)
            }
            Self::Access(usage_type) => tier.access(usage_type) == Access::Unknown,
        }
    }
}

/// What `book` leaves open, each with the tiers that it concerns, in their order.
pub fn open_questions(book: &PriceBook) -> impl Iterator<Item = (OpenQuestion, Vec<&Tier>)> {
    use OpenQuestion::{Access, BeyondCap, Figures, Price, Term};

    let questions = [Price, BeyondCap, Term, Figures].into_iter().chain(UsageType::ALL.into_iter().map(Access));
    let with_tiers = questions.map(|question| {
        let tiers: Vec<_> = book.tiers.iter().filter(|tier| question.concerns(tier)).collect();
        (question, tiers)
    });
    with_tiers.filter(|(_, tiers)| !tiers.is_empty())
}
