//! What the reads of a file were taken from, in words.

use crate::history::{Doubt, Source};
use crate::text::quoted;

/// What the reads were taken from, and what may be wrong with it, a sentence each.
pub(super) fn source_sentences(source: &Source) -> Vec<String> {
    let taken = match source {
        Source::Rows | Source::Posts => "Each row was counted as one read.".to_owned(),
        Source::Column { name, .. } if source.counts_requests() => format!(
            "The reads were taken from the column {}: each request counts as one read, though it may return many posts.",
            quoted(name)
        ),
        Source::Column { name, .. } => format!("The reads were taken from the column {}.", quoted(name)),
    };
    let by_writing = (*source == Source::Posts).then(|| {
        "Posts were counted in the months in which they were written, which may not be those in which they were read.".to_owned()
    });
    let unit = unit_sentence(source, "were taken as they are", "were taken to be");
    [Some(taken), by_writing, doubtful_sentence(source), unit].into_iter().flatten().collect()
}

/// Says what a column may have rather than reads; `None` where its name doesn't say so.
pub(super) fn doubtful_sentence(source: &Source) -> Option<String> {
    let name = quoted(source.name()?);
    Some(format!("By its name, {name} {}.", doubt_phrase(source.doubt()?)))
}

/// What columns may have rather than reads, to be read behind their names.
pub(super) fn doubt_phrase(doubt: Doubt) -> String {
    let hint = match doubt {
        Doubt::Failed => "what failed",
        Doubt::Duplicates => "duplicates",
        Doubt::Undone => "what was not found or not done",
        Doubt::Posted => "what was posted",
        Doubt::Deleted => "what was deleted",
        Doubt::Different => "different posts",
    };
    format!("may be {hint} rather than all that was read")
}

/// Says what numbers are given in by choice, or may be by their column's name, with what is made of them in either case; `None`
/// without a unit.
pub(super) fn unit_sentence(source: &Source, as_they_are: &str, in_unit: &str) -> Option<String> {
    let name = quoted(source.name()?);
    Some(match source.unit() {
        Some(unit) => format!("As you chose, the numbers of {name} {in_unit} in {}.", unit.label()),
        None => format!("By its name, {name} may be in {}: its numbers {as_they_are}.", source.named_unit()?.label()),
    })
}
