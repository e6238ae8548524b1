//! The schema of tiers: what is legal is read, what isn't is refused with field, value and rule.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod tiers;

use quota_calculator::catalogue;
use quota_calculator::pricing::{
    Access, AtCap, Discount, Growth, Identifier, Months, PackageSize, Price, Reads, RereadFactor, Term, UsageType,
};
use serde_json::{Value, json};
use tiers::{charge, legal, tier};

#[track_caller]
fn refused(fields: Value, reason: &str) {
    assert_eq!(tier(fields), Err(reason.to_owned()));
}

#[test]
fn prices_are_plain_decimals_within_bounds() {
    let words =
        "a price: write 0 to 1000000000000 (10^12) in digits, like 100 or 0.005, with at most 12 decimal places";
    for good in
        ["0", "-0", "0.0", "100", "0.005", "1000000000000", "999999999999.999999999999", "00.10", "1.0000000000000000"]
    {
        assert!(good.parse::<Price>().is_ok(), "{good}");
    }
    for bad in [
        "",
        " ",
        "-1",
        "-0.01",
        "1e3",
        "0x1",
        "1,000",
        "1.",
        ".5",
        "1.2.3",
        "+1",
        "NaN",
        "1000000000000.01",
        "0.0000000000001",
        "9e99",
        "١",
    ] {
        let error = bad.parse::<Price>().expect_err(bad);
        assert_eq!(error.to_string(), format!("`{bad}` is not {words}"));
    }
    refused(charge(json!({ "model": "flat", "fee": -1 })), &format!("`-1` is not {words}"));
    refused(
        charge(json!({ "model": "flat", "fee": 0.5 })),
        "invalid type: floating point `0.5`, expected a price as text, like \"0.005\", or a whole number",
    );
    assert_eq!(
        legal(charge(json!({ "model": "flat", "fee": 7 })))
            .exact(Reads::ZERO)
            .map(|it| it.expect("a price").to_string()),
        Ok("7".to_owned())
    );
    assert_eq!("0.0050".parse::<Price>().expect("a price").to_string(), "0.005");
}

#[test]
fn percentages_and_factors_have_bounds() {
    for (text, good) in [
        ("0", true),
        ("100", true),
        ("12.5", true),
        ("0.0001", true),
        ("100.0001", false),
        ("-1", false),
        ("0.00001", false),
    ] {
        assert_eq!(text.parse::<Discount>().is_ok(), good, "a discount of {text}");
    }
    for (text, good) in
        [("-100", true), ("1000", true), ("2.5", true), ("-100.1", false), ("1000.1", false), ("0.00001", false)]
    {
        assert_eq!(text.parse::<Growth>().is_ok(), good, "a growth of {text}");
    }
    for (text, good) in [
        ("1", true),
        ("0.0001", true),
        ("1000", true),
        ("0", false),
        ("-1", false),
        ("1000.1", false),
        ("0.00005", false),
    ] {
        assert_eq!(text.parse::<RereadFactor>().is_ok(), good, "a factor of {text}");
    }
    let mut fields = charge(json!({ "model": "flat", "fee": "10" }));
    fields["discountPercent"] = json!(12.5);
    assert_eq!(
        legal(fields.clone()).discount_percent.to_string(),
        "12.5",
        "a binary fraction means its shortest writing"
    );
    fields["discountPercent"] = json!(101);
    refused(
        fields,
        "`101` is not a discount: write 0 to 100 percent in digits, like 12.5, with at most 4 decimal places",
    );
}

#[test]
fn whole_numbers_are_whole() {
    let cap = |cap: Value| json!({ "charges": [{ "model": "flat", "fee": "1" }], "readCap": cap });
    refused(cap(json!(-1)), "-1 is negative: reads are 0 or more");
    refused(cap(json!(1.5)), "1.5 is not a whole number");
    refused(
        cap(json!(1_000_000_000_000_001_u64)),
        "1000000000000001 is too many reads: at most 1000000000000000 (10^15) can be priced",
    );
    refused(
        cap(json!(u64::MAX)),
        "18446744073709551615 is too many reads: at most 1000000000000000 (10^15) can be priced",
    );
    refused(cap(json!("10")), "invalid type: string \"10\", expected a whole number");
    assert_eq!(legal(cap(json!(1_000_000_000_000_000_u64))).read_cap, Some(Reads::MAX));
    refused(
        charge(json!({ "model": "package", "packageSize": 0, "packagePrice": "1" })),
        "0 is not a package size: a package holds at least 1 read",
    );
    assert!(PackageSize::try_from(-1).is_err());
    for (months, good) in [(0, false), (1, true), (120, true), (121, false), (-1, false), (1_000, false)] {
        assert_eq!(Months::try_from(months).is_ok(), good, "{months} months");
    }
    assert_eq!(Months::try_from(121).expect_err("too many").to_string(), "121 months can't be priced: use 1 to 120");
}

#[test]
fn charges_have_the_fields_of_their_model() {
    refused(charge(json!({ "model": "flat" })), "fee is missing: a charge of the model flat needs it");
    refused(charge(json!({ "model": "perUnit" })), "unitPrice is missing: a charge of the model perUnit needs it");
    refused(
        charge(json!({ "model": "package", "packagePrice": "1" })),
        "packageSize is missing: a charge of the model package needs it",
    );
    refused(
        charge(json!({ "model": "package", "packageSize": 1 })),
        "packagePrice is missing: a charge of the model package needs it",
    );
    refused(charge(json!({ "model": "graduated" })), "bands is missing: a charge of the model graduated needs it");
    refused(charge(json!({ "model": "volume" })), "bands is missing: a charge of the model volume needs it");
    for (field, value) in [
        ("unitPrice", json!("1")),
        ("packageSize", json!(1)),
        ("packagePrice", json!("1")),
        ("bands", json!([{ "unitPrice": "1" }])),
        ("includedReads", json!(1)),
    ] {
        let mut flat = json!({ "model": "flat", "fee": "1" });
        flat[field] = value;
        refused(charge(flat), &format!("{field} is given, but a charge of the model flat has none"));
    }
    refused(
        charge(json!({ "model": "perUnit", "unitPrice": "1", "fee": "1" })),
        "fee is given, but a charge of the model perUnit has none",
    );
    assert!(
        tier(charge(json!({ "model": "tiered", "fee": "1" })))
            .expect_err("no model")
            .contains("unknown variant `tiered`")
    );
    assert!(
        tier(charge(json!({ "model": "flat", "fee": "1", "price": "1" })))
            .expect_err("a surplus key")
            .contains("unknown field `price`")
    );
}

#[test]
fn bands_rise_to_one_without_an_end() {
    let bands = |bands: Value| charge(json!({ "model": "graduated", "bands": bands }));
    refused(bands(json!([])), "there are no bands: a price in bands has at least one");
    refused(
        bands(json!([{ "upTo": 10, "unitPrice": "1" }])),
        "upTo of the last band is 10: leave it out or say null, because the last band has no end",
    );
    refused(
        bands(json!([{ "unitPrice": "1" }, { "unitPrice": "1" }])),
        "upTo of band 1 is missing: only the last band has no end",
    );
    refused(
        bands(
            json!([{ "upTo": 10, "unitPrice": "1" }, { "upTo": 10, "unitPrice": "1" }, { "upTo": null, "unitPrice": "1" }]),
        ),
        "upTo of band 2 is 10: it must be more than 10, where the band before it ends",
    );
    refused(
        bands(json!([{ "upTo": 0, "unitPrice": "1" }, { "unitPrice": "1" }])),
        "upTo of band 1 is 0: it must be more than 0, where the band before it ends",
    );
    assert!(
        tier(bands(json!([{ "unitPrice": "1", "from": 0 }]))).expect_err("two bounds").contains("unknown field `from`")
    );
    assert!(tier(bands(json!([{ "upTo": 1, "unitPrice": "1" }, { "unitPrice": "1" }]))).is_ok());
}

#[test]
fn fields_of_a_tier_agree_with_each_other() {
    let with = |name: &str, value: Value| {
        let mut fields = charge(json!({ "model": "flat", "fee": "1" }));
        fields[name] = value;
        fields
    };
    refused(
        with("charges", json!([])),
        "charges is empty: give at least one charge (a flat fee of 0 if it is free), or leave charges out when there is no public price",
    );
    refused(with("name", json!("  ")), "name is empty: a tier has a name");
    refused(
        with("id", json!("two words")),
        "`two words` is not an identifier: use 1 to 48 letters, digits and single hyphens, like enterprise-small",
    );
    refused(with("atCap", json!("stop")), "readCap is missing: atCap and overage say what happens at it");
    refused(
        with("overage", json!([{ "model": "flat", "fee": "1" }])),
        "readCap is missing: atCap and overage say what happens at it",
    );
    refused(
        with("annualMaximum", json!("10.005")),
        "annualMaximum is 10.005: it is compared with stated amounts, so it has whole cents",
    );
    assert!(tier(with("annualMaximum", json!("10.05"))).is_ok());
    let mut bounds = with("monthlyMinimum", json!("10"));
    bounds["monthlyMaximum"] = json!("9.99");
    refused(bounds.clone(), "monthlyMinimum is 10: it can't be more than monthlyMaximum, 9.99");
    bounds["monthlyMaximum"] = json!("10");
    assert!(tier(bounds).is_ok());
    let mut cap = with("readCap", json!(10));
    assert_eq!(legal(cap.clone()).at_cap, Some(AtCap::Stop), "a cap stops unless it says otherwise");
    cap["atCap"] = json!("overage");
    refused(cap.clone(), "overage and atCap don't agree: a tier has overage charges exactly when atCap is \"overage\"");
    cap["overage"] = json!([{ "model": "perUnit", "unitPrice": "0.1" }]);
    assert_eq!(legal(cap.clone()).at_cap, Some(AtCap::Overage));
    cap["atCap"] = json!("stop");
    refused(cap, "overage and atCap don't agree: a tier has overage charges exactly when atCap is \"overage\"");
    let rule = |usage: &str| json!({ "usageTypes": [usage], "access": "no" });
    refused(
        with("eligibility", json!([rule("hobby"), rule("hobby")])),
        "eligibility names the usage type `hobby` twice: one rule must decide",
    );
    let evidence = json!({ "status": "official", "confidence": "high", "sources": ["S01"] });
    refused(
        with("evidence", json!({ "price": evidence, "readCap": evidence })),
        "evidence.readCap and readCap go together: give both or neither",
    );
    refused(
        with("evidence", json!({ "price": evidence, "annualPrice": evidence })),
        "evidence.annualPrice and annualPrice go together: give both or neither",
    );
    assert!(tier(with("colour", json!("red"))).expect_err("a surplus key").contains("unknown field `colour`"));
}

#[test]
fn identifiers_are_words_with_hyphens() {
    let longest = "a".repeat(Identifier::MAX_LENGTH);
    for good in ["a", "2023-03", "enterprise-small", "S30b", &longest] {
        assert!(Identifier::new(good.to_owned()).is_ok(), "{good}");
    }
    let too_long = "a".repeat(Identifier::MAX_LENGTH + 1);
    for bad in ["", "-", "a-", "-a", "a--b", "a b", "ä", "a/b", "a=b", &too_long] {
        assert!(Identifier::new(bad.to_owned()).is_err(), "{bad}");
    }
}

#[test]
fn a_term_is_a_number_of_months_or_unknown() {
    let term = |term: Value| {
        tier(json!({ "charges": [{ "model": "flat", "fee": "1" }], "termMonths": term })).map(|tier| tier.term_months)
    };
    assert_eq!(term(json!("unknown")), Ok(Some(Term::Unknown)));
    assert_eq!(term(json!(12)), Ok(Some(Term::Months(Months::YEAR))));
    assert_eq!(term(json!(0)), Err("0 months can't be priced: use 1 to 120".to_owned()));
    assert_eq!(term(json!(-3)), Err("-3 months can't be priced: use 1 to 120".to_owned()));
    assert_eq!(
        term(json!("long")),
        Err("invalid value: string \"long\", expected a number of months, or \"unknown\"".to_owned())
    );
}

#[test]
fn what_is_read_is_written_the_same() {
    let fields = json!({
        "id": "mine", "name": "Mine",
        "charges": [
            { "model": "flat", "fee": "1.5" },
            { "model": "package", "packageSize": 10, "packagePrice": "2", "includedReads": 3 },
            { "model": "volume", "bands": [{ "upTo": 5, "unitPrice": "1", "flatFee": "2" }, { "upTo": null, "unitPrice": "0.5", "flatFee": "0" }], "includedReads": 0 },
        ],
        "discountPercent": "12.5", "monthlyMinimum": "1", "monthlyMaximum": "2", "annualMaximum": "20", "annualPrice": "15",
        "termMonths": "unknown", "readCap": 100, "atCap": "overage",
        "overage": [{ "model": "perUnit", "unitPrice": "0.1", "includedReads": 0 }],
        "eligibility": [{ "usageTypes": ["ai-training"], "access": "no", "reason": "because", "sources": ["S01"] }],
        "existingCustomersOnly": true, "indicativePrice": "7", "aside": "aside", "note": "a note",
    });
    assert_eq!(serde_json::to_value(legal(fields.clone())).expect("JSON"), fields);
    for book in catalogue().price_books() {
        let written = serde_json::to_value(book).expect("JSON");
        let read: quota_calculator::pricing::PriceBook = serde_json::from_value(written).expect("a price book");
        assert_eq!(read, *book);
    }
    let own = legal(json!({ "charges": [{ "model": "flat", "fee": "1" }] }));
    assert_eq!((own.id.as_str(), own.name.as_ref()), ("custom", "Custom tier"));
    assert_eq!(own.access(UsageType::AiTraining), Access::Yes, "a tier of one's own is open to oneself");
}

#[test]
fn what_was_not_given_is_not_written() {
    let fields = json!({ "id": "mine", "name": "Mine", "charges": [{ "model": "flat", "fee": "1" }] });
    assert_eq!(serde_json::to_value(legal(fields.clone())).expect("JSON"), fields);
}
