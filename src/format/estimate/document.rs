//! An assessment as a document of plain values: what the JavaScript API returns and an export writes.
//!
//! Amounts are text: `exact` ones unrounded, all others to the cent. A price that isn't public is `null`, never 0.

use super::cost::line_phrase;
use super::fit::fit_sentence;
use crate::format::months_phrase;
use crate::format::plain::{cents, fit_name};
use serde::Serialize;

use crate::pricing::{
    Access, Assessment, AtCap, Bill, BreakpointKind, Cost, Date, Epoch, Fit, Identifier, Line, Money, MostReads,
    Outlook, Reads, Report, Term, TierAssessment, UsageType,
};

use crate::numbers::NumberStyle;

const STYLE: NumberStyle = NumberStyle::ENGLISH;

/// One month's price.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PriceDocument {
    exact: Option<String>,
    amount: Option<String>,
    lines: Vec<LineDocument>,
}

impl PriceDocument {
    /// The document of a bill; all `null` where there is no public price.
    #[must_use]
    pub fn new(bill: Option<&Bill>) -> Self {
        Self {
            exact: bill.map(|bill| bill.exact().to_string()),
            amount: bill.map(|bill| cents(bill.amount())),
            lines: lines(bill),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LineDocument {
    text: String,
    exact: String,
}

/// Everything that follows from an estimate.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentDocument<'a> {
    price_book: &'a Identifier,
    usage_type: UsageType,
    reads: &'a [Reads],
    reread_factor: String,
    cheapest: Option<&'a Identifier>,
    tiers: Vec<TierDocument<'a>>,
    free_era: FreeEraDocument<'a>,
    history: Vec<EpochDocument<'a>>,
    breakpoints: Vec<BreakpointDocument<'a>>,
    breakpoints_complete_to: Reads,
    next_cliff: Option<BreakpointDocument<'a>>,
    assumptions: Vec<String>,
}

impl<'a> AssessmentDocument<'a> {
    /// The document of a report, with what the same reads cost in other price books and where the answer changes.
    #[must_use]
    pub fn new(report: &'a Report, history: &'a [Epoch], outlook: &'a Outlook) -> Self {
        let (assessment, Outlook { breakpoints, next_cliff }) = (&report.assessment, outlook);
        let estimate = &assessment.estimate;
        let usage_type = estimate.usage_type();
        Self {
            price_book: &estimate.price_book().id,
            usage_type,
            reads: estimate.reads(),
            reread_factor: estimate.reread_factor().to_string(),
            cheapest: assessment.cheapest().map(|answer| &answer.tier.id),
            tiers: assessment.tiers.iter().map(|answer| TierDocument::new(answer, usage_type)).collect(),
            free_era: FreeEraDocument::new(assessment),
            history: history.iter().map(EpochDocument::new).collect(),
            breakpoints: breakpoints.list.iter().map(|it| BreakpointDocument::new(it.reads, &it.kind)).collect(),
            breakpoints_complete_to: breakpoints.complete_to,
            next_cliff: next_cliff.as_ref().map(|it| BreakpointDocument::new(it.reads, &it.kind)),
            assumptions: assumptions(assessment),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct TierDocument<'a> {
    id: &'a Identifier,
    name: &'a str,
    fit: &'static str,
    reason: Option<String>,
    access: Access,
    monthly: Option<String>,
    annual: Option<String>,
    annual_billed: Option<String>,
    total: Option<String>,
    per_thousand: Option<String>,
    months: Vec<String>,
    lines: Vec<LineDocument>,
    read_cap: Option<Reads>,
    at_cap: Option<AtCap>,
    cap_used: Option<String>,
    shortfall: Option<Reads>,
    months_needed: Option<u64>,
    term_months: Option<Term>,
    existing_customers_only: bool,
}

impl<'a> TierDocument<'a> {
    fn new(answer: &'a TierAssessment, usage_type: UsageType) -> Self {
        let cost = answer.cost.as_ref();
        let (shortfall, months_needed) = match answer.fit {
            Fit::OverCap { shortfall, months_needed } => (Some(shortfall), months_needed),
            _ => (None, None),
        };
        Self {
            id: &answer.tier.id,
            name: &answer.tier.name,
            fit: fit_name(answer.fit),
            reason: (answer.fit != Fit::Fits).then(|| fit_sentence(answer, usage_type, STYLE)),
            access: answer.access,
            monthly: cost.map(|cost| cents(cost.monthly)),
            annual: cost.and_then(|cost| cost.annual).map(cents),
            annual_billed: cost.and_then(|cost| cost.annual_billed).map(cents),
            total: cost.map(|cost| cents(cost.total)),
            per_thousand: cost.and_then(|cost| cost.per_thousand).map(|average| average.to_string()),
            months: cost.map(months).unwrap_or_default(),
            lines: lines(cost.map(|cost| &cost.bill)),
            read_cap: answer.cap_use.map(|cap_use| cap_use.cap.reads),
            at_cap: answer.cap_use.map(|cap_use| cap_use.cap.at_cap),
            cap_used: answer
                .cap_use
                .and_then(|cap_use| cap_use.ratio)
                .map(|ratio| ratio.round_dp(6).normalize().to_string()),
            shortfall,
            months_needed,
            term_months: answer.tier.term_months,
            existing_customers_only: answer.tier.existing_customers_only,
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FreeEraDocument<'a> {
    tier: Option<&'a Identifier>,
    monthly: Option<String>,
    total: Option<String>,
    read_cap: Option<Reads>,
    largest: Option<AllowanceDocument<'a>>,
}

impl<'a> FreeEraDocument<'a> {
    fn new(assessment: &'a Assessment) -> Self {
        let covered = assessment.free_era.covered_by.as_ref();
        let cost = covered.and_then(|answer| answer.cost.as_ref());
        let largest = assessment.free_era.largest.as_ref();
        Self {
            tier: covered.map(|answer| &answer.tier.id),
            monthly: cost.map(|cost| cents(cost.monthly)),
            total: cost.map(|cost| cents(cost.total)),
            read_cap: covered.and_then(|answer| answer.tier.read_cap),
            largest: largest.map(|largest| AllowanceDocument {
                tier: &largest.tier.id,
                reads: largest.reads,
                cheapest_now: largest.cheapest_now.as_ref().map(|answer| &answer.tier.id),
                monthly_now: largest
                    .cheapest_now
                    .as_ref()
                    .and_then(|answer| Some(cents(answer.cost.as_ref()?.monthly))),
            }),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct AllowanceDocument<'a> {
    tier: &'a Identifier,
    reads: Reads,
    cheapest_now: Option<&'a Identifier>,
    monthly_now: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct EpochDocument<'a> {
    price_book: &'a Identifier,
    from: Date,
    cheapest: Option<&'a Identifier>,
    monthly: Option<String>,
    total: Option<String>,
    otherwise: Option<&'static str>,
}

impl<'a> EpochDocument<'a> {
    fn new(epoch: &'a Epoch) -> Self {
        let cost = epoch.cheapest.as_ref().and_then(|answer| answer.cost.as_ref());
        Self {
            price_book: &epoch.price_book.id,
            from: epoch.from,
            cheapest: epoch.cheapest.as_ref().map(|answer| &answer.tier.id),
            monthly: cost.map(|cost| cents(cost.monthly)),
            total: cost.map(|cost| cents(cost.total)),
            otherwise: epoch.otherwise.map(fit_name),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
enum BreakpointDocument<'a> {
    CheapestChanges { reads: Reads, from: Option<NamedAmount<'a>>, to: Option<NamedAmount<'a>> },
    CapStops { reads: Reads, tier: &'a Identifier },
    TotalFalls { reads: Reads, tier: &'a Identifier, from_exact: String, to_exact: String },
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct NamedAmount<'a> {
    tier: &'a Identifier,
    exact: String,
}

impl<'a> BreakpointDocument<'a> {
    fn new(reads: Reads, kind: &'a BreakpointKind) -> Self {
        let named = |side: &'a Option<(Identifier, Money)>| {
            side.as_ref().map(|(tier, amount)| NamedAmount { tier, exact: amount.to_string() })
        };
        match kind {
            BreakpointKind::CheapestChanges { from, to } => {
                Self::CheapestChanges { reads, from: named(from), to: named(to) }
            }
            BreakpointKind::CapStops { tier } => Self::CapStops { reads, tier },
            BreakpointKind::TotalFalls { tier, from, to } => {
                Self::TotalFalls { reads, tier, from_exact: from.to_string(), to_exact: to.to_string() }
            }
        }
    }
}

fn months(cost: &Cost) -> Vec<String> {
    cost.months.iter().map(|month| cents(month.amount)).collect()
}

fn lines(bill: Option<&Bill>) -> Vec<LineDocument> {
    let line = |line: &Line| LineDocument { text: line_phrase(line, STYLE), exact: line.amount().to_string() };
    bill.map(|bill| bill.lines().iter().map(line).collect()).unwrap_or_default()
}

/// What the answer assumes, in sentences.
fn assumptions(assessment: &Assessment) -> Vec<String> {
    let estimate = &assessment.estimate;
    let mut sentences = vec![format!("Each wanted post costs {} reads.", estimate.reread_factor())];
    if assessment.tiers.iter().any(|answer| answer.tier.term_months == Some(Term::Unknown)) {
        let term = match estimate.assumed_term() {
            None => "have none".to_owned(),
            Some(months) => format!("run for at least {}", months_phrase(months)),
        };
        sentences.push(format!("Contracts whose minimum term is not public are taken to {term}."));
    }
    if assessment.tiers.iter().any(|answer| answer.access == Access::Unknown) {
        let usage = estimate.usage_type().label();
        sentences.push(format!("Where a tier’s terms on {usage} were not checked, it is taken to be open."));
    }
    sentences
}

/// What a budget buys at one tier.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MostReadsDocument<'a> {
    tier: &'a Identifier,
    reads: Option<Reads>,
    monthly: Option<String>,
}

impl<'a> MostReadsDocument<'a> {
    /// The document of one answer.
    #[must_use]
    pub fn new(answer: &'a MostReads) -> Self {
        Self { tier: &answer.tier.id, reads: answer.reads, monthly: answer.monthly.map(cents) }
    }
}
