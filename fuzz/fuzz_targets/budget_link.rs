//! Any text is the link of a budget or is refused; a budget goes through its link.

#![no_main]

use libfuzzer_sys::fuzz_target;
use quota_calculator::catalogue;
use quota_calculator::project::link::{decode, encode};

fuzz_target!(|input: &[u8]| {
    let Ok(text) = std::str::from_utf8(input) else { return };
    match decode(text, catalogue()) {
        Ok(proposal) => {
            let again = decode(&encode(&proposal), catalogue()).expect("what is written can be read");
            assert_eq!(again, proposal);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
