//! What the names of columns say of what stands in them.

/// Words that a column of dates is called by, in lower case.
const DATES: [&str; 16] = [
    "date",
    "day",
    "month",
    "time",
    "timestamp",
    "created",
    "datetime",
    "period",
    "datum",
    "tag",
    "monat",
    "mois",
    "jour",
    "fecha",
    "mes",
    "data",
];

/// Words that a column of counts is called by.
const COUNTS: [&str; 22] = [
    "count",
    "counts",
    "reads",
    "read",
    "posts",
    "tweets",
    "usage",
    "volume",
    "quantity",
    "total",
    "results",
    "pulled",
    "consumed",
    "requests",
    "number",
    "amount",
    "anzahl",
    "nombre",
    "cantidad",
    "quantidade",
    "n",
    "calls",
];

/// Words of numbers that are no counts of reads.
const NO_COUNTS: [&str; 18] = [
    "id", "status", "code", "year", "month", "day", "week", "hour", "minute", "duration", "latency", "ms", "bytes",
    "size", "price", "cost", "limit", "cap",
];

/// Words that a column of years is called by.
const YEARS: [&str; 9] = ["year", "years", "yr", "jahr", "année", "annee", "año", "ano", "anno"];

/// Words that a column of months is called by.
const MONTHS: [&str; 8] = ["month", "months", "mon", "monat", "mois", "mes", "mês", "mese"];

/// The lower-case words of a name: `createdAt` and `created_at` alike.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for letter in name.chars() {
        let begins = letter.is_uppercase() && was_lower;
        if begins || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        was_lower = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

fn has_any(name: &str, known: &[&str]) -> bool {
    words(name).iter().any(|word| known.contains(&word.as_str()))
}

/// Whether a column of that name has dates.
pub(super) fn names_date(name: &str) -> bool {
    has_any(name, &DATES)
}

/// Whether a column of that name has years.
pub(super) fn names_year(name: &str) -> bool {
    has_any(name, &YEARS)
}

/// Whether a column of that name has months.
pub(super) fn names_month(name: &str) -> bool {
    has_any(name, &MONTHS)
}

/// Whether a column of that name has counts.
pub(super) fn names_count(name: &str) -> bool {
    has_any(name, &COUNTS) && !has_any(name, &NO_COUNTS)
}

/// Whether a column of that name has other numbers.
pub(super) fn names_other_number(name: &str) -> bool {
    has_any(name, &NO_COUNTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        for name in ["date", "Date", "created_at", "createdAt", "Usage Date (UTC)", "day"] {
            assert!(names_date(name), "{name}");
        }
        for name in ["tweets pulled", "post_count", "Reads", "result_count", "Anzahl"] {
            assert!(names_count(name), "{name}");
        }
        for name in ["post_id", "status", "read limit", "country", "endpoint"] {
            assert!(!names_count(name), "{name}");
        }
    }
}
