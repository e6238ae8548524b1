//! Any text is a price book or is refused with a message; a price book obeys its rules.

#![no_main]

use libfuzzer_sys::fuzz_target;
use quota_calculator::pricing::PriceBook;

fuzz_target!(|text: &str| match toml::from_str::<PriceBook>(text) {
    Ok(book) => {
        assert!(!book.tiers.is_empty());
        for tier in book.tiers.iter() {
            assert_eq!(book.tier(tier.id.as_str()), Some(tier), "ids are unique");
            assert!(tier.evidence.is_some());
        }
    }
    Err(error) => assert!(!error.message().is_empty()),
});
