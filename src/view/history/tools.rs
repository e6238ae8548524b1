//! What can be done with a history: carried on as an estimate, kept, copied, downloaded, printed.

use std::rc::Rc;

use yew::prelude::*;

use super::page::HistoryPageProps;
use crate::app::download;
use crate::app::history::Counted;
use crate::app::history::kept::KeptCommand;
use crate::format::{HistoryOutline, history_csv, history_json, history_markdown, history_text};
use crate::history::HistoryReport;
use crate::view::copy_text::CopyText;
use crate::view::print::print;

/// The tools under the answer.
pub(super) fn tools(
    props: &HistoryPageProps,
    counted: &Counted,
    report: &Rc<HistoryReport>,
    outline: &Rc<HistoryOutline>,
) -> Html {
    let link = counted.link(props.state.price_book()).unwrap_or_default();
    let address = AttrValue::from(compare_address(&props.page, &link));
    // A project lies ahead, at whatever prices of the past the history is shown.
    let ahead = counted.link(crate::catalogue().newest_price_book()).unwrap_or_default();
    let keep = {
        let command = KeptCommand::Keep(counted.name.clone(), report.usage_type, counted.history.clone());
        props.on_command.reform(move |_: MouseEvent| command.clone())
    };
    html! {
        <div class="history-tools history-carry" role="group" aria-label="What to do with it">
            <a class="button" id="to-compare" href={format!("./#{link}")}>{ "Use this as my estimate" }</a>
            <a class="button button-quiet" id="to-budget" href={budget_address(&ahead)}>{ "Plan a project budget with this" }</a>
            <button class="button button-quiet" type="button" id="keep" onclick={keep}>{ "Keep this history on this device" }</button>
            <CopyText id="copy-text" quiet=true label="Copy as text" done="Text copied" text={history_text(outline, &address)} />
            <button class="button button-quiet" type="button" id="print" onclick={|_: MouseEvent| print()}>{ "Print" }</button>
            { files(report, outline, &address) }
            <p class="hint">
                { "An estimate keeps each month. A project budget plans for all these reads in as many months, however they were spread." }
            </p>
        </div>
    }
}

/// The address of the Compare page with an estimate, made from that of this page.
fn compare_address(page: &str, link: &str) -> String {
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/#{link}")
}

/// The address of the Project budget page for an estimate.
fn budget_address(link: &str) -> String {
    format!("budget.html#{link}")
}

/// The history as files. They are made when they are asked for.
fn files(report: &Rc<HistoryReport>, outline: &Rc<HistoryOutline>, address: &AttrValue) -> Html {
    let name = |ending: &str| format!("usage-history-{}.{ending}", report.history.last());
    let csv = {
        let (report, name) = (report.clone(), name("csv"));
        move |_: MouseEvent| download(&name, "text/csv", &history_csv(&report))
    };
    let json = {
        let (report, address, name) = (report.clone(), address.clone(), name("json"));
        move |_: MouseEvent| download(&name, "application/json", &history_json(&report, &address))
    };
    let markdown = {
        let (outline, address, name) = (outline.clone(), address.clone(), name("md"));
        move |_: MouseEvent| download(&name, "text/markdown", &history_markdown(&outline, &address))
    };
    html! {
        <>
            <button class="button button-quiet" type="button" id="download-csv" onclick={csv}>{ "Download CSV" }</button>
            <button class="button button-quiet" type="button" id="download-json" onclick={json}>{ "Download JSON" }</button>
            <button class="button button-quiet" type="button" id="download-markdown" onclick={markdown}>{ "Download Markdown" }</button>
        </>
    }
}
