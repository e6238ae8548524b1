//! The table of a budget's figures in one currency.

use std::ops::Range;

use yew::prelude::*;

use crate::format::{BudgetOutline, CellOutline, TableOutline};
use crate::numbers::NumberStyle;
use crate::project::budget::BudgetRow;
use crate::view::evidence::day;

/// The most years whose amounts fit side by side on an upright sheet of paper.
const UPRIGHT_YEARS: usize = 4;

/// The most that fit on one that lies, with cents and the letters of a currency.
const LYING_YEARS: usize = 5;

/// The figures in one currency. On the screen they scroll sideways where years are many; on paper they are taken apart then.
pub(super) fn figures_table(table: &TableOutline, outline: &BudgetOutline, style: NumberStyle) -> Html {
    let count = outline.years.len();
    let caption = format!("The budget in {}", table.currency);
    let is_wide = (count > UPRIGHT_YEARS).then_some("budget-wide");
    let parts = count.div_ceil(LYING_YEARS);
    let is_whole = (parts > 1).then_some("budget-whole");
    let whole = YearSpan { table, outline, style, years: 0..count };
    html! {
        <div key={table.currency.to_string()}>
            <div class={classes!("budget-scroll", is_wide, is_whole)} role="region" tabindex="0" aria-label={caption.clone()}>
                { whole.table(caption, Figures::Opening) }
            </div>
            if parts > 1 {
                for years in split(count, parts) {
                    <div key={years.start} class="budget-part budget-wide">
                        { YearSpan { years, ..whole.clone() }.printed() }
                    </div>
                }
            }
        </div>
    }
}

/// Years in parts that are about as long.
fn split(count: usize, parts: usize) -> impl Iterator<Item = Range<usize>> {
    let length = count.div_ceil(parts);
    (0..parts).map(move |part| part * length..((part + 1) * length).min(count))
}

/// What stands in the cells of a table.
#[derive(Clone, Copy)]
enum Figures {
    /// Amounts that open to how they came about.
    Opening,
    /// Amounts alone, for paper, where nothing opens.
    Plain,
}

/// Some years of the figures in one currency, and the sum of all behind the last of them.
#[derive(Clone)]
struct YearSpan<'a> {
    table: &'a TableOutline,
    outline: &'a BudgetOutline,
    style: NumberStyle,
    years: Range<usize>,
}

impl YearSpan<'_> {
    /// These years as a table of their own on paper.
    fn printed(&self) -> Html {
        let years = self.outline.years.get(self.years.clone()).unwrap_or_default();
        let span = match years {
            [first, .., last] => format!("{} to {}", first.heading, last.heading),
            years => years.iter().map(|year| year.heading.as_str()).collect(),
        };
        self.table(format!("The budget in {}, {span}", self.table.currency), Figures::Plain)
    }

    /// These years as a table, with the sum behind the last one.
    fn table(&self, caption: String, figures: Figures) -> Html {
        let Self { table, outline, style, years } = self;
        let has_sum = years.end == outline.years.len();
        html! {
            <table class="budget-table">
                <caption>{ caption }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Cost" }</th>
                        for year in outline.years.get(years.clone()).unwrap_or_default() {
                            <th scope="col" key={year.heading.clone()}>
                                { &year.heading }
                                <span class="tier-terms">
                                    { day(year.from) }{ " to " }{ day(year.until) }{ ", " }{ &year.amounts }
                                </span>
                            </th>
                        }
                        if has_sum { <th scope="col">{ "All years" }</th> }
                    </tr>
                </thead>
                <tbody>
                    for row in &table.rows {
                        <tr key={row.row.id()} class={row_class(row.row)}>
                            <th scope="row">{ row.row.label() }</th>
                            for (place, cell) in row.years.get(years.clone()).unwrap_or_default().iter().enumerate() {
                                <td key={place}>{ self.cell(cell, figures) }</td>
                            }
                            if has_sum { <td>{ style.amount(row.total, table.currency) }</td> }
                        </tr>
                    }
                </tbody>
            </table>
        }
    }

    fn cell(&self, cell: &CellOutline, figures: Figures) -> Html {
        let amount = self.style.amount(cell.amount, self.table.currency);
        match figures {
            Figures::Plain => html! { amount },
            Figures::Opening => html! {
                <details class="figure">
                    <summary>{ amount }</summary>
                    <p>{ &cell.arithmetic }</p>
                </details>
            },
        }
    }
}

const fn row_class(row: BudgetRow) -> &'static str {
    match row {
        BudgetRow::Direct => "budget-sum",
        BudgetRow::Total => "budget-sum budget-total",
        BudgetRow::Base => "budget-aside",
        _ => "",
    }
}
