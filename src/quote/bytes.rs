//! The bytes of a quote, written and read side by side: whole numbers in as few bytes as they need, texts with their length.

/// Bytes being written.
#[derive(Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// A whole number, seven bits a byte, the lowest first.
    pub(super) fn number(&mut self, mut number: u64) {
        loop {
            let low = (number & 0x7f) as u8;
            number >>= 7;
            if number == 0 {
                return self.0.push(low);
            }
            self.0.push(low | 0x80);
        }
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes(text.as_bytes());
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// The bytes don't hold what was to be read from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotHeld;

/// Bytes being read. Every call takes what it reads.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// What is left.
    pub(super) const fn rest(&self) -> &'a [u8] {
        self.0
    }

    pub(super) fn byte(&mut self) -> Result<u8, NotHeld> {
        self.array().map(|[byte]| byte)
    }

    pub(super) fn number(&mut self) -> Result<u64, NotHeld> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            let shifted = bits << shift;
            if shifted >> shift != bits {
                return Err(NotHeld);
            }
            number |= shifted;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(NotHeld)
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], NotHeld> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(NotHeld)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn array<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], NotHeld> {
        self.take(LENGTH)?.try_into().map_err(|_| NotHeld)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, NotHeld> {
        let length = usize::try_from(self.number()?).map_err(|_| NotHeld)?;
        std::str::from_utf8(self.take(length)?).map_err(|_| NotHeld)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(number: u64, text in any::<String>(), byte: u8) {
            let mut writer = Writer::default();
            writer.number(number);
            writer.text(&text);
            writer.byte(byte);
            let bytes = writer.into_bytes();
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!((reader.number(), reader.text(), reader.byte()), (Ok(number), Ok(text.as_str()), Ok(byte)));
            prop_assert_eq!((reader.byte(), reader.rest()), (Err(NotHeld), &[][..]));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>()) {
            let mut reader = Reader::new(&bytes);
            while reader.text().is_ok() {}
            let mut reader = Reader::new(&bytes);
            while reader.number().is_ok() {}
        }
    }
}
