use crate::format::{NumberStyle, NumberTextError, parse_whole};
use crate::pricing::{Estimate, Months, Pattern, Period, PriceBook, Reads, Usage, UsageType, Volume};

/// What stands in the fields, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The volume as typed.
    pub volume: String,
    /// The chosen period of the volume.
    pub period: Period,
    /// The chosen usage type.
    pub usage_type: UsageType,
    /// The months as typed.
    pub months: String,
    /// The chosen price book.
    pub price_book: &'static PriceBook,
}

impl Draft {
    /// The fields that say `estimate`, written the way `style` writes numbers. The fields know only one volume for all
    /// months; of other usage they say the first month.
    #[must_use]
    pub fn new(estimate: &Estimate, style: NumberStyle) -> Self {
        let usage = estimate.usage();
        let volume = match usage.pattern() {
            Pattern::Constant { volume } | Pattern::Growing { volume, .. } => *volume,
            Pattern::Given => Volume::monthly(usage.months().first().copied().unwrap_or_default()),
        };
        Self {
            volume: style.reads(volume.reads()),
            period: volume.period(),
            usage_type: estimate.usage_type(),
            months: usage.month_count().to_string(),
            price_book: estimate.price_book(),
        }
    }

    /// The estimate that the fields say.
    ///
    /// # Errors
    /// [`Problems`] with a sentence for each field that breaks a rule.
    pub fn estimate(&self, style: NumberStyle) -> Result<Estimate, Problems> {
        let volume = parse_volume(&self.volume, self.period, style);
        let months = parse_months(&self.months, style);
        match (volume, months) {
            (Ok(volume), Ok(months)) => {
                Ok(Estimate::new(Usage::constant(volume, months), self.usage_type, self.price_book))
            }
            (volume, months) => Err(Problems { volume: volume.err(), months: months.err() }),
        }
    }
}

/// What is wrong with the fields, a sentence for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// With the volume.
    pub volume: Option<String>,
    /// With the months.
    pub months: Option<String>,
}

impl Problems {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn parse_volume(text: &str, period: Period, style: NumberStyle) -> Result<Volume, String> {
    let typed = quoted(text);
    let too_many = || {
        let (most, period) = (style.reads(Reads::MAX), period.with_article());
        format!("{typed} posts {period} are too many: at most {most} (10^15) a month can be priced.")
    };
    let count = parse_whole(text, style).map_err(|error| match error {
        NumberTextError::TooLarge => too_many(),
        NumberTextError::Empty => format!("How many posts? Write {}.", examples(style)),
        NumberTextError::NotANumber => format!("{typed} {error}: write {}.", examples(style)),
        NumberTextError::Negative => format!("{typed} {error}: reads are 0 or more."),
        NumberTextError::NotWhole | NumberTextError::TooManyPlaces => {
            format!("{typed} {error}: posts are read whole.")
        }
        NumberTextError::Ambiguous => format!("{typed} {error}: leave out the mark for thousands."),
    })?;
    let reads = Reads::new(count).map_err(|_| too_many())?;
    Volume::new(reads, period).map_err(|_| too_many())
}

fn parse_months(text: &str, style: NumberStyle) -> Result<Months, String> {
    if text.trim().is_empty() {
        return Err(format!("How many months? Use a whole number from 1 to {}.", Months::MAX));
    }
    let count = parse_whole(text, style).ok().and_then(|count| Months::try_from(i128::from(count)).ok());
    count.ok_or_else(|| {
        format!("{} months can’t be priced: use a whole number from 1 to {}.", quoted(text), Months::MAX)
    })
}

fn examples(style: NumberStyle) -> String {
    format!("digits, like {}, or 2{}5M or 10k", style.whole(2_500_000), style.decimal())
}

/// What was typed, in quotation marks; of a long text only the beginning.
fn quoted(text: &str) -> String {
    const MOST: usize = 32;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("“{}…”", &text[..end]),
        None => format!("“{text}”"),
    }
}
