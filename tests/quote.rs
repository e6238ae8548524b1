//! Quotes: what they come to, and the links that stand for them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod sample_quotes;

use proptest::prelude::*;
use quota_calculator::catalogue;
use quota_calculator::pricing::{
    Assumption, Estimate, Money, Months, Period, Price, Tier, Usage, UsageType, Volume, Way, assess, ways,
};
use quota_calculator::quote::link::{self, MOST, MOST_UNSIGNED, QuoteLinkError, decode, encode};
use quota_calculator::quote::{
    Billing, Change, ComparedOption, Comparison, OneOffItem, PriceBookDigest, PublicKey, Quotation, Quote, QuoteError,
    QuoteFields, QuoteFigure, QuoteNumber, QuoteOption, QuoteProblem, Revision, Seal, Signature, Today, Totals,
    Validity,
};
use quota_calculator::text::{MultiLine, OneLine};
use sample_quotes::{day, estimate, fields, id, line, option, quote, reads};

fn refused(change: impl FnOnce(&mut QuoteFields)) -> String {
    let mut fields = fields();
    change(&mut fields);
    Quote::new(fields).expect_err("this should be refused").to_string()
}

fn tier(json: &str) -> Tier {
    serde_json::from_str(json).expect("a tier")
}

fn totals(quote: &Quote) -> Totals {
    let quotation = Quotation::as_quoted(catalogue(), quote).expect("amounts");
    let option = quotation.options.into_iter().next().expect("an option");
    option.totals.expect("a price")
}

#[track_caller]
fn comes_to(quote: &Quote, monthly: &str, annual: Option<&str>, discount: &str, total: &str) {
    let totals = totals(quote);
    let text = |money: Money| money.to_string();
    assert_eq!(
        (text(totals.monthly), totals.annual.map(text), text(totals.discount), text(totals.total)),
        (monthly.to_owned(), annual.map(str::to_owned), discount.to_owned(), total.to_owned())
    );
    let sum = totals.payments.iter().try_fold(Money::ZERO, |sum, payment| sum.plus(payment.net));
    assert_eq!(sum, Ok(totals.recurring), "the payments make up the term");
    assert_eq!(totals.list.plus(totals.discount), Ok(totals.recurring));
}

#[test]
fn a_plain_quote_comes_to_the_price_of_its_tier() {
    comes_to(&quote(|_| {}), "42000", Some("504000"), "0", "504000");
}

#[test]
fn a_discount_is_taken_off_every_payment() {
    let discounted = quote(|fields| fields.options[0].discount_percent = "12.5".parse().expect("a discount"));
    comes_to(&discounted, "36750", Some("441000"), "-63000", "441000");
    let discounted = totals(&discounted);
    let labels: Vec<_> = QuoteFigure::ALL.into_iter().map(|figure| figure.label_for(&discounted)).collect();
    assert_eq!(labels[..3], ["A month, after discount", "A year, after discount", "Whole term before discount"]);
}

#[test]
fn one_off_items_are_paid_once() {
    let with_items = quote(|fields| {
        let item = |label, amount: &str| OneOffItem { label: line(label), amount: amount.parse().expect("a price") };
        fields.items = vec![item("Set-up", "1500"), item("Training", "250.005")];
    });
    comes_to(&with_items, "42000", Some("504000"), "0", "505750.01");
}

#[test]
fn a_term_shorter_than_a_year_has_no_annual_total() {
    comes_to(&quote(|fields| fields.estimate = estimate(3, "2023-03")), "42000", None, "0", "126000");
}

#[test]
fn annual_billing_takes_the_annual_price_where_there_is_one() {
    let own = tier(
        r#"{ "id": "own", "name": "Own", "charges": [{ "model": "flat", "fee": "100" }], "annualPrice": "1000" }"#,
    );
    let annual = |tier: Tier, months| {
        quote(|fields| {
            fields.estimate = estimate(months, "2023-03").with_custom_tiers(vec![tier]).expect("an estimate");
            fields.options = vec![QuoteOption { billing: Billing::Annual, ..option("own") }];
        })
    };
    comes_to(&annual(own, 24), "83.33", Some("1000"), "0", "2000");
    let monthly = tier(r#"{ "id": "own", "name": "Own", "charges": [{ "model": "flat", "fee": "100" }] }"#);
    comes_to(&annual(monthly, 24), "100", Some("1200"), "0", "2400");
}

#[test]
fn an_annual_price_pays_no_reads_beyond_the_cap() {
    let own = tier(
        r#"{ "id": "own", "name": "Own", "charges": [{ "model": "flat", "fee": "100" }], "annualPrice": "1000",
            "readCap": 1000000, "overage": [{ "model": "perUnit", "unitPrice": "0.001" }] }"#,
    );
    let over = quote(|fields| {
        fields.estimate = estimate(12, "2023-03").with_custom_tiers(vec![own]).expect("an estimate");
        fields.options = vec![QuoteOption { billing: Billing::Annual, ..option("own") }];
    });
    comes_to(&over, "1100", Some("13200"), "0", "13200");
}

#[test]
fn a_term_longer_than_the_usage_is_paid_to_its_end() {
    let own =
        tier(r#"{ "id": "own", "name": "Own", "charges": [{ "model": "flat", "fee": "100" }], "termMonths": 12 }"#);
    let long = quote(|fields| {
        fields.estimate = estimate(3, "2023-03").with_custom_tiers(vec![own]).expect("an estimate");
        fields.options = vec![option("own")];
    });
    comes_to(&long, "100", Some("1200"), "0", "1200");
}

#[test]
fn an_annual_price_is_paid_for_whole_years() {
    for (term, months) in [(6, 12), (12, 12), (18, 24), (24, 24), (25, 36)] {
        let own = tier(&format!(
            r#"{{ "id": "own", "name": "Own", "charges": [{{ "model": "flat", "fee": "200" }}], "annualPrice": "1000",
                "termMonths": {term} }}"#
        ));
        let quote = quote(|fields| {
            fields.estimate = estimate(12, "2023-03").with_custom_tiers(vec![own]).expect("an estimate");
            fields.options = vec![QuoteOption { billing: Billing::Annual, ..option("own") }];
        });
        let totals = totals(&quote);
        assert_eq!((totals.months(), totals.is_prolonged), (months, months > 12), "a term of {term} months");
        assert_eq!(totals.payments.iter().map(|payment| payment.months).collect::<Vec<_>>(), vec![12; months / 12]);
        assert_eq!(totals.total, Money::of_dollars(1000 * months as u64 / 12));
        let ways = ways(&assess(catalogue(), &quote.estimate).expect("amounts"));
        let is_in_advance = |way: &&Way| {
            let mut assumptions = way.assumptions.iter();
            way.tier.id == id("own") && assumptions.any(|it| matches!(it, Assumption::PaidInAdvance { .. }))
        };
        let way = ways.others.iter().find(is_in_advance).expect("a year in advance is cheaper");
        assert_eq!((way.months_paid, way.total), (months as u64, totals.total), "as the ways to the same reads say");
    }
}

#[test]
fn annual_billing_of_growing_usage_pays_each_year_by_itself() {
    let own = tier(r#"{ "id": "own", "name": "Own", "charges": [{ "model": "perUnit", "unitPrice": "0.0001" }] }"#);
    let growing = quote(|fields| {
        let months = Months::try_from(24).expect("months");
        let growth = "10".parse().expect("a growth");
        let usage = Usage::growing(Volume::monthly(reads(1_000_000)), growth, months).expect("usage");
        let estimate = Estimate::new(usage, UsageType::Academic, catalogue().default_price_book());
        fields.estimate = estimate.with_custom_tiers(vec![own]).expect("an estimate");
        fields.options = vec![QuoteOption { billing: Billing::Annual, ..option("own") }];
    });
    let totals = totals(&growing);
    let months: Vec<u64> = growing.estimate.reads().iter().map(|month| month.get()).collect();
    let year = |months: &[u64]| -> String {
        // Hundredths of a cent, each month rounded half up to the cent.
        let cents: u64 = months.iter().map(|reads| (reads + 50) / 100).sum();
        Money::of_cents(cents).to_string()
    };
    let payments: Vec<_> = totals.payments.iter().map(|payment| payment.net.to_string()).collect();
    assert_eq!(payments, [year(&months[..12]), year(&months[12..])]);
    assert!(totals.varies());
    let labels: Vec<_> = QuoteFigure::ALL.into_iter().map(|figure| figure.label_for(&totals)).collect();
    assert_eq!(labels[..2], ["A month, on average in the first year", "The first year"]);
}

#[test]
fn annual_billing_needs_whole_years() {
    let rule = "annual billing needs a term in whole years, and the term is 18 months: use 12, 24, 36 and so on";
    assert_eq!(
        refused(|fields| {
            fields.estimate = estimate(18, "2023-03");
            fields.options[0].billing = Billing::Annual;
        }),
        rule
    );
}

#[test]
fn fields_that_break_a_rule_are_refused() {
    assert_eq!(refused(|fields| fields.options.clear()), "options: 0 are given, and a quote has 1 to 3");
    assert_eq!(refused(|fields| fields.recommended = Some(1)), "the recommended option is none of the options");
    assert_eq!(
        refused(|fields| fields.options[0].tier = id("gold")),
        "the tier `gold` is neither in the price book nor one of the quote's own"
    );
    assert_eq!(
        refused(|fields| fields.valid_until = day("2026-11-23")),
        "it is valid until 2026-11-23, but issued only on 2026-11-24: choose a later last day"
    );
    assert_eq!(
        refused(|fields| fields.valid_until = day("2200-01-01")),
        "the day 2200-01-01 is out of bounds: use 2020-01-01 to 2199-12-31"
    );
    assert_eq!(refused(|fields| fields.replaces = Some(Revision::FIRST)), "a revision replaces an earlier one");
    assert_eq!(
        refused(|fields| fields.items = vec![OneOffItem { label: line(" "), amount: Price::ZERO }]),
        "one-off item 1 has no name: say what is paid for"
    );
    let long = "研究".repeat(100);
    assert_eq!(
        refused(|fields| {
            fields.notes = MultiLine::new(&long).expect("200 characters");
            fields.terms = MultiLine::new(&long).expect("200 characters");
            fields.customer = line(&"研".repeat(50));
            fields.prepared_by = line(&"研".repeat(50));
        }),
        "the quote is too long for a link that mail programs keep whole: shorten notes, terms or names by about 252 \
         characters"
    );
}

#[test]
fn a_draft_says_what_keeps_it_from_being_issued() {
    let draft = quote(|fields| {
        fields.issued = None;
        fields.customer = OneLine::default();
        fields.options = vec![option("enterprise-small"), option("enterprise-small")];
    });
    assert_eq!(draft.issue(day("2026-11-24")), Err(vec![QuoteProblem::NoCustomer, QuoteProblem::SameOptions(1, 2)]));
    let complete = quote(|fields| fields.issued = None);
    let issued = complete.issue(day("2026-11-30")).expect("nothing is missing");
    assert_eq!(issued.issued, Some(day("2026-11-30")));
    let late = complete.issue(day("2027-01-01")).expect_err("the validity is over");
    assert!(matches!(late.as_slice(), [QuoteProblem::Invalid(QuoteError::EndsBeforeItBegins { .. })]));
}

#[test]
fn a_revision_names_the_one_it_replaces() {
    let first = quote(|_| {});
    let second = first.revise(Revision::FIRST.next(), Revision::FIRST).expect("a revision");
    assert_eq!((second.title().as_str(), second.replaces), ("2026-014, revision 2", Some(Revision::FIRST)));
    assert_eq!(second.issued, None, "it is a draft again");
    assert_eq!(second.revise(Revision::FIRST, second.revision), Err(QuoteError::ReplacesLater));
    let copy = second.duplicate(second.number.next()).expect("a copy");
    assert_eq!((copy.title().as_str(), copy.replaces), ("2026-015", None));
}

#[test]
fn validity_goes_by_the_readers_day() {
    let (issued, draft) = (quote(|_| {}), quote(|fields| fields.issued = None));
    for (on, quote, validity) in [
        ("2026-11-23", &issued, Validity::NotYet { issued: day("2026-11-24") }),
        ("2026-11-24", &issued, Validity::Valid { days_left: 30 }),
        ("2026-12-24", &issued, Validity::Valid { days_left: 0 }),
        ("2026-12-25", &issued, Validity::Expired { last: day("2026-12-24") }),
        ("2026-12-25", &draft, Validity::Draft),
    ] {
        assert_eq!(Validity::on(day(on), quote), validity, "{on}");
    }
}

/// The first option of a quote, compared.
fn only(comparison: &Comparison) -> ComparedOption<'_> {
    comparison.options().next().expect("an option")
}

#[test]
fn what_changed_since_is_marked() {
    let quote = quote(|fields| {
        fields.estimate = estimate(12, "2024-10");
        fields.options = vec![option("basic")];
    });
    let compared = |on: &str| Comparison::new(catalogue(), &quote, day(on)).expect("amounts");
    let [same, listed, gone] = ["2024-11-01", "2023-04-01", "2026-11-24"].map(compared);
    assert_eq!((same.today(), only(&same).today), (None, &Today::Same));
    let book = catalogue().price_book("2023-03");
    assert_eq!(
        (listed.today(), only(&listed).change(QuoteFigure::Month)),
        (book, Change::To(Some(Money::of_dollars(100))))
    );
    let Today::Listed(today) = only(&listed).today else { panic!("Basic was listed in 2023") };
    assert_eq!(today.totals.as_ref().map(|totals| totals.monthly.to_string()).as_deref(), Some("100"));
    assert_eq!((only(&gone).today, only(&gone).change(QuoteFigure::Month)), (&Today::Gone, Change::To(None)));
    assert_eq!(only(&gone).change(QuoteFigure::OneOff), Change::None, "no price book changes it");
}

#[test]
fn no_price_book_changes_a_tier_of_the_quotes_own() {
    let own = tier(r#"{ "id": "own", "name": "Own", "charges": [{ "model": "flat", "fee": 100 }] }"#);
    let quote = quote(|fields| {
        fields.estimate = estimate(12, "2023-03").with_custom_tiers(vec![own]).expect("an estimate");
        fields.options = ["own", "basic"].map(option).to_vec();
    });
    let comparison = Comparison::new(catalogue(), &quote, day("2026-11-24")).expect("amounts");
    let today: Vec<_> = comparison.options().map(|option| option.today).collect();
    assert_eq!(today, [&Today::Own, &Today::Gone]);
    assert_eq!(only(&comparison).change(QuoteFigure::Total), Change::None);
    assert_eq!(comparison.change_count(), 3, "the month, the year and the whole term of Basic");
}

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
    let altered = "it was altered on its way: its checksum doesn't fit, so nothing in it can be trusted";
    let newer =
        |version| format!("its version is {version}, which this calculator doesn't know; a newer one may have made it");
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
        link_case(other, "it doesn't begin like the link of a quote, with q1");
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
            Volume::new(reads(volume), period).expect("a volume"),
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
