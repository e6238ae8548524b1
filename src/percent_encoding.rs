//! Percent-encoding as links have it: a space is `+`, and what isn't in an alphabet is written as `%` and two hexadecimal digits
//! for each byte of its UTF-8.

/// The ASCII characters that stand for themselves.
pub(crate) type Alphabet = fn(u8) -> bool;

/// Why a text can't be decoded, and how many characters before that are right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotDecodable {
    /// A character that should be percent-encoded, or a `%` without its two digits.
    Character {
        /// The characters before it.
        after: usize,
        /// The character.
        found: char,
    },
    /// What is percent-encoded isn't UTF-8.
    NotText {
        /// The characters before it.
        after: usize,
    },
}

/// Writes a text.
pub(crate) fn encoded(text: &str, is_plain: Alphabet) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            byte if is_plain(byte) => out.push(byte.into()),
            byte => escape(byte, &mut out),
        }
    }
    out
}

/// Appends a text to an address that isn't a link of ours, in which a space has no sign of its own: all but ASCII letters and
/// digits is percent-encoded.
#[cfg(feature = "page")]
pub(crate) fn append(text: &str, address: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(byte.into());
        } else {
            escape(byte, address);
        }
    }
}

fn escape(byte: u8, out: &mut String) {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    out.push('%');
    out.push(DIGITS[usize::from(byte >> 4)]);
    out.push(DIGITS[usize::from(byte & 15)]);
}

/// Reads a text.
pub(crate) fn decoded(text: &str, is_plain: Alphabet) -> Result<String, NotDecodable> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let decoded = match byte {
            b'+' => Some(b' '),
            b'%' => hexadecimal(rest.next()).zip(hexadecimal(rest.next())).map(|(high, low)| high * 16 + low),
            // Letters of other scripts can stand for themselves: nothing else can be meant.
            byte => Some(byte).filter(|byte| is_plain(*byte) || !byte.is_ascii()),
        };
        let error = || NotDecodable::Character { after: characters(&bytes), found: byte.into() };
        let decoded = decoded.ok_or_else(error)?;
        bytes.push(decoded);
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to());
        NotDecodable::NotText { after: characters(valid.unwrap_or_default()) }
    })
}

/// The value of a hexadecimal digit.
fn hexadecimal(digit: Option<u8>) -> Option<u8> {
    char::from(digit?).to_digit(16).and_then(|digit| digit.try_into().ok())
}

/// How many characters begin in some bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    const LETTERS: Alphabet = |byte| byte.is_ascii_alphanumeric();

    #[test]
    fn a_text_is_written_and_read_back() {
        for (text, written) in [("", ""), ("a b+c", "a+b%2Bc"), ("ü%", "%C3%BC%25"), ("漢", "%E6%BC%A2")] {
            assert_eq!(encoded(text, LETTERS), written);
            assert_eq!(decoded(written, LETTERS), Ok(text.to_owned()));
        }
        assert_eq!(decoded("漢%e6%bc%a2", LETTERS), Ok("漢漢".to_owned()), "as some programs decode and encode it");
    }

    #[test]
    #[cfg(feature = "page")]
    fn an_address_has_no_plus_for_a_space() {
        let mut address = "data:,".to_owned();
        append("a b+ü\n", &mut address);
        assert_eq!(address, "data:,a%20b%2B%C3%BC%0A");
    }

    #[test]
    fn what_is_wrong_is_found_at_its_place() {
        for (text, expected) in [
            ("ab:", NotDecodable::Character { after: 2, found: ':' }),
            ("ü%4", NotDecodable::Character { after: 1, found: '%' }),
            ("%zz", NotDecodable::Character { after: 0, found: '%' }),
            ("a%C3%BC%FF", NotDecodable::NotText { after: 2 }),
        ] {
            assert_eq!(decoded(text, LETTERS), Err(expected), "{text}");
        }
    }
}
