//! The sheet of the schedule, month by month, with each month's price as a formula.

use rust_decimal::Decimal;

use crate::format::BudgetOutline;
use crate::format::workbook::{Look, Place, Sheet};
use crate::pricing::{Bill, Line, Reads};
use crate::project::budget::{BudgetReport, YearCut};

/// The name of the sheet.
pub(super) const NAME: &str = "Schedule";

/// The row of the first month.
const FIRST: u32 = 4;

const FROM: u16 = 0;
const READS: u16 = 3;
const DOLLARS: u16 = 4;
const YEAR: u16 = 5;
const ARITHMETIC: u16 = 6;

pub(super) fn sheet(report: &BudgetReport<'_>, outline: &BudgetOutline) -> Sheet {
    let mut sheet = Sheet::new(NAME, vec![14, 20, 24, 18, 16, 16, 70], FIRST);
    sheet.text(Place::new(0, 0), "Schedule", Look::Title);
    sheet.text(Place::new(1, 0), "What is bought and read in each month, in US dollars before tax.", Look::Plain);
    let headings = ["Month from", "Phase", "Tier", "Reads", "US dollars", "Budget year", "Arithmetic"];
    for (column, heading) in (0..).zip(headings) {
        let look = match column {
            READS..=YEAR => Look::NumberHeading,
            ARITHMETIC => Look::Note,
            _ => Look::Heading,
        };
        sheet.text(Place::new(FIRST - 1, column), heading, look);
    }
    let years = report.budget.years.iter().flat_map(|year| year.months.clone().map(|_| year.number));
    let months = report.schedule.months.iter().zip(&outline.months).zip(years);
    for (row, ((month, words), year)) in (FIRST..).zip(months) {
        let at = |column| Place::new(row, column);
        sheet.day(at(FROM), month.from);
        sheet.text(at(1), &words.phase, Look::Plain);
        sheet.text(at(2), &words.tier, Look::Plain);
        sheet.number(at(READS), month.reads.get().into(), Look::Number(0));
        match month.bill.as_ref().filter(|bill| bill.amount() == month.amount) {
            Some(bill) => {
                let formula = bill_formula(bill, month.reads, at(READS));
                sheet.formula(at(DOLLARS), formula, month.amount.decimal(), Look::Number(2));
            }
            None => sheet.number(at(DOLLARS), month.amount.decimal(), Look::Number(2)),
        }
        let formula = year_formula(report.budget.terms.year_cut, at(FROM));
        sheet.formula(at(YEAR), formula, Decimal::from(year), Look::Number(0));
        sheet.text(at(ARITHMETIC), &words.arithmetic, Look::Note);
    }
    let row = FIRST + months_count(report);
    let reads: u64 = report.schedule.months.iter().map(|month| month.reads.get()).sum();
    sheet.text(Place::new(row, FROM), "All months", Look::Heading);
    for (column, value, places) in [(READS, Decimal::from(reads), 0), (DOLLARS, report.budget.access_fees.decimal(), 2)]
    {
        let sum = format!("SUM({})", range(report, column));
        sheet.formula(Place::new(row, column), sum, value, Look::Sum(places));
    }
    sheet
}

/// The months whose number of the budget year is in `year`, or what `column` has in these: the ranges for a formula.
pub(super) struct MonthRanges {
    /// The numbers of the budget years.
    pub(super) years: String,
    /// The dollars.
    pub(super) dollars: String,
    /// The reads.
    pub(super) reads: String,
}

pub(super) fn ranges(report: &BudgetReport<'_>) -> MonthRanges {
    let fixed = |column| {
        let last = FIRST + months_count(report).max(1) - 1;
        let (first, last) = (Place::new(FIRST, column).fixed(NAME), Place::new(last, column).fixed(NAME));
        format!("{first}:{}", last.trim_start_matches(&format!("{NAME}!")))
    };
    MonthRanges { years: fixed(YEAR), dollars: fixed(DOLLARS), reads: fixed(READS) }
}

fn range(report: &BudgetReport<'_>, column: u16) -> String {
    let last = FIRST + months_count(report).max(1) - 1;
    format!("{}:{}", Place::new(FIRST, column), Place::new(last, column))
}

fn months_count(report: &BudgetReport<'_>) -> u32 {
    // A schedule has at most ten years of months and those of a term behind them.
    u32::try_from(report.schedule.months.len()).unwrap_or(u32::MAX)
}

/// The number of the budget year that a month belongs to.
fn year_formula(cut: YearCut, from: Place) -> String {
    match cut {
        YearCut::Project => format!("INT((ROW()-{})/12)+1", FIRST + 1),
        YearCut::Calendar => format!("YEAR({from})-YEAR({})+1", Place::new(FIRST, FROM).fixed(NAME)),
    }
}

/// A bill as a formula: the sum of its lines, rounded to the cent. Where all reads of the month have one unit price, it refers
/// to the cell of the reads.
fn bill_formula(bill: &Bill, reads: Reads, cell: Place) -> String {
    let term = |line: &Line| match line {
        Line::FlatFee { fee } | Line::BandFee { fee, .. } => format!("+{fee}"),
        Line::Included { .. } | Line::Overage { .. } => String::new(),
        Line::Reads { reads: some, unit_price, .. } if *some == reads => format!("+{cell}*{unit_price}"),
        Line::Reads { reads: some, unit_price, .. } => format!("+{some}*{unit_price}"),
        Line::Packages { packages, package_price, .. } => format!("+{packages}*{package_price}"),
        Line::Discount { percent, of, .. } => format!("-{of}*{percent}/100"),
        Line::MonthlyMinimum { amount, .. }
        | Line::MonthlyMaximum { amount, .. }
        | Line::AnnualMaximum { amount, .. } => {
            if amount.decimal().is_sign_negative() {
                amount.to_string()
            } else {
                format!("+{amount}")
            }
        }
    };
    let terms: String = bill.lines().iter().map(term).collect();
    let terms = terms.trim_start_matches('+');
    if terms.is_empty() { "0".to_owned() } else { format!("ROUND({terms},2)") }
}
