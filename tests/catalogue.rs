//! The catalogue and its price books: what fits together, and the words for what doesn't.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::catalogue;
use quota_calculator::pricing::{Catalogue, PriceBook, Source};
use serde_json::{Value, json};

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
