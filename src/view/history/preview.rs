//! What a file looks like before it is counted, what can be corrected of that, and how far counting has come.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::rows::preview_table;
use crate::app::history::{HistoryAction, HistoryState};
use crate::format::{preview_sentences, preview_warnings};
use crate::history::{Choice, CountUnit, Counting, DecimalMark, Delimiter, Preview, Years};
use crate::numbers::NumberStyle;
use crate::view::form::{choices_of, select};

/// The id that stands for counting rows, where others are places of columns.
const ROWS: &str = "rows";

/// The id that stands for years in the dates, where others are places of columns.
const IN_DATES: &str = "dates";

/// Stands for numbers each of which is one read, where others are units.
const ONES: &str = "ones";

/// The preview with everything that can be chosen.
pub(super) fn preview(state: &HistoryState, found: &Preview, on_action: &Callback<HistoryAction>) -> Html {
    let name = state.file.as_ref().map(|file| file.name.to_string()).unwrap_or_default();
    let count = on_action.reform(|_: MouseEvent| HistoryAction::Count);
    let start_over = on_action.reform(|_: MouseEvent| HistoryAction::StartOver);
    let is_ready = found.format().is_some() && state.job.is_none();
    html! {
        <section class="history-work" aria-labelledby={HistoryState::PREVIEW}>
            <h2 id={HistoryState::PREVIEW} tabindex="-1">{ format!("How “{name}” is read") }</h2>
            <p class="lead">{ "Nothing is counted yet. Check the first rows, and correct what was found if it is wrong." }</p>
            <div role="status">
                <ul class="history-facts">
                    for (place, sentence) in preview_sentences(found, state.style).into_iter().enumerate() {
                        <li key={place}>{ sentence }</li>
                    }
                </ul>
                { warnings(preview_warnings(found)) }
            </div>
            { choices(state.choice, found, on_action) }
            { preview_table(found, state.style) }
            <p class="history-tools">
                <button class="button" type="button" id="count" disabled={!is_ready} onclick={count}>{ "Count the reads" }</button>
                <button class="button button-quiet" type="button" onclick={start_over}>{ "Choose another file" }</button>
            </p>
        </section>
    }
}

/// What may be wrong, all in one box.
fn warnings(sentences: Vec<String>) -> Html {
    let lead = html! { <strong>{ "Is this right? " }</strong> };
    match sentences.as_slice() {
        [] => html! { "" },
        [only] => html! { <p class="notice">{ lead }{ only.clone() }</p> },
        several => html! {
            <div class="notice">
                { lead }
                <ul class="history-facts">
                    for (place, sentence) in several.iter().enumerate() {
                        <li key={place}>{ sentence.clone() }</li>
                    }
                </ul>
            </div>
        },
    }
}

fn choices(choice: Choice, found: &Preview, on_action: &Callback<HistoryAction>) -> Html {
    let choose = |change: fn(&mut Choice, &str)| {
        on_action.reform(move |id: String| {
            let mut changed = choice;
            change(&mut changed, &id);
            HistoryAction::Choose(changed)
        })
    };
    let columns = || found.columns.iter().enumerate().map(|(place, name)| (place.to_string(), name.clone()));
    let none = found.date_column.is_none().then(|| (String::new(), "choose a column".to_owned()));
    let dates: Vec<_> = none.into_iter().chain(columns()).collect();
    let in_dates = (IN_DATES.to_owned(), "none: the dates have them".to_owned());
    let years: Vec<_> = std::iter::once(in_dates).chain(columns()).collect();
    let yeared = match found.years {
        Years::InDates => IN_DATES.to_owned(),
        Years::Column(place) => place.to_string(),
    };
    let rows = (ROWS.to_owned(), "nothing: each row is one read".to_owned());
    let counts: Vec<_> = std::iter::once(rows).chain(columns()).collect();
    let counted = match found.counting {
        Counting::Rows => ROWS.to_owned(),
        Counting::Column(place) => place.to_string(),
    };
    let dated = found.date_column.map(|place| place.to_string()).unwrap_or_default();
    let delimiters = choices_of(&Delimiter::ALL, Delimiter::id, Delimiter::label);
    let marks = choices_of(&DecimalMark::ALL, DecimalMark::id, DecimalMark::label);
    let on_date = choose(|choice, id| choice.date_column = id.parse().ok());
    let on_years = choose(|choice, id| choice.years = Some(id.parse().map_or(Years::InDates, Years::Column)));
    let on_count = choose(|choice, id| {
        choice.counting = Some(id.parse().map_or(Counting::Rows, Counting::Column));
        // The name of another column may have another unit, or none.
        choice.unit = None;
    });
    let on_delimiter = choose(|choice, id| {
        choice.delimiter = Delimiter::by_id(id);
        // Columns that were chosen are others now.
        (choice.date_column, choice.years, choice.counting, choice.unit) = (None, None, None, None);
    });
    let on_mark = choose(|choice, id| choice.mark = DecimalMark::by_id(id));
    let on_header = on_action.reform(move |event: Event| {
        let is_checked = event.target_unchecked_into::<HtmlInputElement>().checked();
        HistoryAction::Choose(Choice { has_header: Some(is_checked), ..choice })
    });
    html! {
        <div class="form-fields history-choices" role="group" aria-label="How the file is read">
            { field("date-column", "Column with the dates", &dates, &dated, &on_date) }
            { field("year-column", "Column with the years", &years, &yeared, &on_years) }
            { field("count-column", "Column with the reads", &counts, &counted, &on_count) }
            { unit(found, &choose(|choice, id| choice.unit = CountUnit::by_label(id))) }
            { field("delimiter", "Columns are set apart by", &delimiters, found.delimiter.id(), &on_delimiter) }
            { field("decimal-mark", "Reads are written like", &marks, found.mark.id(), &on_mark) }
            <label class="check">
                <input type="checkbox" checked={found.has_header} onchange={on_header} />{ "The first row names the columns" }
            </label>
        </div>
    }
}

/// What the numbers are in, where the name of their column has a unit.
fn unit(found: &Preview, on_unit: &Callback<String>) -> Html {
    let source = found.source();
    if source.named_unit().is_none() {
        return html! { "" };
    }
    let ones = (ONES.to_owned(), ONES.to_owned());
    let units: Vec<_> =
        std::iter::once(ones).chain(choices_of(&CountUnit::ALL, CountUnit::label, CountUnit::label)).collect();
    field("count-unit", "The numbers are in", &units, source.unit().map_or(ONES, CountUnit::label), on_unit)
}

fn field(
    id: &'static str,
    label: &'static str,
    choices: &[(String, String)],
    chosen: &str,
    on_choose: &Callback<String>,
) -> Html {
    html! { <div class="form-field"><label for={id}>{ label }</label>{ select(id, choices, chosen, on_choose) }</div> }
}

/// How far counting has come.
pub(super) fn counting(state: &HistoryState, done: u64, cancel: Html) -> Html {
    let size = state.file.as_ref().map_or(0, |file| file.size);
    let percent = (done * 100).checked_div(size).unwrap_or_default().min(100);
    let words = format!("{percent} % of {}", size_phrase(size, state.style));
    html! {
        <section class="history-work" aria-label="Counting">
            <p role="status">{ "Counting the reads …" }</p>
            <progress class="history-progress" max="100" value={percent.to_string()} aria-label="Counted so far">{ words.clone() }</progress>
            <p class="hint">{ words }</p>
            { cancel }
        </section>
    }
}

/// A size in a few words: `29.5 MB`.
fn size_phrase(bytes: u64, style: NumberStyle) -> String {
    let (unit, name) = if bytes >= 1_000_000 { (1_000_000, "MB") } else { (1_000, "KB") };
    let tenths = (bytes * 10).div_ceil(unit);
    format!("{}{}{} {name}", style.whole(tenths / 10), style.decimal(), tenths % 10)
}
