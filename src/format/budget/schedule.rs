//! What the purchases of a schedule are, and why, in words.

use crate::format::counts::plural;
use crate::format::{assumption_phrase, bill_sentence};
use crate::pricing::{Assumption, Money};
use crate::project::{Project, Proof, PurchasePayment, Reason, Schedule, ScheduledMonth};

use crate::numbers::NumberStyle;

/// How the amount of a month came about.
#[must_use]
pub fn month_arithmetic(month: &ScheduledMonth, style: NumberStyle) -> String {
    match (&month.bill, month.purchase) {
        (Some(bill), _) => bill_sentence(bill, style),
        (None, Some(_)) if month.amount == Money::ZERO => "covered by a price for a whole year".to_owned(),
        (None, Some(_)) => "the price for a whole year".to_owned(),
        (None, None) => "nothing is bought".to_owned(),
    }
}

/// The phase of a month in a table: its name, or its place.
#[must_use]
pub fn phase_label(month: &ScheduledMonth, project: &Project) -> String {
    match month.phase.and_then(|place| Some((place, project.phases.get(place)?))) {
        Some((place, phase)) if phase.name.is_empty() => format!("Phase {}", place + 1),
        Some((_, phase)) => phase.name.to_string(),
        None => "after the last".to_owned(),
    }
}

/// A purchase in a sentence, with its reasons: `Burst month at Enterprise Small in month 3, then stop: assumes no
/// minimum term, which is not public.` Where another purchase follows a pause, the month in which it begins is named
/// instead of the stop. Months are counted from 1. Empty when there is no such purchase.
#[must_use]
pub fn purchase_sentence(schedule: &Schedule, project: &Project, place: usize, style: NumberStyle) -> String {
    let Some(purchase) = schedule.purchases.get(place) else { return String::new() };
    let reasons = schedule.reasons(project, place);
    let name = &purchase.tier.name;
    let first = purchase.first_month + 1;
    let last = purchase.first_month + purchase.months;
    let stops = reasons.iter().any(|reason| matches!(reason, Reason::ThenStop { .. }));
    let mut sentence = match (purchase.months, purchase.payment) {
        (1, PurchasePayment::Monthly) if stops => format!("Burst month at {name} in month {first}"),
        (1, PurchasePayment::Monthly) => format!("{name} in month {first}"),
        (_, PurchasePayment::Monthly | PurchasePayment::InAdvance) => format!("{name} from month {first} to {last}"),
    };
    if stops {
        sentence += &match schedule.purchases.get(place + 1) {
            Some(next) => format!(", then nothing until month {}", next.first_month + 1),
            None => ", then stop".to_owned(),
        };
    }
    let others: Vec<_> = reasons.iter().filter_map(|reason| reason_phrase(reason, style)).collect();
    if !others.is_empty() {
        sentence += &format!(": {}", others.join("; "));
    }
    sentence + "."
}

/// A reason in a few words; `None` for what the sentence of its purchase says already.
#[must_use]
pub fn reason_phrase(reason: &Reason, style: NumberStyle) -> Option<String> {
    Some(match reason {
        Reason::ThenStop { .. } => return None,
        Reason::NoMinimumTerm => assumption_phrase(Assumption::NoMinimumTerm, style),
        Reason::AssumedTerm(months) => assumption_phrase(Assumption::AssumedTerm(*months), style),
        Reason::PaidUnused { months, are_last, beyond } => {
            let which = if *are_last { "the last " } else { "" };
            let beyond = match beyond {
                0 => String::new(),
                beyond if beyond == months => ", after the project".to_owned(),
                beyond => format!(", {} of them after the project", style.whole(*beyond as u64)),
            };
            format!("{which}{} paid without reads{beyond}", are(*months, style))
        }
        Reason::PaidInAdvance { years } => assumption_phrase(Assumption::PaidInAdvance { years: *years as u64 }, style),
        Reason::OtherPrices(price_book) => format!("goes on at the prices of {}", price_book.name),
        Reason::KeptFromBefore => "kept from before, as it is sold to existing customers only".to_owned(),
        Reason::ExistingCustomer => {
            "takes for granted that you have it, as it is sold to existing customers only".to_owned()
        }
        Reason::AnnualMaximum => "its months come to the annual maximum".to_owned(),
        Reason::MoreReads { reads } => {
            format!("{} more than needed, because fewer would cost more", plural(*reads, "read", style))
        }
    })
}

/// How sure it is that no schedule of a project of so many phases costs less: `proven: no schedule costs less`.
#[must_use]
pub fn proof_phrase(proof: Proof, phases: usize, style: NumberStyle) -> String {
    match proof {
        Proof::Cheapest if phases > 1 => "proven: with each phase in its own months, no schedule costs less".to_owned(),
        Proof::Cheapest => "proven: no schedule costs less".to_owned(),
        Proof::Within(gap) => format!("within {} of the cheapest there can be", style.exact(gap)),
    }
}

/// `month is`, `3 months are`.
fn are(months: usize, style: NumberStyle) -> String {
    if months == 1 { "month is".to_owned() } else { format!("{} are", plural(months as u64, "month", style)) }
}
