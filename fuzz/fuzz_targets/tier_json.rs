//! Any text is a tier or is refused; a tier can be priced, written and read again, and its inverse holds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use quota_calculator::pricing::{Money, Price, Reads, Tier};

fuzz_target!(|text: &str| {
    let Ok(tier) = serde_json::from_str::<Tier>(text) else { return };
    let written = serde_json::to_string(&tier).expect("a tier can be written");
    assert_eq!(serde_json::from_str::<Tier>(&written).expect("and read again"), tier);
    for count in [0, 1, 9_999, 10_001, 1_000_000_007, Reads::MAX.get()] {
        let reads = Reads::new(count).expect("within bounds");
        let (Ok(bill), Ok(exact)) = (tier.bill(reads), tier.exact(reads)) else { continue };
        assert_eq!(bill.map(|bill| bill.exact()), exact, "with lines and without");
    }
    let budget: Price = "100".parse().expect("a price");
    if let Some(reads) = tier.most_reads(budget) {
        let month = tier.exact(reads).expect("an amount").expect("a price");
        assert!(month.to_the_cent() <= Money::from(budget));
    }
});
