//! The page's tables: one way to build them, so that they look alike, read well aloud and turn into cards on a phone.

use yew::prelude::*;

use super::element::{Element, element, text};

/// A table under a heading of its own.
pub(super) struct Table {
    /// The id of its heading, which names it.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: String,
    /// What it shows, in a sentence.
    pub(super) lead: String,
    /// The headings of its columns; the first is that of the rows' own headings.
    pub(super) columns: &'static [&'static str],
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

/// A row of a [`Table`].
pub(super) struct Row {
    /// What tells it from the others.
    pub(super) key: String,
    /// How it looks.
    pub(super) class: &'static str,
    /// Its own heading: a name, a mark behind it if it stands out, and what else there is to say.
    pub(super) heading: Heading,
    /// Its cells, in the order of the columns after the first.
    pub(super) cells: Vec<Html>,
}

/// What a row is about.
pub(super) struct Heading {
    /// Its name.
    pub(super) name: String,
    /// Why it stands out, if it does.
    pub(super) mark: Option<&'static str>,
    /// What else there is to say.
    pub(super) terms: Html,
}

impl Table {
    /// The table in a section of its own. Roles are spelled out, because on a narrow screen the rows are laid out as cards.
    pub(super) fn section(self) -> Html {
        let columns = self.columns;
        let heading = |column: &&'static str| {
            let heading = Element::new("th").with(&["role", "scope"], ["columnheader", "col"]);
            heading.holding(vec![text(*column)])
        };
        let group = |name, children| Element::new(name).with(&["role"], ["rowgroup"]).holding(children);
        let headings = Element::new("tr").with(&["role"], ["row"]).holding(columns.iter().map(heading).collect());
        let rows = self.rows.into_iter().map(|row| row.html(columns)).collect();
        let table = Element::new("table").with(&["class", "role", "aria-labelledby"], ["tiers", "table", self.id]);
        Element::new("section").with(&["aria-labelledby"], [self.id]).holding(vec![
            Element::new("h2").with(&["id"], [self.id]).holding(vec![text(self.title)]),
            element("p", "lead", vec![text(self.lead)]),
            table.holding(vec![group("thead", vec![headings]), group("tbody", rows)]),
        ])
    }
}

impl Row {
    fn html(self, columns: &'static [&'static str]) -> Html {
        let Heading { name, mark, terms } = self.heading;
        let mark = mark.map(|mark| element("span", "mark", vec![text(mark)]));
        let heading = Element::new("th").with(&["role", "scope"], ["rowheader", "row"]).holding(vec![
            element("span", "tier-name", vec![text(name)]),
            text(" "),
            element("span", "", mark.into_iter().collect()),
            element("span", "tier-terms", vec![terms]),
        ]);
        let cell = |(label, cell): (&&'static str, Html)| {
            Element::new("td").with(&["role", "data-label"], ["cell", *label]).holding(vec![cell])
        };
        let cells = columns.iter().skip(1).zip(self.cells).map(cell);
        let row = Element::new("tr").key(self.key).with(&["class", "role"], [self.class, "row"]);
        row.holding(std::iter::once(heading).chain(cells).collect())
    }
}

/// Plain text as a cell, a dash where there is none.
pub(super) fn cell(words: Option<String>) -> Html {
    text(words.unwrap_or_else(|| "–".to_owned()))
}
