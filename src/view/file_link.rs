use yew::prelude::*;

use super::element::{Element, text};

/// A link that downloads `content` as a file. The file is in the link itself, so nothing has to run.
pub(super) fn file_link(label: &'static str, name: impl Into<AttrValue>, media_type: &str, content: &str) -> Html {
    let mut address = format!("data:{media_type};charset=utf-8,");
    percent_encode(content, &mut address);
    let link = Element::new("a")
        .with(&["class", "download", "href"], ["button button-quiet".into(), name.into(), AttrValue::from(address)]);
    link.holding(vec![text(label)])
}

/// Appends `text` with all but letters and digits written as `%` and two hexadecimal digits a byte.
fn percent_encode(text: &str, address: &mut String) {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.push(DIGITS[usize::from(byte >> 4)]);
            address.push(DIGITS[usize::from(byte & 15)]);
        }
    }
}
