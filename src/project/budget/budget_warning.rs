use super::{Amount, Budget, BudgetRow, Conversion, OtherCosts};
use crate::pricing::{
    Assumption, Catalogue, Confidence, Date, Freshness, FreshnessLevel, Identifier, Money, PriceBook,
};
use crate::project::funder::Percent;
use crate::project::{Project, PurchasePayment, Schedule};

/// Something that the researcher should know before a budget is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BudgetWarning {
    /// The schedule costs more than the researcher's limit.
    OverLimit {
        /// By how much.
        over: Money,
        /// The limit.
        limit: Money,
    },
    /// The schedule is within the researcher's limit, and the budget with all that it adds isn't.
    TotalOverLimit {
        /// The budget's total in US dollars.
        total: Amount,
        /// The limit.
        limit: Money,
    },
    /// The direct costs of a year need the funder's agreement first.
    NeedsAgreement {
        /// What the year is called.
        year: String,
        /// Its direct costs, the others among them.
        direct: Amount,
        /// Those that aren't for access.
        others: Amount,
        /// From what on.
        mark: Amount,
        /// How many weeks before.
        weeks: u8,
    },
    /// The direct costs of a year are more than may be asked for in modules.
    BeyondModules {
        /// What the year is called.
        year: String,
        /// Its direct costs, the others among them.
        direct: Amount,
        /// Those that aren't for access.
        others: Amount,
        /// The most.
        most: Amount,
    },
    /// The funder allows no inflation, so the percentage that was entered isn't used.
    InflationNotUsed(Percent),
    /// A term keeps the price of a tier into a later year of the budget, where inflation is added to it all the same.
    KeptPrice {
        /// The name of the tier.
        tier: String,
        /// What the year is called.
        year: String,
    },
    /// Contingency is no cost that the funder pays, so the percentage that was entered isn't used.
    ContingencyNotUsed(Percent),
    /// The funder has no limit that counts the other direct costs that were entered, so they aren't used.
    OtherCostsNotUsed(Amount),
    /// The funder's flat rate takes the place of the rate that was entered.
    FlatRate {
        /// The funder's.
        flat: Percent,
        /// The one that was entered.
        entered: Percent,
    },
    /// The project began on a day that has passed.
    Begun(Date),
    /// The prices may have changed since they were checked.
    PricesOld {
        /// The day of the check.
        checked: Date,
        /// Days since then.
        days: i64,
    },
    /// The months are bought at prices that had ended before they begin.
    PastPrices {
        /// Whose prices.
        price_book: &'static PriceBook,
    },
    /// The months are bought at prices that had not yet begun.
    PricesAhead {
        /// Whose prices.
        price_book: &'static PriceBook,
    },
    /// A price that is disputed or rests on little.
    ThinPrice {
        /// The name of the tier that is bought.
        tier: String,
    },
    /// Tiers whose price isn't public took no part, and might be cheaper.
    UnknownPrices {
        /// Their names, each once.
        tiers: Vec<String>,
    },
    /// What must hold for the schedule.
    Assumption(Assumption),
    /// The exchange rate is old.
    RateOld {
        /// The rate.
        conversion: Conversion,
        /// Days since then.
        days: i64,
    },
    /// The day of the exchange rate is still to come.
    RateAhead(Conversion),
}

impl Budget {
    /// The most days for which an exchange rate is taken as it is.
    pub const RATE_DAYS: i64 = 30;

    /// What the researcher should know on `today`, before sending it. The funder's own notes aren't among it.
    #[must_use]
    pub fn warnings(
        &self,
        catalogue: &'static Catalogue,
        project: &Project,
        schedule: &Schedule,
        today: Date,
    ) -> Vec<BudgetWarning> {
        let mut warnings: Vec<_> = self.over_limit(project, schedule).into_iter().collect();
        warnings.extend(begun(project, today));
        warnings.extend(self.funder_warnings());
        warnings.extend(price_warnings(catalogue, project, schedule, today));
        warnings.extend(self.kept_prices(project, schedule));
        warnings.extend(schedule.assumptions.iter().copied().map(BudgetWarning::Assumption));
        if let Some(conversion) = self.terms.conversion {
            match (today - conversion.day).num_days() {
                // A day ahead may only be another place on Earth.
                ..-1 => warnings.push(BudgetWarning::RateAhead(conversion)),
                days if days > Self::RATE_DAYS => warnings.push(BudgetWarning::RateOld { conversion, days }),
                _ => {}
            }
        }
        warnings
    }

    /// How far the schedule, or else the whole budget, is above the limit of its project, if it is.
    fn over_limit(&self, project: &Project, schedule: &Schedule) -> Option<BudgetWarning> {
        let limit = Money::from(project.limit?);
        if let Some(over) = schedule.total.minus(limit).ok().filter(|over| *over > Money::ZERO) {
            return Some(BudgetWarning::OverLimit { over, limit });
        }
        let total = self.dollars.amount(BudgetRow::Total);
        (total > Amount::from(limit)).then_some(BudgetWarning::TotalOverLimit { total, limit })
    }

    /// Which terms reach into a year of the budget in which prices are taken to have risen.
    fn kept_prices(&self, project: &Project, schedule: &Schedule) -> Vec<BudgetWarning> {
        if self.terms.charged_inflation() == Percent::ZERO {
            return Vec::new();
        }
        let monthly = schedule.purchases.iter().filter(|purchase| purchase.payment == PurchasePayment::Monthly);
        let kept = monthly.filter_map(|purchase| {
            let term = purchase.tier.term(project.assumed_term).map_or(1, |months| usize::from(months.get()));
            let last = purchase.first_month + term.min(purchase.months).saturating_sub(1);
            let year = |month| self.years.iter().find(|year| year.months.contains(&month));
            let later =
                year(last).filter(|later| Some(later.number) != year(purchase.first_month).map(|first| first.number));
            later.map(|later| BudgetWarning::KeptPrice {
                tier: purchase.tier.name.to_string(),
                year: later.label(self.terms.year_cut),
            })
        });
        kept.collect()
    }

    fn funder_warnings(&self) -> Vec<BudgetWarning> {
        let funder = self.terms.funder;
        let others = self.terms.counted_costs();
        let mut warnings = Vec::new();
        for year in &self.years {
            let name = year.label(self.terms.year_cut);
            // What is too large to be added is beyond every limit.
            let own = year.stated.amount(BudgetRow::Direct);
            let direct = own.plus(others).unwrap_or(own);
            if let Some(agreement) = funder.prior_agreement {
                let mark = Amount::from(agreement.direct_from);
                if direct >= mark {
                    let weeks = agreement.weeks;
                    warnings.push(BudgetWarning::NeedsAgreement { year: name.clone(), direct, others, mark, weeks });
                }
            }
            if let Some(modules) = funder.modules {
                let most = Amount::from(modules.most);
                if direct > most {
                    warnings.push(BudgetWarning::BeyondModules { year: name, direct, others, most });
                }
            }
        }
        let entered = |percent: Percent| percent != Percent::ZERO;
        if !funder.allows_inflation && entered(self.terms.inflation) {
            warnings.push(BudgetWarning::InflationNotUsed(self.terms.inflation));
        }
        if !funder.allows_contingency && entered(self.terms.contingency) {
            warnings.push(BudgetWarning::ContingencyNotUsed(self.terms.contingency));
        }
        if !funder.counts_other_costs() && self.terms.other_costs != OtherCosts::ZERO {
            warnings.push(BudgetWarning::OtherCostsNotUsed(self.terms.other_costs.into()));
        }
        let entered = self.terms.indirect_rate;
        let other = funder.flat_rate_percent.filter(|flat| entered != Percent::ZERO && entered != *flat);
        warnings.extend(other.map(|flat| BudgetWarning::FlatRate { flat, entered }));
        warnings
    }
}

/// That a project has begun, if it has. A day may only be another place on Earth.
fn begun(project: &Project, today: Date) -> Option<BudgetWarning> {
    ((today - project.start).num_days() > 1).then_some(BudgetWarning::Begun(project.start))
}

/// What is to be said of the prices at which a schedule buys.
fn price_warnings(
    catalogue: &'static Catalogue,
    project: &Project,
    schedule: &Schedule,
    today: Date,
) -> Vec<BudgetWarning> {
    let mut warnings = Vec::new();
    let mut push = |warning: BudgetWarning| {
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
            push(BudgetWarning::PastPrices { price_book: book });
        } else if first_day < book.from {
            push(BudgetWarning::PricesAhead { price_book: book });
        } else if book.id == freshness.newest.id && freshness.level > FreshnessLevel::Fresh {
            push(BudgetWarning::PricesOld { checked: freshness.checked, days: freshness.days });
        }
        if evidence.confidence == Confidence::Low {
            push(BudgetWarning::ThinPrice { tier: purchase.tier.name.to_string() });
        }
    }
    let tiers = unknown_prices(catalogue, project);
    if !tiers.is_empty() {
        push(BudgetWarning::UnknownPrices { tiers });
    }
    warnings
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
