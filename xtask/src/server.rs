//! Serves the built page on this machine.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use oxhttp::Server;
use oxhttp::model::{Body, Method, Request, Response, StatusCode};

use crate::command::Outcome;
use crate::paths::dist;

/// The port unless another is asked for.
pub(crate) const DEFAULT_PORT: u16 = 8080;

/// Serves `dist` until the program is stopped. Every connection has a thread of its own, for browsers open several, keep them,
/// and read a preloaded file only when they need it: no answer waits for another.
pub(crate) fn serve(port: u16) -> Outcome {
    let unusable = |error| format!("port {port} can't be used: {error}");
    let server = Server::new(|request| answer(request)).bind((Ipv4Addr::LOCALHOST, port)).spawn().map_err(unusable)?;
    println!("http://127.0.0.1:{port}");
    server.join().map_err(unusable)
}

fn answer(request: &Request<Body>) -> Response<Body> {
    if *request.method() != Method::GET {
        return refusal(StatusCode::METHOD_NOT_ALLOWED);
    }
    let file = file_of(request.uri().path()).and_then(|path| Some((fs::read(&path).ok()?, path)));
    let Some((content, path)) = file else { return refusal(StatusCode::NOT_FOUND) };
    let response = Response::builder()
        .header("Content-Type", content_type(&path))
        .header("Cache-Control", if has_hash(&path) { "public, max-age=31536000, immutable" } else { "no-cache" })
        .header("Content-Security-Policy", "frame-ancestors 'none'")
        .header("X-Content-Type-Options", "nosniff");
    response.body(Body::from(content)).unwrap_or_else(|_| refusal(StatusCode::INTERNAL_SERVER_ERROR))
}

/// An answer that says only what is wrong.
fn refusal(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::from(status.canonical_reason().unwrap_or_default()));
    *response.status_mut() = status;
    response
}

/// The file of `dist` that an address's path means; only files that lie directly in it.
fn file_of(path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
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
    use std::io::{Read, Write};
    use std::net::{TcpListener, TcpStream};
    use std::thread;
    use std::time::Duration;

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

    #[test]
    fn many_readers_at_once_are_all_answered() {
        // A browser opens several connections at once and keeps them.
        let port = free_port();
        thread::spawn(move || serve(port));
        for _ in 0..50 {
            let mut readers: Vec<_> = (0..12).map(|_| connect(port)).collect();
            readers.iter_mut().for_each(ask);
            for reader in &mut readers {
                assert_eq!(first_line(reader), "HTTP/1.1 404 Not Found");
            }
        }
    }

    fn free_port() -> u16 {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        listener.local_addr().expect("an address").port()
    }

    /// Connects to the server, as soon as it is there.
    fn connect(port: u16) -> TcpStream {
        let mut attempts = (0..100).filter_map(|_| {
            TcpStream::connect(("127.0.0.1", port)).inspect_err(|_| thread::sleep(Duration::from_millis(20))).ok()
        });
        attempts.next().expect("the server should start")
    }

    fn ask(reader: &mut TcpStream) {
        reader.set_read_timeout(Some(Duration::from_secs(3))).expect("a timeout");
        reader.write_all(b"GET /nothing HTTP/1.1\r\nHost: here\r\n\r\n").expect("the connection should stand");
    }

    fn first_line(reader: &mut TcpStream) -> String {
        let mut line = [0; 22];
        reader.read_exact(&mut line).expect("an answer should come soon");
        String::from_utf8_lossy(&line).into_owned()
    }
}
