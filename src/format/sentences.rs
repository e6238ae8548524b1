//! What an assessment says, in words.

use crate::pricing::{
    Access, Assessment, AtCap, Bill, Cost, Epoch, Estimate, Evidence, Fit, Growth, Line, Months, Pattern, ReadCap,
    Reads, Term, Tier, TierAssessment, Usage, UsageType, Volume,
};

use super::NoTier;
use crate::numbers::NumberStyle;

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

/// What is read, in a few words: `2,000,000 posts a month`.
#[must_use]
pub fn usage_phrase(usage: &Usage, style: NumberStyle) -> String {
    let posts =
        |volume: Volume| format!("{} {}", plural(volume.reads().get(), "post", style), volume.period().with_article());
    match usage.pattern() {
        Pattern::Constant { volume } => posts(*volume),
        Pattern::Growing { volume, growth } => format!("{}, {}", posts(*volume), growth_phrase(*growth, style)),
        Pattern::Given => match usage.months() {
            [first, others @ ..] if others.iter().all(|month| month == first) => posts(Volume::monthly(*first)),
            _ => format!("{} of different volumes", months_phrase(usage.month_count())),
        },
    }
}

/// How the volume changes: `growing 5% a month`, `shrinking 5% a month`.
pub(super) fn growth_phrase(growth: Growth, style: NumberStyle) -> String {
    let percent = growth.decimal();
    let trend = if percent.is_sign_negative() { "shrinking" } else { "growing" };
    format!("{trend} {} a month", style.percent(percent.abs()))
}

/// What the amount of a year assumes, to be read behind it: `, if it goes on like this`; nothing where it assumes nothing.
#[must_use]
pub fn year_assumption(usage: &Usage) -> &'static str {
    if changes_past_its_end(usage) { ", if it goes on like this" } else { "" }
}

/// The same as a sentence, to be read behind another: ` A year is twelve months, if it goes on like this within the cap.`
#[must_use]
pub fn year_sentence(usage: &Usage) -> &'static str {
    if changes_past_its_end(usage) { " A year is twelve months, if it goes on like this within the cap." } else { "" }
}

/// Why a year can't be stated though every month that was asked fits: `over its cap from month 3 on, if it goes on like this`.
#[must_use]
pub fn outgrown_phrase(cost: &Cost) -> Option<String> {
    cost.outgrown_in.map(|month| format!("over its cap from month {month} on, if it goes on like this"))
}

/// Whether twelve months take growth or decline that wasn't asked about.
fn changes_past_its_end(usage: &Usage) -> bool {
    matches!(usage.pattern(), Pattern::Growing { .. }) && usage.month_count() < Months::YEAR
}

/// What is asked, in a few words: the usage, or the budget.
#[must_use]
pub fn question_phrase(estimate: &Estimate, style: NumberStyle) -> String {
    match estimate.budget() {
        Some(budget) => format!("{} a month", style.price(budget)),
        None => usage_phrase(estimate.usage(), style),
    }
}

/// What the reads cost at one time: `from 2023-03-29, March 2023: $42,000 a month with Enterprise Small`. Where the months of
/// the estimate differ, the cost is that of all of them.
#[must_use]
pub fn epoch_sentence(epoch: &Epoch, estimate: &Estimate, style: NumberStyle) -> String {
    let is_constant = estimate.is_constant();
    let answer = epoch.cheapest.as_ref().and_then(|answer| Some((answer, answer.cost.as_ref()?)));
    let cost = match (answer, epoch.otherwise) {
        (Some((answer, cost)), _) if is_constant => {
            format!("{} a month with {}", style.money(cost.monthly), answer.tier.name)
        }
        (Some((answer, cost)), _) => format!(
            "{} {} with {}",
            style.money(cost.total),
            total_span(cost, estimate.usage().month_count()),
            answer.tier.name
        ),
        (None, otherwise) => NoTier::of(otherwise).phrase().to_owned(),
    };
    format!("from {}, {}: {cost}", epoch.from, epoch.price_book.name)
}

/// `1 month`, `12 months`.
#[must_use]
pub fn months_phrase(months: Months) -> String {
    plural(months.get().into(), "month", NumberStyle::ENGLISH)
}

/// All of so many months: `the one month`, `both months`, `all 6 months`.
#[must_use]
pub fn all_months_phrase(count: usize, style: NumberStyle) -> String {
    match count {
        1 => "the one month".to_owned(),
        2 => "both months".to_owned(),
        count => format!("all {}", plural(count as u64, "month", style)),
    }
}

/// What a total is for: `over 6 months`, or `for the 24 months of its term` where these are more than the planned ones.
#[must_use]
pub fn total_span(cost: &Cost, planned: Months) -> String {
    paid_span(cost.months.len(), planned)
}

/// The same for so many paid months.
#[must_use]
pub fn paid_span(paid: usize, planned: Months) -> String {
    let paid = paid as u64;
    if paid > planned.get().into() {
        format!("for the {} of its term", plural(paid, "month", NumberStyle::ENGLISH))
    } else {
        format!("over {}", months_phrase(planned))
    }
}

/// Why a tier fits or doesn't, as a sentence: `Stops 1,990,000 reads short of them. …`.
#[must_use]
pub fn fit_sentence(answer: &TierAssessment, usage_type: UsageType, style: NumberStyle) -> String {
    match answer.fit {
        Fit::Fits => "Yes".to_owned(),
        Fit::NoPublicPrice => "Perhaps: it has no public price. Ask the seller.".to_owned(),
        Fit::OverCap { months_needed: None, .. } => "No: it allows no reads.".to_owned(),
        Fit::OverCap { shortfall, months_needed: Some(months) } => {
            let over = style.reads(shortfall);
            let at_cap = match answer.cap_use.map(|cap_use| cap_use.cap.at_cap) {
                Some(AtCap::Contract) => "What more would cost is not public",
                Some(AtCap::TopUp) => "It stops at its cap, or takes top-ups, whose price is not public",
                Some(AtCap::Stop | AtCap::Overage) | None => "It stops at its cap",
            };
            let months = plural(months, "month", style);
            format!("No: {over} short. {at_cap}; one month’s reads would take {months}.")
        }
        Fit::NotEligible => {
            let reason = answer.tier.access_rule(usage_type).and_then(|rule| rule.reason.as_deref());
            format!("No: not for {}. {}", usage_type.label(), reason.unwrap_or_default()).trim_end().to_owned()
        }
    }
}

/// Why no tier fits at a public price, in a few words and in sentences: `No listed tier fits`, `None is open to AI training.`
#[must_use]
pub fn misfit_sentences(assessment: &Assessment, style: NumberStyle) -> (&'static str, String) {
    let unpriced = assessment.tiers.iter().find(|answer| answer.fit == Fit::NoPublicPrice);
    let open = assessment.tiers.iter().filter(|answer| answer.access.is_open());
    let largest = open.filter_map(|answer| Some((answer, answer.tier.read_cap?))).max_by_key(|(_, cap)| *cap);
    let (answer, mut reason) = match (unpriced, largest) {
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
        (None, None) => {
            ("No listed tier fits", format!("None is open to {}.", assessment.estimate.usage_type().label()))
        }
    };
    if largest.is_some() || unpriced.is_some() {
        reason += " Such contracts are negotiated one by one.";
    }
    (answer, reason)
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
pub(super) fn standing_phrase(evidence: &Evidence) -> String {
    format!("{}, {} confidence", evidence.status.label(), evidence.confidence.label())
}

/// One line of arithmetic: `10,000 × $0.01 = $100`.
#[must_use]
pub fn line_phrase(line: &Line, style: NumberStyle) -> String {
    match line {
        Line::FlatFee { fee } => format!("flat fee {}", style.price(*fee)),
        Line::Included { reads } => format!("{} reads included", style.reads(*reads)),
        Line::Reads { reads, unit_price, amount } => {
            format!("{} × {} = {}", style.reads(*reads), style.price(*unit_price), style.exact(*amount))
        }
        Line::Packages { packages, size, package_price, amount } => format!(
            "{} of {} reads × {} = {}",
            plural(*packages, "package", style),
            style.reads(size.reads()),
            style.price(*package_price),
            style.exact(*amount)
        ),
        Line::BandFee { up_to: Some(up_to), fee } => {
            format!("band up to {}: {}", style.reads(*up_to), style.price(*fee))
        }
        Line::BandFee { up_to: None, fee } => format!("last band: {}", style.price(*fee)),
        Line::Overage { reads } => format!("{} reads beyond the cap", style.reads(*reads)),
        Line::Discount { percent, of, amount } => {
            format!("less {} of {} = {}", style.percent(percent.decimal()), style.exact(*of), style.exact(*amount))
        }
        Line::MonthlyMinimum { minimum, amount } => {
            format!("{} more up to the monthly minimum of {}", style.exact(*amount), style.price(*minimum))
        }
        Line::MonthlyMaximum { maximum, amount } => {
            format!("{} down to the monthly maximum of {}", style.exact(*amount), style.price(*maximum))
        }
        Line::AnnualMaximum { maximum, amount } => {
            format!("{} down to the annual maximum of {}", style.exact(*amount), style.price(*maximum))
        }
    }
}

/// A month's whole arithmetic: its lines, added up where there are several.
#[must_use]
pub fn bill_sentence(bill: &Bill, style: NumberStyle) -> String {
    let lines: Vec<_> = bill.lines().iter().map(|line| line_phrase(line, style)).collect();
    match lines.as_slice() {
        [only] => only.clone(),
        several => format!("{}; together {}", several.join("; "), style.money(bill.amount())),
    }
}

/// All that an estimate asks: `2,000,000 posts a month for academic research, over 12 months, at the prices of March 2023`.
#[must_use]
pub fn estimate_phrase(estimate: &Estimate, style: NumberStyle) -> String {
    let range = posts_range(estimate.usage(), style).filter(|_| estimate.budget().is_none());
    // A comma ends what stands between commas.
    let comma = if matches!(estimate.usage().pattern(), Pattern::Growing { .. }) { "," } else { "" };
    format!(
        "{}{comma} for {}, over {}, at the prices of {}",
        range.unwrap_or_else(|| question_phrase(estimate, style)),
        estimate.usage_type().label(),
        months_phrase(estimate.usage().month_count()),
        estimate.price_book().name,
    )
}

/// Between which numbers of posts the months lie, where they were given one by one and differ: `1,000 to 15,000 posts a month`.
fn posts_range(usage: &Usage, style: NumberStyle) -> Option<String> {
    let (least, most) = (usage.months().iter().min()?, usage.months().iter().max()?);
    let differ = usage.volume().is_none() && least != most;
    differ.then(|| format!("{} to {} posts a month", style.reads(*least), style.reads(*most)))
}

/// The posts of every month, where they were given one by one and differ: `months 1 to 3: 1,000 each · month 4: 9,000`.
#[must_use]
pub fn given_months_phrase(usage: &Usage, style: NumberStyle) -> Option<String> {
    posts_range(usage, style)?;
    let mut month = 0;
    let runs = usage.months().chunk_by(|month, next| month == next).map(|run| {
        let first = month + 1;
        month += run.len();
        let posts = run.first().map(|posts| style.reads(*posts)).unwrap_or_default();
        if run.len() == 1 {
            format!("month {first}: {posts}")
        } else {
            format!("months {first} to {month}: {posts} each")
        }
    });
    Some(runs.collect::<Vec<_>>().join(" · "))
}

/// What the months of a tier cost: `$500`, or `$500 to $1,426.56` where they differ.
#[must_use]
pub fn monthly_phrase(cost: &Cost, style: NumberStyle) -> String {
    let (least, most) = cost.monthly_range();
    let least_in_words = style.money(least);
    if least == most { least_in_words } else { format!("{least_in_words} to {}", style.money(most)) }
}

/// What a share of a cap is of, where the months differ: ` in the busiest month`.
#[must_use]
pub fn busiest_month(estimate: &Estimate) -> &'static str {
    if estimate.is_constant() { "" } else { " in the busiest month" }
}

/// A tier's whole arithmetic over an estimate: the first month's lines, the year, and all months that are paid.
#[must_use]
pub fn cost_sentence(cost: &Cost, style: NumberStyle) -> String {
    let first = cost.months.first().map(|month| month.reads).unwrap_or_default();
    // The months of a longer term have no reads, and come last.
    let read = cost.months.iter().rposition(|month| month.reads != Reads::ZERO).map_or(0, |last| last + 1);
    let (reads, lines) = (style.reads(first), bill_sentence(&cost.bill, style));
    let mut sentence = if cost.months.iter().take(read).all(|month| month.reads == first) {
        format!("For {reads} reads a month: {lines}.")
    } else {
        format!("Month 1, with {reads} reads: {lines}.")
    };
    let is_constant = cost.months.iter().all(|month| month.amount == cost.monthly);
    let monthly = style.money(cost.monthly);
    let times = |count: u64, sum: &str| format!("{count} × {monthly} = {sum}");
    // Fewer than twelve months alike may grow beyond that within the year.
    if let Some(annual) =
        cost.annual.filter(|annual| is_constant && cost.monthly.times(12).is_ok_and(|year| year == *annual))
    {
        sentence += &format!(" A year: {}.", times(12, &style.money(annual)));
    } else if let Some((annual, ahead)) = cost.annual.zip(cost.annual_ahead)
        && let Ok(asked) = annual.minus(ahead)
    {
        let [annual, ahead, asked] = [annual, ahead, asked].map(|amount| style.money(amount));
        sentence +=
            &format!(" A year: {asked} for the months asked about and {ahead} for those after them = {annual}.");
    }
    if is_constant && cost.months.len() != usize::from(Months::YEAR.get()) {
        sentence += &format!(" In all: {}.", times(cost.months.len() as u64, &style.money(cost.total)));
    } else if let (least, most) = cost.monthly_range()
        && least == most
        && let Some(behind) = cost.behind()
    {
        let (planned, rest) = (cost.planned, cost.months.len() - cost.planned);
        let (behind, total) = (style.money(behind), style.money(cost.total));
        sentence += &format!(
            " In all: {planned} × {monthly}, then {rest} × {behind} without reads, to the end of its term = {total}."
        );
    } else if !is_constant {
        sentence += &format!(" All {} months, each by itself: {}.", cost.months.len(), style.money(cost.total));
    }
    sentence
}

/// How a tier's average and the share of its cap are computed: ` Per 1,000 reads: $504,000 ÷ 24,000,000 × 1,000 = $21.00.`
#[must_use]
pub fn ratio_sentences(answer: &TierAssessment, style: NumberStyle) -> String {
    let mut sentences = String::new();
    if let Some(cost) = &answer.cost
        && let Some(average) = cost.per_thousand
    {
        let reads = style.whole(cost.months.iter().map(|month| month.reads.get()).sum());
        let (total, average) = (style.money(cost.total), style.average(average));
        let thousand = style.whole(1_000);
        sentences += &format!(" Per {thousand} reads: {total} ÷ {reads} × {thousand} = {average}.");
    }
    if let Some(cap_use) = answer.cap_use
        && let Some(ratio) = cap_use.ratio
    {
        let peak = style.reads(cap_use.reads);
        sentences += &format!(" Cap used: {peak} of {} = {}.", style.reads(cap_use.cap.reads), style.share(ratio));
    }
    sentences
}

/// A number of things: `1 month`, `12 months`.
pub(super) fn plural(count: u64, noun: &str, style: NumberStyle) -> String {
    format!("{} {noun}{}", style.whole(count), if count == 1 { "" } else { "s" })
}
