//! What a history would have cost.

use std::rc::Rc;

use yew::prelude::*;

use super::page::HistoryPageProps;
use super::rows::{bad_rows, history_table};
use super::tools::tools;
use crate::app::history::{Counted, HistoryAction, HistoryState};
use crate::chart::{calendar_months_chart, price_history_chart};
use crate::format::{HistoryOutline, OWN_TABLE, count_sentences, coverage_sentences, tier_table_id};
use crate::history::{DateOrder, HistoryReport};
use crate::pricing::UsageType;
use crate::view::form::select;

/// The id that stands for the reader's own tiers, where others are those of price books.
const OWN: &str = "own";

/// The history with everything that follows from it. `is_from_file` when it can be read again in another way.
pub(super) fn result(props: &HistoryPageProps, counted: &Counted, is_from_file: bool) -> Html {
    let HistoryPageProps { state, on_action, .. } = props;
    let title = counted.outline.as_ref().map_or("Usage history", |outline| outline.title.as_str());
    let back = on_action.reform(|_: MouseEvent| HistoryAction::GoBack);
    let start_over = on_action.reform(|_: MouseEvent| HistoryAction::StartOver);
    let again = is_from_file
        .then(|| html! { <button class="button button-quiet" type="button" id="read-again" onclick={back}>{ "Change how it is read" }</button> });
    html! {
        <article class="history-result" aria-labelledby={HistoryState::RESULT}>
            <h2 id={HistoryState::RESULT} tabindex="-1">{ title.to_owned() }</h2>
            <p class="lead" dir="auto">{ counted.name.to_string() }</p>
            { answer(counted) }
            { reading(state, counted, on_action) }
            <p class="history-tools">
                <span>{ for again }</span>
                <button class="button button-quiet" type="button" id="start-over" onclick={start_over}>{ "Read another file" }</button>
            </p>
            {
                match (&counted.report, &counted.outline) {
                    (Ok(report), Some(outline)) => priced(props, counted, report, outline),
                    (Err(reason), _) => html! {
                        <p class="notice" role="alert"><strong>{ "This history can’t be priced: " }</strong>{ reason.clone() }{ "." }</p>
                    },
                    (Ok(_), None) => html! { "" },
                }
            }
        </article>
    }
}

/// What the history comes to, in sentences.
fn answer(counted: &Counted) -> Html {
    let sentences = counted.outline.as_ref().map(|outline| outline.sentences.clone()).unwrap_or_default();
    if sentences.is_empty() {
        return html! { "" };
    }
    html! {
        <div class="history-answer" role="status">
            for (place, sentence) in sentences.into_iter().enumerate() {
                <p key={place}>{ sentence }</p>
            }
        </div>
    }
}

/// How the file was counted; only the remarks for a history that was kept, if they were.
fn reading(state: &HistoryState, counted: &Counted, on_action: &Callback<HistoryAction>) -> Html {
    let remarks = match &counted.outline {
        Some(outline) => outline.remarks.clone(),
        None => coverage_sentences(&counted.history, state.style),
    };
    let Some((count, order)) = &counted.count else {
        return kept_reading(remarks);
    };
    let order = *order;
    let orders = (count.evidence.dates > 0).then(|| {
        html! {
            <fieldset class="history-order">
                <legend>{ "Dates like 03/04/2023 have" }</legend>
                for each in DateOrder::ALL {
                    <label key={each.id()} class="check">
                        <input
                            type="radio"
                            name="date-order"
                            checked={each == order}
                            onchange={on_action.reform(move |_: Event| HistoryAction::ChooseOrder(each))}
                        />
                        { each.label() }
                    </label>
                }
            </fieldset>
        }
    });
    let sentences = [remarks, count_sentences(count, order, state.style)].concat();
    html! {
        <div class="history-reading-facts">
            { facts(sentences) }
            <div>{ for orders }</div>
            { bad_rows(&count.bad_rows(order), state.style) }
        </div>
    }
}

fn kept_reading(remarks: Vec<String>) -> Html {
    // It may be forgotten by now, here or in another tab.
    let kept = if remarks.is_empty() { "Its months were" } else { "Its months and these remarks were" };
    let hint = html! { <p class="hint">{ format!("{kept} kept on this device, and nothing else of the file.") }</p> };
    if remarks.is_empty() {
        hint
    } else {
        html! { <>{ facts(remarks) }{ hint }</> }
    }
}

/// Sentences one below the other.
fn facts(sentences: Vec<String>) -> Html {
    html! {
        <ul class="history-facts">
            for (place, sentence) in sentences.into_iter().enumerate() {
                <li key={place}>{ sentence }</li>
            }
        </ul>
    }
}

fn priced(
    props: &HistoryPageProps,
    counted: &Counted,
    report: &Rc<HistoryReport>,
    outline: &Rc<HistoryOutline>,
) -> Html {
    let HistoryPageProps { state, on_action, .. } = props;
    html! {
        <>
            { usage_type(state, on_action) }
            { tools(props, counted, report, outline) }
            { history_table(&outline.over_all, html! { "" }) }
            { charts(state, report) }
            { history_table(&outline.by_month, html! { "" }) }
            { by_tier(state, report, outline, on_action) }
            <section aria-labelledby="history-notes">
                <h2 id="history-notes">{ "What holds for all figures" }</h2>
                { facts(outline.notes.clone()) }
            </section>
        </>
    }
}

fn usage_type(state: &HistoryState, on_action: &Callback<HistoryAction>) -> Html {
    let choices: Vec<_> = UsageType::ALL.iter().map(|each| (each.id().to_owned(), each.label().to_owned())).collect();
    let on_choose = on_action
        .reform(|id: String| HistoryAction::ChooseUsageType(UsageType::by_id(&id).unwrap_or(UsageType::Academic)));
    html! {
        <div class="form-field history-field">
            <label for="history-usage">{ "The reads were for" }</label>
            { select("history-usage", &choices, state.usage_type.id(), &on_choose) }
        </div>
    }
}

/// What the months cost at every tier of one price book, or at the reader's own.
fn by_tier(
    state: &HistoryState,
    report: &HistoryReport,
    outline: &HistoryOutline,
    on_action: &Callback<HistoryAction>,
) -> Html {
    let chosen = state.shown.map_or_else(|| OWN_TABLE.to_owned(), tier_table_id);
    let table = outline.by_tier.iter().find(|table| table.id == chosen).or(outline.by_tier.first());
    let on_choose = on_action.reform(|id: String| HistoryAction::Show(crate::catalogue().price_book(&id)));
    let books = report.books.iter().map(|book| book.epoch.price_book);
    let books = books.map(|book| (book.id.to_string(), format!("prices of {}", book.name)));
    let own = (!report.own.is_empty()).then(|| (OWN.to_owned(), "your own tiers".to_owned()));
    let choices: Vec<_> = books.chain(own).collect();
    let shown = state.shown.map_or(OWN, |book| book.id.as_str());
    let tools = html! {
        <div class="form-field history-field">
            <label for="history-book">{ "Show the" }</label>
            { select("history-book", &choices, shown, &on_choose) }
        </div>
    };
    table.map_or_else(|| html! { "" }, |table| history_table(table, tools))
}

/// What the months cost at the cheapest tier of the price book that is shown, and by every price book over time.
fn charts(state: &HistoryState, report: &HistoryReport) -> Html {
    let catalogue = crate::catalogue();
    let priced = |id: &str| {
        let book = report.book(id)?;
        let answer = book.epoch.cheapest.as_ref()?;
        Some((format!("{} at the prices of {}", answer.tier.name, book.epoch.price_book.name), answer.cost.as_ref()?))
    };
    let shown = state.shown.and_then(|book| priced(book.id.as_str()));
    let newest = || report.books.iter().rev().find_map(|book| priced(book.epoch.price_book.id.as_str()));
    let months = shown.or_else(newest);
    let months = months.map(|(name, cost)| calendar_months_chart(&name, cost, report.history.first(), state.style));
    let until = state.today.max(catalogue.last_checked());
    let epochs: Vec<_> = report.books.iter().map(|book| book.epoch.clone()).collect();
    let over_time = report.estimate(state.price_book()).ok();
    let over_time = over_time.map(|estimate| price_history_chart(&epochs, &estimate, until, state.style));
    html! {
        <section aria-labelledby="history-charts">
            <h2 id="history-charts">{ "The same in pictures" }</h2>
            <div class="charts"><div>{ for months }</div><div>{ for over_time }</div></div>
        </section>
    }
}
