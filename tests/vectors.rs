//! Worked cases from other billing engines: a charge means here what it means in the field.
//!
//! The figures come from the public test suites and documentation that `source` and `case` name in the file.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::pricing::{Reads, Tier};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vector {
    id: String,
    source: String,
    case: String,
    tier: Tier,
    reads: Reads,
    expected_exact: String,
}

#[test]
fn charges_mean_what_they_mean_elsewhere() {
    let vectors: Vec<Vector> = serde_json::from_str(include_str!("vectors/price-models.json")).expect("the vectors");
    assert_eq!(vectors.len(), 76);
    for Vector { id, source, case, tier, reads, expected_exact } in vectors {
        let bill = tier.bill(reads).expect("an exact amount").expect("a price");
        assert_eq!(bill.exact().to_string(), expected_exact, "{id}: {source}, {case}");
        assert_eq!(tier.exact(reads), Ok(Some(bill.exact())), "{id}: the sum without lines is the same");
    }
}
