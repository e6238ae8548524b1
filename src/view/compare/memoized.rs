//! Parts of the page that most keystrokes leave as they are. Together they are more than half of it, so a digit typed must
//! neither draw them anew nor compare them with what stands there.

use std::ptr;
use std::rc::Rc;

use yew::prelude::*;

use super::assumptions::AssumptionFields;
use super::evidence::{book_evidence, tier_evidence, tier_sources};
use super::question::Choice;
use super::{charts::charts, ways::ways};
use crate::app::compare::{CompareAction, CompareState};
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Identifier, PriceBook, Report, TierEvidence};

/// What a [`Memoized`] part shows, which is all that tells it from another.
#[derive(Clone)]
pub enum Part {
    /// What is drawn anew whenever anything happens, only not before the pictures while the reader types.
    Deferred {
        /// The answer in the deferred parts.
        deferred: Option<Rc<Report>>,
        /// Whether another answer than the newest stands there.
        is_behind: bool,
        /// Draws it.
        view: Rc<dyn Fn() -> Html>,
    },
    /// A list to choose from in the question.
    Choice {
        /// Which, and what stands in it.
        choice: Choice,
        /// Called with what the reader does.
        on_action: Callback<CompareAction>,
    },
    /// The fields of the panel of assumptions.
    Assumptions {
        /// What stands in them.
        fields: Box<AssumptionFields>,
        /// Called with what the reader does.
        on_action: Callback<CompareAction>,
    },
    /// The answer in pictures, and the cheaper ways: what stands under the table of tiers.
    Pictures {
        /// The answer to show.
        report: Rc<Report>,
        /// How numbers are written.
        style: NumberStyle,
        /// The reader's date, where there is a clock.
        today: Option<Date>,
        /// Called with what the reader does.
        on_action: Callback<CompareAction>,
    },
    /// How the figures of a tier came about and where they come from, which stands closed in most rows.
    TierEvidence {
        /// The tier's id.
        tier: Identifier,
        /// The answer that it belongs to.
        report: Rc<Report>,
        /// How numbers are written.
        style: NumberStyle,
    },
    /// Where the figures of a listed tier come from.
    TierSources(&'static TierEvidence),
    /// Where the figures of a price book come from.
    BookEvidence(&'static PriceBook),
}

impl PartialEq for Part {
    /// Every answer is a report of its own, and the callback does the same each time; what is published is there once.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Deferred { deferred, is_behind, .. },
                Self::Deferred { deferred: shown, is_behind: was_behind, .. },
            ) => (*is_behind || *was_behind) && deferred.as_ref().map(Rc::as_ptr) == shown.as_ref().map(Rc::as_ptr),
            (Self::Choice { choice, .. }, Self::Choice { choice: shown, .. }) => choice == shown,
            (Self::Assumptions { fields, .. }, Self::Assumptions { fields: shown, .. }) => fields == shown,
            (
                Self::Pictures { report, style, today, .. },
                Self::Pictures { report: shown, style: in_style, today: on, .. },
            ) => Rc::ptr_eq(report, shown) && style == in_style && today == on,
            (
                Self::TierEvidence { tier, report, style },
                Self::TierEvidence { tier: other, report: shown, style: in_style },
            ) => Rc::ptr_eq(report, shown) && style == in_style && tier == other,
            (Self::TierSources(evidence), Self::TierSources(shown)) => ptr::eq(*evidence, *shown),
            (Self::BookEvidence(book), Self::BookEvidence(shown)) => ptr::eq(*book, *shown),
            _ => false,
        }
    }
}

/// What is to be shown.
#[derive(Clone, PartialEq, Properties)]
pub struct MemoizedProps {
    /// The part.
    pub part: Part,
}

/// A part of the page that is left alone while it has nothing else to show.
#[component]
pub fn Memoized(props: &MemoizedProps) -> Html {
    match &props.part {
        Part::Deferred { view, .. } => view(),
        Part::Choice { choice, on_action } => choice.field(on_action),
        Part::Assumptions { fields, on_action } => fields.html(on_action),
        Part::Pictures { report, style, today, on_action } => html! {
            <>
                { charts(report, *style, *today, on_action) }
                { ways(report, *style) }
            </>
        },
        Part::TierEvidence { tier, report, style } => {
            let answer = report.assessment.tiers.iter().find(|answer| answer.tier.id == *tier);
            html! { for answer in answer { { tier_evidence(answer, *style) } } }
        }
        Part::TierSources(evidence) => tier_sources(evidence),
        Part::BookEvidence(book) => book_evidence(book),
    }
}

/// A part of the page that follows the typing together with the pictures. It says nothing that the reader looks at while typing,
/// and leads nowhere that depends on what was typed: a click may come first.
pub fn deferred(state: &CompareState, view: impl Fn() -> Html + 'static) -> Html {
    let (deferred, is_behind) = (state.deferred.clone(), state.is_deferred_behind());
    html! { <Memoized part={Part::Deferred { deferred, is_behind, view: Rc::new(view) }} /> }
}
