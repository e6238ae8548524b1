//! The tables of the page: the first rows of a file, rows that couldn't be read, and what months cost.

use yew::prelude::*;

use crate::format::{HistoryCell, HistoryTable, reading_phrase};
use crate::history::{BadRows, Preview, PreviewRow, Reading};
use crate::numbers::NumberStyle;

/// The first rows of a file, each with what it is read as.
pub(super) fn preview_table(found: &Preview, style: NumberStyle) -> Html {
    html! {
        <div class="history-scroll" tabindex="0" role="region" aria-label="First rows">
            <table class="history-preview">
                <caption class="unseen">{ "The first rows, and what each is read as" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Line" }</th>
                        <th scope="col">{ "Read as" }</th>
                        for (place, name) in found.columns.iter().enumerate() {
                            <th key={place} scope="col">{ name.clone() }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in &found.rows {
                        { preview_row(row, style) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn preview_row(row: &PreviewRow, style: NumberStyle) -> Html {
    let class = match row.reading {
        Reading::Reads(..) => "",
        Reading::Ignored(_) => "hint",
        Reading::Bad(_) => "fit-no",
    };
    html! {
        <tr key={row.line}>
            <th scope="row">{ style.whole(row.line) }</th>
            <td class="history-reading"><span {class}>{ reading_phrase(&row.reading, style) }</span></td>
            for (place, cell) in row.cells.iter().enumerate() {
                <td key={place} dir="auto">{ cell.clone() }</td>
            }
        </tr>
    }
}

/// The rows that couldn't be read, with their lines and reasons.
pub(super) fn bad_rows(bad: &BadRows, style: NumberStyle) -> Html {
    if bad.count == 0 {
        return html! { "" };
    }
    let listed = bad.first.len() as u64;
    let title = match bad.count {
        1 => "1 row couldn’t be read".to_owned(),
        count if count > listed => {
            format!("{} rows couldn’t be read; the first {listed}", style.whole(count))
        }
        count => format!("{} rows couldn’t be read", style.whole(count)),
    };
    html! {
        <details class="history-bad">
            <summary>{ title }</summary>
            <ul>
                for row in &bad.first {
                    <li key={row.line}>{ format!("Line {}: {}", style.whole(row.line), row.reason) }</li>
                }
            </ul>
        </details>
    }
}

/// The most columns that a wide screen has room for.
const MOST_COLUMNS: usize = 12;

/// A table of the history in a section of its own.
pub(super) fn history_table(table: &HistoryTable, tools: Html) -> Html {
    let id = format!("table-{}", table.id);
    let rows = if table.columns.len() > MOST_COLUMNS {
        // It scrolls by itself, which the keyboard has to reach.
        html! {
            <div class="history-scroll" tabindex="0" role="group" aria-label="Scrolls sideways">{ history_rows(table, &id) }</div>
        }
    } else {
        history_rows(table, &id)
    };
    html! {
        <section key={table.id.clone()} aria-labelledby={id.clone()}>
            <h2 {id}>{ table.title.clone() }</h2>
            <p class="lead">{ table.lead.clone() }</p>
            { tools }
            { rows }
        </section>
    }
}

/// Its rows. Roles are spelled out, because on a narrow screen they are laid out as cards.
fn history_rows(table: &HistoryTable, id: &str) -> Html {
    html! {
        <table class="tiers history-table" role="table" aria-labelledby={id.to_owned()}>
            <thead role="rowgroup">
                <tr role="row">
                    for (place, column) in table.columns.iter().enumerate() {
                        <th key={place} role="columnheader" scope="col">{ column.clone() }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for (place, (heading, cells)) in table.all_rows().enumerate() {
                    <tr key={place} role="row" class={if place < table.rows.len() { "" } else { "history-total" }}>
                        <th role="rowheader" scope="row"><span class="tier-name">{ heading.clone() }</span></th>
                        for (column, cell) in table.columns.iter().skip(1).zip(cells) {
                            { history_cell(column, cell) }
                        }
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn history_cell(column: &str, cell: &HistoryCell) -> Html {
    let class = if cell.is_over { "history-over" } else { "" };
    html! {
        <td role="cell" data-label={column.to_owned()} {class}>
            <span class="history-figure">
                { cell.text.clone() }
                <span class="tier-terms">{ cell.note.clone() }</span>
            </span>
        </td>
    }
}
