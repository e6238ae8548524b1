use yew::prelude::*;

/// A chart with everything that goes with it.
pub(super) struct Figure {
    /// The id of the figure; those of its parts are made from it.
    pub(super) id: &'static str,
    /// What it shows, in a few words.
    pub(super) title: String,
    /// What it says, in one sentence.
    pub(super) summary: String,
    /// The drawings, one for each size.
    pub(super) drawings: Html,
    /// What its lines mean, and how it is used.
    pub(super) notes: Html,
    /// The tables of its data.
    pub(super) tables: Html,
}

impl Figure {
    pub(super) fn html(self) -> Html {
        let title = format!("{}-title", self.id);
        html! {
            <figure class="chart-figure" id={self.id} aria-labelledby={title.clone()}>
                <figcaption>
                    <h3 id={title}>{ self.title }</h3>
                    <p class="chart-summary">{ self.summary }</p>
                </figcaption>
                { self.drawings }
                { self.notes }
                <details class="chart-data">
                    <summary>{ "Show the data as a table" }</summary>
                    { self.tables }
                </details>
            </figure>
        }
    }
}

/// A table: what it holds, the headings of its columns, and its rows, whose first cell is their heading.
pub(super) fn table(caption: &str, headings: &[&'static str], rows: &[Vec<String>]) -> Html {
    html! {
        <table>
            <caption>{ caption.to_owned() }</caption>
            <thead>
                <tr>
                    for heading in headings {
                        <th scope="col">{ *heading }</th>
                    }
                </tr>
            </thead>
            <tbody>
                for row in rows {
                    { table_row(row) }
                }
            </tbody>
        </table>
    }
}

fn table_row(cells: &[String]) -> Html {
    let first = cells.first().cloned().unwrap_or_default();
    html! {
        <tr>
            <th scope="row">{ first }</th>
            for cell in cells.iter().skip(1) {
                <td>{ cell.clone() }</td>
            }
        </tr>
    }
}
