//! What a tier offers before any reads are known, in words: its cap, its terms, who may buy it.

use crate::format::months_phrase;
use crate::numbers::NumberStyle;
use crate::pricing::{Access, AtCap, Evidence, Months, ReadCap, Term, Tier, UsageType};

/// A read cap in a few words: `10,000 reads a month, then it stops`.
#[must_use]
pub fn cap_phrase(cap: Option<ReadCap>, style: NumberStyle) -> String {
    let Some(ReadCap { reads, at_cap }) = cap else { return "no read cap published".to_owned() };
    if reads.get() == 0 {
        return "no reads at all".to_owned();
    }
    let reads = style.reads(reads);
    match at_cap {
        AtCap::Stop => format!("{reads} reads a month, then it stops"),
        AtCap::Contract => format!("{reads} reads a month"),
        AtCap::Overage => format!("{reads} reads a month, then each read costs extra"),
        AtCap::TopUp => format!("{reads} reads a month, then it stops or takes top-ups, whose price is not public"),
    }
}

/// A tier's terms in a few words: its read cap, who may still buy it, its term, its price when paid in advance. A term that
/// isn't public is taken to be `assumed_term`.
#[must_use]
pub fn terms_phrase(tier: &Tier, assumed_term: Option<Months>, style: NumberStyle) -> String {
    let mut phrase = match (tier.cap(), &tier.evidence) {
        // Of a tier that the user made up nothing is unpublished.
        (None, None) => "no read cap".to_owned(),
        (cap, _) => cap_phrase(cap, style),
    };
    if tier.existing_customers_only {
        phrase += " · existing customers only";
    }
    match tier.term_months {
        Some(Term::Months(months)) => phrase += &format!(" · for at least {}", months_phrase(months)),
        Some(Term::Unknown) => {
            phrase += " · its minimum term is not public, ";
            phrase += &assumed_term.map_or_else(
                || "none is assumed".to_owned(),
                |months| format!("taken to be {}", months_phrase(months)),
            );
        }
        None => {}
    }
    if let Some(annual) = tier.annual_price {
        phrase += &format!(" · {} for a year in advance", style.price(annual));
    }
    if let Some(indicative) = tier.indicative_price {
        phrase += &format!(" · said to start at {} a month", style.price(indicative));
    }
    phrase
}

/// A tier's [terms](terms_phrase), with what a usage type needs before it can buy it.
#[must_use]
pub fn terms_for_phrase(
    tier: &Tier,
    usage_type: UsageType,
    assumed_term: Option<Months>,
    style: NumberStyle,
) -> String {
    let mut phrase = terms_phrase(tier, assumed_term, style);
    if let Some(access) = access_sentence(tier.access(usage_type), usage_type) {
        phrase += " · ";
        phrase += &access;
    }
    phrase
}

/// What a usage type needs before it can buy a tier that fits; `None` when nothing is in the way.
#[must_use]
pub fn access_sentence(access: Access, usage_type: UsageType) -> Option<String> {
    let usage = usage_type.label();
    match access {
        Access::Yes | Access::No | Access::PoorFit => None,
        Access::Apply => Some("needs an approved application".to_owned()),
        Access::Contract => Some("by contract".to_owned()),
        Access::Unknown => Some(format!("whether its terms allow {usage} was not checked")),
    }
}

/// Who states a figure, and how sure that is: `reported by press, medium confidence`.
pub(in crate::format) fn standing_phrase(evidence: &Evidence) -> String {
    format!("{}, {} confidence", evidence.status.label(), evidence.confidence.label())
}
