use serde::{Deserialize, Serialize};

/// How the letters of a file are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// Of any language, as most programs write it.
    Utf8,
    /// Two bytes each, the lower first: what spreadsheets call Unicode text.
    Utf16Little,
    /// Two bytes each, the higher first.
    Utf16Big,
    /// One byte each, of western Europe.
    Windows1252,
}

impl Encoding {
    /// Its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Little | Self::Utf16Big => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// The encoding that a file begins with a mark of, and the length of the mark; without one UTF-8 where `sample` is that,
    /// up to letters that its end cuts in two, and otherwise Windows-1252.
    #[must_use]
    pub fn of(sample: &[u8]) -> (Self, usize) {
        let marks: [(Self, &[u8]); 3] =
            [(Self::Utf8, b"\xef\xbb\xbf"), (Self::Utf16Little, b"\xff\xfe"), (Self::Utf16Big, b"\xfe\xff")];
        if let Some((encoding, mark)) = marks.into_iter().find(|(_, mark)| sample.starts_with(mark)) {
            return (encoding, mark.len());
        }
        let is_utf8 = match std::str::from_utf8(sample) {
            Ok(_) => true,
            Err(error) => error.error_len().is_none(),
        };
        (if is_utf8 { Self::Utf8 } else { Self::Windows1252 }, 0)
    }
}

/// Turns a file's bytes into UTF-8 as they come, wherever they are cut.
#[derive(Clone, Debug)]
pub(in crate::history) struct Decoder {
    encoding: Encoding,
    /// The first byte of a pair.
    byte: Option<u8>,
    /// The first half of a letter of two pairs.
    high: Option<u16>,
    decoded: Vec<u8>,
}

impl Decoder {
    pub(in crate::history) const fn new(encoding: Encoding) -> Self {
        Self { encoding, byte: None, high: None, decoded: Vec::new() }
    }

    /// The next bytes as UTF-8. What isn't UTF-8 although it should be comes through as it is.
    pub(in crate::history) fn decode<'a>(&'a mut self, bytes: &'a [u8]) -> &'a [u8] {
        self.decoded.clear();
        match self.encoding {
            Encoding::Utf8 => return bytes,
            Encoding::Windows1252 => {
                for byte in bytes {
                    push(&mut self.decoded, windows_1252(*byte));
                }
            }
            Encoding::Utf16Little | Encoding::Utf16Big => {
                for byte in bytes {
                    match self.byte.take() {
                        None => self.byte = Some(*byte),
                        Some(first) => {
                            let pair = [first, *byte];
                            let is_big = self.encoding == Encoding::Utf16Big;
                            self.take(if is_big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) });
                        }
                    }
                }
            }
        }
        &self.decoded
    }

    fn take(&mut self, unit: u16) {
        let high = self.high.take();
        if high.is_none() && (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        for letter in char::decode_utf16(high.into_iter().chain([unit])) {
            push(&mut self.decoded, letter.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }
}

fn push(text: &mut Vec<u8>, letter: char) {
    text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
}

/// The letter of a byte. Five bytes stand for none.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let special = byte.checked_sub(0x80).and_then(|place| FROM_80.get(usize::from(place)));
    special.copied().unwrap_or_else(|| char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(bytes: &[u8], encoding: Encoding, text: &str) {
        let (found, mark) = Encoding::of(bytes);
        assert_eq!(found, encoding);
        for size in [1, 2, 3, bytes.len().max(1)] {
            let mut decoder = Decoder::new(found);
            let decoded: Vec<u8> =
                bytes[mark..].chunks(size).flat_map(|chunk| decoder.decode(chunk).to_vec()).collect();
            assert_eq!(String::from_utf8_lossy(&decoded), text, "in pieces of {size}");
        }
    }

    #[test]
    fn files_are_read_as_they_were_written() {
        case("día,1".as_bytes(), Encoding::Utf8, "día,1");
        case(b"\xef\xbb\xbfdate", Encoding::Utf8, "date");
        case(b"d\xeda;\x80\x92", Encoding::Windows1252, "día;€’");
        let utf16 = |bytes: fn(u16) -> [u8; 2]| "\u{feff}día\t🎉".encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        case(&utf16(u16::to_le_bytes), Encoding::Utf16Little, "día\t🎉");
        case(&utf16(u16::to_be_bytes), Encoding::Utf16Big, "día\t🎉");
        case(b"\xff\xfe\x00\xd8a\x00", Encoding::Utf16Little, "\u{fffd}a");
    }

    #[test]
    fn a_sample_may_end_within_a_letter() {
        assert_eq!(Encoding::of(b"d\xc3").0, Encoding::Utf8);
        assert_eq!(Encoding::of(b"d\xc3d").0, Encoding::Windows1252);
    }
}
