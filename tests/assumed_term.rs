//! The minimum term that is assumed where none is public: paid in every answer, and said.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::catalogue;
use quota_calculator::format::{cost_sentence, terms_phrase};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Estimate, Months, Posts, Tier, Usage, UsageType, Volume, assess, price_history};

fn posts(count: u64) -> Posts {
    Posts::new(count).expect("posts within bounds")
}

fn months(count: i128) -> Months {
    Months::try_from(count).expect("months")
}

#[test]
fn an_assumed_term_is_paid_everywhere() {
    let month = Usage::constant(Volume::monthly(posts(2_000_000)), months(1));
    let estimate = Estimate::new(month, UsageType::Academic, catalogue().default_price_book());
    assert_eq!(estimate.assumed_term(), None);
    let totals = |term: Option<Months>| {
        let estimate = estimate.clone().with_assumed_term(term);
        assert_eq!(estimate.assumed_term(), term);
        let assessment = assess(catalogue(), &estimate).expect("amounts");
        let small = assessment.cheapest().and_then(|answer| answer.cost.as_ref()).expect("a cost");
        let largest = assessment.free_era.largest.as_ref().and_then(|largest| largest.cheapest_now.as_ref());
        let largest = largest.and_then(|answer| answer.cost.as_ref()).expect("a cost");
        let basic = assessment.tiers.iter().find(|answer| answer.tier.id.as_str() == "basic").expect("Basic");
        let basic = basic.cost.as_ref().expect("a cost");
        let then = price_history(catalogue(), &estimate).expect("amounts");
        let then = then.iter().find(|epoch| epoch.price_book.id.as_str() == "2023-05").expect("a price book");
        let then = then.cheapest.as_ref().and_then(|answer| answer.cost.as_ref()).expect("a cost");
        [small.total, largest.total, then.total, basic.total].map(|total| total.to_string())
    };
    assert_eq!(totals(None), ["42000", "42000", "42000", "100"]);
    assert_eq!(totals(Some(months(1))), ["42000", "42000", "42000", "100"]);
    assert_eq!(totals(Some(Months::YEAR)), ["504000", "504000", "504000", "100"], "Basic has no term");
    assert_eq!(totals(Some(Months::MAX)), ["5040000", "5040000", "5040000", "100"]);
}

#[test]
fn an_assumed_term_can_make_another_tier_the_cheapest() {
    let tier = |id: &str, fee: &str, term: &str| -> Tier {
        let charges = format!(r#"[{{ "model": "flat", "fee": "{fee}" }}]"#);
        serde_json::from_str(&format!(r#"{{ "id": "{id}", "charges": {charges}, "termMonths": {term} }}"#))
            .expect("a tier")
    };
    // Nothing in that book is open to this usage type at a public price.
    let book = catalogue().price_book("2026-08").expect("a price book");
    let usage = Usage::constant(Volume::monthly(posts(1)), months(2));
    let estimate = Estimate::new(usage, UsageType::AiTraining, book);
    let tiers = vec![tier("a", "10", r#""unknown""#), tier("b", "30", "2")];
    let estimate = estimate.with_custom_tiers(tiers).expect("distinct tiers");
    let cheapest = |term: Option<Months>| {
        let assessment = assess(catalogue(), &estimate.clone().with_assumed_term(term)).expect("amounts");
        assessment.cheapest().map(|answer| answer.tier.id.to_string())
    };
    assert_eq!(cheapest(None).as_deref(), Some("a"));
    assert_eq!(cheapest(Some(months(6))).as_deref(), Some("a"), "equals stay in their order");
    assert_eq!(cheapest(Some(months(7))).as_deref(), Some("b"));
}

#[test]
fn the_assumed_term_is_said() {
    let small = catalogue().default_price_book().tier("enterprise-small").expect("the tier");
    let said = |term: Option<Months>| {
        terms_phrase(small, term, NumberStyle::ENGLISH).split(" · ").last().unwrap_or_default().to_owned()
    };
    assert_eq!(said(None), "its minimum term is not public, none is assumed");
    assert_eq!(said(Some(months(1))), "its minimum term is not public, taken to be 1 month");
    assert_eq!(said(Some(Months::YEAR)), "its minimum term is not public, taken to be 12 months");
    let arithmetic = |term: i128| {
        let estimate = Estimate::starting(catalogue()).with_assumed_term(Some(months(term)));
        let assessment = assess(catalogue(), &estimate).expect("amounts");
        let answer = assessment.cheapest().expect("a tier");
        cost_sentence(&answer.tier, answer.cost.as_ref().expect("a cost"), NumberStyle::ENGLISH)
    };
    let year = "For 2,000,000 reads a month: flat fee $42,000. A year: 12 × $42,000 = $504,000.";
    assert_eq!(arithmetic(12), year);
    assert_eq!(arithmetic(24), format!("{year} In all: 24 × $42,000 = $1,008,000."));
}
