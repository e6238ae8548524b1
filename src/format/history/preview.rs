//! What a file looks like before it is counted, in words: how it is read, and what may be wrong with that.

use super::assumptions::assumption_sentence;
use super::others::{also_counts_sentence, passed_over_phrases};
use super::sentences::reads;
use super::source::{doubtful_sentence, unit_sentence};
use crate::format::counts::plural;
use crate::history::{Counting, IgnoredKind, OrderReason, OtherColumn, PassedOver, Preview, Reading, Source, Years};
use crate::numbers::NumberStyle;
use crate::text::quoted;

/// How the file is read, a sentence each.
#[must_use]
pub fn preview_sentences(preview: &Preview, style: NumberStyle) -> Vec<String> {
    let mut sentences = vec![dates_sentence(preview)];
    if !has_times_side_by_side(preview) {
        sentences.extend(counting_sentences(preview));
    }
    if let (order, OrderReason::Assumed) = preview.evidence.order() {
        sentences.push(format!(
            "Nothing in the first rows tells days from months: they are shown with {}. All rows are looked at when they are \
             counted, and then you can choose the other order.",
            order.label()
        ));
    }
    if preview.rows_above > 0 {
        let above = plural(preview.rows_above, "row", style);
        sentences.push(format!("{above} above the table will be ignored."));
    }
    if preview.run_on.rows > 0 {
        let more = match preview.run_on.rows - 1 {
            0 => String::new(),
            more => format!(", and in {} more,", plural(more, "row", style)),
        };
        sentences.push(format!(
            "A quotation mark in the row on line {}{more} is not closed where it should be, so neither that row nor those it takes in \
             can be counted. Close it in the file, or take it away, to have all rows counted.",
            style.whole(preview.run_on.first_line)
        ));
    }
    if preview.encoding != crate::history::Encoding::Utf8 {
        sentences.push(format!("Its letters are written in {}.", preview.encoding.label()));
    }
    sentences
}

/// Whether months or years stand side by side, so that no column has the reads of a row.
fn has_times_side_by_side(preview: &Preview) -> bool {
    preview.date_column.is_none() && (preview.has_years_side_by_side() || preview.has_months_side_by_side())
}

/// What is counted, and what isn't.
fn counting_sentences(preview: &Preview) -> Vec<String> {
    let name = |place: usize| quoted(preview.columns.get(place).map(String::as_str).unwrap_or_default());
    let counted = match preview.counting {
        Counting::Rows if preview.are_posts => "Each row is a post and counts as one read.".to_owned(),
        Counting::Rows => "Each row counts as one read.".to_owned(),
        Counting::Column(place) if preview.source().counts_requests() => format!(
            "The reads are taken from the column {}: each request counts as one read, though it may return many posts.",
            name(place)
        ),
        Counting::Column(place) => format!("The reads are taken from the column {}.", name(place)),
    };
    let (source, also_counts) = (preview.source(), also_counts_sentence(&preview.told_others()));
    let unit = unit_sentence(&source, "are taken as they are", "are").filter(|_| source.unit().is_some());
    // Numbers that only are of something else stand beside times in any log.
    let passed_over = passed_over_sentence(preview).filter(|_| !may_be_meant(preview));
    [Some(counted), unit, also_counts, passed_over].into_iter().flatten().collect()
}

/// What a row of the preview is read as: `1,200 reads in 2021-03`.
#[must_use]
pub fn reading_phrase(reading: &Reading, style: NumberStyle) -> String {
    match reading {
        Reading::Reads(month, count) => format!("{} in {month}", reads(*count, style)),
        Reading::Ignored(IgnoredKind::AboveTable) => "Ignored: it stands above the table.".to_owned(),
        Reading::Ignored(IgnoredKind::Header) => "Ignored: it names the columns.".to_owned(),
        Reading::Ignored(IgnoredKind::Total) => "Ignored: it sums others up.".to_owned(),
        Reading::Ignored(IgnoredKind::Blank) => "Ignored: it is empty.".to_owned(),
        Reading::Bad(reason) => reason.clone(),
    }
}

/// Where the dates are taken from, or why there are none.
fn dates_sentence(preview: &Preview) -> String {
    let name = |place: usize| quoted(preview.columns.get(place).map(String::as_str).unwrap_or_default());
    if let Some(column) = preview.column_of_years() {
        let column = quoted(column);
        return format!(
            "The column {column} has years and no months. Yearly reads can’t be used: give them by day or by month."
        );
    }
    match (preview.date_column, preview.years) {
        (Some(place), Years::InDates) if preview.has_dates_of_retrieval() => format!(
            "The dates are taken from the column {}: by its name, the days on which the rows were retrieved.",
            name(place)
        ),
        (Some(place), Years::InDates) => format!("The dates are taken from the column {}.", name(place)),
        (Some(place), Years::Column(years)) => {
            format!("The months are taken from the column {}, and their years from {}.", name(place), name(years))
        }
        (None, _) if preview.has_years_side_by_side() => {
            "Years stand side by side here: put the reads below each other, with a row for each month.".to_owned()
        }
        (None, _) if preview.has_months_side_by_side() => {
            "Months stand side by side here: put the reads below each other, with a row for each month.".to_owned()
        }
        (None, _) => {
            "No column of dates was found. Choose it if there is one. If columns aren’t told apart, choose what stands between \
             them: commas, semicolons, tabs or bars, but not spaces."
                .to_owned()
        }
    }
}

/// What may be wrong with how the file is read, a sentence each: whoever counts it has to know it.
#[must_use]
pub fn preview_warnings(preview: &Preview) -> Vec<String> {
    if has_times_side_by_side(preview) {
        return Vec::new();
    }
    let source = preview.source();
    let dates = preview.date_column.and_then(|place| preview.columns.get(place)).filter(|_| source == Source::Posts);
    let by_writing = dates.map(|name| {
        format!(
            "{} has the days on which posts were written, which may not be those on which they were read: choose another column if \
             one has these.",
            quoted(name)
        )
    });
    let unit = unit_sentence(&source, "are taken as they are", "are").filter(|_| source.unit().is_none());
    let passed_over = passed_over_sentence(preview).filter(|_| may_be_meant(preview));
    let before = [passed_over, by_writing, doubtful_sentence(&source)].into_iter().flatten();
    let assumptions = preview.assumptions.iter().map(|assumption| assumption_sentence(*assumption, Some(&source)));
    before.chain(assumptions).chain(fractions_sentence(preview)).chain(unit).collect()
}

/// Says that some numbers of what is counted aren't whole, why these rows can't be counted, and what to do; `None` without any.
fn fractions_sentence(preview: &Preview) -> Option<String> {
    let (source, example) = (preview.source(), preview.fraction.as_ref()?);
    let (rule, what_to_do) = match source.named_unit() {
        Some(_) => (
            "Numbers are taken as they are, and reads are whole",
            "choose what the numbers are in, or give the reads in full, without a unit",
        ),
        None => ("Reads are whole", "give whole numbers"),
    };
    Some(format!(
        "{} has numbers that aren’t whole, like {}. {rule}, so these rows can’t be counted: {what_to_do}.",
        quoted(source.name()?),
        quoted(example)
    ))
}

/// Whether someone may have meant a column of numbers to be counted that isn't.
fn may_be_meant(preview: &Preview) -> bool {
    let may_be =
        |other: &OtherColumn| !matches!(other.why, PassedOver::Other | PassedOver::NotWhole | PassedOver::TimeZones);
    preview.counting == Counting::Rows && !preview.are_posts && preview.told_others().iter().any(may_be)
}

/// Which columns of numbers aren't counted, and why; `None` where nobody would expect them to be.
fn passed_over_sentence(preview: &Preview) -> Option<String> {
    let phrases = passed_over_phrases(&preview.told_others())?;
    Some(match preview.counting {
        Counting::Rows if !preview.are_posts => format!(
            "{phrases}. So each row counts as one read: choose another column if one has the reads, or take a file that has them."
        ),
        _ => format!("Passed over: {phrases}."),
    })
}
