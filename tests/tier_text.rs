//! Tiers as text: what is read and written, and what is refused in which words.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod tiers;

use quota_calculator::catalogue;
use quota_calculator::link::{decode, encode};
use quota_calculator::pricing::MOST_CUSTOM_TIERS;
use quota_calculator::tier_text::{
    Imported, MAX_NAME_LENGTH, MAX_NOTE_LENGTH, MAX_TEXT_LENGTH, TierTextError, tiers_from_compact, tiers_from_json,
    tiers_to_compact, tiers_to_json,
};
use quota_calculator::tree::{MAX_DEPTH, MAX_KEYS};
use serde_json::{Value, json};
use tiers::{charge, legal, tier};

/// The one tier of a JSON text, written compactly.
#[track_caller]
fn good(text: &str, compact: &str) {
    let Imported { tiers, left_out } = tiers_from_json(text).expect("a tier");
    assert_eq!(left_out, [""; 0]);
    assert_eq!(tiers_to_compact(&tiers), compact);
    assert_eq!(tiers_from_compact(compact), Ok(tiers));
}

#[track_caller]
fn bad(text: &str, message: &str) {
    assert_eq!(tiers_from_json(text).expect_err("no tier").to_string(), message);
}

#[track_caller]
fn bad_compact(text: &str, message: &str) {
    assert_eq!(tiers_from_compact(text).expect_err("no tier").to_string(), message);
}

/// Fields that neither serde nor this module takes for a tier.
#[track_caller]
fn malformed(fields: Value, message: &str) {
    tier(fields.clone()).expect_err("serde refuses it too");
    bad(&fields.to_string(), message);
}

fn with(key: &str, value: Value) -> Value {
    let mut fields = charge(json!({ "model": "flat", "fee": "1" }));
    fields[key] = value;
    fields
}

fn ids(text: &str) -> Vec<String> {
    tiers_from_json(text).expect("tiers").tiers.iter().map(|tier| tier.id.to_string()).collect()
}

#[test]
fn json_is_read_with_all_its_liberties() {
    good("[]", "!()");
    good("{}", "!(())");
    good("\u{feff} [\t{\r\n} ] ", "!(())");
    good(r#"{"charges":[{"model":"flat","fee":100}]}"#, "!((charges:!((model:flat,fee:100))))");
    good(r#"{"name":"\u0041\"\\\/\u00e4\ud83d\ude00","charges":null}"#, "!((name:A%22%5C%2F%C3%A4%F0%9F%98%80))");
    good(r#"{"readCap":-0}"#, "!((readCap:0))");
    good(r#"{"discountPercent":12.5}"#, "!((discountPercent:12.5))");
    good(r#"{ "customTiers": [{ "id": "a" }, { "id": "b" }] }"#, "!((id:a),(id:b))");
}

#[test]
fn what_is_no_json_is_refused_where_it_goes_wrong() {
    bad("", "line 1, column 1: a value should stand here, but the text ends");
    bad(" \n ", "line 2, column 2: a value should stand here, but the text ends");
    bad("[", "line 1, column 2: a value should stand here, but the text ends");
    bad("[{}", "line 1, column 4: a comma or ] should stand here, but the text ends");
    bad("[{},]", "line 1, column 5: a value should stand here, but there is “]”");
    bad("[{} {}]", "line 1, column 5: a comma or ] should stand here, but there is “{”");
    bad("[{}]]", "line 1, column 5: the end of the text should stand here, but there is “]”");
    bad("[{}]\r\n// mine", "line 2, column 1: the end of the text should stand here, but there is “/”");
    bad("{\n  name: 1}", "line 2, column 3: a key in double quotes should stand here, but there is “n”");
    bad("{'name': 1}", "line 1, column 2: a key in double quotes should stand here, but there is “'”");
    bad(r#"{"name" "A"}"#, "line 1, column 9: a colon after the key should stand here, but there is “\"”");
    bad(r#"{"name":}"#, "line 1, column 9: a value should stand here, but there is “}”");
    bad(r#"{"name":"A",}"#, "line 1, column 13: a key in double quotes should stand here, but there is “}”");
    bad(r#"{"name":"ä" "id"}"#, "line 1, column 13: a comma or } should stand here, but there is “\"”");
    bad(r#"{"name":"A","name":"A"}"#, "line 1, column 13: the key “name” stands twice in one object");
    bad(r#"{"a":{"b":1,"\u0062":2}}"#, "line 1, column 13: the key “b” stands twice in one object");
    bad(r#"{"name":"A"#, "line 1, column 11: a closing quote should stand here, but the text ends");
    bad(
        "{\"name\":\"A\nB\"}",
        "line 1, column 11: a line break or another control character in a text is written as an escape, like \\n",
    );
    bad(
        r#"["\x"]"#,
        "line 1, column 4: one of \" \\ / b f n r t u after the backslash should stand here, but there is “x”",
    );
    bad(r#"["\u12g4"]"#, "line 1, column 7: one of four hexadecimal digits should stand here, but there is “g”");
    for half in [r#"["\ud83d"]"#, r#"["\ude00"]"#, r#"["\ud83d\u0041"]"#, r#"["\ud83dude00"]"#] {
        bad(
            half,
            "line 1, column 3: this escape is half a character: the other half, like \\ude00 after \\ud83d, is missing",
        );
    }
    bad("[-]", "line 1, column 3: a digit after the minus should stand here, but there is “]”");
    bad("[01]", "line 1, column 3: a comma or ] should stand here, but there is “1”");
    bad("[1.]", "line 1, column 3: a comma or ] should stand here, but there is “.”");
    bad("[1e+]", "line 1, column 3: a comma or ] should stand here, but there is “e”");
    bad("[.5]", "line 1, column 2: a value should stand here, but there is “.”");
    bad("[+5]", "line 1, column 2: a value should stand here, but there is “+”");
    bad("[NaN]", "line 1, column 2: a value should stand here, but there is “N”");
    bad("[nul]", "line 1, column 2: a value should stand here, but there is “n”");
    bad("[1\n\n2]", "line 3, column 1: a comma or ] should stand here, but there is “2”");
    bad("[1 \u{202e}]", "line 1, column 4: a comma or ] should stand here, but there is an invisible character");
}

#[test]
fn a_text_is_read_within_bounds() {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let message = "at most 32 lists and objects can stand within each other, but here are more";
    bad(&deep(MAX_DEPTH), "tiers[0]: a list stands here, but it should be a tier: an object with charges");
    bad(&deep(MAX_DEPTH + 1), &format!("line 1, column 34: {message}"));
    bad(&"[".repeat(MAX_TEXT_LENGTH), &format!("line 1, column 34: {message}"));
    bad_compact(&"!(".repeat(40), &format!("character 67: {message}"));
    let keys = |count: usize| {
        let pairs: Vec<_> = (0..count).map(|key| format!("\"{key}\":0")).collect();
        format!("{{{}}}", pairs.join(","))
    };
    assert!(matches!(tiers_from_json(&keys(MAX_KEYS)), Err(TierTextError::Field { .. })));
    bad(&keys(MAX_KEYS + 1), "line 1, column 692: an object has at most 100 keys, but this one has more");
    let long = " ".repeat(MAX_TEXT_LENGTH + 1);
    bad(&long, "it is 1000001 bytes long, and at most 1000000 are read");
    bad_compact(&long, "it is 1000001 bytes long, and at most 1000000 are read");
    let many = |count: usize| format!("[{}]", vec!["{}"; count].join(","));
    assert_eq!(tiers_from_json(&many(MOST_CUSTOM_TIERS)).expect("tiers").tiers.len(), 100);
    bad(&many(101), "tiers: 101 custom tiers are too many: at most 100 are compared");
    bad_compact(
        &format!("!({})", vec!["()"; 101].join(",")),
        "tiers: 101 custom tiers are too many: at most 100 are compared",
    );
}

#[test]
fn what_is_no_charge_is_refused_with_its_path() {
    malformed(
        charge(json!({ "model": "flat", "fee": 0.1 })),
        "charges[0].fee: the number 0.1 stands here, but it should be a price as text, like \"0.005\", or a whole number",
    );
    malformed(
        charge(json!({ "model": "flat", "fee": 1e3 })),
        "charges[0].fee: the number 1000.0 stands here, but it should be a price as text, like \"0.005\", or a whole \
         number",
    );
    malformed(
        charge(json!({ "model": "flat", "fee": "1e3" })),
        "charges[0].fee: `1e3` is not a price: write 0 to 1000000000000 (10^12) in digits, like 100 or 0.005, with at \
         most 12 decimal places",
    );
    malformed(
        charge(json!({ "model": "flat", "fee": -1 })),
        "charges[0].fee: `-1` is not a price: write 0 to 1000000000000 (10^12) in digits, like 100 or 0.005, with at \
         most 12 decimal places",
    );
    malformed(charge(json!({ "model": "flat" })), "charges[0]: fee is missing: a charge of the model flat needs it");
    malformed(
        charge(json!({ "model": "flat", "fee": null })),
        "charges[0]: fee is missing: a charge of the model flat needs it",
    );
    malformed(
        charge(json!({ "model": "flat", "fee": "1", "includedReads": 1 })),
        "charges[0]: includedReads is given, but a charge of the model flat has none",
    );
    malformed(charge(json!({ "fee": "1" })), "charges[0]: model is missing");
    malformed(
        charge(json!({ "model": "tiered" })),
        "charges[0].model: the text “tiered” stands here, but it should be one of flat, perUnit, package, graduated, \
         volume",
    );
    malformed(
        charge(json!({ "model": "flat", "fee": "1", "price": null })),
        "charges[0].price: there is no such field: use model, fee, unitPrice, packageSize, packagePrice, bands, \
         includedReads",
    );
    malformed(
        charge(json!("flat")),
        "charges[0]: the text “flat” stands here, but it should be a charge: an object with a model",
    );
    malformed(
        charge(json!({ "model": "package", "packageSize": 0, "packagePrice": "1" })),
        "charges[0].packageSize: 0 is not a package size: a package holds at least 1 read",
    );
    malformed(
        charge(json!({ "model": "perUnit", "unitPrice": "1", "includedReads": "5" })),
        "charges[0].includedReads: the text “5” stands here, but it should be a whole number",
    );
    malformed(
        charge(json!({ "model": "volume", "bands": [] })),
        "charges[0].bands: there are no bands: a price in bands has at least one",
    );
    malformed(
        charge(json!({ "model": "volume", "bands": [{ "upTo": 5, "unitPrice": "1" }] })),
        "charges[0].bands: upTo of the last band is 5: leave it out or say null, because the last band has no end",
    );
    malformed(
        charge(json!({ "model": "graduated", "bands": [{ "upTo": 5, "unitPrice": "1" }, { "flatFee": "1" }] })),
        "charges[0].bands[1]: unitPrice is missing",
    );
    malformed(
        charge(json!({ "model": "graduated", "bands": [{ "unitPrice": "1", "flatFee": null }] })),
        "charges[0].bands[0].flatFee: null stands here, but it should be a price as text, like \"0.005\", or a whole \
         number",
    );
}

#[test]
fn what_is_no_tier_is_refused_with_its_path() {
    malformed(
        with("charges", json!([])),
        "tier: charges is empty: give at least one charge (a flat fee of 0 if it is free), or leave charges out when \
         there is no public price",
    );
    malformed(
        with("", json!("")),
        "\"\": there is no such field: use id, name, charges, discountPercent, monthlyMinimum, monthlyMaximum, \
         annualMaximum, annualPrice, termMonths, readCap, atCap, overage, eligibility, existingCustomersOnly, \
         indicativePrice, note",
    );
    malformed(
        charge(json!({ "model": "flat", "fee": "\u{202e}1" })),
        "charges[0].fee: `1` is not a price: write 0 to 1000000000000 (10^12) in digits, like 100 or 0.005, with at \
         most 12 decimal places",
    );
    malformed(with("charges", json!({})), "charges: an object stands here, but it should be a list");
    malformed(with("name", json!(" ")), "tier: name is empty: a tier has a name");
    malformed(with("name", json!(null)), "name: null stands here, but it should be a text");
    malformed(
        with("id", json!("a b")),
        "id: `a b` is not an identifier: use 1 to 48 letters, digits and single hyphens, like enterprise-small",
    );
    malformed(
        with("id", json!("a".repeat(1_000))),
        &format!(
            "id: the text “{}…” stands here, but it should be an identifier: letters, digits and single hyphens",
            "a".repeat(40)
        ),
    );
    malformed(
        with("discountPercent", json!(101)),
        "discountPercent: `101` is not a discount: write 0 to 100 percent in digits, like 12.5, with at most 4 decimal \
         places",
    );
    malformed(
        with("discountPercent", json!(null)),
        "discountPercent: null stands here, but it should be a number of percent",
    );
    malformed(with("termMonths", json!(121)), "termMonths: 121 months can't be priced: use 1 to 120");
    malformed(
        with("termMonths", json!("long")),
        "termMonths: the text “long” stands here, but it should be a number of months, or \"unknown\"",
    );
    malformed(with("readCap", json!(-1)), "readCap: -1 is negative: reads are 0 or more");
    malformed(with("readCap", json!(1.5)), "readCap: the number 1.5 stands here, but it should be a whole number");
    malformed(
        with("readCap", json!(u64::MAX)),
        "readCap: 18446744073709551615 is too many reads: at most 1000000000000000 (10^15) can be priced",
    );
    malformed(with("atCap", json!("stop")), "tier: readCap is missing: atCap and overage say what happens at it");
    malformed(
        with("atCap", json!("halt")),
        "atCap: the text “halt” stands here, but it should be one of stop, overage, contract, top-up",
    );
    malformed(
        with("existingCustomersOnly", json!("yes")),
        "existingCustomersOnly: the text “yes” stands here, but it should be true or false",
    );
    malformed(
        with("eligibility", json!([{ "usageTypes": ["hobby"], "access": "never" }])),
        "eligibility[0].access: the text “never” stands here, but it should be one of yes, apply, contract, poor-fit, \
         no, unknown",
    );
    malformed(
        with("eligibility", json!([{ "usageTypes": ["fun"], "access": "no" }])),
        "eligibility[0].usageTypes[0]: the text “fun” stands here, but it should be one of hobby, academic, \
         commercial-small, commercial-scale, public-utility, government-end-user, ai-training",
    );
    malformed(with("eligibility", json!([{ "usageTypes": ["hobby"] }])), "eligibility[0]: access is missing");
    malformed(
        with("eligibility", json!([{ "usageTypes": ["hobby", "hobby"], "access": "no" }])),
        "tier: eligibility names the usage type `hobby` twice: one rule must decide",
    );
    malformed(
        with("\u{202e}colour\n", json!("red")),
        "colour : there is no such field: use id, name, charges, discountPercent, monthlyMinimum, monthlyMaximum, \
         annualMaximum, annualPrice, termMonths, readCap, atCap, overage, eligibility, existingCustomersOnly, \
         indicativePrice, note",
    );
    let mut bounds = with("monthlyMinimum", json!("10"));
    bounds["monthlyMaximum"] = json!("9.99");
    malformed(bounds, "tier: monthlyMinimum is 10: it can't be more than monthlyMaximum, 9.99");
}

#[test]
fn paths_begin_where_the_tiers_stand() {
    bad(
        "5",
        "tiers: the number 5 stands here, but it should be a tier, a list of tiers, or an object with customTiers",
    );
    bad(r#"[{}, {"readCap": true}]"#, "tiers[1].readCap: true stands here, but it should be a whole number");
    bad(
        r#"{"customTiers": [{}, {"charges": [{"model": "perUnit", "unitPrice": 0.5}]}]}"#,
        "customTiers[1].charges[0].unitPrice: the number 0.5 stands here, but it should be a price as text, like \
         \"0.005\", or a whole number",
    );
    bad(r#"{"customTiers": {}}"#, "customTiers: an object stands here, but it should be a list of tiers");
    bad(r#"[{}, {"name": ""}]"#, "tiers[1]: name is empty: a tier has a name");
    bad_compact("(name:A)", "tiers: an object stands here, but it should be a list of tiers");
    bad_compact("!((),(readCap:a))", "tiers[1].readCap: the text “a” stands here, but it should be a whole number");
}

#[test]
fn what_belongs_to_price_books_is_left_out_and_said() {
    let text = json!({
        "priceBook": "2023-03", "reads": 5, "months": null, "": "",
        "customTiers": [
            { "id": "a", "evidence": { "price": "anything" }, "aside": null },
            { "id": "b", "aside": "an offer", "eligibility": [
                { "usageTypes": ["hobby"], "access": "no", "sources": [] },
                { "usageTypes": ["academic"], "access": "yes", "reason": "a campus licence", "sources": ["S01"] },
            ] },
        ],
    });
    let imported = tiers_from_json(&text.to_string()).expect("tiers");
    // serde_json sorts the keys.
    assert_eq!(
        imported.left_out,
        [
            "\"\"",
            "customTiers[0].evidence",
            "customTiers[1].aside",
            "customTiers[1].eligibility[1].sources",
            "priceBook",
            "reads"
        ]
    );
    assert_eq!(
        tiers_to_compact(&imported.tiers),
        "!((id:a),(id:b,eligibility:!((usageTypes:!(hobby),access:no),(usageTypes:!(academic),access:yes,\
         reason:a+campus+licence))))"
    );
    bad_compact("!((),(aside:x))", "tiers[1].aside: a tier of one’s own can’t have this");

    let book = catalogue().price_book("2023-03").expect("a price book");
    let listed = serde_json::to_string(&book.tiers).expect("JSON");
    let imported = tiers_from_json(&listed).expect("the listed tiers");
    assert!(imported.left_out.iter().any(|path| path == "tiers[0].evidence"), "{:?}", imported.left_out);
    let own = tiers_from_json(&tiers_to_json(&book.tiers)).expect("the listed tiers again");
    assert_eq!((own.tiers, own.left_out), (imported.tiers, Vec::new()));
}

#[test]
fn texts_are_plain_and_short() {
    let name = |name: &str| {
        let text = json!({ "name": name, "note": name }).to_string();
        let tier = tiers_from_json(&text).expect("a tier").tiers.remove(0);
        assert_eq!(tier.note.as_ref(), Some(&tier.name));
        tier.name.to_string()
    };
    assert_eq!(name("A\u{0}\u{1f}\u{7f}\u{9f}\u{200e}\u{200f}\u{202a}\u{202e}\u{2066}\u{2069}\u{61c}Z"), "AZ");
    assert_eq!(name("one\ntwo\tthree"), "one two three");
    assert_eq!(
        name("\u{20}\u{7e}\u{a0}\u{200d}\u{2029}\u{206a}漢🙂"),
        "\u{20}\u{7e}\u{a0}\u{200d}\u{2029}\u{206a}漢🙂"
    );
    bad("{\"name\": \"\\u202e\\u0000\"}", "tier: name is empty: a tier has a name");

    let longest = "ä".repeat(MAX_NAME_LENGTH);
    assert_eq!(name(&(longest.clone() + "\u{200e}")), longest);
    bad(&json!({ "name": longest + "ä" }).to_string(), "name: it has 81 characters, but at most 80 are kept");
    let longest = "ä".repeat(MAX_NOTE_LENGTH);
    let rule = json!([{ "usageTypes": [], "access": "no", "reason": longest }]);
    assert!(tiers_from_json(&json!({ "note": longest, "eligibility": rule }).to_string()).is_ok());
    let longer = longest + "ä";
    bad(&json!([{ "note": longer }]).to_string(), "tiers[0].note: it has 501 characters, but at most 500 are kept");
    bad(
        &json!({ "eligibility": [{ "usageTypes": [], "access": "no", "reason": longer }] }).to_string(),
        "eligibility[0].reason: it has 501 characters, but at most 500 are kept",
    );
}

#[test]
fn imported_tiers_have_distinct_ids() {
    assert_eq!(ids("[{}, {}, {}]"), ["custom", "custom-2", "custom-3"]);
    assert_eq!(ids(r#"[{}, {"id": "custom"}, {"id": "custom-2"}]"#), ["custom-3", "custom", "custom-2"]);
    assert_eq!(ids(r#"[{"id": "a"}, {"id": "a"}, {"id": "a-2"}, {"id": "a"}]"#), ["a", "a-3", "a-2", "a-4"]);
    assert_eq!(ids(r#"{"id": "mine"}"#), ["mine"]);
    assert_eq!(ids(r#"{"customTiers": [{}, {}]}"#), ["custom", "custom-2"]);
    let longest = format!("{}-b", "a".repeat(46));
    let twice = json!([{ "id": longest }, { "id": longest }]).to_string();
    assert_eq!(ids(&twice), [longest, format!("{}-2", "a".repeat(46))]);
    let compact = tiers_from_compact("!((id:a),(id:a))").expect("tiers");
    assert!(compact.iter().all(|tier| tier.id.as_str() == "a"), "a link says whose ids clash, it doesn't change them");
}

#[test]
fn the_compact_form_is_short() {
    let basic = legal(json!({
        "id": "basic", "name": "Basic", "charges": [{ "model": "flat", "fee": "100" }],
        "readCap": 10_000, "atCap": "stop",
    }));
    let written = tiers_to_compact(&[basic]);
    assert_eq!(written, "!((id:basic,name:Basic,charges:!((model:flat,fee:100)),readCap:10000))");
    let negotiated = legal(json!({
        "id": "negotiated", "name": "Negotiated (2026)",
        "charges": [{ "model": "graduated", "bands": [
            { "upTo": 1_000_000, "unitPrice": "0.005", "flatFee": "500" },
            { "upTo": 10_000_000, "unitPrice": "0.004" },
            { "unitPrice": "0.0025" },
        ] }],
        "discountPercent": "12.5", "termMonths": 24,
    }));
    let written = tiers_to_compact(&[negotiated]);
    assert_eq!(
        written,
        "!((id:negotiated,name:'Negotiated+(2026)',charges:!((model:graduated,bands:!((upTo:1000000,unitPrice:0.005,\
         flatFee:500),(upTo:10000000,unitPrice:0.004),(unitPrice:0.0025)))),discountPercent:12.5,termMonths:24))"
    );
    assert_eq!(written.len(), 210);
    let overage = legal(json!({
        "name": "7", "charges": [{ "model": "flat", "fee": "0" }], "readCap": 5,
        "overage": [{ "model": "package", "packageSize": 10, "packagePrice": "0.10", "includedReads": 3 }],
        "existingCustomersOnly": true, "termMonths": "unknown",
    }));
    assert_eq!(
        tiers_to_compact(&[overage]),
        "!((name:'7',charges:!((model:flat,fee:0)),termMonths:unknown,readCap:5,overage:!((model:package,packageSize:10,\
         packagePrice:0.1,includedReads:3)),existingCustomersOnly:!t))"
    );
}

#[test]
fn a_link_carries_tiers() {
    let link = "v2/given=1000*6,25000/usage=academic/tiers=!((name:A%2FB+=+1,charges:!((model:flat,fee:100))))/\
                prices=2026-08";
    let estimate = decode(link, catalogue()).expect("a link");
    assert_eq!(estimate.custom_tiers().first().map(|tier| &*tier.name), Some("A/B = 1"));
    assert_eq!(encode(&estimate), link);
}

#[test]
fn damaged_compact_texts_say_what_is_wrong() {
    bad_compact("", "character 1: a value should stand here, but the text ends");
    bad_compact("!(", "character 3: a value should stand here, but the text ends");
    bad_compact("!(()", "character 5: a comma or ) should stand here, but the text ends");
    bad_compact("!(())x", "character 6: the end of the text should stand here, but there is “x”");
    bad_compact("!((name))", "character 8: a colon after the key should stand here, but there is “)”");
    bad_compact("!((name:))", "character 9: a value should stand here, but there is “)”");
    bad_compact("!((name:A,name:B))", "character 11: the key “name” stands twice in one object");
    bad_compact("!((:A))", "character 4: a key should stand here, but there is “:”");
    bad_compact("!((name:'A))", "character 13: a closing quote should stand here, but the text ends");
    bad_compact("!((readCap:!x))", "character 13: n, t, f, ( or a number should stand here, but there is “x”");
    bad_compact("!((readCap:!))", "character 13: n, t, f, ( or a number should stand here, but there is “)”");
    bad_compact("!((readCap:!1e))", "character 13: n, t, f, ( or a number should stand here, but there is “1”");
    bad_compact("!((readCap:!1.5))", "tiers[0].readCap: the number 1.5 stands here, but it should be a whole number");
    bad_compact(
        "!((name:ä%C3%A4%2/))",
        "character 11: a percent-encoded character should stand here, but there is “%”",
    );
    bad_compact("!((name:%C3))", "character 9: what is percent-encoded here is no character");
    bad_compact("!((name:a/b))", "character 10: a percent-encoded character should stand here, but there is “/”");
    bad_compact("!((name:a b))", "character 10: a percent-encoded character should stand here, but there is “ ”");
}

#[test]
fn compact_texts_survive_what_programs_do_to_links() {
    let tier = legal(json!({ "name": "C++ & co. (100%), 'Ünï' a/b", "charges": [{ "model": "flat", "fee": "0.5" }] }));
    let written = tiers_to_compact(std::slice::from_ref(&tier));
    assert_eq!(
        written,
        "!((name:'C%2B%2B+%26+co.+(100%25),+''%C3%9Cn%C3%AF''+a%2Fb',charges:!((model:flat,fee:0.5))))"
    );
    let tiers = Ok(vec![tier]);
    assert_eq!(tiers_from_compact(&written.replace("%C3%9C", "Ü").replace("%C3%AF", "ï")), tiers);
    assert_eq!(tiers_from_compact(&written.replace('+', "%20")), tiers);
    assert_eq!(tiers_from_compact(&written.replace("%2B", "%2b").replace("%2F", "%2f")), tiers);
    let marks = [('!', "%21"), ('(', "%28"), (')', "%29"), ('\'', "%27"), (',', "%2C"), (':', "%3A")];
    let encoded = marks.into_iter().fold(written, |text, (mark, code)| text.replace(mark, code));
    assert_eq!(tiers_from_compact(&encoded), tiers);
}
