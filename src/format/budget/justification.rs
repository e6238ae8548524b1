//! The text by which a budget is justified to a funder: paragraphs to copy, in which every figure is explained.

use super::plans::unchecked_sentence;
use super::schedule::reason_phrase;
use super::sentences::{conversion_phrase, rounding_phrase};
use super::warnings::budget_warning_sentence;
use crate::format::counts::plural;
use crate::format::tier::standing_phrase;
use crate::format::{months_phrase, price_phrase};
use crate::numbers::NumberStyle;
use crate::pricing::{Catalogue, Evidence, Money, RereadFactor};
use crate::project::budget::{Amount, BudgetReport, BudgetRow, BudgetWarning, CostClass, IndirectBase, PriceWarning};
use crate::project::funder::{CurrencyCode, Percent};
use crate::project::{FreeProgramme, Phase, Purchase, PurchasePayment, Reason};
use crate::text::capitalized;

/// The paragraphs, each with its heading, in the order in which a funder reads them.
pub(super) fn justification(
    catalogue: &'static Catalogue,
    report: &BudgetReport<'_>,
    style: NumberStyle,
) -> Vec<(&'static str, String)> {
    let mut paragraphs = vec![
        ("What is paid for", what(report, style)),
        ("How the price is known", prices(catalogue, report, style)),
        ("Inflation", inflation(report, style)),
        ("Contingency", contingency(catalogue, report, style)),
        ("Indirect costs", indirect(report, style)),
        ("Total", total(report, style)),
        ("Before access was charged for", free_era(report, style)),
        ("Alternatives", ALTERNATIVES.to_owned()),
        ("Standing of the figures", standing(catalogue, report, style)),
    ];
    paragraphs.retain(|(_, text)| !text.is_empty());
    paragraphs
}

/// What might make the purchase unnecessary. Nothing here is known of a single project.
const ALTERNATIVES: &str = "Researchers vetted under Article 40 of the EU Digital Services Act (Regulation (EU) 2022/2065) may \
    ask very large platforms for access to data. Whether this project could, and whether a data set that others already \
    collected would do, has to be checked; the budget takes neither for granted.";

fn what(report: &BudgetReport<'_>, style: NumberStyle) -> String {
    let BudgetReport { project, budget, schedule, .. } = report;
    let phase = |(place, phase): (usize, &Phase)| {
        let name = if phase.name.is_empty() { format!("phase {}", place + 1) } else { phase.name.to_string() };
        format!("{name}: {} posts within {}", style.posts(phase.posts), months_phrase(phase.months))
    };
    let phases: Vec<_> = project.phases.iter().enumerate().map(phase).collect();
    let mut text = format!(
        "The project collects {} posts of the X (Twitter) platform for {}, from {} on ({}).",
        style.whole(budget.posts),
        project.usage_type.label(),
        project.start,
        phases.join("; ")
    );
    if project.reread_factor != RereadFactor::NONE {
        let reads: u64 = project.reads().iter().map(|reads| reads.get()).sum();
        text += &format!(
            " Each wanted post is taken to cost {} reads, so that {} reads are bought.",
            style.plain_decimal(project.reread_factor.decimal()),
            style.whole(reads)
        );
    }
    text += " Posts are read through the seller’s interface for programs";
    text += if schedule.purchases.is_empty() { "." } else { ", access to which is sold on these terms." };
    let mut conditions: Vec<String> = Vec::new();
    for (place, purchase) in schedule.purchases.iter().enumerate() {
        text += " ";
        text += &purchase_sentence(report, purchase, style);
        for reason in schedule.reasons(project, place) {
            if let Reason::PaidUnused { .. } = reason {
                text += &format!(" {}.", capitalized(&reason_phrase(&reason, style).unwrap_or_default()));
            }
            conditions.extend(term_sentence(&reason, purchase).filter(|sentence| !conditions.contains(sentence)));
        }
    }
    for condition in conditions {
        text += " ";
        text += &condition;
    }
    if let Some(average) = budget.per_thousand {
        text += &format!(
            " Access fees are {} in all: {} for each thousand posts.",
            style.money(budget.access_fees),
            style.average(average)
        );
    }
    text
}

fn purchase_sentence(report: &BudgetReport<'_>, purchase: &Purchase, style: NumberStyle) -> String {
    let how = match purchase.payment {
        PurchasePayment::Monthly => price_phrase(&purchase.tier, style),
        PurchasePayment::InAdvance => {
            let annual = purchase.tier.annual_price.map(|price| style.price(price)).unwrap_or_default();
            format!("{annual} for twelve months in advance")
        }
    };
    format!(
        "{} is bought from {} on for {} at {how}, and {} reads are made with it: {}.",
        purchase.tier.name,
        report.project.first_day(purchase.first_month),
        plural(purchase.months as u64, "month", style),
        style.whole(purchase.reads),
        style.money(purchase.amount)
    )
}

/// What the applicant takes for granted of a minimum term that isn't public; `None` for any other reason.
fn term_sentence(reason: &Reason, purchase: &Purchase) -> Option<String> {
    let assumed = match reason {
        Reason::NoMinimumTerm => "none".to_owned(),
        Reason::AssumedTerm(months) => months_phrase(*months),
        _ => return None,
    };
    Some(format!("The minimum term of {} is not public: the applicant assumes {assumed}.", purchase.tier.name))
}

fn prices(catalogue: &'static Catalogue, report: &BudgetReport<'_>, style: NumberStyle) -> String {
    let BudgetReport { project, schedule, budget, today, .. } = *report;
    let mut sentences: Vec<String> = Vec::new();
    for purchase in &schedule.purchases {
        let (tier, book) = (&purchase.tier, purchase.price_book);
        let sentence = match purchase.price_evidence() {
            Some(evidence) => {
                format!("The price of {} is that of {} ({}).", tier.name, book.name, evidence_phrase(evidence))
            }
            None => format!("The price of {} was entered by the applicant.", tier.name),
        };
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    if sentences.is_empty() {
        return format!("Nothing is bought: access costs {}.", style.money(budget.access_fees));
    }
    let warnings = budget.warnings(catalogue, project, schedule, today).into_iter();
    let of_another_time = warnings.filter(|warning| {
        matches!(warning, BudgetWarning::Price(PriceWarning::Past { .. } | PriceWarning::Ahead { .. }))
    });
    sentences.extend(of_another_time.map(|it| budget_warning_sentence(&it, budget.terms.currency(), style)));
    sentences.join(" ")
}

/// Who states a figure, how sure that is, and where: `reported by press, medium confidence, sources S40 and S41`.
fn evidence_phrase(evidence: &Evidence) -> String {
    let ids: Vec<_> = evidence.sources.iter().map(ToString::to_string).collect();
    let word = if ids.len() == 1 { "source" } else { "sources" };
    format!("{}, {word} {}", standing_phrase(evidence), ids.join(", "))
}

fn inflation(report: &BudgetReport<'_>, style: NumberStyle) -> String {
    let budget = report.budget;
    let terms = &budget.terms;
    if terms.charged_inflation() == Percent::ZERO {
        return "No rise of prices is budgeted for later years.".to_owned();
    }
    format!(
        "Access fees are taken to rise by {} a year, compounding from the second year of the budget on: {} in all.",
        style.percent(terms.inflation.decimal()),
        in_words(report, BudgetRow::Inflation, style)
    )
}

fn contingency(catalogue: &'static Catalogue, report: &BudgetReport<'_>, style: NumberStyle) -> String {
    let terms = &report.budget.terms;
    if !terms.funder.allows_contingency {
        return "No contingency is asked for, since the funder does not pay it.".to_owned();
    }
    if terms.contingency == Percent::ZERO {
        return "No contingency is asked for.".to_owned();
    }
    let paid: Vec<_> = catalogue.price_books().iter().filter(|book| book.id != catalogue.free_era().id).collect();
    let history = match paid.as_slice() {
        [first, .., last] => format!(
            "The seller has changed prices or terms {} since {}, last on {}, and may do so again before the months are bought.",
            times(paid.len() - 1),
            first.from,
            last.from
        ),
        _ => "The seller may change prices before the months are bought.".to_owned(),
    };
    format!(
        "{history} For this, {} of the access fees with their inflation are set aside on a line of their own: {}. What is not \
         needed is not spent.",
        style.percent(terms.contingency.decimal()),
        in_words(report, BudgetRow::Contingency, style)
    )
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

fn indirect(report: &BudgetReport<'_>, style: NumberStyle) -> String {
    let budget = report.budget;
    let terms = &budget.terms;
    let percent = terms.charged_indirect_rate();
    if percent == Percent::ZERO {
        return "No indirect costs are budgeted.".to_owned();
    }
    let whose =
        if terms.funder.flat_rate_percent.is_some() { "the funder’s flat rate" } else { "the institution’s rate" };
    let is_limited = terms.cost_class == CostClass::Subcontract && terms.funder.subcontract_in_base.is_some();
    let mut text = format!(
        "Indirect costs are charged at {}, {whose}, on a base of {} ({}{}): {}.",
        style.percent(percent.decimal()),
        in_words(report, BudgetRow::Base, style),
        terms.indirect_base.label(),
        if is_limited { ", as far as they count" } else { "" },
        in_words(report, BudgetRow::Indirect, style)
    );
    match (terms.cost_class, terms.funder.subcontract_in_base) {
        (CostClass::Purchase, _) => text += " Access is a purchased service, which counts in the base in full.",
        (CostClass::Subcontract, Some(most)) if Amount::from(most) == Amount::ZERO => {
            text += " Access is a subcontract, which stands outside the base.";
        }
        (CostClass::Subcontract, Some(most)) => {
            text += &format!(" Access is a subcontract, of which the first {} count in the base.", style.price(most));
            text += counted_beside(report);
        }
        (CostClass::Subcontract, None) => text += " Access is a subcontract, which counts in the base in full.",
    }
    text
}

/// What of the direct costs is no part of a subcontract, and counts in the base beside it.
fn counted_beside(report: &BudgetReport<'_>) -> &'static str {
    let is_added = |row| report.budget.stated.amount(row) != Amount::ZERO;
    let has_contingency =
        report.budget.terms.indirect_base == IndirectBase::TotalDirect && is_added(BudgetRow::Contingency);
    match (has_contingency, is_added(BudgetRow::Modules)) {
        (true, true) => " The contingency and the rounding up to modules are no part of it and count in full.",
        (true, false) => " The contingency is no part of it and counts in full.",
        (false, true) => " The rounding up to modules is no part of it and counts in full.",
        (false, false) => "",
    }
}

fn total(report: &BudgetReport<'_>, style: NumberStyle) -> String {
    let budget = report.budget;
    let funder = budget.terms.funder;
    let mut text = format!(
        "Direct costs are {} and the total is {}, over {}.",
        in_words(report, BudgetRow::Direct, style),
        in_words(report, BudgetRow::Total, style),
        plural(budget.years.len() as u64, "budget year", style)
    );
    if let Some(modules) = funder.modules {
        let others = budget.terms.counted_costs();
        let together = if others == Amount::ZERO {
            String::new()
        } else {
            format!(", together with {} of other direct costs", style.amount(others, budget.terms.currency()))
        };
        text += &format!(
            " Direct costs of each year with access are rounded up to modules of {}{together}, which adds {}.",
            style.price(modules.size),
            in_words(report, BudgetRow::Modules, style)
        );
    }
    if let Some(conversion) = budget.terms.conversion {
        let dollars = style.amount(budget.dollars.amount(BudgetRow::Total), CurrencyCode::USD);
        text += &format!(
            " Access is priced in US dollars and converted at {}; in dollars the total is {dollars}.",
            conversion_phrase(&conversion, style)
        );
    }
    text
}

fn free_era(report: &BudgetReport<'_>, style: NumberStyle) -> String {
    let free_era = report.free_era;
    let access = |programme: &FreeProgramme| {
        let cap =
            programme.tier.read_cap.map(|cap| format!(" ({} reads a month)", style.reads(cap))).unwrap_or_default();
        format!("{} access{cap}", programme.tier.name)
    };
    let months =
        |programme: &FreeProgramme| programme.months.map(|months| plural(months, "month", style)).unwrap_or_default();
    let programme = |programme: &FreeProgramme| format!("with {} in {}", access(programme), months(programme));
    let usage_type = report.project.usage_type;
    let usage = usage_type.label();
    let nothing = style.money(Money::ZERO);
    // Nobody can say that posts were given for a use whose terms weren't checked.
    let purpose_and_doubt = |named: &[&FreeProgramme]| match unchecked_sentence(named.iter().copied(), usage_type) {
        Some(sentence) => (String::new(), format!(" {sentence}")),
        None => (format!(" for {usage}"), String::new()),
    };
    let known: Vec<_> = free_era.programmes.iter().filter(|programme| programme.months.is_some()).collect();
    let (in_time, late): (Vec<&FreeProgramme>, Vec<_>) = known.iter().copied().partition(|programme| programme.in_time);
    if !in_time.is_empty() {
        let (purpose, doubt) = purpose_and_doubt(&known);
        let programmes: Vec<_> = in_time.into_iter().map(programme).collect();
        let too_slow = match late.as_slice() {
            [] => String::new(),
            [first, others @ ..] => {
                let others = others.iter().map(|late| format!(" and {} {}", access(late), months(late)));
                let others: String = others.collect();
                format!(" {} would have taken {}{others}, which is too slow.", access(first), months(first))
            }
        };
        return format!(
            "Until spring 2023 the seller gave the same posts{purpose} free of charge: {} they would have cost \
             {nothing}.{too_slow}{doubt}",
            programmes.join(", or ")
        );
    }
    match known.last() {
        Some(largest) => {
            let (purpose, doubt) = purpose_and_doubt(&[largest]);
            format!(
                "Until spring 2023 the seller gave posts{purpose} free of charge: {} these would have been read for {nothing}, \
                 which is more time than the project has.{doubt}",
                programme(largest)
            )
        }
        None => format!("No free programme of the seller was open to {usage} until spring 2023."),
    }
}

fn standing(catalogue: &Catalogue, report: &BudgetReport<'_>, style: NumberStyle) -> String {
    let rounding = rounding_phrase(&report.budget.terms);
    format!(
        "Each line is computed from stated amounts and rounded half up, once, {rounding}, so that rows and columns add up. Prices \
         are before tax; public ones were last checked on {}, and the budget was computed on {}. This is an independent \
         estimate, not an offer of the seller; {} of access fees would be paid at these prices.",
        catalogue.last_checked(),
        report.today,
        style.money(report.budget.access_fees)
    )
}

/// The total of a row in the currency of the budget.
fn in_words(report: &BudgetReport<'_>, row: BudgetRow, style: NumberStyle) -> String {
    style.amount(report.budget.stated.amount(row), report.budget.terms.currency())
}
