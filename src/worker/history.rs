//! The program that reads files for the Usage history page.
//!
//! It gets one message, the file with what to do, and answers with [`Reply`]s. It reads a piece at a time and keeps no more
//! than that, however large the file is. To stop it the page ends the worker.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, FileReaderSync};

use super::Asker;
use crate::history::{Format, Reply, Request, SAMPLE_SIZE, Tally, look};

/// How many bytes are read at a time.
const PIECE: u64 = 1 << 20;

/// How often the page hears of progress at most, in milliseconds.
const PROGRESS_MILLISECONDS: f64 = 60.0;

/// Waits for the message.
pub fn start() {
    Asker::answer(|page, message| answer(page, message).unwrap_or_else(Reply::Failed));
}

/// Does what is asked. The last reply is returned, or a reason why there is none.
fn answer(page: &Asker, message: &JsValue) -> Result<Reply, String> {
    let parts = Array::from(message);
    let file: Blob = parts.get(0).dyn_into().map_err(|_| "no file came with the message".to_owned())?;
    let request = serde_wasm_bindgen::from_value(parts.get(1)).map_err(|error| error.to_string())?;
    let reader = FileReaderSync::new().map_err(|error| reason(&error))?;
    match request {
        Request::Look(choice, latest) => {
            let size = file_size(&file);
            let mut sample = Vec::new();
            read(&reader, &file, 0..size.min(SAMPLE_SIZE as u64), &mut sample)?;
            Ok(Reply::Looked(look(&sample, size <= SAMPLE_SIZE as u64, &choice, latest)))
        }
        Request::Count(format) => count(page, &reader, &file, format),
    }
}

fn count(page: &Asker, reader: &FileReaderSync, file: &Blob, format: Format) -> Result<Reply, String> {
    let size = file_size(file);
    let mut tally = Tally::new(format);
    let mut piece = Vec::new();
    let (mut done, mut told) = (0, js_sys::Date::now());
    while done < size {
        let end = size.min(done + PIECE);
        read(reader, file, done..end, &mut piece)?;
        tally.push(&piece);
        done = end;
        let now = js_sys::Date::now();
        if now - told >= PROGRESS_MILLISECONDS {
            told = now;
            page.send(&Reply::Progress(done));
        }
    }
    Ok(Reply::Counted(tally.finish()))
}

/// Reads a range of the file in place of what stands in `piece`.
fn read(reader: &FileReaderSync, file: &Blob, range: std::ops::Range<u64>, piece: &mut Vec<u8>) -> Result<(), String> {
    let slice = file.slice_with_f64_and_f64(whole(range.start), whole(range.end));
    let buffer = slice.and_then(|slice| reader.read_as_array_buffer(&slice)).map_err(|error| reason(&error))?;
    let bytes = Uint8Array::new(&buffer);
    piece.resize(bytes.length() as usize, 0);
    bytes.copy_to(piece);
    Ok(())
}

/// The size of a file, which browsers say as a floating-point number.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no file is that large, or smaller than nothing"
)]
pub(crate) fn file_size(file: &Blob) -> u64 {
    file.size() as u64
}

/// A place in a file as browsers want it.
#[allow(clippy::cast_precision_loss, reason = "no file is that large")]
const fn whole(place: u64) -> f64 {
    place as f64
}

/// What the browser says of a failure. It names the one that people meet: a file that was moved or changed meanwhile.
fn reason(error: &JsValue) -> String {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotFoundError" | "NotReadableError") => {
            "it was moved, changed or closed to this page meanwhile".to_owned()
        }
        Some(name) => format!("the browser says {name}"),
        None => "the browser doesn’t say why".to_owned(),
    }
}
