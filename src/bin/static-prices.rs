//! Puts the price table of every price book as plain HTML into the built page, where the comment `static-prices` stands.
//!
//! Trunk runs it at the end of a build, with the folder of the built page in `TRUNK_STAGING_DIR`. A reader whose browser
//! can't start the program still sees what each tier costs.

use std::error::Error;
use std::fmt::{self, Write};
use std::path::Path;
use std::{env, fs};

use quota_calculator::format::{NumberStyle, cap_phrase};
use quota_calculator::pricing::{PriceBook, Tier};

const PLACE: &str = "<!-- static-prices -->";
const STYLE: NumberStyle = NumberStyle::ENGLISH;

fn main() -> Result<(), Box<dyn Error>> {
    let page = Path::new(&env::var("TRUNK_STAGING_DIR")?).join("index.html");
    let html = fs::read_to_string(&page)?;
    if !html.contains(PLACE) {
        return Err(format!("{} has no {PLACE}", page.display()).into());
    }
    fs::write(&page, html.replace(PLACE, &price_tables()?))?;
    Ok(())
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
