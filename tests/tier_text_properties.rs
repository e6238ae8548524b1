//! Tiers as text, whatever they are: our own reader and writer agree with serde, and no text upsets them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod tiers;

use proptest::prelude::*;
use quota_calculator::pricing::{Reads, Tier, UsageType};
use quota_calculator::tier_text::{Imported, tiers_from_compact, tiers_from_json, tiers_to_compact, tiers_to_json};
use serde_json::{Value, json};
use tiers::{legal, tier};

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!()*',;:@$=+%";

fn price() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("0")),
        Just(json!("1000000000000")),
        Just(json!("0.000000000001")),
        (0..100_000_u32).prop_map(|whole| json!(whole)),
        (0..1_000_u32).prop_map(|cents| json!(format!("{}.{:02}", cents / 100, cents % 100))),
        (0..1_000_000_000_000_u64, 0..1_000_000_000_000_u64)
            .prop_map(|(whole, rest)| json!(format!("{whole}.{rest:012}"))),
    ]
}

fn count() -> impl Strategy<Value = u64> {
    prop_oneof![0..100_u64, 0..=Reads::MAX.get()]
}

fn bands() -> impl Strategy<Value = Value> {
    let fee = prop::option::of(price());
    (prop::collection::btree_set(1..1_000_u64, 0..4), prop::collection::vec((price(), fee), 5)).prop_map(
        |(ends, prices)| {
            let ends = ends.into_iter().map(Some).chain([None]);
            let bands = ends.zip(prices).map(|(end, (unit, fee))| {
                let mut band = json!({ "upTo": end, "unitPrice": unit });
                if let Some(fee) = fee {
                    band["flatFee"] = fee;
                }
                band
            });
            bands.collect()
        },
    )
}

fn charges() -> impl Strategy<Value = Value> {
    let one = prop_oneof![
        price().prop_map(|fee| json!({ "model": "flat", "fee": fee })),
        (price(), count())
            .prop_map(|(price, reads)| json!({ "model": "perUnit", "unitPrice": price, "includedReads": reads })),
        (1..1_000_u64, price(), prop::option::of(count())).prop_map(|(size, price, reads)| {
            json!({ "model": "package", "packageSize": size, "packagePrice": price, "includedReads": reads })
        }),
        bands().prop_map(|bands| json!({ "model": "graduated", "bands": bands })),
        (bands(), count())
            .prop_map(|(bands, reads)| json!({ "model": "volume", "bands": bands, "includedReads": reads })),
    ];
    prop::collection::vec(one, 1..3).prop_map(Value::from)
}

fn text() -> impl Strategy<Value = Value> {
    prop_oneof!["[ -~]{0,30}", "\\PC{0,30}", "[0-9]{1,3}", Just(" ".to_owned())].prop_map(Value::from)
}

fn eligibility() -> impl Strategy<Value = Value> {
    let access = prop::sample::select(vec!["yes", "apply", "contract", "poor-fit", "no", "unknown"]);
    let rules = prop::collection::vec((0..3_usize, access, prop::option::of(text())), 0..4);
    (Just(UsageType::ALL.map(UsageType::id).to_vec()).prop_shuffle(), rules).prop_map(|(usage_types, rules)| {
        let mut usage_types = usage_types.into_iter();
        let rule = |(count, access, reason): (usize, &str, Option<Value>)| {
            let usage_types: Vec<_> = usage_types.by_ref().take(count).collect();
            json!({ "usageTypes": usage_types, "access": access, "reason": reason })
        };
        rules.into_iter().map(rule).collect()
    })
}

fn cap() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let at_cap = prop::sample::select(vec![None, Some("stop"), Some("contract"), Some("top-up")]);
    prop_oneof![
        Just(Vec::new()),
        (count(), at_cap).prop_map(|(reads, at_cap)| vec![("readCap", json!(reads)), ("atCap", json!(at_cap))]),
        (count(), charges()).prop_map(|(reads, charges)| vec![("readCap", json!(reads)), ("overage", charges)]),
        count().prop_map(|reads| vec![("readCap", json!(reads)), ("overage", json!([]))]),
    ]
}

/// The fields of a legal tier, without an id.
fn fields() -> impl Strategy<Value = Value> {
    let cents = (0..100_000_u32).prop_map(|cents| json!(format!("{}.{:02}", cents / 100, cents % 100)));
    let term = prop_oneof![Just(json!("unknown")), (1..=120_u8).prop_map(|months| json!(months))];
    let discount = prop_oneof![
        (0..=100_u8).prop_map(|percent| json!(percent)),
        (0..=1_000_000_u32).prop_map(|parts| json!(format!("{}.{:04}", parts / 10_000, parts % 10_000))),
        (0..=200_u8).prop_map(|halves| json!(f64::from(halves) / 2.0)),
    ];
    let optional = (
        prop::option::of("\\PC{0,39}[!-~]\\PC{0,39}".prop_map(Value::from)),
        prop::option::of(charges()),
        prop::option::of(discount),
        prop_oneof![price().prop_map(|it| ("monthlyMinimum", it)), price().prop_map(|it| ("monthlyMaximum", it))],
        prop::option::of(cents),
        prop::option::of(price()),
        prop::option::of(term),
        prop::option::of(eligibility()),
        prop::option::of(any::<bool>().prop_map(Value::from)),
        prop::option::of(price()),
        prop::option::of(text()),
    );
    (optional, cap()).prop_map(|(optional, cap)| {
        let (name, charges, discount, (bound, amount), annual_maximum, annual, term, rules, existing, indicative, note) =
            optional;
        let mut fields = json!({});
        let given = [
            ("name", name),
            ("charges", charges),
            ("discountPercent", discount),
            (bound, Some(amount)),
            ("annualMaximum", annual_maximum),
            ("annualPrice", annual),
            ("termMonths", term),
            ("eligibility", rules),
            ("existingCustomersOnly", existing),
            ("indicativePrice", indicative),
            ("note", note),
        ];
        for (key, value) in given {
            if let Some(value) = value {
                fields[key] = value;
            }
        }
        for (key, value) in cap {
            fields[key] = value;
        }
        fields
    })
}

/// Legal tiers with distinct ids, the first of which may be missing.
fn tiers() -> impl Strategy<Value = Vec<Tier>> {
    (prop::collection::vec(fields(), 0..4), any::<bool>()).prop_map(|(tiers, has_unnamed)| {
        let named = |(place, mut fields): (usize, Value)| {
            if place > 0 || !has_unnamed {
                fields["id"] = json!(format!("tier-{place}"));
            }
            legal(fields)
        };
        tiers.into_iter().enumerate().map(named).collect()
    })
}

/// Values of which each is wrong in most places.
fn odd() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(121),
        json!(0.5),
        json!(1.0),
        json!(1_000_000_000_000_001_u64),
        json!(u64::MAX),
        json!(""),
        json!("1"),
        json!("0.50"),
        json!("-1"),
        json!("1e3"),
        json!("unknown"),
        json!("overage"),
        json!("flat"),
        json!("volume"),
        json!("hobby"),
        json!([]),
        json!({}),
        json!([null]),
        json!([{}]),
        json!([{ "model": "flat", "fee": 1 }]),
    ])
}

/// Where every value in `value` stands, as JSON pointers.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{here}/{index}"), all);
            }
        }
        Value::Object(pairs) => {
            for (key, value) in pairs {
                pointers(value, &format!("{here}/{key}"), all);
            }
        }
        _ => {}
    }
}

/// One thing changed: a value replaced, a key taken away or added.
fn damaged(mut fields: Value, place: prop::sample::Index, key: &str, odd: Value, replaces: bool) -> Value {
    let mut all = Vec::new();
    pointers(&fields, "", &mut all);
    let pointer = place.get(&all).clone();
    if replaces {
        if let Some(value) = fields.pointer_mut(&pointer) {
            *value = odd;
        }
        return fields;
    }
    if let Some(Value::Object(pairs)) = fields.pointer_mut(&pointer) {
        pairs.insert(key.to_owned(), odd);
    } else if let Some((parent, key)) = pointer.rsplit_once('/')
        && let Some(Value::Object(pairs)) = fields.pointer_mut(parent)
    {
        pairs.remove(key);
    }
    fields
}

proptest! {
    #[test]
    fn json_is_what_serde_writes_and_reads(tiers in tiers()) {
        let written = tiers_to_json(&tiers);
        prop_assert_eq!(&written, &serde_json::to_string_pretty(&tiers).expect("JSON"));
        prop_assert_eq!(&serde_json::from_str::<Vec<Tier>>(&written).expect("tiers"), &tiers);
        prop_assert_eq!(tiers_from_json(&written), Ok(Imported { tiers, left_out: Vec::new() }));
    }

    #[test]
    fn compact_is_read_back(tiers in tiers()) {
        let written = tiers_to_compact(&tiers);
        prop_assert!(written.chars().all(|c| ALPHABET.contains(c)), "{}", written);
        prop_assert!(written.len() <= tiers_to_json(&tiers).len() * 3);
        prop_assert_eq!(tiers_from_compact(&written), Ok(tiers));
    }

    #[test]
    fn serde_and_this_module_take_the_same(
        fields in fields(),
        place in any::<prop::sample::Index>(),
        key in prop::sample::select(vec![
            "id", "name", "charges", "readCap", "atCap", "overage", "fee", "model", "includedReads", "upTo", "flatFee",
            "usageTypes", "reason", "note", "colour", "",
        ]),
        odd in odd(),
        replaces in any::<bool>(),
    ) {
        let fields = damaged(fields, place, key, odd, replaces);
        let ours = tiers_from_json(&fields.to_string()).map(|imported| imported.tiers);
        // A list of tiers is one to us only.
        prop_assume!(!fields.is_array());
        match tier(fields) {
            Ok(tier) => prop_assert_eq!(ours, Ok(vec![tier])),
            Err(error) => prop_assert!(ours.is_err(), "serde says: {}", error),
        }
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in prop_oneof![any::<String>(), "[\\[\\]{}\":,a0.e\\\\u+ -]{0,60}", "[!()':,a0.%A+]{0,60}"],
    ) {
        let _ = tiers_from_json(&text);
        let _ = tiers_from_compact(&text);
    }

    #[test]
    fn a_text_cut_off_is_refused_and_a_damaged_one_may_be(
        tiers in tiers(),
        place in any::<prop::sample::Index>(),
        odd in any::<char>(),
    ) {
        for written in [tiers_to_json(&tiers), tiers_to_compact(&tiers)] {
            let mut characters: Vec<char> = written.chars().collect();
            let place = place.index(characters.len());
            let start: String = characters[..place].iter().collect();
            prop_assert!(tiers_from_json(&start).is_err());
            prop_assert!(tiers_from_compact(&start).is_err());
            characters[place] = odd;
            let damaged: String = characters.into_iter().collect();
            let _ = tiers_from_json(&damaged);
            let _ = tiers_from_compact(&damaged);
        }
    }
}
