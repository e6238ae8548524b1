//! Writes what needs no program: the Sources page, the page on the method, and the price table of every price book, which goes into the built page
//! where the comment `static-prices` stands.
//!
//! Trunk runs it at the end of a build, with the folder of the built page in `TRUNK_STAGING_DIR`. The two pages are
//! documents; as files of their own they cost the program nothing to download. A reader whose browser can't start the program
//! still sees what each tier costs.

use std::error::Error;
use std::fmt::{self, Write};
use std::path::Path;
use std::{env, fs};

use pulldown_cmark::html::push_html;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use quota_calculator::format::{NumberStyle, cap_phrase};
use quota_calculator::pricing::{PriceBook, Tier};
use quota_calculator::view::{method_page, sources_page};
use yew::LocalServerRenderer;
use yew::prelude::*;

const TITLE: &str = "<title>Quota Calculator: what will your reads cost?</title>";
const PLACE: &str = "<!-- static-prices -->";
const STYLE: NumberStyle = NumberStyle::ENGLISH;

#[component]
fn Sources() -> Html {
    sources_page(STYLE)
}

#[component]
fn Method() -> Html {
    method_page(Html::from_html_unchecked(method().into()))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::var("TRUNK_STAGING_DIR")?;
    let folder = Path::new(&folder);
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page)?;
    if !html.contains(PLACE) {
        return Err(format!("{} has no {PLACE}", page.display()).into());
    }
    let head = head_without_program(&html).ok_or("index.html has no head")?;
    let document = |title: &str, body: &str| {
        let head = head.replace(TITLE, &format!("<title>{title} · Quota Calculator</title>"));
        let style = r#"<link rel="stylesheet" href="document.css">"#;
        format!("<!doctype html>\n<html lang=\"en\"><head>{head}{style}</head><body>{body}</body></html>\n")
    };
    let sources = LocalServerRenderer::<Sources>::new().hydratable(false).render().await;
    fs::write(folder.join("sources.html"), document("Sources", &sources))?;
    let method = LocalServerRenderer::<Method>::new().hydratable(false).render().await;
    fs::write(folder.join("method.html"), document("How it is computed", &method))?;
    fs::write(&page, html.replace(PLACE, &price_tables()?))?;
    Ok(())
}

/// `docs/method.md` as HTML. Its links to other files of the project lead nowhere from the page, so only their words stay.
fn method() -> String {
    let leads_nowhere = |address: &str| address.starts_with("..");
    let mut is_dropped = false;
    let events = Parser::new(include_str!("../../docs/method.md")).filter(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            is_dropped = leads_nowhere(dest_url);
            !is_dropped
        }
        Event::End(TagEnd::Link) => !std::mem::take(&mut is_dropped),
        _ => true,
    });
    let mut html = String::new();
    push_html(&mut html, events);
    html
}

/// The page's head without what loads the program.
fn head_without_program(html: &str) -> Option<String> {
    let head = html.split_once("<head>")?.1.split_once("</head>")?.0;
    let tags = head.split_inclusive('>').filter(|tag| {
        let loads = ["modulepreload", "application/wasm", "<script", "</script", "name=\"description\""];
        !loads.iter().any(|mark| tag.contains(mark))
    });
    Some(tags.collect())
}

fn price_tables() -> Result<String, fmt::Error> {
    let mut html = String::new();
    for book in quota_calculator::catalogue().price_books().iter().rev() {
        write_price_book(book, &mut html)?;
    }
    Ok(html)
}

fn write_price_book(book: &PriceBook, html: &mut String) -> fmt::Result {
    let until = book.until.map_or_else(|| "now".to_owned(), |until| until.to_string());
    write!(html, "<h2>{}</h2>", escape(&book.title))?;
    write!(html, "<p class=\"lead\">In force from {} to {until}. US dollars before tax.</p>", book.from)?;
    html.push_str("<table class=\"static-prices\"><thead><tr><th scope=\"col\">Tier</th><th scope=\"col\">A month, all reads used</th><th scope=\"col\">Reads</th><th scope=\"col\">Price says</th></tr></thead><tbody>");
    for tier in book.compared() {
        let said_by = tier.evidence.as_ref().map_or("", |evidence| evidence.price.status.label());
        write!(
            html,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{said_by}</td></tr>",
            escape(&tier.name),
            price(tier),
            cap_phrase(tier.cap(), STYLE),
        )?;
    }
    html.push_str("</tbody></table>");
    Ok(())
}

/// The month's price at the full read cap.
fn price(tier: &Tier) -> String {
    let bill = tier.bill(tier.read_cap.unwrap_or_default());
    bill.ok().flatten().map_or_else(|| "no public price".to_owned(), |bill| STYLE.money(bill.amount()))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
