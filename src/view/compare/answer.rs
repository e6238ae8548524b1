use rust_decimal::Decimal;
use yew::prelude::*;

use crate::format::{
    access_sentence, busiest_month, misfit_sentences, monthly_phrase, outgrown_phrase, question_phrase, tier_name,
    total_span, ways_question, year_assumption,
};
use crate::numbers::NumberStyle;
use crate::pricing::{
    Allowance, Assessment, Cost, Estimate, Money, Months, Posts, Price, Reads, Report, Tier, TierAssessment, ways,
};
use crate::view::badge::badge;
use crate::view::element::{Element, element, text};

/// The answer in short: now on one side, the free era on the other. `stale` when the fields say something else by now that
/// could not be answered.
pub(super) fn answer(report: &Report, style: NumberStyle, stale: bool) -> Html {
    let assessment = &report.assessment;
    let label = if stale { "Last good answer, not updated" } else { "Answer" };
    let not_updated = stale.then(|| {
        let question = question_phrase(&report.asked, style);
        element(
            "p",
            "stale",
            vec![
                element("strong", "", vec![text("Not updated. ")]),
                text(format!("This is still the answer for {question}.")),
            ],
        )
    });
    let now = match report.asked.budget() {
        Some(budget) => most_posts(report, budget, style),
        None => now(assessment, style),
    };
    let sides = vec![element("div", "now", now), element("div", "then", then(assessment, style))];
    let answer = Element::new("div").with(&["class", "aria-live", "aria-atomic"], ["answer", "polite", "true"]);
    Element::new("section").with(&["aria-label"], [label]).holding(vec![
        Element::new("div").with(&["role"], ["status"]).holding(not_updated.into_iter().collect()),
        answer.holding(sides),
    ])
}

/// One side of the answer: a key, an amount, which stands out unless there is none, and details.
fn side(key: Vec<Html>, amount: Vec<Html>, is_amount: bool, details: Vec<Html>) -> Vec<Html> {
    let amount_class = if is_amount { "amount" } else { "amount amount-none" };
    vec![element("h2", "key", key), element("p", amount_class, amount), element("p", "detail", details)]
}

/// An amount with the period that it is for.
fn amount(figure: String, period: &'static str) -> Vec<Html> {
    vec![text(figure), element("small", "", vec![text(period)])]
}

fn bold(words: impl Into<AttrValue>) -> Html {
    element("b", "", vec![text(words)])
}

fn strong(words: impl Into<AttrValue>) -> Html {
    element("strong", "", vec![text(words)])
}

fn badged_name(tier: &Tier) -> [Html; 3] {
    [strong(tier_name(tier)), text(" "), badge(tier)]
}

/// What a budget buys at best.
fn most_posts(report: &Report, budget: Price, style: NumberStyle) -> Vec<Html> {
    let key = format!("Most posts for {} a month", style.price(budget));
    let estimate = &report.asked;
    let best = report
        .bought
        .first()
        .and_then(|best| Some((&best.tier, estimate.reread_factor().posts_for(best.reads?), best.monthly?)));
    let Some((tier, posts, monthly)) = best.filter(|(_, posts, _)| *posts > Posts::ZERO) else {
        return side(vec![text(key)], vec![text("No posts")], false, vec![text(first_post(report, style))]);
    };
    let answer = report.assessment.tiers.iter().find(|answer| answer.tier.id == tier.id);
    let mut details = vec![text("for "), bold(style.money(monthly)), text(" a month")];
    if let Some(cost) = answer.and_then(|answer| answer.cost.as_ref()) {
        let span = total_span(cost, estimate.usage().month_count());
        details.extend([text(" · "), bold(style.money(cost.total)), text(format!(" {span}"))]);
    }
    if let Some(average) = monthly.per_thousand(posts.get()) {
        details.extend([text(" · "), bold(style.average(average)), text(format!(" per {} posts", style.whole(1_000)))]);
    }
    let key = [text(key), text(": ")].into_iter().chain(badged_name(tier)).collect();
    side(key, amount(style.posts(posts), " posts a month"), true, details)
}

/// What a month costs at the least in which anything is read, with the fees that are due.
fn first_post(report: &Report, style: NumberStyle) -> String {
    let reads = report.asked.reread_factor().reads_for(Posts::ONE).unwrap_or_default();
    let tiers = report.bought.iter().map(|it| &it.tier).filter(|tier| tier.limit() > Reads::ZERO);
    let prices = tiers.filter_map(|tier| Some((tier.exact(reads).ok()??, tier)));
    let Some((exact, tier)) = prices.min_by_key(|(exact, _)| *exact) else {
        return format!("No tier with a public price is open to {}.", report.asked.usage_type().label());
    };
    let stated = exact.to_the_cent();
    // A budget is held against what a month is stated at: of $0.005 that is a cent.
    let stated = if stated == exact { String::new() } else { format!(": {} to the cent", style.money(stated)) };
    let of_a_post = if reads == Posts::ONE.read_once() {
        String::new()
    } else {
        format!(", for the {} reads of a post", style.reads(reads))
    };
    format!("Reading begins at {} a month, with {}{stated}{of_a_post}.", style.exact(exact), tier_name(tier))
}

/// The cheapest tier that fits.
fn now(assessment: &Assessment, style: NumberStyle) -> Vec<Html> {
    let cheapest = assessment.cheapest().and_then(|answer| Some((answer, answer.cost.as_ref()?)));
    let Some((answer, cost)) = cheapest else { return nothing_fits(assessment, style) };
    let estimate = &assessment.estimate;
    let mut details = Vec::new();
    if let Some(annual) = cost.annual {
        details.extend([bold(style.money(annual)), text(" a year"), text(year_assumption(estimate.usage(), cost))]);
    } else if let Some(outgrown) = outgrown_phrase(cost) {
        details.push(text(outgrown));
    }
    if let Some(over) = whole_estimate(cost, estimate.usage().month_count()) {
        if !details.is_empty() {
            details.push(text(" · "));
        }
        details.extend([bold(style.money(cost.total)), text(over)]);
    }
    if let Some(average) = cost.per_thousand {
        details.extend([text(" · "), bold(style.average(average)), text(format!(" per {} reads", style.whole(1_000)))]);
    }
    // One text, so that the parts before it keep their places, and stay in the document, when another tier has no condition.
    let access = access_sentence(answer.access, estimate.usage_type()).map(|access| format!(" · {access}"));
    details.push(text(cap_used(answer, estimate, style) + &access.unwrap_or_default()));
    let key = std::iter::once(text("Cheapest tier that fits: ")).chain(badged_name(&answer.tier)).collect();
    side(key, amount(monthly_phrase(cost, style), " a month"), true, details)
}

/// What the total is of, where that isn't the year.
fn whole_estimate(cost: &Cost, months: Months) -> Option<String> {
    if months == Months::YEAR && cost.annual == Some(cost.total) {
        return None;
    }
    Some(format!(" {}", total_span(cost, months)))
}

fn cap_used(answer: &TierAssessment, estimate: &Estimate, style: NumberStyle) -> String {
    let used = answer.cap_use.and_then(|cap_use| Some((cap_use.ratio?, cap_use.cap.reads)));
    let when = busiest_month(estimate);
    used.map(|(ratio, cap)| format!(" · {} of its {} read cap used{when}", style.share(ratio), style.reads(cap)))
        .unwrap_or_default()
}

/// Why there is no cheapest tier.
fn nothing_fits(assessment: &Assessment, style: NumberStyle) -> Vec<Html> {
    let (amount, mut reason) = misfit_sentences(assessment, style);
    let ways = ways(assessment);
    if !ways.others.is_empty() {
        reason = format!("{reason} Over other months there is a price: see “{}” below.", ways_question(&ways));
    }
    let key = format!("At the prices of {}", assessment.estimate.price_book().name);
    side(vec![text(key)], vec![text(amount)], false, vec![text(reason)])
}

/// The free era's answer to the same question.
fn then(assessment: &Assessment, style: NumberStyle) -> Vec<Html> {
    let estimate = &assessment.estimate;
    let free_era = &assessment.free_era;
    let usage = estimate.usage_type().label();
    let (key, amount, detail) = match (&free_era.covered_by, &free_era.largest) {
        (Some(answer), _) => {
            let cap = answer.cap_use.map(|cap_use| style.reads(cap_use.cap.reads)).unwrap_or_default();
            let used = answer.cap_use.and_then(|cap_use| cap_use.ratio);
            let used = used.map(|ratio| style.share(ratio)).unwrap_or_default();
            let access = access_sentence(answer.access, estimate.usage_type());
            let access = access.map(|access| format!(" ({access})")).unwrap_or_default();
            let monthly = answer.cost.as_ref().map(|cost| cost.monthly).unwrap_or_default();
            (
                format!("{} access", answer.tier.name),
                amount(style.money(monthly), " a month"),
                format!("{used} of the free cap of {cap} reads a month{access}. "),
            )
        }
        (None, Some(_)) => {
            ("not covered".to_owned(), vec![text("Beyond it")], format!("More than the free era gave for {usage}. "))
        }
        (None, None) => {
            ("not covered".to_owned(), vec![text("Not covered")], format!("No free programme was open to {usage}. "))
        }
    };
    let mut details = vec![text(detail)];
    if let Some(largest) = &free_era.largest {
        details.extend(allowance(largest, assessment, style));
    }
    let key = vec![text("The same reads in the free era: "), strong(key)];
    side(key, amount, free_era.covered_by.is_some(), details)
}

/// What the largest programme allowed, how many times the reads that is, and what it costs now.
fn allowance(largest: &Allowance, assessment: &Assessment, style: NumberStyle) -> Vec<Html> {
    let times = times_phrase(largest.reads, assessment.estimate.peak(), style);
    let mut details = vec![
        text(format!("{} allowed ", largest.tier.name)),
        bold(style.reads(largest.reads)),
        text(format!(" reads a month for {}{times}", style.money(Money::ZERO))),
    ];
    let book = assessment.estimate.price_book();
    let now = largest.cheapest_now.as_ref().and_then(|answer| answer.cost.as_ref());
    match now {
        _ if book.id == crate::catalogue().free_era().id => details.push(text(".")),
        Some(cost) => {
            let average = cost
                .per_thousand
                .map(|average| format!(", {} per {} reads", style.average(average), style.whole(1_000)));
            details.extend([
                text(format!("; at the prices of {} that takes ", book.name)),
                bold(monthly_phrase(cost, style)),
                text(format!(" a month{}.", average.unwrap_or_default())),
            ]);
        }
        None => {
            let usage = assessment.estimate.usage_type().label();
            details.push(text(format!("; no tier of {} open to {usage} has a public price for that many.", book.name)));
        }
    }
    details
}

/// How many times the busiest month an allowance is: `, about 2.9 times these`; nothing where it isn't even twice.
fn times_phrase(allowance: Reads, peak: Reads, style: NumberStyle) -> String {
    let times = Decimal::from(allowance.get()).checked_div(peak.get().into()).filter(|times| *times >= Decimal::TWO);
    times.map(|times| format!(", {} times these", style.times(times))).unwrap_or_default()
}
