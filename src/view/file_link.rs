use yew::prelude::*;

use super::element::{Element, text};
use crate::percent_encoding;

/// A link that downloads `content` as a file. The file is in the link itself, so nothing has to run.
pub(super) fn file_link(label: &'static str, name: impl Into<AttrValue>, media_type: &str, content: &str) -> Html {
    let mut address = format!("data:{media_type};charset=utf-8,");
    percent_encoding::append(content, &mut address);
    let link = Element::new("a")
        .with(&["class", "download", "href"], ["button button-quiet".into(), name.into(), AttrValue::from(address)]);
    link.holding(vec![text(label)])
}
