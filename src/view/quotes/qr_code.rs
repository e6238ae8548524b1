use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

use crate::view::element::{Element, element};

/// Modules of light around the code, as its standard asks.
const MARGIN: i32 = 4;

/// The QR code of an address; nothing where it is too long for one.
pub(super) fn qr_code(address: &str) -> Option<Html> {
    // The least correction makes the coarsest pattern, which is easier to scan from paper than a finer one with more.
    let code = QrCode::encode_text(address, QrCodeEcc::Low).ok()?;
    let side = code.size() + 2 * MARGIN;
    let drawing = Element::new("path").with(&["d"], [dark(&code)]).holding(Vec::new());
    // The style sheet says how large a tenth of an em is, on the screen and on paper.
    let width = format!("{}.{}em", side / 10, side % 10);
    let svg = Element::new("svg").with(
        &["class", "viewBox", "width", "role", "aria-label", "shape-rendering"],
        ["qr-code", &format!("0 0 {side} {side}"), &width, "img", "QR code of this quote’s link", "crispEdges"]
            .map(str::to_owned),
    );
    Some(element("div", "qr-frame", vec![svg.holding(vec![drawing])]))
}

/// The dark modules as one path: a rectangle for each run in a row.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                path += &format!("M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN);
            }
            x += i32::try_from(run).unwrap_or_default() + 1;
        }
    }
    path
}
