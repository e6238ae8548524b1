//! The sheet of what was entered. Its marked cells have names, by which the budget's formulas refer to them.

use rust_decimal::Decimal;

use crate::format::BudgetOutline;
use crate::format::workbook::{Look, Place, Sheet};
use crate::pricing::Price;
use crate::project::budget::{BudgetReport, CostClass, ExchangeRate, IndirectBase};

/// The name of the sheet.
const NAME: &str = "Inputs";

/// The row of the first input.
const FIRST: u32 = 5;

/// A cell that may be changed.
#[derive(Clone, Copy)]
pub(super) enum Input {
    /// The rise of prices a year, in percent.
    Inflation,
    /// The contingency, in percent.
    Contingency,
    /// The rate of indirect costs, in percent.
    IndirectRate,
    /// Whether the base of indirect costs leaves out the contingency.
    WithoutContingency,
    /// Whether access is a subcontract of which the funder counts only a part.
    LimitsSubcontract,
    /// How much of a subcontract counts.
    SubcontractMost,
    /// The amount of a module; 0 where there are none.
    ModuleSize,
    /// The other direct costs of a year.
    OtherCosts,
    /// What one dollar buys.
    Rate,
    /// The decimal places of stated amounts.
    Places,
}

impl Input {
    /// Every input, from top to bottom.
    const ALL: [Self; 10] = [
        Self::Inflation,
        Self::Contingency,
        Self::IndirectRate,
        Self::WithoutContingency,
        Self::LimitsSubcontract,
        Self::SubcontractMost,
        Self::ModuleSize,
        Self::OtherCosts,
        Self::Rate,
        Self::Places,
    ];

    /// The name that formulas use.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Inflation => "Inflation_percent",
            Self::Contingency => "Contingency_percent",
            Self::IndirectRate => "Indirect_percent",
            Self::WithoutContingency => "Base_without_contingency",
            Self::LimitsSubcontract => "Subcontract_is_limited",
            Self::SubcontractMost => "Subcontract_most",
            Self::ModuleSize => "Module_size",
            Self::OtherCosts => "Other_direct_costs",
            Self::Rate => "Exchange_rate",
            Self::Places => "Decimal_places",
        }
    }

    /// What people call it, and what it means.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Inflation => {
                ("Inflation, % a year", "compounding from the second budget year on; 0 where the funder allows none")
            }
            Self::Contingency => ("Contingency, %", "of access fees with inflation; 0 where the funder pays none"),
            Self::IndirectRate => ("Indirect costs, %", "of their base; the funder’s flat rate where it has one"),
            Self::WithoutContingency => ("Base leaves out contingency", "1 for yes, 0 for no"),
            Self::LimitsSubcontract => {
                ("Subcontract counts in part", "1 when access is a subcontract and the funder limits it, 0 otherwise")
            }
            Self::SubcontractMost => ("Of a subcontract count", "dollars over all years, when it counts in part"),
            Self::ModuleSize => {
                ("Module of direct costs", "dollars, to whose multiples a year is rounded up; 0 for none")
            }
            Self::OtherCosts => (
                "Other direct costs a year",
                "in the currency of the budget, rounded up to modules together with it; no part of it",
            ),
            Self::Rate => ("Exchange rate", "what one US dollar buys in the currency of the budget"),
            Self::Places => ("Decimal places", "with which amounts are stated"),
        }
    }

    /// The cell of its value.
    fn place(self) -> Place {
        Place::new(FIRST + self as u32, 1)
    }

    fn value(self, report: &BudgetReport<'_>) -> Decimal {
        let terms = &report.budget.terms;
        let funder = terms.funder;
        let flag = |is_set: bool| Decimal::from(u8::from(is_set));
        match self {
            Self::Inflation => terms.charged_inflation().decimal(),
            Self::Contingency => terms.charged_contingency().decimal(),
            Self::IndirectRate => terms.charged_indirect_rate().decimal(),
            Self::WithoutContingency => flag(terms.indirect_base == IndirectBase::WithoutContingency),
            Self::LimitsSubcontract => {
                flag(terms.cost_class == CostClass::Subcontract && funder.subcontract_in_base.is_some())
            }
            Self::SubcontractMost => funder.subcontract_in_base.map(Price::decimal).unwrap_or_default(),
            Self::ModuleSize => funder.modules.map(|modules| modules.size.decimal()).unwrap_or_default(),
            Self::OtherCosts => terms.other_costs.decimal(),
            Self::Rate => terms.conversion.map_or(ExchangeRate::ONE, |conversion| conversion.rate).decimal(),
            Self::Places => Decimal::from(terms.places(terms.currency())),
        }
    }
}

/// The names of the inputs with their cells.
pub(super) fn names() -> Vec<(&'static str, String)> {
    Input::ALL.iter().map(|input| (input.name(), input.place().fixed(NAME))).collect()
}

pub(super) fn sheet(report: &BudgetReport<'_>, outline: &BudgetOutline, address: &str) -> Sheet {
    let mut sheet = Sheet::new(NAME, vec![34, 22, 80], FIRST);
    sheet.text(Place::new(0, 0), outline.title, Look::Title);
    sheet.text(Place::new(1, 0), &outline.question, Look::Plain);
    sheet.text(
        Place::new(2, 0),
        "Change a marked value, and the sheet Budget follows. The sheet Justification keeps the words of the export.",
        Look::Plain,
    );
    let headings = [("Input", Look::Heading), ("Value", Look::NumberHeading), ("Meaning", Look::Note)];
    for (column, (heading, look)) in (0..).zip(headings) {
        sheet.text(Place::new(FIRST - 1, column), heading, look);
    }
    for input in Input::ALL {
        let place = input.place();
        let (label, meaning) = input.words();
        sheet.text(Place::new(place.row, 0), label, Look::Plain);
        sheet.number(place, input.value(report), Look::Input);
        sheet.text(Place::new(place.row, 2), meaning, Look::Note);
    }
    let mut row = Input::Places.place().row + 2;
    sheet.text(Place::new(row, 0), "As it was exported", Look::Heading);
    let link = ("Link", address.to_owned());
    let standing = ("Standing", outline.standing.to_owned());
    for (label, text) in outline.details.iter().chain([&standing, &link]) {
        row += 1;
        sheet.text(Place::new(row, 0), *label, Look::Plain);
        sheet.text(Place::new(row, 1), text, Look::Plain);
    }
    sheet
}
