//! The lines of a kept history that say how well the rows of its file cover its months, what was counted of them, and what was
//! taken for granted. They are written and read side by side.

use super::DamagedHistory;
use super::version::Version;
use crate::app::storage::lines;
use crate::history::{Assumption, CalendarDay, CalendarMonth, CountUnit, Coverage, RunOn, Source, UsageHistory};

/// What stands in place of a list of nothing, and of what isn't known.
const NONE: &str = "none";

/// What stands before the name of a column.
const COLUMN: &str = "column ";

/// Writes what a version says of the rows behind a history.
pub(super) fn write(history: &UsageHistory, version: Version) -> String {
    let Some(coverage) = history.coverage() else {
        return if version >= Version::Purpose { format!("rows {NONE}\n") } else { String::new() };
    };
    let Coverage { rows, unread, run_on, same, missing, repeated, begins, ends } = coverage;
    let [begins, ends] = [begins, ends].map(|day| list(day.as_slice()));
    let counted = history.source().map_or_else(|| NONE.to_owned(), counted_text);
    let unit = history.source().and_then(Source::unit).map_or(NONE, CountUnit::label);
    let lines = [
        (Version::Covered, "rows", rows.to_string()),
        (Version::Covered, "unread", unread.to_string()),
        (Version::Covered, "missing", list(missing)),
        (Version::Covered, "repeated", list(repeated)),
        (Version::Incomplete, "begins", begins),
        (Version::Incomplete, "ends", ends),
        (Version::Quoted, "quoted", quoted_text(*run_on)),
        (Version::Same, "same", same.to_string()),
        (Version::Counted, "counted", counted),
        (Version::Purpose, "unit", unit.to_owned()),
        (Version::Assumed, "assumed", assumed_text(history.assumptions())),
    ];
    let written = lines.iter().filter(|(since, ..)| version >= *since);
    written.map(|(_, key, value)| format!("{key} {value}\n")).collect::<Vec<_>>().concat()
}

/// What is known of the rows behind a history.
#[derive(Default)]
pub(super) struct Rows {
    coverage: Option<Coverage>,
    source: Option<Source>,
    assumptions: Vec<Assumption>,
}

impl Rows {
    /// Reads what [`write()`] writes, and hands back the lines that follow.
    ///
    /// # Errors
    /// [`DamagedHistory`] says what is wrong with it.
    pub(super) fn read(text: &str, version: Version) -> Result<(Self, &str), DamagedHistory> {
        if version < Version::Covered {
            return Ok((Self::default(), text));
        }
        let mut lines = Lines { version, rest: text };
        let rows = lines.next("rows")?;
        if version >= Version::Purpose && rows == NONE {
            return Ok((Self::default(), lines.rest));
        }
        let coverage = lines.coverage(rows)?;
        let counted = lines.since(Version::Counted, "counted", NONE)?;
        // Of rows that are the same it may be unknown what was counted.
        let may_be_unknown = version != Version::Counted;
        let source = if may_be_unknown && counted == NONE { None } else { Some(read_counted(counted)?) };
        let source = read_unit(lines.since(Version::Purpose, "unit", NONE)?, source)?;
        let assumptions = read_assumptions(lines.since(Version::Assumed, "assumed", NONE)?, version)?;
        Ok((Self { coverage: Some(coverage), source, assumptions }, lines.rest))
    }

    /// The history with all this.
    ///
    /// # Errors
    /// [`DamagedHistory::BadRows`] where these are no rows of its months.
    pub(super) fn behind(self, history: UsageHistory) -> Result<UsageHistory, DamagedHistory> {
        let history = match self.coverage {
            None => history,
            Some(coverage) => history.with_coverage(coverage).ok_or(DamagedHistory::BadRows)?,
        };
        let history = match self.source {
            None => history,
            Some(source) => history.with_source(source),
        };
        Ok(history.with_assumptions(self.assumptions))
    }
}

/// The lines of a text that are still to be read.
struct Lines<'a> {
    version: Version,
    rest: &'a str,
}

impl<'a> Lines<'a> {
    fn next(&mut self, key: &'static str) -> Result<&'a str, DamagedHistory> {
        let (value, rest) = lines::line(self.rest, key).map_err(DamagedHistory::Missing)?;
        self.rest = rest;
        Ok(value)
    }

    /// A line that versions have from that one on; what an earlier one means without it.
    fn since(&mut self, version: Version, key: &'static str, otherwise: &'a str) -> Result<&'a str, DamagedHistory> {
        if self.version >= version { self.next(key) } else { Ok(otherwise) }
    }

    /// How well so many rows cover the months.
    fn coverage(&mut self, rows: &str) -> Result<Coverage, DamagedHistory> {
        let unread = self.next("unread")?;
        let (missing, repeated) = (self.next("missing")?, self.next("repeated")?);
        let begins = self.since(Version::Incomplete, "begins", NONE)?;
        let ends = self.since(Version::Incomplete, "ends", NONE)?;
        let quoted = self.since(Version::Quoted, "quoted", NONE)?;
        let same = self.since(Version::Same, "same", "0")?;
        let day = |text: &str| if text == NONE { Some(None) } else { CalendarDay::parse(text).map(Some) };
        let coverage = || {
            Some(Coverage {
                rows: read_number(rows)?,
                unread: read_number(unread)?,
                run_on: read_run_on(quoted)?,
                same: read_number(same)?,
                missing: read_months(missing)?,
                repeated: read_months(repeated)?,
                begins: day(begins)?,
                ends: day(ends)?,
            })
        };
        // What says no more than the version before it isn't written in this one.
        let is_of_version = |it: &Coverage| match self.version {
            Version::Plain | Version::Covered | Version::Incomplete | Version::Quoted => {
                Version::of_coverage(it) == self.version
            }
            Version::Same => it.same > 0,
            Version::Counted | Version::Assumed | Version::Purpose => true,
        };
        let coverage = coverage().filter(|it| is_of_version(it) && quoted_text(it.run_on) == quoted);
        coverage.ok_or(DamagedHistory::BadRows)
    }
}

pub(super) fn list(items: &[impl ToString]) -> String {
    let items: Vec<_> = items.iter().map(ToString::to_string).collect();
    if items.is_empty() { NONE.to_owned() } else { items.join(",") }
}

fn read_months(text: &str) -> Option<Vec<CalendarMonth>> {
    if text == NONE { Some(Vec::new()) } else { text.split(',').map(CalendarMonth::parse).collect() }
}

fn quoted_text(run_on: RunOn) -> String {
    let RunOn { rows, lines, first_line } = run_on;
    if rows == 0 { NONE.to_owned() } else { format!("{rows},{lines},{first_line}") }
}

fn read_run_on(text: &str) -> Option<RunOn> {
    if text == NONE {
        return Some(RunOn::default());
    }
    let (rows, rest) = text.split_once(',')?;
    let (lines, first_line) = rest.split_once(',')?;
    Some(RunOn { rows: read_number(rows)?, lines: read_number(lines)?, first_line: read_number(first_line)? })
}

fn counted_text(source: &Source) -> String {
    match source {
        Source::Rows => "rows".to_owned(),
        Source::Posts => "posts".to_owned(),
        Source::Column { name, .. } => format!("{COLUMN}{name}"),
    }
}

fn read_counted(text: &str) -> Result<Source, DamagedHistory> {
    let source = match text {
        "rows" => Some(Source::Rows),
        "posts" => Some(Source::Posts),
        _ => text.strip_prefix(COLUMN).and_then(Source::column),
    };
    // A name that no file would give isn't read.
    source.filter(|source| counted_text(source) == text).ok_or(DamagedHistory::BadRows)
}

/// What was counted, in the unit of that name.
fn read_unit(text: &str, source: Option<Source>) -> Result<Option<Source>, DamagedHistory> {
    if text == NONE {
        return Ok(source);
    }
    let unit = CountUnit::by_label(text).ok_or(DamagedHistory::BadRows)?;
    // Only the numbers of a column have one.
    let source = source.map(|source| source.in_unit(Some(unit))).filter(|source| source.unit().is_some());
    source.map(Some).ok_or(DamagedHistory::BadRows)
}

fn assumed_text(assumptions: &[Assumption]) -> String {
    list(&assumptions.iter().map(|assumption| assumption.id()).collect::<Vec<_>>())
}

fn read_assumptions(ids: &str, version: Version) -> Result<Vec<Assumption>, DamagedHistory> {
    let is_named = |assumption: &Assumption| ids.split(',').any(|id| id == assumption.id());
    let assumptions: Vec<_> = Assumption::ALL.into_iter().filter(is_named).collect();
    let may_be_none = version != Version::Assumed;
    // What is unknown, or stands twice or in another order, isn't written back.
    let is_known = assumed_text(&assumptions) == ids && (may_be_none || !assumptions.is_empty());
    if is_known { Ok(assumptions) } else { Err(DamagedHistory::BadAssumptions) }
}

/// A whole number as it is written here: digits and nothing else.
pub(super) fn read_number(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}
