use std::rc::Rc;

use yew::prelude::*;

use super::exports::exports;
use super::figures_table::figures_table;
use crate::app::budget::Planned;
use crate::format::BudgetOutline;
use crate::numbers::NumberStyle;
use crate::pricing::Date;
use crate::project::budget::{Amount, Budget, BudgetRow, BudgetTerms, CostedProposal, CostingError};
use crate::project::{PlanChoice, Proposal, link};
use crate::text::capitalized;
use crate::view::copy_text::CopyText;
use crate::view::evidence::day;

/// What is said where there is nothing to make a budget of.
const NONE: &str = "Without a schedule there is no budget.";

/// The same while no posts are asked for.
const NONE_TO_COLLECT: &str = "Once there are posts to collect, they get a budget.";

/// The same while it may still be found.
const NONE_YET: &str = "The budget follows as soon as the schedule is worked out.";

/// What [`Figures`] shows.
#[derive(Clone, Properties)]
pub struct FiguresProps {
    /// The project with its schedules.
    pub planned: Rc<Planned>,
    /// Which of them the budget uses.
    pub choice: PlanChoice,
    /// What the budget adds to it.
    pub terms: BudgetTerms,
    /// How numbers are written.
    pub style: NumberStyle,
    /// The reader's date.
    pub today: Date,
    /// The address of the page, without a fragment.
    pub page: AttrValue,
    /// Whether the form says something else that can't be read.
    pub is_stale: bool,
}

impl PartialEq for FiguresProps {
    /// All schedules are found anew together.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.planned, &other.planned)
            && (self.choice, self.terms, self.style) == (other.choice, other.terms, other.style)
            && (self.today, self.is_stale, &self.page) == (other.today, other.is_stale, &other.page)
    }
}

/// The budget of the chosen schedule: its figures, what to know before it is sent, and the text that justifies it.
///
/// It is a component so that it is left alone while the reader types.
#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let FiguresProps { planned, choice, terms, style, today, page, is_stale } = props;
    let is_stale = *is_stale;
    if planned.project.posts() == 0 {
        return html! { <p class="lead">{ NONE_TO_COLLECT }</p> };
    }
    let Ok(plans) = &planned.plans else { return html! { <p class="lead">{ NONE }</p> } };
    // What is shown: the form may already say something else.
    let proposal = Proposal { project: planned.project.clone(), choice: *choice, terms: *terms };
    let costed = match CostedProposal::from_plans(crate::catalogue(), &proposal, plans) {
        Ok(costed) => costed,
        Err(CostingError::NoSchedule(_)) => {
            return html! { <p class="lead">{ if planned.is_whole() { NONE } else { NONE_YET } }</p> };
        }
        Err(error) => {
            return html! { <p class="notice" role="alert">{ format!("The budget can’t be stated: {error}.") }</p> };
        }
    };
    let report = costed.report(*today);
    let outline = BudgetOutline::new(crate::catalogue(), &report, *style);
    let fragment = link::encode(&proposal);
    html! {
        <>
            <section aria-labelledby="budget-figures" class={is_stale.then_some("answers-stale")}>
                <h2 id="budget-figures">{ outline.title }</h2>
                <div role="status">
                    if is_stale {
                        { not_updated(terms, *style) }
                    } else {
                        { total(&costed.budget, *style) }
                    }
                </div>
                <p class="lead">
                    { capitalized(&outline.question) }{ "." }
                    <span class="figure-hint">
                        { for outline.year_rule.map(|rule| format!(" {}.", capitalized(rule))) }
                        { " Open a figure to see how it came about." }
                    </span>
                </p>
                <p class="budget-terms">{ entered(&outline) }</p>
                for table in &outline.tables {
                    { figures_table(table, &outline, *style) }
                }
                { before_sending(&outline) }
            </section>
            { justification(&outline, is_stale) }
            if is_stale {
                { "" }
            } else {
                { exports(&report, page, &fragment, *style) }
            }
        </>
    }
}

/// That the form has gone on to something that can't be read, and what the figures are of.
fn not_updated(terms: &BudgetTerms, style: NumberStyle) -> Html {
    let (funder, currency) = (&terms.funder.name, terms.currency());
    let rate = terms.conversion.map(|conversion| style.plain_decimal(conversion.rate.decimal()));
    let rate = rate.map(|rate| format!(" at {rate} for a dollar")).unwrap_or_default();
    html! {
        <p class="stale budget-stale">
            <strong>{ "Not updated. " }</strong>
            { format!("A field above needs mending. These figures go by what stood there before: they are for the funder profile {funder}, in {currency}{rate}, and can be copied and downloaded once it is mended.") }
        </p>
    }
}

/// What was entered, for paper, on which there is no form.
fn entered(outline: &BudgetOutline) -> String {
    let details = outline.details.iter().map(|(label, text)| format!("{label}: {text}"));
    details.collect::<Vec<_>>().join(" · ")
}

/// What the budget comes to, for those who hear the page: its terms change it without a change of the answer. Where it says
/// the same as the answer, that has been heard.
fn total(budget: &Budget, style: NumberStyle) -> Html {
    let total = budget.stated.amount(BudgetRow::Total);
    if budget.terms.conversion.is_none() && total == Amount::from(budget.access_fees) {
        return html! { "" };
    }
    let total = style.amount(total, budget.terms.currency());
    html! { <p class="unseen">{ format!("The whole budget comes to {total}.") }</p> }
}

/// What to know before it is sent.
fn before_sending(outline: &BudgetOutline) -> Html {
    html! {
        <div class="notice budget-warnings">
            <h3>{ "Before you send it" }</h3>
            <ul>
                for advice in outline.warnings.iter().chain(&outline.notes) {
                    <li>{ advice }</li>
                }
            </ul>
        </div>
    }
}

/// The text that justifies the budget, to read and to copy.
fn justification(outline: &BudgetOutline, is_stale: bool) -> Html {
    let paragraphs = outline.justification.iter().map(|(heading, words)| format!("{heading}\n{words}"));
    let whole: String = paragraphs.chain([outline.standing.to_owned()]).collect::<Vec<_>>().join("\n\n");
    html! {
        <section aria-labelledby="justification" class="justification">
            <h2 id="justification">{ "Justification" }</h2>
            <p class="share-line">
                <CopyText id="copy-justification" label="Copy the justification" done="Text copied" text={whole} disabled={is_stale} />
            </p>
            <div class="justification-text">
                for (heading, words) in &outline.justification {
                    <h3>{ *heading }</h3>
                    <p>{ words }</p>
                }
                <p class="hint">{ outline.standing }</p>
            </div>
            <details class="rules">
                <summary>{ "Where prices and rules are written" }</summary>
                <ul>
                    for source in &outline.sources {
                        <li>
                            <a href={source.address("")} rel="noreferrer">{ &source.title }</a>
                            { for source.date.map(|date| html! { <>{ ", " }{ day(date) }</> }) }
                        </li>
                    }
                </ul>
            </details>
        </section>
    }
}
