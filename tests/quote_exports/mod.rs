//! A quote in all its exports, read as whoever gets them would.
#![allow(dead_code, reason = "not every test needs all of it")]

use quota_calculator::catalogue;
use quota_calculator::format::{quote_csv, quote_json, quote_markdown, quote_text};
use quota_calculator::link;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::Estimate;
use quota_calculator::quote::{Quotation, Quote};
use serde_json::Value;

pub const STYLE: NumberStyle = NumberStyle::ENGLISH;

pub const ADDRESS: &str = "https://example.org/quota/#q1/AAAA";

pub fn linked(link: &str) -> Estimate {
    link::decode(link, catalogue()).unwrap_or_else(|error| panic!("{link}: {error}"))
}

/// A quote with its quotation and all four exports.
pub struct Outlets {
    pub quote: Quote,
    pub quotation: Quotation,
    pub text: String,
    pub markdown: String,
    pub csv: Vec<[String; 4]>,
    pub json: Value,
}

impl Outlets {
    pub fn new(quote: Quote) -> Self {
        let quotation = Quotation::as_quoted(catalogue(), &quote).expect("amounts");
        let csv = quote_csv(&quote, &quotation, ADDRESS);
        let json = quote_json(&quote, &quotation, ADDRESS);
        Self {
            text: quote_text(&quote, &quotation, ADDRESS, STYLE),
            markdown: quote_markdown(&quote, &quotation, ADDRESS, STYLE),
            csv: table(&csv),
            json: serde_json::from_str(&json).expect("JSON"),
            quote,
            quotation,
        }
    }

    /// Each option: its heading in text, its section in text and in Markdown, its rows of the table, and its object.
    pub fn options(&self) -> impl Iterator<Item = (usize, String)> {
        self.quotation.options.iter().enumerate().map(|(place, quoted)| {
            let name = &quoted.tier.name;
            let mark = if self.quote.recommended == Some(place) { " (recommended)" } else { "" };
            let is_only = self.quote.options.len() == 1;
            let heading = if is_only { format!("{name}{mark}") } else { format!("Option {}: {name}{mark}", place + 1) };
            (place, heading)
        })
    }

    /// The text cell of a row.
    #[track_caller]
    pub fn cell(&self, part: &str, item: &str) -> [&str; 2] {
        let rows: Vec<_> = self.csv.iter().filter(|row| row[0] == part && row[1] == item).collect();
        let [[_, _, amount, text]] = rows.as_slice() else { panic!("{part}, {item}: {} rows", rows.len()) };
        [amount, text]
    }
}

/// Reads CSV as RFC 4180 has it, and nothing more lenient; every row has four cells.
pub fn table(csv: &str) -> Vec<[String; 4]> {
    let mut rest = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut rows = Vec::new();
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let mut cell = String::new();
            if let Some(quoted) = rest.strip_prefix('"') {
                rest = quoted;
                loop {
                    let (text, after) = rest.split_once('"').expect("a closing quote");
                    cell.push_str(text);
                    rest = after;
                    let Some(after) = rest.strip_prefix('"') else { break };
                    cell.push('"');
                    rest = after;
                }
            } else {
                let end = rest.find([',', '\r', '\n', '"']).expect("the end of a cell");
                cell.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            row.push(cell);
            match rest.strip_prefix(',') {
                Some(after) => rest = after,
                None => break,
            }
        }
        rest = rest.strip_prefix("\r\n").expect("the end of a line");
        rows.push(row.try_into().expect("four cells"));
    }
    rows
}

/// The text that Markdown shows: without the backslashes before punctuation.
pub fn unescaped(markdown: &str) -> String {
    let mut text = String::new();
    let mut characters = markdown.chars().peekable();
    while let Some(c) = characters.next() {
        match characters.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => text.extend(characters.next()),
            _ => text.push(c),
        }
    }
    text
}

/// The lines under a heading, up to the next empty line.
#[track_caller]
pub fn section<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let start = text.lines().position(|line| line == heading);
    let start = start.unwrap_or_else(|| panic!("{heading} should stand in {text}"));
    text.lines().skip(start + 1).skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty()).collect()
}

#[track_caller]
pub fn has_line(lines: &[&str], expected: &str) {
    assert!(lines.contains(&expected), "{expected} should be one of {lines:#?}");
}

/// Text, Markdown and CSV of a quote say this of it, or of its only option.
#[track_caller]
pub fn says(outlets: &Outlets, part: &str, label: &str, fact: &str) {
    let markdown = unescaped(&outlets.markdown);
    assert!(
        outlets.text.lines().any(|line| line.trim_start_matches("- ") == format!("{label}: {fact}")),
        "{}",
        outlets.text
    );
    assert!(markdown.lines().any(|line| line == format!("- **{label}:** {fact}")), "{markdown}");
    assert_eq!(outlets.cell(part, label)[1], fact);
}
