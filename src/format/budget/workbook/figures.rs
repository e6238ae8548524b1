//! The sheet of the budget: the rows of each year as formulas of the inputs and the schedule.

use std::iter;

use rust_decimal::Decimal;

use super::inputs::Input;
use super::months::{MonthRanges, ranges};
use crate::format::BudgetOutline;
use crate::format::TableOutline;
use crate::format::workbook::{CellContent, Look, Place, Sheet};
use crate::project::budget::{BudgetLine, BudgetReport, BudgetRow, BudgetYear, PriceLevel};
use crate::project::funder::CurrencyCode;

/// The name of the sheet.
const NAME: &str = "Budget";

/// The row of the first table's head.
const FIRST: u32 = 3;

/// The rows between a table's head and its first figure: the years' numbers, months, reads, price levels and dollars.
const LEADING: u32 = 5;

pub(super) fn sheet(report: &BudgetReport<'_>, outline: &BudgetOutline) -> Sheet {
    let widths = iter::once(36).chain(iter::repeat_n(20, outline.years.len() + 1)).collect();
    let mut sheet = Sheet::new(NAME, widths, 0);
    sheet.text(Place::new(0, 0), outline.title, Look::Title);
    sheet.text(Place::new(1, 0), &outline.question, Look::Plain);
    let mut top = FIRST;
    for (place, table) in outline.tables.iter().enumerate() {
        let writer = TableWriter { report, outline, table, is_stated: place == 0, top, ranges: ranges(report) };
        top = writer.write(&mut sheet);
    }
    sheet
}

/// Writes one table of figures.
struct TableWriter<'a> {
    report: &'a BudgetReport<'a>,
    outline: &'a BudgetOutline,
    table: &'a TableOutline,
    /// Whether it is the one in the currency of the budget, as the funder states amounts.
    is_stated: bool,
    /// The row of its head.
    top: u32,
    ranges: MonthRanges,
}

impl TableWriter<'_> {
    /// Writes the table, and gives the row for the next one.
    fn write(&self, sheet: &mut Sheet) -> u32 {
        let all = self.column_of_all();
        sheet.text(Place::new(self.top, 0), self.table.currency.to_string(), Look::Heading);
        for (column, year) in (1..).zip(&self.outline.years) {
            sheet.text(Place::new(self.top, column), &year.heading, Look::NumberHeading);
        }
        sheet.text(Place::new(self.top, all), "All years", Look::NumberHeading);
        for (row, label) in
            (self.top + 1..).zip(["Budget year", "Months", "Reads", "Price level", "US dollars, schedule"])
        {
            sheet.text(Place::new(row, 0), label, Look::Plain);
        }
        for (column, year) in (1..).zip(&self.report.budget.years) {
            self.write_leading(sheet, column, year);
        }
        for (row, outlined) in (self.top + 1 + LEADING..).zip(&self.table.rows) {
            let is_sum = matches!(outlined.row, BudgetRow::Direct | BudgetRow::Total);
            let look = if is_sum { Look::Sum(self.table.places) } else { Look::Number(self.table.places) };
            sheet.text(Place::new(row, 0), outlined.row.label(), if is_sum { Look::Heading } else { Look::Plain });
            for (column, cell) in (1..).zip(&outlined.years) {
                let formula = self.formula(outlined.row, column);
                sheet.formula(Place::new(row, column), formula, cell.amount.decimal(), look);
            }
            let sum = format!("SUM({}:{})", Place::new(row, 1), Place::new(row, all - 1));
            sheet.formula(Place::new(row, all), sum, outlined.total.decimal(), look);
        }
        self.write_check(sheet)
    }

    /// The column of all years together.
    fn column_of_all(&self) -> u16 {
        // Ten years and a term behind them are far fewer than the columns that there are.
        u16::try_from(self.outline.years.len() + 1).unwrap_or(u16::MAX)
    }

    /// What the figures of a year are computed from.
    fn write_leading(&self, sheet: &mut Sheet, column: u16, year: &BudgetYear) {
        let at = |offset| Place::new(self.top + offset, column);
        let MonthRanges { years, dollars, reads } = &self.ranges;
        let number = at(1);
        sheet.number(number, Decimal::from(year.number), Look::Number(0));
        let months = Decimal::from(year.months.len());
        sheet.formula(at(2), format!("COUNTIF({years},{number})"), months, Look::Number(0));
        sheet.formula(at(3), format!("SUMIF({years},{number},{reads})"), year.reads.into(), Look::Number(0));
        let own = if self.is_stated { &year.stated } else { &year.dollars };
        if let BudgetLine::Inflation { level, .. } = own.line(BudgetRow::Inflation) {
            match column.checked_sub(1).filter(|before| *before > 0) {
                None => sheet.number(at(4), level.decimal(), Look::Factor),
                Some(before) => {
                    let before = Place::new(self.top + 4, before);
                    let percent = Input::Inflation.name();
                    let formula = format!("ROUND({before}*(1+{percent}/100),{})", PriceLevel::PLACES);
                    sheet.formula(at(4), formula, level.decimal(), Look::Factor);
                }
            }
        }
        if let BudgetLine::AccessFees { dollars: fees, .. } = own.line(BudgetRow::AccessFees) {
            sheet.formula(at(5), format!("SUMIF({years},{number},{dollars})"), fees.decimal(), Look::Number(2));
        }
    }

    /// The cell of a row in a year.
    fn place(&self, row: BudgetRow, column: u16) -> Place {
        let offset =
            (0..).zip(&self.table.rows).find(|(_, outlined)| outlined.row == row).map_or(0, |(offset, _)| offset);
        Place::new(self.top + 1 + LEADING + offset, column)
    }

    fn formula(&self, row: BudgetRow, column: u16) -> String {
        let of = |row| self.place(row, column);
        let leading = |offset| Place::new(self.top + offset, column);
        let places = if self.is_stated { Input::Places.name().to_owned() } else { self.table.places.to_string() };
        let rounded = |amount: String| format!("ROUND({amount},{places})");
        let (fees, rise, reserve) = (of(BudgetRow::AccessFees), of(BudgetRow::Inflation), of(BudgetRow::Contingency));
        match row {
            BudgetRow::AccessFees if self.table.currency == CurrencyCode::USD => rounded(leading(5).to_string()),
            BudgetRow::AccessFees => rounded(format!("{}*{}", leading(5), Input::Rate.name())),
            BudgetRow::Inflation => rounded(format!("{fees}*({}-1)", leading(4))),
            BudgetRow::Contingency => rounded(format!("({fees}+{rise})*{}/100", Input::Contingency.name())),
            BudgetRow::Modules => {
                let (subtotal, size) = (format!("SUM({fees}:{reserve})"), Input::ModuleSize.name());
                let all = format!("({subtotal}+{})", rounded(Input::OtherCosts.name().to_owned()));
                format!("IF(AND({size}>0,{subtotal}>0),ROUNDUP({all}/{size},0)*{size}-{all},0)")
            }
            BudgetRow::Direct => format!("SUM({fees}:{})", self.above(BudgetRow::Direct, column)),
            BudgetRow::Base => self.base_formula(column),
            BudgetRow::Indirect => rounded(format!("{}*{}/100", of(BudgetRow::Base), Input::IndirectRate.name())),
            BudgetRow::Total => format!("{}+{}", of(BudgetRow::Direct), of(BudgetRow::Indirect)),
        }
    }

    /// The cell above that of a row.
    fn above(&self, row: BudgetRow, column: u16) -> Place {
        let place = self.place(row, column);
        Place::new(place.row - 1, column)
    }

    /// The direct costs, without the contingency where the base leaves it out, and without what of the fees of a
    /// subcontract is beyond what counts: what is beyond by this year, less what was by the year before.
    fn base_formula(&self, column: u16) -> String {
        let (direct, reserve) = (self.place(BudgetRow::Direct, column), self.place(BudgetRow::Contingency, column));
        let (limits, most) = (Input::LimitsSubcontract.name(), Input::SubcontractMost.name());
        let first = self.place(BudgetRow::AccessFees, 1);
        let beyond = |last: u16| format!("MAX(SUM({first}:{})-{most},0)", self.place(BudgetRow::Inflation, last));
        let before = match column {
            1 => String::new(),
            _ => format!("-{}", beyond(column - 1)),
        };
        format!("{direct}-{}*{reserve}-{limits}*({}{before})", Input::WithoutContingency.name(), beyond(column))
    }

    /// Writes what the total was and whether it still is, and gives the row for the next table.
    fn write_check(&self, sheet: &mut Sheet) -> u32 {
        let all = self.column_of_all();
        let total = self.place(BudgetRow::Total, all);
        let exported = Place::new(total.row + 1, all);
        let amount = self.table.rows.last().map(|row| row.total.decimal()).unwrap_or_default();
        sheet.text(Place::new(exported.row, 0), "Total as it was exported", Look::Plain);
        sheet.number(exported, amount, Look::Number(self.table.places));
        let formula = format!("IF(ROUND({total}-{exported},4)=0,\"as exported\",\"changed since\")");
        let content = CellContent::TextFormula { formula, value: "as exported".to_owned() };
        sheet.text(Place::new(exported.row + 1, 0), "The total now", Look::Plain);
        sheet.push(Place::new(exported.row + 1, all), content, Look::NumberHeading);
        exported.row + 4
    }
}
