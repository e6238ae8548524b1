use super::Budget;
use crate::pricing::{Catalogue, Confidence, Date, Freshness, FreshnessLevel, Identifier, PriceBook};
use crate::project::funder::Percent;
use crate::project::{Project, PurchasePayment, Schedule};

/// Why a price of a budget may not be the one that will be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PriceWarning {
    /// The prices may have changed since they were checked.
    Old {
        /// The day of the check.
        checked: Date,
        /// Days since then.
        days: i64,
    },
    /// The months are bought at prices that had ended before they begin.
    Past {
        /// Whose prices.
        price_book: &'static PriceBook,
    },
    /// The months are bought at prices that had not yet begun.
    Ahead {
        /// Whose prices.
        price_book: &'static PriceBook,
    },
    /// A price that is disputed or rests on little.
    Thin {
        /// The name of the tier that is bought.
        tier: String,
    },
    /// Tiers whose price isn't public took no part, and might be cheaper.
    Unknown {
        /// Their names, each once.
        tiers: Vec<String>,
    },
    /// A term keeps the price of a tier into a later year of the budget, where inflation is added to it all the same.
    Kept {
        /// The name of the tier.
        tier: String,
        /// What the year is called.
        year: String,
    },
}

impl PriceWarning {
    /// What is to be said on `today` of the prices at which a schedule buys, each once.
    pub(super) fn of_books(
        catalogue: &'static Catalogue,
        project: &Project,
        schedule: &Schedule,
        today: Date,
    ) -> Vec<Self> {
        let mut warnings = Vec::new();
        let mut push = |warning: Self| {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        };
        for purchase in &schedule.purchases {
            let book = purchase.price_book;
            // A tier of the researcher's own has no evidence, and no price book that could be old.
            let Some(evidence) = purchase.price_evidence() else { continue };
            let first_day = project.first_day(purchase.first_month);
            let freshness = Freshness::on(catalogue, today);
            if book.until.is_some_and(|until| until < first_day) {
                push(Self::Past { price_book: book });
            } else if first_day < book.from {
                push(Self::Ahead { price_book: book });
            } else if book.id == freshness.newest.id && freshness.level > FreshnessLevel::Fresh {
                push(Self::Old { checked: freshness.checked, days: freshness.days });
            }
            if evidence.confidence == Confidence::Low {
                push(Self::Thin { tier: purchase.tier.name.to_string() });
            }
        }
        let tiers = unknown_prices(catalogue, project);
        if !tiers.is_empty() {
            push(Self::Unknown { tiers });
        }
        warnings
    }

    /// Which terms reach into a year of the budget in which prices are taken to have risen.
    pub(super) fn of_terms(budget: &Budget, project: &Project, schedule: &Schedule) -> Vec<Self> {
        if budget.terms.charged_inflation() == Percent::ZERO {
            return Vec::new();
        }
        let monthly = schedule.purchases.iter().filter(|purchase| purchase.payment == PurchasePayment::Monthly);
        let kept = monthly.filter_map(|purchase| {
            let term = purchase.tier.term(project.assumed_term).map_or(1, |months| usize::from(months.get()));
            let last = purchase.first_month + term.min(purchase.months).saturating_sub(1);
            let year = |month| budget.years.iter().find(|year| year.months.contains(&month));
            let later =
                year(last).filter(|later| Some(later.number) != year(purchase.first_month).map(|first| first.number));
            later.map(|later| Self::Kept {
                tier: purchase.tier.name.to_string(),
                year: later.label(budget.terms.year_cut),
            })
        });
        kept.collect()
    }
}

/// The names of the tiers that the project could choose from, but for their unknown price.
fn unknown_prices(catalogue: &'static Catalogue, project: &Project) -> Vec<String> {
    let mut seen: Vec<&Identifier> = Vec::new();
    let mut names = Vec::new();
    let books = (0..project.month_count()).map(|month| project.price_book(catalogue, month));
    for tier in books.flat_map(PriceBook::compared) {
        let is_open = tier.charges.is_none() && tier.access(project.usage_type).is_open();
        if is_open && !seen.contains(&&tier.id) {
            seen.push(&tier.id);
            names.push(tier.name.to_string());
        }
    }
    names
}
