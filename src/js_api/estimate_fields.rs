//! An estimate as a program writes it.

use serde::Deserialize;
use serde::de::Visitor;

use crate::catalogue;
use crate::pricing::strict::deserialize_strictly;
use crate::pricing::{
    Estimate, EstimateError, Growth, Months, Period, Posts, Price, RereadFactor, Text, Tier, Usage, UsageType, Volume,
};

/// What kind of object it is, as links are read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Kind {
    Estimate,
}

/// An estimate as a program writes it.
#[derive(Deserialize)]
#[serde(
    remote = "Self",
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "an estimate: an object with reads"
)]
pub(super) struct EstimateFields {
    price_book: Option<Text>,
    #[serde(rename = "reads")]
    posts: MonthlyPosts,
    period: Option<Period>,
    months: Option<Months>,
    growth_percent: Option<Growth>,
    usage_type: Option<UsageType>,
    reread_factor: Option<RereadFactor>,
    custom_tiers: Option<Vec<Tier>>,
    assumed_term_months: Option<Months>,
    low: Option<Posts>,
    high: Option<Posts>,
    budget: Option<Price>,
    #[serde(default)]
    #[allow(dead_code, reason = "it says what is known already")]
    kind: Option<Kind>,
}

deserialize_strictly!(EstimateFields);

impl EstimateFields {
    /// The estimate that the fields make up, or which of them break which rule.
    pub(super) fn check(self) -> Result<Estimate, String> {
        let price_book = match &self.price_book {
            None => catalogue().default_price_book(),
            Some(id) => catalogue().price_book(id).ok_or_else(|| {
                let ids: Vec<_> = catalogue().price_books().iter().map(|book| book.id.as_str()).collect();
                format!("priceBook: `{id}` is not a price book: use one of {}", ids.join(", "))
            })?,
        };
        let period = self.period.unwrap_or_default();
        let volume = |field: &str, posts| Volume::new(posts, period).map_err(|error| format!("{field}: {error}"));
        let usage = self.usage(volume)?;
        // Without a usage type nothing should be closed that anyone may buy; academic research may buy it all.
        let estimate = Estimate::new(usage, self.usage_type.unwrap_or(UsageType::Academic), price_book);
        let estimate = estimate.with_assumed_term(self.assumed_term_months).with_budget(self.budget);
        let in_words = |error: EstimateError| error.to_string();
        let estimate = estimate.with_reread_factor(self.reread_factor.unwrap_or_default()).map_err(in_words)?;
        let low = self.low.map(|low| volume("low", low)).transpose()?;
        let high = self.high.map(|high| volume("high", high)).transpose()?;
        let estimate = estimate.with_range(low, high).map_err(in_words)?;
        let custom_tiers = self.custom_tiers.unwrap_or_default();
        estimate.with_custom_tiers(custom_tiers).map_err(|error| format!("customTiers: {error}"))
    }

    fn usage(&self, volume: impl Fn(&str, Posts) -> Result<Volume, String>) -> Result<Usage, String> {
        match &self.posts {
            MonthlyPosts::Every(posts) => {
                let growth = self.growth_percent.unwrap_or_default();
                let months = self.months.unwrap_or(Months::YEAR);
                Usage::growing(volume("reads", *posts)?, growth, months).map_err(|error| error.to_string())
            }
            MonthlyPosts::Each(each) => {
                if self.growth_percent.is_some_and(|growth| growth != Growth::NONE) {
                    return Err("growthPercent is given, but months that are given one by one don't grow".to_owned());
                }
                if self.period.is_some_and(|period| period != Period::Month) {
                    return Err("period is given, but reads that are given one by one are months".to_owned());
                }
                if let Some(months) = self.months
                    && usize::from(months.get()) != each.len()
                {
                    let count = each.len();
                    return Err(format!("months is {months}, but reads has {count} months: leave months out"));
                }
                Usage::given(each.clone()).map_err(|error| format!("reads: {error}"))
            }
        }
    }
}

/// Posts a month: one number for every month, or a number for each.
enum MonthlyPosts {
    Every(Posts),
    Each(Vec<Posts>),
}

impl<'de> Deserialize<'de> for MonthlyPosts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MonthlyPostsVisitor)
    }
}

struct MonthlyPostsVisitor;

impl<'de> Visitor<'de> for MonthlyPostsVisitor {
    type Value = MonthlyPosts;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a whole number, or a list of whole numbers")
    }

    fn visit_i64<E: serde::de::Error>(self, count: i64) -> Result<MonthlyPosts, E> {
        Posts::try_from(i128::from(count)).map(MonthlyPosts::Every).map_err(E::custom)
    }

    fn visit_u64<E: serde::de::Error>(self, count: u64) -> Result<MonthlyPosts, E> {
        Posts::try_from(i128::from(count)).map(MonthlyPosts::Every).map_err(E::custom)
    }

    fn visit_f64<E: serde::de::Error>(self, count: f64) -> Result<MonthlyPosts, E> {
        Posts::deserialize(serde::de::value::F64Deserializer::new(count)).map(MonthlyPosts::Every)
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<MonthlyPosts, A::Error> {
        let mut months = Vec::new();
        while let Some(posts) = list.next_element()? {
            months.push(posts);
            if months.len() > usize::from(Months::MAX.get()) {
                break;
            }
        }
        Ok(MonthlyPosts::Each(months))
    }
}
