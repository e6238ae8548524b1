//! The user's own tiers: what can be typed, what each act does to the list, and how it looks.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::app::custom_tiers::{
    ChargeList, ChargeModel, CustomTiers, CustomTiersAction as Action, DraftChange, Editor, Field, FileProblem, Key,
    Spot, TierDraft,
};
use quota_calculator::catalogue;
use quota_calculator::format::NumberStyle;
use quota_calculator::pricing::{
    Assessment, AtCap, Charge, Estimate, Identifier, List, Months, Price, PriceBook, Reads, Term, Tier, TierFields,
    Usage, UsageType, Volume, assess,
};
use quota_calculator::tier_text::tiers_to_json;
use quota_calculator::view::custom_tiers;
use yew::prelude::*;

const ENGLISH: NumberStyle = NumberStyle::ENGLISH;

fn german() -> NumberStyle {
    NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style")
}

/// The paid launch: Free, Basic and Enterprise, all with a price.
fn book() -> &'static PriceBook {
    catalogue().price_book("2023-03").expect("a price book")
}

/// Here Enterprise has no public price.
fn later_book() -> &'static PriceBook {
    catalogue().price_book("2024-10").expect("a price book")
}

fn id(text: &str) -> Identifier {
    Identifier::new(text.to_owned()).expect("an id")
}

fn reads(count: u64) -> Reads {
    Reads::new(count).expect("reads within bounds")
}

fn price(text: &str) -> Price {
    text.parse().expect("a price")
}

fn type_into(field: Field, text: &str) -> Action {
    Action::Change(DraftChange::Type(field, text.to_owned()))
}

fn choose(key: Key, model: ChargeModel) -> Action {
    Action::Change(DraftChange::ChooseModel(key, model))
}

fn choose_at_cap(at_cap: AtCap) -> Action {
    Action::Change(DraftChange::ChooseAtCap(Some(at_cap)))
}

fn act(custom: &mut CustomTiers, actions: impl IntoIterator<Item = Action>) {
    for action in actions {
        custom.reduce(action, book(), ENGLISH);
    }
}

fn after(actions: impl IntoIterator<Item = Action>) -> CustomTiers {
    let mut custom = CustomTiers::default();
    act(&mut custom, actions);
    custom
}

/// A finished tier of a flat fee.
fn flat(name: &str, fee: &str) -> [Action; 4] {
    [Action::New, type_into(Field::Name, name), type_into(Field::Price(1), fee), Action::Done]
}

/// Tiers named A, B and C, at $100, $200 and $300 a month.
fn three() -> CustomTiers {
    after([flat("A", "100"), flat("B", "200"), flat("C", "300")].into_iter().flatten())
}

fn names(custom: &CustomTiers) -> Vec<&str> {
    custom.tiers().iter().map(|tier| tier.name.as_ref()).collect()
}

fn ids(custom: &CustomTiers) -> Vec<&str> {
    custom.tiers().iter().map(|tier| tier.id.as_str()).collect()
}

fn editor(custom: &CustomTiers) -> &Editor {
    custom.editor().expect("an open editor")
}

fn only_tier(custom: &CustomTiers) -> &Tier {
    let [tier] = custom.tiers() else { panic!("{} tiers", custom.tiers().len()) };
    tier
}

fn charges(tier: &Tier) -> &[Charge] {
    tier.charges.as_deref().unwrap_or_default()
}

fn fee(tier: &Tier) -> String {
    let [Charge::Flat { fee }] = charges(tier) else { panic!("another price") };
    fee.to_string()
}

fn focus(custom: &CustomTiers) -> Spot {
    custom.focus().spot.clone().expect("the focus was sent somewhere")
}

/// A new tier in which everything is filled in that can be wrong.
fn filled() -> CustomTiers {
    let mut custom = after([
        Action::New,
        choose(1, ChargeModel::Package),
        type_into(Field::Price(1), "5"),
        type_into(Field::PackageSize(1), "1,000"),
        Action::Change(DraftChange::AddCharge(ChargeList::Charges)),
    ]);
    let charge = editor(&custom).draft.charges[1].key;
    act(
        &mut custom,
        [
            choose(charge, ChargeModel::Graduated),
            Action::Change(DraftChange::AddBand(charge)),
            choose_at_cap(AtCap::Stop),
        ],
    );
    let [first, last] = bands(&custom, 1).try_into().expect("two bands");
    act(
        &mut custom,
        [
            type_into(Field::UpTo(first), "1,000"),
            type_into(Field::UnitPrice(first), "0.02"),
            type_into(Field::UnitPrice(last), "0.01"),
            type_into(Field::ReadCap, "10,000"),
        ],
    );
    assert!(editor(&custom).problems.is_empty());
    custom
}

fn bands(custom: &CustomTiers, charge: usize) -> Vec<Key> {
    editor(custom).draft.charges[charge].bands.iter().map(|band| band.key).collect()
}

/// What is said of `text` in `field` of a tier in which all else is right; nothing if it is right too.
#[track_caller]
fn case(field: Field, text: &str, expected: &str) {
    let mut custom = filled();
    let good = custom.tiers().to_vec();
    act(&mut custom, [type_into(field, text)]);
    let problem = editor(&custom).problems.of(field);
    let said = problem.map_or("", |problem| problem.sentence.as_str());
    assert_eq!(said, expected, "{text:?}");
    assert_eq!(editor(&custom).problems.is_empty(), said.is_empty(), "nothing else is wrong");
    if !said.is_empty() {
        assert_eq!(custom.tiers(), good, "the last good version stays");
    }
}

#[test]
fn every_field_says_what_is_wrong_with_it() {
    let (first, last) = (bands(&filled(), 1)[0], bands(&filled(), 1)[1]);
    case(Field::Name, "  ", "A tier has a name: give it one.");
    case(Field::Name, "Ours", "");

    let package = Field::Price(1);
    case(package, "", "The price of a package is missing: write dollars, like 100 or 0.005.");
    case(package, "abc", "The price of a package is “abc”, which is not a number: write dollars, like 100 or 0.005.");
    case(package, "-1", "The price of a package is “-1”, which is negative: a price is $0 or more.");
    case(
        package,
        "1,5",
        "The price of a package is “1,5”, which can be read in two ways: leave out the mark for thousands.",
    );
    case(
        package,
        "1000000000001",
        "The price of a package is “1000000000001”, which is too large: a price is at most $1,000,000,000,000 (10^12).",
    );
    case(package, "5%", "The price of a package is “5%”, which is not a number: write dollars, like 100 or 0.005.");
    for text in ["0", "$5", "1.5k", "0.000000000001", "1,000,000,000,000"] {
        case(package, text, "");
    }

    let size = Field::PackageSize(1);
    case(size, "", "The size of a package is missing: write a number of reads, like 10,000 or 2.5M.");
    case(size, "0", "The size of a package is “0”: a package holds at least 1 read.");
    case(size, "0.5", "The size of a package is “0.5”, which is not a whole number: reads are counted whole.");
    case(size, "10k", "");

    let included = Field::IncludedReads(1);
    case(included, "-5", "The number of included reads is “-5”, which is negative: reads are 0 or more.");
    case(
        included,
        "1e16",
        "The number of included reads is “1e16”, which is too large: at most 1,000,000,000,000,000 reads (10^15) can be priced.",
    );
    case(included, "", "");

    case(Field::UpTo(first), "", "The band’s end is missing: write a number of reads, like 10,000 or 2.5M.");
    case(Field::UpTo(first), "0", "The band’s end is “0”: a band holds at least 1 read.");
    case(Field::UnitPrice(last), "", "The band’s price of a read is missing: write dollars, like 100 or 0.005.");
    case(Field::FlatFee(last), "x", "The band’s fee is “x”, which is not a number: write dollars, like 100 or 0.005.");
    case(Field::FlatFee(last), "", "");

    case(Field::ReadCap, "", "The read cap is missing: write a number of reads, like 10,000 or 2.5M.");
    case(
        Field::ReadCap,
        "many",
        "The read cap is “many”, which is not a number: write a number of reads, like 10,000 or 2.5M.",
    );
    case(Field::ReadCap, "0", "");

    case(Field::Discount, "101", "The discount is “101”, which is too large: a discount is at most 100%.");
    case(Field::Discount, "-1%", "The discount is “-1%”, which is negative: a discount is 0% or more.");
    case(Field::Discount, "0.00001", "The discount is “0.00001”: write at most 4 decimal places.");
    case(Field::Discount, "$5", "The discount is “$5”, which is not a number: write percent, like 10 or 12.5.");
    for text in ["", "12.5%", "100", "0"] {
        case(Field::Discount, text, "");
    }

    case(
        Field::MonthlyMinimum,
        "lots",
        "The monthly minimum is “lots”, which is not a number: write dollars, like 100 or 0.005.",
    );
    case(Field::MonthlyMaximum, "-2", "The monthly maximum is “-2”, which is negative: a price is $0 or more.");
    case(
        Field::AnnualMaximum,
        "0.005",
        "The annual maximum is “0.005”: write whole cents, with at most 2 decimal places.",
    );
    case(
        Field::AnnualPrice,
        "free",
        "The price of a year is “free”, which is not a number: write dollars, like 100 or 0.005.",
    );
    for field in [Field::MonthlyMinimum, Field::MonthlyMaximum, Field::AnnualMaximum, Field::AnnualPrice] {
        case(field, "", "");
        case(field, "1,000.50", "");
    }

    let rule = "write a number of months from 1 to 120, or “unknown”";
    for text in ["0", "121", "a year", "1.5"] {
        case(Field::Term, text, &format!("The term is “{text}”: {rule}."));
    }
    for text in ["", "12", " Unknown "] {
        case(Field::Term, text, "");
    }
}

#[test]
fn fields_that_must_agree_say_so() {
    let mut custom = filled();
    act(&mut custom, [type_into(Field::MonthlyMinimum, "10"), type_into(Field::MonthlyMaximum, "9.50")]);
    let problem = editor(&custom).problems.of(Field::MonthlyMaximum).map(|problem| problem.sentence.as_str());
    assert_eq!(problem, Some("The monthly maximum is “9.50”: it can’t be less than the monthly minimum, $10."));

    let mut custom = filled();
    let charge = editor(&custom).draft.charges[1].key;
    act(&mut custom, [Action::Change(DraftChange::AddBand(charge))]);
    let [_, second, last] = bands(&custom, 1).try_into().expect("three bands");
    act(&mut custom, [type_into(Field::UpTo(second), "1,000"), type_into(Field::UnitPrice(last), "0")]);
    let problem = editor(&custom).problems.of(Field::UpTo(second)).map(|problem| problem.sentence.as_str());
    assert_eq!(problem, Some("The band’s end is “1,000”: it must be more than 1,000, where the band before it ends."));

    let mut custom = filled();
    act(&mut custom, [choose_at_cap(AtCap::Overage)]);
    let overage = editor(&custom).draft.overage[0].key;
    act(&mut custom, [Action::Change(DraftChange::RemoveCharge(overage))]);
    let problem = editor(&custom).problems.of(Field::Charges(ChargeList::Overage));
    assert_eq!(
        problem.map(|problem| problem.sentence.as_str()),
        Some("What each further read costs is missing: add a charge.")
    );
}

#[test]
fn all_fields_together_make_the_tier() {
    let mut custom = filled();
    act(
        &mut custom,
        [
            type_into(Field::Name, "Ours"),
            type_into(Field::Discount, "10%"),
            type_into(Field::MonthlyMinimum, "$50"),
            type_into(Field::MonthlyMaximum, "5k"),
            type_into(Field::AnnualMaximum, "40,000"),
            type_into(Field::Term, "24"),
            type_into(Field::AnnualPrice, "30,000"),
            choose_at_cap(AtCap::Overage),
        ],
    );
    let overage = editor(&custom).draft.overage[0].key;
    act(&mut custom, [type_into(Field::Price(overage), "0.03"), type_into(Field::IncludedReads(overage), "5")]);
    let tier = only_tier(&custom);
    let said: serde_json::Value = serde_json::to_value(tier).expect("JSON");
    let expected = serde_json::json!({
        "id": "custom",
        "name": "Ours",
        "charges": [
            { "model": "package", "packageSize": 1000, "packagePrice": "5", "includedReads": 0 },
            {
                "model": "graduated",
                "bands": [
                    { "upTo": 1000, "unitPrice": "0.02", "flatFee": "0" },
                    { "upTo": null, "unitPrice": "0.01", "flatFee": "0" },
                ],
                "includedReads": 0,
            },
        ],
        "discountPercent": "10",
        "monthlyMinimum": "50",
        "monthlyMaximum": "5000",
        "annualMaximum": "40000",
        "annualPrice": "30000",
        "termMonths": 24,
        "readCap": 10000,
        "atCap": "overage",
        "overage": [{ "model": "perUnit", "unitPrice": "0.03", "includedReads": 5 }],
    });
    assert_eq!(said, expected);
}

#[test]
fn a_style_of_another_language_reads_its_own_marks() {
    let mut custom = CustomTiers::default();
    for action in [
        Action::New,
        choose(1, ChargeModel::PerUnit),
        type_into(Field::Price(1), "0,005"),
        type_into(Field::IncludedReads(1), "1.000"),
    ] {
        custom.reduce(action, book(), german());
    }
    let [Charge::PerUnit { unit_price, included_reads }] = charges(only_tier(&custom)) else { panic!("another price") };
    assert_eq!((*unit_price, *included_reads), (price("0.005"), reads(1_000)));

    custom.restyle(german(), ENGLISH);
    let draft = &editor(&custom).draft.charges[0];
    assert_eq!((draft.unit_price.as_str(), draft.included_reads.as_str()), ("0.005", "1,000"));
    act(&mut custom, [type_into(Field::Price(1), "0,5")]);
    custom.restyle(ENGLISH, german());
    let draft = &editor(&custom).draft.charges[0];
    assert_eq!(draft.unit_price, "0,5", "what is wrong stays as typed");
    assert_eq!(draft.included_reads, "1.000", "and keeps nothing else from being written anew");
    assert!(editor(&custom).problems.is_empty(), "it is right in this style");
}

#[test]
fn an_unfinished_tier_follows_another_style() {
    let mut custom = after([
        Action::New,
        type_into(Field::Price(1), "1,234"),
        choose(1, ChargeModel::PerUnit),
        type_into(Field::Price(1), "1.234"),
        type_into(Field::MonthlyMinimum, "lots"),
        type_into(Field::Term, "unknown"),
    ]);
    custom.restyle(ENGLISH, german());
    let draft = &editor(&custom).draft;
    assert_eq!(draft.charges[0].unit_price, "1,234", "not a thousand times as much");
    assert_eq!(draft.charges[0].fee, "1.234", "what waits for its model");
    assert_eq!((draft.monthly_minimum.as_str(), draft.term.as_str()), ("lots", "unknown"));

    act(&mut custom, [type_into(Field::Price(1), "much")]);
    custom.restyle(german(), ENGLISH);
    let draft = &editor(&custom).draft;
    assert_eq!(draft.charges[0].unit_price, "much");
    assert_eq!(draft.charges[0].fee, "1,234", "what waits is right, whatever stands in its place");
}

#[test]
fn the_list_follows_the_editor_as_long_as_it_is_right() {
    let mut custom = after([Action::New]);
    assert!(custom.tiers().is_empty(), "a fee that is still missing is not $0");
    assert!(editor(&custom).problems.are_gaps());
    assert_eq!(focus(&custom), Spot::Field(Field::Name));
    for (text, stands) in [("1", "1"), ("10", "10"), ("10x", "10"), ("", "10"), ("7", "7")] {
        act(&mut custom, [type_into(Field::Price(1), text)]);
        assert_eq!(fee(only_tier(&custom)), stands, "after typing {text:?}");
        assert_eq!(editor(&custom).draft.charges[0].fee, text, "what is typed stays");
    }
    act(&mut custom, [Action::Done]);
    assert_eq!(custom.editor(), None);
    assert_eq!(focus(&custom), Spot::Edit(id("custom")));
}

#[test]
fn done_insists_on_what_is_missing() {
    let mut custom = after([Action::New]);
    assert!(!editor(&custom).is_insistent);
    let before = custom.focus().count;
    act(&mut custom, [Action::Done]);
    assert!(editor(&custom).is_insistent);
    assert_eq!(focus(&custom), Spot::Field(Field::Price(1)));
    assert_eq!(custom.focus().count, before + 1);
    act(&mut custom, [type_into(Field::Price(1), "5")]);
    assert!(!editor(&custom).is_insistent, "it is right now");
}

#[test]
fn cancel_restores_what_was_before() {
    let original = three();
    let mut custom = original.clone();
    let edit = [Action::Edit(id("custom-2")), type_into(Field::Name, "Changed"), type_into(Field::Price(1), "5")];
    act(&mut custom, edit);
    assert_eq!(names(&custom), ["A", "Changed", "C"]);
    act(&mut custom, [Action::Cancel]);
    assert_eq!(custom.tiers(), original.tiers());
    assert_eq!(focus(&custom), Spot::Edit(id("custom-2")));

    act(&mut custom, [Action::New, type_into(Field::Price(1), "5")]);
    assert_eq!(names(&custom), ["A", "B", "C", "My tier"]);
    act(&mut custom, [Action::Cancel]);
    assert_eq!(custom.tiers(), original.tiers());
    assert_eq!(focus(&custom), Spot::New);
}

#[test]
fn the_list_rests_while_something_is_open() {
    let mut custom = three();
    act(&mut custom, [Action::Edit(id("custom"))]);
    let open = custom.clone();
    act(
        &mut custom,
        [
            Action::New,
            Action::Copy,
            Action::Edit(id("custom-2")),
            Action::MoveDown(id("custom")),
            Action::Delete(id("custom")),
            Action::OpenImport,
            Action::Undo,
        ],
    );
    assert_eq!(custom, open);
}

#[test]
fn a_deleted_tier_comes_back_until_the_list_changes() {
    let original = three();
    let mut custom = original.clone();
    act(&mut custom, [Action::Delete(id("custom-2"))]);
    assert_eq!(names(&custom), ["A", "C"]);
    assert_eq!(custom.notice().expect("a notice").sentence(), "“B” is deleted.");
    assert_eq!(focus(&custom), Spot::Undo);
    let deleted = custom.clone();

    act(&mut custom, [Action::Undo]);
    assert_eq!(custom.tiers(), original.tiers());
    assert_eq!(focus(&custom), Spot::Edit(id("custom-2")));

    // Looking is no change, and neither is a change that is taken back before it was one.
    let mut custom = deleted.clone();
    act(&mut custom, [Action::Edit(id("custom")), Action::Done, Action::New, Action::Cancel, Action::Undo]);
    assert_eq!(custom.tiers(), original.tiers());

    let mut custom = deleted.clone();
    act(&mut custom, [Action::MoveUp(id("custom-3")), Action::Undo]);
    assert_eq!(names(&custom), ["C", "A"], "too late");
    let mut custom = deleted;
    act(&mut custom, flat("D", "5").into_iter().chain([Action::Undo]));
    assert_eq!(names(&custom), ["A", "C", "D"], "too late");
}

#[test]
fn tiers_move_up_and_down() {
    let mut custom = three();
    act(&mut custom, [Action::MoveUp(id("custom-3"))]);
    assert_eq!(names(&custom), ["A", "C", "B"]);
    assert_eq!(custom.notice().expect("a notice").sentence(), "“C” is now number 2 of 3.");
    assert_eq!(focus(&custom), Spot::Up(id("custom-3")));
    act(&mut custom, [Action::MoveDown(id("custom"))]);
    assert_eq!(names(&custom), ["C", "A", "B"]);
    assert_eq!(focus(&custom), Spot::Down(id("custom")));
    let at_the_ends = custom.clone();
    act(&mut custom, [Action::MoveUp(id("custom-3")), Action::MoveDown(id("custom-2"))]);
    assert_eq!(custom, at_the_ends);
}

#[test]
fn a_listed_tier_is_copied_without_what_is_known_of_it_alone() {
    let mut custom = after([Action::ChooseSource(id("enterprise-small")), Action::Copy]);
    let tier = only_tier(&custom);
    let listed = book().tier("enterprise-small").expect("a tier");
    let own = TierFields {
        id: id("custom"),
        name: "Enterprise Small, negotiated".into(),
        evidence: None,
        eligibility: List::Borrowed(&[]),
        ..TierFields::clone(listed)
    };
    assert_eq!(TierFields::clone(tier), own);
    assert_eq!(tier.term_months, Some(Term::Unknown), "an assumption that can be changed");
    assert!(editor(&custom).shows_more_terms);
    act(&mut custom, [Action::Done, Action::Copy]);
    assert_eq!(names(&custom), ["Enterprise Small, negotiated", "Enterprise Small, negotiated 2"]);

    for listed in catalogue().price_books().iter().flat_map(|book| book.tiers.iter()) {
        let book = catalogue().price_books().iter().find(|book| book.tiers.contains(listed)).expect("its price book");
        let mut custom = CustomTiers::default();
        for action in [Action::ChooseSource(listed.id.clone()), Action::Copy] {
            custom.reduce(action, book, ENGLISH);
        }
        let draft = &editor(&custom).draft;
        assert_eq!(draft.name, format!("{}, negotiated", listed.name));
        assert_eq!(custom.tiers().is_empty(), listed.charges.is_none(), "{}: no price is not $0", listed.name);
        for tier in custom.tiers() {
            assert_eq!((&tier.charges, tier.cap()), (&listed.charges, listed.cap()));
            assert!(tier.aside.is_none() && tier.note.is_none() && !tier.existing_customers_only);
        }
    }
}

#[test]
fn a_tier_without_public_price_asks_for_one() {
    let mut custom = CustomTiers::default();
    custom.reduce(Action::Copy, later_book(), ENGLISH);
    let key = editor(&custom).draft.charges[0].key;
    assert_eq!(editor(&custom).draft.indicative_price(), Some(price("42000")));
    assert!(editor(&custom).problems.of(Field::Price(key)).expect("a problem").is_missing);
    custom.reduce(type_into(Field::Price(key), "39,000"), later_book(), ENGLISH);
    assert_eq!(fee(only_tier(&custom)), "39000");
    assert_eq!(only_tier(&custom).indicative_price, None, "it has a price of its own now");
}

#[test]
fn without_a_charge_there_is_no_price() {
    let mut custom = after([Action::New, Action::Change(DraftChange::RemoveCharge(1))]);
    assert_eq!(only_tier(&custom).charges, None);
    assert_eq!(focus(&custom), Spot::AddCharge(ChargeList::Charges));
    act(&mut custom, [Action::Change(DraftChange::AddCharge(ChargeList::Charges))]);
    let key = editor(&custom).draft.charges[0].key;
    assert_eq!(focus(&custom), Spot::Model(key));
}

#[test]
fn models_and_caps_can_be_tried_without_loss() {
    let mut custom = after([
        Action::New,
        type_into(Field::Price(1), "100"),
        choose(1, ChargeModel::PerUnit),
        type_into(Field::Price(1), "0.5"),
        choose_at_cap(AtCap::Stop),
        type_into(Field::ReadCap, "10"),
        Action::Change(DraftChange::ChooseAtCap(None)),
        choose(1, ChargeModel::Flat),
    ]);
    assert_eq!(fee(only_tier(&custom)), "100");
    assert_eq!(only_tier(&custom).cap(), None);
    act(&mut custom, [choose_at_cap(AtCap::Stop), choose(1, ChargeModel::PerUnit)]);
    assert_eq!(only_tier(&custom).limit(), Some(reads(10)));
    let [Charge::PerUnit { unit_price, .. }] = charges(only_tier(&custom)) else { panic!("another price") };
    assert_eq!(*unit_price, price("0.5"));
}

#[test]
fn a_typed_price_goes_along_where_it_means_the_same() {
    let typed = |actions: &[Action]| {
        let custom = after([Action::New].into_iter().chain(actions.iter().cloned()));
        editor(&custom).draft.charges[0].clone()
    };
    let fee = type_into(Field::Price(1), "500");
    let package = typed(&[fee.clone(), choose(1, ChargeModel::Package)]);
    assert_eq!(package.package_price, "500", "dollars for many reads");
    let back = typed(&[choose(1, ChargeModel::Package), fee.clone(), choose(1, ChargeModel::Flat)]);
    assert_eq!(back.fee, "500");
    let other =
        [fee.clone(), choose(1, ChargeModel::Package), type_into(Field::Price(1), "5"), choose(1, ChargeModel::Flat)];
    assert_eq!(typed(&other).fee, "500", "what was typed stays");
    let per_read = typed(&[fee, choose(1, ChargeModel::PerUnit)]);
    assert_eq!(per_read.unit_price, "", "a month's fee is no price of a read");

    let unit_price = [choose(1, ChargeModel::PerUnit), type_into(Field::Price(1), "0.01")];
    for model in [ChargeModel::Graduated, ChargeModel::Volume] {
        let banded = typed(&[unit_price.as_slice(), &[choose(1, model)]].concat());
        assert_eq!(banded.bands[0].unit_price, "0.01", "{model:?}");
    }
    let bands = after([Action::New, choose(1, ChargeModel::Volume)]);
    let [band] = editor(&bands).draft.charges[0].bands.as_slice() else { panic!("one band") };
    let from_band = [
        choose(1, ChargeModel::Volume),
        type_into(Field::UnitPrice(band.key), "0.02"),
        choose(1, ChargeModel::PerUnit),
    ];
    assert_eq!(typed(&from_band).unit_price, "0.02");
}

/// What comes back of an unfinished editor in a page that is loaded anew.
fn reloaded(custom: &CustomTiers) -> CustomTiers {
    let kept = custom.unfinished("link", ENGLISH).expect("something unfinished");
    let mut custom = CustomTiers::new(&estimate(custom.tiers().to_vec()));
    custom.resume(&kept, "link", ENGLISH);
    custom
}

#[test]
fn an_unfinished_tier_outlives_the_page() {
    let mut custom = filled();
    let [_, last] = bands(&custom, 1).try_into().expect("two bands");
    let changes =
        [type_into(Field::UnitPrice(last), "a\nlot"), type_into(Field::Term, "6"), choose_at_cap(AtCap::Overage)];
    act(&mut custom, changes);
    let again = reloaded(&custom);
    let (before, after) = (&editor(&custom).draft, &editor(&again).draft);
    assert_eq!(
        (&after.name, after.at_cap, &after.read_cap, &after.term),
        (&before.name, before.at_cap, &before.read_cap, &before.term)
    );
    assert_eq!(after.charges.len(), 2);
    assert_eq!((after.charges[0].package_size.as_str(), after.charges[0].package_price.as_str()), ("1,000", "5"));
    let band = |draft: &TierDraft, place: usize| draft.charges[1].bands[place].clone();
    assert_eq!((band(after, 0).up_to, band(after, 1).unit_price), ("1,000".to_owned(), "a lot".to_owned()));
    assert_eq!(after.overage[0].model, ChargeModel::PerUnit);
    assert!(editor(&again).shows_more_terms);
    assert!(!editor(&again).problems.is_empty(), "what was wrong is wrong again");
    assert_eq!(again.tiers(), custom.tiers(), "and the last good version stays in the list");

    let mut again = again;
    act(&mut again, [Action::Cancel]);
    assert_eq!(again.tiers(), [], "a new tier is given up");
    assert_eq!(again.unfinished("link", ENGLISH), None);
}

#[test]
fn an_unfinished_change_can_be_given_up_after_a_reload() {
    let mut custom = after(flat("Acme", "100"));
    act(&mut custom, [Action::Edit(id("custom")), type_into(Field::Price(1), "200"), type_into(Field::Name, "")]);
    let mut again = reloaded(&custom);
    assert_eq!(editor(&again).draft.charges[0].fee, "200");
    act(&mut again, [Action::Cancel]);
    assert_eq!(fee(only_tier(&again)), "100", "as before the change");
}

#[test]
fn a_copy_of_a_tier_without_public_price_comes_back_as_one() {
    let mut custom = CustomTiers::default();
    for action in [Action::ChooseSource(id("enterprise")), Action::Copy] {
        custom.reduce(action, later_book(), ENGLISH);
    }
    let again = reloaded(&custom);
    assert_eq!(editor(&again).draft, editor(&custom).draft);
}

#[test]
fn what_is_unfinished_stays_with_its_estimate() {
    let custom = after([Action::New, type_into(Field::Name, "Acme")]);
    let kept = custom.unfinished("link", ENGLISH).expect("something unfinished");
    let resumed = |kept: &str, link, style| {
        let mut custom = CustomTiers::default();
        custom.resume(kept, link, style);
        custom.editor().map(|editor| editor.draft.name.clone())
    };
    assert_eq!(resumed(&kept, "link", ENGLISH).as_deref(), Some("Acme"));
    assert_eq!(resumed(&kept, "another", ENGLISH), None);
    assert_eq!(resumed(&kept, "link", german()), None, "its numbers would be others");
    for damaged in
        ["", "nonsense", kept.trim_end_matches("0\n"), &kept.replace(" 1\n", " 2\n"), &kept.replace("flat", "volume")]
    {
        assert_eq!(resumed(damaged, "link", ENGLISH), None, "{damaged}");
    }
    let open_and_right = after(flat("Acme", "1").into_iter().take(3));
    assert_eq!(open_and_right.unfinished("link", ENGLISH), None, "what is right stands in the link");
}

#[test]
fn bands_come_and_go() {
    let mut custom = after([Action::New, choose(1, ChargeModel::Volume)]);
    let [only] = bands(&custom, 0).try_into().expect("one band");
    act(&mut custom, [type_into(Field::UnitPrice(only), "3"), Action::Change(DraftChange::RemoveBand(only))]);
    assert_eq!(bands(&custom, 0), [only], "a charge has at least one band");
    act(&mut custom, [Action::Change(DraftChange::AddBand(1))]);
    assert_eq!(focus(&custom), Spot::Field(Field::UpTo(only)), "the end that is to be filled in now");
    let [_, last] = bands(&custom, 0).try_into().expect("two bands");
    act(&mut custom, [type_into(Field::UpTo(only), "5"), type_into(Field::UnitPrice(last), "2")]);
    let [Charge::Volume { bands: schedule, .. }] = charges(only_tier(&custom)) else { panic!("another price") };
    assert_eq!(schedule.bands().iter().map(|band| band.up_to).collect::<Vec<_>>(), [Some(reads(5)), None]);
    act(&mut custom, [Action::Change(DraftChange::RemoveBand(last))]);
    assert_eq!(focus(&custom), Spot::AddBand(1));
    assert!(editor(&custom).problems.is_empty(), "the first band is the last again, and has no end");
    assert_eq!(editor(&custom).draft.charges[0].bands[0].up_to, "");
}

#[test]
fn what_the_editor_does_not_show_stays() {
    let rules = serde_json::json!({
        "id": "ours",
        "name": "Ours",
        "charges": [{ "model": "flat", "fee": 5 }],
        "eligibility": [{ "usageTypes": ["hobby"], "access": "no", "reason": "Too small" }],
        "existingCustomersOnly": true,
        "indicativePrice": 9,
        "note": "As of today",
    });
    let tier: Tier = serde_json::from_value(rules).expect("a tier");
    let mut custom = CustomTiers::new(&estimate(vec![tier.clone()]));
    act(&mut custom, [Action::Edit(id("ours")), type_into(Field::Price(1), "6"), Action::Done]);
    let charges = Some(List::Owned(vec![Charge::Flat { fee: price("6") }]));
    assert_eq!(TierFields::clone(only_tier(&custom)), TierFields { charges, ..TierFields::clone(&tier) });
}

#[test]
fn evidence_goes_with_the_first_figure_that_changes() {
    let listed = book().tier("basic").expect("a tier").clone().with_id(id("ours"));
    let mut custom = CustomTiers::new(&estimate(vec![listed.clone()]));
    act(&mut custom, [Action::Edit(id("ours")), type_into(Field::Name, "Renamed")]);
    assert_eq!(only_tier(&custom).evidence, listed.evidence);
    act(&mut custom, [type_into(Field::ReadCap, "11k")]);
    assert_eq!(only_tier(&custom).evidence, None);
    act(&mut custom, [type_into(Field::ReadCap, "10k")]);
    assert_eq!(only_tier(&custom).evidence, listed.evidence);
}

#[test]
fn exported_tiers_are_imported_under_new_ids() {
    let original = three();
    let text = tiers_to_json(original.tiers());
    let mut custom = original.clone();
    act(&mut custom, [Action::OpenImport, Action::TypeImport(text.clone())]);
    assert_eq!(focus(&custom), Spot::ImportText);
    assert_eq!(custom.tiers(), original.tiers());
    act(&mut custom, [Action::Import]);
    assert_eq!(custom.import(), None);
    assert_eq!(names(&custom), ["A", "B", "C", "A", "B", "C"]);
    assert_eq!(ids(&custom)[3..], ["custom-4", "custom-2-2", "custom-3-2"]);
    assert_eq!(custom.notice().expect("a notice").sentence(), "3 tiers imported: A, B, C.");
    assert_eq!(focus(&custom), Spot::OpenImport);

    let from_file = after([Action::OpenImport, Action::ImportFile(text)]);
    assert_eq!(from_file.tiers(), original.tiers(), "nothing is in the way");
}

#[test]
fn what_cannot_be_imported_changes_nothing() {
    let original = three();
    let mut custom = original.clone();
    act(&mut custom, [Action::OpenImport, Action::TypeImport("five dollars".to_owned()), Action::Import]);
    let import = custom.import().expect("still open");
    assert_eq!(import.text, "five dollars");
    assert!(import.problem.as_deref().is_some_and(|problem| problem.starts_with("Nothing was imported: ")));
    assert_eq!(custom.tiers(), original.tiers());
    act(&mut custom, [Action::TypeImport("[]".to_owned())]);
    assert_eq!(custom.import().expect("still open").problem, None, "a new text is not wrong yet");
    act(&mut custom, [Action::Import]);
    assert_eq!(
        custom.import().expect("still open").problem.as_deref(),
        Some("Nothing was imported: there is no tier in it to take.")
    );
    for (problem, sentence) in [
        (FileProblem::TooLarge, "The file is too large: tiers take at most 1 MB."),
        (FileProblem::Unreadable, "The file could not be read. Open it and paste its text here."),
    ] {
        act(&mut custom, [Action::RefuseFile(problem)]);
        assert_eq!(custom.import().expect("still open").problem.as_deref(), Some(sentence));
    }
    act(&mut custom, [Action::Cancel]);
    assert_eq!((custom.import(), custom.tiers()), (None, original.tiers()));
    assert_eq!(focus(&custom), Spot::OpenImport);
}

#[test]
fn there_is_room_for_a_hundred() {
    let text = tiers_to_json(three().tiers());
    let mut custom = CustomTiers::default();
    for _ in 0..33 {
        act(&mut custom, [Action::OpenImport, Action::ImportFile(text.clone())]);
    }
    assert_eq!(custom.tiers().len(), 99);
    act(&mut custom, [Action::OpenImport, Action::ImportFile(text)]);
    assert_eq!(custom.tiers().len(), Estimate::MOST_CUSTOM_TIERS);
    let notice = custom.notice().expect("a notice");
    assert_eq!(notice.sentence(), "1 tier imported: A.");
    assert_eq!(
        notice.left_out(),
        [
            "“B” was left out: there is room for 100 tiers of your own.",
            "“C” was left out: there is room for 100 tiers of your own."
        ]
    );
    assert!(!custom.has_room());
    let full = custom.clone();
    act(&mut custom, [Action::New, Action::Copy]);
    assert_eq!(custom, full);
    let _ = estimate(custom.tiers().to_vec());
}

#[test]
fn ids_give_way_to_the_price_book() {
    let named =
        |name: &str| serde_json::json!({ "id": name, "name": name, "charges": [{ "model": "flat", "fee": 5 }] });
    let tiers: Vec<Tier> =
        serde_json::from_value(serde_json::json!([named("basic"), named("basic-2")])).expect("tiers");
    let free_era = catalogue().free_era();
    let elsewhere = Estimate::new(usage(), UsageType::Hobby, free_era).with_custom_tiers(tiers).expect("free ids");
    let mut custom = CustomTiers::new(&elsewhere);
    custom.reduce(Action::Edit(id("basic")), free_era, ENGLISH);
    custom.avoid(book());
    assert_eq!(ids(&custom), ["basic-3", "basic-2"]);
    assert_eq!(editor(&custom).id, id("basic-3"), "the editor stays with its tier");
    act(&mut custom, [type_into(Field::Price(1), "6"), Action::Cancel]);
    assert_eq!(ids(&custom), ["basic-3", "basic-2"]);
    assert_eq!(fee(&custom.tiers()[0]), "5");
    let _ = estimate(custom.tiers().to_vec());
}

fn usage() -> Usage {
    Usage::constant(Volume::monthly(reads(2_000_000)), Months::YEAR)
}

fn estimate(tiers: Vec<Tier>) -> Estimate {
    Estimate::new(usage(), UsageType::Academic, book()).with_custom_tiers(tiers).expect("distinct tiers")
}

#[derive(Clone, PartialEq, Properties)]
struct SectionProps {
    custom: CustomTiers,
    /// The answer for the tiers of another moment, as while the question has no answer.
    answered: Option<Vec<Tier>>,
}

#[component]
fn Section(props: &SectionProps) -> Html {
    let tiers = props.answered.clone().unwrap_or_else(|| props.custom.tiers().to_vec());
    let assessment: Option<Assessment> = assess(catalogue(), &estimate(tiers)).ok();
    custom_tiers(&props.custom, assessment.as_ref(), book(), ENGLISH, &Callback::noop())
}

async fn html(custom: CustomTiers, answered: Option<Vec<Tier>>) -> String {
    let section = yew::LocalServerRenderer::<Section>::with_props(SectionProps { custom, answered });
    section.hydratable(false).render().await
}

/// The words of the section, spaces folded.
async fn text(custom: CustomTiers) -> String {
    let html = html(custom, None).await;
    let mut words = String::new();
    for part in html.split('<') {
        words += part.split_once('>').map_or(part, |(_, text)| text);
        words.push(' ');
    }
    let words: Vec<_> = words.split_whitespace().collect();
    words.join(" ").replace(" ,", ",").replace(" .", ".")
}

/// The opening tag of the element with an id, and the text behind it.
#[track_caller]
fn element<'a>(html: &'a str, id: &str) -> (&'a str, &'a str) {
    let id = format!("id=\"{id}\"");
    let part = html.split('<').find(|part| part.split('>').next().is_some_and(|tag| tag.contains(&id)));
    part.and_then(|part| part.split_once('>')).unwrap_or_else(|| panic!("there is no {id} in\n{html}"))
}

#[track_caller]
fn assert_says(page: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(page.contains(sentence), "the page lacks\n{sentence}\nIt says\n{page}");
    }
}

#[tokio::test]
async fn the_list_shows_each_price_or_why_there_is_none() {
    let mut custom = after(flat("Flat", "42,000"));
    act(&mut custom, flat("Small", "100"));
    act(
        &mut custom,
        [Action::Edit(id("custom-2")), choose_at_cap(AtCap::Stop), type_into(Field::ReadCap, "10k"), Action::Done],
    );
    act(
        &mut custom,
        [Action::New, type_into(Field::Name, "Open"), Action::Change(DraftChange::RemoveCharge(1)), Action::Done],
    );
    assert_says(
        &text(custom.clone()).await,
        &[
            "Flat no read cap $42,000 a month · $504,000 a year Edit Up Down Delete",
            "Small 10,000 reads a month, then it stops $100 a month · $1,200 a year No: 1,990,000 short.",
            "Open no read cap no price yet Without a charge it has no price, and is never taken for free.",
            "New tier or start from",
            "Copy and negotiate Import JSON Export JSON",
        ],
    );
    let html = html(custom, None).await;
    assert_says(element(&html, "own-edit-custom").0, &[r#"aria-label="Edit Flat""#]);
    assert_says(element(&html, "own-up-custom").0, &[r#"aria-label="Move up Flat""#, r#"aria-disabled="true""#]);
    let down = element(&html, "own-down-custom").0;
    assert_says(down, &[r#"aria-label="Move down Flat""#]);
    assert!(!down.contains("aria-disabled"));
    assert_says(&html, &[r#"aria-label="Delete Small""#, r#"download="custom-tiers.json""#]);
    let address = html.split_once("utf-8,").and_then(|(_, rest)| rest.split_once('"')).expect("a link").0;
    assert!(address.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'%'), "{address}");
}

#[tokio::test]
async fn an_empty_list_offers_the_ways_to_begin() {
    let page = text(CustomTiers::default()).await;
    assert_says(&page, &["Your own tiers", "New tier or start from", "Copy and negotiate Import JSON"]);
    assert!(!page.contains("Export"), "there is nothing to export");
}

#[tokio::test]
async fn the_editor_shows_its_fields_and_the_live_price() {
    let custom = after([
        Action::New,
        choose(1, ChargeModel::PerUnit),
        type_into(Field::Price(1), "0.005"),
        type_into(Field::IncludedReads(1), "10k"),
    ]);
    let page = text(custom.clone()).await;
    assert_says(
        &page,
        &[
            "What it costs Charge 1",
            "costs $ after reads included Remove",
            "At the read cap there is no cap it stops each further read costs extra",
            "For the present volume: $9,950 a month · $119,400 a year.",
            "For 2,000,000 reads a month: 10,000 reads included; 1,990,000 × $0.005 = $9,950; together $9,950.",
            "Done Cancel",
        ],
    );
    assert!(!page.contains("New tier"), "one thing at a time");
    let html = html(custom, None).await;
    assert_says(&html, &[r#"<label for="own-name">Name</label>"#, r#"selected">each read</option>"#]);
    assert_says(
        element(&html, "own-price-1").0,
        &[r#"aria-label="Price of a read in dollars""#, r#"value="0.005""#, r#"autocomplete="off""#],
    );
}

#[tokio::test]
async fn the_editor_says_what_is_wrong_beside_the_field() {
    let mut custom = filled();
    act(&mut custom, [type_into(Field::Name, ""), type_into(Field::ReadCap, "x")]);
    assert_says(
        &text(custom.clone()).await,
        &[
            "The read cap is “x”, which is not a number: write a number of reads, like 10,000 or 2.5M.",
            "Something is not right yet. Until then the last good version stays in the comparison. For the present volume: $",
        ],
    );
    let page = html(custom.clone(), None).await;
    let described = [r#"aria-invalid="true""#, r#"aria-describedby="own-read-cap-problem""#];
    assert_says(element(&page, "own-read-cap").0, &described);
    assert_says(element(&page, "own-read-cap-problem").1, &["The read cap is “x”"]);
    let name = element(&page, "own-name").0;
    assert_says(name, &[r#"aria-describedby="own-name-problem""#]);
    assert!(!name.contains("aria-invalid"), "a gap is no fault yet");
    assert_says(element(&page, "own-name-problem").0, &["gap"]);
    act(&mut custom, [Action::Done]);
    let page = html(custom, None).await;
    assert_says(element(&page, "own-name").0, &[r#"aria-invalid="true""#]);
    let (tag, sentence) = element(&page, "own-name-problem");
    assert_eq!((tag.contains("gap"), sentence), (false, "A tier has a name: give it one."));
    assert_says(&text(after([Action::New])).await, &["Something is still missing. Until then it is not compared."]);
}

#[tokio::test]
async fn what_a_listed_tier_leaves_open_at_its_cap_can_be_kept() {
    let open = "each further read costs extra more is for the contract to say after reads a month";
    let mut custom = after([Action::ChooseSource(id("enterprise-small")), Action::Copy]);
    assert_says(&text(custom.clone()).await, &[open]);
    act(&mut custom, [choose_at_cap(AtCap::Stop)]);
    assert_says(&text(custom).await, &[open]);
    assert!(!text(after([Action::New])).await.contains("contract"));
}

#[tokio::test]
async fn a_price_that_is_not_public_is_mentioned() {
    let mut custom = CustomTiers::default();
    custom.reduce(Action::Copy, later_book(), ENGLISH);
    assert_says(&text(custom).await, &["Its price is not public; it is said to start at $42,000 a month."]);
}

#[tokio::test]
async fn a_tier_that_is_not_in_the_answer_says_why() {
    let mut custom = after(flat("Late", "5"));
    let page = html(custom.clone(), Some(Vec::new())).await;
    assert_says(&page, &["not priced", "It is priced as soon as the question above has an answer."]);
    act(
        &mut custom,
        [
            Action::Edit(id("custom")),
            choose(1, ChargeModel::PerUnit),
            type_into(Field::Price(1), "999999999999.999999999999"),
        ],
    );
    let page = html(custom, Some(Vec::new())).await;
    assert_says(&page, &["It can’t be compared: the amount is too large to be exact"]);
}

#[tokio::test]
async fn what_happened_is_said_with_a_way_back() {
    let mut custom = three();
    act(&mut custom, [Action::Delete(id("custom-2"))]);
    assert_says(&text(custom.clone()).await, &["“B” is deleted. Undo"]);
    act(&mut custom, [Action::Edit(id("custom"))]);
    assert!(!text(custom).await.contains("Undo"), "the list rests");
}

#[tokio::test]
async fn the_import_keeps_the_text_and_says_what_is_wrong() {
    let custom = after([Action::OpenImport, Action::TypeImport("five dollars".to_owned()), Action::Import]);
    let page = html(custom, None).await;
    assert_says(&page, &[r#"for="own-import""#, r#"<label for="own-file">or choose its file: </label>"#]);
    let (field, typed) = element(&page, "own-import");
    assert_says(field, &[r#"aria-invalid="true""#, r#"aria-describedby="own-import-problem""#]);
    assert_eq!(typed, "five dollars");
    let (tag, problem) = element(&page, "own-import-problem");
    assert!(tag.contains(r#"role="alert""#) && problem.starts_with("Nothing was imported: "));
}

#[tokio::test]
async fn a_full_list_says_so_in_place_of_the_buttons() {
    let text_of_three = tiers_to_json(three().tiers());
    let mut custom = CustomTiers::default();
    for _ in 0..34 {
        act(&mut custom, [Action::OpenImport, Action::ImportFile(text_of_three.clone())]);
    }
    let page = text(custom).await;
    assert_says(&page, &["That is all there is room for, 100 tiers: delete one to add another.", "“C” was left out"]);
    assert!(!page.contains("New tier"));
}

#[test]
fn a_name_is_no_longer_than_a_link_can_carry() {
    let mut draft = TierDraft::new(&book().tiers[1], ENGLISH);
    draft.name = "x".repeat(81);
    let problems = draft.tier(id("ours"), ENGLISH).expect_err("too long a name");
    let sentence = problems.of(Field::Name).map(|problem| problem.sentence.as_str());
    assert_eq!(sentence, Some("A name has at most 80 characters: shorten it."));
    draft.name = "\u{202e}Ours\u{7}".to_owned();
    assert_eq!(draft.tier(id("ours"), ENGLISH).expect("a tier").name, "Ours", "what nobody sees is left out");
}
