//! What a budget says in words, on every outlet: how its amounts came about, and its justification.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::catalogue;
use quota_calculator::format::BudgetOutline;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Money, Text};
use quota_calculator::project::budget::{BudgetTerms, CostClass, CostedProposal, IndirectBase};
use quota_calculator::project::link;

use projects::budgets::{Case, horizon, modular, nsf, others};
use projects::{day, percent, terms};

mod projects;

const STYLE: NumberStyle = NumberStyle::ENGLISH;

#[test]
fn a_justification_explains_every_figure() {
    let report = nsf();
    let outline = BudgetOutline::new(catalogue(), &report.report(), STYLE);
    let paragraph = |wanted: &str| {
        let found = outline.justification.iter().find(|(heading, _)| *heading == wanted);
        found.map(|(_, text)| text.as_str()).expect("a paragraph")
    };
    assert_eq!(
        paragraph("What is paid for"),
        "The project collects 18,000,000 posts of the X (Twitter) platform for academic research, from 2027-03-15 on (phase 1: \
         18,000,000 posts within 18 months). Posts are read through the seller’s interface for programs, access to \
         which is sold on these terms. Enterprise Small is bought from 2027-03-15 on for 18 months at $42,000 a month, \
         and 18,000,000 reads are made with it: $756,000. The minimum term of Enterprise Small is not public: the applicant assumes none. Access fees are \
         $756,000 in all: $42.00 for each thousand posts."
    );
    assert_eq!(
        paragraph("How the price is known"),
        "The price of Enterprise Small is that of March 2023 (reported by press, medium confidence, source S40). The prices of \
         March 2023 had ended when months at these prices begin."
    );
    assert_eq!(
        paragraph("Inflation"),
        "Access fees are taken to rise by 3% a year, compounding from the second year of the budget on: $7,560 in all."
    );
    assert_eq!(
        paragraph("Contingency"),
        "The seller has changed prices or terms 6 times since 2023-03-29, last on 2026-08-13, and may do so again before the \
         months are bought. For this, 10% of the access fees with their inflation are set aside on a line of their own: \
         $76,356. What is not needed is not spent."
    );
    assert_eq!(
        paragraph("Indirect costs"),
        "Indirect costs are charged at 55.5%, the institution’s rate, on a base of $126,356 (all direct costs, as far \
         as they count): $70,128. Access is a subcontract, of which the first $50,000 count in the base. The \
         contingency is no part of it and counts in full."
    );
    assert_eq!(paragraph("Total"), "Direct costs are $839,916 and the total is $910,044, over 2 budget years.");
    assert_eq!(
        paragraph("Before access was charged for"),
        "Until spring 2023 the seller gave the same posts for academic research free of charge: with Elevated access (2,000,000 \
         reads a month) in 9 months they would have cost $0. Essential access (500,000 reads a month) would have \
         taken 36 months, which is too slow."
    );
}

#[test]
fn a_justification_says_what_the_price_depends_on() {
    let case = |link: &str, heading: &str, expected: &[&str], unexpected: &[&str]| {
        let proposal = link::decode(link, catalogue()).expect("a link");
        let costed = CostedProposal::new(catalogue(), &proposal).expect("a budget");
        let outline = BudgetOutline::new(catalogue(), &costed.report(day("2026-11-24")), STYLE);
        let found = outline.justification.iter().find(|(it, _)| *it == heading);
        let text = found.map(|(_, text)| text.as_str()).expect("a paragraph");
        for sentence in expected {
            assert_eq!(text.matches(sentence).count(), 1, "{text} of {link} says once: {sentence}");
        }
        for sentence in unexpected {
            assert!(!text.contains(sentence), "{text} of {link} doesn't say: {sentence}");
        }
    };
    let (what, how) = ("What is paid for", "How the price is known");
    let none = "The minimum term of Enterprise Small is not public: the applicant assumes none.";
    let year = "The minimum term of Enterprise Small is not public: the applicant assumes 12 months.";
    let ended = "The prices of March 2023 had ended when months at these prices begin.";
    let ahead = "The prices of March 2023 began on 2023-03-29, after the first month at these prices";
    let later = "b1/start=2026-12-01/phases=60000000*8/usage=academic/prices=2023-03";
    let term = "b1/start=2026-12-01/phases=60000000*8/usage=academic/term=12/prices=2023-03";
    let pauses = "b1/start=2023-04-10/phases=5000000*1,10000*3,5000000*1/usage=academic/prices=2023-03";
    case(later, what, &[none], &["without reads"]);
    case(later, how, &[ended], &[]);
    case(term, what, &[year, "The last 10 months are paid without reads, 4 of them after the project."], &[none]);
    let short = "b1/start=2026-12-01/phases=60000000*1/usage=academic/term=12/prices=2023-03";
    case(short, what, &["The last 11 months are paid without reads, after the project."], &[]);
    // Whoever reads as fast as the tiers allow is done before the project's own months are over.
    let fastest = "b1/start=2026-12-15/phases=Pilot*10000*1,Collection*24000000*18,Refresh*100000*1/usage=academic/term=12\
                   /plan=fastest/prices=2023-03";
    case(fastest, what, &[year, "months are paid without reads."], &[none, "after the project"]);
    case(pauses, what, &[none], &["without reads"]);
    case("b1/start=2023-04-10/phases=5000000*1/usage=academic/prices=2023-03", how, &[], &[ended, ahead]);
    case("b1/start=2023-03-10/phases=10000000*1/usage=academic/prices=2023-03", how, &[ahead], &[ended]);
    let by_date = "b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=by-date";
    let terms = "for programs, access to which is sold on these terms. Pay-per-use is bought";
    case(by_date, what, &[terms], &["minimum term", "by the month"]);
    let none = "b1/start=2026-12-01/phases=0*8/usage=academic/prices=by-date";
    case(none, what, &["for programs."], &["these terms"]);
}

/// What a justification says of the free era.
fn free_era_paragraph(case: &Case, style: NumberStyle) -> String {
    let outline = BudgetOutline::new(catalogue(), &case.report(), style);
    let found = outline.justification.into_iter().find(|(heading, _)| *heading == "Before access was charged for");
    found.map(|(_, text)| text).expect("a paragraph")
}

#[test]
fn programmes_that_were_too_slow_are_named_with_the_others() {
    let case = |link: &str, end: &str| {
        let costed = CostedProposal::new(catalogue(), &link::decode(link, catalogue()).expect("a link"));
        let costed = costed.expect("a budget");
        let outline = BudgetOutline::new(catalogue(), &costed.report(day("2026-11-24")), STYLE);
        let found = outline.justification.iter().find(|(heading, _)| *heading == "Before access was charged for");
        let text = found.map(|(_, text)| text.as_str()).expect("a paragraph");
        assert!(text.ends_with(end), "{text}");
    };
    case(
        "b1/start=2026-12-01/phases=10000000*4/usage=academic/prices=by-date",
        "with Academic Research access (10,000,000 reads a month) in 1 month they would have cost $0. Essential access \
         (500,000 reads a month) would have taken 20 months and Elevated access (2,000,000 reads a month) 5 months, \
         which is too slow.",
    );
    case(
        "b1/start=2026-12-01/phases=1000000*8/usage=academic/prices=by-date",
        "or with Academic Research access (10,000,000 reads a month) in 1 month they would have cost $0.",
    );
}

#[test]
fn nothing_to_pay_is_written_in_the_readers_style() {
    let style = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    let mut case = Case::new(&[4_200_000; 18], &BudgetTerms::plain());
    let in_time = free_era_paragraph(&case, style);
    assert!(in_time.contains("cost 0\u{a0}$. "), "{in_time}");
    for programme in &mut case.free_era.programmes {
        programme.in_time = false;
    }
    let too_slow = free_era_paragraph(&case, style);
    assert!(too_slow.contains("read for 0\u{a0}$, which"), "{too_slow}");
}

#[test]
fn what_is_added_to_a_subcontract_is_no_part_of_it() {
    let case = |base, contingency: &str, sentence: &str| {
        let terms = terms("nih-modular", |fields| {
            fields.contingency = percent(contingency);
            fields.indirect_rate = percent("50");
            fields.indirect_base = base;
            fields.cost_class = CostClass::Subcontract;
        });
        let case = Case::new(&[1_000_000; 12], &terms);
        let outline = BudgetOutline::new(catalogue(), &case.report(), STYLE);
        let found = outline.justification.iter().find(|(heading, _)| *heading == "Indirect costs");
        let text = found.map(|(_, text)| text.as_str()).expect("a paragraph");
        assert!(text.ends_with(&format!("the first $50,000 count in the base. {sentence}")), "{text}");
    };
    let both = "The contingency and the rounding up to modules are no part of it and count in full.";
    let modules = "The rounding up to modules is no part of it and counts in full.";
    case(IndirectBase::TotalDirect, "10", both);
    case(IndirectBase::WithoutContingency, "10", modules);
    case(IndirectBase::TotalDirect, "0", modules);
}

#[test]
fn the_arithmetic_of_each_line_is_said() {
    let case = nsf();
    let outline = BudgetOutline::new(catalogue(), &case.report(), STYLE);
    let second: Vec<_> = outline.tables[0].rows.iter().map(|row| row.years[1].arithmetic.as_str()).collect();
    assert_eq!(
        second,
        [
            "6 × $42,000 = $252,000",
            "3% a year since the first: $252,000 × (1.03 − 1) = $7,560",
            "10% of $259,560 = $25,956",
            "all lines above = $285,516",
            "direct costs $285,516 − $259,560 of a subcontract, which do not count = $25,956",
            "55.5% of $25,956 = $14,406, rounded",
            "$285,516 + $14,406 = $299,922",
        ]
    );
    let case = horizon();
    let outline = BudgetOutline::new(catalogue(), &case.report(), STYLE);
    let euros: Vec<_> = outline.tables[0].rows.iter().map(|row| row.years[1].arithmetic.as_str()).collect();
    assert_eq!(
        euros,
        [
            "2 × $42,000.50 = $84,001; $84,001 × 0.9 = EUR\u{a0}75,601, rounded",
            "2.5% a year since the first: EUR\u{a0}75,601 × (1.025 − 1) = EUR\u{a0}1,890, rounded",
            "none",
            "all lines above = EUR\u{a0}77,491",
            "direct costs EUR\u{a0}77,491 = EUR\u{a0}77,491",
            "25% of EUR\u{a0}77,491 = EUR\u{a0}19,373, rounded",
            "EUR\u{a0}77,491 + EUR\u{a0}19,373 = EUR\u{a0}96,864",
        ]
    );
}

#[test]
fn access_fees_are_the_sum_of_what_months_cost() {
    let fees = |cents: &[u64], funder: &str| {
        let case = Case::new(cents, &terms(funder, |_| ()));
        let outline = BudgetOutline::new(catalogue(), &case.report(), STYLE);
        outline.tables[0].rows[0].years[0].arithmetic.clone()
    };
    for (cents, arithmetic) in [
        (&[1_500_000, 1_500_000, 1_500_000, 500_000, 0, 0, 0, 0][..], "3 × $15,000 + $5,000 = $50,000"),
        (&[0, 50_000, 0, 50_000, 70_000], "2 × $500 + $700 = $1,700"),
        (&[500, 100, 500, 200, 300], "2 × $5 + $1 + $2 + $3 = $16"),
        (&[500, 100, 500, 200, 300, 400], "6 paid months = $20"),
        (&[0, 4_200_050], "1 paid month = $42,000.50"),
        (&[0, 0], "nothing is paid"),
    ] {
        assert_eq!(fees(cents, "plain"), arithmetic);
    }
    assert_eq!(fees(&[4_200_050, 50], "nsf"), "$42,000.50 + $0.50 = $42,001");
    assert_eq!(fees(&[4_200_049], "nsf"), "1 paid month = $42,000.49, stated as $42,000");
    assert_eq!(fees(&[100_000, 0], "horizon-europe"), "1 paid month = $1,000; $1,000 × 0.9 = EUR\u{a0}900");
    assert_eq!(fees(&[0], "horizon-europe"), "nothing is paid");
}

#[test]
fn a_year_without_access_asks_for_no_modules() {
    let months: Vec<u64> = [350_000; 12].into_iter().chain([0; 12]).collect();
    let case = Case::new(&months, &terms("nih-modular", |fields| fields.other_costs = others("180000")));
    let outline = BudgetOutline::new(catalogue(), &case.report(), STYLE);
    let modules = &outline.tables[0].rows[3];
    let said: Vec<_> = modules.years.iter().map(|year| year.arithmetic.as_str()).collect();
    assert_eq!(
        said,
        [
            "9 modules of $25,000 for $42,000 and $180,000 of other direct costs: $3,000 more",
            "none: no cost of this budget falls in this year",
        ]
    );
}

#[test]
fn other_direct_costs_are_said_and_not_added() {
    let case = modular();
    let outline = BudgetOutline::new(catalogue(), &case.report(), STYLE);
    let first: Vec<_> = outline.tables[0].rows.iter().map(|row| row.years[0].arithmetic.as_str()).collect();
    assert_eq!(
        first,
        [
            "12 × $3,500 = $42,000",
            "none",
            "none",
            "11 modules of $25,000 for $42,000 and $215,000 of other direct costs: $18,000 more",
            "all lines above = $60,000",
            "direct costs $60,000 = $60,000",
            "0% of $60,000 = $0",
            "$60,000 + $0 = $60,000",
        ]
    );
    assert!(outline.details.contains(&("Other direct costs a year", "$215,000, no part of this budget".to_owned())));
    let beyond = "Year 1 asks for $275,000 of direct costs, of which $215,000 are not for access, and modules go up to $250,000: \
                  use a detailed budget.";
    assert!(outline.warnings.iter().any(|warning| warning == beyond), "{:?}", outline.warnings);
    let counted = "Here the funder’s limits count access and $215,000 of other direct costs a year, which are no part of this \
                   budget.";
    assert_eq!(outline.notes[0], counted);
    let total = outline.justification.iter().find(|(heading, _)| *heading == "Total").map(|(_, text)| text.as_str());
    let rounded = " Direct costs of each year with access are rounded up to modules of $25,000, together with $215,000 of \
                   other direct costs, which adds $18,000.";
    assert!(total.is_some_and(|text| text.ends_with(rounded)), "{total:?}");
}

#[test]
fn limits_say_what_they_count() {
    let notes = |id: &str, costs: &str| {
        let case = Case::new(&[4_200_000], &terms(id, |fields| fields.other_costs = others(costs)));
        let outline = BudgetOutline::new(catalogue(), &case.report(), STYLE);
        (outline.notes[0].clone(), outline.warnings)
    };
    let alone =
        "Here the funder’s limits count access alone: enter the other direct costs of a year to have them counted.";
    assert_eq!(notes("nih-detailed", "0").0, alone);
    assert!(notes("nsf", "0").0.starts_with("Enter access fees"), "a funder without such limits says nothing of them");
    let not_used = "The funder has no limit that counts other direct costs, so the $5,000 a year aren’t used.";
    assert_eq!(notes("nsf", "5000").1.first().map(String::as_str), Some(not_used));
}

#[test]
fn notes_stand_only_where_they_apply() {
    let case = |id: &str, contingency: &str, class, expected: [bool; 2]| {
        let terms = terms(id, |fields| {
            fields.contingency = percent(contingency);
            fields.cost_class = class;
        });
        let outline = BudgetOutline::new(catalogue(), &Case::new(&[4_200_000], &terms).report(), STYLE);
        let profile = terms.funder;
        let says = |sentence: Option<&Text>| {
            let sentence = sentence.expect("a note").to_string();
            outline.notes.contains(&sentence)
        };
        assert!(says(profile.notes.first()) && says(Some(&profile.placement)), "{id}");
        let said = [
            says(profile.contingency_notes.first()),
            profile.subcontract_notes.first().is_some_and(|note| says(Some(note))),
        ];
        assert_eq!(said, expected, "{id} with {contingency}%");
    };
    let (purchase, subcontract) = (CostClass::Purchase, CostClass::Subcontract);
    for id in ["nsf", "nih-detailed", "nih-modular"] {
        case(id, "0", purchase, [false, false]);
        case(id, "10", purchase, [true, false]);
        case(id, "0", subcontract, [false, true]);
        case(id, "10", subcontract, [true, true]);
    }
    case("horizon-europe", "0", subcontract, [false, false]);
    case("horizon-europe", "10", subcontract, [true, false]);
}

#[test]
fn an_unbought_month_says_so() {
    let mut case = Case::new(&[0, 4_200_000], &BudgetTerms::plain());
    case.schedule.months[0].purchase = None;
    case.schedule.months[0].bill = None;
    let outline = BudgetOutline::new(catalogue(), &case.report(), STYLE);
    assert_eq!((outline.months[0].tier.as_str(), outline.months[0].arithmetic.as_str()), ("none", "nothing is bought"));
    assert_eq!(outline.months[0].amount, Money::ZERO);
}
