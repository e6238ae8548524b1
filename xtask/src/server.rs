//! Serves the built page on this machine.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::thread;

use tiny_http::{Header, Method, Request, Response, Server};

use crate::command::Outcome;
use crate::paths::dist;

/// The port unless another is asked for.
pub(crate) const DEFAULT_PORT: u16 = 8080;

/// Serves `dist` until the program is stopped; port 0 takes any free one.
pub(crate) fn serve(port: u16) -> Outcome {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| format!("port {port} can't be used: {error}"))?;
    let address = server.server_addr();
    println!("http://{address}");
    for request in server.incoming_requests() {
        // Browsers read a preloaded file when they need it, and may ask for others first: no answer waits for another.
        // A reader that goes away before the answer is complete is no fault of ours.
        thread::spawn(move || answer(request).ok());
    }
    Ok(())
}

fn answer(request: Request) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let Some((file, path)) = file_of(request.url()).and_then(|path| Some((File::open(&path).ok()?, path))) else {
        return request.respond(Response::from_string("Not found").with_status_code(404));
    };
    let headers = [
        ("Content-Type", content_type(&path)),
        ("Cache-Control", if has_hash(&path) { "public, max-age=31536000, immutable" } else { "no-cache" }),
        ("Content-Security-Policy", "frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok());
    let response = headers.fold(Response::from_file(file), Response::with_header);
    request.respond(response)
}

/// The file of `dist` that an address means; only files that lie directly in it.
fn file_of(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = if path.is_empty() { "index.html" } else { path };
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    Some(dist().join(name)).filter(|path| is_plain && path.is_file())
}

/// Whether the name holds a hash of the content, as Trunk's names do: `style-0a1b2c3d4e5f6071.css`.
fn has_hash(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let hash = stem.rsplit('-').next().unwrap_or_default().trim_end_matches("_bg");
    hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_built_page_are_served() {
        for url in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/nothing.html", ""] {
            assert_eq!(file_of(url), None, "{url}");
        }
    }

    #[test]
    fn only_names_with_a_hash_are_kept_forever() {
        for name in ["style-c9f82d2800982ed.css", "quota-calculator-2907fd86e07f99d7_bg.wasm"] {
            assert!(has_hash(Path::new(name)), "{name}");
        }
        for name in ["index.html", "inter.woff2", "inter-LICENSE.txt", "quota-calculator.js"] {
            assert!(!has_hash(Path::new(name)), "{name}");
        }
    }
}
