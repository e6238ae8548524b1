//! Quotes: what they come to.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod sample_quotes;

use quota_calculator::catalogue;
use quota_calculator::pricing::{
    Assumption, Estimate, Money, Months, Price, Tier, Usage, UsageType, Volume, Way, assess, ways,
};
use quota_calculator::quote::{
    Billing, Change, ComparedOption, Comparison, OneOffItem, Quote, QuoteError, QuoteFields, QuoteFigure, QuoteOption,
    QuoteProblem, Revision, Today, Validity,
};
use quota_calculator::text::{MultiLine, OneLine};
use sample_quotes::{day, estimate, fields, id, line, option, posts, quote, totals};

fn refused(change: impl FnOnce(&mut QuoteFields)) -> String {
    let mut fields = fields();
    change(&mut fields);
    Quote::new(fields).expect_err("this should be refused").to_string()
}

fn tier(json: &str) -> Tier {
    serde_json::from_str(json).expect("a tier")
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
        assert_eq!((totals.months(), totals.is_prolonged()), (months, months > 12), "a term of {term} months");
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
        let usage = Usage::growing(Volume::monthly(posts(1_000_000)), growth, months).expect("usage");
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
    for (months, term) in [(1, "1 month"), (18, "18 months")] {
        assert_eq!(
            refused(|fields| {
                fields.estimate = estimate(months, "2023-03");
                fields.options[0].billing = Billing::Annual;
            }),
            format!("annual billing needs a term in whole years, and the term is {term}: use 12, 24, 36 and so on")
        );
    }
}

#[test]
fn fields_that_break_a_rule_are_refused() {
    assert_eq!(refused(|fields| fields.options.clear()), "options: 0 are given, and a quote has 1 to 3");
    assert_eq!(refused(|fields| fields.recommended = Some(1)), "the recommended option is none of the options");
    assert_eq!(
        refused(|fields| fields.options[0].tier = id("gold")),
        "the tier `gold` is neither in the price book nor one of the quote’s own"
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
        "the quote is too long for a link that mail programs keep whole: shorten notes, terms or names by about 84 \
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

#[track_caller]
fn too_many(notes: &str, terms: &str, characters: usize) {
    let cut = |text: &str| text.chars().take(text.chars().count() - characters).collect::<String>();
    let with = |notes: &str, terms: &str| {
        let mut fields = fields();
        fields.notes = MultiLine::new(notes).expect("200 characters");
        fields.terms = MultiLine::new(terms).expect("250 characters");
        fields.customer = line(&"研".repeat(50));
        fields.prepared_by = line(&"研".repeat(50));
        Quote::new(fields)
    };
    let error = with(notes, terms).expect_err("too long");
    assert!(error.to_string().ends_with(&format!("names by about {characters} characters")), "{error}");
    assert!(with(&cut(notes), terms).is_ok(), "they are enough");
}

#[test]
fn what_is_too_long_is_counted_in_the_writers_own_characters() {
    let japanese = |count: usize| "研".repeat(count);
    too_many(&japanese(200), &japanese(200), 84);
    // The cheapest to take away are counted first, so that it never asks for too few.
    too_many(&format!("{}{}", japanese(150), "x".repeat(50)), &japanese(250), 134);
}
