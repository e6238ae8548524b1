//! What a record of reads says, in words: how well it was read, and what its months come to.

use super::assumptions::assumption_sentence;
use super::others::others_sentences;
use super::source::source_sentences;
use crate::format::counts::plural;
use crate::format::{NoTier, access_sentence, all_months_phrase};
use crate::history::{
    BookReport, CalendarMonth, Count, CountError, Coverage, DateOrder, HistoryReport, IgnoredKind, OrderReason, RunOn,
    UnservedMonths, UsageHistory,
};
use crate::numbers::NumberStyle;
use crate::pricing::{Catalogue, Cost, Epoch, Money, Months, Reads, Tier, UsageType};

/// A span of months: `2021-03 to 2023-04`, or the one.
#[must_use]
pub fn span_phrase(history: &UsageHistory) -> String {
    let (first, last) = (history.first(), history.last());
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// What a history holds, in a few words: `2021-03 to 2023-04: 1,234,567 reads in 26 months`.
#[must_use]
pub fn history_phrase(history: &UsageHistory, style: NumberStyle) -> String {
    format!("{}: {} in {}", span_phrase(history), reads(history.total(), style), months(history.reads().len(), style))
}

/// How well the rows behind a history cover its months, a sentence each: whoever uses the figures has to know it. None where
/// that isn't known.
#[must_use]
pub fn coverage_sentences(history: &UsageHistory, style: NumberStyle) -> Vec<String> {
    remarks(history, "", style)
}

/// The same of the months that are priced, with the columns of the file that weren't counted.
pub(super) fn report_remarks(report: &HistoryReport, style: NumberStyle) -> Vec<String> {
    let left_out = if report.left_out > 0 { ", also those of the months that are not priced" } else { "" };
    [remarks(&report.history, left_out, style), others_sentences(&report.others)].concat()
}

/// How well the rows cover the months. Behind those that were counted stands which of them `also` were.
fn remarks(history: &UsageHistory, also: &str, style: NumberStyle) -> Vec<String> {
    let Some(coverage) = history.coverage() else { return Vec::new() };
    let Coverage { rows, unread, run_on, same: _, missing, repeated, begins, ends } = coverage;
    let counted = rows.saturating_sub(*unread);
    let mut sentences = vec![match (rows, unread) {
        (1, 0) => "The one row was counted.".to_owned(),
        (2, 0) => format!("Both rows were counted{also}."),
        (rows, 0) => format!("All {} rows were counted{also}.", style.whole(*rows)),
        (rows, unread) => format!(
            "{} of {} {} counted{also}; {} couldn’t be read.",
            style.whole(counted),
            plural(*rows, "row", style),
            if counted == 1 { "was" } else { "were" },
            style.whole(*unread),
        ),
    }];
    sentences.extend(run_on_sentence(*run_on, style));
    if !missing.is_empty() {
        let (has, counts) = if missing.len() == 1 { ("has", "counts") } else { ("have", "count") };
        // A row that couldn't be read may be of one of these months.
        let readable = if *unread > 0 { " that could be read" } else { "" };
        let (all, named) = (months(missing.len(), style), named_months(missing));
        sentences.push(format!("{all} {has} no row{readable} and {counts} as 0 reads: {named}."));
    }
    if !repeated.is_empty() {
        let (has, their) = if repeated.len() == 1 { ("has", "its") } else { ("have", "their") };
        let (all, named) = (months(repeated.len(), style), named_months(repeated));
        sentences.push(format!("{all} {has} more than one row; {their} reads were added up: {named}."));
    }
    sentences.extend(same_sentence(coverage, style));
    let (first, last, both) = match history.reads().len() {
        1 => ("the month", "the month", "the month"),
        _ => ("the first month", "the last month", "the first and the last month"),
    };
    match (begins, ends) {
        (Some(begins), Some(ends)) => {
            sentences.push(format!("The rows begin on {begins} and end on {ends}, so {both} may be incomplete."));
        }
        (Some(begins), None) => sentences.push(format!("The rows begin on {begins}, so {first} may be incomplete.")),
        (None, Some(ends)) => sentences.push(format!("The rows end on {ends}, so {last} may be incomplete.")),
        (None, None) => {}
    }
    sentences.extend(history.source().into_iter().flat_map(source_sentences));
    let assumptions = history.assumptions().iter();
    sentences.extend(assumptions.map(|assumption| assumption_sentence(*assumption, history.source())));
    sentences
}

/// Says how many rows are the same as one before; `None` where none are.
fn same_sentence(coverage: &Coverage, style: NumberStyle) -> Option<String> {
    let (is, their) = match coverage.same {
        0 => return None,
        1 => ("is", "its"),
        _ => ("are", "their"),
    };
    let least = if coverage.may_have_more_same() { "At least " } else { "" };
    let rows = plural(coverage.same, "row", style);
    Some(format!("{least}{rows} {is} exactly the same as one before; {their} reads were added up, too."))
}

/// Says what quotation marks have made rows of that couldn't be read; `None` where there are none.
fn run_on_sentence(run_on: RunOn, style: NumberStyle) -> Option<String> {
    let (line, lines) = (style.whole(run_on.first_line), plural(run_on.lines, "line", style));
    Some(match (run_on.rows, run_on.lines) {
        (0, _) => return None,
        (1, 1) => format!("A quotation mark in the row on line {line} is not closed, so that row couldn’t be read."),
        (1, _) => format!(
            "A quotation mark in the row on line {line} is not closed where it should be: {lines} were taken as one row, which \
             couldn’t be read."
        ),
        (rows, _) => format!(
            "Quotation marks are not closed where they should be: {lines} were taken as {} rows, which couldn’t be read; the \
             first is on line {line}.",
            style.whole(rows)
        ),
    })
}

/// The first months of a list by name, and how many more there are.
fn named_months(list: &[CalendarMonth]) -> String {
    let named = list.iter().take(MOST_NAMED).map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match list.len().saturating_sub(MOST_NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// What else there is to say of how a file was read, a sentence each: what isn't part of its table, and how its dates are meant.
#[must_use]
pub fn count_sentences(count: &Count, order: DateOrder, style: NumberStyle) -> Vec<String> {
    let mut sentences = Vec::new();
    for (kind, ignored) in IgnoredKind::ALL.iter().filter_map(|kind| Some((kind, count.ignored.get(kind)?))) {
        let (what, line) = (ignored.count, style.whole(ignored.first_line));
        let place = if what == 1 { format!("on line {line}") } else { format!("the first on line {line}") };
        sentences.push(match kind {
            IgnoredKind::Header if what == 1 => format!("Line {line} names the columns and was not counted."),
            IgnoredKind::Header => {
                format!("{} name the columns ({place}) and were not counted.", plural(what, "row", style))
            }
            IgnoredKind::AboveTable => {
                format!("Ignored above the table: {} ({place}).", plural(what, "row", style))
            }
            IgnoredKind::Total => {
                format!("Ignored because they sum others up: {} ({place}).", plural(what, "row", style))
            }
            IgnoredKind::Blank => format!("Ignored because they are empty: {} ({place}).", plural(what, "row", style)),
        });
    }
    sentences.extend(order_sentence(count, order, style));
    sentences.push("Months are those of UTC; a time without a zone is taken to be in UTC.".to_owned());
    sentences
}

/// The most months that are named one by one.
const MOST_NAMED: usize = 12;

/// How the order of days and months is known; `None` where no date depends on it, or it is only assumed, which the remarks say.
fn order_sentence(count: &Count, chosen: DateOrder, style: NumberStyle) -> Option<String> {
    let (found, reason) = count.evidence.order();
    let order = chosen.label();
    let dates = |count: u64| plural(count, "date", style);
    Some(match reason {
        OrderReason::Irrelevant | OrderReason::Assumed => return None,
        _ if chosen != found => format!("As you chose, dates were read with {order}."),
        OrderReason::Proven(proof) => {
            format!("Dates were read with {order}: {} can be read in no other way.", dates(proof))
        }
        OrderReason::Mixed(proof, against) => format!(
            "Dates were read with {order}, as {} can only be; {} can only be read the other way and couldn’t be used.",
            dates(proof),
            dates(against)
        ),
        OrderReason::FirstsOfMonths => {
            format!("Dates were read with {order}, since each of them is the first of a month then.")
        }
    })
}

/// What the months come to, a sentence each: the reads, the free era, and what was left out.
#[must_use]
pub fn report_sentences(report: &HistoryReport, catalogue: &Catalogue, style: NumberStyle) -> Vec<String> {
    let history = &report.history;
    let count = history.reads().len();
    let mut sentences = vec![format!("{}{}.", history_phrase(history, style), busiest_phrase(history, style))];
    sentences.extend(left_out_sentence(report, style));
    let (usage, nothing) = (report.usage_type.label(), style.money(Money::ZERO));
    let beyond = report.months_beyond_free(catalogue);
    sentences.push(match (&report.free_era.covered_by, &report.free_era.largest) {
        (Some(answer), _) => format!(
            "In the free era {} access{} would have covered {} for {nothing}.",
            answer.tier.name,
            access_note(&answer.tier, report.usage_type),
            if count == 1 { "the month" } else { "every month" }
        ),
        (None, Some(largest)) if count == 1 => format!(
            "In the free era the month would have gone beyond the {} reads of {} access{}, the most that was free for {usage}.",
            style.reads(largest.reads),
            largest.tier.name,
            access_note(&largest.tier, report.usage_type)
        ),
        (None, Some(largest)) => format!(
            "In the free era {} access{} would have covered {} of {} for {nothing}; {} beyond its {} reads a month.",
            largest.tier.name,
            access_note(&largest.tier, report.usage_type),
            count.saturating_sub(beyond),
            months(count, style),
            if beyond == 1 { "one goes".to_owned() } else { format!("{beyond} go") },
            style.reads(largest.reads)
        ),
        (None, None) => format!("No programme of the free era was open to {usage}."),
    });
    sentences.extend(report.book(Catalogue::DEFAULT).map(|book| launch_sentence(report, book, style)));
    sentences
}

/// Which month was the busiest, to be read behind the reads of all; nothing where only one could be.
fn busiest_phrase(history: &UsageHistory, style: NumberStyle) -> String {
    let (_, most) = history.busiest();
    let busiest: Vec<_> = history.months().filter(|(_, reads)| *reads == most).map(|(month, _)| month).collect();
    let count = history.reads().len();
    if count == 1 || most == Reads::ZERO {
        return String::new();
    }
    let with = style.reads(most);
    match busiest.as_slice() {
        [only] => format!("; the busiest was {only} with {with}"),
        all if all.len() == count => format!(", {with} in each"),
        [first, second] => format!("; the busiest were {first} and {second} with {with} each"),
        several => {
            format!("; {} were the busiest with {with} each: {}", months(several.len(), style), named_months(several))
        }
    }
}

/// What the usage type needs before it can have a tier, to be read behind its name; nothing when nothing is in the way.
fn access_note(tier: &Tier, usage_type: UsageType) -> String {
    let access = access_sentence(tier.access(usage_type), usage_type);
    access.map(|access| format!(" ({access})")).unwrap_or_default()
}

/// Says how many months aren't priced, and how many reads they have; `None` where all are.
pub(super) fn left_out_sentence(report: &HistoryReport, style: NumberStyle) -> Option<String> {
    let (before, are) = match report.left_out {
        0 => return None,
        1 => ("month".to_owned(), "is"),
        count => (months(count, style), "are"),
    };
    let with = reads(report.left_out_reads, style);
    Some(format!(
        "An estimate has at most {} months, so the {before} before, with {with}, {are} not priced.",
        Months::MAX
    ))
}

/// Why rows make no history.
#[must_use]
pub fn count_error_sentence(error: CountError, style: NumberStyle) -> String {
    match error {
        CountError::NothingRead => "No row could be read, so there is nothing to price.".to_owned(),
        CountError::TooMany(month) => format!(
            "The rows of {month} add up to more than {} (10^15) reads, which can’t be priced.",
            style.reads(Reads::MAX)
        ),
    }
}

/// What the months would have cost when reading was first charged for: at one tier that is held in all of them, and each at
/// the cheapest tier for it.
fn launch_sentence(report: &HistoryReport, book: &BookReport, style: NumberStyle) -> String {
    let Epoch { price_book, cheapest, otherwise, .. } = &book.epoch;
    let count = report.history.reads().len();
    let prices = format!("At the prices of {}, when reading was first charged for,", price_book.name);
    let Some((answer, cost)) = cheapest.as_ref().and_then(|answer| Some((answer, answer.cost.as_ref()?))) else {
        let which = if count == 1 { "the month" } else { "every month" };
        return format!("{prices} no listed tier serves {which}: {}.", NoTier::of(*otherwise).phrase());
    };
    let total = style.money(cost.total);
    let name = format!("{}{}", answer.tier.name, access_note(&answer.tier, report.usage_type));
    if count == 1 {
        return format!("{prices} they would have cost {total} with {name}, the cheapest tier for them.");
    }
    let each = match &book.month_by_month {
        Ok(each) if *each == cost.total => " Month by month, none is cheaper.".to_owned(),
        Ok(each) => format!(" With the cheapest tier of each month they come to {} instead.", style.money(*each)),
        Err(_) => String::new(),
    };
    format!(
        "{prices} they would have cost {total} with {name}, the cheapest tier for all of them, held in {}{}.{each}",
        all_months_phrase(count, style),
        idle_phrase(report, cost, style)
    )
}

/// Says that a tier is paid in months without reads, too; nothing where there are none, or they are free.
fn idle_phrase(report: &HistoryReport, cost: &Cost, style: NumberStyle) -> String {
    let months = report.history.reads().iter().zip(&cost.months);
    let idle = months.filter(|(reads, paid)| **reads == Reads::ZERO && paid.amount > Money::ZERO).count();
    match idle {
        0 => String::new(),
        1 => ", also in the one without reads".to_owned(),
        count => format!(", also in the {} without reads", style.whole(count as u64)),
    }
}

/// The months that no tier serves at a public price: `over every cap in 1 month and no public price in 2 months`.
#[must_use]
pub(super) fn unserved_phrase(unserved: &UnservedMonths, style: NumberStyle) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for phrase in unserved.reasons.iter().map(|reason| NoTier::of(*reason).phrase()) {
        match counts.iter_mut().find(|(known, _)| *known == phrase) {
            Some((_, count)) => *count += 1,
            None => counts.push((phrase, 1)),
        }
    }
    let phrases = counts.into_iter().map(|(phrase, count)| format!("{phrase} in {}", months(count, style)));
    phrases.collect::<Vec<_>>().join(" and ")
}

pub(super) fn months(count: usize, style: NumberStyle) -> String {
    plural(count as u64, "month", style)
}

pub(super) fn reads(count: u64, style: NumberStyle) -> String {
    plural(count, "read", style)
}
