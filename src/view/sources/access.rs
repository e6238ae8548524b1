use yew::prelude::*;

use super::citation::citations;
use super::facts::Facts;
use crate::pricing::{Access, PriceBook, Tier, UsageType};

/// Who may buy the tiers of a book. Tiers with the same rules share an entry.
pub(super) fn access(book: &PriceBook) -> Html {
    let mut groups: Vec<Vec<&Tier>> = Vec::new();
    for tier in book.tiers.iter() {
        match groups.iter_mut().find(|group| group.iter().any(|other| other.eligibility == tier.eligibility)) {
            Some(group) => group.push(tier),
            None => groups.push(vec![tier]),
        }
    }
    html! {
        <div class="book-tiers">
            for group in groups {
                <section class="book-tier">
                    <h4>{ tier_names(&group) }</h4>
                    <div>{ for group.first().map(|tier| rules(tier)) }</div>
                </section>
            }
        </div>
    }
}

/// The names of tiers, one behind the other. A name may hold a comma.
pub(super) fn tier_names(tiers: &[&Tier]) -> String {
    tiers.iter().map(|tier| tier.name.as_ref()).collect::<Vec<_>>().join("; ")
}

fn rules(tier: &Tier) -> Html {
    let mut facts = Facts::default();
    for rule in tier.eligibility.iter() {
        let reason = rule.reason.as_ref().map(|reason| format!(". {reason} "));
        let fact = html! { <>{ labels(&rule.usage_types) }{ for reason }{ citations(&rule.sources) }</> };
        facts.add(access_label(rule.access), fact);
    }
    let unruled: Vec<_> =
        UsageType::ALL.into_iter().filter(|usage_type| tier.access_rule(*usage_type).is_none()).collect();
    if !unruled.is_empty() {
        facts.add(access_label(Access::Unknown), labels(&unruled));
    }
    facts.list()
}

const fn access_label(access: Access) -> &'static str {
    match access {
        Access::Yes => "Open to",
        Access::Apply => "On application",
        Access::Contract => "By contract",
        Access::PoorFit => "Sent elsewhere",
        Access::No => "Closed to",
        Access::Unknown => "Not checked",
    }
}

fn labels(usage_types: &[UsageType]) -> String {
    usage_types.iter().map(|usage_type| usage_type.label()).collect::<Vec<_>>().join(", ")
}
