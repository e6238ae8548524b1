//! Any link is a quote or is refused; a quote goes through its link and can be put down in every way.
//!
//! The checksum would keep the fuzzer out of everything behind it. So an input is either a link as it is, beginning with
//! `q`, or the bytes of one without their length and checksum, which are made to fit.

#![no_main]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use quota_calculator::catalogue;
use quota_calculator::format::{quote_csv, quote_json, quote_markdown, quote_text};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::quote::Quotation;
use quota_calculator::quote::link::{MOST, decode, encode, message};
use sha2::{Digest, Sha256};

const CHECKSUM_LENGTH: usize = 4;

/// The link that `bytes` make with the length and the checksum that fit.
fn link(bytes: &[u8]) -> String {
    let mut length = bytes.len() + CHECKSUM_LENGTH;
    let mut checked = Vec::new();
    while length >= 0x80 {
        checked.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    checked.push(length as u8);
    checked.extend_from_slice(bytes);
    let checksum = Sha256::digest(&checked);
    checked.extend_from_slice(&checksum[..CHECKSUM_LENGTH]);
    format!("q1/{}", URL_SAFE_NO_PAD.encode(checked))
}

fuzz_target!(|input: &[u8]| {
    let text = std::str::from_utf8(input).ok().filter(|text| text.starts_with('q'));
    let link = text.map_or_else(|| link(input), str::to_owned);
    let opened = match decode(&link, catalogue()) {
        Ok(opened) => opened,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    let (quote, seal) = (&opened.quote, opened.seal.as_ref());
    let written = encode(quote, seal);
    assert!(written.len() <= MOST);
    let again = decode(&written, catalogue()).expect("what is written can be read");
    assert_eq!((&again.quote, again.seal), (quote, opened.seal));
    assert_eq!(again.signed, message(quote));
    let Ok(quotation) = Quotation::as_quoted(catalogue(), quote) else { return };
    assert_eq!(quotation.options.len(), quote.options.len());
    for outlet in [quote_text, quote_markdown] {
        assert!(outlet(quote, &quotation, &link, NumberStyle::ENGLISH).contains(&link));
    }
    assert!(quote_csv(quote, &quotation, &link).ends_with("\r\n"));
    assert!(serde_json::from_str::<serde_json::Value>(&quote_json(quote, &quotation, &link)).is_ok());
});
