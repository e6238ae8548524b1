//! Writes what needs no program: the Sources page, the page on the method, the frames of the pages that have a program of
//! their own, and the price table of every price book, which goes into the built page where the comment `static-prices` stands.
//!
//! It tells the service worker what to keep, and takes out of scripts, style sheets and programs what readers would download
//! for nothing.
//!
//! Trunk runs it at the end of a build, with the folder of the built page in `TRUNK_STAGING_DIR`. The two pages are
//! documents; as files of their own they cost the program nothing to download. A reader whose browser can't start the program
//! still sees what each tier costs.

mod shrink;

use std::error::Error;
use std::fmt::{self, Write};
use std::path::Path;
use std::{env, fs, io};

use pulldown_cmark::html::push_html;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use quota_calculator::format::cap_phrase;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{PriceBook, Tier};
use quota_calculator::view::{method_page, sources_page};
use shrink::{integrity, without_comments_and_indents, without_hashes};
use yew::LocalServerRenderer;
use yew::prelude::*;

const TITLE: &str = "<title>Quota Calculator: what will your reads cost?</title>";
const PLACE: &str = "<!-- static-prices -->";
const UNAVAILABLE: &str = "This part of the calculator couldn’t be loaded: check your connection and try again. Everything else \
                           goes on working.";
const STYLE: NumberStyle = NumberStyle::ENGLISH;

/// A page with a program of its own, which is empty until that runs.
struct Frame {
    /// What its files are called: `quotes` for `quotes.html` and the program `quota-calculator-quotes`.
    name: &'static str,
    /// Its title.
    title: &'static str,
    /// Its style sheets beside the one of all pages.
    styles: &'static [&'static str],
    /// Why there is nothing to see yet.
    waiting: &'static str,
    /// What to do when the program has stopped.
    stopped: &'static str,
    /// Whether it has a worker, which its policy then allows by name: that of `history-worker`, started by `worker.js`.
    has_worker: bool,
}

const FRAMES: [Frame; 3] = [
    Frame {
        name: "quotes",
        title: "Quotes",
        styles: &["display.css", "forms.css", "quotes.css"],
        waiting: "Quotes are worked out by a program in your browser, which is taking long to start, or your browser \
                  blocks JavaScript or WebAssembly.",
        stopped: "The calculator has stopped because of an error of its own. What you kept is still there: reload the \
                  page to go on.",
        has_worker: false,
    },
    Frame {
        name: "budget",
        title: "Project budget",
        styles: &["display.css", "whole.css", "forms.css", "budget.css"],
        waiting: "Schedules and budgets are worked out by a program in your browser, which is taking long to start, or \
                  your browser blocks JavaScript or WebAssembly.",
        stopped: "The calculator has stopped because of an error of its own. The address still holds your budget: reload \
                  the page to go on from there.",
        has_worker: true,
    },
    Frame {
        name: "history",
        title: "Usage history",
        styles: &["display.css", "forms.css", "history.css"],
        waiting: "Your file is read by a program in your browser, which is taking long to start, or your browser blocks \
                  JavaScript or WebAssembly.",
        stopped: "The calculator has stopped because of an error of its own. Your file is untouched: reload the page and \
                  choose it again.",
        has_worker: true,
    },
];

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
    let html = without_comments_and_indents(folder, without_hashes(folder, fs::read_to_string(&page)?)?)?;
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
    for frame in FRAMES {
        fs::write(folder.join(format!("{}.html", frame.name)), frame.html(folder, &head, &html)?)?;
    }
    seal_spreadsheet(folder)?;
    fs::write(&page, html.replace(PLACE, &price_tables()?))?;
    list_kept_files(folder)
}

impl Frame {
    /// The page: the same start script as the first view's, and the page's own program, each of whose files the browser checks.
    fn html(&self, folder: &Path, head: &str, index: &str) -> Result<String, Box<dyn Error>> {
        let Self { name, title, styles, waiting, stopped, has_worker } = self;
        let script = index.split_inclusive("</script>").find_map(|part| part.get(part.find("<script")?..));
        let script = script.ok_or("index.html has no start script")?;
        let integrity = |name: &str| Ok::<_, Box<dyn Error>>(integrity(&fs::read(folder.join(name))?));
        let (module, program) = (format!("quota-calculator-{name}.js"), format!("quota-calculator-{name}_bg.wasm"));
        let head = head.replace(TITLE, &format!("<title>{title} · Quota Calculator</title>"));
        let (head, worker) = if *has_worker { with_worker(folder, &head, name)? } else { (head, String::new()) };
        let styles = styles
            .iter()
            .fold(String::new(), |links, style| format!(r#"{links}<link rel="stylesheet" href="{style}">"#));
        Ok(format!(
            r#"<!doctype html>
<html lang="en" data-page="{name}"><head>{head}{styles}
<link rel="modulepreload" href="{module}" integrity="{}" crossorigin="anonymous">
<link rel="preload" href="{program}" as="fetch" type="application/wasm" integrity="{}" crossorigin="anonymous">
{worker}{script}</head>
<body><div id="calculator"><main class="fallback"><h1>{title}</h1><p id="fallback-reason" role="status">{waiting}</p></main></div>
<p id="unavailable" class="notice" role="alert" hidden>{UNAVAILABLE}</p>
<p id="stopped" class="notice" role="alert" hidden>{stopped}</p></body></html>
"#,
            integrity(&module)?,
            integrity(&program)?,
        ))
    }
}

/// Puts into `spreadsheet.js` what the browser checks its program against.
fn seal_spreadsheet(folder: &Path) -> Result<(), Box<dyn Error>> {
    let script = folder.join("spreadsheet.js");
    let mut text = fs::read_to_string(&script)?;
    for (mark, file) in [
        ("integrity-of-module", "quota-calculator-spreadsheet.js"),
        ("integrity-of-program", "quota-calculator-spreadsheet_bg.wasm"),
    ] {
        if !text.contains(mark) {
            return Err(format!("{} has no {mark}", script.display()).into());
        }
        text = text.replace(mark, &integrity(&fs::read(folder.join(file))?));
    }
    fs::write(script, text)?;
    Ok(())
}

/// Puts into `service-worker.js` the files of the built page, all of which it keeps, and a version that changes with any of
/// them: with it browsers notice a new build.
fn list_kept_files(folder: &Path) -> Result<(), Box<dyn Error>> {
    let script = folder.join("service-worker.js");
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, io::Error>>()?;
    files.retain(|file| *file != script);
    files.sort();
    let mut names = Vec::new();
    let mut integrities = String::new();
    for file in &files {
        let name = file.file_name().and_then(|name| name.to_str()).ok_or("a file has no name")?;
        integrities += &integrity(&fs::read(file)?);
        names.push(if name == "index.html" { r#""./""#.to_owned() } else { format!("{name:?}") });
    }
    let mut text = fs::read_to_string(&script)?;
    let version = integrity(integrities.as_bytes());
    for (mark, value) in [(r#""version""#, format!("{version:?}")), (r#"["files"]"#, format!("[{}]", names.join(",")))]
    {
        if !text.contains(mark) {
            return Err(format!("{} has no {mark}", script.display()).into());
        }
        text = text.replace(mark, &value);
    }
    fs::write(script, text)?;
    Ok(())
}

/// The head with a policy that lets the worker of the page be started, and what starts it. The browser checks the worker's
/// program, too.
fn with_worker(folder: &Path, head: &str, name: &str) -> Result<(String, String), Box<dyn Error>> {
    const POLICY: &str = "trusted-types service-worker";
    if !head.contains(POLICY) {
        return Err(format!("index.html has no {POLICY}").into());
    }
    let integrity = |file: &str| Ok::<_, Box<dyn Error>>(integrity(&fs::read(folder.join(file))?));
    let (program, script) = (format!("quota-calculator-{name}-worker_bg.wasm"), "worker.js");
    let worker = format!(
        r#"<meta name="worker" content="{program}" data-integrity="{}">
<script type="module" src="{script}" integrity="{}"></script>
"#,
        integrity(&program)?,
        integrity(script)?,
    );
    let policy = format!("{POLICY} {name}-worker; worker-src 'self'");
    Ok((head.replace(POLICY, &policy), worker))
}

/// `docs/method.md` as HTML. Its links to other files of the project lead nowhere from the page, so only their words stay.
fn method() -> String {
    let leads_nowhere = |address: &str| address.starts_with("..");
    let mut is_dropped = false;
    let events = Parser::new(include_str!("../../../docs/method.md")).filter(|event| match event {
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
