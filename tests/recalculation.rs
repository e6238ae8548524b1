//! The spreadsheet of a budget, opened and recomputed by LibreOffice: every formula comes to what the engine says, for what was
//! entered and for what a reviewer changes.
//!
//! LibreOffice is looked for on PATH, or named by the environment variable `SOFFICE`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use quota_calculator::catalogue;
use quota_calculator::format::budget_workbook;
use quota_calculator::format::workbook::{CellContent, Place, Workbook};
use quota_calculator::project::budget::{
    Budget, BudgetReport, BudgetTerms, BudgetTermsFields, CostClass, CostedProposal, IndirectBase, YearCut,
};
use quota_calculator::project::link;
use quota_calculator::project::{FreeCollection, Project, Schedule};
use rust_decimal::Decimal;

use projects::{day, free_era, percent, project, schedule, terms};

mod projects;

#[path = "../src/bin/spreadsheet/xlsx.rs"]
mod xlsx;

const ADDRESS: &str = "https://example.org/quota/budget.html";

/// The cells of a sheet as LibreOffice shows them.
type Shown = Vec<Vec<String>>;

/// LibreOffice's cells of each sheet of each workbook, by the workbooks' names.
fn recomputed(workbooks: &BTreeMap<String, Workbook>) -> BTreeMap<(String, &'static str), Shown> {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("profile");
    fs::create_dir_all(profile.join("user")).expect("a folder");
    fs::write(profile.join("user/registrymodifications.xcu"), ALWAYS_RECOMPUTE).expect("a file");
    let mut soffice = Command::new(std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into()));
    soffice.arg(format!("-env:UserInstallation=file://{}", profile.display())).args(["--headless", "--convert-to"]);
    // Commas, quotation marks, UTF-8, from the first line on, full precision, every sheet in a file of its own.
    soffice.arg("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1");
    soffice.arg("--outdir").arg(folder.path());
    for (name, workbook) in workbooks {
        let file = folder.path().join(format!("{name}.xlsx"));
        fs::write(&file, xlsx::write(&spoiled(workbook)).expect("a spreadsheet")).expect("a file");
        soffice.arg(file);
    }
    let output = soffice.output().expect("LibreOffice, which this test needs: install libreoffice-calc");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let sheets =
        workbooks.iter().flat_map(|(name, workbook)| workbook.sheets.iter().map(move |sheet| (name, sheet.name)));
    sheets
        .map(|(name, sheet)| ((name.clone(), sheet), read(&folder.path().join(format!("{name}-{sheet}.csv")))))
        .collect()
}

/// Makes LibreOffice compute every formula when it opens a file, whatever value stands there.
const ALWAYS_RECOMPUTE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// The workbook with a wrong value behind every formula, so that only a computed one can be right.
fn spoiled(workbook: &Workbook) -> Workbook {
    let mut workbook = workbook.clone();
    for cell in workbook.sheets.iter_mut().flat_map(|sheet| &mut sheet.cells) {
        match &mut cell.content {
            CellContent::Formula { value, .. } => *value = Decimal::NEGATIVE_ONE,
            CellContent::TextFormula { value, .. } => *value = "not computed".to_owned(),
            _ => {}
        }
    }
    workbook
}

/// The cells of a CSV file whose quoted ones may have line breaks.
fn read(file: &Path) -> Shown {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let (mut rows, mut quoted) = (vec![vec![String::new()]], false);
    for c in text.chars() {
        let row = rows.last_mut().expect("a row");
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => row.last_mut().expect("a cell").push(c),
        }
    }
    rows
}

/// Expects that every formula of `workbook` shows its value, and says how many numbers were compared.
#[track_caller]
fn assert_shows(name: &str, workbook: &Workbook, shown: &BTreeMap<(String, &'static str), Shown>) -> usize {
    let mut compared = 0;
    for sheet in &workbook.sheets {
        let cells = &shown[&(name.to_owned(), sheet.name)];
        let at = |place: Place| cells[place.row as usize][usize::from(place.column)].as_str();
        for cell in &sheet.cells {
            let place = cell.place;
            match &cell.content {
                CellContent::Formula { formula, value } => {
                    compared += 1;
                    let number: f64 = at(place)
                        .parse()
                        .unwrap_or_else(|_| panic!("{name}, {}!{place}: {formula} shows {:?}", sheet.name, at(place)));
                    let number = Decimal::from_f64_retain(number).expect("a number").round_dp(6);
                    let difference = (number - value.round_dp(6)).abs();
                    assert!(difference.is_zero(), "{name}, {}!{place}: {formula} = {number}, not {value}", sheet.name);
                }
                CellContent::TextFormula { value, .. } => {
                    assert_eq!(at(place), value, "{name}, {}!{place}", sheet.name)
                }
                CellContent::Number(_) | CellContent::Text(_) | CellContent::Day(_) => {}
            }
        }
    }
    compared
}

/// A budget with what it was made of.
struct Case {
    project: Project,
    schedule: Schedule,
    free_era: FreeCollection,
}

impl Case {
    fn new(cents: &[u64]) -> Self {
        let project = project("2027-03-15", cents.len());
        let mut schedule = schedule(&project, cents);
        for (month, cents) in schedule.months.iter_mut().zip(cents) {
            // Amounts that no bill explains stand in the sheet as they are.
            month.bill = month.bill.take().filter(|bill| bill.amount().cents() == *cents);
        }
        Self { project, schedule, free_era: free_era(cents.len() as u64) }
    }

    fn workbook(&self, terms: &BudgetTerms) -> Workbook {
        let budget = Budget::new(&self.project, &self.schedule, terms).expect("a budget");
        let Self { project, schedule, free_era } = self;
        let report = BudgetReport { project, schedule, free_era, budget: &budget, today: day("2026-11-24") };
        budget_workbook(catalogue(), &report, ADDRESS)
    }
}

/// Terms of every funder with every choice, and with percentages that make rounding matter.
fn many_terms() -> Vec<BudgetTerms> {
    let mut many = Vec::new();
    for (place, funder) in quota_calculator::funder_profiles().iter().enumerate() {
        for (cut, base, class) in [(0, 0, 0), (1, 1, 0), (0, 1, 1), (1, 0, 1)] {
            many.push(terms(funder.id.as_str(), |fields| {
                fields.inflation = percent(["0", "3", "2.75", "10.125", "99.9999"][(place + cut) % 5]);
                fields.contingency = percent(["10", "0", "12.5", "0.5", "33.3333"][(place + base) % 5]);
                fields.indirect_rate = percent(["55.5", "0", "62.75", "125", "8.0005"][(place + class) % 5]);
                fields.year_cut = YearCut::ALL[cut];
                fields.indirect_base = IndirectBase::ALL[base];
                fields.cost_class = CostClass::ALL[class];
                fields.other_costs = ["0", "180000.5"][cut].parse().expect("an amount");
            }));
        }
    }
    many
}

/// Amounts that end in all sorts of cents.
fn amounts(count: usize, seed: u64) -> Vec<u64> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    (0..count).map(|_| next() % 10_000_000).collect()
}

#[test]
fn libreoffice_comes_to_every_figure() {
    let mut workbooks = BTreeMap::new();
    for (place, terms) in many_terms().iter().enumerate() {
        let case = Case::new(&amounts(1 + place * 3, 7 + place as u64));
        workbooks.insert(format!("budget{place}"), case.workbook(terms));
    }
    let idle: Vec<u64> = [4_321_098; 9].into_iter().chain([0; 20]).collect();
    let modular = terms("nih-modular", |fields| {
        fields.contingency = percent("7.5");
        fields.indirect_rate = percent("52.5");
        fields.cost_class = CostClass::Subcontract;
        fields.other_costs = "180000".parse().expect("an amount");
    });
    workbooks.insert("idle".to_owned(), Case::new(&idle).workbook(&modular));
    let shown = recomputed(&workbooks);
    let compared: usize = workbooks.iter().map(|(name, workbook)| assert_shows(name, workbook, &shown)).sum();
    assert!(compared > 1_500, "{compared} figures were compared");
}

#[test]
fn libreoffice_comes_to_the_price_of_every_kind_of_tier() {
    let tiers = [
        r#"{"id":"flat","charges":[{"model":"flat","fee":"19.99"}]}"#,
        r#"{"id":"unit","charges":[{"model":"perUnit","unitPrice":"0.005"}]}"#,
        r#"{"id":"package","charges":[{"model":"package","packageSize":7,"packagePrice":"0.335"}]}"#,
        r#"{"id":"bands","charges":[{"model":"graduated","bands":[{"upTo":1000,"unitPrice":"0.015","flatFee":"5"},{"unitPrice":"0.0005"}]}],"discountPercent":"12.5"}"#,
        r#"{"id":"floor","charges":[{"model":"perUnit","unitPrice":"0.001","includedReads":500}],"monthlyMinimum":"12.345"}"#,
    ];
    let mut workbooks = BTreeMap::new();
    for (place, json) in tiers.iter().enumerate() {
        for posts in [999_u64, 10_001, 123_457] {
            let tier = quota_calculator::tier_text::tiers_from_json(json).expect("a tier").tiers;
            let mut case = Case::new(&[0; 3]);
            for month in &mut case.schedule.months {
                month.reads = quota_calculator::pricing::Reads::new(posts).expect("reads");
                month.bill = tier[0].bill(month.reads).expect("an amount");
                month.amount = month.bill.as_ref().expect("a bill").amount();
            }
            workbooks.insert(format!("tier{place}at{posts}"), case.workbook(&BudgetTerms::plain()));
        }
    }
    let shown = recomputed(&workbooks);
    for (name, workbook) in &workbooks {
        assert_shows(name, workbook, &shown);
        let schedule = workbook.sheet("Schedule").expect("a sheet");
        let price = schedule.cell(Place::new(4, 4)).expect("a price");
        assert!(matches!(price.content, CellContent::Formula { .. }), "{name}: {price:?}");
    }
}

#[test]
fn libreoffice_follows_changed_inputs() {
    let case = Case::new(&amounts(30, 42));
    let before = terms("nsf", |fields| {
        fields.inflation = percent("3");
        fields.contingency = percent("10");
        fields.indirect_rate = percent("55.5");
    });
    let changed = |change: fn(&mut BudgetTermsFields)| {
        let mut fields = BudgetTermsFields::from(before);
        change(&mut fields);
        case.workbook(&BudgetTerms::new(fields).expect("terms"))
    };
    let changes: [(&str, &str, Workbook); 5] = [
        ("Contingency_percent", "17.25", changed(|fields| fields.contingency = percent("17.25"))),
        ("Inflation_percent", "4.5", changed(|fields| fields.inflation = percent("4.5"))),
        ("Indirect_percent", "61", changed(|fields| fields.indirect_rate = percent("61"))),
        ("Subcontract_is_limited", "1", changed(|fields| fields.cost_class = CostClass::Subcontract)),
        ("Base_without_contingency", "1", changed(|fields| fields.indirect_base = IndirectBase::WithoutContingency)),
    ];
    let original = case.workbook(&before);
    let mut edited = BTreeMap::new();
    for (input, value, _) in &changes {
        let mut workbook = original.clone();
        let (_, cell) = workbook.names.iter().find(|(name, _)| name == input).expect("a name").clone();
        let sheet = workbook.sheets.iter_mut().find(|sheet| sheet.name == "Inputs").expect("a sheet");
        let is_named = |place: Place| place.fixed("Inputs") == cell;
        let cell = sheet.cells.iter_mut().find(|cell| is_named(cell.place)).expect("a cell");
        cell.content = CellContent::Number(value.parse().expect("a number"));
        edited.insert((*input).to_owned(), workbook);
    }
    let shown = recomputed(&edited);
    for (input, _, expected) in &changes {
        let mut figures = expected.clone();
        figures.sheets.retain(|sheet| sheet.name == "Budget");
        for cell in &mut figures.sheets[0].cells {
            if let CellContent::TextFormula { value, .. } = &mut cell.content {
                *value = "changed since".to_owned();
            }
        }
        assert!(assert_shows(input, &figures, &shown) > 20);
    }
}

#[test]
fn libreoffice_comes_to_the_figures_of_whole_proposals() {
    let links = [
        "b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=by-date",
        "b1/start=2026-12-15/phases=Pilot*100000*1,Collection*9900000*17/usage=academic/reread=1.2/prices=2023-03",
        "b1/start=2023-04-01/phases=20000000*30/usage=commercial-scale/prices=by-date",
    ];
    let mut workbooks = BTreeMap::new();
    for (place, fragment) in links.iter().enumerate() {
        let proposal = link::decode(fragment, catalogue()).unwrap_or_else(|error| panic!("{fragment}: {error}"));
        let costed = CostedProposal::new(catalogue(), &proposal).unwrap_or_else(|error| panic!("{fragment}: {error}"));
        let address = format!("{ADDRESS}#{fragment}");
        workbooks.insert(
            format!("proposal{place}"),
            budget_workbook(catalogue(), &costed.report(day("2026-11-24")), &address),
        );
    }
    let shown = recomputed(&workbooks);
    for (name, workbook) in &workbooks {
        assert!(assert_shows(name, workbook, &shown) > 20, "{name}");
    }
}
