//! What the reads of an estimate cost, and how that is computed, in words.

use crate::format::counts::plural;
use crate::format::months_phrase;
use crate::numbers::NumberStyle;
use crate::pricing::{Bill, Cost, Line, Months, Reads, TierAssessment};

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
