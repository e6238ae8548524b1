//! JSON as RFC 8259 has it, read strictly and written for people.

use super::cursor::Cursor;
use super::syntax::{Misplaced, SyntaxError, SyntaxProblem};
use super::value::{Value, leading_number};

const SPACE: &[char] = &[' ', '\t', '\n', '\r'];

/// Reads one value.
pub(crate) fn read(text: &str) -> Result<Value, SyntaxError> {
    // Some editors begin a file with a byte order mark; RFC 8259 lets a reader pass over it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Cursor::new(text, SPACE).whole(read_value).map_err(|error| error.in_lines(text))
}

fn read_value(cursor: &mut Cursor) -> Result<Value, Misplaced> {
    match cursor.peek() {
        Some('{') => {
            cursor.next();
            let mut pairs = Vec::new();
            cursor.items("}", "a comma or }", &mut |cursor| {
                let mark = cursor.mark();
                let key = read_text(cursor, "a key in double quotes")?;
                cursor.pair(&mut pairs, mark, key, read_value)
            })?;
            Ok(Value::Object(pairs))
        }
        Some('[') => {
            cursor.next();
            let mut items = Vec::new();
            cursor.items("]", "a comma or ]", &mut |cursor| {
                items.push(read_value(cursor)?);
                Ok(())
            })?;
            Ok(Value::List(items))
        }
        Some('"') => Ok(Value::Text(read_text(cursor, "a text")?)),
        _ => {
            for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
                if cursor.eat(word) {
                    return Ok(value);
                }
            }
            if let Some(number) = leading_number(cursor.rest()) {
                cursor.eat(number);
                return Ok(Value::Number(number.to_owned()));
            }
            let expected = if cursor.eat("-") { "a digit after the minus" } else { "a value" };
            Err(cursor.expected(expected))
        }
    }
}

fn read_text(cursor: &mut Cursor, expected: &'static str) -> Result<String, Misplaced> {
    if !cursor.eat("\"") {
        return Err(cursor.expected(expected));
    }
    let mut text = String::new();
    loop {
        text.push_str(cursor.take_until(|c| c == '"' || c == '\\' || c < ' '));
        match cursor.peek() {
            Some('"') => {
                cursor.next();
                return Ok(text);
            }
            Some('\\') => text.push(read_escape(cursor)?),
            Some(_) => return Err(Misplaced { at: cursor.mark(), problem: SyntaxProblem::ControlCharacter }),
            None => return Err(cursor.expected("a closing quote")),
        }
    }
}

fn read_escape(cursor: &mut Cursor) -> Result<char, Misplaced> {
    let mark = cursor.mark();
    cursor.next();
    let plain = match cursor.peek() {
        Some(c @ ('"' | '\\' | '/')) => c,
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('u') => {
            cursor.next();
            let mut code = read_unit(cursor)?;
            if (0xd800..0xdc00).contains(&code) && cursor.eat("\\u") {
                // A second half that isn't one makes no character either.
                let low = read_unit(cursor)?.wrapping_sub(0xdc00);
                code = if low < 0x400 { 0x1_0000 + ((code - 0xd800) << 10) + low } else { code };
            }
            return char::from_u32(code).ok_or(Misplaced { at: mark, problem: SyntaxProblem::HalfCharacter });
        }
        _ => return Err(cursor.expected("one of \" \\ / b f n r t u after the backslash")),
    };
    cursor.next();
    Ok(plain)
}

/// Reads four hexadecimal digits.
fn read_unit(cursor: &mut Cursor) -> Result<u32, Misplaced> {
    let mut unit = 0;
    for _ in 0..4 {
        let digit = cursor.peek().and_then(|c| c.to_digit(16));
        unit = unit * 16 + digit.ok_or_else(|| cursor.expected("one of four hexadecimal digits"))?;
        cursor.next();
    }
    Ok(unit)
}

/// Writes a value, indented by two spaces.
pub(crate) fn write(value: &Value) -> String {
    let mut out = String::new();
    write_value(value, 0, &mut out);
    out
}

fn write_value(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(number),
        Value::Text(text) => write_text(text, out),
        Value::List(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                write_line(place > 0, depth + 1, out);
                write_value(item, depth + 1, out);
            }
            if !items.is_empty() {
                write_line(false, depth, out);
            }
            out.push(']');
        }
        Value::Object(pairs) => {
            out.push('{');
            for (place, (key, value)) in pairs.iter().enumerate() {
                write_line(place > 0, depth + 1, out);
                write_text(key, out);
                out.push_str(": ");
                write_value(value, depth + 1, out);
            }
            if !pairs.is_empty() {
                write_line(false, depth, out);
            }
            out.push('}');
        }
    }
}

/// Begins a line.
fn write_line(after_comma: bool, depth: usize, out: &mut String) {
    if after_comma {
        out.push(',');
    }
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::super::value::tests::values;
    use super::*;

    /// The same tree as `serde_json` has it.
    fn parsed(value: &Value) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(answer) => (*answer).into(),
            Value::Number(number) => serde_json::from_str(number).expect("a number"),
            Value::Text(text) => text.clone().into(),
            Value::List(items) => items.iter().map(parsed).collect(),
            Value::Object(pairs) => pairs.iter().map(|(key, value)| (key.clone(), parsed(value))).collect(),
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in values()) {
            let written = write(&value);
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&written).expect("JSON"), parsed(&value));
            prop_assert_eq!(read(&written), Ok(value));
        }

        #[test]
        fn json_is_what_serde_json_takes(
            text in prop_oneof![
                "[-0-9.eE+]{1,4}",
                "\"([a\\\\/bfu09dD8c\"]|\\\\u[dD][89cCdD]0[0a]|\\PC|\\x00){0,6}\"",
                "[\\[{\"]{0,2}[\\[\\]{}\":,a0 \n]{0,10}[\"\\]}]{0,2}",
            ],
        ) {
            match (read(&text), serde_json::from_str::<serde_json::Value>(&text)) {
                (Ok(ours), theirs) => prop_assert_eq!(parsed(&ours), theirs.expect("JSON")),
                (Err(SyntaxError::Json { problem: SyntaxProblem::KeyTwice(_), .. }), _) => {}
                (Err(error), theirs) => prop_assert!(theirs.is_err(), "{}", error),
            }
        }
    }
}
