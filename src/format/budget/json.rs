//! A budget as JSON, for programs, with the cost objects of a machine-actionable data management plan.

use super::outline::{BudgetOutline, RowOutline, TableOutline};
use crate::format::plain::cents;
use crate::numbers::NumberStyle;
use crate::pricing::{Catalogue, Money};
use crate::project::budget::{BudgetReport, BudgetRow, BudgetTerms};
use crate::tree::{Value, json};

/// Everything that a budget says. Amounts are text with the decimal places that they are stated with.
///
/// `dmp.cost` has a cost object for each year, as the RDA DMP Common Standard 1.1 and 1.2 define it: `title`, `description`,
/// `value` and `currency_code`. It can be copied into a plan; together they are the total of the budget.
#[must_use]
pub fn budget_json(catalogue: &'static Catalogue, report: &BudgetReport<'_>, address: &str) -> String {
    let outline = BudgetOutline::new(catalogue, report, NumberStyle::ENGLISH);
    let texts = |texts: &[String]| Value::List(texts.iter().map(|text| Value::text(text)).collect());
    let paragraphs = outline.justification.iter().map(|(heading, text)| {
        Value::object([("heading", Some(Value::text(heading))), ("text", Some(Value::text(text)))])
    });
    let sources = outline.sources.iter().map(|source| {
        Value::object([
            ("title", Some(Value::text(&source.title))),
            ("url", Some(Value::Text(source.address(address)))),
            ("date", source.date.map(|date| Value::Text(date.to_string()))),
        ])
    });
    let budget = report.budget;
    let value = Value::object([
        ("kind", Some(Value::text("budget"))),
        ("title", Some(Value::text(outline.title))),
        ("question", Some(Value::text(&outline.question))),
        ("asOf", Some(Value::Text(report.today.to_string()))),
        ("terms", Some(terms_value(&budget.terms))),
        ("posts", Some(Value::whole(budget.posts))),
        ("accessFees", Some(Value::Text(cents(budget.access_fees)))),
        ("perThousandPosts", Some(or_null(budget.per_thousand.map(|average: Money| average.to_string())))),
        ("years", Some(years_value(report, &outline))),
        ("tables", Some(Value::List(outline.tables.iter().map(table_value).collect()))),
        ("schedule", Some(schedule_value(&outline))),
        ("justification", Some(Value::List(paragraphs.collect()))),
        ("warnings", Some(texts(&outline.warnings))),
        ("notes", Some(texts(&outline.notes))),
        ("sources", Some(Value::List(sources.collect()))),
        ("standing", Some(Value::text(outline.standing))),
        ("dmp", Some(Value::object([("cost", Some(costs_value(&outline)))]))),
        ("link", Some(Value::text(address))),
    ]);
    json::write(&value) + "\n"
}

fn or_null(text: Option<String>) -> Value {
    text.map_or(Value::Null, Value::Text)
}

fn terms_value(terms: &BudgetTerms) -> Value {
    let conversion = terms.conversion.map(|conversion| {
        Value::object([
            ("currency", Some(Value::text(conversion.currency.as_str()))),
            ("rate", Some(Value::Text(conversion.rate.to_string()))),
            ("day", Some(Value::Text(conversion.day.to_string()))),
        ])
    });
    Value::object([
        ("funder", Some(Value::text(terms.funder.id.as_str()))),
        ("yearCut", Some(Value::text(terms.year_cut.id()))),
        ("inflationPercent", Some(Value::Text(terms.charged_inflation().to_string()))),
        ("contingencyPercent", Some(Value::Text(terms.charged_contingency().to_string()))),
        ("indirectRatePercent", Some(Value::Text(terms.charged_indirect_rate().to_string()))),
        ("indirectBase", Some(Value::text(terms.indirect_base.id()))),
        ("costClass", Some(Value::text(terms.cost_class.id()))),
        ("otherDirectCosts", Some(Value::Text(terms.other_costs.to_string()))),
        ("conversion", Some(conversion.unwrap_or(Value::Null))),
    ])
}

fn years_value(report: &BudgetReport<'_>, outline: &BudgetOutline) -> Value {
    let years = report.budget.years.iter().zip(&outline.years).map(|(year, words)| {
        Value::object([
            ("name", Some(Value::text(&words.heading))),
            ("from", Some(Value::Text(year.from.to_string()))),
            ("until", Some(Value::Text(year.until.to_string()))),
            ("months", Some(Value::whole(year.months.len() as u64))),
            ("reads", Some(Value::whole(year.reads))),
        ])
    });
    Value::List(years.collect())
}

fn table_value(table: &TableOutline) -> Value {
    let rows = table.rows.iter().map(|row: &RowOutline| {
        let years = row.years.iter().map(|cell| {
            Value::object([
                ("amount", Some(Value::Text(cell.amount.to_text(table.places)))),
                ("arithmetic", Some(Value::text(&cell.arithmetic))),
            ])
        });
        Value::object([
            ("id", Some(Value::text(row.row.id()))),
            ("label", Some(Value::text(row.row.label()))),
            ("years", Some(Value::List(years.collect()))),
            ("total", Some(Value::Text(row.total.to_text(table.places)))),
        ])
    });
    Value::object([
        ("currency", Some(Value::text(table.currency.as_str()))),
        ("rows", Some(Value::List(rows.collect()))),
    ])
}

fn schedule_value(outline: &BudgetOutline) -> Value {
    let months = outline.months.iter().map(|month| {
        Value::object([
            ("from", Some(Value::Text(month.from.to_string()))),
            ("phase", Some(Value::text(&month.phase))),
            ("tier", Some(Value::text(&month.tier))),
            ("reads", Some(Value::whole(month.reads.get()))),
            ("amount", Some(Value::Text(cents(month.amount)))),
            ("arithmetic", Some(Value::text(&month.arithmetic))),
        ])
    });
    Value::List(months.collect())
}

/// The cost objects. Their values are numbers, as the standard wants, written with all their digits.
fn costs_value(outline: &BudgetOutline) -> Value {
    let Some(table) = outline.tables.first() else { return Value::List(Vec::new()) };
    let costs = outline.years.iter().enumerate().filter_map(|(place, year)| {
        let cell = |wanted: BudgetRow| table.rows.iter().find(|row| row.row == wanted)?.years.get(place);
        let total = cell(BudgetRow::Total)?;
        let description = format!("{}. {}. {}", year.span(), total.arithmetic, outline.standing);
        Some(Value::object([
            ("title", Some(Value::Text(format!("{}, {}", outline.title, year.heading)))),
            ("description", Some(Value::Text(description))),
            ("value", Some(Value::Number(total.amount.to_text(table.places)))),
            ("currency_code", Some(Value::text(table.currency.as_str()))),
        ]))
    });
    Value::List(costs.collect())
}
