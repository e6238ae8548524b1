//! Taking out of the built files what readers would download for nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::PLACE;

/// How the names begin that wasm-bindgen gives to what a program imports.
const IMPORT: &str = "__wbg_";

/// How the path of a source ends.
const PATH_END: &[u8] = b".rs";

/// How many hexadecimal digits of a hash they end in.
const HASH_LENGTH: usize = 16;

/// What a browser checks a file against.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// Gives all that the programs import names that end in zeros or a number instead of a hash, blanks where others' sources lie, and
/// returns the page with what their integrity is then. Hashes don't compress, and each stands in the program and in its script. The names are as long as before,
/// so a program stays what it is but for these letters.
pub fn without_hashes(folder: &Path, mut html: String) -> Result<String, Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let script = entry?.path();
        let stem = script.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let program = script.with_file_name(format!("{stem}_bg.wasm"));
        if script.extension().is_none_or(|ending| ending != "js") || !program.exists() {
            continue;
        }
        let names = plain_names(&fs::read(&script)?);
        let mut rename = |path: &Path| {
            let before = fs::read(path)?;
            let (mut after, found) = renamed(&before, &names);
            blank_foreign_paths(&mut after);
            html = html.replace(&integrity(&before), &integrity(&after));
            fs::write(path, after).map(|()| found)
        };
        rename(&script)?;
        let imported = rename(&program)?;
        if names.is_empty() || imported.len() != names.len() {
            let (imports, names) = (imported.len(), names.len());
            return Err(
                format!("{}: {names} names of imports, of which the program has {imports}", script.display()).into()
            );
        }
    }
    Ok(html)
}

/// Every name of an import in a script, with the one to have in its place.
fn plain_names(script: &[u8]) -> BTreeMap<Vec<u8>, Vec<u8>> {
    let mut names = BTreeMap::new();
    let mut alike: BTreeMap<&[u8], usize> = BTreeMap::new();
    let found: BTreeSet<&[u8]> = imports(script).map(|(_, name)| name).collect();
    for name in found {
        let stem = &name[..name.len() - HASH_LENGTH];
        let number = alike.entry(stem).or_default();
        names.insert(name.to_vec(), [stem, format!("{number:0HASH_LENGTH$}").as_bytes()].concat());
        *number += 1;
    }
    names
}

/// The content with other names, and which of them stood in it.
fn renamed(content: &[u8], names: &BTreeMap<Vec<u8>, Vec<u8>>) -> (Vec<u8>, BTreeSet<Vec<u8>>) {
    let (mut after, mut found) = (content.to_vec(), BTreeSet::new());
    for (at, name) in imports(content) {
        if let Some(plain) = names.get(name) {
            after[at..at + name.len()].copy_from_slice(plain);
            found.insert(name.to_vec());
        }
    }
    (after, found)
}

/// Writes full stops over the paths of sources that aren't the project's own. A program has them to say where it stopped: 400 bytes
/// as it is sent, which tell of the machine that built it. What stopped it is said all the same.
fn blank_foreign_paths(program: &mut [u8]) {
    for beginning in [&b"/rustc/"[..], b"/registry/src/"] {
        let starts = program.windows(beginning.len()).enumerate().filter(|(_, window)| *window == beginning);
        for start in starts.map(|(start, _)| start).collect::<Vec<_>>() {
            let path = program[start..].iter().take_while(|byte| byte.is_ascii_graphic()).count();
            let rest = &mut program[start..start + path];
            if let Some(end) = rest.windows(PATH_END.len()).position(|window| window == PATH_END) {
                rest[..end + PATH_END.len()].fill(b'.');
            }
        }
    }
}

/// The names of imports in a script or a program, each with its place.
fn imports(content: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let starts = content.windows(IMPORT.len()).enumerate().filter(|(_, window)| *window == IMPORT.as_bytes());
    starts.filter_map(|(at, _)| {
        let rest = &content[at..];
        let length = rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_').unwrap_or(rest.len());
        let (stem, hash) = rest[..length].split_at(length.checked_sub(HASH_LENGTH)?);
        (stem.ends_with(b"_") && hash.iter().all(u8::is_ascii_hexdigit)).then_some((at, &rest[..length]))
    })
}

/// Takes indents and comments out of the page and of the scripts and style sheets that it names, which readers would download
/// for nothing, and returns the page with what their integrity is then. Trunk's own minifier can't read wasm-bindgen's
/// JavaScript.
pub fn without_comments_and_indents(folder: &Path, mut html: String) -> Result<String, Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_text = path.extension().is_some_and(|ending| ending == "css" || ending == "js");
        if is_text && html.contains(name) {
            let before = fs::read_to_string(&path)?;
            let after = returned_at_once(&shrunk(&before).map_err(|reason| format!("{name}: {reason}"))?);
            html = html.replace(&integrity(before.as_bytes()), &integrity(after.as_bytes()));
            fs::write(&path, after)?;
        }
    }
    let lines = html.split_inclusive('\n').map(str::trim_start);
    Ok(lines.filter(|line| line.trim_end() == PLACE || !is_html_comment(line.trim_end())).collect())
}

fn is_html_comment(line: &str) -> bool {
    line.starts_with("<!--") && line.ends_with("-->")
}

/// A script whose functions give back what they find, instead of naming it `ret` first as wasm-bindgen's do.
fn returned_at_once(script: &str) -> String {
    let mut lines = script.lines().peekable();
    let mut shorter = String::new();
    while let Some(line) = lines.next() {
        match line.strip_prefix("const ret = ") {
            Some(found) if lines.next_if_eq(&"return ret;").is_some() => shorter.extend(["return ", found]),
            _ => shorter.push_str(line),
        }
        shorter.push('\n');
    }
    shorter
}

/// A script or a style sheet without the lines that are comments, and without indents. It is an error if a comment isn't alone in
/// its lines, or if a text goes over several lines, since an indent belongs to it.
fn shrunk(text: &str) -> Result<String, String> {
    let mut shrunk = String::new();
    let mut is_comment = false;
    for line in text.split_inclusive('\n').map(str::trim_start) {
        let words = line.trim_end();
        is_comment |= words.starts_with("/*");
        if is_comment {
            is_comment = match words.split_once("*/") {
                None => true,
                Some((_, "")) => false,
                Some(_) => return Err(format!("something stands behind a comment: {words}")),
            };
        } else if words.matches('`').count() % 2 == 1 {
            return Err(format!("a text goes over several lines: {words}"));
        } else if !words.is_empty() && !words.starts_with("//") {
            shrunk.push_str(line);
        }
    }
    if is_comment { Err("a comment has no end".to_owned()) } else { Ok(shrunk) }
}
