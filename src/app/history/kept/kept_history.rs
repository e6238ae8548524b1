use super::DamagedHistory;
use super::row_lines::{self, Rows, list, read_number};
use super::version::Version;
use crate::app::saved::SavedName;
use crate::app::storage::lines;
use crate::history::{CalendarMonth, UsageHistory};
use crate::pricing::{Date, Reads, UsageType, read_day};

/// A history under a name: what one key of the storage holds.
///
/// It is kept as lines, of which the first says the version:
///
/// ```text
/// history 2
/// name reads.csv
/// kept 2026-08-14
/// rows 12
/// unread 8
/// missing 2021-04
/// repeated none
/// from 2021-03
/// reads 1200,0,350
/// ```
///
/// Version 1 has the same lines without those from `rows` to `repeated`: of such a history it isn't known how well rows cover it.
/// Version 3 has `begins 2021-03-15` and `ends none` behind `repeated`, of which at least one is a day: that on which its rows
/// begin or end within a month. Version 4 has `quoted 1,3,7` behind these two, of which both may be `none`: the rows that quotation
/// marks left open, the lines that these rows take, and the line of the first. Version 5 has all of these, also `quoted none`, and
/// behind them what was counted: `counted column reads`, `counted rows`, or `counted posts` in the months in which they were written.
/// Version 6 has `same 3` behind `quoted`, at least one: the rows that are exactly the same as one before; its `counted` may be `none`.
/// Version 7 has all of these, also `same 0`, and behind them what was taken for granted: `assumed no-running-total,day-first`, at
/// least one of the ids of [`Assumption::ALL`](crate::history::Assumption::ALL), in their order. Version 8 has `usage academic`
/// behind `kept`: what the reads were for. Then it has all of these, also `assumed none`, with `unit millions` or `unit none` behind
/// `counted`: what its numbers were taken to be in. Where it isn't known how well rows cover the months, it has `rows none` and no
/// more of them.
///
/// A text that says less, more or something else is refused, never mended; what is refused stays in the storage as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptHistory {
    /// What it is called.
    pub name: SavedName,
    /// The reader's day when it was kept, in the years 0 to 9999.
    pub kept: Date,
    /// What its reads were for; `None` where an earlier version kept it, which didn't say.
    pub usage_type: Option<UsageType>,
    /// Its months, with how well the rows of the file cover them.
    pub history: UsageHistory,
}

impl KeptHistory {
    /// Writes the text to keep.
    #[must_use]
    pub fn encode(&self) -> String {
        let Self { name, kept, usage_type, history } = self;
        let version = if usage_type.is_some() { Version::Purpose } else { Version::of(history) };
        let usage = usage_type.map(|usage_type| format!("usage {}\n", usage_type.id())).unwrap_or_default();
        let rows = row_lines::write(history, version);
        let (first, reads) = (history.first(), list(history.reads()));
        format!("history {version}\nname {name}\nkept {kept}\n{usage}{rows}from {first}\nreads {reads}")
    }

    /// Reads a text that was kept.
    ///
    /// # Errors
    /// [`DamagedHistory`] says what is wrong with it.
    pub fn decode(text: &str) -> Result<Self, DamagedHistory> {
        let (version, rest) = lines::version(text, "history").ok_or(DamagedHistory::NotAHistory)?;
        let version = Version::read(version).ok_or_else(|| DamagedHistory::UnknownVersion(version.to_owned()))?;
        let (name, rest) = lines::line(rest, "name").map_err(DamagedHistory::Missing)?;
        let (kept, rest) = lines::line(rest, "kept").map_err(DamagedHistory::Missing)?;
        let (usage_type, rest) = read_usage_type(rest, version)?;
        let (rows, rest) = Rows::read(rest, version)?;
        let (from, rest) = lines::line(rest, "from").map_err(DamagedHistory::Missing)?;
        let reads = lines::last(rest, "reads").map_err(DamagedHistory::Missing)?;
        let first = CalendarMonth::parse(from).ok_or(DamagedHistory::BadMonth)?;
        let reads = reads.split(',').map(read).collect::<Option<Vec<_>>>().ok_or(DamagedHistory::BadReads)?;
        let history = UsageHistory::new(first, reads).ok_or(DamagedHistory::BadReads)?;
        let history = rows.behind(history)?;
        Ok(Self {
            name: SavedName::read(name).ok_or(DamagedHistory::BadName)?,
            kept: read_day(kept).ok_or(DamagedHistory::BadDay)?,
            usage_type,
            history,
        })
    }
}

/// Reads the line that says what the reads were for, and hands back those that follow.
fn read_usage_type(text: &str, version: Version) -> Result<(Option<UsageType>, &str), DamagedHistory> {
    if version < Version::Purpose {
        return Ok((None, text));
    }
    let (id, rest) = lines::line(text, "usage").map_err(DamagedHistory::Missing)?;
    Ok((Some(UsageType::by_id(id).ok_or(DamagedHistory::BadUsageType)?), rest))
}

fn read(text: &str) -> Option<Reads> {
    read_number(text).and_then(|count| Reads::new(count).ok())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::history::{Assumption, CalendarDay, CountUnit, Coverage, RunOn, Source};
    use proptest::prelude::*;

    #[track_caller]
    fn case(text: &str, damage: &str) {
        assert_eq!(KeptHistory::decode(text).map_err(|damage| damage.to_string()), Err(damage.to_owned()));
    }

    #[test]
    fn damaged_texts_say_what_is_wrong() {
        case("", "it doesn’t begin like a history");
        case("estimate 1\nname x", "it doesn’t begin like a history");
        case(
            "history 9\nanything",
            "its version is 9, which this calculator doesn’t know; a newer one may have kept it",
        );
        case("history 1\nname x\nkept 2026-08-14\nfrom 2021-03", "its from is missing");
        case("history 1\nname x\nkept 2026-08-14\nfrom 2021-03\n", "its reads is missing");
        case("history 1\nname x\nkept 2026-02-30\nfrom 2021-03\nreads 1", "the day when it was kept isn’t a date");
        case("history 1\nname x\nkept 2026-08-14\nfrom 2021\nreads 1", "its first month isn’t a month");
        for reads in ["", "1,", "1,-2", "1,x", "1000000000000001", "1\n"] {
            let text = format!("history 1\nname x\nkept 2026-08-14\nfrom 2021-03\nreads {reads}");
            case(&text, "its reads aren’t numbers of reads, month by month");
        }
        case("history 2\nname x\nkept 2026-08-14\nrows 2\nfrom 2021-03\nreads 1", "its unread is missing");
        for rows in [
            "rows x\nunread 0\nmissing none\nrepeated none",
            "rows 2\nunread 2\nmissing none\nrepeated none",
            "rows 2\nunread 0\nmissing \nrepeated none",
            "rows 2\nunread 0\nmissing 2021-13\nrepeated none",
            "rows 2\nunread 0\nmissing none\nrepeated 2021-04",
            "rows 2\nunread 0\nmissing 2021-03,2021-03\nrepeated none",
        ] {
            let text = format!("history 2\nname x\nkept 2026-08-14\n{rows}\nfrom 2021-03\nreads 1");
            case(&text, "its rows aren’t those of its months");
        }
        for days in [
            "begins none\nends none",
            "begins 2021-03-01\nends none",
            "begins 2021-04-02\nends none",
            "begins 2021-02-29\nends none",
            "begins 15\nends none",
            "begins none\nends 2021-03-31",
        ] {
            let rows = "rows 2\nunread 0\nmissing none\nrepeated none";
            let text = format!("history 3\nname x\nkept 2026-08-14\n{rows}\n{days}\nfrom 2021-03\nreads 1");
            case(&text, "its rows aren’t those of its months");
        }
        for quoted in ["none", "0,0,0", "1,3", "1,3,0", "2,1,7", "2,3,7", "1,x,7", "1,3,7,"] {
            let rows = "rows 2\nunread 1\nmissing none\nrepeated none\nbegins none\nends none";
            let text = format!("history 4\nname x\nkept 2026-08-14\n{rows}\nquoted {quoted}\nfrom 2021-03\nreads 1");
            case(&text, "its rows aren’t those of its months");
        }
        case(
            "history 1\nname x\nkept 2026-08-14\nfrom 2099-12\nreads 1,2",
            "its reads aren’t numbers of reads, month by month",
        );
    }

    #[test]
    fn what_an_earlier_version_kept_still_opens() {
        for rows in [
            "",
            "rows 12\nunread 8\nmissing 2022-02\nrepeated none\n",
            "rows 4\nunread 0\nmissing none\nrepeated 2022-01,2022-03\n",
        ] {
            let version = if rows.is_empty() { 1 } else { 2 };
            let text = format!("history {version}\nname x\nkept 2026-08-14\n{rows}from 2022-01\nreads 9000,0,8000");
            assert_eq!(KeptHistory::decode(&text).map(|kept| kept.encode()), Ok(text));
        }
    }

    #[test]
    fn rows_that_are_the_same_are_kept() {
        let text = |version: u32, same: &str, counted: &str| {
            format!(
                "history {version}\nname x\nkept 2026-08-14\nrows 12\nunread 8\nmissing none\nrepeated none\nbegins none\nends none\n\
                 quoted none\n{same}counted {counted}\nfrom 2022-01\nreads 9000,0,8000"
            )
        };
        for counted in ["none", "rows", "column reads"] {
            let text = text(6, "same 3\n", counted);
            assert_eq!(KeptHistory::decode(&text).map(|kept| kept.encode()), Ok(text));
        }
        for same in ["0", "4", "x", "-1", ""] {
            case(&text(6, &format!("same {same}\n"), "rows"), "its rows aren’t those of its months");
        }
        case(&text(6, "", "rows"), "its same is missing");
        case(&text(5, "same 3\n", "rows"), "its counted is missing");
        case(&text(5, "", "none"), "its rows aren’t those of its months");
    }

    #[test]
    fn what_was_taken_for_granted_is_kept() {
        let text = |same: &str, counted: &str, assumed: &str| {
            format!(
                "history 7\nname x\nkept 2026-08-14\nrows 12\nunread 8\nmissing none\nrepeated none\nbegins none\nends none\n\
                 quoted none\n{same}counted {counted}\n{assumed}from 2022-01\nreads 9000,0,8000"
            )
        };
        for (same, counted, assumed) in [
            ("same 0\n", "none", "assumed month-first\n"),
            ("same 3\n", "column reads", "assumed no-running-total,day-first\n"),
            ("same 0\n", "rows", "assumed read-per-stretch\n"),
        ] {
            let text = text(same, counted, assumed);
            assert_eq!(KeptHistory::decode(&text).map(|kept| kept.encode()), Ok(text));
        }
        for ids in ["", "none", "day", "day-first,", "day-first,no-running-total", "day-first,day-first"] {
            let damage = "what was taken for granted of its rows isn’t anything that this calculator knows";
            case(&text("same 0\n", "rows", &format!("assumed {ids}\n")), damage);
        }
        case(&text("same 0\n", "rows", ""), "its assumed is missing");
        case(&text("", "rows", "assumed day-first\n"), "its same is missing");
    }

    #[test]
    fn what_the_reads_were_for_is_kept() {
        let text = |usage: &str, rows: &str| {
            format!("history 8\nname x\nkept 2026-08-14\n{usage}{rows}from 2022-01\nreads 9000,0,8000")
        };
        let rows = |counted: &str, assumed: &str| {
            format!(
                "rows 12\nunread 8\nmissing none\nrepeated none\nbegins none\nends none\nquoted none\nsame 0\n\
                 counted {counted}\nassumed {assumed}\n"
            )
        };
        for (usage, rows) in [
            ("usage academic\n", "rows none\n".to_owned()),
            ("usage commercial-scale\n", rows("none\nunit none", "none")),
            ("usage hobby\n", rows("rows\nunit none", "read-per-stretch")),
            ("usage academic\n", rows("column reads (millions)\nunit millions", "week-in-one-month,decimal-point")),
        ] {
            let text = text(usage, &rows);
            assert_eq!(KeptHistory::decode(&text).map(|kept| kept.encode()), Ok(text));
        }
        let damage = "what its reads were for isn’t anything that this calculator knows";
        case(&text("usage none\n", "rows none\n"), damage);
        case(&text("", "rows none\n"), "its usage is missing");
        case(&text("usage hobby\n", ""), "its rows is missing");
        case(&text("usage hobby\n", &rows("rows", "none")), "its unit is missing");
        for counted in ["none\nunit millions", "rows\nunit millions", "column reads\nunit ones"] {
            case(&text("usage hobby\n", &rows(counted, "none")), "its rows aren’t those of its months");
        }
    }

    #[test]
    fn what_was_counted_is_kept_in_one_line() {
        let rows = "rows 12\nunread 8\nmissing none\nrepeated none\nbegins none\nends none\nquoted none";
        let text = |counted: &str| {
            format!("history 5\nname x\nkept 2026-08-14\n{rows}\ncounted {counted}\nfrom 2022-01\nreads 9000,0,8000")
        };
        for counted in ["rows", "posts", "column reads", "column Posts (thousands)", "column rows", "column 帖子"] {
            assert_eq!(KeptHistory::decode(&text(counted)).map(|kept| kept.encode()), Ok(text(counted)));
        }
        for counted in ["", "row", "column", "column ", "column  reads", "column reads ", "column a\tb"] {
            case(&text(counted), "its rows aren’t those of its months");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_comes_back(
            name in any::<String>(),
            (year, month) in (2006..2090_i32, 1..=12_u32),
            reads in proptest::collection::vec(0..=Reads::MAX.get(), 1..100),
            rows in prop_oneof![Just(0), any::<u64>()],
            (begins, ends) in any::<(bool, bool)>(),
            quoted in 0..3_u64,
            same in prop_oneof![Just(0), 0..9_u64],
            counted in prop_oneof![Just(None), Just(Some(Source::Rows)), Just(Some(Source::Posts)), any::<String>().prop_map(|it| Source::column(&it))],
            usage_type in proptest::option::of(proptest::sample::select(UsageType::ALL.to_vec())),
            unit in proptest::option::of(proptest::sample::select(CountUnit::ALL.to_vec())),
            assumptions in proptest::sample::subsequence(Assumption::ALL.to_vec(), 0..=Assumption::ALL.len()),
        ) {
            let first = CalendarMonth::new(year, month).expect("a month");
            let reads = reads.into_iter().map(|count| Reads::new(count).expect("reads")).collect();
            let history = UsageHistory::new(first, reads).expect("a history");
            let months = |from| history.months().map(|(month, _)| month).skip(from).step_by(2).collect();
            let day = |month, is_there: bool| is_there.then(|| CalendarDay::new(month, 15).expect("a day"));
            let coverage = |rows| Coverage {
                rows,
                unread: rows / 2,
                run_on: match quoted.min(rows / 2) {
                    0 => RunOn::default(),
                    quoted => RunOn { rows: quoted, lines: quoted * 7, first_line: rows },
                },
                same: same.min(rows - rows / 2 - 1),
                missing: months(1),
                repeated: months(0),
                begins: day(history.first(), begins),
                ends: day(history.last(), ends),
            };
            let history = match rows {
                0 => history,
                rows => {
                    let history = history.clone().with_coverage(coverage(rows)).expect("its coverage");
                    let history = history.with_assumptions(assumptions);
                    // Earlier versions know of no units.
                    let counted = counted.map(|counted| counted.in_unit(unit.filter(|_| usage_type.is_some())));
                    counted.map_or_else(|| history.clone(), |counted| history.clone().with_source(counted))
                }
            };
            let kept = Date::from_ymd_opt(2026, 8, 14).expect("a day");
            let kept = KeptHistory { name: SavedName::new(&name, "A file"), kept, usage_type, history };
            prop_assert_eq!(KeptHistory::decode(&kept.encode()), Ok(kept));
        }

        /// What is read of a text is read again of what is written for it, and no text makes the program fail.
        #[test]
        fn any_text_is_a_history_or_says_why_not(text in prop_oneof![
            any::<String>(),
            "history [1-8]\nname .{0,9}\nkept 20[0-9]{2}-[01][0-9]-[0-2][0-9]\n(usage hobby\n)?(rows none\n)?(rows [0-9]{1,3}\nunread [0-9]\n)?(quoted [0-9],[0-9],[0-9]\n)?(same [0-9]\n)?(missing none\nrepeated none\n)?(counted .{0,9}\n)?(unit [a-z]{4,9}\n)?(assumed [a-z,-]{0,20}\n)?from 20[0-9]{2}-[01][0-9]\nreads [0-9]{1,4}(,[0-9]{1,4}){0,5}",
        ]) {
            if let Ok(history) = KeptHistory::decode(&text) {
                prop_assert_eq!(KeptHistory::decode(&history.encode()), Ok(history));
            }
        }
    }
}
