//! What stands in the fields of the question, right or wrong, and the estimate that it says.

use rust_decimal::Decimal;

use super::EstimateField;
use super::pasted::Pasted;
use crate::app::FormProblems;
use crate::app::typed::{numbers, words};
use crate::numbers::{NumberStyle, parse_whole};
use crate::pricing::{
    Estimate, EstimateError, Growth, Months, Pattern, Period, Posts, Price, PriceBook, Reads, Tier, Usage, UsageType,
    Volume,
};

/// What is wrong with the question.
pub type EstimateProblems = FormProblems<EstimateField>;

/// Which way the question is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// "I expect to read N posts": what will they cost?
    #[default]
    Reads,
    /// "I can spend $N": how many posts is that?
    Budget,
}

impl Direction {
    /// The id of the list that it is chosen from.
    pub const FIELD: &str = "direction";

    /// Both, in the order of their list.
    pub const ALL: [Self; 2] = [Self::Reads, Self::Budget];

    /// The name by which the browser knows it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reads => "reads",
            Self::Budget => "budget",
        }
    }

    /// The beginning of the question.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Reads => "I expect to read",
            Self::Budget => "I can spend",
        }
    }
}

/// The dollars a month in the field of the budget until there are others: what Enterprise was reported to begin at in March 2023.
const STARTING_BUDGET: Decimal = Decimal::from_parts(42_000, 0, 0, false, 0);

/// What stands in the fields, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstimateDraft {
    /// Which way the question is asked.
    pub direction: Direction,
    /// The posts in a period, as typed.
    pub volume: String,
    /// The period that they are counted in.
    pub period: Period,
    /// The chosen usage type.
    pub usage_type: UsageType,
    /// The months as typed.
    pub months: String,
    /// The chosen price book.
    pub price_book: &'static PriceBook,
    /// The growth as typed, in percent a month.
    pub growth: String,
    /// Whether the months are given one by one.
    pub month_by_month: bool,
    /// The posts of each month, as typed; more of them than [`EstimateDraft::months`] says wait unused.
    pub given: Vec<String>,
    /// The low volume as typed, empty for none.
    pub low: String,
    /// The high volume as typed, empty for none.
    pub high: String,
    /// The re-read factor as typed.
    pub reread_factor: String,
    /// The assumed term as typed, empty for none.
    pub assumed_term: String,
    /// The budget as typed.
    pub budget: String,
    /// The three factors of the helper for requests, as typed: accounts, polls a day, posts each.
    pub requests: [String; 3],
}

impl EstimateDraft {
    /// The fields that say `estimate`, written the way `style` writes numbers.
    #[must_use]
    pub fn new(estimate: &Estimate, style: NumberStyle) -> Self {
        let usage = estimate.usage();
        let given = matches!(usage.pattern(), Pattern::Given);
        let volume =
            usage.volume().unwrap_or_else(|| Volume::monthly(usage.months().first().copied().unwrap_or_default()));
        let growth = match usage.pattern() {
            Pattern::Growing { growth, .. } => *growth,
            Pattern::Constant { .. } | Pattern::Given => Growth::NONE,
        };
        let posts = |volume: Option<Volume>| volume.map(|volume| style.posts(volume.posts())).unwrap_or_default();
        Self {
            direction: if estimate.budget().is_some() { Direction::Budget } else { Direction::Reads },
            volume: style.posts(volume.posts()),
            period: volume.period(),
            usage_type: estimate.usage_type(),
            months: usage.month_count().to_string(),
            price_book: estimate.price_book(),
            growth: style.plain_decimal(growth.decimal()),
            month_by_month: given,
            given: if given { usage.months().iter().map(|month| style.posts(*month)).collect() } else { Vec::new() },
            low: posts(estimate.low()),
            high: posts(estimate.high()),
            reread_factor: style.plain_decimal(estimate.reread_factor().decimal()),
            assumed_term: estimate.assumed_term().map(|months| months.to_string()).unwrap_or_default(),
            budget: numbers::written_amount(estimate.budget().map_or(STARTING_BUDGET, Price::decimal), style),
            requests: Default::default(),
        }
    }

    /// The estimate that the fields say, with tiers of the user's own.
    ///
    /// # Errors
    /// [`EstimateProblems`] with a sentence for each field that breaks a rule.
    pub fn estimate(&self, custom_tiers: &[Tier], style: NumberStyle) -> Result<Estimate, EstimateProblems> {
        match self.direction {
            Direction::Reads => self.by_volume(custom_tiers, style),
            Direction::Budget => self.by_budget(custom_tiers, style),
        }
    }

    /// The estimate that starts from a budget. What belongs to the volume waits in its fields, and the estimate keeps it as
    /// far as it is right.
    fn by_budget(&self, custom_tiers: &[Tier], style: NumberStyle) -> Result<Estimate, EstimateProblems> {
        let only = |volume: &str| {
            let [volume, growth] = [volume, "0"].map(str::to_owned);
            let (month_by_month, low, high) = (false, String::new(), String::new());
            Self { volume, growth, month_by_month, low, high, ..self.clone() }.by_volume(custom_tiers, style)
        };
        let waiting = self.by_volume(custom_tiers, style).or_else(|_| only(&self.volume)).or_else(|_| only("0"));
        match (waiting, numbers::budget(&self.budget, style)) {
            (Ok(estimate), Ok(budget)) => Ok(estimate.with_budget(Some(budget))),
            (waiting, budget) => {
                let mut problems = waiting.err().unwrap_or_default();
                problems.take(EstimateField::Budget, budget);
                Err(problems)
            }
        }
    }

    fn by_volume(&self, custom_tiers: &[Tier], style: NumberStyle) -> Result<Estimate, EstimateProblems> {
        let mut problems = EstimateProblems::default();
        let usage = self.usage(&mut problems, style);
        let factor = problems.take(EstimateField::RereadFactor, numbers::reread_factor(&self.reread_factor, style));
        let term = numbers::optional(&self.assumed_term, |text| numbers::months(text, style));
        let term = problems.take(EstimateField::AssumedTerm, term);
        let mut range = |field, text: &str| {
            let text = if self.month_by_month { "" } else { text };
            problems.take(field, numbers::optional(text, |text| numbers::volume(text, self.period, style)))
        };
        let (low, high) = (range(EstimateField::Low, &self.low), range(EstimateField::High, &self.high));
        let (Some(usage), Some(factor), Some(term), Some(low), Some(high)) = (usage, factor, term, low, high) else {
            return Err(problems);
        };
        let estimate = Estimate::new(usage, self.usage_type, self.price_book).with_assumed_term(term);
        let estimate = estimate.with_reread_factor(factor).map_err(|_| {
            let most = style.reads(Reads::MAX);
            EstimateProblems::of_field(
                EstimateField::RereadFactor,
                format!(
                    "With so many reads a post, a month has more than the {most} (10^15) reads that can be priced."
                ),
            )
        })?;
        let estimate = estimate
            .with_range(low, None)
            .map_err(|error| EstimateProblems::of_field(EstimateField::Low, range_problem(&error, "low")))?
            .with_range(low, high)
            .map_err(|error| EstimateProblems::of_field(EstimateField::High, range_problem(&error, "high")))?;
        estimate.with_custom_tiers(custom_tiers.to_vec()).map_err(|error| EstimateProblems::of_whole(error.to_string()))
    }

    fn usage(&self, problems: &mut EstimateProblems, style: NumberStyle) -> Option<Usage> {
        let months = problems.take(EstimateField::Months, numbers::months(&self.months, style));
        if self.month_by_month {
            let cells = self.given.iter().take(usize::from(months?.get())).enumerate();
            let given: Vec<Option<Posts>> = cells
                .map(|(place, cell)| {
                    let posts = numbers::posts(cell, &format!("in month {}", place + 1), style);
                    problems.take(
                        EstimateField::Month(place),
                        posts.map_err(|problem| format!("Month {}: {problem}", place + 1)),
                    )
                })
                .collect();
            return Usage::given(given.into_iter().collect::<Option<_>>()?).ok();
        }
        let volume = problems.take(EstimateField::Volume, numbers::volume(&self.volume, self.period, style));
        let growth = problems.take(EstimateField::Growth, numbers::growth(&self.growth, style));
        let (months, volume, growth) = (months?, volume?, growth?);
        let outgrown = |_| {
            let most = style.posts(Posts::MAX);
            format!(
                "At this growth a month outgrows the {most} (10^15) posts that can be priced: use less growth or fewer months."
            )
        };
        problems.take(EstimateField::Growth, Usage::growing(volume, growth, months).map_err(outgrown))
    }

    /// What stands in a field.
    #[must_use]
    pub fn text(&self, field: EstimateField) -> &str {
        match field {
            EstimateField::Volume => &self.volume,
            EstimateField::Months => &self.months,
            EstimateField::Growth => &self.growth,
            EstimateField::Month(place) => self.given.get(place).map_or("", String::as_str),
            EstimateField::Low => &self.low,
            EstimateField::High => &self.high,
            EstimateField::RereadFactor => &self.reread_factor,
            EstimateField::AssumedTerm => &self.assumed_term,
            EstimateField::Budget => &self.budget,
            EstimateField::Accounts => &self.requests[0],
            EstimateField::Polls => &self.requests[1],
            EstimateField::PostsEach => &self.requests[2],
        }
    }

    /// What stands in a field, without the words that may stand beside its number.
    fn number(&self, field: EstimateField) -> &str {
        let text = self.text(field);
        match field {
            EstimateField::Volume | EstimateField::Low | EstimateField::High => {
                words::without_unit(words::without_period(text, self.period))
            }
            EstimateField::Month(_) => words::without_unit(text),
            EstimateField::Budget => words::without_period(text, Period::Month),
            _ => text,
        }
    }

    /// Puts `text` into a field. A period behind the volume becomes the chosen one.
    pub fn set(&mut self, field: EstimateField, text: String) {
        if field == EstimateField::Volume
            && let Some((_, period)) = words::split_period(&text)
        {
            self.period = period;
        }
        let slot = match field {
            EstimateField::Volume => &mut self.volume,
            EstimateField::Months => &mut self.months,
            EstimateField::Growth => &mut self.growth,
            EstimateField::Month(place) => match self.given.get_mut(place) {
                Some(cell) => cell,
                None => return,
            },
            EstimateField::Low => &mut self.low,
            EstimateField::High => &mut self.high,
            EstimateField::RereadFactor => &mut self.reread_factor,
            EstimateField::AssumedTerm => &mut self.assumed_term,
            EstimateField::Budget => &mut self.budget,
            EstimateField::Accounts => &mut self.requests[0],
            EstimateField::Polls => &mut self.requests[1],
            EstimateField::PostsEach => &mut self.requests[2],
        };
        *slot = text;
        if field == EstimateField::Months {
            self.make_room(self.month_count());
        }
    }

    /// How many months the field of months says; 0 while it says none. Every style reads a number so small alike.
    #[must_use]
    pub fn month_count(&self) -> usize {
        numbers::months(&self.months, NumberStyle::ENGLISH).map_or(0, |months| months.get().into())
    }

    /// Writes a number out in full, `2.5M posts` as `2,500,000`; what is no whole number stays as typed.
    pub fn write_out(&mut self, field: EstimateField, style: NumberStyle) {
        if field == EstimateField::Months && self.month_count() > 0 {
            self.months = self.month_count().to_string();
        }
        let is_whole = matches!(
            field,
            EstimateField::Volume
                | EstimateField::Month(_)
                | EstimateField::Low
                | EstimateField::High
                | EstimateField::Budget
        );
        if is_whole && let Ok(number) = parse_whole(self.number(field), style) {
            self.set(field, style.whole(number));
        }
    }

    /// Writes all numbers as another style does. What is no number stays as typed.
    pub(in crate::app) fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        let months = (0..self.given.len()).map(EstimateField::Month);
        for field in EstimateField::BUT_MONTHS.into_iter().chain(months) {
            let is_whole =
                !matches!(field, EstimateField::Growth | EstimateField::RereadFactor | EstimateField::Budget);
            if let Some(text) = numbers::restyled(self.number(field), is_whole, from, to) {
                self.set(field, text);
            }
        }
    }

    /// Gives the months one by one, or all by one volume. The table begins with the posts that each month has by the volume, its
    /// period and its growth. What was changed in it waits there while it isn't asked for.
    pub fn choose_month_by_month(&mut self, month_by_month: bool, style: NumberStyle) {
        self.month_by_month = false;
        let by_volume = self.usage(&mut EstimateProblems::default(), style);
        let by_volume =
            by_volume.map(|usage| usage.months().iter().map(|month| style.posts(*month)).collect::<Vec<_>>());
        if !month_by_month && by_volume.as_ref() == Some(&self.given) {
            self.given.clear();
        }
        self.month_by_month = month_by_month;
        if month_by_month {
            if self.given.is_empty() {
                self.given = by_volume.unwrap_or_default();
            }
            self.make_room(self.month_count());
        }
    }

    /// Fills the table of months downwards from `place` with a column or a row copied from a spreadsheet; the months become
    /// more if need be. Says what was left out or left alone, if anything was.
    pub fn paste(&mut self, place: usize, text: &str, style: NumberStyle) -> Option<String> {
        let Pasted { values, has_total } = Pasted::read(text);
        let most = usize::from(Months::MAX.get());
        let end = (place + values.len()).min(most);
        let months = self.month_count();
        if months < end {
            self.months = end.to_string();
        }
        self.make_room(end);
        let left_over = (place + values.len()).saturating_sub(most);
        for (cell, value) in self.given.iter_mut().skip(place).zip(values) {
            value.clone_into(cell);
            if let Ok(number) = parse_whole(words::without_unit(cell), style) {
                *cell = style.whole(number);
            }
        }
        let beyond = (left_over > 0).then(|| {
            format!("An estimate has at most {most} months: {left_over} pasted values after them were left out.")
        });
        let total =
            has_total.then(|| "The last pasted row sums up the others, by its name, so it was left out.".to_owned());
        let shorter =
            (place == 0 && end < months).then(|| format!("The months after the first {end} stay as they were."));
        let said: Vec<_> = [beyond, total, shorter].into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// Adds cells to the table of months, like the last one, until there are `count`.
    fn make_room(&mut self, count: usize) {
        if self.month_by_month && self.given.len() < count {
            let filling = self.given.last().unwrap_or(&self.volume).clone();
            self.given.resize(count, filling);
        }
    }

    /// The posts a day that the helper for requests comes to: accounts × polls a day × posts each. `None` while nothing is
    /// filled in.
    ///
    /// # Errors
    /// [`EstimateProblems`] with a sentence for each field that is no number, or for too many posts.
    #[must_use]
    pub fn posts_a_day(&self, style: NumberStyle) -> Option<Result<Posts, EstimateProblems>> {
        if self.requests.iter().all(|text| text.trim().is_empty()) {
            return None;
        }
        let mut problems = EstimateProblems::default();
        let fields = [EstimateField::Accounts, EstimateField::Polls, EstimateField::PostsEach];
        let factors = fields.map(|field| problems.take(field, numbers::factor(self.text(field), style)));
        let [Some(accounts), Some(polls), Some(posts)] = factors else { return Some(Err(problems)) };
        let product = accounts.checked_mul(polls).and_then(|requests| requests.checked_mul(posts));
        let posts = product.and_then(|posts| Posts::new(posts).ok());
        let posts = posts.filter(|posts| Volume::new(*posts, Period::Day).is_ok());
        let most = style.posts(Posts::MAX);
        Some(posts.ok_or_else(|| {
            let sentence = format!("That makes too many posts: at most {most} (10^15) a month can be priced.");
            EstimateProblems::of_field(EstimateField::PostsEach, sentence)
        }))
    }

    /// Asks about `posts` in a period. A low or high volume on the wrong side of them is cleared. Says what gave way to them, if
    /// anything did.
    pub(super) fn use_volume(&mut self, posts: Posts, period: Period, style: NumberStyle) -> Option<&'static str> {
        let gave_way = if self.direction == Direction::Budget {
            Some("These posts took the place of the budget.")
        } else {
            self.month_by_month.then_some("The months were replaced by one volume.")
        };
        let before = self.period;
        let as_volume = |text: &str| numbers::volume(text, before, style).ok();
        let bounds = (as_volume(&self.low), as_volume(&self.high));
        self.direction = Direction::Reads;
        self.month_by_month = false;
        self.volume = style.posts(posts);
        self.period = period;
        let Ok(expected) = Volume::new(posts, period) else { return gave_way };
        let mut cleared = false;
        // The bounds are counted in the same period as the volume, so they follow it into the new one.
        let mut keep = |text: &mut String, bound: Option<Volume>, fits: fn(Posts, Posts) -> bool| {
            let Some(bound) = bound else { return };
            if !fits(bound.posts_per_month(), expected.posts_per_month()) {
                text.clear();
                cleared = true;
            } else if period != before {
                *text = style.posts(bound.posts_in(period));
            }
        };
        keep(&mut self.low, bounds.0, |low, expected| low <= expected);
        keep(&mut self.high, bounds.1, |high, expected| high >= expected);
        gave_way.or(cleared.then_some("The low or high volume no longer fitted and was cleared."))
    }
}

fn range_problem(error: &EstimateError, which: &str) -> String {
    match error {
        EstimateError::LowAboveExpected { .. } => "The low volume is above the expected one.".to_owned(),
        EstimateError::HighBelowExpected { .. } => "The high volume is below the expected one.".to_owned(),
        _ => format!("The {which} volume outgrows what can be priced."),
    }
}
