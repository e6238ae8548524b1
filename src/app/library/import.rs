//! Adding what an exported file holds and this device doesn't.

use std::rc::Rc;

use super::command::Performed;
use super::everything::{Part, parts};
use super::library_entry::{self, title};
use super::{KeptQuote, LibraryEvent, LibraryProblem, PartProblem};
use crate::app::history::kept::{self, KeptHistory};
use crate::app::saved::{SavedEntry, SavedKind, SavedName};
use crate::app::storage::{FreeKeys, Shelf, StorageProblem, lines};
use crate::numbers::NumberStyle;
use crate::quote::link;

/// What came of an import. Nothing that was there has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// How many quotes were added.
    pub quotes: usize,
    /// How many saved estimates were added.
    pub estimates: usize,
    /// How many saved budgets were added.
    pub budgets: usize,
    /// How many usage histories were added.
    pub histories: usize,
    /// How many entries were on this device already.
    pub skipped: usize,
    /// The entries that aren't taken.
    pub refused: Vec<Refusal>,
    /// Why the storage took no more from some entry on.
    pub storage_problem: Option<StorageProblem>,
    /// What it took no more, as a sentence calls it: `quote 2026-014 for Acme, Inc.`, `“Corpus”`.
    pub left: Vec<String>,
}

/// An entry of a file that isn't taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line at which it begins, counted from 1.
    pub line: usize,
    /// Why.
    pub why: PartProblem,
}

impl Refusal {
    /// It as a sentence.
    #[must_use]
    pub fn sentence(&self, style: NumberStyle) -> String {
        format!("Line {}: {}.", style.whole(self.line as u64), self.why)
    }
}

impl ImportReport {
    /// What was added, and how much wasn't, in sentences.
    #[must_use]
    pub fn sentence(&self, style: NumberStyle) -> String {
        let count = |count: usize, one: &str, many: &str| {
            format!("{} {}", style.whole(count as u64), if count == 1 { one } else { many })
        };
        let added = [
            (self.quotes, "quote", "quotes"),
            (self.estimates, "saved estimate", "saved estimates"),
            (self.budgets, "saved budget", "saved budgets"),
            (self.histories, "usage history", "usage histories"),
        ];
        let added = added.into_iter().filter(|(number, ..)| *number > 0);
        let added: Vec<_> = added.map(|(number, one, many)| count(number, one, many)).collect();
        let mut text = match added.as_slice() {
            [] => "Nothing was added.".to_owned(),
            [one] => format!("Added {one}."),
            [others @ .., last] => format!("Added {} and {last}.", others.join(", ")),
        };
        if self.skipped > 0 {
            text += &format!(" {} here already.", count(self.skipped, "entry was", "entries were"));
        }
        if !self.refused.is_empty() {
            text += &format!(" {} be read.", count(self.refused.len(), "entry can’t", "entries can’t"));
        }
        if let Some(why) = self.storage_problem {
            text += &format!(" Not added: {}, because {why}.", self.left.join(", "));
        }
        text
    }
}

/// Adds what a file holds and `shelf` doesn't, entry by entry: whatever stops it leaves what was added before.
pub(super) fn import(shelf: &impl Shelf, file: &str) -> Performed {
    let parts = parts(file)?;
    let failed = |why| LibraryProblem::Storage { deed: "import the file".to_owned(), why };
    let mut import = Import::new(shelf).map_err(failed)?;
    for Part { line, text } in parts {
        if let Err(why) = text.and_then(|text| import.take(text)) {
            import.report.refused.push(Refusal { line, why });
        }
    }
    Ok(LibraryEvent::Imported(Rc::new(import.report)))
}

/// An import under way.
struct Import<'a, S> {
    shelf: &'a S,
    /// Every text that is kept, readable or not.
    texts: Vec<String>,
    /// The links of the quotes that are kept.
    links: Vec<String>,
    /// The estimates and budgets that are saved.
    saved: Vec<SavedEntry>,
    /// The usage histories that are kept.
    histories: Vec<KeptHistory>,
    free_for_quotes: FreeKeys,
    free_for_estimates: FreeKeys,
    free_for_budgets: FreeKeys,
    free_for_histories: FreeKeys,
    report: ImportReport,
}

impl<'a, S: Shelf> Import<'a, S> {
    fn new(shelf: &'a S) -> Result<Self, StorageProblem> {
        let quotes = library_entry::KEYS;
        let [estimates, budgets] = [SavedKind::ESTIMATE, SavedKind::BUDGET].map(|kind| kind.keys);
        let series = [quotes, estimates, budgets, kept::KEYS];
        let texts = series.map(|keys| keys.texts(shelf)).into_iter().collect::<Result<Vec<_>, _>>()?;
        let texts: Vec<_> = texts.into_iter().flatten().map(|(_, text)| text).collect();
        let saved = |text: &String| {
            let as_kind = |kind| SavedEntry::decode(kind, text).ok();
            as_kind(SavedKind::ESTIMATE).or_else(|| as_kind(SavedKind::BUDGET))
        };
        Ok(Self {
            shelf,
            links: texts.iter().filter_map(|text| Some(KeptQuote::decode(text).ok()?.link)).collect(),
            saved: texts.iter().filter_map(saved).collect(),
            histories: texts.iter().filter_map(|text| KeptHistory::decode(text).ok()).collect(),
            texts,
            free_for_quotes: quotes.free(shelf)?,
            free_for_estimates: estimates.free(shelf)?,
            free_for_budgets: budgets.free(shelf)?,
            free_for_histories: kept::KEYS.free(shelf)?,
            report: ImportReport::default(),
        })
    }

    /// Adds the entry that has this text, unless it is there already.
    fn take(&mut self, text: String) -> Result<(), PartProblem> {
        if self.texts.contains(&text) {
            self.report.skipped += 1;
            Ok(())
        } else if lines::version(&text, "quote").is_some() {
            self.take_quote(&text)
        } else if lines::version(&text, "history").is_some() {
            self.take_history(&text)
        } else {
            let kinds = [SavedKind::ESTIMATE, SavedKind::BUDGET];
            let kind = kinds.into_iter().find(|kind| lines::version(&text, kind.noun).is_some());
            self.take_saved(kind.ok_or(PartProblem::Unknown)?, &text)
        }
    }

    fn take_quote(&mut self, text: &str) -> Result<(), PartProblem> {
        let KeptQuote { link, .. } = KeptQuote::decode(text)?;
        if self.links.contains(&link) {
            self.report.skipped += 1;
            return Ok(());
        }
        let opened = link::decode(&link, crate::catalogue()).map_err(super::DamagedQuote::from)?;
        self.links.push(link);
        if self.has_room(|import| import.free_for_quotes.add(import.shelf, text), || title(&opened.quote)) {
            self.report.quotes += 1;
        }
        Ok(())
    }

    fn take_saved(&mut self, kind: SavedKind, text: &str) -> Result<(), PartProblem> {
        let SavedEntry { name, saved, link, .. } = SavedEntry::decode(kind, text)?;
        let others = || self.saved.iter().filter(|it| it.kind == kind);
        if others().any(|it| it.link == link && is_or_was_numbered(&name, &it.name)) {
            self.report.skipped += 1;
            return Ok(());
        }
        let is_taken = |name: &SavedName| others().any(|it| it.name == *name);
        let mut numbered = (2..).map(|number| name.numbered(number));
        let free = if is_taken(&name) { numbered.find(|name| !is_taken(name)) } else { None };
        let entry = SavedEntry { kind, name: free.unwrap_or(name), saved, link };
        let text = entry.encode();
        let is_budget = kind == SavedKind::BUDGET;
        let add = |import: &mut Self| {
            let free = if is_budget { &mut import.free_for_budgets } else { &mut import.free_for_estimates };
            free.add(import.shelf, &text)
        };
        if self.has_room(add, || format!("“{}”", entry.name)) {
            let count = if is_budget { &mut self.report.budgets } else { &mut self.report.estimates };
            *count += 1;
        }
        self.saved.push(entry);
        Ok(())
    }

    fn take_history(&mut self, text: &str) -> Result<(), PartProblem> {
        let history = KeptHistory::decode(text)?;
        if self.histories.iter().any(|it| it.name == history.name && it.history == history.history) {
            self.report.skipped += 1;
            return Ok(());
        }
        if self.has_room(|import| import.free_for_histories.add(import.shelf, text), || format!("“{}”", history.name))
        {
            self.report.histories += 1;
        }
        self.histories.push(history);
        Ok(())
    }

    /// Adds an entry as long as the storage takes any, and notes the `title` of what it doesn't take.
    fn has_room(
        &mut self,
        add: impl FnOnce(&mut Self) -> Result<String, StorageProblem>,
        title: impl FnOnce() -> String,
    ) -> bool {
        if self.report.storage_problem.is_none() {
            match add(self) {
                Ok(_key) => return true,
                Err(why) => self.report.storage_problem = Some(why),
            }
        }
        self.report.left.push(title());
        false
    }
}

/// Whether `kept` is `name`, or what an import made of it because another one has that name: `Corpus (2)`.
fn is_or_was_numbered(name: &SavedName, kept: &SavedName) -> bool {
    let number = || kept.as_str().strip_suffix(')')?.rsplit_once(" (")?.1.parse().ok();
    kept == name || number().is_some_and(|number| name.numbered(number) == *kept)
}

#[cfg(test)]
mod tests {
    use super::super::everything::export;
    use super::super::samples::{day, draft, issued, text, titles};
    use super::*;
    use crate::app::library::{LibraryCommand, LibraryOutcome, perform};
    use crate::app::saved::{self, Shelved};
    use crate::app::storage::MemoryShelf;
    use proptest::prelude::*;

    fn exported(shelf: &MemoryShelf) -> String {
        export(shelf, day("2026-11-24")).expect("a shelf that works")
    }

    fn imports(shelf: &MemoryShelf, file: &str) -> ImportReport {
        let command = LibraryCommand::Import(file.to_owned());
        let LibraryOutcome { event, .. } = perform(shelf, command, day("2026-11-24"));
        match event {
            LibraryEvent::Imported(report) => ImportReport::clone(&report),
            other => panic!("nothing imported: {other:?}"),
        }
    }

    fn names(shelf: &MemoryShelf) -> Vec<String> {
        saved::list(shelf, SavedKind::ESTIMATE).expect("a shelf that works").iter().map(Shelved::title).collect()
    }

    fn estimate(name: &str, link: &str) -> String {
        format!("estimate 1\nname {name}\nsaved 2026-08-14\nlink {link}")
    }

    /// A device with two quotes, three estimates and something that can't be read.
    fn full_shelf() -> MemoryShelf {
        let (issued, draft) =
            (text(&issued(&draft("1", "Acme")), "2026-11-01"), text(&draft("2", "Zoo"), "2026-11-02"));
        let estimates = [estimate("Corpus", "v1/a"), estimate("Thesis", "v1/a"), estimate("Corpus", "v1/b")];
        MemoryShelf::holding([
            ("quota-calculator/quote/1", issued.as_str()),
            ("quota-calculator/quote/7", draft.as_str()),
            ("quota-calculator/quote/8", "quote 4\nnewer\n\n"),
            ("quota-calculator/estimate/1", estimates[0].as_str()),
            ("quota-calculator/estimate/2", estimates[1].as_str()),
            ("quota-calculator/estimate/3", estimates[2].as_str()),
        ])
    }

    #[test]
    fn budgets_come_along_beside_estimates_of_the_same_name() {
        let budget = "budget 1\nname Corpus\nsaved 2026-08-14\nlink b1/a";
        let from = MemoryShelf::holding([("quota-calculator/budget/1", budget)]);
        let shelf = full_shelf();
        assert_eq!(imports(&shelf, &exported(&from)), ImportReport { budgets: 1, ..ImportReport::default() });
        assert_eq!(shelf.texts().get("quota-calculator/budget/1").map(String::as_str), Some(budget));
        assert_eq!(imports(&shelf, &exported(&from)), ImportReport { skipped: 1, ..ImportReport::default() });
        let report = imports(&MemoryShelf::default(), &exported(&shelf));
        assert_eq!((report.quotes, report.estimates, report.budgets), (2, 3, 1));
        assert!(
            report.sentence(NumberStyle::ENGLISH).starts_with("Added 2 quotes, 3 saved estimates and 1 saved budget.")
        );
    }

    #[test]
    fn usage_histories_come_along() {
        let history = "history 1\nname reads.csv\nkept 2026-08-14\nfrom 2021-03\nreads 1,0,7";
        let from = MemoryShelf::holding([("quota-calculator/history/4", history)]);
        let shelf = full_shelf();
        let report = imports(&shelf, &exported(&from));
        assert_eq!(report, ImportReport { histories: 1, ..ImportReport::default() });
        assert_eq!(report.sentence(NumberStyle::ENGLISH), "Added 1 usage history.");
        assert_eq!(shelf.texts().get("quota-calculator/history/1").map(String::as_str), Some(history));
        let later = exported(&from).replace("kept 2026-08-14", "kept 2026-08-15");
        assert_eq!(imports(&shelf, &later), ImportReport { skipped: 1, ..ImportReport::default() });
        let damaged = later.replace("reads 1,0,7", "reads lots");
        assert!(matches!(imports(&shelf, &damaged).refused[..], [Refusal { why: PartProblem::History(_), .. }]));
    }

    #[test]
    fn an_export_changes_nothing_where_it_comes_from() {
        let shelf = full_shelf();
        let (before, file) = (shelf.texts(), exported(&shelf));
        for _ in 0..2 {
            assert_eq!(imports(&shelf, &file), ImportReport { skipped: 6, ..ImportReport::default() });
            assert_eq!(shelf.texts(), before);
        }
    }

    #[test]
    fn another_device_gets_what_it_can_read_and_gets_it_once() {
        let shelf = MemoryShelf::default();
        let file = exported(&full_shelf());
        let report = imports(&shelf, &file);
        let newer = PartProblem::Quote(crate::app::library::DamagedQuote::UnknownVersion("4".to_owned()));
        let refused = vec![Refusal { line: 27, why: newer }];
        let expected = ImportReport { quotes: 2, estimates: 3, refused: refused.clone(), ..ImportReport::default() };
        assert_eq!(report, expected);
        assert_eq!(titles(&shelf), ["draft 2 for Zoo", "quote 1 for Acme"]);
        assert_eq!(names(&shelf), ["“Corpus (2)”", "“Thesis”", "“Corpus”"]);
        assert_eq!(
            report.sentence(NumberStyle::ENGLISH),
            "Added 2 quotes and 3 saved estimates. 1 entry can’t be read."
        );
        assert_eq!(
            report.refused.first().map(|it| it.sentence(NumberStyle::ENGLISH)).as_deref(),
            Some("Line 27: its version is 4, which this calculator doesn’t know; a newer one may have kept it.")
        );
        let before = shelf.texts();
        let again = imports(&shelf, &file);
        assert_eq!(again, ImportReport { skipped: 5, refused, ..ImportReport::default() });
        assert_eq!(
            again.sentence(NumberStyle::ENGLISH),
            "Nothing was added. 5 entries were here already. 1 entry can’t be read."
        );
        assert_eq!(shelf.texts(), before);
    }

    #[test]
    fn a_quote_is_the_same_whenever_it_was_changed() {
        let quote = draft("1", "Acme");
        let (here, there) = (text(&quote, "2026-11-01"), text(&quote, "2026-11-02"));
        let shelf = MemoryShelf::holding([("quota-calculator/quote/1", here.as_str())]);
        let file = exported(&MemoryShelf::holding([("quota-calculator/quote/1", there.as_str())]));
        assert_eq!(imports(&shelf, &file).skipped, 1);
        assert_eq!(shelf.texts().values().collect::<Vec<_>>(), [&here]);
    }

    #[test]
    fn what_has_no_room_is_named_and_can_be_taken_later() {
        let shelf = MemoryShelf::default();
        let file = exported(&full_shelf());
        shelf.give_room(2);
        let report = imports(&shelf, &file);
        assert_eq!((report.estimates, report.quotes, shelf.texts().len()), (2, 0, 2), "what was added stays");
        assert_eq!(report.storage_problem, Some(StorageProblem::Full));
        assert_eq!(report.left, ["“Corpus (2)”", "draft 2 for Zoo", "quote 1 for Acme"].map(String::from).as_slice());
        assert!(
            report.sentence(NumberStyle::ENGLISH).starts_with(
                "Added 2 saved estimates. 1 entry can’t be read. Not added: “Corpus (2)”, draft 2 for Zoo, quote 1 for \
                 Acme, because this browser’s storage for this page is full"
            ),
            "{}",
            report.sentence(NumberStyle::ENGLISH)
        );
        shelf.give_room(None);
        let rest = imports(&shelf, &file);
        assert_eq!((rest.estimates, rest.quotes, rest.skipped), (1, 2, 2));
    }

    #[test]
    fn a_file_or_a_device_that_fails_changes_nothing() {
        let shelf = full_shelf();
        let before = shelf.texts();
        let refused =
            |file: &str| match perform(&shelf, LibraryCommand::Import(file.to_owned()), day("2026-11-24")).event {
                LibraryEvent::Refused(problem) => problem.to_string(),
                other => panic!("not refused: {other:?}"),
            };
        assert_eq!(
            refused("{}"),
            "Nothing was imported: the file doesn’t begin with “quota-calculator everything 1”, as one does that this \
             calculator has exported."
        );
        let file = exported(&shelf);
        shelf.fail(StorageProblem::Broken);
        assert_eq!(refused(&file), "Couldn’t import the file: this browser’s storage isn’t working just now.");
        assert_eq!(shelf.texts(), before);
    }

    #[test]
    fn damaged_entries_are_listed_and_the_rest_is_taken() {
        let good = text(&draft("1", "Acme"), "2026-11-01").replace('\n', "\n  ");
        let file = format!(
            "quota-calculator everything 1\n\n- nonsense\n- quote 1\n  link q1/\n- {}\n- estimate 1\n  name \n- {good}\nend",
            good.replace("link q1/", "link q1/A")
        );
        let shelf = MemoryShelf::default();
        let report = imports(&shelf, &file);
        assert_eq!(report.quotes, 1);
        let said: Vec<_> = report.refused.iter().map(|it| it.sentence(NumberStyle::ENGLISH)).collect();
        assert_eq!(said.len(), 4);
        assert_eq!(said[0], "Line 3: it is neither a quote nor a saved estimate, a saved budget or a usage history.");
        assert_eq!(said[1], "Line 4: its changed is missing.");
        assert!(said[2].starts_with("Line 6: its link can’t be opened: "), "{}", said[2]);
        assert_eq!(said[3], "Line 9: its name is missing.");
    }

    proptest! {
        /// Whatever file meets whatever device: nothing that was there changes, and the second time nothing is added.
        #[test]
        fn importing_only_adds_and_only_once(
            here in proptest::collection::vec((0..3_u8, 0..4_u8), 0..5),
            there in proptest::collection::vec((0..3_u8, 0..4_u8), 0..8),
            room in 0..10_usize,
        ) {
            let shelf_of = |names: &[(u8, u8)]| {
                let shelf = MemoryShelf::default();
                for (name, link) in names {
                    if *link == 0 {
                        super::library_entry::KEYS.add(&shelf, &text(&draft(&name.to_string(), "Acme"), "2026-11-01")).expect("room");
                    } else {
                        SavedKind::ESTIMATE.keys.add(&shelf, &estimate(&format!("n{name}"), &format!("v1/{link}"))).expect("room");
                    }
                }
                shelf
            };
            let (shelf, file) = (shelf_of(&here), exported(&shelf_of(&there)));
            let before = shelf.texts();
            let is_kept = |now: &std::collections::BTreeMap<String, String>| before.iter().all(|(key, text)| now.get(key) == Some(text));
            shelf.give_room(room);
            let first = imports(&shelf, &file);
            let partly = shelf.texts();
            prop_assert!(is_kept(&partly));
            prop_assert_eq!(partly.len(), before.len() + first.quotes + first.estimates);
            prop_assert_eq!(first.quotes + first.estimates + first.skipped + first.left.len(), there.len());
            shelf.give_room(None);
            let second = imports(&shelf, &file);
            prop_assert_eq!(second.quotes + second.estimates, first.left.len(), "what was left is taken now");
            let now = shelf.texts();
            prop_assert!(is_kept(&now));
            let third = imports(&shelf, &file);
            prop_assert_eq!(third.skipped, there.len());
            prop_assert_eq!(shelf.texts(), now);
        }
    }
}
