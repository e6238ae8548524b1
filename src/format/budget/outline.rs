//! Everything that a budget says, in words and in order. The page and the exports differ only in how they set it down.

use super::justification::justification;
use super::schedule::{month_arithmetic, phase_label};
use super::sentences::{budget_line_phrase, conversion_phrase, counted_sentence, rounding_phrase};
use super::warnings::budget_warning_sentence;
use crate::format::counts::plural;
use crate::numbers::NumberStyle;
use crate::pricing::{Catalogue, Date, Identifier, Money, Reads, RereadFactor};
use crate::project::budget::{
    Amount, BudgetColumn, BudgetReport, BudgetRow, BudgetTerms, BudgetTotals, BudgetYear, CostClass, OtherCosts,
    YearCut,
};
use crate::project::funder::{CurrencyCode, Percent};
use crate::project::{PriceBasis, ScheduledMonth};

/// What a budget says.
pub struct BudgetOutline {
    /// `Budget for access to the X (Twitter) API`.
    pub title: &'static str,
    /// What it pays for: `10,000,000 posts for academic research, from 2026-12-01 to 2027-07-31`.
    pub question: String,
    /// What was entered, and what follows for the whole of it, each with its label.
    pub details: Vec<(&'static str, String)>,
    /// Which months count in a year, where that doesn't go without saying: `a month counts in the year in which it
    /// begins`.
    pub year_rule: Option<&'static str>,
    /// Its years, in order.
    pub years: Vec<YearOutline>,
    /// Its figures: in its currency, and in US dollars where that is another one.
    pub tables: Vec<TableOutline>,
    /// The schedule, month by month.
    pub months: Vec<MonthOutline>,
    /// The paragraphs of a justification, each with its heading.
    pub justification: Vec<(&'static str, String)>,
    /// What the researcher should know before it is sent. Like the notes it isn't for the funder.
    pub warnings: Vec<String>,
    /// What the funder asks besides: where access fees belong, and more, also what is only assumed of it.
    pub notes: Vec<String>,
    /// The documents that prices and rules rest on: what they are, and where they are read.
    pub sources: Vec<SourceOutline>,
    /// What it is worth.
    pub standing: &'static str,
}

/// The head of a budget year's column.
pub struct YearOutline {
    /// `Year 2`, `2028`.
    pub heading: String,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// Its months and reads: `8 months, 10,000,000 reads`.
    pub amounts: String,
}

impl YearOutline {
    /// Its days, months and reads.
    #[must_use]
    pub fn span(&self) -> String {
        format!("{} to {}, {}", self.from, self.until, self.amounts)
    }
}

/// The figures of a budget in one currency.
pub struct TableOutline {
    /// The currency.
    pub currency: CurrencyCode,
    /// The decimal places that amounts are stated with.
    pub places: u32,
    /// Its rows, from top to bottom.
    pub rows: Vec<RowOutline>,
}

/// One row of figures.
pub struct RowOutline {
    /// Which one.
    pub row: BudgetRow,
    /// The amount of each year.
    pub years: Vec<CellOutline>,
    /// All years together.
    pub total: Amount,
}

/// One figure with its arithmetic.
pub struct CellOutline {
    /// The stated amount.
    pub amount: Amount,
    /// How it came about.
    pub arithmetic: String,
}

/// One month of the schedule.
pub struct MonthOutline {
    /// Its first day.
    pub from: Date,
    /// Its phase: the name, or the number where it has none; `after the last` when it is only paid.
    pub phase: String,
    /// The tier that is paid, or that there is none.
    pub tier: String,
    /// What is read.
    pub reads: Reads,
    /// What is paid, to the cent.
    pub amount: Money,
    /// How that came about.
    pub arithmetic: String,
}

/// A document, or the rules of a funder with theirs.
pub struct SourceOutline {
    /// What it is. The page's programs know no titles: there it is what the Sources page lists it by.
    pub title: String,
    /// Where it is read; empty where only the Sources page has it.
    pub url: String,
    /// Its place on the Sources page: `S40`, `funder-nsf`.
    pub place: String,
    /// The day it bears, if any.
    pub date: Option<Date>,
}

impl SourceOutline {
    /// Where it is read, for whoever has the budget at `budget`: on the Sources page beside it where its own address isn't
    /// known.
    #[must_use]
    pub fn address(&self, budget: &str) -> String {
        if !self.url.is_empty() {
            return self.url.clone();
        }
        let page = budget.split('#').next().unwrap_or_default();
        let folder = page.rfind('/').and_then(|end| page.get(..=end)).unwrap_or_default();
        format!("{folder}sources.html#{}", self.place)
    }
}

/// What every budget says of itself.
const STANDING: &str = "Independent estimate, not an offer. Prices before tax.";

impl BudgetOutline {
    /// Puts a report into words.
    #[must_use]
    pub fn new(catalogue: &'static Catalogue, report: &BudgetReport<'_>, style: NumberStyle) -> Self {
        let BudgetReport { project, schedule, budget, today, .. } = *report;
        let terms = &budget.terms;
        let year = |year: &BudgetYear| YearOutline {
            heading: year.label(terms.year_cut),
            from: year.from,
            until: year.until,
            amounts: format!("{}, {} reads", plural(year.months.len() as u64, "month", style), style.whole(year.reads)),
        };
        let warnings = budget.warnings(catalogue, project, schedule, today);
        Self {
            title: "Budget for access to the X (Twitter) API",
            question: question(report, style),
            details: details(report, style),
            year_rule: year_rule(terms.year_cut),
            years: budget.years.iter().map(year).collect(),
            tables: tables(report, style),
            months: schedule.months.iter().map(|month| month_outline(report, month, style)).collect(),
            justification: justification(catalogue, report, style),
            warnings: warnings.iter().map(|it| budget_warning_sentence(it, terms.currency(), style)).collect(),
            notes: notes(terms, style),
            sources: sources(catalogue, report),
            standing: STANDING,
        }
    }
}

/// What the funder asks besides of such a budget, and what its limits count here.
fn notes(terms: &BudgetTerms, style: NumberStyle) -> Vec<String> {
    let funder = terms.funder;
    let has_contingency = terms.contingency != Percent::ZERO;
    let is_subcontract = terms.cost_class == CostClass::Subcontract;
    let rules = std::iter::once(&funder.placement)
        .chain(funder.notes.iter())
        .chain(funder.contingency_notes.iter().filter(|_| has_contingency))
        .chain(funder.subcontract_notes.iter().filter(|_| is_subcontract))
        .chain(funder.unconfirmed.iter());
    counted_sentence(terms, style).into_iter().chain(rules.map(ToString::to_string)).collect()
}

/// What the budget pays for.
fn question(report: &BudgetReport<'_>, style: NumberStyle) -> String {
    let BudgetReport { project, budget, .. } = report;
    let last = project.first_day(project.month_count()).pred_opt().unwrap_or_default();
    format!("{} posts for {}, from {} to {last}", style.whole(budget.posts), project.usage_type.label(), project.start)
}

/// Which months count in a year that isn't cut by months itself.
const fn year_rule(cut: YearCut) -> Option<&'static str> {
    match cut {
        YearCut::Project => None,
        YearCut::Calendar => Some("a month counts in the year in which it begins"),
    }
}

fn details(report: &BudgetReport<'_>, style: NumberStyle) -> Vec<(&'static str, String)> {
    let BudgetReport { project, budget, .. } = report;
    let terms = &budget.terms;
    let funder = terms.funder;
    let percent = |percent: Percent| style.percent(percent.decimal());
    let currency = terms.conversion.map_or_else(
        || CurrencyCode::USD.to_string(),
        |conversion| format!("{}: {}", conversion.currency, conversion_phrase(&conversion, style)),
    );
    let prices = match project.prices {
        PriceBasis::ByDate => "those in force on each month’s first day, the newest going on".to_owned(),
        PriceBasis::Of(book) => format!("those of {} ({})", book.name, book.id),
    };
    let rate = percent(terms.charged_indirect_rate());
    let whose = if funder.flat_rate_percent.is_some() { ", the funder’s flat rate" } else { "" };
    let inflation = if funder.allows_inflation {
        format!("{} a year from the second on", percent(terms.inflation))
    } else {
        "none: the funder allows no rise of prices in later years".to_owned()
    };
    let contingency = if funder.allows_contingency {
        format!("{} of access fees with inflation", percent(terms.contingency))
    } else {
        "none: the funder does not pay it".to_owned()
    };
    let rule = year_rule(terms.year_cut).map(|rule| format!(": {rule}")).unwrap_or_default();
    let reread = project.reread_factor;
    let mut details = vec![
        ("Funder", funder.name.to_string()),
        ("Amounts", rounding_phrase(terms).to_owned()),
        ("Years", format!("{}{rule}", terms.year_cut.label())),
        ("Currency", currency),
        ("Prices", prices),
        ("Inflation", inflation),
        ("Contingency", contingency),
        ("Indirect costs", format!("{rate}{whose} on {}", terms.indirect_base.label())),
        ("Access is", terms.cost_class.label().to_owned()),
    ];
    if terms.other_costs != OtherCosts::ZERO {
        let others = style.amount(terms.other_costs.into(), terms.currency());
        details.push(("Other direct costs a year", format!("{others}, no part of this budget")));
    }
    if reread != RereadFactor::NONE {
        details.push(("Reads for each wanted post", style.plain_decimal(reread.decimal())));
    }
    let average = budget.per_thousand.map(|average| format!("{} of access fees", style.average(average)));
    details.extend(average.map(|average| ("A thousand posts", average)));
    details
}

fn tables(report: &BudgetReport<'_>, style: NumberStyle) -> Vec<TableOutline> {
    let budget = report.budget;
    let currency = budget.terms.currency();
    let table = |currency, columns: Vec<&BudgetColumn>, totals: BudgetTotals| TableOutline {
        currency,
        places: budget.terms.places(currency),
        rows: budget.rows().map(|row| row_outline(row, &columns, totals, currency, style)).collect(),
    };
    let mut tables = vec![table(currency, budget.years.iter().map(|year| &year.stated).collect(), budget.stated)];
    if currency != CurrencyCode::USD {
        let columns = budget.years.iter().map(|year| &year.dollars).collect();
        tables.push(table(CurrencyCode::USD, columns, budget.dollars));
    }
    tables
}

fn row_outline(
    row: BudgetRow,
    columns: &[&BudgetColumn],
    totals: BudgetTotals,
    currency: CurrencyCode,
    style: NumberStyle,
) -> RowOutline {
    let cell = |column: &&BudgetColumn| CellOutline {
        amount: column.amount(row),
        arithmetic: budget_line_phrase(column.line(row), currency, style),
    };
    RowOutline { row, years: columns.iter().map(cell).collect(), total: totals.amount(row) }
}

fn month_outline(report: &BudgetReport<'_>, month: &ScheduledMonth, style: NumberStyle) -> MonthOutline {
    let purchase = month.purchase.and_then(|place| report.schedule.purchases.get(place));
    MonthOutline {
        from: month.from,
        phase: phase_label(month, report.project),
        tier: purchase.map_or_else(|| "none".to_owned(), |purchase| purchase.tier.name.to_string()),
        reads: month.reads,
        amount: month.amount,
        arithmetic: month_arithmetic(month, style),
    }
}

/// The documents behind the prices that are paid, then those behind the funder's rules; each once.
fn sources(catalogue: &'static Catalogue, report: &BudgetReport<'_>) -> Vec<SourceOutline> {
    let mut cited: Vec<&Identifier> = Vec::new();
    for purchase in &report.schedule.purchases {
        for id in purchase.price_evidence().iter().flat_map(|evidence| evidence.sources.iter()) {
            if !cited.contains(&id) {
                cited.push(id);
            }
        }
    }
    let prices = cited.iter().filter_map(|id| catalogue.source(id)).map(|source| SourceOutline {
        title: format!("{} {}", source.id, source.title).trim_end().to_owned(),
        url: source.url.to_string(),
        place: source.id.to_string(),
        date: source.date,
    });
    let funder = report.budget.terms.funder;
    let place = format!("funder-{}", funder.id);
    let rules = funder.sources.iter().map(|source| SourceOutline {
        title: if source.title.is_empty() { format!("The rules of {}", funder.name) } else { source.title.to_string() },
        url: source.url.to_string(),
        place: place.clone(),
        date: source.date.filter(|_| !source.title.is_empty()),
    });
    let mut all: Vec<SourceOutline> = prices.chain(rules).collect();
    all.dedup_by(|one, before| one.title == before.title);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_without_an_address_are_on_the_sources_page() {
        let source = |url: &str| SourceOutline {
            title: "S40".to_owned(),
            url: url.to_owned(),
            place: "S40".to_owned(),
            date: None,
        };
        let budget = "https://example.org/quota/budget.html#b1/start=2026-12-01/usage=academic";
        assert_eq!(source("").address(budget), "https://example.org/quota/sources.html#S40");
        assert_eq!(source("https://example.com/a").address(budget), "https://example.com/a");
    }
}
