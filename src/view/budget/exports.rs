use yew::prelude::*;

use crate::format::{budget_csv, budget_json, budget_markdown, budget_text};
use crate::numbers::NumberStyle;
use crate::project::budget::BudgetReport;
use crate::view::copy_text::CopyText;
use crate::view::file_link::file_link;
use crate::view::print::print;

/// The budget as files, as text to copy, and on paper.
///
/// The spreadsheet is written by a program of its own, which the start script loads on a click.
pub(super) fn exports(report: &BudgetReport<'_>, page: &str, fragment: &str, style: NumberStyle) -> Html {
    let catalogue = crate::catalogue();
    let address = &format!("{page}#{fragment}");
    let name = |ending: &str| format!("api-budget-{}.{ending}", report.project.start);
    let csv = budget_csv(catalogue, report, address);
    let markdown = budget_markdown(catalogue, report, address, style);
    let json = budget_json(catalogue, report, address);
    let text = budget_text(catalogue, report, address, style);
    html! {
        <section aria-labelledby="exports" class="exports">
            <h2 id="exports">{ "Take it with you" }</h2>
            <p class="lead">{ "Every file says the same as this page. The spreadsheet computes anew when its inputs are changed; the JSON has the costs for a data management plan, too." }</p>
            <div class="export-tools">
                <button
                    class="button button-quiet"
                    type="button"
                    id="spreadsheet"
                    data-spreadsheet={fragment.to_owned()}
                    data-name={name("xlsx")}
                >
                    { "Spreadsheet with formulas (XLSX)" }
                </button>
                { file_link("CSV", name("csv"), "text/csv", &csv) }
                { file_link("Markdown", name("md"), "text/markdown", &markdown) }
                { file_link("JSON", name("json"), "application/json", &json) }
                { file_link("Text", name("txt"), "text/plain", &text) }
                <CopyText id="copy-budget" quiet=true label="Copy as text" done="Text copied" text={text} />
                <button class="button button-quiet" type="button" id="print" onclick={|_: MouseEvent| print()}>{ "Print" }</button>
            </div>
        </section>
    }
}
