//! The same tree as a part of a link: short, readable, and made of characters that mail and chat programs leave alone.
//!
//! | tree | compact |
//! | --- | --- |
//! | null, true, false | `!n`, `!t`, `!f` |
//! | a whole number | `10000` |
//! | any other number | `!0.5`, `!1e9` |
//! | a text | `basic`, `Enterprise+Small`, `0.005` |
//! | a text that is empty, looks like a whole number or has any of `!'(),:` | `''`, `'7'`, `'Acme,+Inc.+(O''Hara)'` |
//! | a list | `!(1,2)` |
//! | an object | `(model:flat,fee:100)` |
//!
//! A space is `+`. Characters outside the alphabet, `/` and `%` among them, and `+` itself are percent-encoded as UTF-8.
//! Nothing that means something in the syntax ever is, so it doesn't matter what else a program percent-encodes on the
//! way, or which letters of other scripts it decodes.

use super::cursor::Cursor;
use super::syntax::{Misplaced, SyntaxError, SyntaxProblem};
use super::value::{Value, is_whole_number, leading_number};
use crate::percent_encoding::{self, NotDecodable};

/// Reads one value.
pub(crate) fn read(text: &str) -> Result<Value, SyntaxError> {
    let decoded = percent_encoding::decoded(text, is_in_alphabet).map_err(not_decodable)?;
    Cursor::new(&decoded, &[]).whole(read_value).map_err(|error| error.in_characters(&decoded))
}

/// Writes a value.
pub(crate) fn write(value: &Value) -> String {
    let mut out = String::new();
    write_value(value, &mut out);
    percent_encoding::encoded(&out, is_in_alphabet)
}

/// Whether a character ends a text without quotes.
const fn is_mark(c: char) -> bool {
    matches!(c, '!' | '\'' | '(' | ')' | ',' | ':')
}

fn read_value(cursor: &mut Cursor) -> Result<Value, Misplaced> {
    if cursor.eat("!(") {
        let mut items = Vec::new();
        cursor.items(")", "a comma or )", &mut |cursor| {
            items.push(read_value(cursor)?);
            Ok(())
        })?;
        return Ok(Value::List(items));
    }
    if cursor.eat("(") {
        let mut pairs = Vec::new();
        cursor.items(")", "a comma or )", &mut |cursor| {
            let mark = cursor.mark();
            let key = read_text(cursor, "a key")?;
            cursor.pair(&mut pairs, mark, key, read_value)
        })?;
        return Ok(Value::Object(pairs));
    }
    if cursor.eat("!") {
        let mark = cursor.mark();
        return match cursor.take_until(is_mark) {
            "n" => Ok(Value::Null),
            "t" => Ok(Value::Bool(true)),
            "f" => Ok(Value::Bool(false)),
            number if leading_number(number) == Some(number) => Ok(Value::Number(number.to_owned())),
            other => {
                let found = other.chars().next().or_else(|| cursor.peek());
                let problem = SyntaxProblem::Expected { expected: "n, t, f, ( or a number", found };
                Err(Misplaced { at: mark, problem })
            }
        };
    }
    let is_quoted = cursor.peek() == Some('\'');
    let text = read_text(cursor, "a value")?;
    Ok(if !is_quoted && is_whole_number(&text) { Value::Number(text) } else { Value::Text(text) })
}

fn read_text(cursor: &mut Cursor, expected: &'static str) -> Result<String, Misplaced> {
    if !cursor.eat("'") {
        let word = cursor.take_until(is_mark);
        return if word.is_empty() { Err(cursor.expected(expected)) } else { Ok(word.to_owned()) };
    }
    let mut text = String::new();
    loop {
        text.push_str(cursor.take_until(|c| c == '\''));
        if !cursor.eat("'") {
            return Err(cursor.expected("a closing quote"));
        }
        // A quote in a text is written twice.
        if !cursor.eat("'") {
            return Ok(text);
        }
        text.push('\'');
    }
}

fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("!n"),
        Value::Bool(true) => out.push_str("!t"),
        Value::Bool(false) => out.push_str("!f"),
        Value::Number(number) => {
            if !is_whole_number(number) {
                out.push('!');
            }
            out.push_str(number);
        }
        Value::Text(text) => write_text(text, is_whole_number(text), out),
        Value::List(items) => {
            out.push_str("!(");
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_value(item, out);
            }
            out.push(')');
        }
        Value::Object(pairs) => {
            out.push('(');
            for (place, (key, value)) in pairs.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_text(key, false, out);
                out.push(':');
                write_value(value, out);
            }
            out.push(')');
        }
    }
}

fn write_text(text: &str, looks_otherwise: bool, out: &mut String) {
    if !looks_otherwise && !text.is_empty() && !text.contains(is_mark) {
        out.push_str(text);
        return;
    }
    out.push('\'');
    out.push_str(&text.replace('\'', "''"));
    out.push('\'');
}

/// Whether a byte may stand in a link as it is.
const fn is_in_alphabet(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'-' | b'.' | b'_' | b'~' | b'!' | b'(' | b')' | b'*' | b'\'' | b',' | b';' | b':' | b'@' | b'$' | b'='
        )
}

/// Why a text can't be decoded, at the place of the character that is wrong.
fn not_decodable(error: NotDecodable) -> SyntaxError {
    let (after, problem) = match error {
        NotDecodable::Character { after, found } => {
            (after, SyntaxProblem::Expected { expected: "a percent-encoded character", found: Some(found) })
        }
        NotDecodable::NotText { after } => (after, SyntaxProblem::NotUtf8),
    };
    SyntaxError::Compact { character: after + 1, problem }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::super::value::tests::values;
    use super::*;

    #[track_caller]
    fn case(value: Value, compact: &str) {
        assert_eq!(write(&value), compact);
        assert_eq!(read(compact), Ok(value));
    }

    #[test]
    fn every_kind_of_value_has_its_writing() {
        let text = |text: &str| Value::Text(text.to_owned());
        let number = |number: &str| Value::Number(number.to_owned());
        case(Value::Null, "!n");
        case(Value::Bool(true), "!t");
        case(Value::Bool(false), "!f");
        case(number("0"), "0");
        case(number("-12"), "-12");
        case(number("0.50"), "!0.50");
        case(number("1e+9"), "!1e%2B9");
        case(text("0.005"), "0.005");
        case(text("007"), "007");
        case(text("-"), "-");
        case(text("7"), "'7'");
        case(text(""), "''");
        case(text("n"), "n");
        case(text(" a+b "), "+a%2Bb+");
        case(text("'!'"), "'''!'''");
        case(text("漢/\\\n"), "%E6%BC%A2%2F%5C%0A");
        case(Value::List(Vec::new()), "!()");
        case(Value::Object(Vec::new()), "()");
        case(Value::List(vec![Value::List(Vec::new()), Value::Null]), "!(!(),!n)");
        case(Value::Object(vec![("a:b".to_owned(), number("1")), ("2".to_owned(), text("2"))]), "('a:b':1,2:'2')");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in values()) {
            let written = write(&value);
            prop_assert!(written.bytes().all(|byte| is_in_alphabet(byte) || matches!(byte, b'+' | b'%')), "{}", written);
            prop_assert_eq!(read(&written), Ok(value));
        }

        #[test]
        fn what_else_is_percent_encoded_doesnt_matter(value in values(), which in 0..8_u8) {
            let written = write(&value);
            let encode = |byte: u8| match byte {
                b'0'..=b'9' | b'A'..=b'F' | b'+' | b'%' => char::from(byte).to_string(),
                _ if byte % 8 == which => format!("%{byte:02x}"),
                _ => char::from(byte).to_string(),
            };
            let encoded: String = written.bytes().map(encode).collect();
            prop_assert_eq!(read(&encoded), Ok(value));
        }
    }
}
