//! The fields of a tier of the user's own: what can be typed, what is said of it, and in which style.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod own_tiers;

use own_tiers::{
    ENGLISH, act, after, bands, book, charges, choose, choose_at_cap, editor, filled, german, id, only_tier, price,
    reads, type_into,
};
use quota_calculator::app::custom_tiers::{
    ChargeList, CustomTiers, CustomTiersAction as Action, DraftChange, TierDraft, TierField,
};
use quota_calculator::pricing::{AtCap, Charge, ChargeModel};

/// What is said of `text` in `field` of a tier in which all else is right; nothing if it is right too.
#[track_caller]
fn case(field: TierField, text: &str, expected: &str) {
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
    case(TierField::Name, "  ", "A tier has a name: give it one.");
    case(TierField::Name, "Ours", "");

    let package = TierField::Price(1);
    case(package, "", "The price of a package is missing: write dollars, like 100 or 0.005.");
    case(package, "abc", "The price of a package is “abc”, which is not a number: write dollars, like 100 or 0.005.");
    case(package, "-1", "The price of a package is “-1”, which is negative: a price is $0 or more.");
    case(
        package,
        "1,5",
        "The price of a package is “1,5”, which has the decimal mark of another language: decimals are written with \
         “.” here, so write 1.5.",
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

    let size = TierField::PackageSize(1);
    case(size, "", "The size of a package is missing: write a number of reads, like 10,000 or 2.5M.");
    case(size, "0", "The size of a package is “0”: a package holds at least 1 read.");
    case(size, "0.5", "The size of a package is “0.5”, which is not a whole number: reads are counted whole.");
    case(size, "10k", "");

    let included = TierField::IncludedReads(1);
    case(included, "-5", "The number of included reads is “-5”, which is negative: reads are 0 or more.");
    case(
        included,
        "1e16",
        "The number of included reads is “1e16”, which is too large: at most 1,000,000,000,000,000 reads (10^15) can be priced.",
    );
    case(included, "", "");

    case(TierField::UpTo(first), "", "The band’s end is missing: write a number of reads, like 10,000 or 2.5M.");
    case(TierField::UpTo(first), "0", "The band’s end is “0”: a band holds at least 1 read.");
    case(TierField::UnitPrice(last), "", "The band’s price of a read is missing: write dollars, like 100 or 0.005.");
    case(
        TierField::FlatFee(last),
        "x",
        "The band’s fee is “x”, which is not a number: write dollars, like 100 or 0.005.",
    );
    case(TierField::FlatFee(last), "", "");
    case(
        TierField::FlatFee(last),
        "42.000",
        "The band’s fee is “42.000”, which can be read in two ways: write “.” before decimal places, and nothing between \
         thousands.",
    );

    case(TierField::ReadCap, "", "The read cap is missing: write a number of reads, like 10,000 or 2.5M.");
    case(
        TierField::ReadCap,
        "many",
        "The read cap is “many”, which is not a number: write a number of reads, like 10,000 or 2.5M.",
    );
    case(TierField::ReadCap, "0", "");

    case(TierField::Discount, "101", "The discount is “101”, which is too large: a discount is at most 100%.");
    case(TierField::Discount, "-1%", "The discount is “-1%”, which is negative: a discount is 0% or more.");
    case(TierField::Discount, "0.00001", "The discount is “0.00001”: write at most 4 decimal places.");
    case(TierField::Discount, "$5", "The discount is “$5”, which is not a number: write percent, like 10 or 12.5.");
    for text in ["", "12.5%", "100", "0"] {
        case(TierField::Discount, text, "");
    }

    case(
        TierField::MonthlyMinimum,
        "lots",
        "The monthly minimum is “lots”, which is not a number: write dollars, like 100 or 0.005.",
    );
    case(TierField::MonthlyMaximum, "-2", "The monthly maximum is “-2”, which is negative: a price is $0 or more.");
    case(
        TierField::AnnualMaximum,
        "0.005",
        "The annual maximum is “0.005”: write whole cents, with at most 2 decimal places.",
    );
    case(
        TierField::AnnualPrice,
        "free",
        "The price of a year is “free”, which is not a number: write dollars, like 100 or 0.005.",
    );
    for field in
        [TierField::MonthlyMinimum, TierField::MonthlyMaximum, TierField::AnnualMaximum, TierField::AnnualPrice]
    {
        case(field, "", "");
        case(field, "1,000.50", "");
    }

    let rule = "write a number of months from 1 to 120, or “unknown”";
    for text in ["0", "121", "a year", "1.5"] {
        case(TierField::Term, text, &format!("The term is “{text}”: {rule}."));
    }
    for text in ["", "12", " Unknown "] {
        case(TierField::Term, text, "");
    }
}

#[test]
fn fields_that_must_agree_say_so() {
    let mut custom = filled();
    act(&mut custom, [type_into(TierField::MonthlyMinimum, "10"), type_into(TierField::MonthlyMaximum, "9.50")]);
    let problem = editor(&custom).problems.of(TierField::MonthlyMaximum).map(|problem| problem.sentence.as_str());
    assert_eq!(problem, Some("The monthly maximum is “9.50”: it can’t be less than the monthly minimum, $10."));

    let mut custom = filled();
    let charge = editor(&custom).draft.charges[1].key;
    act(&mut custom, [Action::Change(DraftChange::AddBand(charge))]);
    let [_, second, last] = bands(&custom, 1).try_into().expect("three bands");
    act(&mut custom, [type_into(TierField::UpTo(second), "1,000"), type_into(TierField::UnitPrice(last), "0")]);
    let problem = editor(&custom).problems.of(TierField::UpTo(second)).map(|problem| problem.sentence.as_str());
    assert_eq!(problem, Some("The band’s end is “1,000”: it must be more than 1,000, where the band before it ends."));

    let mut custom = filled();
    act(&mut custom, [choose_at_cap(AtCap::Overage)]);
    let overage = editor(&custom).draft.overage[0].key;
    act(&mut custom, [Action::Change(DraftChange::RemoveCharge(overage))]);
    let problem = editor(&custom).problems.of(TierField::Charges(ChargeList::Overage));
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
            type_into(TierField::Name, "Ours"),
            type_into(TierField::Discount, "10%"),
            type_into(TierField::MonthlyMinimum, "$50"),
            type_into(TierField::MonthlyMaximum, "5k"),
            type_into(TierField::AnnualMaximum, "40,000"),
            type_into(TierField::Term, "24"),
            type_into(TierField::AnnualPrice, "30,000"),
            choose_at_cap(AtCap::Overage),
        ],
    );
    let overage = editor(&custom).draft.overage[0].key;
    act(&mut custom, [type_into(TierField::Price(overage), "0.03"), type_into(TierField::IncludedReads(overage), "5")]);
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
        type_into(TierField::Price(1), "0,005"),
        type_into(TierField::IncludedReads(1), "1.000"),
    ] {
        custom.reduce(action, book(), german());
    }
    let [Charge::PerUnit { unit_price, included_reads }] = charges(only_tier(&custom)) else { panic!("another price") };
    assert_eq!((*unit_price, *included_reads), (price("0.005"), reads(1_000)));

    custom.restyle(german(), ENGLISH);
    let draft = &editor(&custom).draft.charges[0];
    assert_eq!((draft.unit_price.as_str(), draft.included_reads.as_str()), ("0.005", "1,000"));
    act(&mut custom, [type_into(TierField::Price(1), "0,5")]);
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
        type_into(TierField::Price(1), "1,234"),
        choose(1, ChargeModel::PerUnit),
        type_into(TierField::Price(1), "1.234"),
        type_into(TierField::MonthlyMinimum, "lots"),
        type_into(TierField::Term, "unknown"),
    ]);
    custom.restyle(ENGLISH, german());
    let draft = &editor(&custom).draft;
    assert_eq!(draft.charges[0].unit_price, "1,2340", "not a thousand times as much, nor what could be");
    assert_eq!(draft.charges[0].fee, "1.234", "what waits for its model");
    assert_eq!((draft.monthly_minimum.as_str(), draft.term.as_str()), ("lots", "unknown"));

    act(&mut custom, [type_into(TierField::Price(1), "much")]);
    custom.restyle(german(), ENGLISH);
    let draft = &editor(&custom).draft;
    assert_eq!(draft.charges[0].unit_price, "much");
    assert_eq!(draft.charges[0].fee, "1,234", "what waits is right, whatever stands in its place");
}

#[test]
fn a_name_is_no_longer_than_a_link_can_carry() {
    let mut draft = TierDraft::new(&book().tiers[1], ENGLISH);
    draft.name = "x".repeat(81);
    let problems = draft.tier(id("ours"), ENGLISH).expect_err("too long a name");
    let sentence = problems.of(TierField::Name).map(|problem| problem.sentence.as_str());
    assert_eq!(sentence, Some("A name has at most 80 characters: shorten it."));
    draft.name = "\u{202e}Ours\u{7}".to_owned();
    assert_eq!(draft.tier(id("ours"), ENGLISH).expect("a tier").name, "Ours", "what nobody sees is left out");
}
