//! Every export of a quote says the same: text, Markdown, CSV and JSON are formatted from one quotation, and here their
//! figures are compared one by one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod quote_exports;
mod sample_quotes;

use proptest::prelude::*;
use quota_calculator::format::{
    estimate_phrase, option_terms, option_warning, payments_phrase, quote_csv, quote_markdown, quote_text,
    standing_sentence,
};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::Money;
use quota_calculator::quote::{Billing, OneOffItem, Quote, QuoteFigure, QuoteNumber, QuoteOption, Revision};
use quota_calculator::text::{MultiLine, OneLine};
use quote_exports::{ADDRESS, Outlets, STYLE, has_line, linked, says, section, unescaped};
use sample_quotes::{line, option, quote};
use serde_json::Value;

const FORMULA: &str = "=HYPERLINK(\"x\",1)";

fn quotes() -> Vec<Quote> {
    vec![
        quote(|_| {}),
        quote(|fields| {
            fields.revision = Revision::new(3).expect("a revision");
            fields.replaces = Revision::new(2);
            fields.options[0].discount_percent = "12.5".parse().expect("a discount");
            fields.options[0].reason = line("launch partner");
            fields.items = vec![
                OneOffItem { label: line("Set-up"), amount: "1500".parse().expect("a price") },
                OneOffItem { label: line("Training"), amount: "250.005".parse().expect("a price") },
            ];
            fields.terms = MultiLine::new("Payable within 30 days.").expect("terms");
            fields.is_offer = true;
        }),
        quote(|fields| {
            fields.options = ["basic", "enterprise-small", "enterprise-large"].map(option).to_vec();
            fields.recommended = Some(1);
        }),
        // A custom tier whose months differ, with a draft's empty fields.
        quote(|fields| {
            fields.issued = None;
            fields.customer = OneLine::default();
            fields.estimate = linked(
                "v2/reads=5000/period=day/growth=7.25/usage=hobby/months=18/reread=1.5/\
                 tiers=!((id:ours,name:Ours,charges:!((model:perUnit,unitPrice:0.0075)),termMonths:24))/prices=2026-08",
            );
            fields.options = vec![option("ours")];
        }),
        quote(|fields| {
            fields.estimate = linked(
                "v2/reads=70000/period=week/usage=academic/months=24/\
                 tiers=!((id:own,name:Own,charges:!((model:flat,fee:100)),annualPrice:1000))/prices=2023-05",
            );
            fields.options = vec![
                QuoteOption { billing: Billing::Annual, ..option("own") },
                QuoteOption { billing: Billing::Monthly, ..option("own") },
            ];
        }),
        // Neither a price nor a year.
        quote(|fields| {
            fields.estimate = linked("v2/given=1000*3,25000,7/usage=hobby/term=6/prices=2024-10");
            fields.options = ["enterprise", "basic"].map(option).to_vec();
        }),
        quote(|fields| {
            fields.number = QuoteNumber::new("-1_2").expect("a number");
            fields.customer = line(FORMULA);
            fields.prepared_by = line("@SUM(A1:A9)|*bold*");
            fields.contact = line("<b>\"x\"</b>");
            fields.estimate = linked(
                "v2/reads=7/period=hour/usage=hobby/months=1/\
                 tiers=!((id:own,name:'=1%2B1+%7C+Own',charges:!((model:flat,fee:100))))/prices=2023-03",
            );
            fields.options = vec![QuoteOption {
                discount_percent: "100".parse().expect("a discount"),
                reason: line("+free, \"really\""),
                ..option("own")
            }];
            fields.items = vec![OneOffItem { label: line("-1,5"), amount: "0".parse().expect("a price") }];
            fields.notes = MultiLine::new("=1\n- a | b\n\n# Total: $5, \"quoted\"").expect("notes");
            fields.terms = MultiLine::new("1. pay\n2. [x](https://example.org)").expect("terms");
        }),
        quote(|fields| {
            fields.options = ["basic", "enterprise-small"].map(option).to_vec();
            fields.items = vec![OneOffItem { label: line("Set-up"), amount: "1500".parse().expect("a price") }];
        }),
    ]
}

/// What a text cell looks like when the text might be a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() }
}

/// An amount as data: to the cent, with a point.
fn plain(amount: Money) -> String {
    let mut amount = amount.to_the_cent().decimal();
    amount.rescale(2);
    amount.to_string()
}

#[test]
fn every_outlet_says_the_same_figures() {
    let mut amounts = 0;
    for outlets in quotes().into_iter().map(Outlets::new) {
        for (place, heading) in outlets.options() {
            let quoted = &outlets.quotation.options[place];
            let in_text = section(&outlets.text, &heading);
            let in_json = &outlets.json["quotation"]["options"][place];
            let table: Vec<Vec<_>> = (outlets.markdown.lines().filter(|line| line.starts_with("| ")))
                .map(|line| line.trim_matches(['|', ' ']).split(" | ").collect())
                .collect();
            for figure in QuoteFigure::ALL {
                let id = figure.id();
                let label = quoted.label(figure);
                let amount = quoted.amount(figure);
                assert_eq!(in_json[id].as_str().map(str::to_owned), amount.map(plain), "{id}");
                if !quoted.figures.contains(&figure) {
                    continue;
                }
                let shown = amount.map_or_else(|| "no public price".to_owned(), |amount| STYLE.money(amount));
                has_line(&in_text, &format!("- {label}: {shown}"));
                // Where options differ in what a figure is, each kind has a row of its own.
                let labels: Vec<_> = outlets.quotation.options.iter().map(|other| other.label(figure)).collect();
                for row in table.iter().filter(|row| labels.iter().any(|other| other == row[0])) {
                    let is_own = row[0] == label || amount.is_none();
                    assert_eq!(
                        row[place + 1],
                        if is_own { shown.as_str() } else { "–" },
                        "{label} in the row {}",
                        row[0]
                    );
                }
                let rows = table.iter().filter(|row| row[0] == label).count();
                assert!(rows == 1 || amount.is_none(), "{label} has {rows} rows");
                let in_csv = outlets.cell(&guarded(&heading), &label);
                match amount {
                    Some(amount) => assert_eq!(in_csv, [plain(amount).as_str(), ""]),
                    None => assert_eq!((in_csv, &in_json[id]), (["", "no public price"], &Value::Null)),
                }
                amounts += usize::from(amount.is_some());
            }
        }
    }
    let told = 12 * 2 + 10 + 2 * 2 + 4;
    assert_eq!(amounts, told, "of twelve options with a price ten have a year, two a discount and four one-off items");
}

/// Text, Markdown and CSV tell these figures of the option at `place`, by their labels, and no other.
#[track_caller]
fn tells(quote: Quote, place: usize, labels: &[&str]) {
    let outlets = Outlets::new(quote);
    let (_, heading) = outlets.options().nth(place).expect("an option");
    let in_text: Vec<_> = (section(&outlets.text, &heading).into_iter())
        .take_while(|line| !line.starts_with("- Agreed: "))
        .filter_map(|line| line.strip_prefix("- ")?.split_once(": "))
        .map(|(label, _)| label)
        .collect();
    assert_eq!(in_text, labels, "text");
    let in_csv = outlets.csv.iter().filter(|row| row[0] == guarded(&heading)).map(|row| row[1].as_str());
    assert_eq!(in_csv.take_while(|label| *label != "Agreed").collect::<Vec<_>>(), labels, "CSV");
    let in_markdown = outlets.markdown.lines().filter(|line| line.starts_with("| ")).skip(2).filter_map(|line| {
        let cells: Vec<_> = line.trim_matches(['|', ' ']).split(" | ").collect();
        (cells[place + 1] != "–").then(|| cells[0])
    });
    assert_eq!(in_markdown.collect::<Vec<_>>(), labels, "Markdown");
}

#[test]
fn figures_that_say_nothing_are_left_out() {
    tells(quote(|_| {}), 0, &["A month", "A year", "Whole term"]);
    let everything = [
        "A month, after discount",
        "A year, after discount",
        "Whole term before discount",
        "Discount",
        "One-off items",
        "Whole term",
    ];
    tells(quotes().swap_remove(1), 0, &everything);
    let no_price_and_no_year = || quotes().swap_remove(5);
    tells(no_price_and_no_year(), 0, &["A month", "Whole term"]);
    tells(no_price_and_no_year(), 1, &["A month", "Whole term"]);
    let only_one_is_discounted = || {
        quote(|fields| {
            fields.options = ["basic", "enterprise-small"].map(option).to_vec();
            fields.options[1].discount_percent = "5".parse().expect("a discount");
        })
    };
    tells(only_one_is_discounted(), 0, &["A month", "A year", "Whole term"]);
    let discounted =
        ["A month, after discount", "A year, after discount", "Whole term before discount", "Discount", "Whole term"];
    tells(only_one_is_discounted(), 1, &discounted);
}

#[test]
fn every_outlet_says_what_was_agreed() {
    let mut warnings = 0;
    for outlets in quotes().into_iter().map(Outlets::new) {
        for (place, heading) in outlets.options() {
            let option = &outlets.quote.options[place];
            let quoted = &outlets.quotation.options[place];
            let warning = option_warning(quoted, STYLE);
            warnings += usize::from(warning.is_some());
            let payments = quoted.totals.as_ref().map(|totals| payments_phrase(option.billing, totals, STYLE));
            let is_discounted = !option.discount_percent.decimal().is_zero();
            let in_json = &outlets.json["quotation"]["options"][place];
            let in_text = section(&outlets.text, &heading);
            let markdown = unescaped(&outlets.markdown);
            let in_markdown = section(&markdown, &format!("## {heading}"));
            for (label, fact, json) in [
                ("Agreed", Some(option_terms(option, STYLE)), "agreed"),
                ("Warning", warning, "warning"),
                (if is_discounted { "Payments before discount" } else { "Payments" }, payments, ""),
            ] {
                assert!(json.is_empty() || in_json[json].as_str() == fact.as_deref(), "{label}: {fact:?}");
                let Some(fact) = fact else {
                    assert!(!outlets.csv.iter().any(|row| row[0] == guarded(&heading) && row[1] == label));
                    continue;
                };
                has_line(&in_text, &format!("- {label}: {fact}"));
                has_line(&in_markdown, &format!("- **{label}:** {fact}"));
                assert_eq!(outlets.cell(&guarded(&heading), label), ["", &guarded(&fact)]);
            }
            let Some(totals) = &quoted.totals else { continue };
            let nets: Vec<_> = totals.payments.iter().map(|payment| plain(payment.net)).collect();
            let listed = in_json["payments"].as_array().expect("payments");
            assert_eq!(listed.iter().map(|payment| payment["net"].as_str().expect("text")).collect::<Vec<_>>(), nets);
            let is_month = |row: &&[String; 4]| row[0] == guarded(&heading) && row[1].starts_with("Month");
            let months: Vec<_> = outlets.csv.iter().filter(is_month).map(|row| row[2].clone()).collect();
            assert_eq!(months, if totals.varies() { nets } else { Vec::new() });
            if totals.varies() {
                let first = STYLE.money(totals.monthly);
                assert!(
                    in_text.iter().any(|line| line.starts_with("- Month") && line.ends_with(&format!(": {first}")))
                );
            }
        }
    }
    assert_eq!(warnings, 4, "thrice over the cap, and once without a public price");
}

#[test]
fn every_outlet_says_who_and_when() {
    for outlets in quotes().into_iter().map(Outlets::new) {
        let quote = &outlets.quote;
        let markdown = unescaped(&outlets.markdown);
        let title = format!("{} {}", if quote.is_offer { "Offer" } else { "Quote" }, quote.title());
        assert!(outlets.text.starts_with(&format!("{title}\n{}\n", estimate_phrase(&quote.estimate, STYLE))));
        assert!(markdown.starts_with(&format!("# {title}\n\n{}\n", estimate_phrase(&quote.estimate, STYLE))));
        assert_eq!(outlets.cell("Quote", "Title")[1], title);
        assert_eq!(outlets.cell("Quote", "For")[1], estimate_phrase(&quote.estimate, STYLE));
        assert_eq!(outlets.json["quotation"]["question"], estimate_phrase(&quote.estimate, STYLE));
        let issued = quote.issued.map_or("not yet: this is a draft".to_owned(), |day| day.to_string());
        for (label, fact, json) in [
            ("Replaces", quote.replaces.map(|revision| format!("revision {revision}")).unwrap_or_default(), ""),
            ("Customer", quote.customer.to_string(), "customer"),
            ("Prepared by", quote.prepared_by.to_string(), "preparedBy"),
            ("Contact", quote.contact.to_string(), "contact"),
            ("Issued", issued, if quote.issued.is_some() { "issued" } else { "" }),
            ("Valid until", quote.valid_until.to_string(), "validUntil"),
        ] {
            let is_said = !fact.is_empty();
            assert_eq!(outlets.text.contains(&format!("\n{label}: {fact}\n")), is_said, "{label}: {fact}");
            assert_eq!(markdown.contains(&format!("\n- **{label}:** {fact}\n")), is_said, "{label}: {fact}");
            assert_eq!(outlets.csv.contains(&["Quote", label, "", &guarded(&fact)].map(str::to_owned)), is_said);
            assert!(json.is_empty() || outlets.json[json].as_str() == is_said.then_some(&fact), "{label}: {fact}");
        }
        let is_choice = quote.options.len() > 1;
        let heading = if is_choice { "One-off items, whichever option you choose" } else { "One-off items" };
        for (place, item) in quote.items.iter().enumerate() {
            let amount = STYLE.money(item.stated());
            has_line(&section(&outlets.text, heading), &format!("- {}: {amount}", item.label));
            has_line(&section(&markdown, &format!("## {heading}")), &format!("- **{}:** {amount}", item.label));
            assert_eq!(outlets.cell(heading, &guarded(item.label.as_str()))[0], plain(item.stated()));
            assert_eq!(outlets.json["items"][place]["amount"], item.amount.to_string());
            assert_eq!(outlets.json["quotation"]["items"][place]["amount"], plain(item.stated()));
        }
        for (label, text) in [("Notes", quote.notes.as_str()), ("Terms", quote.terms.as_str())] {
            let indented = format!("  {}\n", text.replace('\n', "\n  "));
            assert_eq!(outlets.text.contains(&format!("\n{label}\n{indented}")), !text.is_empty());
            // The backslashes at the ends of lines are Markdown's.
            let shown = markdown.replace("\\\n", "\n");
            assert_eq!(shown.contains(&format!("\n## {label}\n\n{text}\n")), !text.is_empty(), "{text} in {shown}");
            let row = ["Quote", label, "", &guarded(text)].map(str::to_owned);
            assert_eq!(outlets.csv.contains(&row), !text.is_empty());
            assert_eq!(outlets.json[label.to_lowercase()].as_str().unwrap_or_default(), text);
        }
        let standing = standing_sentence(quote);
        assert!(outlets.text.ends_with(&format!("\n{standing}\n{ADDRESS}")));
        assert!(outlets.markdown.ends_with(&format!("\n{standing}\n\n<{ADDRESS}>\n")));
        assert_eq!([outlets.cell("Quote", "Standing")[1], outlets.cell("Quote", "Link")[1]], [standing, ADDRESS]);
        assert_eq!(outlets.json["quotation"]["standing"], standing);
        assert_eq!([&outlets.json["link"], &outlets.json["kind"]], [ADDRESS, "quote"]);
    }
}

#[test]
fn a_program_finds_everything_that_was_entered() {
    let outlets = Outlets::new(quotes().swap_remove(3));
    let expected = serde_json::json!({
        "priceBook": "2026-08", "reads": 5000, "period": "day", "months": 18, "growthPercent": "7.25",
        "usageType": "hobby", "rereadFactor": "1.5",
        "customTiers": [{
            "id": "ours", "name": "Ours", "charges": [{ "model": "perUnit", "unitPrice": "0.0075", "includedReads": 0 }], "termMonths": 24,
        }],
    });
    assert_eq!(outlets.json["estimate"], expected);
    assert_eq!((&outlets.json["isOffer"], &outlets.json["issued"]), (&Value::Bool(false), &Value::Null));
    let recommended = Outlets::new(quotes().swap_remove(2));
    assert_eq!(recommended.json["recommended"], 1);
    let annual = Outlets::new(quotes().swap_remove(4));
    let option = serde_json::json!({ "tier": "own", "discountPercent": "0", "billing": "annual" });
    assert_eq!(annual.json["options"][0], option);
    assert_eq!(annual.json["quotation"]["options"][0]["lines"], serde_json::json!([]), "a year has its own price");
}

#[test]
fn equal_payments_in_a_row_are_one_line() {
    let growing = Outlets::new(quotes().swap_remove(3));
    has_line(&section(&growing.text, "Ours"), "- Month 18: $5,623.29");
    has_line(&section(&growing.text, "Ours"), "- Months 19 to 24, each: $0");
    assert!(growing.markdown.contains("\n- **Months 19 to 24, each:** $0\n"));
    assert_eq!(growing.cell("Ours", "Month 24"), ["0.00", ""], "but not where they are summed up");
}

#[test]
fn months_of_their_own_are_in_every_outlet() {
    let given = Outlets::new(quotes().swap_remove(5));
    says(&given, "Quote", "Posts month by month", "months 1 to 3: 1,000 each · month 4: 25,000 · month 5: 7");
    assert_eq!(
        given.cell("Quote", "For")[1],
        "7 to 25,000 posts a month for a hobby project, over 5 months, at the prices of October 2024"
    );
    let same = quote(|fields| fields.estimate = linked("v2/given=1000*3/usage=hobby/prices=2023-03"));
    assert!(!Outlets::new(same).text.contains("Posts month by month"), "the question says it all");
}

#[test]
fn what_was_not_checked_of_a_tier_is_said_in_every_outlet() {
    let unchecked = Outlets::new(quote(|fields| {
        fields.estimate = linked("v2/reads=2000000/period=month/usage=ai-training/months=12/term=12/prices=2023-03");
        fields.options = vec![option("enterprise-small")];
    }));
    let terms = "50,000,000 reads a month · its minimum term is not public, taken to be 12 months · whether its terms allow AI \
                 training was not checked";
    says(&unchecked, "Enterprise Small", "Tier", terms);
    assert_eq!(unchecked.json["quotation"]["options"][0]["tierTerms"], terms);
}

#[test]
fn a_term_longer_than_what_is_asked_is_said_beside_its_amount() {
    let growing = Outlets::new(quotes().swap_remove(3));
    let total = STYLE.money(growing.quotation.options[0].totals.as_ref().expect("a price").total);
    has_line(&section(&growing.text, "Ours"), &format!("- Whole term, 24 months: {total}"));
    assert!(growing.markdown.contains("| Whole term, 24 months |"));
}

#[test]
fn hostile_texts_do_no_harm() {
    let outlets = Outlets::new(quotes().swap_remove(6));
    assert!(outlets.markdown.contains(r"- **Prepared by:** @SUM(A1:A9)\|\*bold\*"));
    assert!(outlets.markdown.contains(r#"- **Contact:** \<b\>"x"\</b\>"#));
    assert!(outlets.markdown.contains("\\- a \\| b\n\n\\# Total: $5"));
    assert!(outlets.markdown.contains("1\\. pay\\\n2\\. \\[x\\](https\\://example.org)"));
    assert!(outlets.text.contains("\n  - a | b\n"), "what was written stands further in than what is computed");
    assert_eq!(outlets.cell("Quote", "Customer"), ["", &format!("'{FORMULA}")]);
    assert_eq!(outlets.json["customer"], FORMULA);
    assert_eq!(outlets.cell("'=1+1 | Own", "Discount"), ["-100.00", ""], "a number below zero is no formula");
}

#[test]
fn another_language_writes_other_marks_but_not_in_data() {
    let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    let Outlets { quote, quotation, .. } = Outlets::new(quotes().swap_remove(1));
    for export in [quote_text(&quote, &quotation, "", german), quote_markdown(&quote, &quotation, "", german)] {
        assert!(export.contains("442.750,01\u{a0}$") && !export.contains("442,750"), "{export}");
    }
    assert!(quote_csv(&quote, &quotation, "").contains(",442750.01,"));
}

proptest! {
    #[test]
    fn no_text_begins_a_formula_or_breaks_the_table(
        texts in prop::array::uniform3("[-=+@\"',|\t ]{0,3}[ -~研\n\r]{0,20}"),
        notes in "[-=+@\t ]?[ -~\n\r]{0,60}",
        label in "[-=+@]?[a-z,\"]{1,10}",
    ) {
        let [customer, prepared_by, reason] = texts;
        let quote = quote(|fields| {
            fields.customer = line(&customer);
            fields.prepared_by = line(&prepared_by);
            fields.options[0].reason = line(&reason);
            fields.options[0].discount_percent = "5".parse().expect("a discount");
            fields.notes = MultiLine::new(&notes).expect("notes");
            fields.items = vec![OneOffItem { label: line(&label), amount: "1".parse().expect("a price") }];
        });
        let outlets = Outlets::new(quote);
        prop_assert_eq!(&outlets.csv[0], &["Part", "Item", "Amount in US dollars", "Text"].map(str::to_owned));
        for [part, item, amount, text] in &outlets.csv[1..] {
            for cell in [part, item, text] {
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{}", cell);
                prop_assert!(!cell.starts_with(['\t', '\r']), "{}", cell);
            }
            prop_assert!(amount.is_empty() || amount.parse::<f64>().is_ok() && text.is_empty(), "{}", amount);
        }
        let said = |label: &str, text: &str| {
            text.is_empty() || outlets.csv.contains(&["Quote", label, "", &guarded(text)].map(str::to_owned))
        };
        prop_assert!(said("Customer", outlets.quote.customer.as_str()));
        prop_assert!(said("Prepared by", outlets.quote.prepared_by.as_str()));
        prop_assert!(said("Notes", outlets.quote.notes.as_str()));
        prop_assert_eq!(outlets.json["notes"].as_str().unwrap_or_default(), outlets.quote.notes.as_str());
    }
}
