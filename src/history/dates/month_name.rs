//! The names of months, in the languages that spreadsheets most often write them in.

/// English, German, French, Spanish and Portuguese, January first.
const NAMES: [&[&str]; 12] = [
    &["january", "januar", "jänner", "janvier", "enero", "janeiro"],
    &["february", "februar", "février", "fevrier", "febrero", "fevereiro"],
    &["march", "märz", "maerz", "mrz", "mars", "marzo", "março"],
    &["april", "avril", "abril"],
    &["may", "mai", "mayo", "maio"],
    &["june", "juni", "juin", "junio", "junho"],
    &["july", "juli", "juillet", "julio", "julho"],
    &["august", "août", "aout", "agosto"],
    &["september", "sept", "septembre", "septiembre", "setiembre", "setembro"],
    &["october", "oktober", "octobre", "octubre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "dezember", "décembre", "decembre", "diciembre", "dezembro"],
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The fewest letters that stand for a name.
const FEWEST: usize = 3;

/// The number of the month that `word` names or begins to name: `Oct`, `october`, `März`. `None` where it is no month's
/// name, or begins those of two.
pub(in crate::history) fn month_named(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    if word.chars().count() < FEWEST {
        return None;
    }
    let mut found = (1..).zip(NAMES).filter(|(_, names)| names.iter().any(|name| name.starts_with(&word)));
    let (month, _) = found.next()?;
    found.next().is_none().then_some(month)
}

/// Whether `word` is an English name of a day of the week, or the beginning of one.
pub(super) fn is_weekday(word: &str) -> bool {
    let word = word.to_lowercase();
    word.len() >= FEWEST && WEEKDAYS.iter().any(|day| day.starts_with(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_understood_in_full_and_in_short() {
        for (word, month) in [
            ("Jan", Some(1)),
            ("März", Some(3)),
            ("mai", Some(5)),
            ("June", Some(6)),
            ("juil", Some(7)),
            ("AOÛT", Some(8)),
            ("Sept", Some(9)),
            ("Okt", Some(10)),
            ("december", Some(12)),
            ("jui", None),
            ("ma", None),
            ("Maybe", None),
            ("Total", None),
            ("", None),
        ] {
            assert_eq!(month_named(word), month, "{word}");
        }
        assert!(is_weekday("Wed") && is_weekday("thursday") && !is_weekday("we") && !is_weekday("Month"));
    }
}
