//! What the reads of an estimate cost, and how that is computed, in words.

use crate::format::counts::plural;
use crate::format::months_phrase;
use crate::numbers::NumberStyle;
use crate::pricing::{Bill, Cost, Line, Money, Months, Reads, Tier, TierAssessment};

/// What the months of a tier cost: `$500`, or `$500 to $1,426.56` where they differ.
#[must_use]
pub fn monthly_phrase(cost: &Cost, style: NumberStyle) -> String {
    let (least, most) = cost.monthly_range();
    let least_in_words = style.money(least);
    if least == most { least_in_words } else { format!("{least_in_words} to {}", style.money(most)) }
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

/// Why a year can't be stated though every month that was asked fits: `over its cap from month 3 on, if it goes on like this`.
#[must_use]
pub fn outgrown_phrase(cost: &Cost) -> Option<String> {
    cost.outgrown_in.map(|month| format!("over its cap from month {month} on, if it goes on like this"))
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

/// A tier's whole arithmetic over an estimate: the first month's lines, the year, and all months that are paid. `cost` is what
/// `tier` costs.
#[must_use]
pub fn cost_sentence(tier: &Tier, cost: &Cost, style: NumberStyle) -> String {
    let is_constant = cost.months.iter().all(|month| month.amount == cost.monthly);
    first_month_sentence(cost, style)
        + &year_arithmetic(tier, cost, is_constant, style)
        + &total_arithmetic(tier, cost, is_constant, style)
}

fn first_month_sentence(cost: &Cost, style: NumberStyle) -> String {
    let first = cost.months.first().map(|month| month.reads).unwrap_or_default();
    // The months of a longer term have no reads, and come last.
    let read = cost.months.iter().rposition(|month| month.reads != Reads::ZERO).map_or(0, |last| last + 1);
    let (reads, lines) = (style.reads(first), bill_sentence(&cost.bill, style));
    if cost.months.iter().take(read).all(|month| month.reads == first) {
        format!("For {reads} reads a month: {lines}.")
    } else {
        format!("Month 1, with {reads} reads: {lines}.")
    }
}

/// How a year comes about, where that isn't the total's arithmetic. `is_constant` where all paid months cost the same.
fn year_arithmetic(tier: &Tier, cost: &Cost, is_constant: bool, style: NumberStyle) -> String {
    let Some(annual) = cost.annual else { return String::new() };
    let stated = style.money(annual);
    // Fewer than twelve months alike may grow beyond that within the year.
    if is_constant && cost.monthly.times(12).is_ok_and(|year| year == annual) {
        return format!(" A year: {} = {stated}.", times(12, cost.monthly, style));
    }
    let Some(ahead) = cost.annual_ahead else { return String::new() };
    let Ok(asked) = annual.minus(ahead) else { return String::new() };
    let [asked, ahead] = [asked, ahead].map(|amount| style.money(amount));
    // Only tiers of the user's own have one.
    let is_most = !crate::IS_FIRST_VIEW && tier.annual_maximum.is_some_and(|maximum| annual == maximum.into());
    let most = if is_most { ", the annual maximum" } else { "" };
    format!(" A year: {asked} for the months asked about and {ahead} for those after them = {stated}{most}.")
}

/// How the total comes about, where that isn't the year's arithmetic. `is_constant` where all paid months cost the same.
fn total_arithmetic(tier: &Tier, cost: &Cost, is_constant: bool, style: NumberStyle) -> String {
    let (paid, total) = (cost.months.len(), style.money(cost.total));
    if is_constant {
        return if paid == usize::from(Months::YEAR.get()) {
            String::new()
        } else {
            format!(" In all: {} = {total}.", times(paid, cost.monthly, style))
        };
    }
    if !crate::IS_FIRST_VIEW
        && let Some(less) = annual_maximum_phrase(tier, cost, style)
    {
        return format!(" All {paid} months: {less}; together {total}.");
    }
    let (least, most) = cost.monthly_range();
    match cost.behind() {
        Some(behind) if least == most => {
            let asked = times(cost.planned, cost.monthly, style);
            let behind = times(paid - cost.planned, behind, style);
            format!(" In all: {asked}, then {behind} without reads, to the end of its term = {total}.")
        }
        _ => format!(" All {paid} months, each by itself: {total}."),
    }
}

/// What an annual maximum takes off the total: `$9,720; annual maximum $6,000: $3,720 taken off`; `None` where it takes nothing.
fn annual_maximum_phrase(tier: &Tier, cost: &Cost, style: NumberStyle) -> Option<String> {
    let maximum = tier.annual_maximum?;
    let listed = cost.without_annual_maximum(tier)?;
    let less = listed.minus(cost.total).ok().filter(|less| *less > Money::ZERO)?;
    let [listed, less] = [listed, less].map(|amount| style.money(amount));
    Some(format!("{listed}; annual maximum {}: {less} taken off", style.price(maximum)))
}

/// `12 × $100`.
fn times(count: usize, amount: Money, style: NumberStyle) -> String {
    format!("{count} × {}", style.money(amount))
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
