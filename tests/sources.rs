//! The Sources page as it is rendered, held against the catalogue and the files it was read from.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod rendered;

use std::fs;

use quota_calculator::catalogue;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{
    Bands, Catalogue, Charge, Date, Evidence, Freshness, Identifier, Price, PriceBook, Tier, TierEvidence,
};
use quota_calculator::view::{freshness_notice, sources_page};
use rendered::{assert_says, unescaped};
use yew::LocalServerRenderer;
use yew::prelude::*;

const STYLE: NumberStyle = NumberStyle::ENGLISH;

#[derive(Clone, PartialEq, Properties)]
struct OnDay {
    today: Date,
}

#[component]
fn Sources() -> Html {
    sources_page(STYLE)
}

#[component]
fn Notice(props: &OnDay) -> Html {
    freshness_notice(&Freshness::on(catalogue(), props.today), STYLE)
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

async fn html() -> String {
    unescaped(&LocalServerRenderer::<Sources>::new().hydratable(false).render().await)
}

/// What follows `start` in `html`, up to `end`.
#[track_caller]
fn part<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("the page lacks {start}"));
    rest.split_once(end).map_or(rest, |(part, _)| part)
}

/// The part of the page on one price book.
fn book_part<'a>(html: &'a str, book: &PriceBook) -> &'a str {
    part(html, &format!(r#"<h2 id="book-{}""#, book.id), "<h2 ")
}

/// The part of the page on one tier of a price book.
fn tier_part<'a>(html: &'a str, book: &PriceBook, tier: &Tier) -> &'a str {
    part(book_part(html, book), &format!("<h3>{}</h3>", tier.name), "</section>")
}

/// Every price that a tier lists.
fn prices(tier: &Tier) -> Vec<Price> {
    let of_bands = |bands: &Bands| {
        let fees = bands.list().iter().map(|band| band.flat_fee).filter(|fee| *fee != Price::ZERO);
        fees.chain(bands.list().iter().map(|band| band.unit_price)).collect()
    };
    let of_charge = |charge: &Charge| match charge {
        Charge::Flat { fee } => vec![*fee],
        Charge::PerUnit { unit_price, .. } => vec![*unit_price],
        Charge::Package { package_price, .. } => vec![*package_price],
        Charge::Graduated { bands, .. } | Charge::Volume { bands, .. } => of_bands(bands),
    };
    let charges = tier.charges.iter().chain(&tier.overage).flat_map(|charges| charges.iter());
    let others =
        [tier.monthly_minimum, tier.monthly_maximum, tier.annual_maximum, tier.annual_price, tier.indicative_price];
    charges.flat_map(of_charge).chain(others.into_iter().flatten()).collect()
}

#[track_caller]
fn assert_cites(html: &str, sources: &[Identifier]) {
    for id in sources {
        let source = catalogue().source(id).expect("a source");
        let date = source.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
        assert!(html.contains(&format!(r#"href="{}""#, source.url)), "no link to {id} in\n{html}");
        assert_says(&rendered::text(html), &[&date]);
    }
}

#[track_caller]
fn assert_rests_on(html: &str, evidence: &Evidence) {
    let said = format!("{} {} confidence:", evidence.status.label(), evidence.confidence.label());
    assert_says(&rendered::text(html), &[&said]);
    assert_cites(html, &evidence.sources);
}

#[tokio::test]
async fn every_price_book_is_there() {
    let html = html().await;
    for book in catalogue().price_books() {
        let part = book_part(&html, book);
        let text = rendered::text(part);
        let until = book.until.map_or_else(|| "now, as far as is known".to_owned(), |until| until.to_string());
        assert_says(
            &text,
            &[
                &format!("{} {} Price book {}", book.name, book.title, book.id),
                &format!("In force from {} to {until}", book.from),
                book.deduplication.label(),
                &format!("{} {} confidence:", book.evidence.status.label(), book.evidence.confidence.label()),
            ],
        );
        assert_cites(part, &book.evidence.sources);
        for note in book.notes.iter() {
            assert_says(&text, &[note]);
        }
    }
}

#[tokio::test]
async fn every_tier_says_its_figures_and_where_they_come_from() {
    let html = html().await;
    for book in catalogue().price_books() {
        for tier in book.tiers.iter() {
            let part = tier_part(&html, book, tier);
            let text = rendered::text(part);
            for price in prices(tier) {
                assert_says(&text, &[&format!("{} ", STYLE.price(price))]);
            }
            assert_eq!(text.contains("no public price"), tier.charges.is_none(), "{} in {}", tier.name, book.id);
            if let Some(cap) = tier.read_cap.filter(|cap| cap.get() > 0) {
                assert_says(&text, &[&format!("Read cap {} reads a month", STYLE.reads(cap))]);
            }
            assert_eq!(text.contains("Minimum term not public"), tier.term_months.is_some(), "{}", tier.name);
            assert_eq!(text.contains("Customers existing ones only"), tier.existing_customers_only, "{}", tier.name);
            for sentence in tier.aside.iter().chain(&tier.note) {
                assert_says(&text, &[sentence]);
            }
            for evidence in tier.evidence.iter().flat_map(TierEvidence::all) {
                assert_rests_on(part, evidence);
            }
        }
    }
}

#[tokio::test]
async fn every_tier_says_who_may_buy_it() {
    let html = html().await;
    for book in catalogue().price_books() {
        let access = part(book_part(&html, book), "<h3>Who may buy what</h3>", "<h3>");
        for tier in book.tiers.iter() {
            let mut groups = access.split("<h4>").skip(1);
            let group = groups.find(|group| {
                group.split_once("</h4>").is_some_and(|(names, _)| names.split("; ").any(|name| name == tier.name))
            });
            let group = group.expect("an entry");
            for rule in tier.eligibility.iter() {
                let usage_types: Vec<_> = rule.usage_types.iter().map(|usage_type| usage_type.label()).collect();
                let reason = rule.reason.as_ref().map(|reason| format!(". {reason}")).unwrap_or_default();
                assert_says(&rendered::text(group), &[&format!("{}{reason}", usage_types.join(", "))]);
                assert_cites(group, &rule.sources);
            }
        }
    }
    let launch = rendered::text(book_part(&html, catalogue().default_price_book()));
    assert_says(
        &launch,
        &[
            "Free (write-only); Basic Open to a hobby project, academic research, a small business, a public utility Sent \
             elsewhere a business at scale. The seller's terms send commercial use at scale to Enterprise; read in the agreement \
             of April 2026; earlier wording not checked. S19 2026-04-27 Not checked government end users, AI training",
            "Enterprise Small; Enterprise Medium; Enterprise Large By contract a hobby project,",
        ],
    );
}

#[tokio::test]
async fn what_is_not_known_is_gathered() {
    let html = html().await;
    let doubts = |id: &str| {
        let book = catalogue().price_book(id).expect("a price book");
        rendered::text(part(book_part(&html, book), "<h3>What is not known, or not clear</h3>", "</ul>"))
    };
    assert_eq!(
        doubts("2024-10"),
        "No public price: Enterprise. No public price beyond the read cap, and none computed: Basic; Pro. No public minimum \
         term, and none assumed: Enterprise. A figure that is disputed or rests on little: Basic; Enterprise. Not checked \
         whether open to government end users, and taken to be: Free; Basic; Pro. Not checked whether open to AI training, and \
         taken to be: Free; Basic; Pro; Enterprise."
    );
    assert_eq!(
        doubts("2026-08"),
        "No public price: Enterprise (custom contract). No public price beyond the read cap, and none computed: Pro (legacy). \
         No public minimum term, and none assumed: Enterprise (custom contract)."
    );
    assert_says(&doubts("free-era"), &["Repeated reads: whether a post read twice counted twice is not established."]);
    assert_says(&doubts("2023-05"), &["Repeated reads:", "when that changed is not known."]);
    let overlap = "The prices of the free era and of March 2023 applied side by side for 31 days";
    assert_says(&doubts("2023-03"), &[overlap]);
    assert_eq!(html.matches(overlap).count(), 1);
    for book in catalogue().price_books() {
        for tier in book.tiers.iter().filter(|tier| tier.charges.is_none()) {
            assert_says(&doubts(book.id.as_str()), &[&format!("No public price: {}.", tier.name)]);
        }
    }
}

#[tokio::test]
async fn every_source_is_listed_with_how_often_it_is_used() {
    let html = html().await;
    let list = part(&html, r#"<h2 id="all-sources""#, "</article>");
    let entries: Vec<_> = list.split("<li ").skip(1).collect();
    assert_eq!(entries.len(), catalogue().sources().len());
    let mut files = String::new();
    for book in catalogue().price_books() {
        files += &fs::read_to_string(format!("price-books/{}.toml", book.id)).expect("a price book");
    }
    for (entry, source) in entries.into_iter().zip(catalogue().sources()) {
        let used = match files.matches(&format!("\"{}\"", source.id)).count() {
            0 => "not used".to_owned(),
            1 => "used once".to_owned(),
            times => format!("used {times} times"),
        };
        assert_cites(entry, std::slice::from_ref(&source.id));
        assert_says(
            &rendered::text(entry),
            &[&format!("{} {} {},", source.id, source.title, source.kind.label()), &format!("· {used}")],
        );
    }
}

#[tokio::test]
async fn the_contents_lead_to_headings() {
    let html = html().await;
    let entries = rendered::text(part(&html, "<ul class=\"contents\">", "</ul>"));
    let mut places = vec!["how-to-read".to_owned(), "all-sources".to_owned()];
    for book in catalogue().price_books() {
        assert_says(&entries, &[&format!("{} {}", book.name, book.title)]);
        places.push(format!("book-{}", book.id));
    }
    for place in places {
        assert!(html.contains(&format!(r##"href="#{place}""##)), "no link to {place}");
        assert!(html.contains(&format!(r#"<h2 id="{place}" tabindex="-1">"#)), "no heading {place}");
    }
}

#[tokio::test]
async fn the_day_of_the_last_check_is_said() {
    assert_says(&html().await, &["The newest prices were last checked on 2026-08-22."]);
}

#[tokio::test]
async fn warnings_look_stronger_with_age() {
    for (today, class) in [
        ("1970-01-01", "freshness"),
        ("2026-08-22", "freshness"),
        ("2027-02-18", "freshness"),
        ("2027-02-19", "notice"),
        ("2027-08-23", "notice"),
        ("2027-08-24", "notice notice-strong"),
    ] {
        let props = OnDay { today: day(today) };
        let html = LocalServerRenderer::<Notice>::with_props(props).hydratable(false).render().await;
        assert!(html.starts_with(&format!(r#"<p class="{class}">"#)), "on {today}: {html}");
    }
}

/// The published catalogue where every source's date is what `date_of` makes of it.
fn redated(date_of: impl Fn(&str, Option<Date>) -> Option<Date>) -> Catalogue {
    let mut sources = catalogue().sources().to_vec();
    for source in &mut sources {
        source.date = date_of(source.id.as_str(), source.date);
    }
    Catalogue::new(catalogue().price_books().to_vec(), sources).expect("a catalogue")
}

#[test]
fn what_counts_is_the_last_day_on_which_a_newest_price_was_seen() {
    let later = Some(day("2026-12-24"));
    let dated = |named: &'static str| redated(move |id, date| if id == named { later } else { date }).last_checked();
    assert_eq!(dated("none"), day("2026-08-22"));
    assert_eq!(dated("S44"), day("2026-08-22"), "only an older price book rests on it");
    assert_eq!(dated("S20"), day("2026-08-22"), "only a rule on who may buy rests on it");
    assert_eq!(dated("S50"), day("2026-12-24"), "a figure of one tier");
    assert_eq!(redated(|_, _| None).last_checked(), day("2026-08-13"), "undated, so the day the price book began");
    let catalogue = redated(|_, date| date);
    let freshness = Freshness::on(&catalogue, day("2026-09-01"));
    assert_eq!((freshness.newest.id.as_str(), freshness.checked, freshness.days), ("2026-08", day("2026-08-22"), 10));
}

#[tokio::test]
async fn the_rules_of_funders_are_there_with_who_states_them() {
    let html = html().await;
    for profile in quota_calculator::funder_profiles() {
        let part = part(&html, &format!(r#"id="funder-{}""#, profile.id), "</section>");
        for text in [&profile.name, &profile.title, &profile.placement].into_iter().chain(profile.all_notes()) {
            assert!(part.contains(text.as_ref()), "{}: {text}", profile.id);
        }
        for assumption in profile.unconfirmed.iter() {
            assert_says(&rendered::text(part), &[&format!("Not confirmed: {assumption}")]);
        }
        for source in profile.sources.iter() {
            assert!(part.contains(&format!(r#"href="{}""#, source.url)), "{}: {}", profile.id, source.url);
            assert!(part.contains(source.says.as_ref()), "{}: {}", profile.id, source.says);
        }
    }
}
