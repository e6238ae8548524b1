//! The links that stand for quotes: they open to the same quote, or say what is wrong with them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod sample_quotes;

use proptest::prelude::*;
use quota_calculator::catalogue;
use quota_calculator::pricing::{Estimate, Months, Period, Tier, Usage, UsageType, Volume};
use quota_calculator::quote::link::{self, MOST, MOST_UNSIGNED, QuoteLinkError, decode, encode};
use quota_calculator::quote::{
    Billing, OneOffItem, PriceBookDigest, PublicKey, Quotation, Quote, QuoteFields, QuoteNumber, QuoteOption, Revision,
    Seal, Signature,
};
use quota_calculator::text::{MultiLine, OneLine};
use sample_quotes::{id, line, posts, quote, totals};

/// Quotes name the price book that they were made with, so what a published one charges doesn't change unnoticed: a
/// correction changes its digest here, and the page then says so under every earlier quote.
#[test]
fn published_price_books_charge_what_they_did() {
    let digests = catalogue().price_books().iter().map(|book| format!("{} {}", book.id, PriceBookDigest::of(book)));
    assert_eq!(digests.collect::<Vec<_>>(), DIGESTS);
}

const DIGESTS: [&str; 8] = [
    "free-era 9668fb540af2",
    "2023-03 72010f347a3b",
    "2023-05 ed2f8440fcbb",
    "2024-10 530f2086611a",
    "2026-02 9215e33d937d",
    "2026-04 86a3a07b39cc",
    "2026-06 b4b3b8672807",
    "2026-08 8864c50bc072",
];

/// The longest texts that any field takes, of characters that take one byte each.
fn largest() -> Quote {
    let full = |most: usize| "x".repeat(most);
    quote(|fields| {
        fields.number = QuoteNumber::new(&full(20)).expect("a number");
        fields.revision = Revision::new(255).expect("a revision");
        fields.replaces = Revision::new(254);
        fields.customer = line(&full(50));
        fields.prepared_by = line(&full(50));
        fields.contact = line(&full(60));
        let option = |tier| QuoteOption {
            tier: id(tier),
            discount_percent: "12.3456".parse().expect("a discount"),
            reason: line(&full(40)),
            billing: Billing::Annual,
        };
        fields.options = vec![option("enterprise-small"), option("enterprise-medium"), option("enterprise-large")];
        fields.recommended = Some(2);
        let item = || OneOffItem { label: line(&full(40)), amount: "999999999999.99".parse().expect("a price") };
        fields.items = vec![item(), item(), item(), item()];
        fields.notes = MultiLine::new(&full(200)).expect("notes");
        fields.terms = MultiLine::new(&full(250)).expect("terms");
        fields.is_offer = true;
    })
}

#[test]
fn the_largest_plain_quote_fits_its_link() {
    let largest = largest();
    let link = encode(&largest, Some(&seal()));
    assert!(link.len() <= MOST, "{} characters", link.len());
    assert_eq!(decode(&link, catalogue()).map(|opened| opened.quote), Ok(largest));
}

fn seal() -> Seal {
    Seal { key: PublicKey::from_bytes([7; 32]), signature: Signature::from_bytes([9; 64]) }
}

#[test]
fn a_seal_goes_with_the_link_and_says_what_was_signed() {
    let quote = quote(|_| {});
    let opened = decode(&encode(&quote, Some(&seal())), catalogue()).expect("a quote");
    assert_eq!((opened.seal, opened.signed), (Some(seal()), link::message(&quote)));
    let unsigned = decode(&encode(&quote, None), catalogue()).expect("a quote");
    assert_eq!((unsigned.seal, unsigned.signed), (None, link::message(&quote)));
    assert!(unsigned.is_price_book_same);
}

#[track_caller]
fn link_case(fragment: &str, message: &str) {
    assert_eq!(decode(fragment, catalogue()).expect_err("this should be refused").to_string(), message);
}

#[test]
fn damaged_links_say_which_damage() {
    let cut_off =
        "its end is missing: a mail or chat program may have cut it off, so ask for it again or copy all of it";
    let altered = "it was altered on its way: its checksum doesn’t fit, so nothing in it can be trusted";
    let newer =
        |version| format!("its version is {version}, which this calculator doesn’t know; a newer one may have made it");
    let link = encode(&quote(|_| {}), None);
    link_case("q1/", cut_off);
    link_case("q1", cut_off);
    link_case(&link[..link.len() - 1], cut_off);
    link_case(&link[..20], cut_off);
    link_case(&format!("{link}A"), altered);
    link_case(&format!("{link}.A"), altered);
    link_case(&format!("{}.", &link[..20]), altered);
    link_case("q1/!", altered);
    link_case("q2/AAAA", &newer("q2"));
    link_case("q999", &newer("q999"));
    link_case(&"q1/".repeat(700), "it is 2100 characters long, and the link of a quote has at most 2000");
    for other in ["", "v1/reads=5", "q", "qq1/", "Q1/AAAA", "quote"] {
        link_case(other, "it doesn’t begin like the link of a quote, with q1");
    }
}

#[test]
fn the_links_of_all_versions_open_forever() {
    for (number, row) in include_str!("old-quote-links.txt").lines().enumerate().filter(|(_, row)| row.starts_with('q'))
    {
        let (link, expected) = row.split_once(' ').expect("a link and what it says");
        let opened = decode(link, catalogue()).unwrap_or_else(|error| panic!("line {}: {error}", number + 1));
        let quote = &opened.quote;
        let total = totals(quote).total;
        let said = format!("{} for {}: {total}", quote.title(), quote.customer);
        assert_eq!(said, expected, "line {}", number + 1);
    }
}

fn one_line<const MOST: usize>() -> impl Strategy<Value = OneLine<MOST>> {
    "[ -~]{0,8}[a-zäß研\u{202e} ]{0,8}[ -~]{0,8}".prop_map(|text| {
        let text: String = text.chars().take(MOST).collect();
        OneLine::new(&text).expect("a short text")
    })
}

prop_compose! {
    fn options(ids: &'static [&'static str])(
        tier in prop::sample::select(ids),
        percent in 0..=1_000_000_u32,
        reason in one_line(),
        is_annual: bool,
    ) -> QuoteOption {
        let discount_percent = format!("{}.{:04}", percent / 10_000, percent % 10_000).parse().expect("a discount");
        let billing = if is_annual { Billing::Annual } else { Billing::Monthly };
        QuoteOption { tier: id(tier), discount_percent, reason, billing }
    }
}

prop_compose! {
    fn items()(label in "[a-z]{1,30}", cents in 0..=100_000_000_u64) -> OneOffItem {
        OneOffItem { label: line(&label), amount: format!("{}.{:02}", cents / 100, cents % 100).parse().expect("a price") }
    }
}

prop_compose! {
    fn quotes()(
        number in "[A-Za-z0-9./_-]{1,20}",
        (revision, replaces) in (1..=255_u64, prop::option::of(1..=254_u64)),
        (customer, prepared_by, contact) in (one_line(), one_line(), one_line()),
        (issued, valid) in (prop::option::of(0..30_000_u64), 0..30_000_u64),
        (volume, period) in (0..1_000_000_000_u64, prop::sample::select(Period::ALL.to_vec())),
        usage_type in prop::sample::select(UsageType::ALL.to_vec()),
        years in 1..=10_i128,
        own in prop::option::of(0..1_000_000_u64),
        options in prop::collection::vec(options(&["basic", "enterprise-small", "own"]), 1..=3),
        items in prop::collection::vec(items(), 0..=4),
        recommended in prop::option::of(0..3_usize),
        (notes, terms) in ("[ -~\n]{0,100}", "[ -~\n]{0,100}"),
        is_offer: bool,
    ) -> Quote {
        let revision = Revision::new(revision).expect("a revision");
        let valid_until = Quote::FIRST_DAY + chrono::Days::new(valid);
        let usage = Usage::constant(
            Volume::new(posts(volume), period).expect("a volume"),
            Months::try_from(years * 12).expect("months"),
        );
        let estimate = Estimate::new(usage, usage_type, catalogue().default_price_book());
        let fee = own.unwrap_or(5).to_string();
        let own = Tier::new(serde_json::from_value(serde_json::json!({
            "id": "own", "name": "Own tier", "charges": [{ "model": "flat", "fee": fee }],
        })).expect("fields")).expect("a tier");
        Quote::new(QuoteFields {
            number: QuoteNumber::new(&number).expect("a number"),
            replaces: replaces.and_then(Revision::new).filter(|replaced| *replaced < revision),
            revision,
            customer, prepared_by, contact,
            issued: issued.map(|days| Quote::FIRST_DAY + chrono::Days::new(days)).filter(|day| *day <= valid_until),
            valid_until,
            estimate: estimate.with_custom_tiers(vec![own]).expect("an estimate"),
            recommended: recommended.filter(|place| *place < options.len()),
            options, items,
            notes: MultiLine::new(&notes).expect("notes"),
            terms: MultiLine::new(&terms).expect("terms"),
            is_offer,
        }).expect("a quote")
    }
}

proptest! {
    #[test]
    fn any_quote_goes_through_its_link(quote in quotes(), is_signed: bool) {
        let seal = is_signed.then(seal);
        let link = encode(&quote, seal.as_ref());
        let most = if is_signed { MOST } else { MOST_UNSIGNED };
        prop_assert!(link.len() <= most);
        let opened = decode(&link, catalogue());
        prop_assert_eq!(opened.as_ref().map(|opened| (&opened.quote, opened.seal)), Ok((&quote, seal)));
    }

    #[test]
    fn any_text_is_read_or_refused(text in prop_oneof![any::<String>(), "q1/[A-Za-z0-9_-]{0,80}", "q[0-9]{1,3}/.{0,9}"]) {
        let _ = decode(&text, catalogue());
    }

    #[test]
    fn a_link_that_was_cut_off_says_so(quote in quotes(), place: prop::sample::Index) {
        let link = encode(&quote, None);
        // At least the version and the length are there.
        let kept = 8 + place.index(link.len() - 8);
        prop_assert_eq!(decode(&link[..kept], catalogue()), Err(QuoteLinkError::CutOff));
    }

    #[test]
    fn a_link_with_another_character_is_never_another_quote(quote in quotes(), place: prop::sample::Index, other in "[A-Za-z0-9_-]") {
        let link = encode(&quote, None);
        let place = 3 + place.index(link.len() - 3);
        let mut altered = link.clone();
        altered.replace_range(place..=place, &other);
        if altered != link {
            prop_assert!(decode(&altered, catalogue()).is_err());
        }
    }

    #[test]
    fn every_amount_adds_up(quote in quotes()) {
        let quotation = Quotation::as_quoted(catalogue(), &quote).expect("amounts");
        for totals in quotation.options.iter().filter_map(|option| option.totals.as_ref()) {
            prop_assert_eq!(totals.list.plus(totals.discount), Ok(totals.recurring));
            prop_assert_eq!(totals.recurring.plus(quotation.one_off), Ok(totals.total));
            let months: usize = totals.payments.iter().map(|payment| payment.months).sum();
            prop_assert!(months >= quote.estimate.usage().months().len());
        }
    }
}
