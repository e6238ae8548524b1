//! The part of the form for the funder as a text that outlives the page, written and read side by side: what isn't right yet, as
//! where an exchange rate is still to come, stands in no link. Each line is a key with what stands in its field.

use super::{CurrencyDraft, TermsDraft};
use crate::app::storage::lines;
use crate::app::typed::numbers::marks;
use crate::numbers::NumberStyle;
use crate::project::budget::{CostClass, IndirectBase, YearCut};

const KIND: &str = "unfinished budget";

impl TermsDraft {
    /// The text that [`TermsDraft::read`] reads in the same `style`, beside the `link` of the budget.
    pub(super) fn write(&self, link: &str, style: NumberStyle) -> String {
        let values = [
            ("link", link),
            ("marks", &marks(style)),
            ("funder", self.funder.id.as_str()),
            ("years", self.year_cut.id()),
            ("base", self.indirect_base.id()),
            ("class", self.cost_class.id()),
            ("inflation", &self.inflation),
            ("contingency", &self.contingency),
            ("indirect", &self.indirect_rate),
            ("other", &self.other_costs),
        ];
        // Behind the currency stands the one that it took the place of, if any.
        let currencies = [Some(&self.currency), self.replaced.as_ref()].into_iter().flatten().flat_map(|currency| {
            let rate_of = currency.rate_of.map(|code| code.to_string()).unwrap_or_default();
            [
                ("currency", currency.code.clone()),
                ("rate", currency.rate.clone()),
                ("day", currency.rate_day.clone()),
                ("rate-of", rate_of),
            ]
        });
        let lines = values.map(|(key, value)| (key, value.to_owned())).into_iter().chain(currencies);
        lines.fold(format!("{KIND} 1\n"), |text, (key, value)| text + &format!("{key} {}\n", value.replace('\n', " ")))
    }

    /// The link and the fields that [`TermsDraft::write`] wrote; `None` where that was in another style, or where it isn't
    /// understood.
    pub(super) fn read(text: &str, style: NumberStyle) -> Option<(String, Self)> {
        let (_, mut rest) = lines::version(text, KIND).filter(|(version, _)| *version == "1")?;
        let mut next = |key| {
            let (value, behind) = lines::line(rest, key).ok()?;
            rest = behind;
            Some(value)
        };
        let link = next("link")?;
        next("marks").filter(|written| *written == marks(style))?;
        let (funder, years, base, class) = (next("funder")?, next("years")?, next("base")?, next("class")?);
        let mut typed = |key| next(key).map(str::to_owned);
        let (inflation, contingency) = (typed("inflation")?, typed("contingency")?);
        let (indirect_rate, other_costs) = (typed("indirect")?, typed("other")?);
        let mut currency = || {
            let (code, rate, rate_day) = (typed("currency")?, typed("rate")?, typed("day")?);
            Some(CurrencyDraft { code, rate, rate_day, rate_of: typed("rate-of")?.parse().ok() })
        };
        let draft = Self {
            funder: crate::funder_profile(funder)?,
            year_cut: YearCut::by_id(years)?,
            indirect_base: IndirectBase::by_id(base)?,
            cost_class: CostClass::by_id(class)?,
            inflation,
            contingency,
            indirect_rate,
            other_costs,
            currency: currency()?,
            replaced: currency(),
        };
        // What is damaged is refused and not mended.
        (draft.write(link, style) == text).then(|| (link.to_owned(), draft))
    }
}
