//! The history of reads as JSON, for programs.

use crate::format::plain::{cents, fit_name};
use crate::history::{BookReport, CalendarDay, CalendarMonth, HistoryReport, OtherColumn, PassedOver, RunOn, Source};
use crate::pricing::{Fit, TierAssessment};
use crate::tier_text::tiers_to_value;
use crate::tree::{Value, json};

/// Every month at every tier. Amounts are text to the cent, and left out where there is none; `byMonthTotal` is the sum of the
/// cheapest tiers of each month. How well the rows behind the months cover them is left out where that isn't known, and so are the
/// rows that are the same as one before where there are none, the days on which they begin and end unless these are within a month, and quotation marks that are left open where none are.
/// `countColumn` is the column that the reads were taken from, left out where each row is one, and `countUnit` what its name says
/// that its numbers are given in; they are taken as they are unless `countedIn` has the unit that the reader chose. `otherCountColumns` might have been counted instead, and
/// `columnsPassedOver` have other numbers; both are left out where there are none or the history was kept. `datesOfWriting` stands
/// where posts are counted in the months in which they were written. `assumptions` has the ids of what was taken for granted and may
/// be otherwise, and is left out where nothing was. `link` opens the months as an estimate.
#[must_use]
pub fn history_json(report: &HistoryReport, link: &str) -> String {
    let months = report.history.months().map(|(month, reads)| {
        Value::object([("month", Some(Value::Text(month.to_string()))), ("reads", Some(Value::whole(reads.get())))])
    });
    let coverage = report.history.coverage();
    let named = |list: &[CalendarMonth]| Value::List(list.iter().map(|month| Value::Text(month.to_string())).collect());
    let day = |day: Option<CalendarDay>| day.map(|day| Value::Text(day.to_string()));
    let source = report.history.source();
    let passed_over = PassedOver::ALL.into_iter().flat_map(|reason| OtherColumn::names_of(&report.others, reason));
    let books = report.books.iter().enumerate().map(|(place, book)| price_book(report, place, book));
    let own = (!report.own_tiers.is_empty()).then(|| tiers_to_value(&report.own_tiers));
    let document = Value::object([
        ("usageType", Some(Value::text(report.usage_type.id()))),
        ("reads", Some(Value::whole(report.history.total()))),
        ("monthsLeftOut", Some(Value::whole(report.left_out as u64))),
        ("readsLeftOut", Some(Value::whole(report.left_out_reads))),
        ("countColumn", source.and_then(Source::name).map(Value::text)),
        ("countUnit", source.and_then(Source::named_unit).map(|unit| Value::text(unit.label()))),
        ("countedIn", source.and_then(Source::unit).map(|unit| Value::text(unit.label()))),
        ("otherCountColumns", names(OtherColumn::names_of(&report.others, PassedOver::AlsoCounts))),
        ("columnsPassedOver", names(passed_over.collect())),
        ("datesOfWriting", (source == Some(&Source::Posts)).then_some(Value::Bool(true))),
        ("assumptions", names(report.history.assumptions().iter().map(|assumption| assumption.id()).collect())),
        ("rows", coverage.map(|coverage| Value::whole(coverage.rows))),
        ("rowsUnread", coverage.map(|coverage| Value::whole(coverage.unread))),
        ("rowsSameAsBefore", coverage.filter(|it| it.same > 0).map(|it| Value::whole(it.same))),
        ("openQuotationMarks", coverage.and_then(|coverage| run_on(coverage.run_on))),
        ("monthsWithoutRow", coverage.map(|coverage| named(&coverage.missing))),
        ("monthsWithSeveralRows", coverage.map(|coverage| named(&coverage.repeated))),
        ("rowsBegin", coverage.and_then(|coverage| day(coverage.begins))),
        ("rowsEnd", coverage.and_then(|coverage| day(coverage.ends))),
        ("months", Some(Value::List(months.collect()))),
        ("priceBooks", Some(Value::List(books.collect()))),
        ("customTiers", own),
        ("ownTiers", Some(tiers(report, &report.own))),
        ("link", Some(Value::text(link))),
    ]);
    json::write(&document) + "\n"
}

/// Names; `None` without any.
fn names(names: Vec<&str>) -> Option<Value> {
    (!names.is_empty()).then(|| Value::List(names.into_iter().map(Value::text).collect()))
}

/// What quotation marks that aren't closed have made rows of; `None` where there are none.
fn run_on(run_on: RunOn) -> Option<Value> {
    let RunOn { rows, lines, first_line } = run_on;
    let fields = [("rows", rows), ("lines", lines), ("firstLine", first_line)];
    (rows > 0).then(|| Value::object(fields.map(|(name, count)| (name, Some(Value::whole(count))))))
}

/// The price book of that place in the report, which it has in each month, too.
fn price_book(report: &HistoryReport, place: usize, book: &BookReport) -> Value {
    let cheapest = book.epoch.cheapest.as_ref();
    let cost = cheapest.and_then(|answer| answer.cost.as_ref());
    let by_month = report.months.iter().map(|month| {
        let answer = month.epochs.get(place).and_then(|epoch| epoch.cheapest.as_ref());
        let cost = answer.and_then(|answer| answer.cost.as_ref());
        Value::object([
            ("month", Some(Value::Text(month.month.to_string()))),
            ("cheapest", answer.map(|answer| Value::text(answer.tier.id.as_str()))),
            ("amount", cost.map(|cost| Value::Text(cents(cost.monthly)))),
        ])
    });
    Value::object([
        ("id", Some(Value::text(book.epoch.price_book.id.as_str()))),
        ("from", Some(Value::Text(book.epoch.from.to_string()))),
        ("cheapest", cheapest.map(|answer| Value::text(answer.tier.id.as_str()))),
        ("total", cost.map(|cost| Value::Text(cents(cost.total)))),
        ("byMonth", Some(Value::List(by_month.collect()))),
        ("byMonthTotal", book.month_by_month.as_ref().ok().map(|total| Value::Text(cents(*total)))),
        ("tiers", Some(tiers(report, &book.answers))),
    ])
}

fn tiers(report: &HistoryReport, answers: &[TierAssessment]) -> Value {
    let tier = |answer: &TierAssessment| {
        let cost = answer.cost.as_ref();
        let months = report.history.months().enumerate().map(|(place, (month, reads))| {
            let amount = cost.and_then(|cost| cost.months.get(place)).map(|month| Value::Text(cents(month.amount)));
            let fit = answer.month_fit(reads);
            Value::object([
                ("month", Some(Value::Text(month.to_string()))),
                ("fit", Some(Value::text(fit_name(fit)))),
                ("amount", amount),
                ("shortfall", shortfall(fit)),
            ])
        });
        Value::object([
            ("id", Some(Value::text(answer.tier.id.as_str()))),
            ("name", Some(Value::text(&answer.tier.name))),
            ("fit", Some(Value::text(fit_name(answer.fit)))),
            ("total", cost.map(|cost| Value::Text(cents(cost.total)))),
            ("months", Some(Value::List(months.collect()))),
        ])
    };
    Value::List(answers.iter().map(tier).collect())
}

fn shortfall(fit: Fit) -> Option<Value> {
    match fit {
        Fit::OverCap { shortfall, .. } => Some(Value::whole(shortfall.get())),
        Fit::Fits | Fit::NoPublicPrice | Fit::NotEligible => None,
    }
}
