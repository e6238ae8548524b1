//! The schema of tiers: what is legal is read, what isn't is refused with field, value and rule.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::catalogue;
use quota_calculator::pricing::{
    Access, AtCap, Catalogue, Discount, Estimate, EstimateError, Growth, Identifier, Line, Months, PackageSize, Period,
    Price, PriceBook, Reads, RereadFactor, Source, Term, Tier, Usage, UsageError, UsageType, Volume,
};
use serde_json::{Value, json};

fn tier(fields: Value) -> Result<Tier, String> {
    serde_json::from_value(fields).map_err(|error| error.to_string())
}

fn legal(fields: Value) -> Tier {
    tier(fields).expect("a legal tier")
}

fn reads(count: u64) -> Reads {
    Reads::new(count).expect("reads")
}

#[track_caller]
fn refused(fields: Value, reason: &str) {
    assert_eq!(tier(fields), Err(reason.to_owned()));
}

/// A tier with one charge.
fn charge(charge: Value) -> Value {
    json!({ "charges": [charge] })
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
    refused(bands(json!([])), "there are no bands: a schedule has at least one");
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
fn a_bill_applies_its_rules_in_order() {
    let tier = legal(json!({
        "charges": [{ "model": "flat", "fee": "100" }, { "model": "perUnit", "unitPrice": "1", "includedReads": 10 }],
        "discountPercent": "50", "monthlyMinimum": "60", "monthlyMaximum": "80", "readCap": 30,
        "overage": [{ "model": "perUnit", "unitPrice": "3" }],
    }));
    let lines = |count| {
        let bill = tier.bill(reads(count)).expect("an amount").expect("a price");
        let amounts: Vec<_> = bill.lines().iter().map(|line| line.amount().to_string()).collect();
        format!("{} = {}", amounts.join(" "), bill.exact())
    };
    assert_eq!(lines(0), "100 0 -50 10 = 60", "no reads, no included line, up to the minimum");
    assert_eq!(lines(20), "100 0 10 -55 5 = 60");
    assert_eq!(lines(30), "100 0 20 -60 = 60", "exactly the minimum");
    assert_eq!(lines(34), "100 0 20 0 12 -66 = 66", "four reads of overage");
    assert_eq!(lines(44), "100 0 20 0 42 -81 -1 = 80", "fourteen, and down to the maximum");
    let bill = tier.bill(reads(44)).expect("an amount").expect("a price");
    assert!(matches!(bill.lines().last(), Some(Line::MonthlyMaximum { .. })));
    assert_eq!(tier.limit(), None, "overage never stops");
    assert_eq!(tier.cap().map(|cap| cap.reads), Some(reads(30)));
}

#[test]
fn an_annual_maximum_and_a_term_shape_the_total() {
    let cost = |fields: Value, months: Vec<u64>| {
        let mut fields = fields;
        fields["id"] = json!("mine");
        let usage = Usage::given(months.into_iter().map(reads).collect()).expect("months");
        let estimate = Estimate::new(usage, UsageType::Hobby, catalogue().default_price_book());
        let estimate = estimate.with_custom_tiers(vec![legal(fields)]).expect("a tier");
        let assessment = quota_calculator::pricing::assess(catalogue(), &estimate).expect("an answer");
        let answer = assessment.tiers.into_iter().find(|answer| answer.tier.id.as_str() == "mine").expect("the tier");
        answer.cost.expect("a cost")
    };
    let limited = json!({ "charges": [{ "model": "perUnit", "unitPrice": "1" }], "annualMaximum": "100" });
    let amounts = |cost: &quota_calculator::pricing::Cost| {
        cost.months.iter().map(|month| month.amount.to_string()).collect::<Vec<_>>().join(" ")
    };
    let year = cost(limited.clone(), vec![30; 13]);
    assert_eq!(amounts(&year), "30 30 30 10 0 0 0 0 0 0 0 0 30", "the thirteenth month begins a new year");
    assert_eq!(
        (year.annual.map(|it| it.to_string()), year.total.to_string()),
        (Some("100".to_owned()), "130".to_owned())
    );
    let first = cost(limited, vec![150]);
    assert_eq!((first.monthly.to_string(), first.annual), ("100".to_owned(), None), "one month is no year");

    let term = json!({ "charges": [{ "model": "flat", "fee": "10" }, { "model": "perUnit", "unitPrice": "1" }], "termMonths": 4 });
    assert_eq!(amounts(&cost(term.clone(), vec![5, 5])), "15 15 10 10", "the rest of the term is paid without reads");
    assert_eq!(amounts(&cost(term, vec![5; 5])), "15 15 15 15 15");
    let billed = json!({ "charges": [{ "model": "flat", "fee": "10" }], "annualPrice": "100" });
    assert_eq!(cost(billed, vec![1]).annual_billed.map(|it| it.to_string()).as_deref(), Some("100"));
}

#[test]
fn usage_grows_from_the_first_month() {
    let growing = |first: u64, growth: &str, months: i128| {
        let volume = Volume::new(reads(first), Period::Month).expect("a volume");
        let months = Months::try_from(months).expect("months");
        Usage::growing(volume, growth.parse().expect("a growth"), months)
            .map(|usage| usage.months().iter().map(|month| month.get()).collect::<Vec<_>>())
    };
    assert_eq!(growing(100, "10", 5), Ok(vec![100, 110, 121, 133, 146]), "146.41 rounds down, 133.1 too");
    assert_eq!(growing(1, "1", 3), Ok(vec![1, 1, 1]), "roundings don't add up");
    assert_eq!(growing(5, "50", 3), Ok(vec![5, 8, 11]), "7.5 rounds up, 11.25 down");
    assert_eq!(growing(100, "-50", 4), Ok(vec![100, 50, 25, 13]));
    assert_eq!(growing(100, "-100", 3), Ok(vec![100, 0, 0]));
    assert_eq!(growing(100, "0", 2), Ok(vec![100, 100]));
    assert_eq!(growing(Reads::MAX.get(), "0.0001", 2), Err(UsageError::Outgrown { month: 2 }));
    assert_eq!(growing(1, "1000", 120), Err(UsageError::Outgrown { month: 16 }));
    assert_eq!(Usage::given(vec![]), Err(UsageError::MonthCount { count: 0 }));
    assert_eq!(Usage::given(vec![Reads::ZERO; 121]), Err(UsageError::MonthCount { count: 121 }));
    assert_eq!(Usage::given(vec![Reads::ZERO; 120]).map(|usage| usage.month_count()), Ok(Months::MAX));
}

#[test]
fn the_year_goes_on_as_the_months_began() {
    let volume = Volume::monthly(reads(100));
    let months = Months::try_from(3).expect("months");
    let year = |usage: Usage| usage.year().map(|year| year.iter().map(|month| month.get()).collect::<Vec<_>>());
    assert_eq!(year(Usage::constant(volume, months)), Some(vec![100; 12]));
    let doubling = Usage::growing(volume, "100".parse().expect("a growth"), months).expect("usage");
    assert_eq!(year(doubling).and_then(|year| year.last().copied()), Some(204_800));
    assert_eq!(year(Usage::given(vec![reads(1); 3]).expect("usage")), None);
    assert_eq!(year(Usage::given((1..=14).map(reads).collect()).expect("usage")), Some((1..=12).collect()));
}

#[test]
fn an_estimate_refuses_what_it_cannot_hold() {
    let estimate = || Estimate::starting(catalogue());
    let own = |id: &str| legal(json!({ "id": id, "charges": [{ "model": "flat", "fee": "1" }] }));
    let twice = estimate().with_custom_tiers(vec![own("mine"), own("mine")]);
    assert_eq!(twice, Err(EstimateError::TierTwice(Identifier::new("mine").expect("an id"))));
    assert!(estimate().with_custom_tiers(vec![own("basic")]).is_err(), "the id of a listed tier");
    let many = |count: usize| (0..count).map(|place| own(&format!("t{place}"))).collect::<Vec<_>>();
    assert!(estimate().with_custom_tiers(many(100)).is_ok());
    assert_eq!(estimate().with_custom_tiers(many(101)), Err(EstimateError::TooManyTiers { count: 101 }));
    let factor: RereadFactor = "1.5".parse().expect("a factor");
    let reread = |count: u64| {
        let usage = Usage::given(vec![reads(count)]).expect("usage");
        let estimate = Estimate::new(usage, UsageType::Hobby, catalogue().default_price_book());
        estimate.with_reread_factor(factor).map(|estimate| estimate.peak().get())
    };
    assert_eq!(reread(3), Ok(5), "4.5 reads need 5");
    assert_eq!(reread(4), Ok(6));
    assert_eq!(reread(Reads::MAX.get()), Err(EstimateError::TooManyReads { month: 1, factor }));
    let estimate = estimate().with_reread_factor(factor).expect("an estimate");
    assert_eq!(estimate.year().map(|year| year[11].get()), Some(3_000_000), "the year is read again too");
}

#[test]
fn an_annual_maximum_that_is_just_reached_takes_nothing_off() {
    let tier = json!({ "charges": [{ "model": "flat", "fee": "100" }], "annualMaximum": "100", "id": "mine" });
    let usage = Usage::given(vec![Reads::ZERO]).expect("usage");
    let estimate = Estimate::new(usage, UsageType::Hobby, catalogue().default_price_book());
    let estimate = estimate.with_custom_tiers(vec![legal(tier)]).expect("a tier");
    let assessment = quota_calculator::pricing::assess(catalogue(), &estimate).expect("an answer");
    let answer = assessment.tiers.iter().find(|answer| answer.tier.id.as_str() == "mine").expect("the tier");
    assert_eq!(answer.cost.as_ref().expect("a cost").bill.lines().len(), 1);
}

#[test]
fn a_catalogue_fits_together() {
    let books = || catalogue().price_books().to_vec();
    let sources = || catalogue().sources().to_vec();
    let refused = |books: Vec<PriceBook>, sources: Vec<Source>| {
        Catalogue::new(books, sources).map(|_| ()).expect_err("files that don't fit together").to_string()
    };
    assert_eq!(Catalogue::new(books(), sources()).as_ref(), Ok(catalogue()));
    let reversed = Catalogue::new(books().into_iter().rev().collect(), sources());
    assert_eq!(reversed.as_ref(), Ok(catalogue()), "the books are sorted by day");
    let twice = [sources(), sources()].concat();
    assert_eq!(refused(books(), twice), "the source id `S01` stands twice: ids are unique");
    let twice = [books(), books()].concat();
    assert_eq!(refused(twice, sources()), "the price book id `free-era` stands twice: ids are unique");
    assert_eq!(
        refused(books(), sources().split_off(1)),
        "price book `2023-03`: the source `S01` is not in sources.toml"
    );
    for (missing, place) in [("free-era", 0), ("2023-03", 1)] {
        let mut fewer = books();
        fewer.remove(place);
        assert_eq!(
            refused(fewer, sources()),
            format!("the price book `{missing}` is missing: the calculator needs it")
        );
    }
    let without_sources = |pointer: &str| {
        let mut book = serde_json::to_value(&catalogue().price_books()[0]).expect("JSON");
        *book.pointer_mut(pointer).expect("a list of sources") = json!([]);
        let mut changed = books();
        changed[0] = serde_json::from_value(book).expect("a price book");
        refused(changed, sources())
    };
    let said = "price book `free-era`: a list of sources is empty, but every figure has at least one source";
    assert_eq!(without_sources("/evidence/sources"), said);
    assert_eq!(without_sources("/tiers/0/evidence/price/sources"), said);
    assert_eq!(without_sources("/tiers/0/evidence/readCap/sources"), said);
}

#[test]
fn a_price_book_obeys_its_rules() {
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut book = serde_json::to_value(catalogue().default_price_book()).expect("JSON");
        change(&mut book);
        serde_json::from_value::<PriceBook>(book).expect_err("a bad price book").to_string()
    };
    assert_eq!(refused(&|book| book["tiers"] = json!([])), "tiers is empty: a price book lists at least one tier");
    assert_eq!(
        refused(&|book| book["until"] = json!("2023-03-28")),
        "until is 2023-03-28: it can't be before from, 2023-03-29"
    );
    assert_eq!(
        refused(&|book| book["tiers"][1]["id"] = json!("free")),
        "the tier id `free` stands twice: ids are unique in a price book"
    );
    assert_eq!(
        refused(&|book| book["tiers"][1]["id"] = json!("custom")),
        "a tier has no id: every listed tier has one"
    );
    assert_eq!(
        refused(&|book| book["tiers"][1]["evidence"] = json!(null)),
        "tier `basic` has no evidence: every listed figure has a source"
    );
    let one_day = json!("2023-03-29");
    let mut book = serde_json::to_value(catalogue().default_price_book()).expect("JSON");
    book["until"] = one_day;
    assert!(serde_json::from_value::<PriceBook>(book).is_ok(), "a price book may last a day");
}

#[test]
fn tiers_that_stand_aside_are_listed_but_not_compared() {
    let free_era = catalogue().free_era();
    assert_eq!((free_era.tiers.len(), free_era.compared().count()), (6, 3));
    assert!(free_era.tier("v11-standard-search").is_some_and(|tier| tier.aside.is_some()));
    assert!(free_era.tier("nothing").is_none());
}

#[test]
fn a_month_without_reads_shows_only_what_it_owes() {
    let bands = json!([{ "upTo": 10, "unitPrice": "1", "flatFee": "2" }, { "unitPrice": "1", "flatFee": "3" }]);
    for model in ["graduated", "volume"] {
        let tier = legal(charge(json!({ "model": model, "bands": bands, "includedReads": 5 })));
        let count = |reads_count| {
            let bill = tier.bill(reads(reads_count)).expect("an amount").expect("a price");
            bill.lines().len()
        };
        assert_eq!(count(0), 1, "the first band's fee");
        assert_eq!(count(5), 2, "the included reads and the fee");
        assert_eq!(count(6), 3, "and one read that is charged");
    }
    let each = legal(charge(json!({ "model": "perUnit", "unitPrice": "1" })));
    assert_eq!(each.bill(Reads::ZERO).expect("an amount").expect("a price").exact().to_string(), "0");
}

#[test]
fn a_maximum_that_is_just_reached_takes_nothing_off() {
    let tier = legal(json!({ "charges": [{ "model": "flat", "fee": "80" }], "monthlyMaximum": "80" }));
    assert_eq!(tier.bill(Reads::ZERO).expect("an amount").expect("a price").lines().len(), 1);
}

#[test]
fn what_was_not_given_is_not_written() {
    let fields = json!({ "id": "mine", "name": "Mine", "charges": [{ "model": "flat", "fee": "1" }] });
    assert_eq!(serde_json::to_value(legal(fields.clone())).expect("JSON"), fields);
}
