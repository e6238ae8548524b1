use yew::prelude::*;

use crate::format::{NumberStyle, access_sentence, months_phrase, usage_phrase};
use crate::pricing::{Allowance, Assessment, Cost, Fit, Months, TierAssessment};
use crate::view::badge::badge;

/// The answer in short: now on one side, the free era on the other. `stale` when the fields say something else by now that
/// could not be answered.
pub(super) fn answer(assessment: &Assessment, style: NumberStyle, stale: bool) -> Html {
    let label = if stale { "Last good answer, not updated" } else { "Answer" };
    let not_updated = stale.then(|| {
        html! {
            <p class="stale">
                <strong>{ "Not updated. " }</strong>
                { format!("This is still the answer for {}.", usage_phrase(assessment.estimate.usage(), style)) }
            </p>
        }
    });
    html! {
        <section aria-label={label}>
            <div role="status">{ for not_updated }</div>
            <div class="answer" aria-live="polite" aria-atomic="true">
                <div class="now">{ now(assessment, style) }</div>
                <div class="then">{ then(assessment, style) }</div>
            </div>
        </section>
    }
}

fn now(assessment: &Assessment, style: NumberStyle) -> Html {
    let cheapest = assessment.cheapest().and_then(|answer| Some((answer, answer.cost.as_ref()?)));
    let Some((answer, cost)) = cheapest else { return nothing_fits(assessment, style) };
    let estimate = &assessment.estimate;
    let access = access_sentence(answer.access, estimate.usage_type()).map(|access| format!(" · {access}"));
    html! {
        <>
            <h2 class="key">
                { "Cheapest tier that fits: " }<strong>{ answer.tier.name.as_ref() }</strong>{ " " }{ badge(&answer.tier) }
            </h2>
            <p class="amount">{ style.money(cost.monthly) }<small>{ " a month" }</small></p>
            <p class="detail">
                <span>{ for cost.annual.map(|annual| html! { <><b>{ style.money(annual) }</b>{ " a year" }</> }) }</span>
                <span>{ whole_estimate(cost, estimate.usage().month_count(), style) }</span>
                <span>{ per_thousand(cost, style) }</span>
                <span>{ cap_used(answer, style) }</span>
                <span>{ for access }</span>
            </p>
        </>
    }
}

fn whole_estimate(cost: &Cost, months: Months, style: NumberStyle) -> Html {
    if months == Months::YEAR {
        return html! { "" };
    }
    html! { <>{ " · " }<b>{ style.money(cost.total) }</b>{ format!(" over {}", months_phrase(months)) }</> }
}

fn per_thousand(cost: &Cost, style: NumberStyle) -> Html {
    match cost.per_thousand {
        Some(average) => html! { <>{ " · " }<b>{ style.average(average) }</b>{ " per 1,000 reads" }</> },
        None => html! { "" },
    }
}

fn cap_used(answer: &TierAssessment, style: NumberStyle) -> String {
    let used = answer.cap_use.and_then(|cap_use| Some((cap_use.ratio?, cap_use.cap.reads)));
    used.map(|(ratio, cap)| format!(" · {} of its {} read cap used", style.share(ratio), style.reads(cap)))
        .unwrap_or_default()
}

fn nothing_fits(assessment: &Assessment, style: NumberStyle) -> Html {
    let estimate = &assessment.estimate;
    let unpriced = assessment.tiers.iter().find(|answer| answer.fit == Fit::NoPublicPrice);
    let open = assessment.tiers.iter().filter(|answer| answer.access.is_open());
    let largest = open.filter_map(|answer| Some((answer, answer.tier.read_cap?))).max_by_key(|(_, cap)| *cap);
    let (amount, reason) = match (unpriced, largest) {
        (Some(answer), _) => (
            "No public price",
            format!("{} may serve these reads, but what it costs is not public: ask the seller.", answer.tier.name),
        ),
        (None, Some((answer, cap))) => (
            "No listed tier fits",
            format!(
                "The largest, {}, allows {} reads a month. For more, ask the seller for custom terms.",
                answer.tier.name,
                style.reads(cap)
            ),
        ),
        (None, None) => ("No listed tier fits", format!("None is open to {}.", estimate.usage_type().label())),
    };
    html! {
        <>
            <h2 class="key">{ format!("At the prices of {}", estimate.price_book().name) }</h2>
            <p class="amount amount-none">{ amount }</p>
            <p class="detail">{ reason }{ " Such contracts are negotiated one by one." }</p>
        </>
    }
}

fn then(assessment: &Assessment, style: NumberStyle) -> Html {
    let estimate = &assessment.estimate;
    let free_era = &assessment.free_era;
    let usage = estimate.usage_type().label();
    let largest = free_era.largest.as_ref();
    let (key, amount, detail) = match &free_era.covered_by {
        Some(answer) => {
            let cap = answer.cap_use.map(|cap_use| style.reads(cap_use.cap.reads)).unwrap_or_default();
            let access = access_sentence(answer.access, estimate.usage_type());
            let access = access.map(|access| format!(" ({access})")).unwrap_or_default();
            let amount = html! { <>{ style.money(answer.cost.as_ref().map(|cost| cost.monthly).unwrap_or_default()) }<small>{ " a month" }</small></> };
            (
                format!("{} access", answer.tier.name),
                amount,
                format!("Within the free cap of {cap} reads a month{access}. "),
            )
        }
        None if largest.is_some() => {
            ("not covered".to_owned(), html! { "Beyond it" }, format!("More than the free era gave for {usage}. "))
        }
        None => ("not covered".to_owned(), html! { "Not covered" }, format!("No free programme was open to {usage}. ")),
    };
    html! {
        <>
            <h2 class="key">{ "The same reads in the free era: " }<strong>{ key }</strong></h2>
            <p class={classes!("amount", free_era.covered_by.is_none().then_some("amount-none"))}>{ amount }</p>
            <p class="detail">{ detail }<span>{ for largest.map(|largest| allowance(largest, assessment, style)) }</span></p>
        </>
    }
}

fn allowance(largest: &Allowance, assessment: &Assessment, style: NumberStyle) -> Html {
    let intro = format!("{} allowed ", largest.tier.name);
    let allowed = html! { <>{ intro }<b>{ style.reads(largest.reads) }</b>{ " reads a month for $0" }</> };
    let book = assessment.estimate.price_book();
    if book.id == crate::catalogue().free_era().id {
        return html! { <>{ allowed }{ "." }</> };
    }
    match largest.cheapest_now.as_ref().and_then(|answer| answer.cost.as_ref()) {
        Some(cost) => html! {
            <>{ allowed }{ "; at the prices of " }{ &book.name }{ " that takes " }<b>{ style.money(cost.monthly) }</b>{ " a month." }</>
        },
        None => html! { <>{ allowed }{ "; no listed tier of " }{ &book.name }{ " fits that many." }</> },
    }
}
